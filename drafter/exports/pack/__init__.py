"""Clauses sent out to whoever translates: a table or XLIFF, which can come back."""

from collections.abc import Sequence
from pathlib import Path

from drafter.exports.ledger.csv_file import bared
from drafter.exports.pack.rows import Check, PackError, PackRow
from drafter.exports.pack.table import COLUMNS, write_table
from drafter.exports.pack.xliff import UnitId, write_xliff
from drafter.model import N_, DrafterError, Side

PACK_ENDINGS = (".xlf", ".csv", ".xlsx")


def write_pack(rows: Sequence[PackRow], target: Side, path: Path) -> None:
    """Write a pack; the ending of the name says which kind.

    Args:
        rows: the clauses.
        target: the language of the translation.
        path: where to; an old file there is replaced whole or not at all.

    Raises:
        DrafterError: the ending is not known, a text doesn't fit, or the file can't be written.
    """
    ending = path.suffix.lower()
    if ending not in PACK_ENDINGS:
        raise DrafterError(
            N_("“{name}” is no pack: its name must end in one of {endings}."),
            name=path.name, endings=", ".join(PACK_ENDINGS),
        )  # fmt: skip
    if ending == ".xlf":
        write_xliff(rows, target, path)
    else:
        write_table(rows, path)


__all__ = ["COLUMNS", "PACK_ENDINGS", "Check", "PackError", "PackRow", "UnitId", "bared", "write_pack"]

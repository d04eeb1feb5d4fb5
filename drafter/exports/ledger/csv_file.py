"""The ledger as comma-separated values (RFC 4180), safe to be opened in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Final

from drafter.exports.atomic import write_atomically
from drafter.exports.ledger.columns import Cell

_BYTE_ORDER_MARK: Final = "\ufeff"
"""Without it spreadsheets on Windows read the Chinese in the system's old encoding."""

_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a text for a formula."""


def csv_lines(table: Iterable[Sequence[Cell]]) -> str:
    """Give rows as lines of a file; texts that a spreadsheet would take for a formula begin with an apostrophe."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([_plain(cell) for cell in row] for row in table)
    return out.getvalue()


def write_csv(table: Iterable[Sequence[Cell]], path: Path) -> None:
    """Write rows to a file in UTF-8 with a byte order mark.

    Raises:
        DrafterError: it can't be written.
    """
    write_atomically(path, (_BYTE_ORDER_MARK + csv_lines(table)).encode())


def bared(cell: str) -> str:
    """Give a text that `csv_lines` wrote as it was before, when the file comes back."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_DANGEROUS) else cell


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}"
    if isinstance(cell, str) and cell.startswith(_DANGEROUS):
        return f"'{cell}"
    return str(cell)

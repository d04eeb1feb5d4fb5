"""The ledger of figures as a table: for spreadsheets, and for other programs."""

from collections.abc import Iterable
from pathlib import Path

from drafter.exports.ledger.columns import VERDICT_WORDS, headings, row_cells
from drafter.exports.ledger.csv_file import csv_lines, write_csv
from drafter.exports.ledger.xlsx_file import write_xlsx
from drafter.model import N_, DrafterError, LedgerRow

LEDGER_ENDINGS = (".xlsx", ".csv")


def ledger_text(rows: Iterable[LedgerRow]) -> str:
    """Give the ledger as the text of a CSV file."""
    return csv_lines([headings(), *(row_cells(row) for row in rows)])


def write_ledger(rows: Iterable[LedgerRow], path: Path, kind: str = "") -> None:
    """Write the ledger to a file.

    Args:
        rows: the figures in order.
        path: where to; an old file there is replaced whole or not at all.
        kind: "csv" or "xlsx"; "" where the ending of the name says which.

    Raises:
        DrafterError: the ending is not known, or the file can't be written.
    """
    ending = f".{kind}" if kind else path.suffix.lower()
    table = [headings(), *(row_cells(row) for row in rows)]
    if ending == ".csv":
        write_csv(table, path)
    elif ending == ".xlsx":
        write_xlsx(table, path)
    else:
        raise DrafterError(
            N_("“{name}” can't be written: the figures go into {endings}. Choose one of these endings."),
            name=path.name, endings=", ".join(LEDGER_ENDINGS),
        )  # fmt: skip


__all__ = ["LEDGER_ENDINGS", "VERDICT_WORDS", "headings", "ledger_text", "row_cells", "write_ledger"]

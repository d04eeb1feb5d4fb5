"""A pack as a table: the columns have the same names in every language, so that it can be read when it comes back."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from drafter.exports.ledger.columns import Cell
from drafter.exports.ledger.csv_file import write_csv
from drafter.exports.ledger.xlsx_file import MOST_CHARACTERS, write_xlsx
from drafter.exports.pack.rows import PackRow
from drafter.model import N_, DrafterError

COLUMNS: Final = ("row", "clause", "check", "state", "source", "loaded", "target", "errors", "findings")


def write_table(rows: Sequence[PackRow], path: Path) -> None:
    """Write a pack as CSV or as a workbook, by the ending of the name.

    Raises:
        DrafterError: a text is too long for a cell, or the file can't be written.
    """
    table = [list[Cell](COLUMNS), *_lines(rows)]
    if path.suffix.lower() == ".csv":
        write_csv(table, path)
        return
    for row in rows:
        if max(map(len, (row.source, row.loaded, row.target))) > MOST_CHARACTERS:
            raise DrafterError(
                N_("Clause {clause} is too long for a cell of a workbook: choose .xlf or .csv."), clause=row.clause
            )
    write_xlsx(table, path, "Pack")


def _lines(rows: Sequence[PackRow]) -> Iterator[list[Cell]]:
    for number, row in enumerate(rows, 1):
        kinds = "\n".join(dict.fromkeys(error.kind() for error in row.errors))
        sentences = "\n".join(error.sentence() for error in row.errors)
        yield [
            f"{number} of {len(rows)}", row.clause, str(row.check), row.state, row.source, row.loaded, row.target,
            kinds, sentences,
        ]  # fmt: skip

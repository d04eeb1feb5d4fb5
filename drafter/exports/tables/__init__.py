"""A review as tables: its clauses, findings, figures and measures, for spreadsheets and other programs."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from drafter.exports.data_options import DataOptions, Table
from drafter.exports.ledger import headings, row_cells
from drafter.exports.ledger.columns import Cell
from drafter.exports.ledger.csv_file import write_csv
from drafter.exports.ledger.xlsx_file import write_sheets
from drafter.exports.snapshot import ReviewSnapshot
from drafter.exports.tables.clauses import clause_rows
from drafter.exports.tables.findings import finding_rows
from drafter.exports.tables.measures import measure_rows
from drafter.i18n import _
from drafter.model import N_

Rows = Iterator[list[Cell]]


def _figure_rows(snapshot: ReviewSnapshot, _options: DataOptions) -> Rows:
    yield headings()
    yield from map(row_cells, snapshot.figures)


_MAKERS: Final[Mapping[Table, tuple[str, Callable[[ReviewSnapshot, DataOptions], Rows]]]] = {
    "clauses": (N_("Clauses"), clause_rows),
    "findings": (N_("Findings"), finding_rows),
    "figures": (N_("Figures"), _figure_rows),
    "measures": (N_("Measures"), measure_rows),
}


def write_review_csv(snapshot: ReviewSnapshot, path: Path, options: DataOptions) -> None:
    """Write one table of a review as CSV, `options.table`.

    Raises:
        DrafterError: it can't be written; an old file there is untouched.
    """
    write_csv(_MAKERS[options.table][1](snapshot, options), path)


def write_review_workbook(snapshot: ReviewSnapshot, path: Path, options: DataOptions) -> None:
    """Write all tables of a review as a workbook.

    Raises:
        DrafterError: it can't be written; an old file there is untouched.
    """
    write_sheets({_(title): make(snapshot, options) for title, make in _MAKERS.values()}, path)


__all__ = ["write_review_csv", "write_review_workbook"]

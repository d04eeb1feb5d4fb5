"""Measures on their way out of a review, and plans on their way in to be compared."""

from collections.abc import Sequence
from pathlib import Path

from drafter.documents import read_document
from drafter.exports.ledger.csv_file import csv_lines, write_csv
from drafter.exports.ledger.xlsx_file import write_xlsx
from drafter.exports.measures import (
    MEASURE_ENDINGS,
    MeasureRow,
    PlanTables,
    measure_entries,
    measures_text,
    write_measures,
)
from drafter.model import N_, DrafterError
from drafter.review.opening import language_of, open_project, open_side
from drafter.review.session import ReviewSession

_PROJECT = ".drafter"


def open_plan(path: Path) -> ReviewSession:
    """Open a plan in whichever language it is, or a project file.

    Raises:
        UnreadableError: the file can't be read.
        ProjectError: the project can't be opened.
    """
    if path.suffix.lower() == _PROJECT:
        return open_project(path)
    document = read_document(path)
    return open_side(document, language_of(document) or "zh")


def write_comparison(table: Sequence[Sequence[str | int]], path: Path | None, kind: str) -> str:
    """Write a comparison to a file; without one give it as the text of a CSV file.

    Args:
        table: the heading and the rows.
        path: where to, None for nowhere.
        kind: "csv" or "xlsx".

    Raises:
        DrafterError: the form is not one for tables, or the file can't be written.
    """
    if path is None:
        return csv_lines(table)
    if kind == "csv":
        write_csv(table, path)
    elif kind == "xlsx":
        write_xlsx(table, path, "Comparison")
    else:
        raise DrafterError(N_("A comparison of plans is a table: choose jsonl, csv or xlsx."))
    return ""


__all__ = [
    "MEASURE_ENDINGS",
    "MeasureRow",
    "PlanTables",
    "measure_entries",
    "measures_text",
    "open_plan",
    "write_comparison",
    "write_measures",
]

"""What the user chooses about an export that other programs read."""

from dataclasses import dataclass
from typing import Literal, get_args

Table = Literal["clauses", "findings", "figures", "measures"]
"""What a table has a row for."""

TABLES: tuple[Table, ...] = get_args(Table)


@dataclass(frozen=True, slots=True)
class DataOptions:
    """The choices for one file.

    Attributes:
        confirmed: whether a translation memory takes only clauses that a reviewer confirmed.
        names: whether the names of the reviewers stand in it.
        table: what a CSV file has a row for; a workbook has a sheet for each.
    """

    confirmed: bool = False
    names: bool = True
    table: Table = "clauses"

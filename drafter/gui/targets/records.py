"""What a table of the plan holds: rows of words, each with the way to its place in the text."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from drafter.model import Severity, Side


@dataclass(frozen=True, slots=True)
class Row:
    """A row.

    Attributes:
        cells: what each column shows.
        clause: id of the clause it leads to, 0 for none.
        side: the side it leads to.
        words: the words it leads to there, "" for the clause as a whole.
        marks: which cells bear a mark, by column.
        kinds: what it is to be found by, beside its words.
        places: clauses that single cells lead to, by column, where they lead elsewhere.
        keys: what columns are sorted by, where that is not what they show.
        bar: how long the bar of the last column is, 0 to 1; None for none.
    """

    cells: tuple[str, ...]
    clause: int = 0
    side: Side = "zh"
    words: str = ""
    marks: Mapping[int, Severity] = field(default_factory=dict)
    kinds: frozenset[str] = frozenset()
    places: Mapping[int, int] = field(default_factory=dict)
    keys: Mapping[int, float] = field(default_factory=dict)
    bar: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        headings: what its columns are called.
        rows: its rows in the order of the text.
        widths: widths of its columns in px; further ones take the last.
        wide: the column that takes what room is left, -1 for none.
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[int, ...]
    wide: int = -1

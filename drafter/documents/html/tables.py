"""Which tables of a page hold data, and where their cells stand."""

from dataclasses import dataclass, field
from typing import Final

from drafter.documents import limits
from drafter.documents.html.numbers import integer
from drafter.documents.xml import Element

_CELLS: Final = frozenset({"td", "th"})
_FEW_CELLS: Final = 6
_FEW_ROWS: Final = 3
_WHOLE: Final = 0.6
_MANY_BLOCKS: Final = 8


@dataclass(slots=True)
class Grid:
    """A table while its cells are read.

    Attributes:
        number: its number in the document; None where it only lays the page out.
        row: the current row.
        cell: the place of the open cell.
        cells: how many cells it has so far.
        width: how many columns they reach over.
    """

    number: int | None
    row: int = -1
    cell: tuple[int, int, int] | None = None
    cells: int = 0
    width: int = 0
    _column: int = 0
    _reaching: dict[int, int] = field(default_factory=dict)

    def start_row(self) -> None:
        """Go to the next row."""
        self.row += 1
        self._column = 0

    def start_cell(self, element: Element) -> None:
        """Place a cell behind those before it and those that reach down from above."""
        if self.number is None:
            return
        self.cells += 1
        row = max(self.row, 0)  # a cell outside of any row begins the first one
        while self._reaching.get(self._column, 0) > row:
            self._column += 1
        self.cell = (self.number, row, self._column)
        columns = min(max(integer(element.get("colspan"), 1), 1), limits.SPAN)
        rows = min(max(integer(element.get("rowspan"), 1), 1), limits.SPAN)
        if rows > 1:
            self._reaching.update(dict.fromkeys(range(self._column, self._column + columns), row + rows))
        self._column += columns
        self.width = max(self.width, self._column)

    def end_cell(self) -> None:
        """Leave a cell."""
        self.cell = None


def is_data(table: Element) -> bool:
    """Tell whether a table is one to its reader: old sites use tables to lay pages out."""
    if table.get("role") == "presentation":
        return False
    cells: list[Element] = []
    for element in table.iter():
        if element is not table and element.tag == "table":
            return False
        if element.tag in _CELLS:
            cells.append(element)
    lengths = [sum(len(text.strip()) for text in cell.itertext()) for cell in cells]
    if sum(map(bool, lengths)) < 2 or len({cell.getparent() for cell in cells}) == len(cells):
        return False  # an empty one, or a column of boxes
    longest = max(lengths)
    if longest > sum(lengths) * _WHOLE and _blocks(cells[lengths.index(longest)]) > _MANY_BLOCKS:
        return False  # an article with a title or a menu beside it
    return _rows(table) > _FEW_ROWS or not any(_blocks(cell) > _MANY_BLOCKS for cell in cells[:_FEW_CELLS])


def _blocks(cell: Element) -> int:
    return sum(1 for child in cell.iter("p", "div", "br", "h1", "h2", "h3") if child is not cell)


def _rows(table: Element) -> int:
    return sum(1 for _row in table.iter("tr"))

"""Tables over page breaks, and the texts of their cells."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from drafter.documents.flow.cells import Cell, Table
from drafter.documents.flow.glyphs import Line, is_wide
from drafter.language.enumerators import read_enumerator

_SAME_EDGE: Final = 4.0
_HEAD_ROWS: Final = 3
_PADDING: Final = 12.0
_SLACK: Final = 0.7
_LATIN_WIDTH: Final = 0.5
_SAME_WIDTH: Final = 1.2
_NOT_FIRST: Final = frozenset("、。，．：；！？）》〉」』】〕〗”’…—～%％‰℃·)]}!?:;,.")
_NOT_LAST: Final = frozenset("（《〈「『【〔〖“‘([{")
_TERMINAL: Final = tuple("。！？；：!?;:.…")


def goes_on(table: Table, other: Table) -> bool:
    """Tell whether a table goes on with another one at the head of the next page."""
    if other.page != table.last_page + 1 or abs((table.x1 - table.x0) - (other.x1 - other.x0)) > _SAME_EDGE:
        return False
    return all(any(abs(edge - mine) <= _SAME_EDGE for mine in table.columns) for edge in other.columns)


def append(table: Table, other: Table) -> None:
    """Add the rows of a table's continuation, without the header rows that every page repeats."""
    columns = [min(range(len(table.columns)), key=lambda at: abs(table.columns[at] - edge)) for edge in other.columns]
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in other.cells.items():
        rows.setdefault(row, {})[columns[column]] = cell
    repeated = 0
    while repeated < min(_HEAD_ROWS, len(rows), table.rows) and _shown(rows[repeated]) == _shown(_row(table, repeated)):
        repeated += 1
    fresh = [rows[row] for row in sorted(rows)][repeated:]
    if fresh and _is_torn(table, _row(table, table.rows - 1), fresh[0]):
        for column, cell in fresh[0].items():
            table.cells[table.rows - 1, column].lines.extend(cell.lines)
        fresh = fresh[1:]
    for cells in fresh:
        for column, cell in cells.items():
            table.cells[table.rows, column] = cell
        table.rows += 1
    table.last_page = other.page


def _row(table: Table, row: int) -> dict[int, Cell]:
    return {column: cell for (place, column), cell in table.cells.items() if place == row}


def _shown(row: dict[int, Cell]) -> list[tuple[int, str]]:
    return sorted((column, "".join(line.text for line in cell.lines)) for column, cell in row.items())


def _is_torn(table: Table, above: dict[int, Cell], below: dict[int, Cell]) -> bool:
    """Tell whether a page break cut through a row: what is below goes on in the middle of the text above."""
    filled = [column for column, cell in below.items() if cell.lines]
    if not filled or 0 in filled or below.keys() != above.keys() or not all(above[column].lines for column in filled):
        return False
    ends = [above[column].lines[-1] for column in filled]
    reach = _Widths(table)
    widths = [reach.of(column, above[column]) for column in filled]
    heads = [below[column].lines[0] for column in filled]
    if any(had_room(end, head, width) for end, head, width in zip(ends, heads, widths, strict=True)):
        return False
    return not all(end.text.endswith(_TERMINAL) for end in ends)


def cell_texts(table: Table, with_line_end: Callable[[str, str], str]) -> Iterator[tuple[str, int, int]]:
    """Give the text, row and column of each cell, row by row; a cell of numbered items has several.

    Args:
        table: the table.
        with_line_end: gives a line as it stands before another one that goes on.
    """
    widths = _Widths(table)
    for (row, column), cell in sorted(table.cells.items()):
        width = widths.of(column, cell)
        pieces = [cell.lines[0].text] if cell.lines else []
        for before, line in pairwise(cell.lines):
            ended = had_room(before, line, width)
            if (ended or before.text.endswith(_TERMINAL)) and read_enumerator(line.text) is not None:
                yield "".join(pieces), row, column
                pieces = []
            else:
                # A line that ended on purpose is no place where words may be joined.
                pieces[-1] = f"{pieces[-1]}\n" if ended else with_line_end(pieces[-1], line.text)
            pieces.append(line.text)
        yield "".join(pieces), row, column


class _Widths:
    """How long lines can be in the cells of a table: what other lines reach, or all that the usual margin leaves."""

    def __init__(self, table: Table) -> None:
        self._cells: dict[tuple[int, int], list[Cell]] = {}
        for (_row, column), cell in table.cells.items():
            self._cells.setdefault(self._kind(column, cell), []).append(cell)
        self._known: dict[tuple[int, int], float] = {}

    def _kind(self, column: int, cell: Cell) -> tuple[int, int]:
        return column, round(cell.width / _SAME_EDGE)

    def of(self, column: int, cell: Cell) -> float:
        """Give the width of a full line in a cell that begins in a column."""
        kind = self._kind(column, cell)
        if kind not in self._known:
            self._known[kind] = _line_width(self._cells[kind])
        return self._known[kind]


def _line_width(cells: list[Cell]) -> float:
    lines = [line for cell in cells for line in cell.lines]
    longest = max((line.x1 - line.x0 for line in lines), default=0.0)
    broken = [line.x1 - line.x0 for cell in cells for line in cell.lines[:-1]]
    if len(broken) > 2:
        slack = _SAME_WIDTH * max(line.size for line in lines)
        # Where most lines that go on are equally long, that is all the room there is.
        if sum(width > max(broken) - slack for width in broken) * 3 >= len(broken) * 2:
            return longest
    return max(longest, max(cell.width for cell in cells) - _PADDING)


def had_room(before: Line, line: Line, width: float) -> bool:
    """Tell whether the beginning of a line would have stood on the line before: it was ended on purpose.

    Args:
        before: the line before.
        line: the line.
        width: how long a full line is.
    """
    room = width - (before.x1 - before.x0)
    head = (line.x1 - line.x0) * head_width(line.text) / max(_units(line.text), 1.0)
    return room > head + _SLACK * before.size


def head_width(text: str) -> float:
    """Give the width, in heights of its letters, of what no line end may part at the beginning of a text."""
    before = ""
    for index, char in enumerate(text):
        between_words = is_wide(char) or is_wide(before) if before else False
        if char.isspace() or (between_words and char not in _NOT_FIRST and before not in _NOT_LAST):
            return _units(text[:index])
        before = char
    return _units(text)


def _units(text: str) -> float:
    return sum(1.0 if is_wide(char) else _LATIN_WIDTH for char in text)

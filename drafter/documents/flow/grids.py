"""Ruling lines to the grid of a table: which cells there are, merged ones too, and where each stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from drafter.documents import limits
from drafter.documents.flow.rulings import Ruling, Rulings

_TOUCH: Final = 4.0
_OPEN: Final = 12.0
_COVER: Final = 0.8


@dataclass(slots=True)
class Grid:
    """A ruled table of a page.

    Attributes:
        xs: the edges of its columns, from the left.
        ys: the edges of its rows, from the top.
        places: for each field between neighbouring edges, row by row, the row and column of its cell.
    """

    xs: list[float]
    ys: list[float]
    places: list[list[tuple[int, int]]] = field(default_factory=list)

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """Give the row and column of the cell at a point; None outside of the table."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1:
            return self.places[row][column]
        return None

    def cells(self) -> list[tuple[int, int]]:
        """Give the row and column of every cell, row by row."""
        return sorted({place for row in self.places for place in row})


def grids(lines: Rulings) -> list[Grid]:
    """Find the tables of a page among its ruling lines, from the top."""
    if len(lines.across) + len(lines.down) > limits.RULINGS:
        return []  # a map or a chart, not a table
    found = [grid for group in _groups(lines) if (grid := _grid(group)) is not None]
    return sorted(found, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _groups(lines: Rulings) -> list[Rulings]:
    """Part lines into those that hang together."""
    across, down = lines
    owner = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    places = [line.at for line in down]
    for index, one in enumerate(across):
        for place in range(bisect_left(places, one.start - _TOUCH), bisect_right(places, one.end + _TOUCH)):
            if down[place].start - _TOUCH <= one.at <= down[place].end + _TOUCH:
                owner[root(index)] = root(len(across) + place)
    groups: dict[int, Rulings] = {}
    for index, line in enumerate((*across, *down)):
        group = groups.setdefault(root(index), Rulings([], []))
        (group.across if index < len(across) else group.down).append(line)
    return [group for group in groups.values() if group.across and group.down]


def _grid(lines: Rulings) -> Grid | None:
    xs = _edges([line.at for line in lines.down], *_extent(lines.across))
    ys = _edges([line.at for line in lines.across], *_extent(lines.down))
    if len(xs) < 2 or len(ys) < 2 or not 1 < (len(xs) - 1) * (len(ys) - 1) <= limits.TABLE_CELLS // 5:
        return None
    walls = _walls(lines.down, xs, ys)
    floors = _walls(lines.across, ys, xs)
    owner = {(row, column): (row, column) for row in range(len(ys) - 1) for column in range(len(xs) - 1)}

    def root(place: tuple[int, int]) -> tuple[int, int]:
        while owner[place] != place:
            owner[place] = owner[owner[place]]
            place = owner[place]
        return place

    for row, column in owner:
        for other, closed in (
            ((row, column + 1), (column + 1, row) in walls),
            ((row + 1, column), (row + 1, column) in floors),
        ):
            if other in owner and not closed:
                first, second = sorted((root((row, column)), root(other)))
                owner[second] = first
    return _numbered(xs, ys, {place: root(place) for place in owner})


def _numbered(xs: list[float], ys: list[float], cells: dict[tuple[int, int], tuple[int, int]]) -> Grid | None:
    """Count rows and columns where cells begin; lines that part no cells (underlined words) don't count."""
    tops: dict[tuple[int, int], int] = {}
    lefts: dict[tuple[int, int], int] = {}
    for (row, column), cell in cells.items():
        tops[cell] = min(row, tops.get(cell, row))
        lefts[cell] = min(column, lefts.get(cell, column))
    rows = {top: number for number, top in enumerate(sorted(set(tops.values())))}
    columns = {left: number for number, left in enumerate(sorted(set(lefts.values())))}
    if len(tops) < 2:
        return None
    places = [
        [(rows[tops[cells[row, column]]], columns[lefts[cells[row, column]]]) for column in range(len(xs) - 1)]
        for row in range(len(ys) - 1)
    ]
    return Grid(xs, ys, places)


def _extent(lines: Iterable[Ruling]) -> tuple[float, float]:
    lines = list(lines)
    return min(line.start for line in lines), max(line.end for line in lines)


def _edges(places: list[float], start: float, end: float) -> list[float]:
    """Give the edges of columns or rows; a table may be open at its sides."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _TOUCH:
            found.append(place)
    if start < found[0] - _OPEN:
        found.insert(0, start)
    if end > found[-1] + _OPEN:
        found.append(end)
    return found


def _walls(lines: list[Ruling], edges: list[float], crossing: list[float]) -> set[tuple[int, int]]:
    """Give which fields have a line at an edge: pairs of the edge's index and the field's along it."""
    found = set()
    for line in lines:
        near = min(bisect_left(edges, line.at), len(edges) - 1)
        edge = near - 1 if near and line.at - edges[near - 1] < edges[near] - line.at else near
        first = max(bisect_right(crossing, line.start + _TOUCH) - 1, 0)
        for index in range(first, min(bisect_right(crossing, line.end), len(crossing) - 1)):
            start, end = crossing[index], crossing[index + 1]
            if min(end, line.end) - max(start, line.start) >= (end - start) * _COVER:
                found.add((edge, index))
    return found

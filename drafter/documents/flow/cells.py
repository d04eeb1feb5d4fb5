"""The text in the cells of a ruled table."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from drafter.documents.flow.glyphs import Glyph, Line
from drafter.documents.flow.grids import Grid

_CUT: Final = 0.2
_CUT_THROUGH: Final = 0.35
_STRAY: Final = 0.05
_FILLED: Final = 0.1


@dataclass(slots=True)
class Cell:
    """A cell of a table.

    Attributes:
        lines: its lines from the top.
        width: its width.
    """

    lines: list[Line]
    width: float


@dataclass(slots=True)
class Table:
    """A table of a page.

    Attributes:
        page: the page's index.
        x0: its left edge.
        x1: its right edge.
        y0: its upper edge.
        y1: its lower edge.
        columns: the left edges of its columns, counted from its own left edge.
        rows: how many rows it has.
        cells: the cells by row and column, the empty ones too.
        last_page: the index of the page that it ends on.
    """

    page: int
    x0: float
    x1: float
    y0: float
    y1: float
    columns: list[float]
    rows: int
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    last_page: int = 0


def take_tables(
    glyphs: Iterable[Glyph],
    grids: list[Grid],
    page: int,
    lines_of: Callable[[Iterable[Glyph], int], list[Line]],
) -> tuple[list[Glyph], list[Table]]:
    """Part the characters of a page into those of its tables and the rest.

    Args:
        glyphs: the characters in the order of the file.
        grids: the grids on the page.
        page: the page's index.
        lines_of: brings characters of one column into lines.

    Returns:
        The characters that stand in no table, and the tables.
    """
    left = list(glyphs)
    tables: list[Table] = []
    # A table within a cell of another one is read first, so that its lines are its own.
    for grid in sorted(grids, key=_area):
        inside: dict[tuple[int, int], list[Glyph]] = {}
        outside: list[Glyph] = []
        for glyph in left:
            place = grid.place((glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2)
            if place is None:
                outside.append(glyph)
            else:
                inside.setdefault(place, []).append(glyph)
        if _holds(grid, inside):
            left = outside
            tables.append(_table(grid, inside, page, lines_of))
    return left, sorted(tables, key=lambda table: (table.y0, table.x0))


def _area(grid: Grid) -> float:
    return (grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0])


def _holds(grid: Grid, inside: dict[tuple[int, int], list[Glyph]]) -> bool:
    """Tell whether lines are a table's by what stands between them: charts and ornaments have text on their lines."""
    shown = [cell for cell, glyphs in inside.items() if any(not glyph.chars.isspace() for glyph in glyphs)]
    if len(shown) < 2 or len(shown) < len(grid.cells()) * _FILLED:
        return False
    cut = sum(_is_cut(grid, glyph) for glyphs in inside.values() for glyph in glyphs)
    return cut <= sum(map(len, inside.values())) * _STRAY


def _is_cut(grid: Grid, glyph: Glyph) -> bool:
    """Tell whether a character stands across the border of two cells."""
    slack = (glyph.x1 - glyph.x0) * _CUT
    high = (glyph.y1 - glyph.y0) * _CUT_THROUGH
    middle = (glyph.y0 + glyph.y1) / 2
    centre = (glyph.x0 + glyph.x1) / 2
    return grid.place(glyph.x0 + slack, middle) != grid.place(glyph.x1 - slack, middle) or grid.place(
        centre, glyph.y0 + high
    ) != grid.place(centre, glyph.y1 - high)


def _table(
    grid: Grid,
    inside: dict[tuple[int, int], list[Glyph]],
    page: int,
    lines_of: Callable[[Iterable[Glyph], int], list[Line]],
) -> Table:
    lefts: dict[int, float] = {}
    widths: dict[tuple[int, int], float] = {}
    for row in grid.places:
        for index, cell in enumerate(row):
            lefts.setdefault(cell[1], grid.xs[index] - grid.xs[0])
            reach = grid.xs[index + 1] - grid.xs[0] - lefts[cell[1]]
            widths[cell] = max(reach, widths.get(cell, 0.0))
    return Table(
        page=page,
        x0=grid.xs[0],
        x1=grid.xs[-1],
        y0=grid.ys[0],
        y1=grid.ys[-1],
        columns=[lefts[column] for column in sorted(lefts)],
        rows=1 + max(row for row, _column in widths),
        cells={cell: Cell(lines_of(inside.get(cell, ()), page), width) for cell, width in widths.items()},
        last_page=page,
    )

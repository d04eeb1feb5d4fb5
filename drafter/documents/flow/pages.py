"""A page in reading order: its columns, its lines, its tables."""

from collections.abc import Iterable
from statistics import median
from typing import Final

from drafter.documents.flow.aligned import with_aligned_tables
from drafter.documents.flow.cells import Table, take_tables
from drafter.documents.flow.glyphs import Glyph, Line, pieces_of_lines
from drafter.documents.flow.grids import grids
from drafter.documents.flow.rows import segments, side_by_side
from drafter.documents.flow.rulings import Stroke, rulings

_COLUMN_LINES: Final = 6

Item = Line | Table


def items_of_page(glyphs: Iterable[Glyph], page: int, width: float, strokes: Iterable[Stroke] = ()) -> list[Item]:
    """Bring the characters of a page into lines and tables in reading order.

    Args:
        glyphs: the characters in the order of the file.
        page: the page's index.
        width: the page's width.
        strokes: the straight lines drawn on it.
    """
    lines = rulings(strokes)
    found = grids(lines)
    tables: list[Table] = []
    if found:
        glyphs, tables = take_tables(glyphs, found, page, lines_in_order)
    return [
        item
        for column in _columns([*pieces_of_lines(glyphs, page), *tables], width)
        for item in with_aligned_tables(_rows(column), lines.across)
    ]


def lines_in_order(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """Bring characters of one column, or of a table's cell, into lines from the top."""
    return [side_by_side(row, " ") for row in _rows(pieces_of_lines(glyphs, page)) if not isinstance(row, Table)]


def _columns(items: list[Item], width: float) -> list[list[Item]]:
    """Part a page of two columns of running text; a table's cells are too narrow for it."""
    middle = width / 2
    lines = [item for item in items if isinstance(item, Line)]
    left = [line for line in lines if line.x1 <= middle]
    right = [line for line in lines if line.x0 >= middle]
    if min(len(left), len(right)) < _COLUMN_LINES or len(left) + len(right) < len(lines) * 0.8:
        return [items]
    if min(median(line.x1 - line.x0 for line in side) for side in (left, right)) < width * 0.3:
        return [items]
    top = min(line.y0 for line in (*left, *right))
    return [
        [item for item in items if item.x0 < middle < item.x1 and item.y0 < top],
        [item for item in items if item.x1 <= middle],
        [item for item in items if item.x0 >= middle],
        [item for item in items if item.x0 < middle < item.x1 and item.y0 >= top],
    ]


def _rows(items: Iterable[Item]) -> list[Table | list[Line]]:
    """Bring lines and tables into order from the top, gathering lines that stand side by side."""
    rows: list[Table | list[Line]] = []
    for item in sorted(items, key=_height):
        row = rows[-1] if rows else None
        if isinstance(item, Table):
            rows.append(item)
        elif isinstance(row, list) and _is_beside(row[-1], item):
            row.append(item)
        else:
            rows.append([item])
    return [row if isinstance(row, Table) else segments(row) for row in rows]


def _height(item: Item) -> tuple[float, float]:
    # A table stands where it begins, however far it reaches down.
    return (2 * item.y0 if isinstance(item, Table) else item.y0 + item.y1), item.x0


def _is_beside(one: Line, other: Line) -> bool:
    overlap = min(one.y1, other.y1) - max(one.y0, other.y0)
    return overlap > min(one.size, other.size) * 0.6

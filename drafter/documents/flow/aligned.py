"""Tables without a grid of lines: three rules across a page, or rows that all keep to the same columns.

Only what can be nothing else is taken for a table: contents with page numbers, forms and signatures stay lines.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from drafter.documents.flow.cells import Cell, Table
from drafter.documents.flow.glyphs import Line
from drafter.documents.flow.rows import side_by_side
from drafter.documents.flow.rulings import Ruling

_FEWEST_ROWS: Final = 3
_FEWEST_COLUMNS: Final = 3
_FEWEST_RULES: Final = 3
_RULE: Final = 100.0
_SAME_EDGE: Final = 6.0
_ALIGNED: Final = 0.6
_GUTTER: Final = 1.0
_ROW_GAP: Final = 2.5

Row = Table | list[Line]


def with_aligned_tables(rows: list[Row], rules: Sequence[Ruling]) -> list[Table | Line]:
    """Give the rows of a page as lines and tables: pieces that keep to columns become cells, others parts of a line.

    Args:
        rows: the pieces of each row, or a table found by its grid, from the top.
        rules: the lines drawn across the page.
    """
    found: list[Table | Line] = []
    place = 0
    while place < len(rows):
        row = rows[place]
        if isinstance(row, Table):
            found.append(row)
            place += 1
            continue
        end = _ruled_end(rows, place, rules) or _aligned_end(rows, place)
        if end:
            found.append(_table([one for one in rows[place:end] if isinstance(one, list)]))
            place = end
        else:
            # Cells of a row that is no table's are told apart all the same.
            found.append(side_by_side(row, "\t"))
            place += 1
    return found


def _ruled_end(rows: list[Row], place: int, rules: Sequence[Ruling]) -> int:
    """Give where a table ends that begins at a row below a rule and has rules below its head and its last row."""
    top = _top(rows[place])
    above = [rule for rule in rules if rule.at <= top + 2 and rule.end - rule.start >= _RULE]
    if not above:
        return 0
    first = above[-1]
    same = [
        rule
        for rule in rules
        if rule.at > top and abs(rule.start - first.start) <= _SAME_EDGE and abs(rule.end - first.end) <= _SAME_EDGE
    ]
    if len(same) < _FEWEST_RULES - 1:
        return 0
    end = place
    inside: list[list[Line]] = []
    while end < len(rows):
        row = rows[end]
        if isinstance(row, Table) or row[0].y1 > same[-1].at + row[0].size * 0.5:
            break
        inside.append(row)
        end += 1
    full = max(map(len, inside), default=0)
    wide = [row for row in inside if len(row) == full]
    return end if full > 1 and len(wide) >= _FEWEST_ROWS and len(wide) == len(inside) and _columns(inside) else 0


def _aligned_end(rows: list[Row], place: int) -> int:
    """Give where a run of rows ends that all have the same number of pieces in the same columns; 0 for none."""
    run: list[list[Line]] = []
    end = place
    while end < len(rows):
        row = rows[end]
        if isinstance(row, Table) or len(row) < _FEWEST_COLUMNS or (run and not _goes_on(run, row)):
            break
        run.append(row)
        end += 1
    return end if len(run) >= _FEWEST_ROWS and _columns(run) else 0


def _goes_on(run: list[list[Line]], row: list[Line]) -> bool:
    return (
        len(row) == len(run[0])
        and row[0].y0 - run[-1][0].y1 <= row[0].size * _ROW_GAP
        and bool(_columns([*run[-1:], row], loosely=True))
    )


def _columns(rows: list[list[Line]], *, loosely: bool = False) -> bool:
    """Tell whether the pieces of rows stand in columns that a blank strip parts and whose pieces are in line."""
    size = median(line.size for row in rows for line in row)
    columns = list(zip(*rows, strict=True))
    for left, right in pairwise(columns):
        if min(line.x0 for line in right) - max(line.x1 for line in left) < size * _GUTTER:
            return False
    return loosely or all(_in_line(column, size * _ALIGNED) for column in columns)


def _in_line(column: Sequence[Line], slack: float) -> bool:
    edges = (
        [line.x0 for line in column],
        [line.x1 for line in column],
        [(line.x0 + line.x1) / 2 for line in column],
    )
    return any(max(edge) - min(edge) <= slack for edge in edges)


def _top(row: Row) -> float:
    return row.y0 if isinstance(row, Table) else min(line.y0 for line in row)


def _table(rows: list[list[Line]]) -> Table:
    columns = list(zip(*rows, strict=True))
    lefts = [min(line.x0 for line in column) for column in columns]
    rights = [max(line.x1 for line in column) for column in columns]
    return Table(
        page=rows[0][0].page,
        x0=lefts[0],
        x1=rights[-1],
        y0=_top(rows[0]),
        y1=max(line.y1 for line in rows[-1]),
        columns=[left - lefts[0] for left in lefts],
        rows=len(rows),
        cells={
            (number, column): Cell([line], rights[column] - lefts[column])
            for number, row in enumerate(rows)
            for column, line in enumerate(row)
        },
        last_page=rows[0][0].page,
    )

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
from drafter.documents.flow.tables import had_room

_FEWEST_ROWS: Final = 3
_FEWEST_COLUMNS: Final = 3
_FEWEST_RULES: Final = 3
_RULE: Final = 100.0
_SAME_EDGE: Final = 6.0
_ALIGNED: Final = 0.6
_GUTTER: Final = 1.0
_ROW_GAP: Final = 2.5
_PROSE: Final = 0.6

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
        elif (table := _ruled_table(rows, place, rules)) is not None:
            found.append(table[0])
            place = table[1]
        elif end := _aligned_end(rows, place):
            found.append(_table([[[line] for line in one] for one in rows[place:end] if isinstance(one, list)]))
            place = end
        else:
            # Cells of a row that is no table's are told apart all the same.
            found.append(side_by_side(row, "\t"))
            place += 1
    return found


def _ruled_table(rows: list[Row], place: int, rules: Sequence[Ruling]) -> tuple[Table, int] | None:
    """Give the table that begins at a row below a rule and ends above the last rule of the same reach.

    Returns:
        The table and the place of the row after it; None where there is no such table.
    """
    middle = _middle(rows[place])
    first = next((rule for rule in reversed(rules) if rule.at <= middle and rule.end - rule.start >= _RULE), None)
    if first is None or (place and _middle(rows[place - 1]) > first.at):
        return None
    below = [rule.at for rule in rules if rule.at > middle and _reaches_alike(first, rule)]
    bands = _bands(rows[place:], below, (first.end - first.start) * _PROSE)
    inside = [row for band in bands for row in band]
    if len(bands) < _FEWEST_RULES - 1 or min(line.x0 for row in inside for line in row) < first.start - _SAME_EDGE:
        return None
    columns = _strips(inside)
    filled = sum(len(row) > 1 for row in inside)
    if len(columns) < 2 or filled < _FEWEST_ROWS or filled * 2 < len(inside):
        return None
    return _table(_cells_of_bands(bands, columns)), place + len(inside)


def _bands(rows: list[Row], rules: list[float], widest: float) -> list[list[list[Line]]]:
    """Give the rows above each rule, as far as there are cells beside each other and no running text."""
    found: list[list[list[Line]]] = []
    place = 0
    for rule in rules:
        band: list[list[Line]] = []
        while place < len(rows) and _middle(rows[place]) <= rule:
            row = rows[place]
            if isinstance(row, Table) or max(line.x1 - line.x0 for line in row) > widest:
                return _with_cells(found)
            band.append(row)
            place += 1
        found.append(band)
    return _with_cells(found)


def _with_cells(bands: list[list[list[Line]]]) -> list[list[list[Line]]]:
    """Leave out what stands below the last cells beside each other: another table's caption, or nothing."""
    while bands and all(len(row) == 1 for row in bands[-1]):
        bands.pop()
    return bands


def _reaches_alike(one: Ruling, other: Ruling) -> bool:
    return abs(one.start - other.start) <= _SAME_EDGE and abs(one.end - other.end) <= _SAME_EDGE


def _strips(rows: list[list[Line]]) -> list[tuple[float, float]]:
    """Give the left and right edges of columns: what pieces cover, parted by strips that stay blank in all rows."""
    lines = [line for row in rows for line in row]
    gutter = median(line.size for line in lines) * _GUTTER
    found: list[tuple[float, float]] = []
    for left, right in sorted((line.x0, line.x1) for line in lines):
        if found and left - found[-1][1] < gutter:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


def _cells_of_bands(bands: list[list[list[Line]]], columns: list[tuple[float, float]]) -> list[list[list[Line]]]:
    """Give the lines of each cell, row by row: what stands between two rules is one row or several."""
    cut = [
        [[[line for line in row if left <= line.x0 <= right] for left, right in columns] for row in band]
        for band in bands
    ]
    # Where every row has its own rule, whatever stands between two of them belongs together.
    single = len(cut) >= _FEWEST_ROWS and all(sum(all(row) for row in band) <= 1 for band in cut)
    found: list[list[list[Line]]] = []
    for band in cut:
        start = len(found)
        for cells in band:
            if len(found) > start and (single or _continues(found[-1], cells, columns)):
                for cell, lines in zip(found[-1], cells, strict=True):
                    cell.extend(lines)
            else:
                found.append(cells)
    return found


def _continues(above: list[list[Line]], below: list[list[Line]], columns: list[tuple[float, float]]) -> bool:
    """Tell whether a row only goes on with cells of the row above whose lines were full."""
    if all(below):
        return False
    return all(
        bool(upper) and not had_room(upper[-1], lower[0], right - left)
        for upper, lower, (left, right) in zip(above, below, columns, strict=True)
        if lower
    )


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


def _middle(row: Row) -> float:
    return (row.y0 + row.y1) / 2 if isinstance(row, Table) else (row[0].y0 + row[0].y1) / 2


def _table(rows: list[list[list[Line]]]) -> Table:
    """Make a table of the lines of each cell, row by row."""
    columns = [[line for cell in column for line in cell] for column in zip(*rows, strict=True)]
    lefts = [min(line.x0 for line in column) for column in columns]
    rights = [max(line.x1 for line in column) for column in columns]
    lines = [line for column in columns for line in column]
    return Table(
        page=lines[0].page,
        x0=lefts[0],
        x1=rights[-1],
        y0=min(line.y0 for line in lines),
        y1=max(line.y1 for line in lines),
        columns=[left - lefts[0] for left in lefts],
        rows=len(rows),
        cells={
            (number, column): Cell(lines, rights[column] - lefts[column])
            for number, row in enumerate(rows)
            for column, lines in enumerate(row)
        },
        last_page=lines[0].page,
    )

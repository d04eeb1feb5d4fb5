"""Pieces of lines that stand side by side: parts of one line, or cells that stand apart."""

import re
from typing import Final

from drafter.documents.flow.glyphs import CELL_GAP, Line, is_wide

_LIST_NUMBER: Final = re.compile(r"[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[)）.．、]+|[•●·■]")


def segments(row: list[Line]) -> list[Line]:
    """Put the pieces of a row together that belong to one line; those that stand far apart remain apart."""
    found: list[Line] = []
    for line in sorted(row, key=lambda one: one.x0):
        if found and _is_near(found[-1], line):
            found[-1] = side_by_side([found[-1], line], "" if _is_wide_between(found[-1], line) else " ")
        else:
            found.append(line)
    return found


def side_by_side(row: list[Line], gap: str) -> Line:
    """Put the pieces of a row into one line.

    Args:
        row: the pieces from the left.
        gap: what parts them.
    """
    if len(row) == 1:
        return row[0]
    biggest = max(row, key=lambda one: one.size)
    text = gap.join(line.text for line in row)
    return Line(text, row[0].x0, max(line.x1 for line in row), biggest.y0, biggest.y1, row[0].page)


def _is_near(before: Line, line: Line) -> bool:
    distance = line.x0 - before.x1
    near = distance < CELL_GAP * max(before.size, line.size) * 0.5
    return near or _LIST_NUMBER.fullmatch(before.text) is not None


def _is_wide_between(before: Line, line: Line) -> bool:
    return is_wide(before.text[-1]) or is_wide(line.text[0])

"""Ruling lines of a page: what a drawing program leaves in pieces, put together again."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

_THIN: Final = 3.0
_JOIN: Final = 3.0
_SHORTEST: Final = 8.0
_FAR: Final = 1e5


class Ruling(NamedTuple):
    """A line drawn across or down, in points; `y` grows downward.

    Attributes:
        at: its height where it goes across, its distance from the left where it goes down.
        start: where it begins, along its own direction.
        end: where it ends.
    """

    at: float
    start: float
    end: float


class Rulings(NamedTuple):
    """The lines of a page.

    Attributes:
        across: those from left to right, from the top.
        down: those from top to bottom, from the left.
    """

    across: list[Ruling]
    down: list[Ruling]


class Stroke(NamedTuple):
    """A straight line, or the outline of a thin box, before it is known to be a ruling.

    Attributes:
        x0: its left edge.
        y0: its upper edge.
        x1: its right edge.
        y1: its lower edge.
    """

    x0: float
    y0: float
    x1: float
    y1: float


def figure_strokes(corners: Sequence[tuple[float, float]], *, filled: bool, outlined: bool) -> Iterator[Stroke]:
    """Give what a figure of straight lines draws: a thin filled one is a line itself, an outlined one has its sides.

    Args:
        corners: its corners in order, in points, `y` growing downward; the first one again where it is closed.
        filled: whether its inside is painted.
        outlined: whether its sides are drawn.
    """
    if len(corners) < 2 or not (filled or outlined):
        return
    xs, ys = [x for x, _y in corners], [y for _x, y in corners]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    if right - left <= _THIN or bottom - top <= _THIN:
        yield Stroke(left, top, right, bottom)
    elif outlined:
        for (x0, y0), (x1, y1) in pairwise(corners):
            yield Stroke(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def rulings(strokes: Iterable[Stroke]) -> Rulings:
    """Sort strokes by direction, and join those that go on in one line.

    Dotted lines come as many dots, and every cell may bring its own piece of a border.
    """
    across: list[Ruling] = []
    down: list[Ruling] = []
    for x0, y0, x1, y1 in strokes:
        if not all(-_FAR < edge < _FAR for edge in (x0, y0, x1, y1)):
            continue
        wide, high = abs(x1 - x0), abs(y1 - y0)
        # A dot belongs to a line of either direction, if to any.
        if high <= _THIN:
            across.append(Ruling((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        if wide <= _THIN:
            down.append(Ruling((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    return Rulings(_joined(across), _joined(down))


def _joined(lines: list[Ruling]) -> list[Ruling]:
    lines.sort()
    found: list[Ruling] = []
    begin = 0
    for index in range(1, len(lines) + 1):
        # Double borders are two lines beside each other.
        if index == len(lines) or lines[index].at - lines[begin].at > _JOIN:
            found += _chained(lines[begin:index])
            begin = index
    return found


def _chained(lines: list[Ruling]) -> Iterator[Ruling]:
    at = sum(line.at for line in lines) / len(lines)
    spans = sorted((line.start, line.end) for line in lines)
    start, end = spans[0]
    for one, other in spans[1:]:
        if one > end + _JOIN:
            if end - start >= _SHORTEST:
                yield Ruling(at, start, end)
            start, end = one, other
        else:
            end = max(end, other)
    if end - start >= _SHORTEST:
        yield Ruling(at, start, end)

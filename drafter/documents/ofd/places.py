"""Numbers and places as OFD writes them."""

import math
from dataclasses import dataclass
from typing import Final

from drafter.documents import limits
from drafter.documents.xml import Element

POINTS: Final = 72 / 25.4
"""OFD counts in millimetres, the rules for lines and tables in points."""

_FAR: Final = 1e6


@dataclass(frozen=True, slots=True)
class Matrix:
    """How an object's own coordinates become those around it.

    Attributes:
        a: stretch along x.
        b: what x adds to y.
        c: what y adds to x.
        d: stretch along y.
        e: shift along x.
        f: shift along y.
    """

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Give where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    @property
    def height(self) -> float:
        """How much letters grow."""
        return math.hypot(self.c, self.d) or 1.0


def number(text: str | None, default: float = 0.0) -> float:
    """Read a number; the default where it is none, or off any page."""
    try:
        value = default if text is None else float(text)
    except ValueError:
        return default
    return value if abs(value) < _FAR else default  # not so for what is no number at all


def numbers(text: str | None) -> list[float]:
    """Read a row of numbers."""
    return [number(word) for word in (text or "").split()[: limits.SPAN]]


def box(text: str | None) -> tuple[float, float, float, float] | None:
    """Read a box: left, top, width, height; None where there is none."""
    found = numbers(text)
    return (found[0], found[1], found[2], found[3]) if len(found) == 4 else None


def matrix(text: str | None) -> Matrix:
    """Read a transformation; none where it is not whole."""
    found = numbers(text)
    return Matrix(*found) if len(found) == 6 else Matrix()


def placed(element: Element) -> Matrix:
    """Give how the coordinates within an object become points on the page."""
    boundary = box(element.get("Boundary"))
    left, top = (boundary[0], boundary[1]) if boundary is not None else (0.0, 0.0)
    own = matrix(element.get("CTM"))
    return Matrix(
        own.a * POINTS,
        own.b * POINTS,
        own.c * POINTS,
        own.d * POINTS,
        (own.e + left) * POINTS,
        (own.f + top) * POINTS,
    )


def deltas(text: str | None, count: int) -> list[float]:
    """Read the distances between characters; "g n d" stands for n times the distance d.

    Args:
        text: the attribute.
        count: how many are needed at most.
    """
    found: list[float] = []
    words = (text or "").split()
    place = 0
    while place < len(words) and len(found) < count:
        if words[place] == "g" and place + 2 < len(words):
            repeats = min(max(int(number(words[place + 1])), 0), count)
            found += [number(words[place + 2])] * repeats
            place += 3
        else:
            found.append(number(words[place]))
            place += 1
    return found[:count]

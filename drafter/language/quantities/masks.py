"""Digits that are no figures: formulas, names of networks and hotlines, document and standard numbers."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from drafter.model import Span

FORMULA = re.compile(
    r"PM\s?(?:2\s?\.\s?5|2\s?[.．]\s?five|10|ten|1(?![0-9.]))|(?:S|N|C|CH|H|N2|NH|O|SF)\s?_?\s?[2-6₂₃₄](?![0-9A-Za-z%])"
    r"|H2S(?![A-Za-z])|N2O(?![A-Za-z])|[NS]O[23]|CO2|NH3|O3(?![0-9])|CaCO3|SF6",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"[0-9]+\+(?:[0-9N]+\+?)+"  # “2+26” cities, “1+N” policies
    r"|(?<![0-9])[2-6](?:G|D|S)(?![A-Za-z])"  # 5G, 3D, 4S shops
    r"|(?<![0-9])123(?:45|69|50)(?![0-9])"  # citizens', environmental and letters hotlines
    r"|https?://\S+|www\.\S+|[\w.]+@[\w.]+"
)


class Mask:
    """Stretches of a text in which no figure is sought."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []  # the furthest end so far, so that stretches may overlap
        for span in sorted(spans):
            self._starts.append(span.start)
            self._ends.append(max(span.end, self._ends[-1]) if self._ends else span.end)

    def covers(self, pos: int) -> bool:
        """Tell whether a code point lies in a masked stretch."""
        index = bisect_right(self._starts, pos) - 1
        return index >= 0 and pos < self._ends[index]

    def meets(self, span: Span) -> bool:
        """Tell whether a stretch shares a code point with a masked one."""
        index = bisect_left(self._starts, span.end) - 1
        return index >= 0 and span.start < self._ends[index]


def name_mask(text: str) -> Mask:
    """Mask the formulas and set names of a text."""
    return Mask(Span(*found.span()) for pattern in (FORMULA, _NAMES) for found in pattern.finditer(text))

"""Code points, which this program counts in, and UTF-16 units, which Qt counts in: converted here and nowhere else.

Most texts have no character beyond the basic plane; for them a place is the same in both countings and nothing is
walked through.
"""

import re
from bisect import bisect_left, bisect_right

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# Half a character: Qt drops it silently, and every place after it would move.
_LONE = re.compile("[\ud800-\udfff]")
# Qt's text documents take these for the ends of paragraphs or frames; U+2029 and U+000A they handle as we do.
_TAKEN = re.compile("[\r\ufdd0\ufdd1]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def displayable(text: str) -> str:
    """Give the text as Qt can hold it, code point for code point: what it would drop becomes a replacement mark."""
    if text.isascii() and "\r" not in text:
        return text
    return _TAKEN.sub(REPLACEMENT, _LONE.sub(REPLACEMENT, text))


class Utf16Map:
    """Converts places in one text.

    Example:
        >>> places = Utf16Map("长江𫚖鱼")
        >>> places.to_units(3), places.to_points(4)
        (4, 3)
    """

    __slots__ = ("_astral", "_units")

    def __init__(self, text: str) -> None:
        # Places of the characters that take two units: in code points, and in units.
        self._astral = [] if text.isascii() else [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [place + count for count, place in enumerate(self._astral)]

    def to_units(self, point: int) -> int:
        """Give the UTF-16 unit at which a code point stands."""
        return point + bisect_left(self._astral, point) if self._astral else point

    def to_points(self, unit: int) -> int:
        """Give the code point that stands at a UTF-16 unit; the middle of a pair counts as the character's start."""
        if not self._astral:
            return unit
        before = bisect_left(self._units, unit)
        if before and self._units[before - 1] == unit - 1:
            unit -= 1
            before -= 1
        return unit - bisect_right(self._units, unit - 1)

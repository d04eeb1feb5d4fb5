"""A corrected text as it is laid out to show what was corrected: words taken out struck, words put in underlined."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QTextCharFormat, QTextLayout

from drafter.gui.toolbox.theme import Theme
from drafter.gui.toolbox.utf16 import Utf16Map, displayable
from drafter.review import Difference, differences

_LINE_END: Final = "↵"
_SHORT: Final = 240
"""Characters up to which any two texts are soon compared."""
_FEW: Final = 160
"""Words, or pairs of characters, that may differ in longer ones: comparing takes the square of them."""
_LONGEST: Final = 15
"""Characters of a word on average, at most."""


class Corrected:
    """Both versions of a text in one.

    Attributes:
        text: the words of both, code point for code point as Qt holds them.
        formats: how those are set that stand in one version alone.
    """

    __slots__ = ("_here", "_there", "formats", "text")

    def __init__(self, before: str, after: str, theme: Theme) -> None:
        """Compare two versions.

        Args:
            before: the text as loaded.
            after: the text as it is.
            theme: the colours.
        """
        pieces = [_visible(one) for one in _pieces(before, after)]
        self.text = displayable("".join(one.text for one in pieces))
        places = Utf16Map(self.text)
        self.formats: list[QTextLayout.FormatRange] = []
        self._here, self._there = [0], [0]  # units of the text as it is, and of both, at which a piece of it begins
        point, here = 0, 0
        for one in pieces:
            start, end = places.to_units(point), places.to_units(point + len(one.text))
            point += len(one.text)
            if one.kind != "delete":
                self._here.append(here)
                self._there.append(start)
                here += end - start
            if one.kind != "equal":
                self.formats.append(_format(one, start, end, theme))

    def there(self, unit: int) -> int:
        """Give where a UTF-16 unit of the text as it is stands in both."""
        piece = bisect_right(self._here, unit) - 1
        return self._there[piece] + unit - self._here[piece]

    def here(self, unit: int) -> int:
        """Give which UTF-16 unit of the text as it is stands at one of both; of words taken out, where they stood."""
        piece = bisect_right(self._there, unit) - 1
        end = self._here[piece + 1] if piece + 1 < len(self._here) else None
        at = self._here[piece] + unit - self._there[piece]
        return at if end is None else min(at, end)


def _pieces(before: str, after: str) -> Sequence[Difference]:
    """Give what was taken out and put in; of a text that was written anew, all of it, which is soon told."""
    from rapidfuzz.distance import Indel

    if len(before) + len(after) > _SHORT:
        old, new = before.split(), after.split()
        if len(before) > _LONGEST * len(old):  # Chinese: there are no blanks between words
            old, new = list(before), list(after)
        if Indel.distance(old, new) > _FEW * (2 if len(old) == len(before) else 1):
            return [Difference("delete", before), Difference("insert", after)]
    return differences(before, after)


def _visible(one: Difference) -> Difference:
    """Give a piece whose line ends can be seen where they are what changed."""
    if one.kind == "equal" or "\n" not in one.text:
        return one
    return Difference(one.kind, one.text.replace("\n", _LINE_END))


def _format(one: Difference, start: int, end: int, theme: Theme) -> QTextLayout.FormatRange:
    looks = QTextCharFormat()
    if one.kind == "delete":
        looks.setFontStrikeOut(True)
        looks.setForeground(theme.underlines["critical"])
    else:
        looks.setFontUnderline(True)
        looks.setForeground(theme.tag)
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, end - start, looks
    return found

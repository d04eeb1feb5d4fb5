"""Characters with their places on a page to pieces of lines."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from drafter.documents.characters import whole_characters

WIDE: Final = (
    "\u2018\u2019\u201c\u201d\u2014\u2026\u2e80-\u303f\u3040-\u30ff\u3200-\u33ff\u3400-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff"
)
"""Characters as wide as high, and the marks set among them; for use in a regular expression's brackets."""

_HAN_LIKE: Final = re.compile(f"[{WIDE}]")
_OVERLAP: Final = 0.4
CELL_GAP: Final = 2.0
"""Heights of letters between what stands on one line and still belongs together."""
_BLANK_GAP: Final = 0.2
_BACK: Final = 0.1
_WIDE_GAP: Final = 1.2
_FAR: Final = 1e6


class Glyph(NamedTuple):
    """A character on a page, or several that stand close to each other; `y` grows downward.

    Attributes:
        chars: the characters; a blank always stands alone.
        x0: its left edge.
        x1: its right edge.
        y0: the upper edge of its line.
        y1: the lower edge of its line.
        guessed: whether it is a blank that the file does not hold.
    """

    chars: str
    x0: float
    x1: float
    y0: float
    y1: float
    guessed: bool = False


@dataclass(slots=True)
class Line:
    """A line of text.

    Attributes:
        text: its text; cells of a table row are parted by tabs.
        x0: its left edge.
        x1: its right edge.
        y0: its upper edge.
        y1: its lower edge.
        page: the page's index.
    """

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    page: int = 0

    @property
    def size(self) -> float:
        """The height of its letters."""
        return max(self.y1 - self.y0, 0.1)


@dataclass(slots=True)
class _Piece:
    """Glyphs that follow each other on one line."""

    glyphs: list[Glyph] = field(default_factory=list)
    y0: float = 0.0
    y1: float = 0.0

    def takes(self, glyph: Glyph) -> bool:
        """Tell whether a glyph goes on this line."""
        if not self.glyphs:
            return True
        last = self.glyphs[-1]
        size = self.y1 - self.y0
        height = min(glyph.y1 - glyph.y0, size)
        overlap = min(glyph.y1, self.y1) - max(glyph.y0, self.y0)
        return overlap >= height * _OVERLAP and last.x0 - size * 0.5 <= glyph.x0 <= last.x1 + size * CELL_GAP

    def add(self, glyph: Glyph) -> None:
        """Append a glyph; small raised or lowered ones don't change the line's height."""
        if not self.glyphs or glyph.y1 - glyph.y0 > (self.y1 - self.y0) * 1.05:
            self.y0, self.y1 = glyph.y0, glyph.y1
        self.glyphs.append(glyph)


def is_close(end: float, start: float, size: float) -> bool:
    """Tell whether a character follows another one so closely that no blank is between them.

    Args:
        end: the right edge of the one.
        start: the left edge of the other.
        size: the height of the letters.
    """
    return size * -_BACK <= start - end <= size * _BLANK_GAP


def is_wide(char: str) -> bool:
    """Tell whether a character belongs to Chinese text, which has no blanks between words."""
    return _HAN_LIKE.match(char) is not None


def pieces_of_lines(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """Group characters that follow each other on one line, in the order of the file.

    Args:
        glyphs: the characters in the order of the file.
        page: the page's index.
    """
    pieces: list[_Piece] = []
    for glyph in glyphs:
        # Damaged files put characters nowhere (no number at all) or miles off the page.
        if not all(-_FAR < edge < _FAR for edge in glyph[1:5]):
            continue
        if not pieces or not pieces[-1].takes(glyph):
            if glyph.chars.isspace():
                continue
            pieces.append(_Piece())
        pieces[-1].add(glyph)
    return [line for line in (_line(piece, page) for piece in pieces) if line.text]


def _line(piece: _Piece, page: int) -> Line:
    glyphs = piece.glyphs
    while glyphs and glyphs[-1].chars.isspace():
        glyphs.pop()
    text = _text(glyphs, piece.y1 - piece.y0)
    if not glyphs:
        return Line("", 0, 0, 0, 0, page)
    first, last = min(glyph.x0 for glyph in glyphs), max(glyph.x1 for glyph in glyphs)
    return Line(text, first, last, piece.y0, piece.y1, page)


def _text(glyphs: list[Glyph], size: float) -> str:
    text: list[str] = []
    for index, glyph in enumerate(glyphs):
        before = glyphs[index - 1] if index else None
        if glyph.guessed:
            after = glyphs[index + 1] if index + 1 < len(glyphs) else None
            # Between Chinese and Latin letters a typesetter leaves a gap where nobody typed a blank.
            if before is None or after is None or is_wide(before.chars[-1]) or is_wide(after.chars[0]):
                continue
        elif before is not None and _gap_is_blank(before, glyph, size):
            text.append(" ")
        text.append(glyph.chars)
    return whole_characters("".join(text)).strip(" \t\u3000\u00a0")


def _gap_is_blank(before: Glyph, glyph: Glyph, size: float) -> bool:
    if before.guessed or before.chars.isspace() or glyph.chars.isspace():
        return False
    wide = is_wide(before.chars[-1]) or is_wide(glyph.chars[0])
    return glyph.x0 - before.x1 > size * (_WIDE_GAP if wide else _BLANK_GAP)

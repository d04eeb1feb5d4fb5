"""Characters with their places on a page to lines in reading order."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Final

WIDE: Final = (
    "\u2018\u2019\u201c\u201d\u2014\u2026\u2e80-\u303f\u3040-\u30ff\u3200-\u33ff\u3400-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff"
)
"""Characters as wide as high, and the marks set among them; for use in a regular expression's brackets."""

_HAN_LIKE: Final = re.compile(f"[{WIDE}]")
_LIST_NUMBER: Final = re.compile(r"[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[)）.．、]+|[•●·■]")
_OVERLAP: Final = 0.4
_CELL_GAP: Final = 2.0
_BLANK_GAP: Final = 0.2
_WIDE_GAP: Final = 1.2
_FAR: Final = 1e6
_COLUMN_LINES: Final = 6


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character on a page; `y` grows downward.

    Attributes:
        char: the character.
        x0: its left edge.
        x1: its right edge.
        y0: the upper edge of its line.
        y1: the lower edge of its line.
        guessed: whether it is a blank that the file does not hold.
    """

    char: str
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
        return overlap >= height * _OVERLAP and last.x0 - size * 0.5 <= glyph.x0 <= last.x1 + size * _CELL_GAP

    def add(self, glyph: Glyph) -> None:
        """Append a glyph; small raised or lowered ones don't change the line's height."""
        if not self.glyphs or glyph.y1 - glyph.y0 > (self.y1 - self.y0) * 1.05:
            self.y0, self.y1 = glyph.y0, glyph.y1
        self.glyphs.append(glyph)


def is_wide(char: str) -> bool:
    """Tell whether a character belongs to Chinese text, which has no blanks between words."""
    return _HAN_LIKE.match(char) is not None


def lines_of_page(glyphs: Iterable[Glyph], page: int, width: float) -> list[Line]:
    """Group the characters of a page into lines in reading order.

    Args:
        glyphs: the characters in the order of the file.
        page: the page's index.
        width: the page's width.
    """
    pieces: list[_Piece] = []
    for glyph in glyphs:
        # Damaged files put characters nowhere (no number at all) or miles off the page.
        if not all(-_FAR < edge < _FAR for edge in (glyph.x0, glyph.x1, glyph.y0, glyph.y1)):
            continue
        if not pieces or not pieces[-1].takes(glyph):
            if not glyph.char.strip():
                continue
            pieces.append(_Piece())
        pieces[-1].add(glyph)
    lines = [line for line in (_line(piece, page) for piece in pieces) if line.text]
    columns = _columns(lines, width)
    return [line for column in columns for line in _rows(column)]


def _line(piece: _Piece, page: int) -> Line:
    glyphs = piece.glyphs
    while glyphs and not glyphs[-1].char.strip():
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
            if before is None or after is None or is_wide(before.char) or is_wide(after.char):
                continue
        elif before is not None and _gap_is_blank(before, glyph, size):
            text.append(" ")
        text.append(glyph.char)
    return _characters("".join(text)).strip(" \t\u3000\u00a0")


def _gap_is_blank(before: Glyph, glyph: Glyph, size: float) -> bool:
    if before.guessed or not before.char.strip() or not glyph.char.strip():
        return False
    wide = is_wide(before.char) or is_wide(glyph.char)
    return glyph.x0 - before.x1 > size * (_WIDE_GAP if wide else _BLANK_GAP)


def _characters(text: str) -> str:
    """Join halves of characters beyond the basic plane; a lone half is no character."""
    if text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _columns(lines: list[Line], width: float) -> list[list[Line]]:
    """Part a page of two columns of running text; a table's cells are too narrow for it."""
    middle = width / 2
    left = [line for line in lines if line.x1 <= middle]
    right = [line for line in lines if line.x0 >= middle]
    if min(len(left), len(right)) < _COLUMN_LINES or len(left) + len(right) < len(lines) * 0.8:
        return [lines]
    if min(median(line.x1 - line.x0 for line in side) for side in (left, right)) < width * 0.3:
        return [lines]
    top = min(line.y0 for line in (*left, *right))
    above = [line for line in lines if line.x0 < middle < line.x1 and line.y0 < top]
    below = [line for line in lines if line.x0 < middle < line.x1 and line.y0 >= top]
    return [above, left, right, below]


def _rows(lines: list[Line]) -> list[Line]:
    """Bring lines into order from the top, joining what stands side by side."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: (one.y0 + one.y1, one.x0)):
        row = rows[-1] if rows else None
        if row is not None and _is_beside(row[-1], line):
            row.append(line)
        else:
            rows.append([line])
    return [_joined(sorted(row, key=lambda one: one.x0)) for row in rows]


def _is_beside(one: Line, other: Line) -> bool:
    overlap = min(one.y1, other.y1) - max(one.y0, other.y0)
    return overlap > min(one.size, other.size) * 0.6


def _joined(row: list[Line]) -> Line:
    first = row[0]
    text = first.text
    for before, line in pairwise(row):
        gap = line.x0 - before.x1
        near = gap < _CELL_GAP * max(before.size, line.size) * 0.5 or _LIST_NUMBER.fullmatch(text) is not None
        text += ("" if near and (is_wide(text[-1]) or is_wide(line.text[0])) else " " if near else "\t") + line.text
    biggest = max(row, key=lambda one: one.size)
    return Line(text, first.x0, max(line.x1 for line in row), biggest.y0, biggest.y1, first.page)

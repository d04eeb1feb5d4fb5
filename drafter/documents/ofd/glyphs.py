"""The characters of an OFD page with their places."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from drafter.documents.flow import Glyph
from drafter.documents.ofd.places import Matrix, deltas, number, placed
from drafter.documents.xml import Element

_SIZE: Final = 4.0
_ASCENT: Final = 0.86
_DESCENT: Final = 0.14
_NARROW: Final = 0.5
_WIDEST: Final = 1.05
_BLANK: Final = re.compile(r"\s")


def page_glyphs(page: Element) -> Iterator[Glyph]:
    """Give the characters of a page, a template or an annotation in the order of the file, in points."""
    for element in page.iter("{*}TextObject"):
        if element.get("Visible", "true") != "false" and number(element.get("Alpha"), 255) > 0:
            yield from _object_glyphs(element)


def _object_glyphs(element: Element) -> Iterator[Glyph]:
    transform = placed(element)
    size = number(element.get("Size"), _SIZE) or _SIZE
    x = y = 0.0
    for code in element.iter("{*}TextCode"):
        # What is left out is where the text code before began.
        x, y = number(code.get("X"), x), number(code.get("Y"), y)
        if code.text:
            yield from _code_glyphs(code.text, code, (x, y), size, transform)


def _code_glyphs(
    text: str, code: Element, start: tuple[float, float], size: float, transform: Matrix
) -> Iterator[Glyph]:
    count = len(text)
    across, down = deltas(code.get("DeltaX"), count), deltas(code.get("DeltaY"), count)
    if not down and len(across) == count - 1 and _is_close(text, across, size):
        # Most lines are so, and a long document has very many.
        last = size if text[-1] > "\u2000" else size * _NARROW
        yield _glyph(text, start[0], start[0] + sum(across) + last, start[1], size, transform)
        return
    widths = [size if char > "\u2000" else size * _NARROW for char in text]
    # Without a distance of its own a character takes its width, unless the text runs down.
    across += [0.0 if index < len(down) else widths[index] for index in range(len(across), count)]
    xs = list(accumulate(across, initial=start[0]))
    widest = size * _WIDEST
    ends = [x + min(step or width, widest) for x, step, width in zip(xs, across, widths, strict=False)]
    if any(down):
        ys = [*accumulate(down, initial=start[1])]
        for char, x, end, y in zip(text, xs, ends, ys + ys[-1:] * count, strict=False):
            yield _glyph(char, x, end, y, size, transform)
        return
    for char, x, end in zip(text, xs, ends, strict=False):
        yield _glyph(char, x, end, start[1], size, transform)


def _is_close(text: str, across: list[float], size: float) -> bool:
    """Tell whether nothing but letters stands in a text, each right beside the one before."""
    near = not across or (min(across) > 0 and max(across) <= size * _WIDEST)
    return near and _BLANK.search(text) is None


def _glyph(chars: str, x: float, end: float, y: float, size: float, transform: Matrix) -> Glyph:
    left, baseline = transform.place(x, y)
    right = transform.place(end, y)[0]
    height = size * transform.height
    return Glyph(chars, left, max(right, left), baseline - height * _ASCENT, baseline + height * _DESCENT)

"""The characters of an OFD page with their places."""

from collections.abc import Iterator
from typing import Final

from drafter.documents.flow import Glyph
from drafter.documents.ofd.places import Matrix, box, deltas, matrix, number
from drafter.documents.xml import Element

_SIZE: Final = 4.0
_ASCENT: Final = 0.86
_DESCENT: Final = 0.14
_NARROW: Final = 0.5


def page_glyphs(page: Element) -> Iterator[Glyph]:
    """Give the characters of a page, a template or an annotation in the order of the file."""
    for element in page.iter("{*}TextObject"):
        if element.get("Visible", "true") != "false" and number(element.get("Alpha"), 255) > 0:
            yield from _object_glyphs(element)


def _object_glyphs(element: Element) -> Iterator[Glyph]:
    boundary = box(element.get("Boundary"))
    left, top = (boundary[0], boundary[1]) if boundary is not None else (0.0, 0.0)
    transform = matrix(element.get("CTM"))
    size = number(element.get("Size"), _SIZE) or _SIZE
    x = y = 0.0
    for code in element.iter("{*}TextCode"):
        # What is left out is where the text code before began.
        x, y = number(code.get("X"), x), number(code.get("Y"), y)
        text = code.text or ""
        yield from _code_glyphs(text, code, (x, y), size, _shifted(transform, left, top))


def _shifted(transform: Matrix, left: float, top: float) -> Matrix:
    return Matrix(transform.a, transform.b, transform.c, transform.d, transform.e + left, transform.f + top)


def _code_glyphs(
    text: str, code: Element, start: tuple[float, float], size: float, transform: Matrix
) -> Iterator[Glyph]:
    across = deltas(code.get("DeltaX"), len(text))
    down = deltas(code.get("DeltaY"), len(text))
    x, y = start
    height = size * transform.height
    for index, char in enumerate(text):
        width = size if ord(char) > 0x2000 else size * _NARROW
        step = across[index] if index < len(across) else width if index >= len(down) else 0.0
        left, baseline = transform.place(x, y)
        right = transform.place(x + min(step or width, size * 1.05), y)[0]
        yield Glyph(char, left, max(right, left), baseline - height * _ASCENT, baseline + height * _DESCENT)
        x += step
        y += down[index] if index < len(down) else 0.0

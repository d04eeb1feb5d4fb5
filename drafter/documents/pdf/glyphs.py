"""The characters of a PDF's pages with their places."""

import ctypes
from collections.abc import Iterator
from typing import Any, Final

from drafter.documents.flow import Glyph

_LOST: Final = "\ufffd"
_UNNAMED: Final = frozenset({0, 0xFFFF})


def page_glyphs(text_page: Any, height: float, raw: Any) -> Iterator[Glyph]:  # noqa: ANN401 -- the library has no types
    """Give the characters of a page in the order of the file.

    Args:
        text_page: the library's text of a page.
        height: the page's height.
        raw: the library's functions.
    """
    box = raw.FS_RECTF()
    reference = ctypes.byref(box)
    for index in range(raw.FPDFText_CountChars(text_page)):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if code in (10, 13):
            continue  # lines are found by their places
        if not raw.FPDFText_GetLooseCharBox(text_page, index, reference):
            continue
        guessed = raw.FPDFText_IsGenerated(text_page, index) == 1
        # A blank that the library adds lies flat on the line: it takes the place of its neighbour.
        char = _LOST if code in _UNNAMED else chr(code) if code < 0x110000 else _LOST
        yield Glyph(char, box.left, box.right, height - box.top, height - box.bottom, guessed)

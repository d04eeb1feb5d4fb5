"""The characters of a PDF's pages with their places."""

import ctypes
import struct
from collections.abc import Iterator
from typing import Any, Final

from drafter.documents.flow import Glyph, is_close
from drafter.documents.pdf.geometry import Frame

_LOST: Final = "\ufffd"
_UNNAMED: Final = frozenset({0, 0xFFFF})
_BOX: Final = struct.Struct("4f")  # left, top, right, bottom: quicker than the fields of the library's own structure
_LINE_ENDS: Final = frozenset({10, 13})


def page_glyphs(text_page: Any, frame: Frame, raw: Any) -> Iterator[Glyph]:  # noqa: ANN401 -- the library has no types
    """Give the characters of a page in the order of the file.

    Args:
        text_page: the library's text of a page.
        frame: where the page shows what.
        raw: the library's functions.
    """
    box = raw.FS_RECTF()
    reference = ctypes.byref(box)
    character, place_of, is_generated = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, raw.FPDFText_IsGenerated
    pointer = text_page.raw
    unpacked, turned, frame_left, frame_top = _BOX.unpack_from, frame.turns, frame.left, frame.top
    # What stands close together is gathered here already: there may be millions of characters.
    chars, left, right, top, bottom = "", 0.0, 0.0, 0.0, 0.0
    for index in range(raw.FPDFText_CountChars(pointer)):
        code = character(pointer, index)
        # Lines are found by their places, not by the line ends that the library puts in.
        if code in _LINE_ENDS or not place_of(pointer, index, reference):
            continue
        char = chr(code) if code not in _UNNAMED and code < 0x110000 else _LOST
        box_left, box_top, box_right, box_bottom = unpacked(box)
        x0, y0, x1, y1 = (
            frame.place(box_left, box_bottom, box_right, box_top)
            if turned
            else (box_left - frame_left, frame_top - box_top, box_right - frame_left, frame_top - box_bottom)
        )
        if chars and y0 == top and y1 == bottom and not char.isspace() and is_close(right, x0, y1 - y0):
            chars += char
            right = x1
            continue
        if chars:
            yield Glyph(chars, left, right, top, bottom)
        if char.isspace():
            # A blank that the library adds lies flat on the line: it takes the place of its neighbour.
            yield Glyph(char, x0, x1, y0, y1, guessed=is_generated(pointer, index) == 1)
            chars = ""
        else:
            chars, left, right, top, bottom = char, x0, x1, y0, y1
    if chars:
        yield Glyph(chars, left, right, top, bottom)

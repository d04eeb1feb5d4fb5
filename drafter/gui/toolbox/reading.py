"""Pages that are read through, not looked things up in: room around the text, and letters a little larger."""

from typing import Final

from PySide6.QtWidgets import QTextBrowser

MARGIN: Final = 18.0
"""Pixels around the text."""

LINE: Final = 130
"""Per cent of a line's own height."""

_LARGER: Final = 1.08


def set_to_be_read(page: QTextBrowser) -> None:
    """Give a page room and letters; it follows no link by itself."""
    page.setOpenLinks(False)
    page.document().setDocumentMargin(MARGIN)
    font = page.font()
    font.setPointSizeF(font.pointSizeF() * _LARGER)
    page.document().setDefaultFont(font)

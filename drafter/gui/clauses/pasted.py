"""What is pasted or dropped into a text, as it may stand there."""

from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocumentFragment

from drafter.exports.characters import legal

MOST: Final = 50_000
"""Characters that are taken at once: a whole book in one clause would hold the window up for minutes."""


def pasted(source: QMimeData) -> str:
    """Give plain words, without the line end that copying a paragraph brings along and without what no file can hold.

    Args:
        source: what was copied or is dragged.
    """
    text = source.text() or QTextDocumentFragment.fromHtml(source.html()).toPlainText()
    return legal(text.replace("\r\n", "\n")).strip("\n")

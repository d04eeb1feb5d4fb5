"""The page of the guide: it shows what lies in the guide's own folders, and asks nothing of a network."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)  # fmt: skip
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from drafter.gui.help.guide import Chapter, pictures_folder
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.reading import LINE, MARGIN, set_to_be_read
from drafter.gui.toolbox.theme import theme_for

_WIDEST: Final = 760
_LEAST: Final = 240
"""Pixels: the width of pictures."""

_PROPORTIONAL: Final = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_PICTURE: Final = "\ufffc"
"""What stands for a picture in a document's text."""

_REST: Final = 80
"""Milliseconds without a change of width before pictures are fitted into it."""


@guarded
class GuidePage(QTextBrowser):
    """Shows a chapter.

    Signals:
        chapter_asked: a link to the chapter of this name was followed.
        refused: the address of a link that leads out of the guide; it is not followed.
    """

    chapter_asked = Signal(str)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setOpenExternalLinks(False)
        set_to_be_read(self)
        self.anchorClicked.connect(self._follow)
        self._chapter: Chapter | None = None
        self._marked = ""
        self._resized = QTimer(self, singleShot=True, interval=_REST)
        self._resized.timeout.connect(self._fit)

    def show_chapter(self, chapter: Chapter) -> None:
        """Show a chapter from its beginning."""
        self._chapter, self._marked = chapter, ""
        features = QTextDocument.MarkdownFeature
        self.document().setMarkdown(chapter.text, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
        self._air()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setExtraSelections([])

    def mark(self, words: str) -> int:
        """Mark where words stand, go to the first, and say how many places there are."""
        self._marked = words
        places = []
        for word in words.split():
            here = self.document().find(word)
            while not here.isNull():
                places.append(here)
                here = self.document().find(word, here)
        form = QTextCharFormat()
        form.setBackground(theme_for(self.palette()).found)
        form.setForeground(self.palette().color(QPalette.ColorRole.Text))
        self.setExtraSelections([_selection(place, form) for place in places])
        if places:
            first = min(places, key=QTextCursor.position)
            first.clearSelection()
            self.setTextCursor(first)
            self.ensureCursorVisible()
        return len(places)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 -- Qt's own name
        """Fit the pictures into another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._resized.start()

    def _fit(self) -> None:
        """Show the chapter again, at the words that stood at the top."""
        if self._chapter is None:
            return
        top, marked = self.cursorForPosition(QPoint(0, 0)).position(), self._marked
        self.show_chapter(self._chapter)
        if marked:
            self.mark(marked)
        cursor = QTextCursor(self.document())
        cursor.setPosition(top)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + self.cursorRect(cursor).top())

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 -- Qt's own name
        """Give a picture of the guide, as wide as the page has room; nothing else is ever loaded."""
        place = QUrl(name)
        if kind != int(QTextDocument.ResourceType.ImageResource.value) or not place.isRelative():
            return None
        image = QImage(str(pictures_folder() / place.fileName()))
        if image.isNull():
            return None
        ratio = self.devicePixelRatioF()
        room = max(_LEAST, min(_WIDEST, self.viewport().width() - round(3 * MARGIN)))
        width = min(image.width(), round(room * ratio))
        scaled = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def _air(self) -> None:
        """Part lines and paragraphs; Qt sets Markdown as tight as a listing."""
        cursor = QTextCursor(self.document())
        muted = QColor(theme_for(self.palette()).heading(1))
        block = self.document().begin()
        while block.isValid():
            cursor.setPosition(block.position())
            form = block.blockFormat()
            level = form.headingLevel()
            if _PICTURE not in block.text():  # below one the room would be a third of it
                form.setLineHeight(LINE, _PROPORTIONAL)
            form.setTopMargin(14.0 if level > 1 else 4.0)
            form.setBottomMargin(8.0 if level else 6.0)
            cursor.setBlockFormat(form)
            if level:
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                letters = QTextCharFormat()
                letters.setForeground(muted)
                cursor.mergeCharFormat(letters)
            block = block.next()

    def _follow(self, address: QUrl) -> None:
        if address.isRelative() and address.path().endswith(".md"):
            self.chapter_asked.emit(address.fileName().removesuffix(".md"))
        else:
            self.refused.emit(address.toString())


def _selection(place: QTextCursor, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor, made.format = place, form
    return made

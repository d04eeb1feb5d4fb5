# ruff: noqa: N802 -- Qt's own method names
"""Dragging across rows: what begins as a selection of words goes on as one of rows once the pointer leaves its row."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QTableView, QTextEdit, QWidget

from drafter.gui.toolbox.overrides import guarded

_SLACK: Final = 8
"""How far a hand may slip off the row before rows are meant, in pixels."""
_SCROLL_MS: Final = 30
_SLOWER: Final = 4
"""Pixels beyond the edge for one pixel of each step of scrolling."""


@guarded
class RowDrag(QObject):
    """Follows a pressed pointer, over the table and over what stands on its current row."""

    def __init__(self, table: QTableView, began: Callable[[], None], reach: Callable[[int], None]) -> None:
        """Begin to watch.

        Args:
            table: the table.
            began: called once rows are meant.
            reach: called with the row that the pointer has come to.
        """
        super().__init__(table)
        self._table = table
        self._began, self._reach = began, reach
        self._row = -1
        self._whole = False
        self._y = 0
        self.active = False
        self._scrolling = QTimer(self, interval=_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)

    def watch(self, widget: QWidget) -> None:
        """Follow the pointer over a widget that stands on the current row, too."""
        widget.installEventFilter(self)

    def begin(self, row: int, *, whole: bool) -> None:
        """The button was pressed on a row.

        Args:
            row: the row.
            whole: whether any move means rows, as in the narrow column.
        """
        self._row, self._whole = row, whole

    def move(self, place: QPoint) -> bool:
        """Follow the pointer to a place of the viewport, and tell whether rows are meant now."""
        if self._row < 0:
            return False
        slack = 0 if self._whole else _SLACK
        top = self._table.rowViewportPosition(self._row) - slack
        if not self.active and not top <= place.y() < top + self._table.rowHeight(self._row) + 2 * slack:
            self.active = True
            self._began()
        if self.active:
            self._y = place.y()
            self._follow()
        return self.active

    def end(self) -> bool:
        """The button is up; tell whether rows were meant."""
        was, self.active, self._row = self.active, False, -1
        self._scrolling.stop()
        return was

    def _follow(self) -> None:
        height = self._table.viewport().height()
        outside = not 0 <= self._y < height
        if outside and not self._scrolling.isActive():
            self._scrolling.start()
        elif not outside:
            self._scrolling.stop()
        row = self._table.rowAt(min(max(self._y, 0), height - 1))
        self._reach(row if row >= 0 else self._table.verticalHeader().count() - 1)

    def _scroll(self) -> None:
        beyond = self._y if self._y < 0 else self._y - self._table.viewport().height() + 1
        bar = self._table.verticalScrollBar()
        bar.setValue(bar.value() + beyond // _SLOWER + (1 if beyond > 0 else -1))
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what concerns rows from what stands on the current one."""
        if not isinstance(event, QMouseEvent) or not isinstance(watched, QWidget):
            return False
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self.begin(self._table.currentIndex().row(), whole=False)
        elif event.type() == QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton:
            return self.move(self._table.viewport().mapFromGlobal(event.globalPosition().toPoint()))
        elif event.type() == QEvent.Type.MouseButtonRelease and not event.buttons() & Qt.MouseButton.LeftButton:
            self.end()
        return False


def end_selecting(text: QTextEdit) -> None:
    """Have a text in which words are being selected select none, and go on with none though the button is down."""
    place, button = QPointF(text.cursorRect().center()), Qt.MouseButton.LeftButton
    up = QMouseEvent(
        QEvent.Type.MouseButtonRelease, place, text.viewport().mapToGlobal(place), button, button,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QGuiApplication.sendEvent(text.viewport(), up)
    cursor = text.textCursor()
    cursor.clearSelection()
    text.setTextCursor(cursor)

# ruff: noqa: N802 -- Qt's own method names
"""A scroll bar with room beside it for a map of what is scrolled."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from drafter.gui.toolbox.overrides import guarded


@guarded
class MapBar(QScrollBar):
    """A vertical scroll bar; at its right stands a strip as wide as its owner says, along the way of the thumb."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._strip: QWidget | None = None
        self._room = 0

    def set_strip(self, strip: QWidget, room: int) -> None:
        """Take the strip, or other room for it.

        Args:
            strip: stands beside the bar from now on.
            room: its width in pixels.
        """
        self._strip, self._room = strip, room
        strip.setParent(self)
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        """Ask for the room of both."""
        hint = super().sizeHint()
        return QSize(hint.width() + self._room, hint.height())

    def initStyleOption(self, option: QStyleOptionSlider) -> None:
        """Have the bar itself drawn and pressed in its own part of the room."""
        super().initStyleOption(option)
        option.rect = option.rect.adjusted(0, 0, -self._room, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the strip beside the bar."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if self._strip is None:
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarGroove
        groove = self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self)
        self._strip.setGeometry(QRect(self.width() - self._room, groove.top(), self._room, groove.height()))

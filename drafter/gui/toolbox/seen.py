"""A panel that knows whether it is seen: Qt takes one that stands behind another tab for visible."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDockWidget, QWidget

from drafter.gui.toolbox.overrides import guarded


@guarded
class SeenPanel(QWidget):
    """A panel that may stand in a dock.

    Signals:
        seen_changed: whether it is seen now.
    """

    seen_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dock: QDockWidget | None = None
        self._in_front = True
        self._told = False

    @property
    def seen(self) -> bool:
        """Whether it is shown, and no other tab before it."""
        return self.isVisible() and self._in_front

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 -- Qt's own name
        """Follow the dock that it is put into."""
        super().changeEvent(event)
        parent = self.parentWidget()
        if event.type() == QEvent.Type.ParentChange and isinstance(parent, QDockWidget) and parent is not self._dock:
            self._dock = parent
            parent.visibilityChanged.connect(self._on_front)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's own name
        """Come into sight."""
        super().showEvent(event)
        self._tell()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 -- Qt's own name
        """Go out of sight."""
        super().hideEvent(event)
        self._tell()

    def _on_front(self, in_front: bool) -> None:
        self._in_front = in_front
        self._tell()

    def _tell(self) -> None:
        if self.seen != self._told:
            self._told = self.seen
            self.seen_changed.emit(self.seen)

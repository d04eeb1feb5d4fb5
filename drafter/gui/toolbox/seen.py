"""Whether a panel is seen: Qt takes one that stands behind another tab for visible."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QDockWidget, QWidget

from drafter.gui.toolbox.overrides import guarded


@guarded
class Seen(QObject):
    """Watches a panel and the dock that it stands in.

    Signals:
        changed: whether it is seen now.
    """

    changed = Signal(bool)

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self._panel = panel
        self._dock: QDockWidget | None = None
        self._in_front = True
        self._told = False
        panel.installEventFilter(self)

    def __bool__(self) -> bool:
        return self._panel.isVisible() and self._in_front

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's own name
        """Follow the panel into a dock, and see it come and go."""
        if event.type() == QEvent.Type.ParentChange:
            self._enter()
        elif event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._tell()
        return False

    def _enter(self) -> None:
        parent = self._panel.parentWidget()
        if isinstance(parent, QDockWidget) and parent is not self._dock:
            self._dock = parent
            parent.visibilityChanged.connect(self._on_front)

    def _on_front(self, in_front: bool) -> None:
        self._in_front = in_front
        self._tell()

    def _tell(self) -> None:
        seen = bool(self)
        if seen != self._told:
            self._told = seen
            self.changed.emit(seen)

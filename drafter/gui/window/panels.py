"""The panels beside the view: where they stand, and that they come back as they were left."""

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QWidget

_SHARE = (3, 10)  # of the window's width


class Panels:
    """Docks for the panels, behind one another at the right."""

    def __init__(self, window: QMainWindow, panels: Mapping[str, QWidget], menu: QMenu) -> None:
        self._window = window
        self._docks = {name: self._dock(name, content) for name, content in panels.items()}
        first, *others = self._docks.values()
        for dock in others:
            window.tabifyDockWidget(first, dock)
        menu.addSeparator()
        for dock in self._docks.values():
            menu.addAction(dock.toggleViewAction())
            dock.hide()  # nothing to show before something is open

    def _dock(self, name: str, content: QWidget) -> QDockWidget:
        dock = QDockWidget()
        dock.setObjectName(name)
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetMovable)  # the View menu shows and hides it
        dock.setWidget(content)
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        return dock

    def show(self, layout: str) -> None:
        """Bring the panels out, as they were left.

        Args:
            layout: what `layout` gave, "" for the usual places.
        """
        for dock in self._docks.values():
            dock.show()
        first = next(iter(self._docks.values()))
        if not self._window.restoreState(QByteArray.fromHex(layout.encode())):
            part, whole = _SHARE
            self._window.resizeDocks([first], [self._window.width() * part // whole], Qt.Orientation.Horizontal)
        first.raise_()

    def layout(self) -> str:
        """Give the places of the panels, to be kept."""
        return bytes(self._window.saveState().toHex().data()).decode()

    def bring(self, name: str) -> None:
        """Show a panel before the others."""
        self._docks[name].show()
        self._docks[name].raise_()

    def retitle(self, titles: Mapping[str, str]) -> None:
        """Say the panels' names in the language that is set."""
        for name, title in titles.items():
            self._docks[name].setWindowTitle(title)

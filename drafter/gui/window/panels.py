"""The panels beside the view: where they stand, and that they come back as they were left."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QTabBar, QWidget

_SHARE, _WIDEST = (3, 10), (7, 20)  # of the window's width


class Panels:
    """Docks for the panels, behind one another at the right; wide ones stand below the text.

    Some are shown only once the View menu asks for them: a narrow screen has no room for all their names.

    Attributes:
        names: of the panels, in the order of the View menu.
    """

    def __init__(
        self,
        window: QMainWindow,
        panels: Mapping[str, QWidget],
        menu: QMenu,
        wide: Collection[str] = (),
        later: Collection[str] = (),
    ) -> None:
        """Make the docks.

        Args:
            window: the window.
            panels: what stands in them, by name.
            menu: where each can be shown and hidden.
            wide: names of those that stand below the text, and only once they are asked for.
            later: names of those that stand behind the others, and only once they are asked for.
        """
        self._window = window
        self._wide = frozenset(wide)
        self._asked_for = self._wide | frozenset(later)
        self.names = tuple(panels)
        self._docks = {name: self._dock(name, content) for name, content in panels.items()}
        first, *others = (dock for name, dock in self._docks.items() if name not in self._wide)
        for dock in others:
            window.tabifyDockWidget(first, dock)
        below = [self._docks[name] for name in panels if name in self._wide]
        for dock in below[1:]:
            window.tabifyDockWidget(below[0], dock)
        menu.addSeparator()
        for name, dock in self._docks.items():
            action = dock.toggleViewAction()
            # Qt offers and does this only where a dock has a button that closes it.
            action.setEnabled(True)
            action.triggered.connect(lambda shown, name=name: self.bring(name) if shown else self._docks[name].hide())
            menu.addAction(action)
            dock.hide()  # nothing to show before something is open

    def _dock(self, name: str, content: QWidget) -> QDockWidget:
        dock = QDockWidget()
        dock.setObjectName(name)
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetMovable)  # the View menu shows and hides it
        dock.setWidget(content)
        below = name in self._wide
        areas = Qt.DockWidgetArea
        self._window.addDockWidget(areas.BottomDockWidgetArea if below else areas.RightDockWidgetArea, dock)
        return dock

    def show(self, layout: str) -> None:
        """Bring the panels out, as they were left.

        Args:
            layout: what `layout` gave, "" for the usual places.
        """
        for name, dock in self._docks.items():
            dock.setVisible(name not in self._asked_for)
        first = next(iter(self._docks.values()))
        if not self._window.restoreState(QByteArray.fromHex(layout.encode())):
            part, whole = _SHARE
            width = max(self._window.width() * part // whole, self._names_width())
            self._window.resizeDocks([first], [width], Qt.Orientation.Horizontal)
        first.raise_()

    def _names_width(self) -> int:
        """Give the width in which the names of all panels can be read on their tabs."""
        return max((bar.sizeHint().width() for bar in self._tab_bars()), default=0)

    def _tab_bars(self) -> list[QTabBar]:
        return self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def _make_room(self) -> None:
        """Widen the panels at the right where there is no room for all names; where that is too much, names scroll."""
        for bar in self._tab_bars():
            bar.setElideMode(Qt.TextElideMode.ElideNone)
            bar.setUsesScrollButtons(True)
        right = [dock for dock in self._docks.values() if dock.isVisible() and self._stands_right(dock)]
        part, whole = _WIDEST
        names = min(self._names_width(), self._window.width() * part // whole)
        if right and right[0].width() < names:
            self._window.resizeDocks(right[:1], [names], Qt.Orientation.Horizontal)

    def _stands_right(self, dock: QDockWidget) -> bool:
        return self._window.dockWidgetArea(dock) == Qt.DockWidgetArea.RightDockWidgetArea

    def layout(self) -> str:
        """Give the places of the panels, to be kept."""
        return bytes(self._window.saveState().toHex().data()).decode()

    def bring(self, name: str) -> None:
        """Show a panel before the others."""
        self._docks[name].show()
        self._docks[name].raise_()
        QTimer.singleShot(0, self._window, self._make_room)  # once its name stands beside the others

    def retitle(self, titles: Mapping[str, str]) -> None:
        """Say the panels' names in the language that is set."""
        for name, title in titles.items():
            self._docks[name].setWindowTitle(title)

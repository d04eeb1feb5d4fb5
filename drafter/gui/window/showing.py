"""Which texts the window shows, one way at a time, remembered in the settings."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup

from drafter.gui.clauses.showing import Showing
from drafter.gui.window.actions import Actions

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow

_COMMANDS: Final[dict[Showing, str]] = {
    "both": "show_both", "en": "show_english", "zh": "show_chinese", "changes": "show_changes",
}  # fmt: skip


class ShowingWays(QObject):
    """Carries out the commands that switch between the ways of showing a review."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._ways = QActionGroup(self)

    def begin(self, actions: Actions) -> None:
        """Have one of the commands switched on at a time, at first the one that the settings name."""
        for name in _COMMANDS.values():
            self._ways.addAction(actions[name])
        actions[_COMMANDS[self._window.settings.showing]].setChecked(True)

    def show_both(self, on: bool) -> None:
        """Show both texts side by side."""
        self._show("both", on=on)

    def show_english(self, on: bool) -> None:
        """Show the English alone."""
        self._show("en", on=on)

    def show_chinese(self, on: bool) -> None:
        """Show the Chinese alone."""
        self._show("zh", on=on)

    def show_changes(self, on: bool) -> None:
        """Show what was corrected in both texts."""
        self._show("changes", on=on)

    def _show(self, showing: Showing, *, on: bool) -> None:
        if on:
            self._window.settings.showing = showing
            self._window.view.set_showing(showing)

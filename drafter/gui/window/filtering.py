"""Which clauses are shown: carries out what the filter bar asks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from drafter.i18n import shown
from drafter.model import DrafterError
from drafter.review.filtering import read_filter

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow


class Filtering(QObject):
    """Shows the clauses that meet the line; those that change meanwhile stay until the line is asked again."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._line = ""
        bar = window.filter_bar
        bar.asked.connect(self._apply)
        bar.closed.connect(self._clear)
        bar.left.connect(window.view.setFocus)
        window.opened.connect(self._on_opened)

    # --- commands --------------------------------------------------------------------------------------------------

    def filter_clauses(self) -> None:
        """Ask which clauses to show."""
        self._tell(len(self._window.view.shown_clauses()) if self._line else None)
        self._window.filter_bar.ask()

    def show_all(self) -> None:
        """Show all clauses again, and take the line away."""
        self._show_all()
        self._window.view.setFocus()

    def reach(self, clause: int) -> None:
        """See to it that a clause is among those shown."""
        if self._line and clause not in self._window.view.shown_clauses():
            self._show_all()  # the keys stay where they are

    # --- inside ----------------------------------------------------------------------------------------------------

    def _on_opened(self) -> None:
        self._line = ""
        self._window.filter_bar.set_session(self._window.session)
        self._window.filter_bar.line.clear()
        self._window.filter_bar.hide()

    def _apply(self, line: str) -> None:
        session = self._window.session
        if session is None:
            return
        try:
            ids = read_filter(line).ids(session)
        except DrafterError as error:
            self._window.filter_bar.tell(None, len(session.clauses), shown(error.message))
            return
        self._line = line if ids is not None else ""
        self._window.view.set_filter(None if ids is None else set(ids))
        self._tell(None if ids is None else len(ids))

    def _show_all(self) -> None:
        self._window.filter_bar.line.clear()
        self._window.filter_bar.hide()
        self._line = ""
        self._window.view.set_filter(None)

    def _clear(self) -> None:
        self._line = ""
        self._window.view.set_filter(None)
        self._window.view.setFocus()

    def _tell(self, count: int | None) -> None:
        session = self._window.session
        self._window.filter_bar.tell(count, len(session.clauses) if session else 0)

"""The history and the overview in the window: the way from them into the text, and back to an earlier text."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from drafter.i18n import _
from drafter.review import Change, ReviewSession

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow


class Retracing(QObject):
    """Carries out what is asked of the two panels, and keeps them in step with the review."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._panels = (window.history, window.overview)
        for panel in self._panels:
            panel.chosen.connect(window.view.go_to)
            panel.left.connect(window.view.setFocus)
        window.history.restore_asked.connect(self.restore)
        window.view.current_changed.connect(self.follow_clause)
        window.session_changed.connect(self._follow)
        # What is done in another thread may change the review under the panels' hands.
        window.background.started.connect(lambda: self._hold(held=True))
        window.background.ended.connect(lambda: self._hold(held=False))

    def begin(self, session: ReviewSession | None) -> None:
        """Show another review, None for none."""
        for panel in self._panels:
            panel.set_session(session)
        self.follow_clause(self._window.view.current_clause() or 0)

    def follow_clause(self, clause: int) -> None:
        """Show what belongs to a clause, 0 for none."""
        for panel in self._panels:
            panel.set_clause(clause or None)

    def restore(self, clause: int, revision: int) -> None:
        """Let a clause read again as it did just after a change, 0 for as loaded."""
        session = self._window.session
        if session is None or not self._window.attempt(self._window.view.commit):
            return
        changed: list[bool] = []
        work = partial(session.restore, clause, revision)
        if self._window.attempt(lambda: changed.append(work())) and changed == [False]:
            self._window.background.tell(_("The clause reads like that already."))

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        for panel in self._panels:
            panel.retranslate()

    def finish(self) -> None:
        """Wait until nothing is being looked up any more: the window closes."""
        for panel in self._panels:
            panel.finish()

    def _follow(self, change: Change) -> None:
        for panel in self._panels:
            panel.follow(change)
        if change.regrouped:
            self.follow_clause(self._window.view.current_clause() or 0)

    def _hold(self, *, held: bool) -> None:
        for panel in self._panels:
            panel.hold(held=held)

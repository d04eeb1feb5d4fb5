"""How far the clauses have come, as somebody works through them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog

from drafter.i18n import _, ngettext
from drafter.model import DONE, State
from drafter.review import StatesSet

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow


class Progressing(QObject):
    """Confirms, finishes and reopens clauses."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def confirm(self) -> None:
        """Mark the clause, or all that are selected, as reviewed and go to the next one that is not."""
        session, clauses = self._window.session, self._meant()
        if session is None or not clauses:
            return
        open_ = [clause for clause in clauses if session.state(clause) not in DONE]
        if open_ and not self._window.attempt(lambda: session.set_state(open_, "reviewed")):
            return
        if len(clauses) > 1:
            self._window.background.tell(ngettext("{n} clause confirmed.", "{n} clauses confirmed.", len(open_)))
        shown = self._window.view.shown_clauses()
        here = shown.index(clauses[-1])
        following = (*shown[here + 1 :], *shown[:here])
        waiting = next((one for one in following if session.state(one) not in DONE), None)
        if waiting is None:
            self._window.background.tell(_("Every clause shown is reviewed."))
        else:
            self._window.filtering.reach(waiting)
            self._window.view.go_to(waiting, focus=True)

    def finish(self) -> None:
        """Lock the clause, where critical findings are open in it only for a reason; or all sound ones selected."""
        session, clauses = self._window.session, self._meant()
        if session is None or not clauses:
            return
        if len(clauses) > 1:
            many: list[StatesSet] = []
            if self._window.attempt(lambda: many.append(session.set_state(clauses, "final"))):
                self._on_finished(many[0])
            return
        clause = clauses[0]
        found: list[StatesSet] = []
        if self._window.attempt(lambda: found.append(session.set_state(clause, "final"))) and found[0].blocked:
            reason, given = QInputDialog.getText(
                self._window,
                _("Finish this clause"),
                _("Critical findings are open in this clause. Why is it finished all the same?"),
            )
            if given and reason.strip():
                self._window.attempt(lambda: session.set_state(clause, "final", overrule=reason.strip()))

    def finish_reviewed(self) -> None:
        """Lock every clause that is reviewed, but for those with critical findings."""
        session = self._window.session
        if session is None or not self._window.attempt(self._window.view.commit):
            return
        waiting = [clause.id for clause in session.clauses if session.state(clause.id) == "reviewed"]
        self._window.background.start(
            _("Finishing the reviewed clauses"),
            lambda _tell: session.set_state(waiting, "final") if waiting else StatesSet(),
            self._on_finished,
        )

    def _on_finished(self, result: object) -> None:
        if not isinstance(result, StatesSet):
            return
        said = [ngettext("{n} clause finished.", "{n} clauses finished.", len(result.changed))]
        if result.blocked:
            left = len(result.blocked)
            said.append(ngettext("{n} has critical findings.", "{n} have critical findings.", left))
        self._window.background.tell(" ".join(said))

    def reopen(self) -> None:
        """Let the clause, or all that are selected, be worked on again."""
        session, clauses = self._window.session, self._meant()
        if session is not None and clauses:
            done = [clause for clause in clauses if session.state(clause) in DONE]
            to: State = "translated" if done else "initial"
            self._window.attempt(lambda: session.set_state(done or clauses, to))

    def _meant(self) -> tuple[int, ...]:
        """Give the clauses that are selected, else the one worked on, once what was typed is part of the review."""
        view = self._window.view
        if not self._window.attempt(view.commit):
            return ()
        current = view.current_clause()
        return view.selected_clauses() or (() if current is None else (current,))

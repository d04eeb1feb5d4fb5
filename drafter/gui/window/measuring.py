"""The measures in the window: suggestions are reckoned beside it, accepted and rejected."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog

from drafter.gui.measures.accepting import AcceptDialog
from drafter.gui.measures.entries import Entry, place_of
from drafter.gui.measures.looking import Looker
from drafter.gui.taxonomy.dialog import TaxonomyDialog
from drafter.gui.toolbox.latest import Latest
from drafter.i18n import _, ngettext
from drafter.review import Change, ReviewSession, unmarked
from drafter.review.tagging_suggestions import accept_tags, allow_tag, keep_examples, reject_tag
from drafter.review.taxonomies import move_to, pin_taxonomy, taxonomy_in_use

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow

_QUIET = 120  # ms without going on before suggestions are reckoned


class Measuring(QObject):
    """Carries out what is asked of the measures panel, and keeps its suggestions in step with the review."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._looker: Looker | None = None
        self._latest = Latest(self, _QUIET)
        self._held = False
        self._taught = False
        panel = window.measures
        panel.wanted.connect(self._ask)
        panel.tagged.connect(self._on_tagged)
        panel.rejected.connect(self._on_rejected)
        panel.pointed.connect(self._point)
        panel.all_asked.connect(self.accept_all)
        panel.left.connect(window.view.setFocus)
        self._latest.answered.connect(lambda answer: panel.set_suggestions(*answer))
        window.session_changed.connect(self._follow)
        # What is done in another thread may change the review under the hands of this one.
        window.background.started.connect(lambda: self._hold(held=True))
        window.background.ended.connect(lambda: self._hold(held=False))

    def begin(self, session: ReviewSession) -> None:
        """Suggest for another review."""
        self._latest.drop()
        self._looker = Looker(session)
        self._taught = False
        self._window.measures.set_taxonomy(taxonomy_in_use(session))

    def end(self) -> None:
        """Keep what was taught for later reviews: the review is let go."""
        session = self._window.session
        self._latest.drop()
        self._looker = None
        if session is not None and self._taught:
            keep_examples(session)
        self._taught = False

    def wait(self) -> None:
        """Wait until nothing is being reckoned any more: the window closes."""
        self._latest.finish()

    # --- suggestions -----------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        looker, panel = self._looker, self._window.measures
        if looker is None or panel.clause is None:
            self._latest.drop()
        elif panel.seen and not self._held:
            self._latest.ask(partial(looker.of_clause, panel.clause))

    def _follow(self, change: Change) -> None:
        if self._looker is not None:
            self._looker.follow(change)
            self._taught = self._taught or any(one.kind == "tag" for one in change.revisions)
            self._ask()

    def _hold(self, *, held: bool) -> None:
        self._held = held
        self._latest.hold(held=held)
        if not held:
            self._ask()

    def _point(self, entry: Entry | None) -> None:
        """Show in the text the words that speak for a concept."""
        session, clause = self._window.session, self._window.measures.clause
        if session is None or clause is None or entry is None:
            return
        place = place_of(entry, unmarked(session.clause(clause)))
        if place is not None:
            self._window.view.go_to(clause, *place)

    # --- what the user decides -------------------------------------------------------------------------------------

    def _on_tagged(self, notation: str, on: bool) -> None:
        session, clause = self._window.session, self._window.view.current_clause()
        if session is None or clause is None:
            return
        if on:
            self._window.attempt(partial(accept_tags, session, [(clause, notation)]))
        else:
            self._window.attempt(partial(session.untag, clause, notation))

    def _on_rejected(self, notation: str, rejected: bool) -> None:
        session, clause = self._window.session, self._window.view.current_clause()
        if session is None or clause is None or self._looker is None:
            return
        change = reject_tag if rejected else allow_tag
        if self._window.attempt(partial(change, session, clause, notation)):
            self._window.attempt(partial(pin_taxonomy, session))
            self._taught = True
            self._looker.relearn()
            self._ask()

    def suggest_tags(self) -> None:
        """Let somebody choose among what is suggested for this clause."""
        self._window.panels.bring("measures")
        self._window.measures.focus_suggestions()

    def show_taxonomy(self) -> None:
        """Let the taxonomy be looked after; where another is to be used, tags follow in the background."""
        session = self._window.session
        if session is None or not self._window.attempt(self._window.view.commit):
            return
        dialog = TaxonomyDialog(session, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            taxonomy, moved = dialog.draft.taxonomy, dialog.draft.moved
            self._window.background.start(
                _("Keeping the taxonomy"), lambda _tell: move_to(session, taxonomy, moved), self._on_moved
            )
        dialog.deleteLater()

    def _on_moved(self, count: object) -> None:
        session = self._window.session
        if session is None or self._looker is None:
            return
        self._looker.forget()
        self._window.measures.set_taxonomy(taxonomy_in_use(session))
        self._window.planning.forget()
        self._window.reviewing.follow_clause(self._window.view.current_clause() or 0)
        done = count if isinstance(count, int) else 0
        self._window.background.tell(
            ngettext(
                "The taxonomy holds; tags of {n} clause followed.",
                "The taxonomy holds; tags of {n} clauses followed.",
                done,
            )
        )

    def accept_all(self) -> None:
        """Ask how sure suggestions must be, and accept all of them throughout the review."""
        looker = self._looker
        if looker is None or not self._window.attempt(self._window.view.commit):
            return
        self._window.background.start(
            _("Looking for measures"),
            lambda _tell: looker.candidates(),
            # A dialog now would hold up the end of the thread.
            lambda found: QTimer.singleShot(0, self, partial(self._on_candidates, looker, found)),
        )

    def _on_candidates(self, looker: Looker, found: object) -> None:
        session = self._window.session
        if session is None or looker is not self._looker or not isinstance(found, list):
            return
        if self._window.background.busy:
            QTimer.singleShot(0, self, partial(self._on_candidates, looker, found))
            return
        dialog = AcceptDialog(found, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            chosen = dialog.chosen()
            self._window.background.start(
                _("Tagging"), lambda _tell: accept_tags(session, chosen), self._on_all_accepted
            )
        dialog.deleteLater()

    def _on_all_accepted(self, count: object) -> None:
        done = count if isinstance(count, int) else 0
        self._window.background.tell(
            ngettext("{n} tag was put on. Undo takes it back.", "{n} tags were put on. Undo takes them back.", done)
        )

"""What a reviewer does in the review that is open: walk, mend, set aside, tag, undo."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer

from drafter.i18n import _, ngettext
from drafter.model import Confidence, Finding, Side
from drafter.review import Change, Fixed

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow

PLACE = "place"
_REMEMBER_AFTER = 500  # ms without moving on
_MANY = 5  # changes of one step that are turned round at once; more than that is left to the background
_FAR = 10**9  # behind every finding of a clause


class Reviewing(QObject):
    """Carries out what is asked of the review, and keeps view and panels in step with it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._place_timer = QTimer(self)
        self._place_timer.setSingleShot(True)
        self._place_timer.setInterval(_REMEMBER_AFTER)
        self._place_timer.timeout.connect(self._on_place_kept)
        window.view.current_changed.connect(self.follow_clause)
        window.findings.chosen.connect(self._on_chosen)
        window.findings.fix_asked.connect(self.apply_fix)
        window.notes.written.connect(self._on_note)
        window.notes.changed.connect(self._on_note_changed)
        window.notes.settled.connect(self._on_note_settled)
        window.notes.chosen.connect(window.view.go_to)
        window.outline.chosen.connect(window.view.go_to)

    # --- following -------------------------------------------------------------------------------------------------

    def follow(self, change: Change) -> None:
        """Show what a change of the review led to."""
        window = self._window
        if window.session is None:
            return
        window.statusBar().clearMessage()
        window.read_bar.hide()
        if change.regrouped:
            window.view.reload()
        window.view.refresh(change.clauses)
        window.findings.set_findings(window.session.findings())
        window.outline.follow(change)
        window.quantities.follow(change)
        self.follow_clause(window.view.current_clause() or 0)
        window.allow()

    def follow_clause(self, clause: int) -> None:
        """Show what belongs to a clause, 0 for none, in the panels."""
        session = self._window.session
        if session is None or not clause:
            self._window.measures.set_clause(None, ())
            self._window.outline.set_clause(None)
            self._window.terms.set_clause(None)
            self._window.notes.set_notes(None, session.notes() if session else ())
            return
        self._window.measures.set_clause(clause, session.tags(clause))
        self._window.outline.set_clause(clause)
        self._window.terms.set_clause(session.clause(clause))
        self._window.notes.set_notes(clause, session.notes())
        self._place_timer.start()

    def remember_place(self) -> None:
        """Have the review remember where it is looked at."""
        session, clause = self._window.session, self._window.view.current_clause()
        if session is None or not clause or session.read_only is not None:
            return
        if session.setting(PLACE) != str(clause):
            self._window.attempt(partial(session.remember, PLACE, str(clause)))

    def _on_place_kept(self) -> None:
        if self._window.background.busy:
            self._place_timer.start()  # the window would wait until the present work has been written
        else:
            self.remember_place()

    def _on_chosen(self, finding: Finding) -> None:
        self._window.filtering.reach(finding.clause)
        self._window.view.go_to(finding.clause, finding.side, finding.span)

    def _on_note(self, text: str, reply_to: str) -> None:
        session = self._window.session
        clause = (
            self._window.view.current_clause() or next((known.id for known in session.clauses), 0) if session else 0
        )
        if session is not None and clause:
            side: Side = "en" if session.clause(clause).en.text else "zh"
            if self._window.attempt(partial(session.add_note, clause, text, side, reply_to=reply_to)):
                self._window.notes.wrote()

    def _on_note_changed(self, note: str, text: str) -> None:
        session = self._window.session
        if session is not None and self._window.attempt(partial(session.rewrite_note, note, text)):
            self._window.notes.wrote()

    def _on_note_settled(self, note: str, done: bool) -> None:
        if self._window.session is not None:
            self._window.attempt(partial(self._window.session.settle_note, note, done=done))

    # --- commands --------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last change back."""
        self._turn("undo")

    def redo(self) -> None:
        """Bring the undone change again."""
        self._turn("redo")

    def _turn(self, turn: Literal["undo", "redo"]) -> None:
        session = self._window.session
        if session is None or not self._window.attempt(self._window.view.commit):
            return
        work = session.undo if turn == "undo" else session.redo
        if session.step_size(turn) > _MANY:
            what = _("Undoing") if turn == "undo" else _("Redoing")
            self._window.background.start(what, lambda _tell: work(), lambda _done: None)
        else:
            self._window.attempt(work)

    def next_finding(self) -> None:
        """Go to the next finding."""
        self._step(1)

    def previous_finding(self) -> None:
        """Go to the finding before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        current = self._window.findings.current()
        clause = self._window.view.current_clause()
        if current is not None and current.clause == clause:
            self._step_from((current.clause, current.side, current.span.start), step)
        elif step > 0:
            self._step_from((clause or 0, "zh", -1), step)
        else:
            self._step_from((clause or 0, "en", _FAR), step)

    def _step_from(self, place: tuple[int, str, int], step: int) -> None:
        session, findings = self._window.session, self._window.findings
        if session is not None:
            order = {known.id: number for number, known in enumerate(session.clauses)}
            findings.choose(findings.model.after(*place, order, step))

    def apply_fix(self) -> None:
        """Put the fix of the chosen finding into the text, and go on to the next finding behind it."""
        session = self._window.session
        # What long work has read by now it would write over.
        if session is None or self._window.background.hinders() or not self._window.attempt(self._window.view.commit):
            return
        finding = self._window.findings.current()
        if finding is None or finding.fix is None:
            return
        if self._window.attempt(partial(session.apply_fix, finding)):
            self._step_from((finding.clause, finding.side, finding.span.start - 1), 1)

    def apply_safe(self) -> None:
        """Put in every safe fix, in one step, in the background."""
        self.apply_all("safe")

    def apply_all(self, level: Confidence, rules: Sequence[str] | None = None) -> None:
        """Put in many fixes, in one step, in the background.

        Args:
            level: "safe", or "suggested" for those that need an eye too.
            rules: only those of these rules, None for all.
        """
        session = self._window.session
        if session is None or not self._window.attempt(self._window.view.commit):
            return
        before = len(session.findings())
        self._window.background.start(
            _("Applying fixes"),
            lambda _tell: session.apply_fixes(level, rules),
            lambda made: self._on_applied(before, made),
        )

    def _on_applied(self, before: int, made: object) -> None:
        clauses = len(made) if isinstance(made, list) else 0
        mended = before - len(self._window.session.findings() if self._window.session else [])
        said = [
            ngettext(
                "{n} finding mended in {clauses} clauses.",
                "{n} findings mended in {clauses} clauses.",
                mended,
                clauses=clauses,
            )
        ]
        if isinstance(made, Fixed) and (left := len(made.locked)):
            said.append(ngettext("{n} finished clause was left alone.", "{n} finished clauses were left alone.", left))
        self._window.background.tell(" ".join(said))

    def is_chinese(self) -> None:
        """Put the text of this clause on the Chinese side."""
        self._tell_language("zh")

    def is_english(self) -> None:
        """Put the text of this clause on the English side."""
        self._tell_language("en")

    def _tell_language(self, side: Side) -> None:
        session, clause = self._window.session, self._window.view.current_clause()
        if session is not None and clause is not None and self._window.attempt(self._window.view.commit):
            work = partial(session.pairing.tell, [clause], side)
            self._window.background.start(_("Pairing anew"), work, self._on_told)

    def _on_told(self, changed: object) -> None:
        if not changed:
            self._window.background.tell(_("The text of this clause stands on that side already."))

    def unlock_chinese(self, unlocked: bool) -> None:
        """Let the Chinese text be corrected, or lock it."""
        self._window.view.set_chinese_locked(not unlocked)

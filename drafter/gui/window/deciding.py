"""What a reviewer decides about findings: set aside, confirmed, mended alike, added."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMessageBox

from drafter.gui.findings.ignored import IgnoredDialog
from drafter.gui.findings.ignoring import IgnoreDialog, IgnoreManyDialog
from drafter.gui.findings.marking import MarkingDialog
from drafter.gui.findings.sections import Place, sections_of
from drafter.gui.settings.settings import always_file
from drafter.i18n import _, language, ngettext
from drafter.model import Decision, Finding, Ignore, Scope, Span, State
from drafter.review import AlwaysIgnored, ReviewSession, rule_title

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow


class Deciding(QObject):
    """Carries out what is decided about the chosen finding."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.findings.ignore_asked.connect(self.ignore)
        window.findings.confirm_asked.connect(self.confirm_finding)
        window.findings.entered.connect(self._enter)
        window.findings.model.ask_whether_confirmed(self._is_confirmed)
        window.findings.model.ask_about_clauses(self._state_of, self._places)

    def begin(self, session: ReviewSession) -> None:
        """Leave out of a review that was just opened what the user never wants to hear of."""
        self._window.attempt(lambda: session.heed(AlwaysIgnored.load(always_file())))

    def ignore(self) -> None:
        """Ask how far the chosen finding shall be set aside and why, and do so; of several, ask why."""
        if len(several := self._window.findings.selected()) > 1:
            self._ignore_all(several)
            return
        chosen = self._chosen()
        if chosen is None:
            return
        session, finding = chosen
        found = session.findings()
        alike = sum(_what(one) == _what(finding) for one in found)
        dialog = IgnoreDialog(finding, alike, sum(one.rule == finding.rule for one in found), self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        if self.set_aside(finding, dialog.scope(), dialog.reason.text().strip()):
            self._window.reviewing.next_finding()

    def set_aside(self, finding: Finding, scope: Scope, reason: str) -> bool:
        """Set a finding aside as far as is wanted; tell whether that was possible."""
        session = self._window.session
        if session is None:
            return False
        ways: dict[Scope, Callable[[], object]] = {
            "place": partial(session.ignore, finding, reason),
            "text": partial(session.ignore_text, finding, reason),
            "rule": partial(session.ignore_rule, finding.rule, reason),
            "always": partial(session.ignore_rule, finding.rule, reason, always=True),
        }
        return self._window.attempt(ways[scope])

    def _ignore_all(self, several: Sequence[Finding]) -> None:
        """Ask why several findings shall be set aside, and do so in one step."""
        session = self._writable()
        if session is None:
            return
        dialog = IgnoreManyDialog(several, self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        if self._window.attempt(lambda: session.decide_all(several, "ignored", dialog.reason.text())):
            said = ngettext("{n} finding set aside.", "{n} findings set aside.", len(several))
            self._window.reviewing.next_finding()
            self._window.background.tell(said)

    def confirm_finding(self) -> None:
        """Say that what is selected is a fault indeed, or take that back where all of it is said to be."""
        if len(several := self._window.findings.selected()) > 1:
            self._confirm_all(several)
            return
        chosen = self._chosen()
        if chosen is not None:
            session, finding = chosen
            confirmed = session.decision(finding) == "confirmed"
            self._window.attempt(partial(session.reopen if confirmed else session.confirm, finding))

    def _confirm_all(self, several: Sequence[Finding]) -> None:
        session = self._writable()
        if session is not None:
            decision: Decision = "open" if all(map(self._is_confirmed, several)) else "confirmed"
            self._window.attempt(partial(session.decide_all, several, decision))

    def reject_finding(self) -> None:
        """Say that the rule is wrong about the chosen finding."""
        chosen = self._chosen()
        if chosen is not None and self._window.attempt(partial(chosen[0].reject, chosen[1])):
            self._window.reviewing.next_finding()

    def apply_alike(self) -> None:
        """Put in every fix of the chosen finding's rule, in one step; where these are several, ask first."""
        chosen = self._chosen()
        if chosen is None:
            return
        session, rule = chosen[0], chosen[1].rule
        fixes = sum(one.rule == rule and one.fix is not None for one in session.findings())
        if fixes <= 1 or self._may_apply(fixes, rule):
            self._window.reviewing.apply_all("suggested", [rule])

    def _may_apply(self, fixes: int, rule: str) -> bool:
        box = QMessageBox(QMessageBox.Icon.Question, _("Apply all fixes of this kind"), "", parent=self._window)
        box.setObjectName("apply-alike")
        box.setText(
            ngettext("Put in {n} fix of “{title}”?", "Put in {n} fixes of “{title}”?", fixes, title=rule_title(rule))
        )
        box.setInformativeText(_("One undo takes all of it back. Look through what was changed afterwards."))
        apply = box.addButton(_("Apply"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(apply)
        box.exec()
        return box.clickedButton() is apply

    def mark_fault(self) -> None:
        """Add a finding of one's own at what is selected, or where the caret stands."""
        session, view = self._window.session, self._window.view
        if session is None or not self._window.attempt(view.commit):
            return
        selected, clause = view.selection(), view.current_clause()
        if selected is None or clause is None:
            self._window.background.tell(_("Select the wrong words first, or put the caret where some are missing."))
            return
        side, span = selected
        words = session.clause(clause).side(side).text[span.start : span.end]
        dialog = MarkingDialog(words, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._window.attempt(
                lambda: session.add_finding(
                    clause, side, Span(*span), dialog.rule(), dialog.chosen_severity(), dialog.note.text()
                )
            )

    def show_ignored(self) -> None:
        """List what is set aside, and take back what shall stand open again."""
        session = self._window.session
        if session is None:
            return
        dialog = IgnoredDialog(session.ignores(), self._window)

        def revoke(one: Ignore) -> None:
            self._window.attempt(lambda: session.revoke(one))
            dialog.show_ignores(session.ignores())

        dialog.revoked.connect(revoke)
        dialog.exec()

    def explain(self) -> None:
        """Explain the chosen finding; show the guide where none is."""
        finding = self._window.findings.current()
        if finding is None:
            self._window.helping.show_guide()
            return
        self._window.helping.explain_rule(finding.rule)

    def _enter(self, finding: Finding) -> None:
        """Go on in the text, with a finding selected."""
        self._window.filtering.reach(finding.clause)
        self._window.view.go_to(finding.clause, finding.side, finding.span, focus=True)

    def _writable(self) -> ReviewSession | None:
        """Give the review where something can be decided now: it is there, not read only, and nothing is under way."""
        session, window = self._window.session, self._window
        if session is None or session.read_only is not None or window.background.busy:
            return None
        return session if window.attempt(window.view.commit) else None

    def _chosen(self) -> tuple[ReviewSession, Finding] | None:
        session, finding = self._window.session, self._window.findings.current()
        if session is None or finding is None or not self._window.attempt(self._window.view.commit):
            return None
        return session, finding

    def _state_of(self, clause: int) -> State:
        session = self._window.session
        try:
            return session.state(clause) if session is not None else "initial"
        except KeyError:
            return "initial"  # it has just gone

    def _places(self) -> dict[int, Place]:
        session = self._window.session
        return sections_of(session.clauses, language()) if session is not None else {}

    def _is_confirmed(self, finding: Finding) -> bool:
        session = self._window.session
        try:
            return session is not None and session.decision(finding) == "confirmed"
        except KeyError:
            return False  # it has just gone


def _what(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.side, finding.text, finding.message

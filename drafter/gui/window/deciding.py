"""What a reviewer decides about findings: set aside, confirmed, mended alike, added."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from drafter.gui.findings.explaining import RulesDialog
from drafter.gui.findings.ignored import IgnoredDialog
from drafter.gui.findings.ignoring import IgnoreDialog
from drafter.gui.findings.marking import MarkingDialog
from drafter.gui.settings.settings import always_file
from drafter.i18n import _
from drafter.model import Finding, Ignore, Scope, Span
from drafter.review import AlwaysIgnored, ReviewSession, rule_names

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow


class Deciding(QObject):
    """Carries out what is decided about the chosen finding."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.findings.ignore_asked.connect(self.ignore)
        window.findings.model.ask_whether_confirmed(self._is_confirmed)

    def begin(self, session: ReviewSession) -> None:
        """Leave out of a review that was just opened what the user never wants to hear of."""
        self._window.attempt(lambda: session.heed(AlwaysIgnored.load(always_file())))

    def ignore(self) -> None:
        """Ask how far the chosen finding shall be set aside and why, and do so."""
        chosen = self._chosen()
        if chosen is None:
            return
        session, finding = chosen
        found = session.findings()
        alike = sum(_what(one) == _what(finding) for one in found)
        dialog = IgnoreDialog(finding, alike, sum(one.rule == finding.rule for one in found), self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        reason = dialog.reason.text().strip()
        ways: dict[Scope, Callable[[], object]] = {
            "place": partial(session.ignore, finding, reason),
            "text": partial(session.ignore_text, finding, reason),
            "rule": partial(session.ignore_rule, finding.rule, reason),
            "always": partial(session.ignore_rule, finding.rule, reason, always=True),
        }
        if self._window.attempt(ways[dialog.scope()]):
            self._window.reviewing.next_finding()

    def confirm_finding(self) -> None:
        """Say that the chosen finding is a fault indeed, or take that back."""
        chosen = self._chosen()
        if chosen is not None:
            session, finding = chosen
            confirmed = session.decision(finding) == "confirmed"
            self._window.attempt(partial(session.reopen if confirmed else session.confirm, finding))

    def reject_finding(self) -> None:
        """Say that the rule is wrong about the chosen finding."""
        chosen = self._chosen()
        if chosen is not None and self._window.attempt(partial(chosen[0].reject, chosen[1])):
            self._window.reviewing.next_finding()

    def apply_alike(self) -> None:
        """Put in every fix of the chosen finding's rule, in one step."""
        chosen = self._chosen()
        if chosen is not None:
            self._window.reviewing.apply_all("suggested", [chosen[1].rule])

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
        """Explain the chosen finding, or else all rules."""
        finding = self._window.findings.current()
        dialog = RulesDialog(self._window)
        if finding is not None and finding.rule in rule_names():
            dialog.explain(finding.rule)
        dialog.show()

    def _chosen(self) -> tuple[ReviewSession, Finding] | None:
        session, finding = self._window.session, self._window.findings.current()
        if session is None or finding is None or not self._window.attempt(self._window.view.commit):
            return None
        return session, finding

    def _is_confirmed(self, finding: Finding) -> bool:
        session = self._window.session
        try:
            return session is not None and session.decision(finding) == "confirmed"
        except KeyError:
            return False  # it has just gone


def _what(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.side, finding.text, finding.message

"""What may be done where the caret stands: mend what was found, set it aside, have it explained, spell a word."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from drafter.gui.clauses.fixmenu import FixMenu, Offered
from drafter.gui.findings.ignoring import IgnoreDialog
from drafter.i18n import _
from drafter.model import Finding, Scope
from drafter.review import ReviewSession

if TYPE_CHECKING:
    from drafter.gui.window.main_window import MainWindow

_MOST: Final = 5
"""Findings that are offered at once."""
_TOLD_MS: Final = 8000


class Mending(QObject):
    """Offers what may be done, and does it; the caret stays where it is."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.view.fixes_asked.connect(self.offer_fixes)

    def offer_fixes(self) -> None:
        """Show what may be done about what was found at the caret, or else in the row."""
        window, view = self._window, self._window.view
        session = window.session
        if session is None or not window.attempt(view.commit):
            return
        findings = view.findings_here()[:_MOST]
        editor = view.focused_editor()
        writable = session.read_only is None and not any(session.is_locked(one.clause) for one in findings)
        menu = FixMenu([_offered(session, one) for one in findings], view, writable=writable)
        if editor is not None and (spelling := editor.spelling_actions(menu)):
            if findings:
                menu.addSeparator()
            menu.addActions(spelling)
        if menu.isEmpty():
            menu.deleteLater()
            window.statusBar().showMessage(_("Nothing was found here."), _TOLD_MS)
            return
        menu.applied.connect(self._apply)
        menu.alike_asked.connect(lambda finding: window.reviewing.apply_all("suggested", [finding.rule]))
        menu.ignore_asked.connect(self._ignore)
        menu.explain_asked.connect(self._explain)
        menu.pointed.connect(view.outline)
        menu.popup(view.place_of(findings[0] if findings else None))
        menu.begin()

    def _apply(self, finding: Finding) -> None:
        if (session := self._window.session) is not None:
            self._window.attempt(partial(session.apply_fix, finding))

    def _ignore(self, finding: Finding, scope: str) -> None:
        """Set a finding aside; beyond its place only after asking why."""
        session = self._window.session
        if session is None:
            return
        if scope == "place":
            self._window.attempt(partial(session.ignore, finding, ""))
            return
        of_rule = [one for one in session.findings() if one.rule == finding.rule]
        alike = sum(_what(one) == _what(finding) for one in of_rule)
        dialog = IgnoreDialog(finding, alike, len(of_rule), self._window)
        dialog.scopes[cast("Scope", scope)].setChecked(True)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        reason = dialog.reason.text().strip()
        ways: dict[Scope, Callable[[], object]] = {
            "place": partial(session.ignore, finding, reason),
            "text": partial(session.ignore_text, finding, reason),
            "rule": partial(session.ignore_rule, finding.rule, reason),
            "always": partial(session.ignore_rule, finding.rule, reason, always=True),
        }
        self._window.attempt(ways[dialog.scope()])

    def _explain(self, finding: Finding) -> None:
        self._window.helping.explain_rule(finding.rule)


def _offered(session: ReviewSession, finding: Finding) -> Offered:
    mended = sum(one.rule == finding.rule and one.fix is not None for one in session.findings())
    return Offered(finding, mended)


def _what(finding: Finding) -> tuple[object, ...]:
    return finding.side, finding.text, finding.message

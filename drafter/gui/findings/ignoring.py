"""Asking how far a finding is set aside, and why; of several at once, why."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from drafter.i18n import _, ngettext, shown
from drafter.model import Finding, Scope
from drafter.review import rule_title

_WIDTH = 460
_MOST_KINDS = 8


class IgnoreDialog(QDialog):
    """Asks for the scope and the reason.

    Attributes:
        scopes: a button for each scope.
        reason: the reason; needed for more than one place.
    """

    def __init__(self, finding: Finding, alike: int, of_rule: int, parent: QWidget | None = None) -> None:
        """Show what can be chosen.

        Args:
            finding: what shall be set aside.
            alike: how many open findings say the same of the same words.
            of_rule: how many open findings the rule has.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Ignore"))
        self.setMinimumWidth(_WIDTH)
        title = rule_title(finding.rule)
        words: dict[Scope, str] = {
            "place": _("Only here"),
            "text": ngettext(
                "The same words everywhere in this document ({n} place)",
                "The same words everywhere in this document ({n} places)",
                alike,
            ),
            "rule": ngettext(
                "Everything of this kind in this document ({n} finding): {title}",
                "Everything of this kind in this document ({n} findings): {title}",
                of_rule,
                title=title,
            ),
            "always": _("Everything of this kind, in whatever I open: {title}", title=title),
        }
        said = QLabel(shown(finding.message))
        said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(said)
        self._group = QButtonGroup(self)
        self.scopes: dict[Scope, QRadioButton] = {}
        for scope, text in words.items():
            self.scopes[scope] = button = QRadioButton(text)
            self._group.addButton(button)
            column.addWidget(button)
        self.scopes["place"].setChecked(True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("Why is this no fault?"))
        self.reason.setAccessibleName(_("Why is this no fault?"))
        column.addWidget(self.reason)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column.addWidget(self._buttons)
        self._group.buttonToggled.connect(self._allow)
        self.reason.textChanged.connect(self._allow)
        self._allow()
        self.reason.setFocus()

    def scope(self) -> Scope:
        """Give how far it goes."""
        return next(scope for scope, button in self.scopes.items() if button.isChecked())

    def _allow(self) -> None:
        """Want a reason for whatever goes beyond one place."""
        enough = self.scope() == "place" or bool(self.reason.text().strip())
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(enough)


class IgnoreManyDialog(QDialog):
    """Asks for the one reason why several findings are set aside, each at its place.

    Attributes:
        reason: the reason; it is needed.
    """

    def __init__(self, findings: Sequence[Finding], parent: QWidget | None = None) -> None:
        """Say what would be set aside.

        Args:
            findings: what is selected.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Ignore"))
        self.setMinimumWidth(_WIDTH)
        said = QLabel(
            ngettext(
                "Set {n} finding aside, where it stands. One undo takes that back.",
                "Set {n} findings aside, each where it stands. One undo takes that back.",
                len(findings),
            )
        )
        said.setWordWrap(True)
        kinds = Counter(rule_title(finding.rule) for finding in findings)
        listed = [_("{title} ({n})", title=title, n=count) for title, count in kinds.most_common(_MOST_KINDS)]
        if len(kinds) > _MOST_KINDS:
            listed.append("…")
        told = QLabel("\n".join(listed))
        told.setWordWrap(True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("Why are these no faults?"))
        self.reason.setAccessibleName(_("Why are these no faults?"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(False)
        self.reason.textChanged.connect(lambda typed: ok.setEnabled(bool(typed.strip())))
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (said, told, self.reason, buttons):
            column.addWidget(widget)
        self.reason.setFocus()

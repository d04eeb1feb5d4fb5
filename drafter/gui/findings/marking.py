"""Asking what is wrong with words that a reviewer chose."""

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.findings.model import SEVERITY_WORDS
from drafter.i18n import _
from drafter.model import SEVERITIES, Severity
from drafter.review import rule_names, rule_title

_WIDTH = 440


class MarkingDialog(QDialog):
    """Asks for the kind of fault, how bad it is, and a note."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        """Show what can be chosen.

        Args:
            words: the words that were chosen; "" where something is missing.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Mark a fault"))
        self.setMinimumWidth(_WIDTH)
        said = QLabel(f"“{words}”" if words else _("Something is missing here."))
        said.setWordWrap(True)
        self.kind = QComboBox()
        self.kind.addItem(_("Choose what is wrong"), "")
        for name in sorted(rule_names(), key=rule_title):
            self.kind.addItem(rule_title(name), name)
        self.severity = QComboBox()
        for severity in reversed(SEVERITIES):
            self.severity.addItem(_(SEVERITY_WORDS[severity]), severity)
        self.severity.setCurrentIndex(self.severity.findData("major"))
        self.note = QLineEdit()
        self.note.setPlaceholderText(_("What is wrong, and what is meant"))
        form = QFormLayout()
        form.addRow(_("Kind:"), self.kind)
        form.addRow(_("Severity:"), self.severity)
        form.addRow(_("Note:"), self.note)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setEnabled(False)
        self.kind.currentIndexChanged.connect(lambda: self.ok.setEnabled(bool(self.rule())))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(said)
        column.addLayout(form)
        column.addWidget(buttons)
        self.kind.setFocus()

    def rule(self) -> str:
        """Give the kind of fault, a rule of the catalogue."""
        return str(self.kind.currentData())

    def chosen_severity(self) -> Severity:
        """Give how bad it is."""
        severity: Severity = self.severity.currentData()
        return severity

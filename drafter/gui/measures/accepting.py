"""Asking how sure a suggestion must be to be accepted with all others; says first how many that are."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QSlider, QSpinBox, QVBoxLayout, QWidget

from drafter.gui.measures.looking import Candidates
from drafter.i18n import _, ngettext
from drafter.model import N_

_USUAL: Final = 75  # per cent


class AcceptDialog(QDialog):
    """Asks for the least confidence."""

    def __init__(self, candidates: Candidates, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Accept suggestions"))
        self._candidates = candidates
        self.least, slider = QSpinBox(), QSlider(Qt.Orientation.Horizontal)
        for one in (self.least, slider):
            one.setRange(1, 100)
            one.setValue(_USUAL)
            one.setAccessibleName(_("Least confidence"))
        self.least.setSuffix(" %")
        self.least.valueChanged.connect(slider.setValue)
        slider.valueChanged.connect(self.least.setValue)
        self.count = QLabel()
        asked = QLabel(_("Accept every suggestion with a confidence of at least"))
        asked.setBuddy(self.least)
        row = QHBoxLayout()
        row.addWidget(slider, 1)
        row.addWidget(self.least)
        hint = QLabel(_("One step: Undo takes all of them back."))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = buttons.addButton(_("Accept"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(asked)
        column.addLayout(row)
        column.addWidget(self.count)
        column.addWidget(hint)
        column.addWidget(buttons)
        self.least.valueChanged.connect(self._recount)
        self._recount()

    def chosen(self) -> Sequence[tuple[int, str]]:
        """Give clause and notation of all that is sure enough."""
        least = self.least.value() / 100
        return [(clause, one.notation) for clause, one in self._candidates if one.confidence >= least]

    def _recount(self) -> None:
        chosen = self.chosen()
        clauses = len({clause for clause, _notation in chosen})
        tags = ngettext("{n} tag", "{n} tags", len(chosen))
        where = ngettext("on {n} clause", "on {n} clauses", clauses)
        self.count.setText(_(N_("{tags} {where}"), tags=tags, where=where) if chosen else _("Nothing is that sure."))
        self.accept_button.setEnabled(bool(chosen))

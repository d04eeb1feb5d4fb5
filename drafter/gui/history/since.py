"""Since when: the moments that changes can be looked for from."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QHBoxLayout, QWidget

from drafter.gui.history.when import yesterday
from drafter.i18n import _
from drafter.model import N_

_WORDS: Final = {
    "seen": N_("I last worked on it"),
    "yesterday": N_("yesterday"),
    "moment": N_("a day and time"),
    "loaded": N_("it was loaded"),
}


class SinceWhen(QWidget):
    """Asks for a moment.

    Signals:
        changed: another one was chosen.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choices = QComboBox()
        for key in _WORDS:
            self.choices.addItem("", key)
        self.moment = QDateTimeEdit(QDateTime.currentDateTime().addDays(-7))
        self.moment.setCalendarPopup(True)
        self.moment.setMaximumDateTime(QDateTime.currentDateTime().addYears(1))
        self.moment.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choices)
        row.addWidget(self.moment, 1)
        row.addStretch(1)
        self.choices.currentIndexChanged.connect(self._on_chosen)
        self.moment.dateTimeChanged.connect(lambda _moment: self.changed.emit())

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        for row, words in enumerate(_WORDS.values()):
            self.choices.setItemText(row, _(words))
        self.choices.setAccessibleName(_("Changes since"))
        self.moment.setAccessibleName(_("Day and time"))
        self.moment.setLocale(self.locale())
        self.moment.setDisplayFormat("yyyy-MM-dd HH:mm")

    def point(self) -> int | datetime | None:
        """Give the point of the history, as `ReviewSession.changes_since` takes it."""
        match self.choices.currentData():
            case "yesterday":
                return yesterday()
            case "moment":
                return datetime.fromtimestamp(self.moment.dateTime().toSecsSinceEpoch()).astimezone()
            case "loaded":
                return 0
            case _:
                return None

    def _on_chosen(self) -> None:
        self.moment.setVisible(self.choices.currentData() == "moment")
        self.changed.emit()

"""The form for the house style: how repairs write figures where the document has no habit of its own."""

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from drafter.i18n import _
from drafter.model import N_
from drafter.review import HOUSE_STYLES

_NAMES: dict[str, str] = {
    "dates": N_("Dates:"), "counts": N_("Counts up to ten:"), "references": N_("Document numbers:"),
    "percent": N_("Percentages:"), "units": N_("Units:"), "spelling": N_("Spelling:"), "money": N_("Money:"),
    "thousands": N_("Thousands:"), "dash": N_("Ranges:"),
}  # fmt: skip
# What each choice looks like: a text in English, whatever the language of the window.
_SAMPLES: dict[str, dict[str, str]] = {
    "dates": {"british": "23 August 2023", "american": "August 23, 2023"},
    "counts": {"digits": "5 cities", "words": "five cities"},
    "references": {"year-first": "[2023] No. 34", "number-first": "No. 34 [2023]"},
    "percent": {"%": "5%", "percent": "5 percent", "per cent": "5 per cent"},
    "units": {"symbols": "32 μg/m³", "words": "32 micrograms per cubic metre"},
    "spelling": {"british": "metre, programme", "american": "meter, program"},
    "money": {"yuan": "320 million yuan", "CNY": "CNY 320 million", "RMB": "RMB 320 million"},
    "thousands": {"four": "4,600 and 46,000", "five": "4600 and 46,000", "none": "4600 and 46000"},
    "dash": {"–": "10–15", "-": "10-15", "to": "10 to 15"},
}


class HouseStyleForm(QWidget):
    """Asks how figures are written in English."""

    def __init__(self, chosen: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QComboBox] = {}
        form = QFormLayout()
        for name, choices in HOUSE_STYLES.items():
            box = QComboBox()
            box.addItem(_("As the document mostly does"), "")
            for choice in choices:
                box.addItem(_SAMPLES[name][choice], choice)
            box.setCurrentIndex(max(0, box.findData(chosen.get(name, ""))))
            self.boxes[name] = box
            form.addRow(_(_NAMES[name]), box)
        told = QLabel(_("Fixes write figures this way, in the review that is open and in every new one."))
        told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addLayout(form)
        column.addStretch(1)

    def chosen(self) -> dict[str, str]:
        """Give what was chosen, by name; what follows the document is not among it."""
        return {name: str(box.currentData()) for name, box in self.boxes.items() if box.currentData()}

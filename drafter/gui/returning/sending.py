"""The dialog that asks which clauses are sent out, and as what."""

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.toolbox.ask_where import ask_where
from drafter.i18n import _
from drafter.model import N_
from drafter.review import WANTED
from drafter.review.packing import Wanted

_WORDS: Final[dict[Wanted, str]] = {
    "changed": N_("Clauses that were corrected"),
    "failed": N_("Clauses with a major or critical finding"),
    "open": N_("Clauses that are not reviewed yet"),
    "all": N_("All clauses"),
}
_FORMATS: Final = (
    (".xlsx", N_("Table (Excel)")),
    (".csv", N_("Table (CSV)")),
    (".xlf", N_("For translation tools (XLIFF)")),
    (".docx", N_("Word table of all clauses")),
)


class SendDialog(QDialog):
    """Asks what is sent out.

    Attributes:
        path: the file that was chosen; None where the user thought better of it.
    """

    def __init__(self, suggested: str, parent: QWidget | None = None) -> None:
        """Make the dialog.

        Args:
            suggested: a name for the file, without its ending.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Send out a pack"))
        self._suggested = suggested
        self.path: Path | None = None
        said = QLabel(
            _("Whoever translates corrects the file and sends it back. Of the review it holds the texts and what is "
              "wrong with them.")
        )  # fmt: skip
        said.setWordWrap(True)
        self.boxes: dict[Wanted, QCheckBox] = {name: QCheckBox(_(_WORDS[name])) for name in WANTED}
        for name, box in self.boxes.items():
            box.setChecked(name != "all")
            box.toggled.connect(self._allow)
        self.format = QComboBox()
        self.format.setAccessibleName(_("Kind of file"))
        for ending, words in _FORMATS:
            self.format.addItem(_(words), ending)
        self.format.currentIndexChanged.connect(self._allow)
        form = QFormLayout()
        form.addRow(_("Kind:"), self.format)
        for number, box in enumerate(self.boxes.values()):
            form.addRow(_("Clauses:") if not number else "", box)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self._ask_where)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(said)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self.setMinimumWidth(460)
        self._allow()

    @property
    def ending(self) -> str:
        """The ending of the kind that is chosen."""
        return str(self.format.currentData())

    def wanted(self) -> tuple[Wanted, ...]:
        """Give which clauses are chosen."""
        return tuple(name for name, box in self.boxes.items() if box.isChecked())

    def _allow(self) -> None:
        word, every = self.ending == ".docx", self.boxes["all"].isChecked()
        for name, box in self.boxes.items():
            box.setEnabled(not word and (name == "all" or not every))
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(word or bool(self.wanted()))

    def _ask_where(self) -> None:
        path = ask_where(
            self, self.windowTitle(), self._suggested + self.ending, self.format.currentText(), self.ending
        )
        if path is not None:
            self.choose(path)

    def choose(self, path: Path) -> None:
        """Take a file and close."""
        self.path = path
        self.accept()

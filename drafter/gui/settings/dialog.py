"""The settings dialog."""

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from drafter.gui.settings.settings import LANGUAGE_CHOICES, LanguageChoice, Settings
from drafter.i18n import _
from drafter.model import N_

# A language is named in itself, so that whoever can't read the other one finds it.
_LANGUAGES: dict[LanguageChoice, str] = {"system": N_("As the system has it"), "zh": "简体中文", "en": "English"}
_WIDTH = 420


class SettingsDialog(QDialog):
    """Asks for the language and the reviewer's name."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Settings"))
        self.setMinimumWidth(_WIDTH)
        self.language = QComboBox()
        for choice in LANGUAGE_CHOICES:
            self.language.addItem(_(_LANGUAGES[choice]), choice)
        self.language.setCurrentIndex(self.language.findData(settings.language))
        self.author = QLineEdit(settings.author)
        self.author.setPlaceholderText(_("Stands beside your corrections in tracked changes"))
        form = QFormLayout()
        form.addRow(_("Language:"), self.language)
        form.addRow(_("Your name:"), self.author)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(buttons)

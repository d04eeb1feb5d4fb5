"""The settings dialog."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.settings.house_style import HouseStyleForm
from drafter.gui.settings.keys import KeysForm
from drafter.gui.settings.rules import RulesForm
from drafter.gui.settings.settings import LANGUAGE_CHOICES, LanguageChoice, Settings
from drafter.gui.settings.spelling import SpellingForm
from drafter.gui.toolbox.appearance import APPEARANCES, Appearance
from drafter.i18n import _
from drafter.model import N_
from drafter.review import RuleFile

# A language is named in itself, so that whoever can't read the other one finds it.
_LANGUAGES: dict[LanguageChoice, str] = {"system": N_("As the system has it"), "zh": "简体中文", "en": "English"}
_APPEARANCES: dict[Appearance, str] = {
    "system": N_("As the system has it"), "light": N_("Light"), "dark": N_("Dark"),
}  # fmt: skip
_WIDTH = 600


class SettingsDialog(QDialog):
    """Asks for language, appearance, the reviewer's name, the house style, the rules and the keys."""

    def __init__(
        self,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        style: Mapping[str, str] | None = None,
        kept: Sequence[RuleFile] | None = None,
    ) -> None:
        """Show what is chosen.

        Args:
            settings: the settings.
            parent: the window.
            style: the house style of the review that is open; that of the settings where none is.
            kept: the files of rules that it brings along; None where none is open.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Settings"))
        self.setMinimumWidth(_WIDTH)
        self.language = QComboBox()
        for choice in LANGUAGE_CHOICES:
            self.language.addItem(_(_LANGUAGES[choice]), choice)
        self.language.setCurrentIndex(self.language.findData(settings.language))
        self.appearance = QComboBox()
        for look in APPEARANCES:
            self.appearance.addItem(_(_APPEARANCES[look]), look)
        self.appearance.setCurrentIndex(self.appearance.findData(settings.appearance))
        self.author = QLineEdit(settings.author)
        self.author.setPlaceholderText(_("Stands beside your corrections in tracked changes"))
        general = QWidget()
        form = QFormLayout(general)
        form.addRow(_("Language:"), self.language)
        form.addRow(_("Appearance:"), self.appearance)
        form.addRow(_("Your name:"), self.author)
        self.style_form = HouseStyleForm(settings.house_style if style is None else style)
        self.tabs = QTabWidget()
        self.tabs.addTab(general, _("General"))
        self.tabs.addTab(self.style_form, _("House style"))
        self.rules_form = RulesForm(
            frozenset(settings.off), settings.severities, settings.sensitivity, settings.glossary, kept=kept
        )
        self.tabs.addTab(self.rules_form, _("Rules"))
        self.spelling_form = SpellingForm(settings.spelling, settings.dictionary)
        self.tabs.addTab(self.spelling_form, _("Spelling"))
        self.keys_form = KeysForm(settings.key_set, settings.shortcuts)
        self.tabs.addTab(self.keys_form, _("Keys"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self.tabs)
        column.addWidget(buttons)

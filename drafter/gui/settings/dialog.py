"""The settings dialog."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTabWidget, QVBoxLayout, QWidget

from drafter.gui.settings.general import GeneralForm
from drafter.gui.settings.house_style import HouseStyleForm
from drafter.gui.settings.keys import KeysForm
from drafter.gui.settings.rules import RulesForm
from drafter.gui.settings.settings import Settings
from drafter.gui.settings.spelling import SpellingForm
from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _
from drafter.review import RuleFile

_WIDTH = 600


@guarded
class SettingsDialog(QDialog):
    """Asks for what concerns the program, the house style, the rules, spelling and the keys.

    Attributes:
        general_form, style_form, rules_form, spelling_form, keys_form: the forms, each on a tab.
        told: what hinders the choice from being taken.
    """

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
        self.general_form = GeneralForm(settings)
        self.language, self.appearance = self.general_form.language, self.general_form.appearance
        self.author = self.general_form.author
        self.style_form = HouseStyleForm(settings.house_style if style is None else style)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.general_form, _("General"))
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
        self.told = QLabel()
        self.told.setObjectName("warning")
        self.told.setWordWrap(True)
        self.told.hide()
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self.tabs)
        column.addWidget(self.told)
        column.addWidget(buttons)

    def accept(self) -> None:
        """Take what was chosen, unless a path can't be used: then say so."""
        trouble = self.general_form.trouble()
        if trouble:
            self.tabs.setCurrentWidget(self.general_form)
            self.told.setText(trouble)
            self.told.show()
            return
        super().accept()

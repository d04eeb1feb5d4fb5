"""The general form: language, looks, the reviewer's name, fonts of the two texts, and where things are kept."""

import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from drafter.gui.settings.settings import LANGUAGE_CHOICES, LanguageChoice, Settings, usual_reviews_folder
from drafter.gui.toolbox.appearance import APPEARANCES, Appearance
from drafter.gui.toolbox.elided import ElidedLabel
from drafter.gui.toolbox.fonts import families
from drafter.gui.toolbox.rows import beside
from drafter.i18n import _, shown
from drafter.model import N_, DrafterError, Side
from drafter.review.taxonomies import office_taxonomy
from drafter.taxonomy import TAXONOMY_ENDINGS

# A language is named in itself, so that whoever can't read the other one finds it.
_LANGUAGES: dict[LanguageChoice, str] = {"system": N_("As the system has it"), "zh": "简体中文", "en": "English"}
_APPEARANCES: dict[Appearance, str] = {
    "system": N_("As the system has it"), "light": N_("Light"), "dark": N_("Dark"),
}  # fmt: skip
_WRITING: Final[dict[Side, QFontDatabase.WritingSystem]] = {
    "zh": QFontDatabase.WritingSystem.SimplifiedChinese,
    "en": QFontDatabase.WritingSystem.Latin,
}
# What a font looks like is shown by words of its own language, whatever the language of the window.
_SAMPLES: Final[dict[Side, str]] = {"zh": "2025年空气质量持续改善", "en": "Better air by 2025: 31 μg/m³"}
_SMALLEST, _LARGEST = 6.0, 36.0


class FontBox(QComboBox):
    """Offers the families that can write a language; the first entry leaves the choice to the program."""

    def __init__(self, side: Side, chosen: str) -> None:
        super().__init__()
        self.addItem(_("As Drafter chooses"), "")
        for name in QFontDatabase.families(_WRITING[side]):
            if not name.startswith(".") and not QFontDatabase.isPrivateFamily(name):
                self.addItem(name, name)
        if chosen and self.findData(chosen) < 0:
            self.addItem(_("{font} (not on this computer)", font=chosen), chosen)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        # A family of a long name must not make the dialog wide.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class GeneralForm(QWidget):
    """Asks for what concerns the whole program.

    Attributes:
        language, appearance: of the window.
        author: the reviewer's name.
        fonts: the families of the two texts, by side.
        points: the size in which they are read, in points; the least for the desktop's own.
        samples: shows both fonts.
        reviews: the folder in which new reviews are kept, "" for the usual one.
        taxonomy: the file of the taxonomy of new reviews, "" for the program's own.
    """

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.fonts: dict[Side, FontBox] = {
            "zh": FontBox("zh", settings.font_zh), "en": FontBox("en", settings.font_en),
        }  # fmt: skip
        self.points = QDoubleSpinBox()
        self.points.setRange(_SMALLEST, _LARGEST)
        self.points.setDecimals(1)
        self.points.setSingleStep(0.5)
        self.points.setSpecialValueText(_("As the system has it"))
        self.points.setSuffix(_(" pt"))
        self.points.setValue(settings.font_size or _SMALLEST)
        self.points.setMinimumHeight(self.fonts["zh"].sizeHint().height())  # Chinese needs it
        self.samples: dict[Side, ElidedLabel] = {"zh": ElidedLabel(), "en": ElidedLabel()}
        self.reviews, self.taxonomy = QLineEdit(settings.reviews), QLineEdit(settings.taxonomy)
        self.reviews.setPlaceholderText(_("The usual folder"))
        self.reviews.setToolTip(str(usual_reviews_folder()))
        self.taxonomy.setPlaceholderText(_("The taxonomy that comes with Drafter"))
        self.reviews.setAccessibleName(_("Folder of new reviews:"))
        self.taxonomy.setAccessibleName(_("Taxonomy of new reviews:"))
        self.told = QLabel(_("Reviews that are there already stay where and as they are."))
        self.told.setWordWrap(True)
        self._lay_out()
        for box in self.fonts.values():
            box.currentIndexChanged.connect(self._show_fonts)
        self.points.valueChanged.connect(self._show_fonts)
        self._show_fonts()

    def _lay_out(self) -> None:
        folder, file = QPushButton(_("Choose…")), QPushButton(_("Choose…"))
        folder.clicked.connect(self._choose_folder)
        file.clicked.connect(self._choose_taxonomy)
        for field in (self.reviews, self.taxonomy):
            field.setClearButtonEnabled(True)
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(_("Language:"), self.language)
        form.addRow(_("Appearance:"), self.appearance)
        form.addRow(_("Your name:"), self.author)
        form.addRow(_("Font of the Chinese:"), self.fonts["zh"])
        form.addRow(_("Font of the English:"), self.fonts["en"])
        form.addRow(_("Size of the text:"), self.points)
        for side in self.samples:
            form.addRow("", self.samples[side])
        form.addRow(_("Folder of new reviews:"), beside(self.reviews, folder))
        form.addRow(_("Taxonomy of new reviews:"), beside(self.taxonomy, file))
        form.addRow("", self.told)

    def font_size(self) -> float:
        """Give the size that was chosen, in points; 0 for the desktop's own."""
        value = float(self.points.value())
        return value if value > _SMALLEST else 0.0

    def family(self, side: Side) -> str:
        """Give the family that was chosen for a side, "" for the program's choice."""
        return str(self.fonts[side].currentData() or "")

    def trouble(self) -> str:
        """Say in a sentence what is wrong with a path, "" where nothing is; a folder that lacks is made."""
        if (folder := self.reviews.text().strip()) and not _is_writable(Path(folder)):
            return _(
                N_("Reviews can't be kept in “{path}”. Choose a folder you may write to, or leave the field empty."),
                path=folder,
            )
        if file := self.taxonomy.text().strip():
            try:
                office_taxonomy(Path(file))
            except DrafterError as error:
                return shown(error.message)
        return ""

    def _show_fonts(self) -> None:
        for side, label in self.samples.items():
            font = self.font()
            font.setFamilies([name for name in (self.family(side), *families(side)) if name])
            if size := self.font_size():
                font.setPointSizeF(size)
            label.setFont(font)
            label.setText(_SAMPLES[side])
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)

    def _choose_folder(self) -> None:
        start = self.reviews.text() or str(usual_reviews_folder())
        if name := QFileDialog.getExistingDirectory(self, _("Folder of new reviews"), start):
            self.reviews.setText(name)

    def _choose_taxonomy(self) -> None:
        kinds = f"{_('Taxonomies')} ({' '.join(f'*{ending}' for ending in TAXONOMY_ENDINGS)})"
        name, _kind = QFileDialog.getOpenFileName(self, _("Taxonomy of new reviews"), self.taxonomy.text(), kinds)
        if name:
            self.taxonomy.setText(name)


def _is_writable(folder: Path) -> bool:
    if not folder.is_absolute():
        return False
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError):
        return False
    return os.access(folder, os.W_OK)

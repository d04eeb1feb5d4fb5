"""The dialog that asks what to export."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

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

from drafter.exports import DataOptions, DocxOptions, OriginalOptions, VerdictOptions
from drafter.exports.docx.options import Layout, Style
from drafter.exports.quality import QualityOptions
from drafter.gui.toolbox.ask_where import ask_where
from drafter.i18n import _, ngettext
from drafter.model import N_, Side
from drafter.review.output import Options

_LAYOUTS: dict[Layout, str] = {
    "table": N_("Table: number, Chinese, English"),
    "interleaved": N_("Chinese and English paragraph under paragraph"),
    "zh": N_("Chinese alone"),
    "en": N_("English alone"),
}
_STYLES: dict[Style, str] = {
    "plain": N_("Ordinary page"),
    "gbt9704": N_("Official document (GB/T 9704)"),
}
Kind = Literal["word", "into-zh", "into-en", "verdict", "page", "quality", "data", "original"]
_KINDS: tuple[tuple[Kind, str, str], ...] = (
    ("word", ".docx", N_("Word file")),
    ("into-en", ".docx", N_("The English Word file itself, corrected")),
    ("into-zh", ".docx", N_("The Chinese Word file itself, corrected")),
    ("verdict", ".html", N_("One-page verdict (HTML)")),
    ("page", ".html", N_("All clauses as a page with filters (HTML)")),
    ("quality", ".html", N_("Quality report (HTML)")),
    ("quality", ".docx", N_("Quality report (Word)")),
    ("data", ".xlsx", N_("Tables: clauses, findings, figures, measures (Excel)")),
    ("data", ".csv", N_("Clauses as a table (CSV)")),
    ("data", ".tmx", N_("Translation memory (TMX)")),
    ("data", ".xlf", N_("For translation tools (XLIFF 2.1)")),
    ("data", ".tbx", N_("Terms of this text (TBX)")),
    ("data", ".json", N_("Everything, for other programs (JSON)")),
)
"""What a review can be written as, with the ending of the file."""

_INTO: dict[Kind, Side] = {"into-zh": "zh", "into-en": "en"}
_SUFFIXES: dict[Kind, str] = {
    "verdict": "verdict", "page": "review", "quality": "quality", "into-zh": "zh-corrected", "into-en": "en-corrected",
}  # fmt: skip
"""What tells files of one ending apart by their names."""

_WITH_NAMES = frozenset({".xlsx", ".csv", ".tmx", ".xlf", ".json", ".html"})


@dataclass(frozen=True)
class ExportChoice:
    """What was chosen: where to, and how the file is made; None where there is nothing to choose."""

    path: Path
    options: Options | None


class ExportDialog(QDialog):
    """Asks for layout, style and file."""

    def __init__(
        self,
        suggested: Path,
        critical: int,
        *,
        tagged: bool,
        original: Path | None = None,
        word_sides: Collection[Side] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            suggested: a name for the file, whatever its ending.
            critical: how many critical findings are open.
            tagged: whether any clause has a measure tag.
            original: a name for the translation tool's file that the review came from, None where there is none.
            word_sides: the sides that came from Word files.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self._suggested, self._original = suggested, original
        self.kind = QComboBox()
        for kind, ending, words in _KINDS:
            into = kind.startswith("into-")
            known = kind.removeprefix("into-") in word_sides if into else original is None or original.suffix != ending
            if known:  # a translation tool's file goes back as what it is
                self.kind.addItem(_(words), (kind, ending))
        if original is not None:
            self.kind.addItem(_("Corrected original file"), ("original", original.suffix))
        self.layout_ = QComboBox()
        for layout in get_args(Layout):
            self.layout_.addItem(_(_LAYOUTS[layout]), layout)
        self.style_ = QComboBox()
        for style in get_args(Style):
            self.style_.addItem(_(_STYLES[style]), style)
        self.style_.setCurrentIndex(self.style_.findData("plain"))
        self.tracked = QCheckBox(_("Show corrections as tracked changes"))
        self.comments = QCheckBox(_("Show open findings as comments"))
        self.tags = QCheckBox(_("Add a column with the measure tags"))
        self.tags.setChecked(tagged)
        self.cover = QCheckBox(_("Begin with a title page"))
        self.findings = QCheckBox(_("Add a column with the open findings"))
        self.notes = QCheckBox(_("Add a column with the notes"))
        self.scripts = QCheckBox(_("Set the figures of PM2.5, CO2 and m3 below or above the line"))
        self.returnable = QCheckBox(_("Can be taken back in after somebody corrected it"))
        self.confirmed = QCheckBox(_("Only clauses that are reviewed or finished"))
        self.names = QCheckBox(_("With the names of the reviewers"))
        self.names.setChecked(True)
        self._form = form = QFormLayout()
        form.addRow(_("Kind:"), self.kind)
        form.addRow(_("Layout:"), self.layout_)
        form.addRow(_("Page:"), self.style_)
        self._of_tables = {
            "tags": self.tags, "findings": self.findings, "notes": self.notes, "returnable": self.returnable,
        }  # fmt: skip
        of_words = (self.tracked, self.comments, self.scripts, self.cover, *self._of_tables.values())
        for box in (*of_words, self.confirmed, self.names):
            form.addRow("", box)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addLayout(form)
        if critical:
            warning = QLabel(
                ngettext("{n} critical finding is still open.", "{n} critical findings are still open.", critical)
            )
            warning.setObjectName("warning")
            column.addWidget(warning)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._ask_where)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.kind.currentIndexChanged.connect(self._allow)
        self.layout_.currentIndexChanged.connect(self._allow)
        self.choice: ExportChoice | None = None
        self._allow()

    def _allow(self) -> None:
        """Show only what can be chosen about the kind of file that is chosen."""
        kind, ending = self._chosen
        word = kind == "word"
        for widget in (self.layout_, self.style_, self.comments, self.scripts, self.cover, *self._of_tables.values()):
            self._form.setRowVisible(widget, word)
        self._form.setRowVisible(self.tracked, word or kind in _INTO)
        for box in self._of_tables.values():
            box.setEnabled(self.layout_.currentData() == "table")
        self._form.setRowVisible(self.confirmed, ending == ".tmx" and kind == "data")
        self._form.setRowVisible(self.names, kind in ("data", "page") and ending in _WITH_NAMES)
        self.adjustSize()

    @property
    def _chosen(self) -> tuple[Kind, str]:
        kind, ending = self.kind.currentData()
        return kind, ending

    def _ask_where(self) -> None:
        kind, ending = self._chosen
        if kind == "original" and self._original:
            suggested = self._original
        elif kind in _SUFFIXES:
            name = self._suggested.name.removesuffix("-bilingual")
            suggested = self._suggested.with_name(f"{name}-{_SUFFIXES[kind]}{ending}")
        else:
            suggested = self._suggested.with_suffix(ending)
        path = ask_where(self, _("Export"), str(suggested), self.kind.currentText(), ending)
        if path is not None:
            self.choose(path)

    def choose(self, path: Path) -> None:
        """Take a file and close."""
        self.choice = ExportChoice(path, self._options())
        self.accept()

    def _options(self) -> Options | None:
        kind, _ending = self._chosen
        if kind == "quality":
            return QualityOptions()
        if kind == "verdict":
            return VerdictOptions()
        table = self.layout_.currentData() == "table"
        if kind == "word":
            return DocxOptions(
                self.layout_.currentData(),
                self.style_.currentData(),
                track_changes=self.tracked.isChecked(),
                comments=self.comments.isChecked(),
                scripts=self.scripts.isChecked(),
                cover=self.cover.isChecked(),
                **{name: box.isChecked() and table for name, box in self._of_tables.items()},
            )
        if kind in _INTO:
            return OriginalOptions(_INTO[kind], self.tracked.isChecked())
        if kind == "original":
            return None
        return DataOptions(self.confirmed.isChecked() and self._chosen[1] == ".tmx", self.names.isChecked())

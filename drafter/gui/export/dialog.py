"""The dialog that asks what to export."""

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from PySide6.QtCore import Qt
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

from drafter.exports import DocxOptions
from drafter.exports.docx.options import Layout, Style
from drafter.exports.quality import QualityOptions
from drafter.gui.toolbox.ask_where import ask_where
from drafter.i18n import _, ngettext
from drafter.model import N_

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
_IS_REPORT = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class ExportChoice:
    """What was chosen: where to, and how a Word file or a quality report is made."""

    path: Path
    options: DocxOptions | QualityOptions


class ExportDialog(QDialog):
    """Asks for layout, style and file."""

    def __init__(
        self,
        suggested: Path,
        critical: int,
        *,
        tagged: bool,
        original: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            suggested: a name for the file, whatever its ending.
            critical: how many critical findings are open.
            tagged: whether any clause has a measure tag.
            original: a name for the translation tool's file that the review came from, None where there is none.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self._suggested, self._original = suggested, original
        self.kind = QComboBox()
        self.kind.addItem(_("Word file"), ".docx")
        self.kind.addItem(_("One-page verdict (HTML)"), ".html")
        for report, ending in ((_("Quality report (HTML)"), ".html"), (_("Quality report (Word)"), ".docx")):
            self.kind.addItem(report, ending)
            self.kind.setItemData(self.kind.count() - 1, True, _IS_REPORT)
        if original is not None:
            self.kind.addItem(_("Corrected original file"), original.suffix)
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
        form = QFormLayout()
        form.addRow(_("Kind:"), self.kind)
        form.addRow(_("Layout:"), self.layout_)
        form.addRow(_("Page:"), self.style_)
        for box in (self.tracked, self.comments, self.tags):
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
        word = self.kind.currentData() == ".docx" and not self._is_report
        for widget in (self.layout_, self.style_, self.tracked, self.comments):
            widget.setEnabled(word)
        self.tags.setEnabled(word and self.layout_.currentData() == "table")

    @property
    def _is_report(self) -> bool:
        return bool(self.kind.currentData(_IS_REPORT))

    def _ask_where(self) -> None:
        ending = self.kind.currentData()
        if self._is_report:
            name = self._suggested.name.removesuffix("-bilingual")
            suggested = self._suggested.with_name(f"{name}-quality{ending}")
        elif self._original and self._original.suffix == ending:
            suggested = self._original
        else:
            suggested = self._suggested.with_suffix(ending)
        path = ask_where(self, _("Export"), str(suggested), self.kind.currentText(), ending)
        if path is not None:
            self.choose(path)

    def choose(self, path: Path) -> None:
        """Take a file and close."""
        if self._is_report:
            self.choice = ExportChoice(path, QualityOptions())
            self.accept()
            return
        options = DocxOptions(
            self.layout_.currentData(),
            self.style_.currentData(),
            track_changes=self.tracked.isChecked(),
            comments=self.comments.isChecked(),
            tags=self.tags.isChecked() and self.tags.isEnabled(),
        )
        self.choice = ExportChoice(path, options)
        self.accept()

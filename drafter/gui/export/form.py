"""The questions of an export, grouped; only those that matter for the chosen kind are shown."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafter.exports.data_options import TABLES, Table
from drafter.exports.docx.options import Layout, Style
from drafter.gui.export.choices import INTO, KINDS, WITH_NAMES, Choices, Kind
from drafter.gui.export.fonts import lacking
from drafter.i18n import _
from drafter.model import N_, Side

_LAYOUTS: Final[dict[Layout, str]] = {
    "table": N_("Table: number, Chinese, English"),
    "interleaved": N_("Chinese and English paragraph under paragraph"),
    "zh": N_("Chinese alone"),
    "en": N_("English alone"),
}
_STYLES: Final[dict[Style, str]] = {
    "plain": N_("Ordinary page"),
    "gbt9704": N_("Official document (GB/T 9704)"),
}
_PLACES: Final[dict[Layout, tuple[int, int, int]]] = {
    "table": (0, 0, 2), "interleaved": (1, 0, 2), "zh": (2, 0, 1), "en": (2, 1, 1),
}  # fmt: skip
"""Row, column and columns of each layout's box."""

_TABLES: Final[dict[Table, str]] = {
    "clauses": N_("Clauses"), "findings": N_("Findings"), "figures": N_("Figures"), "measures": N_("Measures"),
}  # fmt: skip


class ExportForm(QWidget):
    """Asks what is exported and how.

    Signals:
        changed: something else is chosen.
    """

    changed = Signal()

    def __init__(self, original: str, word_sides: Collection[Side]) -> None:
        """Make the form.

        Args:
            original: the ending of the translation tool's file that the review came from, "" where there is none.
            word_sides: the sides that came from Word files.
        """
        super().__init__()
        self.kind = QComboBox()
        self.kind.setAccessibleName(_("Kind of file"))
        self._kinds: list[tuple[Kind, str]] = []
        for kind, ending, words in KINDS:
            into = kind in INTO
            known = INTO[kind] in word_sides if into else original != ending
            if known:  # a translation tool's file goes back as what it is
                self._offer(kind, ending, _(words))
        if original:
            self._offer("original", original, _("Corrected original file"))
        self.layouts = {layout: QCheckBox(_(_LAYOUTS[layout])) for layout in get_args(Layout)}
        self.style_ = QComboBox()
        self.style_.setAccessibleName(_("Page"))
        for style in get_args(Style):
            self.style_.addItem(_(_STYLES[style]), style)
        self.table = QComboBox()
        self.table.setAccessibleName(_("A row for each"))
        for table in TABLES:
            self.table.addItem(_(_TABLES[table]), table)
        self.template = QLineEdit()
        self.template.setPlaceholderText(_("none: a page of Drafter's own"))
        self.template.setAccessibleName(_("The office's own Word file that the text is put into"))
        self.template.setClearButtonEnabled(True)
        self.browse = QPushButton(_("Choose…"))
        self.browse.setAccessibleName(_("Choose a template"))
        self.browse.clicked.connect(self._choose_template)
        self.pattern = QLineEdit()
        self.pattern.setAccessibleName(_("File name"))
        self.pattern.setToolTip(_("{name}, {title}, {layout} and {style} are filled in"))
        self.fonts = QLabel()
        self.fonts.setWordWrap(True)
        self.cover = QCheckBox(_("Begin with a title page"))
        self.scripts = QCheckBox(_("Set the figures of PM2.5, CO2 and m3 below or above the line"))
        self.tracked = QCheckBox(_("Show corrections as tracked changes"))
        self.comments = QCheckBox(_("Findings, notes and reasons as comments"))
        self.tags = QCheckBox(_("Column of measure tags"))
        self.findings = QCheckBox(_("Column of open findings"))
        self.notes = QCheckBox(_("Column of notes"))
        self.returnable = QCheckBox(_("Can be taken back in"))
        self.returnable.setToolTip(_("Can be taken back in after somebody corrected it"))
        self.confirmed = QCheckBox(_("Only clauses that are reviewed or finished"))
        self.names = QCheckBox(_("With the names of the reviewers"))
        self._boxes = {
            name: getattr(self, name)
            for name in ("cover", "scripts", "tracked", "comments", "tags", "findings", "notes", "returnable",
                         "confirmed", "names")
        }  # fmt: skip
        self._build()
        self._connect()

    def _offer(self, kind: Kind, ending: str, words: str) -> None:
        self.kind.addItem(words)
        self._kinds.append((kind, ending))

    def _build(self) -> None:
        self._what = QFormLayout()
        self._what.addRow(_("Kind:"), self.kind)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(3)
        for layout, (line, place, columns) in _PLACES.items():
            grid.addWidget(self.layouts[layout], line, place, 1, columns)
        self._layouts = QWidget()
        self._layouts.setLayout(grid)
        self._what.addRow(_("Layout:"), self._layouts)
        self._what.addRow(_("A row for each:"), self.table)
        self._what.addRow("", self.confirmed)
        self._what.addRow(_("File name:"), self.pattern)
        self._page = QFormLayout()
        self._page.addRow(_("Page:"), self.style_)
        self._page.addRow(self.fonts)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.template, 1)
        row.addWidget(self.browse)
        self._template = QWidget()
        self._template.setLayout(row)
        self._page.addRow(_("Template:"), self._template)
        for box in (self.tracked, self.scripts, self.cover):
            self._page.addRow("", box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        self._groups = [
            _group(_("What"), self._what),
            _group(_("How"), self._page),
            _group(_("Beside the text"), _column([self.comments, self.tags, self.findings, self.notes])),
            _group(_("For whom"), _column([self.returnable, self.names])),
        ]
        last = QHBoxLayout()
        last.addWidget(self._groups[2], 1)
        last.addWidget(self._groups[3], 1)
        column.addWidget(self._groups[0])
        column.addWidget(self._groups[1])
        column.addLayout(last)
        column.addStretch(1)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_changed)
        self.style_.currentIndexChanged.connect(self._on_changed)
        self.table.currentIndexChanged.connect(self._on_changed)
        self.template.editingFinished.connect(self._on_changed)
        self.pattern.textEdited.connect(self._on_changed)
        for box in (*self.layouts.values(), *self._boxes.values()):
            box.toggled.connect(self._on_changed)

    def _on_changed(self) -> None:
        self._allow()
        self.changed.emit()

    @property
    def wanted(self) -> tuple[Kind, str]:
        """The kind that is chosen, with its ending."""
        return self._kinds[self.kind.currentIndex()]

    @property
    def kinds(self) -> tuple[tuple[Kind, str], ...]:
        """The kinds that can be chosen, with their endings, in order."""
        return tuple(self._kinds)

    def choices(self) -> Choices:
        """Give what is chosen."""
        kind, ending = self.wanted
        layouts = tuple(layout for layout, box in self.layouts.items() if box.isChecked())
        made = Choices(
            kind, ending, layouts, self.style_.currentData(), self.template.text().strip(),
            table=self.table.currentData(), pattern=self._own_pattern(),
        )  # fmt: skip
        return replace(made, **{name: box.isChecked() for name, box in self._boxes.items()})

    def _own_pattern(self) -> str:
        text = self.pattern.text().strip()
        ending = self.wanted[1]
        return text[: -len(ending)] if text.lower().endswith(ending) else text

    def choose(self, choices: Choices) -> None:
        """Show choices; those of a kind that this review can't be written as leave the kind as it is."""
        self.blockSignals(True)  # one change, not twenty
        if (choices.kind, choices.ending) in self._kinds:
            self.kind.setCurrentIndex(self._kinds.index((choices.kind, choices.ending)))
        for layout, box in self.layouts.items():
            box.setChecked(layout in choices.layouts)
        self.style_.setCurrentIndex(self.style_.findData(choices.style))
        self.table.setCurrentIndex(self.table.findData(choices.table))
        self.template.setText(choices.template)
        self.pattern.setText(choices.pattern)
        self.pattern.setPlaceholderText(replace(choices, pattern="").name())
        for name, box in self._boxes.items():
            box.setChecked(getattr(choices, name))
        self.blockSignals(False)
        self._on_changed()

    def _allow(self) -> None:
        """Show only what can be chosen about the kind of file that is chosen."""
        kind, ending = self.wanted
        word, into, data = kind == "word", kind in INTO, kind in ("data", "page") and ending in WITH_NAMES
        table = word and self.layouts["table"].isChecked()
        self._what.setRowVisible(self._layouts, word)
        self._what.setRowVisible(self.table, ending == ".csv")
        self._what.setRowVisible(self.confirmed, kind == "data" and ending == ".tmx")
        missing = lacking() if word and self.style_.currentData() == "gbt9704" else []
        self.fonts.setText(_told(missing))
        for widget in (self.style_, self._template, self.scripts, self.cover):
            self._page.setRowVisible(widget, word)
        self._page.setRowVisible(self.fonts, bool(missing))
        self._page.setRowVisible(self.tracked, word or into)
        for box in (self.tags, self.findings, self.notes, self.returnable):
            box.setVisible(word)
            box.setEnabled(table)
        self.comments.setVisible(word)
        marked = word and (self.tracked.isChecked() or self.comments.isChecked() or (table and self.notes.isChecked()))
        self.names.setVisible(data or word or into)
        self.names.setEnabled(data or marked or (into and self.tracked.isChecked()))
        what, how, beside, whom = self._groups
        what.setVisible(True)
        how.setVisible(word or into)
        beside.setVisible(word)
        whom.setVisible(word or data or into)
        self.pattern.setPlaceholderText(Choices(kind, ending).name())

    def _choose_template(self) -> None:
        kinds = f"{_(N_('Word files'))} (*.docx *.dotx)"
        name, _kind = QFileDialog.getOpenFileName(self, _("An office's own Word file"), self.template.text(), kinds)
        if name:
            self.template.setText(str(Path(name)))
            self._on_changed()


def _told(missing: Sequence[tuple[str, str]]) -> str:
    """Say which official fonts are not here, and what is drawn in their place."""
    if not missing:
        return ""
    by_other: dict[str, list[str]] = {}
    for name, other in missing:
        by_other.setdefault(other, []).append(name)
    joint = _(", ")
    fonts = _("; ").join(
        f"{joint.join(names)} → {other}" if other else joint.join(names) for other, names in by_other.items()
    )
    return _(
        N_("Not on this computer: {fonts}. The file asks for the official fonts all the same and shows them where they "
           "are."),
        fonts=fonts,
    )  # fmt: skip


def _group(title: str, content: QFormLayout | QVBoxLayout) -> QGroupBox:
    made = QGroupBox(title)
    content.setContentsMargins(10, 6, 10, 8)
    content.setSpacing(5)
    made.setLayout(content)
    return made


def _column(widgets: Sequence[QWidget]) -> QVBoxLayout:
    made = QVBoxLayout()
    for widget in widgets:
        made.addWidget(widget)
    made.addStretch(1)
    return made

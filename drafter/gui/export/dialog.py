"""The dialog that asks what to export, shows its first pages, and says what should be known before it goes out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from drafter.exports import DocxOptions
from drafter.gui.export.choices import PRESETS, Choices, ExportFile, read, written
from drafter.gui.export.form import ExportForm
from drafter.gui.export.preview import Preview
from drafter.gui.opening.words import is_marking
from drafter.gui.settings.settings import Settings
from drafter.gui.toolbox.ask_where import ask_where
from drafter.gui.toolbox.errors import show_error
from drafter.gui.toolbox.latest import Latest
from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _, ngettext, shown
from drafter.model import DrafterError
from drafter.review import ReviewSession, original_endings, word_sides
from drafter.review.handing_out import full_snapshot

_SIZE: Final = (1060, 690)
_FORM: Final = 500
_OWN: Final = "own"


@guarded
class ExportDialog(QDialog):
    """Asks what is written, how, and where to.

    Attributes:
        form: the questions.
        preview: the first pages.
        files: what was chosen; () where the user thought better of it.
    """

    def __init__(
        self, session: ReviewSession, settings: Settings, parent: QWidget | None = None, office: Latest | None = None
    ) -> None:
        """Make the dialog with the choices of last time.

        Args:
            session: the review.
            settings: remembers what is chosen, and the user's own presets.
            parent: the window.
            office: asks LibreOffice for the preview; None asks it nothing.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self._session, self._settings = session, settings
        self.files: tuple[ExportFile, ...] = ()
        self._doubts = list(self._find_doubts())  # the review stays as it is while the dialog stands
        endings = original_endings(session)
        self.form = ExportForm(endings[0] if endings else "", word_sides(session))
        self.preview = Preview(lambda: full_snapshot(session, footnotes=True), office)
        self.preset = QComboBox()
        self.preset.setAccessibleName(_("Preset"))
        self.keep = QPushButton(_("Keep as preset…"))
        self.drop = QPushButton(_("Remove"))
        self.drop.setAccessibleName(_("Remove this preset"))
        self.warning = QLabel()
        self.warning.setObjectName("warning")
        self.warning.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self._build()
        self._fill_presets()
        self.preset.activated.connect(self._on_preset)
        self.keep.clicked.connect(self._keep_preset)
        self.drop.clicked.connect(self._drop_preset)
        self.buttons.accepted.connect(self._ask_where)
        self.buttons.rejected.connect(self.reject)
        self._kind = ""
        self.form.changed.connect(self._on_changed)
        self._begin()

    def _build(self) -> None:
        top = QHBoxLayout()
        label = QLabel(_("&Preset:"))
        label.setBuddy(self.preset)
        top.addWidget(label)
        top.addWidget(self.preset, 1)
        top.addWidget(self.keep)
        top.addWidget(self.drop)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(_("What is exported, and how"))
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.form)
        scroll.setMinimumWidth(_FORM)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(scroll, 1)
        left.addWidget(self.warning)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addLayout(left, 5)
        middle.addWidget(self.preview, 4)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addWidget(self.buttons)
        self.resize(*_SIZE)

    def _find_doubts(self) -> Iterator[str]:
        for notice in self._session.notices:
            if is_marking(notice):
                yield "⚠ " + shown(notice.message)
        critical = sum(1 for finding in self._session.findings() if finding.severity == "critical")
        if critical:
            yield "⚠ " + ngettext(
                "{n} critical finding is still open.", "{n} critical findings are still open.", critical
            )

    def _begin(self) -> None:
        last = self._settings.exports.get(self._settings.export_kind)
        choices = read(last) if last else self._usual(Choices())
        self._kind = choices.key
        self.form.choose(choices)

    def _usual(self, choices: Choices) -> Choices:
        """Give what is chosen for a kind of file that was never exported: measures that are there are shown."""
        tagged = any(self._session.tags(clause.id) for clause in self._session.clauses)
        return replace(choices, tags=tagged and choices.kind == "word")

    # --- presets ---------------------------------------------------------------------------------------------------

    def _fill_presets(self) -> None:
        self.preset.clear()
        self.preset.addItem(_("As chosen below"), None)
        for words, choices in PRESETS:
            self.preset.addItem(_(words), choices)
        for name, record in self._settings.presets.items():
            self.preset.addItem(name, read(record))
            self.preset.setItemData(self.preset.count() - 1, _OWN, Qt.ItemDataRole.UserRole + 1)
        self.drop.setEnabled(False)

    def _on_preset(self, index: int) -> None:
        choices = self.preset.itemData(index)
        if isinstance(choices, Choices):
            self._kind = choices.key
            self.form.choose(choices)
            self.preset.setCurrentIndex(index)
        self.drop.setEnabled(self._is_own)

    @property
    def _is_own(self) -> bool:
        return bool(self.preset.currentData(Qt.ItemDataRole.UserRole + 1) == _OWN)

    def _keep_preset(self) -> None:
        name, chosen = QInputDialog.getText(self, _("Keep as preset"), _("Name:"))
        if chosen and name.strip():
            self.keep_preset(name.strip())

    def keep_preset(self, name: str) -> None:
        """Keep what is chosen under a name."""
        self._settings.presets[name] = written(self.form.choices())
        self._fill_presets()
        self.preset.setCurrentIndex(self.preset.findText(name))
        self.drop.setEnabled(True)

    def _drop_preset(self) -> None:
        if self._is_own:
            self._settings.presets.pop(self.preset.currentText(), None)
            self._fill_presets()

    # --- choosing --------------------------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        choices = self.form.choices()
        if choices.key != self._kind:
            self._kind = choices.key
            last = self._settings.exports.get(choices.key)
            kept = read(last) if last else self._usual(Choices(choices.kind, choices.ending))
            self.form.choose(kept)  # which comes here again
            return
        if isinstance(chosen := self.preset.currentData(), Choices) and chosen != choices:
            self.preset.setCurrentIndex(0)
            self.drop.setEnabled(False)
        warnings = list(self._warnings(choices))
        self.warning.setText("\n".join(warnings))
        self.warning.setVisible(bool(warnings))
        problem = self._problem(choices)
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(not problem)
        save.setToolTip(problem)
        if not choices.layouts:
            return  # as good as chosen: the last pages stay until another layout is
        options = choices.options(choices.layouts[0])
        self.preview.ask(options if isinstance(options, DocxOptions) else None)

    def _problem(self, choices: Choices) -> str:
        """Say why what is chosen can't be written; "" where it can."""
        if choices.kind == "word" and not choices.layouts:
            return _("Choose a layout at least.")
        try:
            choices.files(Path(choices.name()), self._session)
        except DrafterError as error:
            return shown(error.message)
        return ""

    def _warnings(self, choices: Choices) -> Iterator[str]:
        """Say what should be known before the file goes out."""
        yield from self._doubts
        if problem := self._problem(choices):
            yield problem

    # --- saving ----------------------------------------------------------------------------------------------------

    def _ask_where(self) -> None:
        choices = self.form.choices()
        if not self._may_go_out(choices):
            return
        try:
            files = choices.files(Path(choices.name()), self._session)
        except DrafterError as error:
            show_error(self, error)
            return
        if len(files) == 1:
            path = ask_where(self, _("Export"), str(files[0].path), self.form.kind.currentText(), choices.ending)
            if path is not None:
                self._take((ExportFile(path, files[0].options),))
            return
        folder = QFileDialog.getExistingDirectory(self, _("Export into this folder"))
        if folder:
            placed = tuple(ExportFile(Path(folder) / one.path, one.options) for one in files)
            if self._may_replace([one.path for one in placed if one.path.exists()]):
                self._take(placed)

    def _may_go_out(self, choices: Choices) -> bool:
        """Ask before a finished text goes out that has open critical findings or is marked as secret."""
        doubts = list(self._warnings(choices)) if choices.is_clean else []
        if not doubts:
            return True
        box = QMessageBox(QMessageBox.Icon.Warning, _("Export"), "\n".join(doubts), parent=self)
        box.setObjectName("doubts")
        box.setInformativeText(_("The file will not show it. Export all the same?"))
        go = box.addButton(_("Export all the same"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is go

    def _may_replace(self, there: list[Path]) -> bool:
        if not there:
            return True
        box = QMessageBox(QMessageBox.Icon.Question, _("Export"), "", parent=self)
        box.setText(
            ngettext("{n} file is there already.", "{n} files are there already.", len(there))
            + "\n"
            + "\n".join(one.name for one in there)
        )
        over = box.addButton(_("Replace"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is over

    def choose(self, path: Path) -> None:
        """Take a file, or where there are several a pattern of their names, and close."""
        self._take(self.form.choices().files(path, self._session))

    def _take(self, files: tuple[ExportFile, ...]) -> None:
        choices = self.form.choices()
        self._settings.export_kind = choices.key
        self._settings.exports[choices.key] = written(choices)
        self.files = files
        self.accept()

    def done(self, result: int) -> None:
        """Close, once nothing is drawn any more."""
        self.preview.finish()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 -- Qt's own name
        """Close likewise."""
        self.preview.finish()
        super().closeEvent(event)

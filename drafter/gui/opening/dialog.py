"""The dialog that asks which files to open."""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _
from drafter.model import N_

_WIDTH = 560
_ENDINGS = "*.docx *.doc *.wps *.txt *.md *.html *.htm *.pdf *.rtf *.odt *.ofd *.tmx *.xlf *.xliff *.sdlxliff *.mqxliff"


@guarded
class FileField(QWidget):
    """A path that can be typed, picked, or dropped."""

    def __init__(self, title: str, kinds: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._kinds = title, kinds
        self.edit = QLineEdit()
        self.edit.setClearButtonEnabled(True)
        self.edit.setAccessibleName(title)
        button = QPushButton(_("Browse…"))
        button.clicked.connect(self._pick)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit, 1)
        row.addWidget(button)
        self.setAcceptDrops(True)

    def path(self) -> Path | None:
        """Give the path, None where the field is empty."""
        text = self.edit.text().strip().strip('"')
        return Path(text).expanduser() if text else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 -- Qt's own name
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 -- Qt's own name
        """Take the first file."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.edit.setText(paths[0])

    def _pick(self) -> None:
        chosen = self.path()
        start = str(chosen.parent) if chosen else ""
        name, _kind = QFileDialog.getOpenFileName(self, self._title, start, self._kinds)
        if name:
            self.edit.setText(name)


class OpenDialog(QDialog):
    """Asks for a pair, for one file, or for a project."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Open"))
        self.setMinimumWidth(_WIDTH)
        texts = _(N_("Texts")) + f" ({_ENDINGS});;" + _(N_("All files")) + " (*)"
        projects = _(N_("Drafter projects")) + " (*.drafter);;" + _(N_("All files")) + " (*)"
        self.zh = FileField(_("Chinese"), texts)
        self.en = FileField(_("English"), texts)
        self.project = FileField(_("Project"), projects)
        hint = QLabel(_("Give a Chinese plan and its English text, or one of them alone. Or go on with a project."))
        hint.setWordWrap(True)
        form = QFormLayout()
        form.addRow(_("Chinese:"), self.zh)
        form.addRow(_("English:"), self.en)
        form.addRow(_("Project:"), self.project)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(hint)
        column.addLayout(form)
        column.addWidget(self._buttons)
        for field in (self.zh, self.en, self.project):
            field.edit.textChanged.connect(self._allow)
        self._allow()

    def paths(self) -> list[Path]:
        """Give the files chosen: a project alone, else the Chinese before the English."""
        if project := self.project.path():
            return [project]
        return [path for path in (self.zh.path(), self.en.path()) if path]

    def _allow(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Open).setEnabled(bool(self.paths()))

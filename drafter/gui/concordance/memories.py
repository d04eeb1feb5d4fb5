"""Looking after the translation memories: which there are, added and removed."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _, ngettext, shown
from drafter.model import DrafterError
from drafter.review.concordance import Memory

_PATH = Qt.ItemDataRole.UserRole
_SIZE = (560, 340)
_KINDS = "*.tmx *.xlf *.xliff *.sdlxliff *.mqxliff"

Loaded = Mapping[str, Memory | DrafterError]
"""What became of each file, by path; one that is not there yet is being read."""


@guarded
class FileList(QListWidget):
    """The files.

    Signals:
        removed: Delete was pressed.
    """

    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's own name
        """Take Delete for removing."""
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class MemoriesDialog(QDialog):
    """Lists the memories.

    Attributes:
        list: the files.
        told: what became of the one that is chosen.
        add, remove: the buttons.
    """

    def __init__(self, paths: Sequence[str], loaded: Loaded, parent: QWidget | None = None) -> None:
        """Show what there is.

        Args:
            paths: the files, in order.
            loaded: what became of them.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Translation memories"))
        self.resize(*_SIZE)
        said = QLabel(_("Clauses are held against these, and words are looked up in them. The files are only read."))
        said.setWordWrap(True)
        self.list = FileList()
        self.list.setAccessibleName(_("Translation memories"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add = QPushButton(_("Add…"))
        self.add.clicked.connect(self._ask)
        self.remove = QPushButton(_("Remove"))
        self.remove.clicked.connect(self._remove)
        self.list.currentRowChanged.connect(lambda _row: self._follow())
        self.list.removed.connect(self._remove)
        self._loaded = loaded
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        side = QVBoxLayout()
        side.addWidget(self.add)
        side.addWidget(self.remove)
        side.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addLayout(side)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(said)
        column.addLayout(row, 1)
        column.addWidget(self.told)
        column.addWidget(buttons)
        for path in paths:
            self.put(path)
        self._follow()

    def paths(self) -> list[str]:
        """Give the files that are listed."""
        return [str(self.list.item(row).data(_PATH)) for row in range(self.list.count())]

    def put(self, path: str) -> None:
        """List a file, once."""
        if path in self.paths():
            return
        broken = isinstance(self._loaded.get(path), DrafterError)
        item = QListWidgetItem(f"⚠ {Path(path).name}" if broken else Path(path).name)
        item.setData(_PATH, path)
        item.setToolTip(path)
        self.list.addItem(item)
        self.list.setCurrentItem(item)

    def _told(self, path: str) -> str:
        match self._loaded.get(path):
            case Memory() as memory:
                return ngettext("{n} pair", "{n} pairs", len(memory))
            case DrafterError() as error:
                return shown(error.message)
            case _:
                return _("is read once you press OK")

    def _ask(self) -> None:
        kinds = f"{_('Translation memories')} ({_KINDS});;{_('All files')} (*)"
        paths, _kind = QFileDialog.getOpenFileNames(self, _("Add translation memories"), "", kinds)
        for path in paths:
            self.put(path)

    def _remove(self) -> None:
        self.list.takeItem(self.list.currentRow())
        self._follow()

    def _follow(self) -> None:
        """Say what became of the file that is chosen."""
        item = self.list.currentItem()
        self.remove.setEnabled(item is not None)
        self.told.setText(self._told(item.data(_PATH)) if item is not None else "")

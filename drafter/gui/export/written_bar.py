"""The slim bar that says what was written, with a way to it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from drafter.gui.toolbox.elided import ElidedLabel
from drafter.i18n import _, ngettext
from drafter.model import N_


class WrittenBar(QFrame):
    """Tells which files an export wrote, and opens them or their folder."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paths: Sequence[Path] = []
        self._also: Sequence[str] = []
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)
        self._said = ElidedLabel()
        self.open_file, self.open_folder, self._close = QToolButton(), QToolButton(), QToolButton()
        self.open_file.clicked.connect(lambda: self._open(self._paths[0]))
        self.open_folder.clicked.connect(lambda: self._open(self._paths[0].parent))
        self._close.setText("✕")
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 6, 2)
        row.setSpacing(8)
        row.addWidget(self._said, 1)
        for button in (self.open_file, self.open_folder, self._close):
            button.setAutoRaise(True)
            row.addWidget(button)
        self.hide()
        self.retranslate()

    def tell(self, paths: Sequence[Path], also: Sequence[str] = ()) -> None:
        """Tell what was written.

        Args:
            paths: the files.
            also: what else should be known about them.
        """
        self._paths, self._also = paths, also
        self.retranslate()
        self.setVisible(bool(paths))

    def words(self) -> str:
        """Give what is told."""
        if not self._paths:
            return ""
        if len(self._paths) == 1:
            told = _(N_("Written: {path}"), path=self._paths[0])
        else:
            names = ", ".join(path.name for path in self._paths)
            told = ngettext("{n} file written: {names}", "{n} files written: {names}", len(self._paths), names=names)
        return " ".join((told, *self._also))

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        self.open_file.setText(_("Open the file"))
        self.open_folder.setText(_("Open the folder"))
        self._close.setToolTip(_("Hide"))
        self._close.setAccessibleName(_("Hide"))
        self._said.setText(self.words())

    def _open(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.absolute())))

"""The dialog that takes texts from the clipboard in place of files."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.toolbox.fonts import text_font
from drafter.i18n import _
from drafter.language.scripts import han_share
from drafter.model import Side
from drafter.review import Pasted

_SIZE = QSize(880, 520)
_SHARE_OF_SCREEN = 0.9
_LONGEST = 200_000  # code points of the clipboard that are put in unasked
_CHINESE, _ENGLISH = 0.6, 0.05  # of the letters, where a text is all in one language


class _Box(QWidget):
    """A heading over a text to paste into."""

    def __init__(self, title: str, side: Side) -> None:
        super().__init__()
        label = QLabel(title)
        self.edit = QPlainTextEdit()
        self.edit.setAccessibleName(title)
        self.edit.setFont(text_font(side, self.font()))
        self.edit.setTabChangesFocus(True)
        self.edit.setPlaceholderText(_("Paste the text here"))
        label.setBuddy(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label)
        column.addWidget(self.edit, 1)

    def text(self) -> str:
        """Give the text, with the no-break spaces that Qt's plain text loses."""
        return self.edit.document().toRawText().replace("\u2029", "\n")


class PastingDialog(QDialog):
    """Asks for a Chinese text and an English one, or for one that holds both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("New from clipboard"))
        self.resize(_SIZE.boundedTo(self.screen().availableGeometry().size() * _SHARE_OF_SCREEN))
        self.zh = _Box(_("Chinese"), "zh")
        self.en = _Box(_("English"), "en")
        self.both = _Box(_("Chinese and English in one text; they are told apart"), "zh")
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.addWidget(self.zh)
        row.addWidget(self.en)
        single = QWidget()
        column = QVBoxLayout(single)
        column.addWidget(self.both)
        self.tabs = QTabWidget()
        self.tabs.addTab(pair, _("Two texts, or one of them"))
        self.tabs.addTab(single, _("One text in both languages"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.addWidget(self.tabs, 1)
        outer.addWidget(self._buttons)
        for box in (self.zh, self.en, self.both):
            box.edit.textChanged.connect(self._allow)
        self.tabs.currentChanged.connect(self._allow)
        self._take_clipboard()
        self._allow()

    def texts(self) -> list[Pasted]:
        """Give what was pasted, the Chinese before the English."""
        if self.tabs.currentIndex() == 1:
            texts = [Pasted(_("Pasted text"), self.both.text())]
        else:
            texts = [Pasted(_("Pasted Chinese"), self.zh.text()), Pasted(_("Pasted English"), self.en.text())]
        return [one for one in texts if one.text.strip()]

    def _take_clipboard(self) -> None:
        """Put what is on the clipboard where it belongs, so that only the other text is left to fetch."""
        text = QGuiApplication.clipboard().text()
        if not text.strip() or len(text) > _LONGEST:
            self.zh.edit.setFocus()
            return
        share = han_share(text)
        if _ENGLISH < share < _CHINESE:
            self.tabs.setCurrentIndex(1)
            self.both.edit.setPlainText(text)
            self.both.edit.setFocus()
        else:
            full, empty = (self.zh, self.en) if share >= _CHINESE else (self.en, self.zh)
            full.edit.setPlainText(text)
            empty.edit.setFocus()

    def _allow(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Open).setEnabled(bool(self.texts()))

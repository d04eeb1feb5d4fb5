"""The form for keys: a set to begin with, and every command with keys of one's own."""

import re
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.settings.keysets import KEY_SETS, doubled, keys_of
from drafter.gui.window.commands import COMMANDS
from drafter.i18n import _

_MNEMONIC: Final = re.compile(r"\(&\w\)|&")
_MOST_KEYS: Final = 1
_M: Final = Qt.KeyboardModifier
_S: Final = QKeySequence.StandardKey
_WRITING: Final = (
    _S.Copy, _S.Cut, _S.Paste, _S.SelectAll, _S.MoveToNextWord, _S.MoveToPreviousWord, _S.SelectNextWord,
    _S.SelectPreviousWord, _S.MoveToStartOfDocument, _S.MoveToEndOfDocument, _S.SelectStartOfDocument,
    _S.SelectEndOfDocument, _S.DeleteStartOfWord, _S.DeleteEndOfWord,
)  # fmt: skip


def needed_for_writing(keys: QKeySequence) -> bool:
    """Tell whether texts and lists need keys for themselves: letters, arrows, Enter, Esc, those that copy and paste."""
    if keys.isEmpty():
        return False
    pressed = keys[0]  # type: ignore[index]  # Qt's stubs leave it out
    modifiers = pressed.keyboardModifiers() & ~(_M.ShiftModifier | _M.KeypadModifier)
    plain = modifiers == _M.NoModifier and not Qt.Key.Key_F1 <= pressed.key() <= Qt.Key.Key_F35
    return plain or any(keys in QKeySequence.keyBindings(one) for one in _WRITING)


class KeysForm(QWidget):
    """Asks which keys carry out which command."""

    def __init__(self, key_set: str, own: Mapping[str, str], parent: QWidget | None = None) -> None:
        """Show what is chosen.

        Args:
            key_set: name of the set.
            own: keys of single commands that differ from it.
            parent: the dialog.
        """
        super().__init__(parent)
        self._own = dict(own)
        self.set_ = QComboBox()
        self.set_.setAccessibleName(_("Keys"))
        for name, (words, _keys) in KEY_SETS.items():
            self.set_.addItem(_(words), name)
        self.set_.setCurrentIndex(max(0, self.set_.findData(key_set)))
        self.table = QTableWidget(len(COMMANDS), 2)
        self.table.setAccessibleName(_("Commands and their keys"))
        self.table.setHorizontalHeaderLabels([_("Command"), _("Keys")])
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(1, 190)
        self.edits: dict[str, QKeySequenceEdit] = {}
        for row, command in enumerate(COMMANDS):
            words = _MNEMONIC.sub("", _(command.text)).rstrip("…")
            item = QTableWidgetItem(words)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setToolTip(_(command.tip))
            self.table.setItem(row, 0, item)
            edit = QKeySequenceEdit()
            edit.setMaximumSequenceLength(_MOST_KEYS)
            edit.setClearButtonEnabled(True)
            edit.setAccessibleName(words)
            edit.editingFinished.connect(lambda name=command.name: self._take(name))
            self.edits[command.name] = edit
            self.table.setCellWidget(row, 1, edit)
        self.told = QLabel()
        self.told.setObjectName("warning")
        self.told.setWordWrap(True)
        self._reset = QPushButton(_("As the set has them"))
        column = QVBoxLayout(self)
        row_ = QHBoxLayout()
        row_.addWidget(QLabel(_("Keys:")))
        row_.addWidget(self.set_, 1)
        row_.addWidget(self._reset)
        column.addLayout(row_)
        column.addWidget(self.table, 1)
        column.addWidget(self.told)
        self.set_.currentIndexChanged.connect(self._show)
        self._reset.clicked.connect(self._forget)
        self._show()

    def chosen(self) -> tuple[str, dict[str, str]]:
        """Give the set, and the keys of single commands that differ from it."""
        name = str(self.set_.currentData())
        plain = keys_of(name, {})
        return name, {command: keys for command, keys in self._own.items() if keys != plain.get(command)}

    def _show(self) -> None:
        keys = keys_of(str(self.set_.currentData()), self._own)
        for name, edit in self.edits.items():
            edit.setKeySequence(QKeySequence.fromString(keys[name].partition("|")[0]))
        twice = doubled(keys)
        names = {command.name: _MNEMONIC.sub("", _(command.text)).rstrip("…") for command in COMMANDS}
        lines = [_("These keys stand for more than one command, and do nothing:")]
        for one, several in twice.items():
            lines.append(_("{keys}: {commands}", keys=one, commands=", ".join(names[name] for name in several)))
        self._tell("\n".join(lines) if twice else "")

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _take(self, name: str) -> None:
        typed = self.edits[name].keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        shown = keys_of(str(self.set_.currentData()), self._own)[name]
        if typed == shown.partition("|")[0]:
            return
        if needed_for_writing(self.edits[name].keySequence()):
            self._show()
            self._tell(_("{keys} is needed for writing: take a function key, or one with Ctrl or Alt.", keys=typed))
            return
        self._own[name] = typed
        self._show()

    def _forget(self) -> None:
        self._own.clear()
        self._show()

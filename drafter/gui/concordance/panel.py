"""The concordance: words looked up in the review and its memories; without words, what is like this clause."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from drafter.gui.concordance.delegate import EntryDelegate
from drafter.gui.concordance.model import EntriesModel, Entry
from drafter.gui.toolbox.keys import ENTER
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.search_field import SearchField
from drafter.i18n import _

_BATCH: Final = 12
"""Rows laid out at once: the first are on the screen while the others are measured."""
_K = Qt.Key


@guarded
class EntryList(QListView):
    """The pairs; Enter puts the English of the one that is chosen in.

    Signals:
        entered: Enter was pressed; whether with Shift.
        escaped: Esc was pressed.
    """

    entered = Signal(bool)
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's own name
        """Take Enter for putting in, and Esc for going back to the text."""
        if event.key() in ENTER:
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == _K.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


@guarded
class WordsField(SearchField):
    """What is looked for; Down leads to what was found.

    Signals:
        down: the Down key, or Enter, was pressed.
    """

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's own name
        """Lead to the list."""
        if event.key() in (_K.Key_Down, *ENTER):
            self.down.emit()
        else:
            super().keyPressEvent(event)


@guarded
class ConcordancePanel(QWidget):
    """Asks for words, and shows the pairs that were found.

    Signals:
        asked: other words are looked for, "" for what is like the clause.
        chosen: an English text that shall be put in, and whether in place of all that stands there.
        opened: a clause that shall be gone to.
        memories_asked: the memories shall be looked after.
        left: the user wants back to the text.
        seen: the panel came into sight.
    """

    asked = Signal(str)
    chosen = Signal(str, bool)
    opened = Signal(int)
    memories_asked = Signal()
    left = Signal()
    seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = WordsField()
        self.words.textChanged.connect(lambda typed: self.asked.emit(typed.strip()))
        self.words.escaped.connect(self._on_escaped)
        self.words.down.connect(self._to_list)
        self.model = EntriesModel()
        self.list = EntryList()
        self.list.setModel(self.model)
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setBatchSize(_BATCH)
        self.list.entered.connect(lambda whole: self._choose(whole=whole))
        self.list.escaped.connect(self.left)
        self.list.doubleClicked.connect(lambda _index: self._choose(whole=False))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.memories = QPushButton()
        self.memories.clicked.connect(self.memories_asked)
        self.memories.setAutoDefault(False)
        self._go = QPushButton()
        self._go.clicked.connect(self._open)
        self._count = 0
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._allow())
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._go)
        row.addStretch(1)
        row.addWidget(self.memories)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        column.addLayout(row)

    def ask(self, words: str) -> None:
        """Let somebody look words up; what is given is looked up at once."""
        self.words.setText(words)
        self.words.selectAll()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_entries(self, entries: Sequence[Entry], told: str) -> None:
        """Show what was found.

        Args:
            entries: the pairs.
            told: a line on them.
        """
        self.model.set_entries(entries)
        self.told.setText(told)
        if entries:
            self.list.setCurrentIndex(self.model.index(0))
        self._allow()

    def count_memories(self, count: int) -> None:
        """Say how many memories are looked through."""
        self._count = count
        self.memories.setText(_("Memories ({n})…", n=count))

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        self.words.setPlaceholderText(_("Look words up"))
        self.words.setAccessibleName(_("Look words up"))
        self.words.setToolTip(_("In this review and in the memories; empty for what is like this clause"))
        self.list.setAccessibleName(_("Rendered before"))
        self.list.setToolTip(_("Enter puts the English in at the caret, Shift+Enter in place of all that stands there"))
        self._go.setText(_("Go to the clause"))
        self.memories.setToolTip(_("Add and remove translation memories"))
        self.count_memories(self._count)
        self._allow()
        self.asked.emit(self.words.text().strip())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 -- Qt's own name
        """Tell that there is somebody to look."""
        super().showEvent(event)
        self.seen.emit()

    def _current(self) -> Entry | None:
        return self.model.entry(self.list.currentIndex().row())

    def _choose(self, *, whole: bool) -> None:
        if (entry := self._current()) is not None:
            self.chosen.emit(entry.en, whole)

    def _open(self) -> None:
        entry = self._current()
        if entry is not None and entry.clause:
            self.opened.emit(entry.clause)

    def _allow(self) -> None:
        entry = self._current()
        self._go.setEnabled(entry is not None and bool(entry.clause))

    def _to_list(self) -> None:
        if self.model.rowCount():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_escaped(self) -> None:
        """Look nothing up any more, and with nothing to be looked up go back to the text."""
        if self.words.text():
            self.words.clear()
        else:
            self.left.emit()

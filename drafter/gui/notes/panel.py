"""The notes panel: the threads of the current clause or of all, and a field to write in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.notes.delegate import NoteDelegate
from drafter.gui.notes.field import NoteField
from drafter.gui.notes.model import NotesModel
from drafter.i18n import _, ngettext
from drafter.model import N_, Note

_HERE, _ALL = "here", "all"
_SHOWN = {_HERE: N_("This clause"), _ALL: N_("All notes")}


@dataclass(frozen=True, slots=True)
class Writing:
    """What is being written: a new note, a reply to one, or another wording of one.

    Attributes:
        what: which of these.
        note: id of the note it is about, "" for a new one.
    """

    what: Literal["new", "reply", "change"] = "new"
    note: str = ""


class NotesPanel(QWidget):
    """Shows notes, and tells what the user does with them.

    Signals:
        written: a text, and id of the note that it replies to, "" for none; it stays in the field until `wrote`.
        changed: id of a note, and what it shall say; "" takes it away.
        settled: id of a note, and whether its thread is dealt with.
        chosen: id of the clause of a note that was chosen among all.
        left: Esc was pressed where nothing was being written.
    """

    written = Signal(str, str)
    changed = Signal(str, str)
    settled = Signal(str, bool)
    chosen = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clause: int | None = None
        self._notes: tuple[Note, ...] = ()
        self._drafts: dict[int, str] = {}
        self._writing = Writing()
        self.model = NotesModel()
        self.which = QComboBox()
        for key in _SHOWN:
            self.which.addItem("", key)
        self._count = QLabel()
        self.list = QListView()
        self.list.setObjectName("notes")
        self.list.setModel(self.model)
        self.list.setItemDelegate(NoteDelegate(self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reply, self.done, self.change, self.delete = (QToolButton() for _number in range(4))
        self.field = NoteField()
        self.add = QPushButton()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.which)
        head.addStretch(1)
        head.addWidget(self._count)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        for button in (self.reply, self.done, self.change, self.delete):
            tools.addWidget(button)
        tools.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(tools)
        column.addWidget(self.field)
        column.addLayout(foot)
        self.field.setSizePolicy(self.field.sizePolicy().horizontalPolicy(), self.which.sizePolicy().verticalPolicy())

    def _connect(self) -> None:
        self.which.currentIndexChanged.connect(lambda: self._refill())
        self.list.selectionModel().currentChanged.connect(lambda: self._allow())
        self.list.clicked.connect(self._on_clicked)
        self.reply.clicked.connect(lambda: self._start("reply"))
        self.change.clicked.connect(lambda: self._start("change"))
        self.done.clicked.connect(self._settle)
        self.delete.clicked.connect(self._delete)
        self.add.clicked.connect(self._write)
        self.field.entered.connect(self._write)
        self.field.escaped.connect(self._give_up)
        self.field.textChanged.connect(self._allow)

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        for row, words in enumerate(_SHOWN.values()):
            self.which.setItemText(row, _(words))
        self.which.setAccessibleName(_("Which notes are shown"))
        self.list.setAccessibleName(_("Notes"))
        self.field.setAccessibleName(_("Note"))
        self.reply.setText(_("Reply"))
        self.change.setText(_("Change"))
        self.delete.setText(_("Delete"))
        self._allow()
        self._recount()
        self.list.doItemsLayout()

    # --- showing ---------------------------------------------------------------------------------------------------

    def set_notes(self, clause: int | None, notes: Sequence[Note]) -> None:
        """Show notes.

        Args:
            clause: the current clause, None for none; what was being written at another one waits there.
            notes: all notes of the review.
        """
        self._notes = tuple(notes)
        if clause != self._clause:
            if self._clause is not None and self._writing.what == "new":
                self._drafts[self._clause] = self.field.toPlainText()
            self._clause = clause
            self._set_writing(Writing(), self._drafts.pop(clause, "") if clause is not None else "")
        self._refill()

    def forget(self) -> None:
        """Forget what was being written: another review is shown."""
        self._drafts.clear()
        self._set_writing(Writing(), "")

    def current(self) -> Note | None:
        """Give the chosen note."""
        return self.model.note(self.list.currentIndex().row())

    def _refill(self) -> None:
        chosen = self.current()
        every = self.which.currentData() == _ALL
        shown = self._notes if every else [note for note in self._notes if note.clause == self._clause]
        self.model.set_notes(shown if every or self._clause is not None else (), with_clauses=every)
        row = self.model.row_of(chosen.id) if chosen else -1
        self.list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        self._recount()
        self._allow()

    def _recount(self) -> None:
        threads = [note for note in self._notes if not note.parent]
        waiting = sum(not note.done for note in threads)
        self._count.setText(ngettext("{n} open", "{n} open", waiting) if threads else _("No notes yet"))

    def _allow(self) -> None:
        """Offer only what can be done with the chosen note."""
        note = self.current()
        own = note is not None and not note.imported
        self.reply.setEnabled(note is not None)
        self.done.setEnabled(note is not None)
        self.change.setEnabled(own)
        self.delete.setEnabled(own)
        self.done.setText(_("Open again") if note is not None and note.done else _("Done"))
        writing = self._clause is not None or self._writing.what != "new"
        self.field.setEnabled(writing)
        self.add.setEnabled(writing and bool(self.field.toPlainText().strip()))
        words = {"new": _("Add note"), "reply": _("Reply"), "change": _("Save")}
        self.add.setText(words[self._writing.what])
        hints = {
            "new": _("A note at this clause; Ctrl+Enter adds it"),
            "reply": _("Your reply; Esc gives it up"),
            "change": _("Another wording; Esc leaves it as it was"),
        }
        self.field.setPlaceholderText(hints[self._writing.what])

    def _on_clicked(self, index: QModelIndex) -> None:
        note = self.model.note(index.row())
        if note is not None and note.clause is not None and note.clause != self._clause:
            self.chosen.emit(note.clause)

    # --- writing ---------------------------------------------------------------------------------------------------

    def start_note(self) -> None:
        """Let somebody write a note at the current clause."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _start(self, what: Literal["reply", "change"]) -> None:
        note = self.current()
        if note is not None:
            self._set_writing(Writing(what, note.id), note.text if what == "change" else "")
            self.field.setFocus()

    def _set_writing(self, writing: Writing, text: str) -> None:
        self._writing = writing
        if self.field.toPlainText() != text:
            self.field.setPlainText(text)  # and not clear(), which could be undone: undo is to take the note back
        self._allow()

    def _write(self) -> None:
        text, writing = self.field.toPlainText().strip(), self._writing
        if not text:
            return
        if writing.what == "change":
            self.changed.emit(writing.note, text)
        else:
            self.written.emit(text, writing.note)

    def wrote(self) -> None:
        """Begin anew: what was written is kept."""
        self._set_writing(Writing(), "")

    def _give_up(self) -> None:
        if self._writing.what == "new":
            self.left.emit()
        else:
            self._set_writing(Writing(), "")

    def _settle(self) -> None:
        note = self.current()
        if note is not None:
            self.settled.emit(note.id, not note.done)

    def _delete(self) -> None:
        note = self.current()
        if note is not None:
            self.changed.emit(note.id, "")

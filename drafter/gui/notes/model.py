"""The notes as a list: those of the current clause, or all."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QDateTime, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _
from drafter.model import N_, Note

NOTE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


@guarded
class NotesModel(QAbstractListModel):
    """Rows of notes, each thread's first before its replies."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notes: tuple[Note, ...] = ()
        self.with_clauses = False

    def set_notes(self, notes: Sequence[Note], *, with_clauses: bool) -> None:
        """Show other notes.

        Args:
            notes: the notes in order.
            with_clauses: whether each says which clause it stands at.
        """
        if tuple(notes) == self._notes and with_clauses == self.with_clauses:
            return
        self.beginResetModel()
        self._notes, self.with_clauses = tuple(notes), with_clauses
        self.endResetModel()

    def note(self, row: int) -> Note | None:
        """Give the note of a row, None where there is no such row."""
        return self._notes[row] if 0 <= row < len(self._notes) else None

    def row_of(self, id_: str) -> int:
        """Give the row of a note, -1 where it is not shown."""
        return next((row for row, note in enumerate(self._notes) if note.id == id_), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 -- Qt's name and default
        """Count the notes."""
        return 0 if parent.isValid() else len(self._notes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 -- Qt's variant
        """Give a note; in words for whoever listens."""
        note = self.note(index.row())
        if note is None:
            return None
        if role == NOTE_ROLE:
            return note
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{heading(note, with_clause=self.with_clauses)}\n{note.text}"
        return None


def heading(note: Note, *, with_clause: bool) -> str:
    """Tell who wrote a note, when, and whether it is dealt with.

    Args:
        note: the note.
        with_clause: whether to say which clause it stands at.
    """
    parts = [note.author or _("Somebody"), _when(note.time)]
    if with_clause and not note.parent:
        parts.append(_("no place in the text") if note.clause is None else _(N_("clause {n}"), n=note.clause))
    if note.imported and not note.parent:
        parts.append(_("from the file"))
    if note.done and not note.parent:
        parts.append(_("done"))
    return " · ".join(filter(None, parts))


def _when(time: str) -> str:
    """Give a time as people here write it, in their own time zone; a file's may be of any make."""
    try:
        seconds = int(datetime.fromisoformat(time).timestamp())
    except (ValueError, OverflowError, OSError):
        return ""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(seconds), QLocale.FormatType.ShortFormat)

"""The rows of the history as a list for Qt."""

from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from drafter.gui.history.entries import Entry, spoken, tip
from drafter.gui.toolbox.overrides import guarded

ENTRY_ROLE: Final = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


@guarded
class HistoryModel(QAbstractListModel):
    """Rows of changes."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All rows."""
        return self._entries

    def set_entries(self, entries: tuple[Entry, ...]) -> bool:
        """Show other rows; tell whether they are others indeed."""
        if entries == self._entries:
            return False
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()
        return True

    def entry(self, row: int) -> Entry | None:
        """Give a row, None where there is no such row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_like(self, entry: Entry) -> int:
        """Give the row that shows the same change, or the same clause; -1 where none does."""
        same = (entry.clause, entry.revision, entry.groups, entry.what)
        return next(
            (row for row, one in enumerate(self._entries) if (one.clause, one.revision, one.groups, one.what) == same),
            -1,
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 -- Qt's name and default
        """Count the rows."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 -- Qt's variant
        """Give a row; in words for whoever listens."""
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return spoken(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(entry)
        return None

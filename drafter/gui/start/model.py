"""Recent reviews as rows, the latest first."""

from collections.abc import Collection, Mapping
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from drafter.gui.history.when import when
from drafter.gui.settings.remembered import Remembered
from drafter.gui.settings.settings import reviews_folder
from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _, ngettext
from drafter.model import N_

REVIEW_ROLE = Qt.ItemDataRole.UserRole
PATH_ROLE = Qt.ItemDataRole.UserRole + 1
MISSING_ROLE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex


@guarded
class RecentModel(QAbstractListModel):
    """The reviews that were open lately."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[str, Remembered]] = []
        self._missing: frozenset[str] = frozenset()

    def set_recent(self, recent: Mapping[str, Remembered]) -> None:
        """Show other reviews.

        Args:
            recent: by path, the latest last.
        """
        self.beginResetModel()
        self._rows = [*recent.items()][::-1]
        self.endResetModel()

    def set_missing(self, missing: Collection[str]) -> None:
        """Show which files are no longer there."""
        self._missing = frozenset(missing)
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def paths(self) -> list[str]:
        """Give the paths of all rows."""
        return [path for path, _one in self._rows]

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 -- Qt's own signature
        """Count the rows."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a row shows, reads out, or is."""
        if not 0 <= index.row() < len(self._rows):
            return None
        path, review = self._rows[index.row()]
        if role == REVIEW_ROLE:
            return review
        if role == PATH_ROLE:
            return path
        if role == MISSING_ROLE:
            return path in self._missing
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(path, review)
        if role == Qt.ItemDataRole.ToolTipRole:
            return path
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = (title_of(path, review), file_of(path, review), when(review.opened), standing_of(review))
            gone = _("The file is no longer there") if path in self._missing else ""
            return _(N_(", ")).join(filter(None, (*told, gone)))
        return None


def title_of(path: str, review: Remembered) -> str:
    """Name a review."""
    return " ".join(review.title.split()) or Path(path).stem


def file_of(path: str, review: Remembered) -> str:
    """Say where a review comes from: its project, or the files read for it where it has no name yet."""
    project = Path(path)
    if project.parent == reviews_folder() and review.files:
        return " · ".join(review.files)
    return str(project)


def standing_of(review: Remembered) -> str:
    """Say how far a review had come, "" where nobody has counted yet."""
    if not review.clauses:
        return ""
    told = _(N_("{done} of {all} reviewed"), done=review.reviewed, all=review.clauses)
    if not review.critical:
        return told
    worst = ngettext("{n} critical finding", "{n} critical findings", review.critical)
    return f"{told}{_(N_(', '))}{worst}"

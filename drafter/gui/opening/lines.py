"""The pairs of a review in short: a line each, enough to see whether they belong together."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from drafter.gui.opening.words import LANGUAGES
from drafter.gui.toolbox.fonts import families
from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _
from drafter.model import N_, Clause, Side
from drafter.review import ReviewSession

_SIDES: Final[tuple[Side, Side]] = ("zh", "en")
_LONGEST: Final = 300  # code points: more than any line of a screen shows
_Index = QModelIndex | QPersistentModelIndex


@guarded
class LinesModel(QAbstractTableModel):
    """A row a clause, a column a side that has a text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clauses: tuple[Clause, ...] = ()
        self._sides: tuple[Side, ...] = _SIDES
        self._fonts = {(side, heading): _font(side, bold=heading) for side in _SIDES for heading in (False, True)}

    def set_session(self, session: ReviewSession) -> None:
        """Show the clauses of a review."""
        self.beginResetModel()
        self._clauses = session.clauses
        there = tuple(side for side in _SIDES if side in session.documents)
        self._sides = there or _SIDES
        self.endResetModel()

    def clause(self, row: int) -> Clause:
        """Give the clause of a row."""
        return self._clauses[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 -- Qt's name and default
        """Count the clauses."""
        return 0 if parent.isValid() else len(self._clauses)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 -- Qt's name and default
        """Count the sides."""
        return 0 if parent.isValid() else len(self._sides)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 -- Qt's variant
        """Give the beginning of a text on one line; a heading is bold."""
        if not index.isValid():
            return None
        clause = self._clauses[index.row()]
        text = clause.side(self._sides[index.column()]).text
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text[:_LONGEST].split())
        if role == Qt.ItemDataRole.FontRole:
            return self._fonts[self._sides[index.column()], bool(clause.level)]
        if role == Qt.ItemDataRole.ToolTipRole:
            return text or _("No counterpart")
        return None

    def headerData(  # noqa: N802 -- Qt's own name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 -- Qt's variant
        """Name the sides, number the rows."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return _(LANGUAGES[self._sides[section]])


def _font(side: Side, *, bold: bool) -> QFont:
    font = QFont()
    if names := families(side):
        font.setFamilies(list(names))
    font.setBold(bold)
    return font


class Lines(QTableView):
    """The pairs, as many as there are, one line each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LinesModel(self)
        self.setModel(self.lines)
        self.setObjectName("lines")
        self.setAccessibleName(_(N_("Pairs")))
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.verticalHeader().setHighlightSections(False)

    def chosen(self) -> list[int]:
        """Give the clauses of the rows that are chosen."""
        return [self.lines.clause(index.row()).id for index in self.selectionModel().selectedRows()]

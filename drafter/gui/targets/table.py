"""A table of the plan: filtered, sorted, and a way from each row to its place."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from drafter.gui.targets.records import Row, Table
from drafter.gui.toolbox.keys import ENTER
from drafter.gui.toolbox.marks import draw_mark
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.theme import theme_for
from drafter.model import SEVERITIES

Index = QModelIndex | QPersistentModelIndex
_SEVERITY_ROLE: Final = Qt.ItemDataRole.UserRole
_BAR_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_MARK, _GAP, _ROOM, _NUMBER = 11, 5, 8, 44  # px
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_NOTHING = Table((), (), (80,))


@guarded
class TableModel(QAbstractTableModel):
    """The rows that pass the filters."""

    def __init__(self) -> None:
        super().__init__()
        self.table = _NOTHING
        self._shown: list[Row] = []
        self._kind = ""
        self._words = ""
        self._column, self._descending = -1, False

    def set_table(self, table: Table) -> None:
        """Show another table."""
        self.table = table
        self._refilter()

    def show_kind(self, kind: str) -> None:
        """Show only rows of a kind, "" for all."""
        self._kind = kind
        self._refilter()

    def set_words(self, words: str) -> None:
        """Show only rows that hold what was typed."""
        self._words = words.casefold().strip()
        self._refilter()

    def row(self, place: int) -> Row | None:
        """Give a row that is shown."""
        return self._shown[place] if 0 <= place < len(self._shown) else None

    def rows(self) -> Sequence[Row]:
        """Give all rows that are shown."""
        return tuple(self._shown)

    def _fits(self, row: Row) -> bool:
        if self._kind and self._kind not in row.kinds:
            return False
        return not self._words or any(self._words in cell.casefold() for cell in row.cells)

    def _refilter(self) -> None:
        self.beginResetModel()
        self._shown = [row for row in self.table.rows if self._fits(row)]
        if 0 <= self._column < len(self.table.headings):
            self._shown.sort(key=self._key(), reverse=self._descending)
        self.endResetModel()

    def _key(self) -> Callable[[Row], tuple[float, str]]:
        column = self._column
        return lambda row: (row.keys.get(column, 0.0), row.cells[column])

    # --- Qt's own names and signatures from here on ----------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Count the rows."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Count the columns."""
        return 0 if parent.isValid() else len(self.table.headings)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name a column."""
        there = orientation == Qt.Orientation.Horizontal and section < len(self.table.headings)
        return self.table.headings[section] if there and role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows, reads out, or is."""
        row = self.row(index.row())
        if row is None:
            return None
        column = index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.cells[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.table.headings[column]}: {row.cells[column]}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in row.keys and row.cells[column].isdigit() else _LEFT
        if role == _SEVERITY_ROLE:
            return row.marks.get(column)
        if role == _BAR_ROLE and column == len(row.cells) - 1:
            return row.bar
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, -1 for the order of the text."""
        self._column, self._descending = column, order == Qt.SortOrder.DescendingOrder
        self._refilter()


@guarded
class CellDelegate(QStyledItemDelegate):
    """Draws a mark before the words of a cell, or a bar behind its number."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 -- Qt's own signature
        """Leave room for the mark."""
        size = super().sizeHint(option, index)
        return QSize(size.width() + _MARK + _GAP, size.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell."""
        severity = next((one for one in SEVERITIES if one == index.data(_SEVERITY_ROLE)), None)
        bar = index.data(_BAR_ROLE)
        moved = QStyleOptionViewItem(option)
        if severity is not None:
            moved.rect = option.rect.adjusted(_MARK + _GAP, 0, 0, 0)
        elif isinstance(bar, float):
            moved.rect = QRect(option.rect.left(), option.rect.top(), _NUMBER, option.rect.height())
        super().paint(painter, moved, index)
        if severity is not None:
            top = option.rect.top() + (option.rect.height() - _MARK) // 2
            draw_mark(painter, QRect(option.rect.left() + _GAP, top, _MARK, _MARK), severity, option.palette)
        elif isinstance(bar, float) and bar > 0:
            room = QRectF(option.rect).adjusted(_NUMBER + _GAP, _ROOM - 1, -_GAP, 1 - _ROOM)
            room.setWidth(max(2.0, room.width() * bar))
            painter.fillRect(room, theme_for(option.palette).accent)


@guarded
class PlanTable(QTableView):
    """The table; Enter and a click lead to the place of a row, Esc back to the text.

    Signals:
        chosen: id of a clause, the side, and the words there.
        left: Esc was pressed.
    """

    chosen = Signal(int, str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model_ = TableModel()
        self.setModel(self.model_)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROOM)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.clicked.connect(self._go)

    def show_table(self, table: Table, *, by_cell: bool = False) -> None:
        """Show another table; where it has the same columns, the place is kept.

        Args:
            table: the table.
            by_cell: whether each cell leads to a place of its own.
        """
        same = table.headings == self.model_.table.headings
        behaviour = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behaviour.SelectItems if by_cell else behaviour.SelectRows)
        before, scrolled = self.currentIndex(), self.verticalScrollBar().value()
        place = before.row(), before.column()
        if not same:
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.model_.set_table(table)
        if same:
            self.setCurrentIndex(self.model_.index(*place))
            self.verticalScrollBar().setValue(scrolled)
            return
        header = self.horizontalHeader()
        for column in range(len(table.headings)):
            stretched = column == table.wide
            header.setSectionResizeMode(
                column, QHeaderView.ResizeMode.Stretch if stretched else QHeaderView.ResizeMode.Interactive
            )
            self.setColumnWidth(column, table.widths[min(column, len(table.widths) - 1)])

    def _go(self, index: QModelIndex) -> None:
        row = self.model_.row(index.row())
        if row is None:
            return
        clause = row.places.get(index.column(), row.clause)
        if clause:
            self.chosen.emit(clause, row.side, row.words if clause == row.clause else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's own name
        """Act on the row."""
        if event.key() in ENTER:
            self._go(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

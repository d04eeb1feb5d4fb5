"""What is found as a table: a row for each family, a column for each severity, a bar in every cell."""

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from drafter.gui.overview.tally import Tally, family_name
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.theme import theme_for
from drafter.i18n import _
from drafter.model import N_, SEVERITIES, Severity

Index = QModelIndex | QPersistentModelIndex
COUNT_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_SEVERITIES: Final[tuple[Severity, ...]] = tuple(reversed(SEVERITIES))
_WORDS: Final[dict[Severity, str]] = {"critical": N_("critical"), "major": N_("major"), "minor": N_("minor")}
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ROOM: Final = 12  # px above and below the words of a row
_BAR: Final = 4
_PAD: Final = 6
_EDGE: Final = 3
_FIGURES: Final = 12  # characters' width of a column of figures


@guarded
class FindingsModel(QAbstractTableModel):
    """The table for Qt; the last row is the sum."""

    def __init__(self) -> None:
        super().__init__()
        self._families: list[str] = []
        self._counts: list[list[int]] = []

    def show(self, tally: Tally) -> None:
        """Show other counts; where the families are the same, what is chosen stays chosen."""
        families = tally.families()
        counts = [[tally.count(family, severity) for severity in _SEVERITIES] for family in families]
        if counts:
            counts.append([sum(column) for column in zip(*counts, strict=True)])
        if families != self._families or len(counts) != len(self._counts):
            self.beginResetModel()
            self._families, self._counts = families, counts
            self.endResetModel()
        elif counts != self._counts:
            self._counts = counts
            self.dataChanged.emit(self.index(0, 0), self.index(len(counts) - 1, self.columnCount() - 1))

    def kind(self, index: Index) -> tuple[str | None, Severity | None]:
        """Give what a cell counts: the family, None for all, and the severity, None for all."""
        family = self._families[index.row()] if index.row() < len(self._families) else None
        return family, _SEVERITIES[index.column() - 1] if index.column() > 0 else None

    def count(self, index: Index) -> int:
        """Give the figure of a cell, of a row's name the sum of the row."""
        counts = self._counts[index.row()]
        return counts[index.column() - 1] if index.column() > 0 else sum(counts)

    def most(self) -> int:
        """Give the largest figure of any family."""
        return max((max(counts) for counts in self._counts[:-1]), default=0)

    def is_sum(self, index: Index) -> bool:
        """Whether a row is the sum of those above."""
        return index.row() == len(self._families)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 -- Qt's name and default
        """Count the rows."""
        return 0 if parent.isValid() else len(self._counts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 -- Qt's name and default
        """Count the columns."""
        return 0 if parent.isValid() else len(_SEVERITIES) + 1

    def headerData(  # noqa: N802 -- Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(_WORDS[_SEVERITIES[section - 1]]) if section else _("Kind")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows or reads out."""
        if not index.isValid() or index.row() >= len(self._counts):
            return None
        count = self.count(index)
        family, severity = self.kind(index)
        name = family_name(family) if family else _("together")
        if role == Qt.ItemDataRole.DisplayRole:
            if severity is None:
                return name
            return str(count) if count else "–"
        if role == COUNT_ROLE:
            return count
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{name}: {count}" if severity is None else f"{name}, {_(_WORDS[severity])}: {count}"
        return None


@guarded
class _CellDelegate(QStyledItemDelegate):
    """Draws a cell: the figure, and below it a bar as long as the figure is large."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        model = index.model()
        if not isinstance(model, FindingsModel):
            return
        painter.save()
        palette, theme = option.palette, theme_for(option.palette)
        if option.state & QStyle.StateFlag.State_Selected:
            active = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.fillRect(option.rect, theme.current)
            painter.fillRect(option.rect.left(), option.rect.top(), _EDGE, option.rect.height(),
                             theme.accent if active else theme.resting)  # fmt: skip
        family, severity = model.kind(index)
        rect = QRectF(option.rect).adjusted(_PAD, 0, -_PAD, 0)
        font = QFont(option.font)
        font.setBold(model.is_sum(index))
        painter.setFont(font)
        count = model.count(index)
        painter.setPen(palette.text().color() if count else theme.muted)
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        if severity is None:
            painter.drawText(rect, _LEFT, option.fontMetrics.elidedText(
                words, Qt.TextElideMode.ElideRight, int(rect.width())))  # fmt: skip
        else:
            painter.drawText(rect, _RIGHT, words)
            if count and family is not None:
                _draw_bar(painter, rect, count / model.most(), theme.underlines[severity])
        line = theme.resting if model.is_sum(index) else theme.separator
        top = option.rect.top() if model.is_sum(index) else option.rect.bottom()
        painter.fillRect(option.rect.left(), top, option.rect.width(), 1, line)
        painter.restore()


def _draw_bar(painter: QPainter, rect: QRectF, share: float, colour: QColor) -> None:
    width = max(2.0, rect.width() * share)
    painter.fillRect(QRectF(rect.right() - width, rect.bottom() - _BAR - 2, width, _BAR), colour)


class FindingsTable(QTableView):
    """The table."""

    def __init__(self, model: FindingsModel) -> None:
        super().__init__()
        self.setObjectName("findings-table")
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROOM)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setDefaultSectionSize(self.fontMetrics().averageCharWidth() * _FIGURES)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

"""The list of what a clause bears and what it is likely about, each with its confidence and what speaks for it."""

from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from drafter.gui.measures.entries import Entry
from drafter.gui.toolbox.keys import ENTER
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.states import draw_state
from drafter.gui.toolbox.theme import theme_for
from drafter.i18n import _
from drafter.model import N_

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole
_AIR, _SIGN, _BAR, _NUMBER = 4, 13, 54, 40  # px
_SMALLER: Final = 0.92
_KINDS = {"tag": N_("tagged"), "suggestion": N_("suggested"), "miss": N_("near miss")}


@guarded
class EntriesModel(QAbstractListModel):
    """The rows."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []

    def set_entries(self, entries: list[Entry]) -> None:
        """Show other rows."""
        if entries != self._entries:
            self.beginResetModel()
            self._entries = entries
            self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """Give a row, None where there is none."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def entries(self) -> list[Entry]:
        """Give all rows."""
        return list(self._entries)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Count the rows."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a row shows, reads out, or is."""
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.label
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{entry.label}\n{entry.why}" if entry.why else entry.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _(N_(", ")).join(filter(None, (_(_KINDS[entry.kind]), entry.label, percent(entry), entry.why)))
        return entry if role == ENTRY_ROLE else None


def percent(entry: Entry) -> str:
    """Say how sure a row is, "" where nobody reckoned that."""
    return "" if entry.confidence is None else f"{round(100 * entry.confidence)}%"


@guarded
class EntryDelegate(QStyledItemDelegate):
    """Draws a row: a sign, the concept, a bar and a number, and below it what speaks for it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 -- Qt's own name
        """Take two lines, or one where nothing is to be said below."""
        entry = index.data(ENTRY_ROLE)
        lines = 2 if isinstance(entry, Entry) and entry.why else 1
        return QSize(0, lines * option.fontMetrics.height() + 2 * _AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        palette, theme = option.palette, theme_for(option.palette)
        style = option.widget.style() if option.widget else None
        if style is not None:
            style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        words = palette.highlightedText().color() if chosen else palette.text().color()
        faint = words if chosen else theme.muted
        line = option.fontMetrics.height()
        rect = option.rect.adjusted(_AIR, _AIR, -_AIR, -_AIR)
        painter.save()
        sign = QRectF(rect.left(), rect.top() + (line - _SIGN) / 2, _SIGN, _SIGN)
        _draw_sign(painter, sign, entry, faint if entry.kind == "miss" else words)
        left = rect.left() + _SIGN + 2 * _AIR
        right = rect.right() - _BAR - _NUMBER if entry.confidence is not None else rect.right()
        name = QRect(left, rect.top(), right - left - _AIR, line)
        painter.setPen(faint if entry.kind == "miss" else words)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        elide = option.fontMetrics.elidedText(entry.label, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, flags, elide)
        if entry.confidence is not None:
            bar = QRectF(right, rect.top() + line / 2 - 4, _BAR, 8)
            fill = words if chosen else theme.tag if entry.kind == "tag" else theme.accent
            painter.setPen(QPen(faint, 1))
            painter.drawRect(bar)
            inner = bar.adjusted(1.5, 1.5, -1, -1)
            inner.setWidth(inner.width() * entry.confidence)
            hatched = entry.kind == "miss"
            painter.fillRect(inner, QBrush(faint, Qt.BrushStyle.BDiagPattern) if hatched else QBrush(fill))
            painter.setPen(words)
            number = QRect(round(bar.right()), rect.top(), _NUMBER, line)
            painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent(entry))
        if entry.why:
            below = QRect(left, rect.top() + line, rect.right() - left, line)
            font = painter.font()
            font.setPointSizeF(font.pointSizeF() * _SMALLER)
            painter.setFont(font)
            painter.setPen(faint)
            metrics = painter.fontMetrics()
            painter.drawText(below, flags, metrics.elidedText(entry.why, Qt.TextElideMode.ElideRight, below.width()))
        painter.restore()


def _draw_sign(painter: QPainter, rect: QRectF, entry: Entry, ink: QColor) -> None:
    """Draw a tick for a tag, a cross for what was rejected, a ring for a suggestion; nothing for a near miss."""
    if entry.kind == "tag":
        draw_state(painter, rect, "reviewed", ink)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if entry.rejected:
        inner = rect.adjusted(2.5, 2.5, -2.5, -2.5)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
    elif entry.kind == "suggestion":
        painter.drawEllipse(rect.center(), rect.width() * 0.3, rect.width() * 0.3)
    painter.restore()


@guarded
class SuggestedList(QListView):
    """The list; Enter accepts, Delete rejects or takes off, Esc leads back to the text.

    Signals:
        accepted: notation to put on the clause.
        dropped: notation to reject, or to take off where the clause bears it.
        left: Esc was pressed.
    """

    accepted = Signal(str)
    dropped = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model_ = EntriesModel()
        self.setModel(self.model_)
        self.setObjectName("suggestions")
        self.setItemDelegate(EntryDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda _index: self.accept())

    def current(self) -> Entry | None:
        """Give the chosen row."""
        return self.model_.entry(self.currentIndex().row())

    def accept(self) -> None:
        """Ask for the chosen concept."""
        entry = self.current()
        if entry is not None and entry.kind != "tag":
            self.accepted.emit(entry.notation)

    def drop(self) -> None:
        """Ask for the chosen concept to go."""
        entry = self.current()
        if entry is not None:
            self.dropped.emit(entry.notation)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's own name
        """Act on the row."""
        if event.key() in ENTER:
            self.accept()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.drop()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

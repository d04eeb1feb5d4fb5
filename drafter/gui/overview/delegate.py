"""A section or a person as drawn: the name, the states' signs with their figures, and a bar below."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from drafter.gui.overview.bars import draw_bar
from drafter.gui.overview.rows import ROW_ROLE, Index, Row
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.states import draw_state
from drafter.gui.toolbox.theme import theme_for
from drafter.i18n import _
from drafter.model import N_, STATES

_PAD: Final = 7
_EDGE: Final = 3
_BAR: Final = 8
_GAP: Final = 4
_STEP: Final = 12
_DEEPEST: Final = 4
_SIGN: Final = 10
_BETWEEN: Final = 8
_SMALLER: Final = 0.9
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@guarded
class RowDelegate(QStyledItemDelegate):
    """Draws the rows of sections and people."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 -- Qt's own name
        """Give the height of a line and a bar."""
        return QSize(160, option.fontMetrics.height() + _GAP + _BAR + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        painter.save()
        theme = theme_for(option.palette)
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.current)
            active = bool(option.state & QStyle.StateFlag.State_HasFocus)
            bar = QRect(rect.left(), rect.top(), _EDGE, rect.height())
            painter.fillRect(bar, theme.accent if active else theme.resting)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.gutter)
        inner = rect.adjusted(_PAD + _EDGE, _PAD, -_PAD, -_PAD)
        inner.setLeft(inner.left() + _STEP * min(row.level, _DEEPEST))
        line = QRect(inner.left(), inner.top(), inner.width(), option.fontMetrics.height())
        right = self._draw_figures(painter, option, line, row)
        name = QRect(line.left(), line.top(), max(0, right - line.left() - _BETWEEN), line.height())
        painter.setFont(option.font)
        painter.setPen(option.palette.text().color())
        painter.drawText(
            name, _LEFT, option.fontMetrics.elidedText(row.name, Qt.TextElideMode.ElideRight, name.width())
        )
        place = QRectF(inner.left(), inner.bottom() + 1 - _BAR, inner.width(), _BAR)
        draw_bar(painter, place, row.by_state, row.whole, option.palette, light=True)
        painter.restore()

    def _draw_figures(self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, row: Row) -> int:
        """Draw at the right how many clauses are in which state, and how many there are; give where that begins."""
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * _SMALLER)
        metrics = QFontMetrics(small)
        theme = theme_for(option.palette)
        painter.setFont(small)
        painter.setPen(theme.muted)
        words = row.note if row.person else _(N_("of {n}"), n=row.whole)
        right = _draw_right(painter, metrics, line, line.right() + 1, words)
        painter.setPen(option.palette.text().color())
        for state in reversed(STATES[1:]):
            count = row.by_state.get(state, 0)
            if not count:
                continue
            right = _draw_right(painter, metrics, line, right - _BETWEEN, str(count)) - _SIGN - 2
            sign = QRectF(right, line.center().y() - _SIGN / 2 + 1, _SIGN, _SIGN)
            draw_state(painter, sign, state, option.palette.text().color())
        return right


def _draw_right(painter: QPainter, metrics: QFontMetrics, line: QRect, right: int, words: str) -> int:
    left = right - metrics.horizontalAdvance(words)
    painter.drawText(QRect(left, line.top(), right - left, line.height()), _LEFT, words)
    return left

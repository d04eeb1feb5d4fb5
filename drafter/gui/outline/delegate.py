"""A section as it is drawn: its name in one or two lines, and how many findings are open."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from drafter.gui.outline.model import ROW_ROLE, Count, Index, OutlineModel, Row
from drafter.gui.toolbox.marks import draw_mark
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.theme import theme_for

_PAD: Final = 4
_GAP: Final = 1
_BETWEEN: Final = 6
_MARK: Final = 10
_SMALLER: Final = 0.9
_FAINT: Final = 0.72
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@guarded
class SectionDelegate(QStyledItemDelegate):
    """Draws the rows of the outline."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 -- Qt's own name
        """Give the height of two lines where some section has names in both languages, else of one."""
        model = index.model()
        height = option.fontMetrics.height() + 2 * _PAD
        if isinstance(model, OutlineModel) and model.two_lines:
            height += QFontMetrics(_small(option.font)).height() + _GAP
        return QSize(120, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        if selected:
            painter.fillRect(option.rect, palette.highlight())
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme_for(palette).current)
        ink = palette.highlightedText().color() if selected else palette.text().color()
        inner = option.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        painter.setPen(ink)
        right = self._draw_count(painter, option, inner, row.count, selected=selected)
        width = right - inner.left() - _BETWEEN
        fonts = (QFont(option.font), _small(option.font))
        height = sum(QFontMetrics(font).height() + _GAP for font, _line in zip(fonts, row.lines, strict=False)) - _GAP
        top = inner.top() + (inner.height() - height) // 2
        for number, (font, line) in enumerate(zip(fonts, row.lines, strict=False)):
            colour = QColor(ink)
            if not selected and (number or not row.named):
                colour.setAlphaF(_FAINT)
            painter.setPen(colour)
            painter.setFont(font)
            metrics = QFontMetrics(font)
            place = QRect(inner.left(), top, width, metrics.height())
            words = line if row.named else f"{line}…"
            painter.drawText(place, _LEFT, metrics.elidedText(words, Qt.TextElideMode.ElideRight, width))
            top += metrics.height() + _GAP
        painter.restore()

    def _draw_count(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, count: Count, *, selected: bool
    ) -> int:
        """Draw the counts at the right; give where they begin."""
        right = inner.right() + 1
        if not count.all:
            return right
        font = _small(option.font)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        right = self._draw_number(painter, metrics, inner, right, count.all)
        if not count.critical:
            return right
        theme = theme_for(option.palette)
        painter.save()
        if not selected:
            painter.setPen(theme.underlines["critical"])
        right = self._draw_number(painter, metrics, inner, right - _BETWEEN, count.critical)
        right -= _MARK + 2
        draw_mark(painter, QRect(right, inner.center().y() - _MARK // 2, _MARK, _MARK), "critical", option.palette)
        painter.restore()
        return right

    def _draw_number(self, painter: QPainter, metrics: QFontMetrics, inner: QRect, right: int, number: int) -> int:
        words = str(number)
        left = right - metrics.horizontalAdvance(words)
        painter.drawText(QRect(left, inner.top(), right - left, inner.height()), _LEFT, words)
        return left


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALLER)
    return small

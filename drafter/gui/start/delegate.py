"""A recent review in two lines: title and moment, files and how far it has come."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from drafter.gui.history.when import when
from drafter.gui.settings.remembered import Remembered
from drafter.gui.start.model import MISSING_ROLE, PATH_ROLE, REVIEW_ROLE, Index, file_of, standing_of, title_of
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.theme import Theme, theme_for
from drafter.i18n import _

_PAD, _GAP = 12, 6
TEXT_INSET = _PAD + 4
"""Pixels between the edge of the list and its words."""
_BAR = 6
_SMALLER = 0.92
_SHARE = 0.42
"""Part of a row that the right column may take at most."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@guarded
class RecentDelegate(QStyledItemDelegate):
    """Draws the rows of the start page."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 -- Qt's own signature
        """Give room for two lines and the bar."""
        return QSize(240, 2 * _PAD + 2 * (option.fontMetrics.height() + _GAP) + _BAR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        review, path = index.data(REVIEW_ROLE), index.data(PATH_ROLE)
        if not isinstance(review, Remembered):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, missing = theme_for(option.palette), bool(index.data(MISSING_ROLE))
        _paint_ground(painter, option, theme)
        rect = option.rect.adjusted(TEXT_INSET, _PAD, -TEXT_INSET, -_PAD)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * _SMALLER)
        told = _("The file is no longer there") if missing else standing_of(review)
        wide = _column(QFontMetrics(small), when(review.opened), told, rect.width())
        right = QRect(rect.right() - wide + 1, rect.top(), wide, rect.height())
        left = rect.adjusted(0, 0, -wide - 2 * _PAD, 0)
        line = option.fontMetrics.height()
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        _write(painter, left, 0, line, bold, theme.muted if missing else theme.text, title_of(path, review))
        _write(painter, left, line + _GAP, line, small, theme.muted, file_of(path, review), middle=True)
        _write(painter, right, 0, line, small, theme.muted, when(review.opened), align=_RIGHT)
        warn = theme.underlines["major"] if missing else theme.muted
        _write(painter, right, line + _GAP, line, small, warn, told, align=_RIGHT)
        if review.clauses and not missing:
            bar = QRect(right.left(), rect.bottom() - _BAR + 1, wide, _BAR - 2)
            _paint_bar(painter, bar, review.reviewed / review.clauses, theme)
        painter.restore()


def _column(metrics: QFontMetrics, moment: str, standing: str, room: int) -> int:
    """Give the right column's width."""
    wanted = max(metrics.horizontalAdvance(moment), metrics.horizontalAdvance(standing)) + 2
    return min(wanted, round(room * _SHARE))


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """Draw what lies under a row: chosen and pointed at are told by paper, chosen by a bar as well."""
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    card = QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -1.5)
    if chosen or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current)
        painter.drawRoundedRect(card, 5, 5)
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        has_focus = option.state & QStyle.StateFlag.State_HasFocus
        painter.setBrush(theme.accent if has_focus else theme.resting)
        painter.drawRoundedRect(QRectF(card.left() + 2, card.top() + 6, 3, card.height() - 12), 1.5, 1.5)


def _paint_bar(painter: QPainter, rect: QRect, share: float, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.separator)
    painter.drawRoundedRect(rect, 2, 2)
    if share > 0:
        painter.setBrush(theme.tag)
        painter.drawRoundedRect(QRectF(rect.left(), rect.top(), max(4.0, rect.width() * share), rect.height()), 2, 2)


def _write(
    painter: QPainter,
    rect: QRect,
    top: int,
    line: int,
    font: QFont,
    colour: QColor,
    words: str,
    *,
    align: Qt.AlignmentFlag = _LEFT,
    middle: bool = False,
) -> None:
    """Write a line, cut short where it finds no room.

    Args:
        painter: draws.
        rect: the column.
        top: distance from the column's top, in pixels.
        line: height of a line, in pixels.
        font: its font.
        colour: its colour.
        words: what it says.
        align: to which edge.
        middle: whether the middle is left out rather than the end, as suits a path.
    """
    painter.setFont(font)
    painter.setPen(colour)
    elide = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
    place = QRect(rect.left(), rect.top() + top, rect.width(), line)
    painter.drawText(place, align, QFontMetrics(font).elidedText(words, elide, place.width()))

"""A change as it is drawn: what, who and when, and the text that it changed.

What was taken out is struck out and what was put in is underlined, so that colour never tells it alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from drafter.gui.history.entries import Entry, shortened
from drafter.gui.history.model import ENTRY_ROLE, Index
from drafter.gui.toolbox.fonts import text_font
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.theme import Theme, theme_for
from drafter.gui.toolbox.utf16 import Utf16Map, displayable
from drafter.review import Difference

_PAD: Final = 8
_BAR: Final = 3
_GAP: Final = 2
_ABOVE_TEXT: Final = 4
_SMALLER: Final = 0.9
_READING: Final = 0.9  # of the size in which clauses are read
_LINE: Final = 1.35  # of a line's own height
_MOST_LINES: Final = 8
_WRAP: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NEW_LINE: Final = "↵"


@dataclass(frozen=True, slots=True)
class _Words:
    """A passage that is wrapped: its font, its words, and whether it stands back."""

    font: QFont
    text: str
    faint: bool


@guarded
class HistoryDelegate(QStyledItemDelegate):
    """Draws the rows of the history."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._heights: dict[Entry, int] = {}
        self._measured_for: tuple[int, str] = (0, "")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 -- Qt's own name
        """Give the height that a row needs in the width there is."""
        entry = index.data(ENTRY_ROLE)
        width = self._width(option)
        if not isinstance(entry, Entry):
            return QSize(width, 0)
        measured_for = (width, option.font.key())
        if measured_for != self._measured_for:
            self._heights.clear()
            self._measured_for = measured_for
        if entry not in self._heights:
            self._heights[entry] = _height(entry, option.font, width)
        return QSize(width, self._heights[entry])

    def _width(self, option: QStyleOptionViewItem) -> int:
        """Give the width of a row beside a scroll bar: rows are measured before it is known whether there is one."""
        view = option.widget
        if not isinstance(view, QAbstractItemView):
            return option.rect.width()
        return view.width() - 2 * view.frameWidth() - view.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)

    def forget(self) -> None:
        """Forget the heights of rows that are shown no more."""
        self._heights.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        painter.save()
        painter.setClipRect(option.rect)
        theme = theme_for(option.palette)
        _draw_paper(painter, option, entry, theme)
        ink = option.palette.text().color()
        left = option.rect.left() + _PAD + _BAR
        width = _inner(option.rect.width())
        if entry.groups:
            _draw_clause(painter, option, entry, QRect(left, option.rect.top(), width, option.rect.height()), theme)
        else:
            top = option.rect.top() + _PAD
            beside = _fits_beside(entry, option.font, width)
            if beside:
                heading = QRect(left, top, width, option.fontMetrics.height())
                painter.setFont(_small(option.font))
                painter.setPen(theme.muted)
                painter.drawText(heading, _RIGHT, entry.heading)
            for words in _words(entry, option.font, beside=beside):
                height = _wrapped(words, width)
                painter.setFont(words.font)
                painter.setPen(theme.muted if words.faint else ink)
                painter.drawText(QRect(left, top, width, height), _WRAP, words.text)
                top += height + _GAP
            if entry.diff:
                _draw_diff(painter, entry, option.font, QRect(left, top + _ABOVE_TEXT - _GAP, width, 0), theme, ink)
        painter.restore()


def _draw_paper(painter: QPainter, option: QStyleOptionViewItem, entry: Entry, theme: Theme) -> None:
    rect = option.rect
    if entry.groups:
        painter.fillRect(rect, theme.gutter)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, theme.current)
        active = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.fillRect(
            QRect(rect.left(), rect.top(), _BAR, rect.height() - 1), theme.accent if active else theme.resting
        )
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme.gutter)
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.separator)


def _draw_clause(painter: QPainter, option: QStyleOptionViewItem, entry: Entry, inner: QRect, theme: Theme) -> None:
    """Draw a clause's own row: its number, and how it begins."""
    bold = QFont(option.font)
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(option.palette.text().color())
    painter.drawText(inner, _LEFT, entry.what)
    taken = QFontMetrics(bold).horizontalAdvance(entry.what) + _PAD
    rest = inner.adjusted(taken, 0, 0, 0)
    painter.setFont(option.font)
    painter.setPen(theme.muted)
    begins = option.fontMetrics.elidedText(entry.heading, Qt.TextElideMode.ElideRight, rest.width())
    painter.drawText(rest, _LEFT, begins)


def _draw_diff(painter: QPainter, entry: Entry, font: QFont, place: QRect, theme: Theme, ink: QColor) -> None:
    layout, step = _laid_out(entry, font, place.width(), theme)
    painter.setPen(ink)
    lines = min(layout.lineCount(), _MOST_LINES)
    for number in range(lines):
        layout.lineAt(number).draw(painter, QPointF(place.left(), place.top()))
    if lines < layout.lineCount():
        painter.setFont(font)
        painter.drawText(QPointF(place.left(), place.top() + step * (lines + 0.5)), "…")


def _height(entry: Entry, font: QFont, width: int) -> int:
    if entry.groups:
        return QFontMetrics(font).height() + 2 * _PAD
    inner = _inner(width)
    words = _words(entry, font, beside=_fits_beside(entry, font, inner))
    height = sum(_wrapped(one, inner) + _GAP for one in words) - _GAP
    if entry.diff:
        layout, step = _laid_out(entry, font, inner, None)
        more = layout.lineCount() > _MOST_LINES
        height += _ABOVE_TEXT + round(step * (min(layout.lineCount(), _MOST_LINES) + more))
    return height + 2 * _PAD + 1


def _inner(width: int) -> int:
    return max(40, width - 2 * _PAD - _BAR)


def _words(entry: Entry, font: QFont, *, beside: bool) -> list[_Words]:
    """Give what is written above the text: what was changed, who did it and when, and why.

    Args:
        entry: the row.
        font: the font of the program's words.
        beside: whether who and when stand in the first line, at the right.
    """
    found = [_Words(font, entry.what, faint=False)]
    if entry.heading and not beside:
        found.append(_Words(_small(font), entry.heading, faint=True))
    if entry.reason:
        found.append(_Words(_small(font), entry.reason, faint=True))
    return found


def _fits_beside(entry: Entry, font: QFont, width: int) -> bool:
    taken = QFontMetrics(font).horizontalAdvance(entry.what)
    return taken + 2 * _PAD + QFontMetrics(_small(font)).horizontalAdvance(entry.heading) <= width


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALLER)
    return small


def _wrapped(words: _Words, width: int) -> int:
    return QFontMetrics(words.font).boundingRect(QRect(0, 0, width, 10_000), _WRAP, words.text).height()


def _laid_out(entry: Entry, font: QFont, width: int, theme: Theme | None) -> tuple[QTextLayout, float]:
    """Lay the text of a row out; give it with the height of a line."""
    diff = shortened(entry.diff)
    text = displayable("".join(one.text for one in diff)).replace("\n", _NEW_LINE)
    set_in = text_font(entry.side or "zh", font, _READING)
    layout = QTextLayout(text, set_in)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if theme is not None:
        layout.setFormats(_formats(diff, text, theme))
    step = QFontMetrics(set_in).height() * _LINE
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0.0, step * (layout.lineCount() - 1)))
    layout.endLayout()
    return layout, step


def _formats(diff: Sequence[Difference], text: str, theme: Theme) -> list[QTextLayout.FormatRange]:
    units = Utf16Map(text)
    formats = []
    place = 0
    for one in diff:
        start, place = place, place + len(one.text)
        looks = QTextCharFormat()
        if one.kind == "delete":
            looks.setFontStrikeOut(True)
            looks.setForeground(theme.underlines["critical"])
        elif one.kind == "insert":
            looks.setFontUnderline(True)
            looks.setForeground(theme.tag)
        else:
            continue
        found = QTextLayout.FormatRange()
        first, end = units.to_units(start), units.to_units(place)
        found.start, found.length, found.format = first, end - first, looks
        formats.append(found)
    return formats

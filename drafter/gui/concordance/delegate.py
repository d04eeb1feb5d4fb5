"""A pair as it is listed: where it stands, its Chinese, and below it its English."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from drafter.gui.clauses.textlayout import text_option
from drafter.gui.concordance.model import ENTRY_ROLE, Entry
from drafter.gui.toolbox.fonts import text_font
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.theme import Theme, theme_for
from drafter.gui.toolbox.utf16 import Utf16Map, displayable
from drafter.model import Side, Span

_PAD: Final = 8
_GAP: Final = 5
_BAR: Final = 3
_READING: Final = 0.85  # of the size in which clauses are read
_SMALLER: Final = 0.9
_LINE: Final = 1.3  # of a line's own height
_LONGEST: Final = 600
"""Characters of a text that are shown."""
_Index = QModelIndex | QPersistentModelIndex


@guarded
class EntryDelegate(QStyledItemDelegate):
    """Draws the rows."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[Entry, int, str], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 -- Qt's own name
        """Give the height that a row needs in the width there is."""
        entry = index.data(ENTRY_ROLE)
        width = self._view.viewport().width()
        if not isinstance(entry, Entry):
            return QSize(width, 0)
        key = (entry, width, option.font.key())
        if key not in self._heights:
            if len(self._heights) > 1000:
                self._heights.clear()
            self._heights[key] = self._measured(entry, option.font, width)
        return QSize(width, self._heights[key])

    def _measured(self, entry: Entry, font: QFont, width: int) -> int:
        texts = sum(_laid_out(entry, side, font, width, None)[1] for side in ("zh", "en"))
        return 2 * _PAD + QFontMetrics(_small(font)).height() + 2 * _GAP + texts + 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row."""
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Entry):
            return
        theme = theme_for(option.palette)
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.current)
            active = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.fillRect(
                QRect(rect.left(), rect.top(), _BAR, rect.height() - 1), theme.accent if active else theme.resting
            )
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.separator)
        small = _small(option.font)
        heading = rect.adjusted(_PAD + _BAR, _PAD, -_PAD, 0)
        painter.setFont(small)
        painter.setPen(theme.muted)
        words = QFontMetrics(small).elidedText(entry.heading, Qt.TextElideMode.ElideMiddle, heading.width())
        painter.drawText(heading, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), words)
        top = heading.top() + QFontMetrics(small).height() + _GAP
        painter.setPen(option.palette.text().color())
        for side in ("zh", "en"):
            layout, height = _laid_out(entry, side, option.font, rect.width(), theme)
            layout.draw(painter, QPointF(heading.left(), top))
            top += height + _GAP
        painter.restore()


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALLER)
    return small


def _laid_out(entry: Entry, side: Side, base: QFont, width: int, theme: Theme | None) -> tuple[QTextLayout, int]:
    """Lay a text out; give it with its height."""
    whole = entry.zh if side == "zh" else entry.en
    text = displayable(" ".join(whole[:_LONGEST].splitlines())) + ("…" if len(whole) > _LONGEST else "")
    font = text_font(side, base, _READING)
    layout = QTextLayout(text, font)
    layout.setTextOption(text_option())
    if theme is not None:
        places = Utf16Map(text)
        found = _formats(entry.found_zh if side == "zh" else entry.found_en, places, _found(theme), len(text))
        layout.setFormats([*found, *_formats(entry.other if side == "zh" else (), places, _other(theme), len(text))])
    step = round(QFontMetrics(font).height() * _LINE)
    count = 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40, width - 2 * _PAD - _BAR))
        line.setPosition(QPointF(0.0, float(step * count)))
        count += 1
    layout.endLayout()
    return layout, step * max(1, count)


def _found(theme: Theme) -> QTextCharFormat:
    looks = QTextCharFormat()
    looks.setBackground(theme.found)
    return looks


def _other(theme: Theme) -> QTextCharFormat:
    looks = QTextCharFormat()
    looks.setForeground(theme.underlines["major"])
    looks.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    return looks


def _formats(
    spans: Iterable[Span], places: Utf16Map, looks: QTextCharFormat, end: int
) -> Iterable[QTextLayout.FormatRange]:
    for span in spans:
        if span.start < end:
            one = QTextLayout.FormatRange()
            one.start = places.to_units(span.start)
            one.length = places.to_units(min(span.end, end)) - one.start
            one.format = looks
            yield one

"""How a finding looks, in rows and in editors alike: a tint by family, an underline whose form says the severity."""

import math
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from drafter.gui.clauses.marks import Mark
from drafter.gui.clauses.metrics import BASELINE
from drafter.gui.toolbox.theme import Theme
from drafter.model import Severity

Drawn = Sequence[tuple[Mark, Sequence[QRectF]]]
"""Marks with the stretches that they take, line by line."""

_CARET_WIDTH = 9.0
_CARET_HEIGHT = 7.0


def paint_tints(painter: QPainter, drawn: Drawn, theme: Theme) -> None:
    """Paint what lies under the words."""
    painter.setPen(Qt.PenStyle.NoPen)
    for mark, rects in drawn:
        painter.setBrush(theme.tint(mark.finding.family))
        for rect in rects:
            if mark.start == mark.end:
                painter.drawRoundedRect(caret_rect(rect), 3, 3)
            else:
                painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 1), 2.5, 2.5)


def paint_lines(painter: QPainter, drawn: Drawn, theme: Theme) -> None:
    """Paint what lies over the words: underlines, and a caret where something is missing.

    Where findings overlap the words bear one underline, that of the worst.
    """
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for number, (mark, rects) in enumerate(drawn):
        severity = mark.finding.severity
        colour = theme.underlines[severity]
        worse = [other for over, others in drawn[number + 1 :] if over.start < over.end for other in others]
        for rect in rects:
            if mark.start == mark.end:
                _paint_caret(painter, rect, severity, colour)
            else:
                for left, right in _uncovered(rect, worse):
                    _paint_underline(painter, left, right, rect.bottom(), severity, colour)


def _uncovered(rect: QRectF, others: Iterable[QRectF]) -> list[tuple[float, float]]:
    """Give the stretches of a rectangle that no other one on its line covers."""
    left, found = rect.left(), []
    for other in sorted((one for one in others if one.top() == rect.top()), key=QRectF.left):
        if other.left() < rect.right() and other.right() > left:
            if other.left() > left:
                found.append((left, other.left()))
            left = other.right()
    if left < rect.right():
        found.append((left, rect.right()))
    return found


def under(drawn: Drawn, point: QPointF) -> list[Mark]:
    """Give the marks under a point, the worst first."""
    return [mark for mark, rects in reversed(drawn) if any(_reach(mark, rect).contains(point) for rect in rects)]


def _reach(mark: Mark, rect: QRectF) -> QRectF:
    """Give where a pointer means a mark: a little beyond what is painted."""
    return caret_rect(rect) if mark.start == mark.end else rect.adjusted(-1, -2, 1, 5)


def caret_rect(rect: QRectF) -> QRectF:
    """Give the room that the sign for something missing takes."""
    return QRectF(rect.left() - _CARET_WIDTH / 2 - 1, rect.top(), _CARET_WIDTH + 2, rect.height() + 3)


def _paint_underline(
    painter: QPainter, left: float, right: float, y: float, severity: Severity, colour: QColor
) -> None:
    if severity == "critical":
        painter.fillRect(QRectF(left, y - 1.0, right - left, 2.4), colour)
    elif severity == "major":
        painter.setPen(QPen(colour, 1.3))
        painter.drawPolyline(_wave(left, right, y))
    else:
        pen = QPen(colour, 1.7)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.1])
        painter.setPen(pen)
        painter.drawLine(QPointF(left + 1, y), QPointF(right - 0.5, y))


def _wave(left: float, right: float, y: float) -> QPolygonF:
    steps = max(2, math.ceil((right - left) / 2.0))
    step = (right - left) / steps
    return QPolygonF([QPointF(left + step * i, y + (1.3 if i % 2 else -1.1)) for i in range(steps + 1)])


def _paint_caret(painter: QPainter, rect: QRectF, severity: Severity, colour: QColor) -> None:
    """Paint a proofreader's caret whose point shows the gap; filled where the fault is critical."""
    x, y = rect.left(), rect.bottom() - 4.5
    half = _CARET_WIDTH / 2
    points = [QPointF(x - half, y + _CARET_HEIGHT), QPointF(x, y), QPointF(x + half, y + _CARET_HEIGHT)]
    pen = QPen(colour, 1.7)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    if severity == "critical":
        painter.setBrush(colour)
        painter.drawPolygon(points)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.drawPolyline(points)


def paint_flash(painter: QPainter, rects: Iterable[QRectF], theme: Theme) -> None:
    """Outline what was just gone to."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.flash, 2.0))
    for rect in rects:
        outline = caret_rect(rect) if rect.width() <= 0 else rect
        painter.drawRoundedRect(outline.adjusted(-3, -3, 3, 4), 4, 4)


def paint_found(painter: QPainter, rects: Iterable[QRectF], theme: Theme) -> None:
    """Paint what lies under words that are looked for."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.found)
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-1, 1, 1, 1), 2, 2)


def paint_pointed(painter: QPainter, rects: Iterable[QRectF], theme: Theme) -> None:
    """Outline what is pointed at, and what answers it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.flash, 1.3))
    for rect in rects:
        painter.drawRoundedRect((caret_rect(rect) if rect.width() <= 0 else rect).adjusted(-2, -1, 2, 2), 3, 3)


def paint_placeholder(painter: QPainter, place: QPointF, line: int, font: QFont, theme: Theme, words: str) -> None:
    """Paint what stands where a side has no text."""
    painter.setFont(font)
    painter.setPen(theme.muted)
    painter.drawText(place + QPointF(0, line * BASELINE), f"— {words} —")

"""How a misspelt word looks: a soft wave below the line on which findings are underlined, in a colour of its own."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from drafter.gui.toolbox.theme import Theme

_LENGTH: Final = 8.0  # px from crest to crest
_HEIGHT: Final = 2.2
_BELOW: Final = 2.6
_WIDTH: Final = 1.2


def paint_misspelt(painter: QPainter, rects: Iterable[QRectF], theme: Theme) -> None:
    """Paint the mark of misspelt words.

    Args:
        painter: draws.
        rects: where the words stand.
        theme: the colours.
    """
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.spelling, _WIDTH))
    for rect in rects:
        painter.drawPath(_wave(rect.left(), rect.right(), rect.bottom() + _BELOW))


def _wave(left: float, right: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    half = _LENGTH / 2
    count = max(2, round((right - left) / half))
    step = (right - left) / count
    for number in range(count):
        x, bend = left + step * number, _HEIGHT * (-1 if number % 2 else 1)
        path.quadTo(QPointF(x + step / 2, y + bend), QPointF(x + step, y))
    return path

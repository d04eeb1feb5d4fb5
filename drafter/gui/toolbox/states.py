"""How far a clause has come: its word, and a sign whose form says it without colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from drafter.i18n import _
from drafter.model import STATE_WORDS, State


def state_word(state: State) -> str:
    """Give a state in the user's language."""
    return _(STATE_WORDS[state])


def draw_state(painter: QPainter, rect: QRectF, state: State, colour: QColor) -> None:
    """Draw a state's sign: a dot for a translated clause, a tick for a reviewed one, a lock for a finished one.

    Args:
        painter: draws; its state is kept.
        rect: the square to fill.
        state: which sign; nothing for a clause that nobody has looked at.
        colour: the colour of its lines.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    x, y, size = rect.x(), rect.y(), rect.width()
    pen = QPen(colour, max(1.4, size / 7))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state == "translated":
        painter.drawEllipse(rect.center(), size * 0.16, size * 0.16)
    elif state == "reviewed":
        points = [(0.1, 0.55), (0.4, 0.85), (0.92, 0.2)]
        painter.drawPolyline(QPolygonF([QPointF(x + dx * size, y + dy * size) for dx, dy in points]))
    elif state == "final":
        painter.drawArc(QRectF(x + size * 0.27, y + size * 0.04, size * 0.46, size * 0.7), 0, 180 * 16)
        painter.setBrush(colour)
        painter.drawRect(QRectF(x + size * 0.16, y + size * 0.45, size * 0.68, size * 0.46))
    painter.restore()

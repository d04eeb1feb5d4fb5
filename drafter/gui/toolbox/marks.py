"""The mark of a severity: a form of its own, so that colour never tells it alone."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QPolygonF

from drafter.gui.toolbox.theme import theme_for
from drafter.model import Severity


def draw_mark(painter: QPainter, rect: QRect, severity: Severity, palette: QPalette) -> None:
    """Draw a severity's mark: a filled triangle, a filled diamond, or a ring.

    Args:
        painter: draws; its state is kept.
        rect: the square to fill.
        severity: which mark.
        palette: tells light from dark.
    """
    colour = theme_for(palette).underlines[severity]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    x, y, size = float(rect.x()), float(rect.y()), float(min(rect.width(), rect.height()))
    middle = size / 2
    if severity == "minor":
        painter.setPen(QPen(colour, max(1.5, size / 8)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x + middle, y + middle), size * 0.3, size * 0.3)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        corners = (
            ((middle, 0.0), (size, size), (0.0, size))
            if severity == "critical"
            else ((middle, 0.0), (size, middle), (middle, size), (0.0, middle))
        )
        painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in corners]))
    painter.restore()

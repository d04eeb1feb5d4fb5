"""Icons: our own line drawings, in the colour of the text around them."""

from functools import cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from drafter.resources import resource_path

_SIZES = (16, 20, 24, 32, 48)


@cache
def _drawing(name: str) -> str:
    return resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")


def icon(name: str, colour: QColor) -> QIcon:
    """Give an icon drawn in a colour.

    Args:
        name: name of a file in `resources/icons`, without its ending.
        colour: the colour of its lines.
    """
    made = QIcon()
    for mode, shade in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, _faint(colour))):
        renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", shade.name()).encode()))
        for size in _SIZES:
            pixmap = QPixmap(size, size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setOpacity(shade.alphaF())
            renderer.render(painter)
            painter.end()
            made.addPixmap(pixmap, mode)
    return made


def _faint(colour: QColor) -> QColor:
    faint = QColor(colour)
    faint.setAlphaF(0.35)
    return faint

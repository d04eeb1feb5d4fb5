"""A concept's row: a little air, and a box to tick that is seen in the dark too."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from drafter.gui.measures.model import Index
from drafter.gui.toolbox.overrides import guarded

_AIR = 8
_FAINT = 0.55
_ROUND = 2


@guarded
class ConceptDelegate(QStyledItemDelegate):
    """Draws the rows of the tree of concepts."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 -- Qt's own name
        """Give a row some air."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + _AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row, and the outline of its box in the colour of the text: the style's own is lost on dark paper."""
        super().paint(painter, option, index)
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        if not whole.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator:
            return
        style = whole.widget.style() if whole.widget else QApplication.style()
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, whole, whole.widget)
        colour = whole.palette.text().color()
        colour.setAlphaF(_FAINT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1.0))
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        painter.restore()

"""The verdict of a figure: a mark with a form of its own before the word, so that colour never tells it alone."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from drafter.gui.quantities.model import SEVERITY_ROLE, Index
from drafter.gui.toolbox.marks import draw_mark
from drafter.gui.toolbox.overrides import guarded
from drafter.model import SEVERITIES

_MARK, _GAP = 11, 5


@guarded
class VerdictDelegate(QStyledItemDelegate):
    """Draws the cells of the verdict column."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 -- Qt's own signature
        """Leave room for the mark."""
        size = super().sizeHint(option, index)
        return QSize(size.width() + _MARK + _GAP, size.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the word, and the mark before it."""
        severity = next((one for one in SEVERITIES if one == index.data(SEVERITY_ROLE)), None)
        moved = QStyleOptionViewItem(option)
        moved.rect = option.rect.adjusted(_MARK + _GAP, 0, 0, 0)
        super().paint(painter, moved, index)
        if severity is not None:
            top = option.rect.top() + (option.rect.height() - _MARK) // 2
            draw_mark(painter, QRect(option.rect.left() + _GAP, top, _MARK, _MARK), severity, option.palette)

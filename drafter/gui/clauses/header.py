# ruff: noqa: N802 -- Qt's own method names
"""The headings of the columns: quiet words on paper, a line below."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from drafter.gui.clauses.metrics import Metrics
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.theme import Theme


@guarded
class ColumnHeader(QHeaderView):
    """Draws the columns' names where their texts begin."""

    def __init__(self, metrics: Metrics, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._metrics, self._theme = metrics, theme
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)

    def dress(self, metrics: Metrics, theme: Theme) -> None:
        """Take other sizes and colours."""
        self._metrics, self._theme = metrics, theme
        self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Give a height with room around the words."""
        return QSize(super().sizeHint().width(), round(self._metrics.style("zh", 0).line * 1.25))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        """Paint one heading."""
        theme = self._theme
        painter.save()
        painter.fillRect(rect, theme.gutter)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.separator)
        if logicalIndex == 1:
            painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), theme.separator)
        font = QFont(self._metrics.gutter)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.muted)
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")
        side = self._metrics.side
        painter.drawText(rect.adjusted(side, 0, -side, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

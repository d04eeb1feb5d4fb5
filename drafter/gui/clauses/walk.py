"""Going through the rows: what is brought into sight, and which row a key leads to."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QTableView

from drafter.gui.clauses.heights import HeightKeeper

_K = Qt.Key
_NEAR = 24
WALKING: Final = frozenset((_K.Key_Up, _K.Key_Down, _K.Key_PageUp, _K.Key_PageDown, _K.Key_Home, _K.Key_End))
"""Keys that go through the rows."""


class RowWalk:
    """Moves a table from row to row, scrolling no more than reading needs."""

    def __init__(self, view: QTableView, heights: HeightKeeper, make_current: Callable[[int], None]) -> None:
        self._view = view
        self._heights = heights
        self._make_current = make_current

    def row_rect(self, row: int) -> QRect:
        """Give where a row stands in the viewport."""
        view = self._view
        return QRect(0, view.rowViewportPosition(row), view.viewport().width(), view.rowHeight(row))

    def reveal_row(self, row: int) -> None:
        """Scroll so that a row can be read whole, or its beginning where it is taller than the view.

        A row that was far off comes to stand a quarter down the view, with something to read before it.
        """
        height = self._view.viewport().height()
        self._heights.measure_above(row + 1, height)
        rect = self.row_rect(row)
        far = not -height < rect.top() < 2 * height
        self.reveal(rect, height // 4 if far else _NEAR, from_top=far)

    def reveal(self, rect: QRect, margin: int, *, from_top: bool = False) -> None:
        """Scroll no more than is needed to see a rectangle of the viewport.

        Args:
            rect: the rectangle.
            margin: what shall be seen before or after it, where there is room.
            from_top: have the margin above it, wherever it came from.
        """
        height, bar = self._view.viewport().height(), self._view.verticalScrollBar()
        if rect.top() >= 0 and rect.bottom() <= height:
            return
        margin = max(0, min(margin, (height - rect.height()) // 2))
        if from_top or rect.top() < 0 or rect.height() > height:
            bar.setValue(bar.value() + rect.top() - margin)
        else:
            bar.setValue(bar.value() + rect.bottom() - height + margin)

    # --- keys ------------------------------------------------------------------------------------------------------

    def by_key(self, key: Qt.Key, *, control: bool) -> bool:
        """Follow a key that goes through the rows, and tell whether it is one."""
        if key in (_K.Key_Up, _K.Key_Down):
            self.step(-1 if key == _K.Key_Up else 1)
        elif key in (_K.Key_PageUp, _K.Key_PageDown) and not control:
            self.page(-1 if key == _K.Key_PageUp else 1)
        elif key in (_K.Key_Home, _K.Key_End):
            self._go(0 if key == _K.Key_Home else self._count() - 1)
        else:
            return False
        return True

    def step(self, by: int) -> bool:
        """Go some rows on, and tell whether there is such a row."""
        return self._go(self._view.currentIndex().row() + by)

    def page(self, by: int) -> None:
        """Turn a page; the row at the same height on the screen becomes current."""
        view, bar, height = self._view, self._view.verticalScrollBar(), self._view.viewport().height()
        y = min(max(view.rowViewportPosition(max(0, view.currentIndex().row())), 0), height - 1)
        bar.setValue(bar.value() + by * (height - bar.singleStep()))
        self._heights.measure_visible()
        row = view.rowAt(y)
        if bar.value() in (bar.minimum(), bar.maximum()) or row < 0:
            row = 0 if by < 0 else self._count() - 1
        self._go(row)

    def _count(self) -> int:
        return self._view.verticalHeader().count()

    def _go(self, row: int) -> bool:
        if not 0 <= row < self._count():
            return False
        self._make_current(row)
        self.reveal_row(row)
        return True

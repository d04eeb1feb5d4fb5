"""Carrying a text to another row with the mouse: taken hold of by a grip at its left edge, let go where it belongs."""

from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QTableView

from drafter.gui.clauses.markedtext import MARGIN
from drafter.gui.clauses.model import COLUMNS, SIDES, ClauseModel
from drafter.model import Side

_HAND: Final = Qt.CursorShape


class Held(NamedTuple):
    """A text in its row.

    Attributes:
        row: the row.
        side: the side of it.
    """

    row: int
    side: Side


class Carrying(QObject):
    """Follows the pointer from a grip to another row.

    Attributes:
        grip: the text whose grip the pointer is over, or that is being carried; None for none.
        target: where it would be put, None for nowhere.

    Signals:
        moved: one of these is another one now.
        dropped: the row a text comes from, its side, and the row it shall go to.
    """

    moved = Signal()
    dropped = Signal(int, str, int)

    def __init__(self, table: QTableView, model: ClauseModel) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self.grip: Held | None = None
        self.target: Held | None = None
        self.active = False
        model.modelReset.connect(self.cancel)

    def hover(self, place: QPoint, width: int) -> bool:
        """Follow a pointer without a button down, and tell whether it is over a grip.

        Args:
            place: the place in the viewport.
            width: the margin left of the texts.
        """
        index = self._table.indexAt(place)
        side = SIDES.get(index.column()) if index.isValid() else None
        grip = None
        if side is not None and self._can_move(index.row(), side):
            left = self._table.visualRect(index).left()
            grip = Held(index.row(), side) if left <= place.x() < left + width - MARGIN else None
        self._set(grip, None)
        return grip is not None

    def begin(self) -> bool:
        """The button was pressed; tell whether that was on a grip."""
        self.active = self.grip is not None
        self._show_hand()
        return self.active

    def move(self, place: QPoint) -> bool:
        """Follow the pointer with the button down, and tell whether something is carried."""
        if not self.active or self.grip is None:
            return False
        row = self._table.rowAt(place.y())
        there = Held(row, self.grip.side) if row >= 0 and row != self.grip.row else None
        self._set(self.grip, there)
        return True

    def end(self) -> bool:
        """The button is up: let go; tell whether something was carried."""
        if not self.active:
            return False
        grip, target = self.grip, self.target
        self.cancel()
        if grip is not None and target is not None:
            self.dropped.emit(grip.row, grip.side, target.row)
        return True

    def cancel(self) -> None:
        """Carry nothing any more, and put nothing anywhere."""
        self.active = False
        self._set(None, None)

    def target_rect(self) -> QRect | None:
        """Give where the text would be put, in the viewport."""
        if self.target is None:
            return None
        return self._table.visualRect(self._model.index(self.target.row, COLUMNS[self.target.side]))

    def _can_move(self, row: int, side: Side) -> bool:
        session = self._model.session
        return session is not None and session.read_only is None and bool(self._model.clause(row).side(side).segments)

    def _set(self, grip: Held | None, target: Held | None) -> None:
        if (grip, target) != (self.grip, self.target):
            self.grip, self.target = grip, target
            self._show_hand()
            self.moved.emit()

    def _show_hand(self) -> None:
        viewport = self._table.viewport()
        if self.grip is None:
            viewport.unsetCursor()
        else:
            viewport.setCursor(_HAND.ClosedHandCursor if self.active else _HAND.OpenHandCursor)

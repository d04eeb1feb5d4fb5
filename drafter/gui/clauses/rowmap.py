# ruff: noqa: N802 -- Qt's own method names
"""The map beside the scroll bar: where findings stand in the whole document, what is looked for, where one works."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QTableView, QToolTip, QWidget

from drafter.gui.clauses.model import ClauseModel
from drafter.gui.clauses.survey import Places, Spot, Survey
from drafter.gui.clauses.words import map_tip
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.theme import Theme
from drafter.i18n import _
from drafter.model import SEVERITIES, Severity

REST_MS: Final = 120
"""How long rows must rest before they are summed up anew."""
_REACH: Final = 5
"""How far from a mark a pointer still means it, in pixels."""
_MOST_TOLD: Final = 40
"""Rows of one place whose findings are told one by one."""
# Worse is wider and thicker, so that colour never tells it alone.
_SIZES: Final[Mapping[Severity, tuple[float, float]]] = {
    "minor": (0.35, 2.0),
    "major": (0.65, 3.0),
    "critical": (1.0, 4.5),
}
_LANE: Final = 0.33
"""Share of the strip that belongs to what is looked for, at its left."""


@guarded
class RowMap(QWidget):
    """A narrow strip; a click leads to what is marked there, or to the row at that height.

    Signals:
        asked: the row that was clicked.
    """

    asked = Signal(int)

    def __init__(self, model: ClauseModel, table: QTableView, theme: Theme) -> None:
        super().__init__(table)
        self._model = model
        self._places = Places(table)
        self._theme = theme
        self._survey = Survey()
        self._spots: list[Spot] = []
        self._current = -1
        self._found: Collection[int] = ()
        self._looking: Iterator[None] | None = None
        self._resting = QTimer(self, singleShot=True, interval=REST_MS)
        self._resting.timeout.connect(self._sum_up)
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._look_on)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def retranslate(self) -> None:
        """Say everything in the language chosen now."""
        self.setAccessibleName(_("Map of the findings"))

    def dress(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    # --- what is shown ---------------------------------------------------------------------------------------------

    def restart(self) -> None:
        """Look through other rows, a slice at a time; what is marked now stays until then."""
        self._survey.restart(self._model.rowCount())
        self._survey.set_found(self._rows_of(self._found))
        self._looking = self._survey.look_through(self._model.findings)
        self._slices.start()

    def refresh(self, rows: Sequence[int]) -> None:
        """Look again at rows that changed."""
        changed = [self._survey.note(row, self._model.findings(row)) for row in rows]
        if any(changed):
            self._resting.start()

    def set_found(self, clauses: Collection[int]) -> None:
        """Mark the clauses that hold what is looked for, by their ids."""
        if clauses or self._found:
            self._found = clauses
            self._survey.set_found(self._rows_of(clauses))
            self._sum_up()

    def _rows_of(self, clauses: Iterable[int]) -> Iterator[int]:
        return (row for row in map(self._model.row_of, clauses) if row is not None)

    def set_current(self, row: int) -> None:
        """Mark the row where one works, -1 for none."""
        if row != self._current:
            self._current = row
            self.update()

    def relaid(self) -> None:
        """Rows may stand elsewhere now."""
        self._resting.start()

    def spots(self) -> Sequence[Spot]:
        """Give what is marked."""
        return self._spots

    def _look_on(self) -> None:
        if self._looking is None or next(self._looking, self) is self:
            self._looking = None
            self._slices.stop()
            self._sum_up()

    def _sum_up(self) -> None:
        self._resting.stop()
        if self._looking is None:
            self._spots = self._survey.spots(self._places, self.height())
            self.update()

    # --- events ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sum up for another height, once it rests."""
        super().resizeEvent(event)
        self._resting.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what was summed up."""
        painter = QPainter(self)
        theme, width = self._theme, float(self.width())
        painter.fillRect(event.rect(), theme.gutter)
        painter.fillRect(QRectF(0, 0, 1, self.height()), theme.separator)
        lane = width * _LANE
        for severity in SEVERITIES:  # the worst last, so that it lies on top
            share, thick = _SIZES[severity]
            long = (width - lane - 3) * share
            for spot in self._spots:
                if spot.worst == severity:
                    painter.fillRect(QRectF(width - 1 - long, spot.y, long, thick), theme.underlines[severity])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.found)
        painter.setPen(QPen(theme.muted, 1))
        for spot in self._spots:
            if spot.found >= 0:
                painter.drawEllipse(QPointF(lane / 2 + 1, spot.y + 1.5), lane / 2 - 0.5, 2.2)
        if 0 <= self._current < self._model.rowCount():
            y = self._places.line_of(self._current, self.height())
            painter.setPen(QPen(theme.accent, 1))
            painter.setBrush(theme.accent)
            painter.drawLine(QPointF(1, y + 1.5), QPointF(width, y + 1.5))
            painter.drawPolygon(QPolygonF([QPointF(1, y - 2.5), QPointF(5.5, y + 1.5), QPointF(1, y + 5.5)]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to what is clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            row = self.row_meant(event.position().y())
            if row >= 0:
                self.asked.emit(row)

    def row_meant(self, y: float) -> int:
        """Give the row that a place means: the worst marked nearby, else the one that stands there; -1 for none."""
        spot = self._near(y)
        if spot is None:
            return self._places.row_at(y, self.height())
        return spot.row if spot.worst else spot.found

    def _near(self, y: float) -> Spot | None:
        near = [spot for spot in self._spots if abs(spot.y + 1.5 - y) <= _REACH]
        return min(near, key=lambda spot: abs(spot.y + 1.5 - y), default=None)

    def event(self, event: QEvent) -> bool:
        """Say what stands under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(event.pos().y()), self)
            return True
        return super().event(event)

    def tip(self, y: float) -> str:
        """Say what stands at a place, "" where there are no rows."""
        spot = self._near(y)
        if spot is None:
            row = self._places.row_at(y, self.height())
            return map_tip(self._model.ids[row], self._model.ids[row], ()) if row >= 0 else ""
        end = min(spot.end, spot.first + _MOST_TOLD)
        findings = [one for row in range(spot.first, end) for one in self._model.findings(row)]
        if spot.worst and spot.row >= end:
            findings += self._model.findings(spot.row)
        first, last = self._model.ids[spot.first], self._model.ids[spot.end - 1]
        return map_tip(first, last, findings, found=spot.found >= 0)

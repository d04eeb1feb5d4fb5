# ruff: noqa: N802 -- Qt's own method names
"""A table that measures its rows as they come into sight: widths, heights, scrolling, fonts and colours."""

from math import inf
from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from drafter.gui.clauses.delegate import RowDelegate
from drafter.gui.clauses.header import ColumnHeader
from drafter.gui.clauses.heights import HeightKeeper, estimated_heights
from drafter.gui.clauses.mapbar import MapBar
from drafter.gui.clauses.metrics import Metrics
from drafter.gui.clauses.model import COLUMNS, GUTTER, ClauseModel
from drafter.gui.clauses.rowmap import RowMap
from drafter.gui.clauses.showing import SHOWN, Showing
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.theme import theme_for
from drafter.i18n import _
from drafter.model import Side

RESIZE_MS: Final = 50
_SMALLEST_ZOOM, _LARGEST_ZOOM = 0.5, 4.0
_SHARES = (0.15, 0.85)
_MAP_WIDTH: Final = 1.25
"""Width of the map, in Chinese characters."""


@guarded
class RowTable(QTableView):
    """Shows clauses in rows as tall as their texts, with a map of all of them beside the scroll bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = 1.0
        self._share = 0.5
        self._showing: Showing = "both"
        self._sizing = False
        self._theme = theme_for(QGuiApplication.palette())
        self._metrics = Metrics(self.font(), self._zoom)
        self._model = ClauseModel(self)
        self._rows = RowDelegate(self._model, self._metrics, self._theme, self)
        self._heights = HeightKeeper(self, self._true_height)
        self._header = ColumnHeader(self._metrics, self._theme, self)
        self._bar = MapBar(self)
        self.map = RowMap(self._model, self, self._theme)
        self._resized = QTimer(self, singleShot=True, interval=RESIZE_MS)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._set_up()
        self._model.modelReset.connect(self.map.restart)
        self._resized.timeout.connect(self._estimate)
        self._settling.timeout.connect(self._settle)

    def _set_up(self) -> None:
        self.setModel(self._model)
        self.setItemDelegate(self._rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollBar(self._bar)
        self._bar.set_strip(self.map, self._map_width())
        self._bar.setSingleStep(self._metrics.style("zh", 0).line)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(4)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalHeader(self._header)
        self._header.setSectionResizeMode(GUTTER, QHeaderView.ResizeMode.Fixed)
        self._header.setSectionResizeMode(COLUMNS["zh"], QHeaderView.ResizeMode.Interactive)
        self._header.setSectionResizeMode(COLUMNS["en"], QHeaderView.ResizeMode.Stretch)
        self._header.sectionResized.connect(self._on_column_resized)

    def selectionCommand(
        self, _index: QModelIndex | QPersistentModelIndex, _event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Have nothing selected but by `RowSelection`."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def set_zoom(self, zoom: float) -> None:
        """Enlarge the text; 1 is the desktop's own size for reading."""
        self._zoom = max(_SMALLEST_ZOOM, min(_LARGEST_ZOOM, zoom))
        self._dress()

    def zoom(self) -> float:
        """Give the enlargement."""
        return self._zoom

    # --- heights ---------------------------------------------------------------------------------------------------

    def _estimate(self) -> None:
        """Guess all heights for the widths there are now."""
        widths = {side: self._rows.text_width(width) for side, width in self._column_widths().items()}
        zh, en = widths.get("zh", inf), widths.get("en", inf)
        self._heights.restart(estimated_heights(self._model.clauses(), self._metrics, zh, en))
        self.map.relaid()
        self.viewport().update()

    def _true_height(self, row: int) -> int:
        return self._rows.row_height(self._model.facts(row), self._column_widths())

    def _settle(self) -> None:
        """After painting: bring the scroll bar up to date, and measure ahead where the reader may scroll back to."""
        with self._heights.held():
            pass
        self._heights.measure_above(self.rowAt(0), self.viewport().height())
        self._follow_rows()

    def _follow_rows(self) -> None:
        """Bring along what stands on the rows: they may have moved."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Measure what comes into sight, then paint it."""
        if self._heights.measure_visible():
            self._follow_rows()
            if event.rect() != self.viewport().rect():
                self.viewport().update()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.base)
        if not self._model.rowCount():
            painter.setPen(self._theme.muted)
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, _("No clauses to show"))
        painter.end()
        super().paintEvent(event)
        self._settling.start()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll, what stands on the rows along with them."""
        super().scrollContentsBy(dx, dy)
        self._follow_rows()

    # --- widths ----------------------------------------------------------------------------------------------------

    def _column_widths(self) -> dict[Side, int]:
        """Give the widths of the columns that are shown."""
        return {side: self.columnWidth(COLUMNS[side]) for side in SHOWN[self._showing]}

    @property
    def showing(self) -> Showing:
        """What is shown."""
        return self._showing

    def set_showing(self, showing: Showing) -> None:
        """Show other columns, or what was corrected; the current row, or what is at the top, stays where it is."""
        row = self.currentIndex().row()
        top = self.rowViewportPosition(row) if row >= 0 else -1
        held = 0 <= top < self.viewport().height()
        self._showing = showing
        self._rows.sides = SHOWN[showing]
        self._rows.corrections = self._model.corrections = showing == "changes"
        self._sizing = True
        for side, column in COLUMNS.items():
            self.setColumnHidden(column, side not in SHOWN[showing])
        self._sizing = False
        self._fit_columns()
        self._estimate()
        if held:
            self._heights.measure_above(row + 1, 2 * self.viewport().height())
            self.verticalScrollBar().setValue(self.verticalHeader().sectionPosition(row) - top)
        self._follow_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give both texts their share of the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_columns()
            self._estimate_soon()
        else:
            self.map.relaid()

    def showEvent(self, event: QShowEvent) -> None:
        """Guess at once for the width that the first showing brought."""
        super().showEvent(event)
        if self._resized.isActive():
            self._resized.stop()
            self._estimate()

    def _share_room(self, share: float) -> None:
        """Give the Chinese a share of the room, within bounds."""
        self._share = min(_SHARES[1], max(_SHARES[0], share))
        self._fit_columns()

    def _fit_columns(self) -> None:
        self._sizing = True
        gutter = self._rows.gutter_width(max(self._model.ids, default=0))
        room = max(2, self.viewport().width() - gutter)
        self._header.resizeSection(GUTTER, gutter)
        self._header.resizeSection(COLUMNS["zh"], round(room * self._share) if len(self._rows.sides) > 1 else room)
        self._sizing = False
        self._follow_rows()

    def _on_column_resized(self, column: int, _old: int, _new: int) -> None:
        if self._sizing or column != COLUMNS["zh"]:
            return
        widths = self._column_widths()
        if len(widths) > 1:
            self._share_room(widths["zh"] / max(1, sum(widths.values())))
        self._estimate_soon()

    def _estimate_soon(self) -> None:
        """Redo the estimates once a drag rests; the rows in sight are measured at once."""
        with self._heights.held():
            self._heights.forget_all()
            self._heights.measure_visible()
        self._follow_rows()
        self._resized.start()

    # --- looks -----------------------------------------------------------------------------------------------------

    def _map_width(self) -> int:
        return round(self._metrics.style("zh", 0).em * _MAP_WIDTH)

    def _dress(self) -> None:
        """Take fonts and colours anew."""
        self._take_style()
        self._fit_columns()
        self._estimate()
        self._follow_rows()

    def _take_style(self) -> None:
        """Find out how all is to look, and tell the parts."""
        self._theme = theme_for(QGuiApplication.palette())
        self._metrics = Metrics(self.font(), self._zoom)
        self._rows.metrics, self._rows.theme = self._metrics, self._theme
        self._rows.store.clear()
        self._header.dress(self._metrics, self._theme)
        self.map.dress(self._theme)
        self._bar.set_strip(self.map, self._map_width())
        self._bar.setSingleStep(self._metrics.style("zh", 0).line)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the desktop's fonts and colours."""
        super().changeEvent(event)
        kinds = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if event.type() in kinds and hasattr(self, "_settling"):
            self._dress()

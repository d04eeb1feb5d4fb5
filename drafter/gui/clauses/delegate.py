"""Draws one row: its gutter, and its two texts with what is damaged in them."""

from collections.abc import Collection, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from drafter.gui.clauses.chips import DrawnChips, chip_under, chips_of, paint_chips
from drafter.gui.clauses.marks import Mark, found_units
from drafter.gui.clauses.metrics import BASELINE, Metrics
from drafter.gui.clauses.model import GUTTER, SIDES, ClauseModel, RowFacts, corrected
from drafter.gui.clauses.painting import (
    Drawn,
    paint_found,
    paint_lines,
    paint_placeholder,
    paint_pointed,
    paint_tints,
    under,
)
from drafter.gui.clauses.pointing import Pointed
from drafter.gui.clauses.textlayout import CellLayout, LayoutStore
from drafter.gui.clauses.words import LOW_CONFIDENCE, finding_tip, mark_tip, placeholder
from drafter.gui.toolbox.marks import draw_mark
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.states import draw_state
from drafter.gui.toolbox.theme import Theme
from drafter.i18n import _
from drafter.language.marks import plain
from drafter.model import Side
from drafter.review import Searched

BAR: Final = 4
"""Width of the bar that marks the current row."""

_Index = QModelIndex | QPersistentModelIndex


@guarded
class RowDelegate(QStyledItemDelegate):
    """Draws the cells of a clause.

    Attributes:
        metrics: sizes.
        theme: colours.
        store: layouts of the rows seen last.
        current_row: the row whose texts its editors draw, -1 for none.
        active: whether the keyboard acts on the current row.
        row_focus: whether the row itself, not one of its editors, has the focus.
        editing: the side whose editor has the focus.
        locked: whether that side can only be read.
        pointed: what is outlined, None for nothing.
        searched: what is looked for, None for nothing.
        searched_sides: the sides on which it is looked for.
        chosen: the rows that are selected.
        sides: the sides that are shown.
        corrections: whether rows show what was corrected in them.
        grip: row and side of the text whose grip is shown, None for none.
        veiled: the sides of the current row that are drawn here all the same, to show what was corrected in them.
    """

    def __init__(self, model: ClauseModel, metrics: Metrics, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.metrics = metrics
        self.theme = theme
        self.store = LayoutStore()
        self.current_row = -1
        self.active = False
        self.row_focus = False
        self.editing: Side | None = None
        self.locked = False
        self.pointed: Pointed | None = None
        self.searched: Searched | None = None
        self.searched_sides: tuple[Side, ...] = ()
        self.chosen = range(0)
        self.sides: tuple[Side, ...] = tuple(SIDES.values())
        self.corrections = False
        self.grip: tuple[int, Side] | None = None
        self.veiled: Collection[Side] = ()

    # --- sizes -----------------------------------------------------------------------------------------------------

    def text_width(self, column_width: int) -> int:
        """Give the width in which a column's text is set."""
        return max(20, column_width - 2 * self.metrics.side)

    def text_rect(self, cell: QRect, level: int) -> QRect:
        """Give the part of a cell that its text takes."""
        side, above = self.metrics.side, self.metrics.padding_above(level)
        return cell.adjusted(side, above, -side, -self.metrics.below - 1)

    def cell(self, facts: RowFacts, side: Side, column_width: int) -> CellLayout:
        """Give the layout of one side of a clause."""
        level = facts.clause.level
        style = self.metrics.style(side, level)
        width = self.text_width(column_width)
        if self.corrections and corrected(facts, side):
            here = facts.clause.side(side)
            before, after = map(plain, (here.original, here.text)) if facts.marked else (here.original, here.text)
            return self.store.get_corrected(side, level, width, before, after, style, self.theme)
        return self.store.get(side, level, width, facts.clause.side(side).text, style, marked=facts.marked)

    def row_height(self, facts: RowFacts, columns: Mapping[Side, int]) -> int:
        """Measure a row.

        Args:
            facts: the row.
            columns: the widths of the columns that are shown.
        """
        lines = max(self.cell(facts, side, width).lines for side, width in columns.items())
        return self.metrics.row_height(facts.clause.level, lines)

    def gutter_width(self, largest: int) -> int:
        """Give the width of the narrow column for the largest clause number."""
        digits = QFontMetricsF(self.metrics.gutter).horizontalAdvance("≈" + "8" * max(2, len(str(largest))))
        em = self.metrics.style("zh", 0).em
        return round(BAR + em * 0.5 + em * 1.9 + digits + em * 0.95 + em * 1.05)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802, ARG002 -- Qt's
        """Give nothing of use: heights are kept elsewhere, and Qt must never lay out a row to ask."""
        return QSize(10, self.metrics.row_height(0, 1))

    # --- painting --------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a cell."""
        rect: QRect = option.rect
        facts = self._model.facts(index.row())
        current = index.row() == self.current_row
        side = SIDES.get(index.column())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, side, current=current, chosen=index.row() in self.chosen)
        if side is None:
            self._paint_gutter(painter, rect, facts, current=current)
        elif current and side == self.editing:
            self._paint_field(painter, rect)
        elif not current or side in self.veiled:
            pointed = self.pointed if self.pointed and self.pointed.row == index.row() else None
            self._paint_text(painter, rect, facts, side, pointed)
        painter.restore()
        if side is not None and self.grip == (index.row(), side):
            self._paint_grip(painter, rect, facts.clause.level)

    def _paint_grip(self, painter: QPainter, rect: QRect, level: int) -> None:
        """Paint dots that a hand can take hold of, left of the first line."""
        room = self.text_rect(rect, level)
        left, top = rect.left() + 3.5, room.top() + self.metrics.style("en", level).line / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.muted)
        for column in (0.0, 4.0):
            for row in (-4.5, 0.0, 4.5):
                painter.drawEllipse(QPointF(left + column, top + row), 1.3, 1.3)
        painter.restore()

    def paint_target(self, painter: QPainter, cell: QRect) -> None:
        """Paint the frame round the cell into which a text would be put."""
        pen = QPen(self.theme.accent, 2)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(cell).adjusted(2, 2, -2, -3))

    def _paint_ground(self, painter: QPainter, rect: QRect, side: Side | None, *, current: bool, chosen: bool) -> None:
        theme = self.theme
        plain = theme.current if current else theme.gutter if side is None else theme.base
        ground = theme.chosen if chosen else plain
        painter.fillRect(rect, ground)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.separator)
        if side == "zh":
            painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), theme.separator)

    def _paint_field(self, painter: QPainter, rect: QRect) -> None:
        """Paint the paper of the text in which the keyboard acts."""
        painter.setPen(QPen(self.theme.resting if self.locked else self.theme.accent, 1.5))
        painter.setBrush(self.theme.current if self.locked else self.theme.base)
        painter.drawRect(QRectF(rect).adjusted(0.75, 0.75, -0.75, -1.75))

    def _paint_text(self, painter: QPainter, rect: QRect, facts: RowFacts, side: Side, pointed: Pointed | None) -> None:
        clause = facts.clause
        room = self.text_rect(rect, clause.level)
        shows_both = self.corrections and corrected(facts, side)
        if not clause.side(side).text.strip() and not shows_both:
            line = self.metrics.style(side, clause.level).line
            paint_placeholder(
                painter, QPointF(room.topLeft()), line, self.metrics.gutter, self.theme, placeholder(side)
            )
            return
        cell = self.cell(facts, side, rect.width())
        painter.translate(room.topLeft())
        drawn = self._drawn(facts, side, rect.width())
        paint_tints(painter, drawn, self.theme)
        placed = not (facts.marked and shows_both)  # else the words stand without their marks
        if self.searched and side in self.searched_sides and placed:
            for start, end in found_units(clause.side(side).text, self.searched):
                paint_found(painter, cell.rects(start, end), self.theme)
        painter.setPen(self.theme.heading(clause.level))
        cell.layout.draw(painter, QPointF(0, 0))
        paint_chips(painter, self._chips(facts, side, rect.width()), cell.style, self.theme)
        paint_lines(painter, drawn, self.theme)
        if pointed and placed:
            paint_pointed(painter, cell.rects(*pointed.units(side)), self.theme)

    def _paint_gutter(self, painter: QPainter, rect: QRect, facts: RowFacts, *, current: bool) -> None:
        theme, metrics = self.theme, self.metrics
        level = facts.clause.level
        style = metrics.style("en", level)
        em = metrics.style("zh", 0).em
        baseline = rect.top() + metrics.padding_above(level) + style.line * BASELINE
        middle = baseline - em * 0.34
        left = rect.left() + BAR + em * 0.5
        if facts.worst:
            draw_mark(painter, _square(left, middle, em * 0.72), facts.worst, QGuiApplication.palette())
            painter.setFont(metrics.gutter)
            painter.setPen(theme.underlines[facts.worst])
            if len(facts.findings) > 1:
                painter.drawText(QPointF(left + em * 0.9, baseline), str(len(facts.findings)))
        sign = em * 0.62
        draw_state(
            painter,
            QRectF(rect.right() - em * 0.85 - sign, middle - sign / 2, sign, sign),
            facts.state,
            theme.text if current else theme.muted,
        )
        right = rect.right() - em * 1.75
        font = QFont(metrics.gutter)
        font.setBold(current)
        painter.setFont(font)
        painter.setPen(theme.text if current else theme.muted)
        number = ("≈" if facts.clause.confidence < LOW_CONFIDENCE else "⇅" if facts.moved else "") + str(
            facts.clause.id
        )
        painter.drawText(QPointF(right - QFontMetricsF(font).horizontalAdvance(number), baseline), number)
        if facts.tags:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.tag)
            painter.drawEllipse(QPointF(rect.right() - em * 0.38, middle), em * 0.17, em * 0.17)
        if current:
            painter.fillRect(
                QRect(rect.left(), rect.top(), BAR, rect.height() - 1), theme.accent if self.active else theme.resting
            )

    def paint_chosen(self, painter: QPainter, rows: QRect) -> None:
        """Paint the frame round the rows that are selected, so that colour never tells it alone."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.accent, 2))
        painter.drawRect(QRectF(rows).adjusted(1, 0, -1, -1))

    def paint_row_focus(self, painter: QPainter, row: QRect) -> None:
        """Paint the frame that shows that keys act on the row."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.accent, 1.5))
        painter.drawRect(QRectF(row).adjusted(0.75, 0.75, -0.75, -1.75))

    # --- pointing --------------------------------------------------------------------------------------------------

    def marks_under(self, point: QPointF, cell_rect: QRect, index: _Index) -> list[Mark]:
        """Give the marks under a point of the viewport, the worst first."""
        side = SIDES.get(index.column())
        if side is None:
            return []
        facts = self._model.facts(index.row())
        inside = point - QPointF(self.text_rect(cell_rect, facts.clause.level).topLeft())
        return under(self._drawn(facts, side, cell_rect.width()), inside)

    def unit_under(self, point: QPointF, cell_rect: QRect, index: _Index) -> int | None:
        """Give the UTF-16 unit of the text under a point of the viewport, None where there is none."""
        side = SIDES.get(index.column())
        if side is None:
            return None
        facts = self._model.facts(index.row())
        inside = point - QPointF(self.text_rect(cell_rect, facts.clause.level).topLeft())
        cell = self.cell(facts, side, cell_rect.width())
        return None if cell.corrected and facts.marked else cell.hit(inside)

    def _drawn(self, facts: RowFacts, side: Side, column_width: int) -> Drawn:
        """Give the marks of a cell; where it shows what was corrected, that is all it shows."""
        cell = self.cell(facts, side, column_width)
        marks = () if cell.corrected else facts.marks(side)
        return [(mark, list(cell.rects(mark.start, mark.end))) for mark in marks]

    def _chips(self, facts: RowFacts, side: Side, column_width: int) -> DrawnChips:
        if not facts.marked:
            return ()
        cell = self.cell(facts, side, column_width)
        chips = () if cell.corrected else chips_of(facts.clause.side(side).text)
        return [(chip, list(cell.rects(chip.start, chip.end))) for chip in chips]

    def chip_tip(self, point: QPointF, cell_rect: QRect, index: _Index) -> str:
        """Say what the mark under a point of the viewport stands for, "" where there is none."""
        side = SIDES.get(index.column())
        if side is None:
            return ""
        facts = self._model.facts(index.row())
        inside = point - QPointF(self.text_rect(cell_rect, facts.clause.level).topLeft())
        chip = chip_under(self._chips(facts, side, cell_rect.width()), inside)
        return mark_tip(self._model.mark_name(index.row(), side, chip.number)) if chip else ""

    def helpEvent(  # noqa: N802 -- Qt's name
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Show what the pointer rests on: a finding, or what the gutter's signs mean."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return False
        if self.grip is not None and self.grip == (index.row(), SIDES.get(index.column())):
            tip = _("Drag this text to the row it belongs to")
        elif index.column() == GUTTER:
            tip = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        else:
            rect: QRect = option.rect
            point = QPointF(event.pos())
            tip = finding_tip(mark.finding for mark in self.marks_under(point, rect, index))
            tip = self.chip_tip(point, rect, index) or tip
        QToolTip.showText(event.globalPos(), tip, view.viewport())
        return bool(tip)


def _square(left: float, middle: float, size: float) -> QRect:
    side = round(size)
    return QRect(round(left), round(middle - side / 2), side, side)

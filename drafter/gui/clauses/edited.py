# ruff: noqa: N802 -- Qt's own method names
"""A table that edits the row that is current, and shows it as it was corrected while nobody writes there."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from drafter.gui.clauses.model import COLUMNS, GUTTER, corrected
from drafter.gui.clauses.pointing import Pointing
from drafter.gui.clauses.rowediting import RowEditors
from drafter.gui.clauses.selecting import RowSelection
from drafter.gui.clauses.showing import SHOWN, Showing
from drafter.gui.clauses.table import RowTable
from drafter.gui.clauses.walk import RowWalk
from drafter.gui.toolbox.overrides import guarded
from drafter.model import Side


@guarded
class EditedTable(RowTable):
    """Keeps the editors on the current row, and tells where the keys act.

    Signals:
        current_changed: the id of the clause that became current.
    """

    current_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unveiled: Side | None = None
        self._walk = RowWalk(self, self._heights, self._make_current)
        self._editors = RowEditors(self.viewport(), self._metrics, self._theme)
        self._pointing = Pointing(self._model, self)
        self._selection = RowSelection(self)
        self._model.modelAboutToBeReset.connect(self._editors.close)
        self._model.modelReset.connect(self._pointing.forget)
        self._model.modelReset.connect(self._selection.clear)
        self._pointing.moved.connect(self._on_pointed)
        self._editors.entered.connect(self._on_focus_moved)
        self._editors.abandoned.connect(self._on_focus_moved)
        self._editors.relaid.connect(self._on_relaid)
        for side in COLUMNS:
            editor = self._editors.editor(side)
            editor.cursorPositionChanged.connect(self._reveal_caret)
            editor.cursorPositionChanged.connect(self._point_by_caret)
            editor.hovered.connect(partial(self._point_in_editor, side))

    def current_clause(self) -> int | None:
        """Give the id of the current clause."""
        row = self.currentIndex().row()
        return self._model.ids[row] if row >= 0 else None

    # --- rows ------------------------------------------------------------------------------------------------------

    @contextmanager
    def _place_kept(self) -> Iterator[None]:
        """Keep the current clause, the focus and the caret while the rows are made anew."""
        self._editors.commit_quietly()
        clause, side = self.current_clause(), self._editors.focused()
        span = self._editors.editor(side).selection() if side else None
        yield
        self._start_over(clause or 0)
        if side and span and clause == self.current_clause():
            editor = self._editors.editor(side)
            editor.select(span, outlined=False)
            editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start_over(self, clause: int) -> None:
        """Lay out all rows anew, and make a clause current where it is there, else the first."""
        self._rows.current_row = -1
        self._fit_columns()
        self._estimate()
        row = self._model.row_of(clause)
        if row is None:
            row = 0
            self.verticalScrollBar().setValue(0)
        if self._model.rowCount():
            self._make_current(row)
            self._walk.reveal_row(row)
        self.viewport().update()

    def _true_height(self, row: int) -> int:
        if row != self._rows.current_row:
            return super()._true_height(row)
        columns = self._column_widths()
        drawn = {side: width for side, width in columns.items() if side in self._rows.veiled}
        edited = {side: self._rows.text_width(width) for side, width in columns.items() if side not in drawn}
        facts = self._model.facts(row)
        height = self._metrics.row_height(facts.clause.level, self._editors.lines(edited))
        return max(height, self._rows.row_height(facts, drawn)) if drawn else height

    def _follow_rows(self) -> None:
        """Keep the editors on their row."""
        row = self._rows.current_row
        if row < 0 or not self._editors.clause:
            return
        level = self._model.clause(row).level
        for side, column in COLUMNS.items():
            if side not in self._rows.sides:
                self._editors.place(side, None)
                continue
            cell = QRect(
                self.columnViewportPosition(column), self.rowViewportPosition(row),
                self.columnWidth(column), self.rowHeight(row),
            )  # fmt: skip
            self._editors.place(side, self._rows.text_rect(cell, level))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show where the keys act."""
        self._rows.chosen = chosen = self._selection.rows
        super().paintEvent(event)
        row = self._rows.current_row
        painter = QPainter(self.viewport())
        if chosen:
            ends = self._walk.row_rect(chosen[0]), self._walk.row_rect(chosen[-1])
            self._rows.paint_chosen(painter, ends[0].united(ends[1]))
        if row >= 0 and self._rows.row_focus:
            self._rows.paint_row_focus(painter, self._walk.row_rect(row))
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the current row."""
        late = self._resized.isActive()
        super().showEvent(event)
        if late and self._rows.current_row >= 0:
            self._walk.reveal_row(self._rows.current_row)

    def _take_style(self) -> None:
        super()._take_style()
        self._editors.dress(self._metrics, self._theme)

    # --- the current row -------------------------------------------------------------------------------------------

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Move the editors to the row that became current."""
        super().currentChanged(current, previous)
        session = self._model.session
        if current.row() == previous.row() and current.row() == self._rows.current_row:
            return
        focused = self._editors.focused()
        old = self._rows.current_row
        self._editors.close()
        self._selection.clear()
        self._unveiled = None
        self._rows.current_row = row = current.row()
        self.map.set_current(row)
        if row < 0 or session is None:
            return
        self._editors.open(session, self._model.facts(row))
        self._veil(measure=False)
        with self._heights.held():
            self._heights.forget(row)
            self._heights.forget(old)
            self._heights.measure(index for index in (row, old) if 0 <= index < self._model.rowCount())
        self._follow_rows()
        if focused:
            self._editors.editor(focused).setFocus()
        self._pointing.forget()
        self.viewport().update()
        self.current_changed.emit(self._model.ids[row])

    def _make_current(self, row: int) -> None:
        if row != self.currentIndex().row():
            # Of this cell a screen reader hears the whole row, and it is there whatever columns are shown.
            self.setCurrentIndex(self._model.index(row, GUTTER))

    def _on_relaid(self) -> None:
        """Let the current row grow or shrink with its text."""
        row = self._rows.current_row
        if row < 0:
            return
        self._heights.forget(row)
        with self._heights.held():
            changed = self._heights.measure((row,))
        if changed:
            self._follow_rows()
            self.viewport().update()

    def _on_focus_moved(self) -> None:
        self._rows.row_focus = self.hasFocus()
        side = self._editors.focused()
        if side:
            self._selection.clear()
        self._rows.editing = side
        self._rows.locked = side is not None and self._editors.editor(side).isReadOnly()
        self._rows.active = self._rows.row_focus or side is not None
        self._veil()
        self._point_by_caret()
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys act on the row."""
        super().focusInEvent(event)
        self._on_focus_moved()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys act elsewhere."""
        super().focusOutEvent(event)
        self._on_focus_moved()

    def _reveal_caret(self) -> None:
        side = self._editors.focused()
        if side:
            editor = self._editors.editor(side)
            self._walk.reveal(editor.cursorRect().translated(editor.geometry().topLeft()), 8)

    # --- ways of showing -------------------------------------------------------------------------------------------

    def set_showing(self, showing: Showing) -> None:
        """Show other columns, or what was corrected; the current row and the caret stay where they are."""
        if showing == self.showing:
            return
        self._editors.commit_quietly()
        focused = self._editors.focused()
        if focused and focused not in SHOWN[showing]:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._unveiled = None
        super().set_showing(showing)
        self._veil()

    def _unveil(self, side: Side) -> None:
        """Show a text of the current row as it is, until another row is current."""
        self._unveiled = side
        self._veil()

    def _veil(self, *, measure: bool = True) -> None:
        """Have the row drawn with what was corrected in it where nobody writes just now."""
        row = self._rows.current_row
        veiled: tuple[Side, ...] = ()
        if self._rows.corrections and row >= 0 and self._editors.clause:
            facts = self._model.facts(row)
            veiled = tuple(
                side
                for side in self._rows.sides
                if corrected(facts, side)
                and side not in (self._unveiled, self._editors.focused())
                and not self._editors.editor(side).changed()
            )
        if veiled == tuple(self._rows.veiled):
            return
        self._rows.veiled = veiled
        self._editors.veil(veiled)
        if measure:
            self._on_relaid()
            self.viewport().update()

    # --- what is pointed at ----------------------------------------------------------------------------------------

    def _point_in_editor(self, side: Side, unit: int) -> None:
        typing = self._editors.editor(side).changed()
        self._pointing.point(self._rows.current_row, side, None if unit < 0 or typing else unit)

    def _point_by_caret(self) -> None:
        side = self._editors.focused()
        if side is None:
            self._pointing.place_caret(self._rows.current_row, "en", None)
            return
        editor = self._editors.editor(side)
        still = not editor.changed() and not editor.textCursor().hasSelection()
        self._pointing.place_caret(self._rows.current_row, side, editor.textCursor().position() if still else None)

    def _on_pointed(self) -> None:
        pointed = self._pointing.pointed
        self._rows.pointed = pointed
        here = pointed is not None and pointed.row == self._rows.current_row
        for side in COLUMNS:
            self._editors.editor(side).set_pointed(pointed.units(side) if pointed and here else None)
        self.viewport().update()

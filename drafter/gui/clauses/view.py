# ruff: noqa: N802 -- Qt's own method names
"""The clause view: a table of clauses that edits the one that is current."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from drafter.gui.clauses.dragging import RowDrag, end_selecting
from drafter.gui.clauses.editor import ClauseEditor
from drafter.gui.clauses.model import COLUMNS, GUTTER, SIDES, corrected
from drafter.gui.clauses.pointing import Pointing
from drafter.gui.clauses.rowediting import RowEditors
from drafter.gui.clauses.selecting import RowSelection, as_mime
from drafter.gui.clauses.showing import SHOWN, Showing
from drafter.gui.clauses.table import RowTable
from drafter.gui.clauses.walk import WALKING, RowWalk
from drafter.gui.clauses.words import view_name
from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _
from drafter.language.spelling import Speller
from drafter.model import SEVERITIES, Finding, Side, Span
from drafter.review import ReviewSession, Searched, unmarked

_ALONE: Final = 0.15
"""Share of the room for a column whose whole text is missing."""
_K = Qt.Key


@guarded
class ClauseView(RowTable):
    """Shows a review side by side, clause by clause, marked where it is damaged, and edited in place."""

    current_changed = Signal(int)
    finding_requested = Signal(object)
    commit_failed = Signal(object)
    typing = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forwarding: Side | None = None
        self._unveiled: Side | None = None
        self._walk = RowWalk(self, self._heights, self._make_current)
        self._editors = RowEditors(self.viewport(), self._metrics, self._theme)
        self._pointing = Pointing(self._model, self)
        self._selection = RowSelection(self)
        self._drag = RowDrag(self, self._on_rows_dragged, self._selection.reach)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.map.asked.connect(self._on_map_asked)
        self._model.modelAboutToBeReset.connect(self._editors.close)
        self._editors.left.connect(self._on_left)
        self._editors.asked.connect(self.finding_requested)
        self._editors.entered.connect(self._on_focus_moved)
        self._editors.abandoned.connect(self._on_focus_moved)
        self._editors.relaid.connect(self._on_relaid)
        self._editors.failed.connect(self.commit_failed)
        self._editors.typing.connect(self.typing)
        for side in COLUMNS:
            editor = self._editors.editor(side)
            editor.cursorPositionChanged.connect(self._reveal_caret)
            editor.cursorPositionChanged.connect(self._point_by_caret)
            editor.hovered.connect(partial(self._point_in_editor, side))
            self._drag.watch(editor.viewport())
        self._model.modelReset.connect(self._pointing.forget)
        self._model.modelReset.connect(self._selection.clear)
        self._pointing.moved.connect(self._on_pointed)

    # --- what the window does with it ------------------------------------------------------------------------------

    def set_session(self, session: ReviewSession | None) -> None:
        """Show a review, or none; what was typed in the one before is committed first."""
        self._editors.close()
        self._editors.forget()
        self._editors.set_read_only(session is not None and session.read_only is not None)
        self._model.set_session(session)
        there = set(session.documents) if session else set()
        # A text that stands alone gets nearly all the room.
        self._share_room(_ALONE if there == {"en"} else 1 - _ALONE if there == {"zh"} else 0.5)
        self._start_over(0)

    def refresh(self, clause_ids: Iterable[int]) -> None:
        """Show what changed in some clauses; the top row and the caret stay where they are."""
        with self._heights.held():
            rows = self._model.refresh(clause_ids)
            for row in rows:
                self._heights.forget(row)
                if row == self._rows.current_row:
                    self._editors.refresh(self._model.facts(row))
                    self._veil(measure=False)
            self._heights.measure_visible()
        self.map.refresh(rows)
        self._pointing.forget()
        self._follow_rows()
        self.viewport().update()

    def reload(self) -> None:
        """Read anew which clauses there are, after clauses were split or joined; the current one stays."""
        with self._place_kept():
            self._model.reload()

    def go_to(self, clause_id: int, side: Side | None = None, span: Span | None = None, *, focus: bool = False) -> bool:
        """Make a clause current and bring it into sight.

        Args:
            clause_id: the clause.
            side: the side whose text is meant.
            span: what to select and outline there, in code points.
            focus: whether the keyboard shall act in that side's text, or in the row where no side is given.

        Returns:
            Whether the clause is among those shown.
        """
        row = self._model.row_of(clause_id)
        if row is None:
            return False
        self._make_current(row)
        self._walk.reveal_row(row)
        if side not in self._rows.sides:
            side = None
        if side is not None and span is not None:
            self._unveiled = side
            self._veil()
            editor = self._editors.editor(side)
            editor.select(span)
            self._walk.reveal(editor.span_rect().toAlignedRect().translated(editor.geometry().topLeft()), 24)
        if focus:
            (self._editors.editor(side) if side else self).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def shown_clauses(self) -> tuple[int, ...]:
        """Give the ids of the clauses that are shown, in order."""
        return tuple(self._model.ids)

    def selected_clauses(self) -> tuple[int, ...]:
        """Give the ids of the clauses whose rows are selected, in order."""
        return tuple(self._model.ids[row] for row in self._selection.rows)

    def copy_rows(self) -> None:
        """Copy the rows that are selected, else the current one, for other programs."""
        ids = self.selected_clauses() or ((clause,) if (clause := self.current_clause()) else ())
        session = self._model.session
        if session is not None and ids:
            clauses = map(session.clause, ids)
            QGuiApplication.clipboard().setMimeData(
                as_mime(map(unmarked, clauses) if session.marked else clauses, tuple(COLUMNS))
            )

    def current_clause(self) -> int | None:
        """Give the id of the current clause."""
        row = self.currentIndex().row()
        return self._model.ids[row] if row >= 0 else None

    def focused_editor(self) -> ClauseEditor | None:
        """Give the editor that is written in, None where the keys act elsewhere."""
        side = self._editors.focused()
        return self._editors.editor(side) if side else None

    def findings_here(self) -> list[Finding]:
        """Give the findings that the caret touches, the nearest first; where it touches none those of the row."""
        side, row = self._editors.focused(), self._rows.current_row
        touched = self._editors.editor(side).marks_at_caret() if side else []
        if touched or row < 0:
            return [mark.finding for mark in touched]
        worst_first = sorted(self._model.facts(row).findings, key=lambda one: -SEVERITIES.index(one.severity))
        return [one for one in worst_first if one.side in self._rows.sides]

    def place_of(self, finding: Finding | None) -> QPoint:
        """Give the place on the screen below a finding of the current row, below the caret where None is asked for."""
        side = finding.side if finding else self._editors.focused() or self._rows.sides[-1]
        editor = self._editors.editor(side)
        return editor.below(next((mark for mark in editor.marks() if mark.finding == finding), None))

    def outline(self, finding: Finding) -> None:
        """Outline a finding of the current row for a moment."""
        editor = self._editors.editor(finding.side)
        for mark in editor.marks():
            if mark.finding == finding:
                editor.outline(mark.start, mark.end)

    def caret(self) -> tuple[Side, int] | None:
        """Give the side that is being edited, and where its caret stands in code points; None where none is."""
        side = self._editors.focused()
        return (side, self._editors.editor(side).selection().end) if side else None

    def selection(self) -> tuple[Side, Span] | None:
        """Give the side that is edited, or was last, with what is selected there; an empty span where the caret is."""
        side = self._editors.focused() or next(
            (side for side in COLUMNS if self._editors.editor(side).textCursor().hasSelection()), None
        )
        return (side, self._editors.editor(side).selection()) if side else None

    def selected_words(self) -> str:
        """Give what is selected in the text that is edited, "" for nothing, or where it goes over lines."""
        side = self._editors.focused()
        words = self._editors.editor(side).textCursor().selectedText() if side else ""
        return "" if "\u2029" in words else words

    def set_searched(self, searched: Searched | None, sides: tuple[Side, ...], clauses: Collection[int] = ()) -> None:
        """Mark words that are looked for.

        Args:
            searched: the words, None for none.
            sides: the sides on which they are looked for.
            clauses: ids of the clauses that hold them.
        """
        self.map.set_found(clauses if searched else ())
        self._rows.searched, self._rows.searched_sides = searched, sides
        for side in COLUMNS:
            self._editors.editor(side).set_searched(searched if side in sides else None)
        self.viewport().update()

    def set_speller(self, speller: Speller | None) -> None:
        """Mark misspelt words of the clause that is edited from now on, None for no longer."""
        self._editors.set_speller(speller)

    def set_chinese_locked(self, locked: bool) -> None:
        """Have the Chinese only read, or corrected too."""
        self._editors.commit_quietly()
        self._editors.set_chinese_locked(locked)
        self._on_focus_moved()

    def set_filter(self, ids: set[int] | None) -> None:
        """Show only these clauses, None for all; the current one stays current where it is among them."""
        with self._place_kept():
            self._model.set_filter(ids)

    def pending(self) -> bool:
        """Tell whether something typed is not part of the review yet."""
        return self._editors.pending()

    def commit(self) -> None:
        """Make what was typed part of the review.

        Raises:
            DrafterError: it can't be written; it stays in the editor.
        """
        self._editors.commit()

    def retranslate(self) -> None:
        """Say everything in the language chosen now."""
        self.setAccessibleName(view_name(self.showing))
        self.setAccessibleDescription(
            _("Up and Down go through the clauses, Enter edits the English, Tab changes sides, Esc leads back here.")
        )
        self._model.retranslate()
        self._editors.retranslate()
        self.map.retranslate()
        self.viewport().update()

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
        self.retranslate()

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

    # --- keys ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the clauses, or into one's text."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = modifiers == Qt.KeyboardModifier.ControlModifier
        shift = modifiers == Qt.KeyboardModifier.ShiftModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._selection.all()
        elif not (control or shift) and modifiers != Qt.KeyboardModifier.NoModifier:
            event.ignore()
        elif shift and key in WALKING:
            with self._selection.extending():
                self._walk.by_key(key, control=False)
        elif self._walk.by_key(key, control=control):
            event.accept()
        elif key == _K.Key_Escape and self._selection.rows:
            self._selection.clear()
        elif not control and key in (_K.Key_F2, _K.Key_Return, _K.Key_Enter) and self._editors.clause:
            self._enter(None)
        elif not control and event.text().isprintable() and event.text().strip() and self._editors.clause:
            self._enter(event)
        else:
            event.ignore()

    def _enter(self, event: QKeyEvent | None) -> None:
        """Go into the text, the English where it is shown, perhaps with a key that writes."""
        editor = self._editors.editor(self._rows.sides[-1])
        self._walk.reveal_row(self._rows.current_row)
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if event is not None:
            editor.moveCursor(editor.textCursor().MoveOperation.End)
            editor.keyPressEvent(event)

    def _on_left(self, side: Side, way: str) -> None:
        """Follow a key that leads out of an editor."""
        editor = self._editors.editor(side)
        if way == "other-side":
            self._editors.editor(next((one for one in self._rows.sides if one != side), side)).setFocus(
                Qt.FocusReason.TabFocusReason
            )
        elif way == "escape":
            if not self._editors.restore():
                self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif way in ("page-up", "page-down"):
            self._walk.page(-1 if way == "page-up" else 1)
        elif way in ("up", "down"):
            x = editor.caret_x()
            if self._walk.step(-1 if way == "up" else 1):
                editor.place_caret(x, last_line=way == "up")
        elif self._walk.step(-1 if way == "previous" else 1):
            editor.place_caret(0, last_line=False)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: typing writes."""

    def _on_map_asked(self, row: int) -> None:
        self._make_current(row)
        self._walk.reveal_row(row)

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

    # --- mouse -----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the row under the pointer current, and go on in its editor as if it had been there before."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            side = SIDES.get(index.column())
            if event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                with self._selection.extending():
                    self._make_current(index.row())
                side = None
            else:
                self._selection.clear()
                self._make_current(index.row())
            self._drag.begin(index.row(), whole=side is None)
            if side:
                self._go_into(side, event)
            else:
                self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def _go_into(self, side: Side, event: QMouseEvent) -> None:
        """Go into a text where the pointer is; over words of two versions that is not where its editor has them."""
        index, place = self.indexAt(event.position().toPoint()), event.position()
        veiled = side in self._rows.veiled
        unit = self._rows.unit_under(place, self.visualRect(index), index) if veiled else None
        editor = self._editors.editor(side)
        editor.setFocus(Qt.FocusReason.MouseFocusReason)
        if unit is not None:
            editor.select_units(unit, unit)
        elif not veiled:
            self._forwarding = side
            self._forward(event)

    def _on_rows_dragged(self) -> None:
        """Go on with rows: no words are selected any more."""
        self._forwarding = None
        for side in COLUMNS:
            end_selecting(self._editors.editor(side))
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a selection that began with the press that made the row current."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._drag.move(event.position().toPoint()):
            return
        if self._forwarding:
            self._forward(event)
            return
        index = self.indexAt(event.position().toPoint())
        side = SIDES.get(index.column())
        if side is None:
            self._pointing.leave()
        else:
            unit = self._rows.unit_under(event.position(), self.visualRect(index), index)
            self._pointing.point(index.row(), side, unit)

    def viewportEvent(self, event: QEvent) -> bool:
        """Notice that the pointer leaves."""
        if event.type() == QEvent.Type.Leave:
            self._pointing.leave()
        return super().viewportEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection."""
        self._drag.end()
        if self._forwarding:
            self._forward(event)
            self._forwarding = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Treat a second press like a first one: the first made the editors come."""
        self.mousePressEvent(event)

    def _forward(self, event: QMouseEvent) -> None:
        if self._forwarding is None:
            return
        editor = self._editors.editor(self._forwarding)
        place = QPointF(editor.viewport().mapFromGlobal(event.globalPosition().toPoint()))
        copy = QMouseEvent(
            event.type(), place, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )
        QGuiApplication.sendEvent(editor.viewport(), copy)

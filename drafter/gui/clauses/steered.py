# ruff: noqa: N802 -- Qt's own method names
"""What keys and mouse do in the table of clauses."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from drafter.gui.clauses.carrying import Carrying
from drafter.gui.clauses.dragging import RowDrag, end_selecting
from drafter.gui.clauses.edited import EditedTable
from drafter.gui.clauses.model import COLUMNS, SIDES
from drafter.gui.clauses.selecting import as_mime
from drafter.gui.clauses.walk import WALKING
from drafter.gui.toolbox.keys import ENTER
from drafter.gui.toolbox.overrides import guarded
from drafter.model import Side
from drafter.review import unmarked

_K = Qt.Key


@guarded
class SteeredTable(EditedTable):
    """Goes where keys and mouse lead: through the rows, into their texts, over several rows at once.

    Signals:
        fixes_asked: what may be done at the caret shall be offered.
        carried: the clause a text was taken from, its side, and the clause it was let go over.
    """

    fixes_asked = Signal()
    carried = Signal(int, str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forwarding: Side | None = None
        self._drag = RowDrag(self, self._on_rows_dragged, self._selection.reach)
        self._carrying = Carrying(self, self._model)
        self._carrying.moved.connect(self._on_carrying)
        self._carrying.dropped.connect(self._on_dropped)
        self.map.asked.connect(self._on_map_asked)
        self._editors.left.connect(self._on_left)
        self._editors.fixes_asked.connect(self.fixes_asked)
        for side in COLUMNS:
            self._drag.watch(self._editors.editor(side).viewport())

    def selected_clauses(self) -> tuple[int, ...]:
        """Give the ids of the clauses whose rows are selected, in order."""
        return tuple(self._model.ids[row] for row in self._selection.rows)

    def copy_rows(self) -> None:
        """Copy what is shown of the rows that are selected, else of the current one, for other programs."""
        ids = self.selected_clauses() or ((clause,) if (clause := self.current_clause()) else ())
        session = self._model.session
        if session is not None and ids:
            clauses = map(session.clause, ids)
            QGuiApplication.clipboard().setMimeData(
                as_mime(map(unmarked, clauses) if session.marked else clauses, self._rows.sides)
            )

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
        elif key == _K.Key_Escape and self._carrying.active:
            self._carrying.cancel()
        elif key == _K.Key_Escape and self._selection.rows:
            self._selection.clear()
        elif not control and key in (_K.Key_F2, *ENTER) and self._editors.clause:
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

    # --- mouse -----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the row under the pointer current, and go on in its editor as if it had been there before."""
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self._carrying.hover(event.position().toPoint(), self._metrics.side) and self._carrying.begin():
            self._make_current(index.row())
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        elif index.isValid() and left:
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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Go to what the right button was pressed on, and offer what may be done where something was found."""
        index = self.indexAt(event.pos())
        side = SIDES.get(index.column()) if index.isValid() else None
        if side is not None and event.reason() == QContextMenuEvent.Reason.Mouse:
            rect, place = self.visualRect(index), QPointF(event.pos())
            unit = self._rows.unit_under(place, rect, index)
            found = bool(self._rows.marks_under(place, rect, index))
            self._make_current(index.row())
            editor = self._editors.editor(side)
            editor.setFocus(Qt.FocusReason.MouseFocusReason)
            if unit is not None:
                editor.select_units(unit, unit)
            if found:
                self.fixes_asked.emit()
        event.accept()

    def _on_rows_dragged(self) -> None:
        """Go on with rows: no words are selected any more."""
        self._forwarding = None
        for side in COLUMNS:
            end_selecting(self._editors.editor(side))
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a selection that began with the press that made the row current."""
        place = event.position().toPoint()
        if self._carrying.move(place) or (event.buttons() & Qt.MouseButton.LeftButton and self._drag.move(place)):
            return
        if self._forwarding:
            self._forward(event)
            return
        index = self.indexAt(place)
        side = SIDES.get(index.column())
        if self._carrying.hover(place, self._metrics.side) or side is None:
            self._pointing.leave()
        else:
            unit = self._rows.unit_under(event.position(), self.visualRect(index), index)
            self._pointing.point(index.row(), side, unit)

    def viewportEvent(self, event: QEvent) -> bool:
        """Notice that the pointer leaves."""
        if event.type() == QEvent.Type.Leave:
            self._pointing.leave()
            if not self._carrying.active:
                self._carrying.cancel()
        return super().viewportEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection, or let go of what is carried."""
        if self._carrying.end():
            return
        self._drag.end()
        if self._forwarding:
            self._forward(event)
            self._forwarding = None

    def _on_carrying(self) -> None:
        self._rows.grip = self._carrying.grip
        self.viewport().update()

    def _on_dropped(self, row: int, side: str, target: int) -> None:
        self.carried.emit(self._model.ids[row], side, self._model.ids[target])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show where what is carried would be put."""
        super().paintEvent(event)
        if (cell := self._carrying.target_rect()) is not None:
            painter = QPainter(self.viewport())
            self._rows.paint_target(painter, cell)
            painter.end()

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

# ruff: noqa: N802 -- Qt's own method names
"""A text being corrected: a real text widget, so that every input method works in it, drawn like the rows around it."""

from collections.abc import Iterator
from typing import Final, Literal, get_args

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from drafter.gui.clauses.changes import replacement_between
from drafter.gui.clauses.marks import Mark, mark_at, moved
from drafter.gui.clauses.metrics import Metrics, Style
from drafter.gui.clauses.painting import Drawn, caret_rect, paint_flash, paint_lines, paint_placeholder, paint_tints
from drafter.gui.clauses.textlayout import span_rects, text_option
from drafter.gui.clauses.words import editor_name, finding_tip, placeholder
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.theme import Theme
from drafter.gui.toolbox.utf16 import Utf16Map, displayable
from drafter.model import Side, Span

MARGIN: Final = 4
"""Room around the text inside the widget, so that nothing drawn at its edge is cut."""

FLASH_MS: Final = 1200
_PARAGRAPH: Final = "\u2029"

Way = Literal["up", "down", "previous", "next", "page-up", "page-down", "enter", "other-side", "escape"]
"""How a key leads out of an editor."""
WAYS: Final[tuple[Way, ...]] = get_args(Way)

_K = Qt.Key
_ALWAYS: Final[dict[tuple[Qt.Key, bool], Way]] = {
    (_K.Key_Up, True): "previous",
    (_K.Key_Down, True): "next",
    (_K.Key_PageUp, False): "page-up",
    (_K.Key_PageDown, False): "page-down",
    (_K.Key_Return, False): "enter",
    (_K.Key_Enter, False): "enter",
    (_K.Key_Tab, False): "other-side",
    (_K.Key_Backtab, False): "other-side",
    (_K.Key_Escape, False): "escape",
}


@guarded
class ClauseEditor(QTextEdit):
    """One side of the current clause.

    Attributes:
        side: which side.
        base: the text as the review has it; what differs from it is not committed yet.
    """

    typed = Signal()
    left = Signal(str)
    asked = Signal(object)
    entered = Signal()
    abandoned = Signal()
    relaid = Signal()

    def __init__(self, side: Side, metrics: Metrics, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.side: Side = side
        self.base = ""
        self._shown = ""
        self._base_shown = ""
        self._level = 0
        self._marks: tuple[Mark, ...] = ()
        self._flash: tuple[int, int] | None = None
        self._loading = False
        self._height = 0.0
        self._metrics, self._theme = metrics, theme
        self._flash_end = QTimer(self, singleShot=True, interval=FLASH_MS)
        self._flash_end.timeout.connect(self._end_flash)
        self._set_up()
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(MARGIN)
        self.document().setDefaultTextOption(text_option())
        self.setInputMethodHints(Qt.InputMethodHint.ImhMultiLine)

    # --- text ------------------------------------------------------------------------------------------------------

    @property
    def style_(self) -> Style:
        """How the text is set."""
        return self._metrics.style(self.side, self._level)

    def set_locked(self, locked: bool) -> None:
        """Let the text be read and selected, by mouse and keys, but not changed."""
        flags = Qt.TextInteractionFlag
        reading = flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
        self.setTextInteractionFlags(reading if locked else flags.TextEditorInteraction)

    def dress(self, metrics: Metrics, theme: Theme) -> None:
        """Take other sizes and colours."""
        self._metrics, self._theme = metrics, theme
        self._apply_dress()

    def _apply_dress(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, self._theme.heading(self._level))
        palette.setColor(QPalette.ColorRole.Highlight, self._theme.selection)
        palette.setColor(QPalette.ColorRole.HighlightedText, self._theme.text)
        self.setPalette(palette)
        self.document().setDefaultFont(self.style_.font)
        self._set_line_height()
        self.viewport().update()

    def _set_line_height(self) -> None:
        form = QTextBlockFormat()
        form.setLineHeight(self.style_.line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        loading, self._loading = self._loading, True
        cursor.mergeBlockFormat(form)
        self._loading = loading
        self.document().clearUndoRedoStacks()

    def load(self, text: str, level: int, number: int) -> None:
        """Take the text of another clause."""
        self._loading = True
        self.base, self._level, self._flash = text, level, None
        self.setPlainText(displayable(text))
        self._apply_dress()
        self._marks = ()
        self._shown = self._base_shown = self.text()
        self._loading = False
        self.retranslate(number)

    def retranslate(self, number: int) -> None:
        """Say which text this is, in the language chosen now."""
        self.setAccessibleName(editor_name(self.side, number))
        self.viewport().update()

    def text(self) -> str:
        """Give the text as it stands, committed or not."""
        # The plain text Qt gives has no non-breaking spaces left.
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def changed(self) -> bool:
        """Tell whether something typed is not committed yet."""
        return self._shown != self._base_shown

    def accept_typing(self) -> str:
        """Take what was typed as the text that the review has, and give it."""
        self.base = self._base_shown = self._shown
        self.document().clearUndoRedoStacks()
        return self.base

    def rebase(self, base: str) -> None:
        """Take another text as the one that the review has, and leave what stands here."""
        self.base = base
        self._base_shown = displayable(base).replace(_PARAGRAPH, "\n")

    def put(self, text: str) -> None:
        """Bring another text in, changing no more than must be: caret, selection and scroll stay."""
        old, new = self._shown, displayable(text).replace(_PARAGRAPH, "\n")
        if old == new:
            return
        change, places = replacement_between(old, new), Utf16Map(old)
        cursor = QTextCursor(self.document())
        cursor.setPosition(places.to_units(change.start))
        cursor.setPosition(places.to_units(change.end), QTextCursor.MoveMode.KeepAnchor)
        self._loading = True
        cursor.insertText(change.text)
        self._shown = self.text()
        self._loading = False
        self.document().clearUndoRedoStacks()

    def _on_text_changed(self) -> None:
        if self._loading:
            return
        old, new = self._shown, self.text()
        if old == new:
            return
        change, places = replacement_between(old, new), Utf16Map(old)
        start, end = places.to_units(change.start), places.to_units(change.end)
        self._shown = new
        self._marks = moved(self._marks, start, end - start, len(change.text.encode("utf-16-le", "replace")) // 2)
        self.typed.emit()

    def _on_size_changed(self) -> None:
        height = self.document().size().height()
        if height != self._height:
            self._height = height
            if not self._loading:
                self.relaid.emit()

    def lines(self, width: int) -> int:
        """Count the lines that the text takes in a width."""
        document = self.document()
        if document.textWidth() != width + 2 * MARGIN:
            document.setTextWidth(width + 2 * MARGIN)
        return max(1, round((document.size().height() - 2 * MARGIN) / self.style_.line))

    # --- marks -----------------------------------------------------------------------------------------------------

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """Take the findings of the text as the review has it; while typing goes on they move with the words."""
        if self.changed():
            change, places = replacement_between(self._base_shown, self._shown), Utf16Map(self._base_shown)
            start, end = places.to_units(change.start), places.to_units(change.end)
            marks = moved(marks, start, end - start, len(change.text.encode("utf-16-le", "replace")) // 2)
        if marks != self._marks:
            self._marks = marks
            self.viewport().update()

    def marks(self) -> tuple[Mark, ...]:
        """Give what is marked now."""
        return self._marks

    def select(self, span: Span) -> None:
        """Select a stretch of the text, in code points, and outline it for a moment."""
        places = Utf16Map(self._shown)
        length = len(self._shown)
        start, end = (places.to_units(min(place, length)) for place in span)
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._flash = (start, end)
        self._flash_end.start()
        self.viewport().update()

    def selection(self) -> Span:
        """Give what is selected, in code points."""
        cursor, places = self.textCursor(), Utf16Map(self._shown)
        return Span(places.to_points(cursor.selectionStart()), places.to_points(cursor.selectionEnd()))

    def flashing(self) -> bool:
        """Tell whether something is outlined."""
        return self._flash is not None

    def span_rect(self) -> QRectF:
        """Give where the selection's first line stands, in the widget's own places."""
        cursor = self.textCursor()
        rects = list(self._rects(cursor.selectionStart(), cursor.selectionEnd()))
        return rects[0] if rects else QRectF(self.cursorRect())

    def _end_flash(self) -> None:
        self._flash = None
        self.viewport().update()

    def _rects(self, start: int, end: int) -> Iterator[QRectF]:
        """Give the stretches of a span on the screen; what is being composed shifts what follows it."""
        document = self.document()
        offset = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        block = document.findBlock(start)
        while block.isValid() and block.position() <= end:
            first, last = block.position(), block.position() + block.length() - 1
            inner = (max(start, first) - first, min(end, last) - first)
            if start == end or inner[0] < inner[1]:
                origin = document.documentLayout().blockBoundingRect(block).topLeft() + offset
                for rect in span_rects(block.layout(), *_composed(block, *inner), self.style_):
                    yield rect.translated(origin)
            block = block.next()

    def _drawn(self) -> Drawn:
        return [(mark, list(self._rects(mark.start, mark.end))) for mark in self._marks]

    def mark_under(self, point: QPointF) -> list[Mark]:
        """Give the marks under a point, the worst first."""
        return [
            mark
            for mark, rects in reversed(self._drawn())
            if any(
                (caret_rect(rect) if mark.start == mark.end else rect.adjusted(-1, -2, 1, 5)).contains(point)
                for rect in rects
            )
        ]

    def mark_at_caret(self) -> Mark | None:
        """Give the mark that the caret touches."""
        return mark_at(self._marks, self.textCursor().position())

    # --- carets ----------------------------------------------------------------------------------------------------

    def caret_x(self) -> int:
        """Give how far from the left the caret stands."""
        return self.cursorRect().center().x()

    def place_caret(self, x: int, *, last_line: bool) -> None:
        """Put the caret on the first or last line, below or above where it came from."""
        y = self.document().size().height() - MARGIN - 2 if last_line else MARGIN + 2
        place = self.document().documentLayout().hitTest(QPointF(x, y), Qt.HitTestAccuracy.FuzzyHit)
        cursor = self.textCursor()
        cursor.setPosition(max(0, place))
        self.setTextCursor(cursor)

    def _at_edge(self, operation: QTextCursor.MoveOperation) -> bool:
        cursor = QTextCursor(self.textCursor())
        if cursor.movePosition(operation):
            # Qt goes to the start or end of the only line left.
            return self._line_of(cursor) == self._line_of(self.textCursor())
        return True

    @staticmethod
    def _line_of(cursor: QTextCursor) -> tuple[int, int]:
        line = cursor.block().layout().lineForTextPosition(cursor.positionInBlock())
        return cursor.blockNumber(), line.lineNumber() if line.isValid() else 0

    # --- events ----------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Let the window's undo have the keys while nothing typed here can be undone."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            step = _history_step(event)
            if step and not self._can_step(step):
                event.ignore()
                return True
        return super().event(event)

    def _can_step(self, step: str) -> bool:
        document = self.document()
        return document.isUndoAvailable() if step == "undo" else document.isRedoAvailable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take keys that lead out of the text, and give the rest to it."""
        if step := _history_step(event):
            if not self._can_step(step):
                event.ignore()
            elif step == "undo":
                self.undo()
            else:
                self.redo()
        elif way := self._way_out(event):
            self.left.emit(way)
        elif event.key() == _K.Key_Period and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            if mark := self.mark_at_caret():
                self.asked.emit(mark.finding)
        elif event.key() in (_K.Key_Return, _K.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not self.isReadOnly():
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
            else:
                event.ignore()
        else:
            super().keyPressEvent(event)

    def _way_out(self, event: QKeyEvent) -> Way | None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        shift = Qt.KeyboardModifier.ShiftModifier if key == _K.Key_Backtab else Qt.KeyboardModifier.NoModifier
        control = modifiers == Qt.KeyboardModifier.ControlModifier
        if control or modifiers in (Qt.KeyboardModifier.NoModifier, shift):
            if way := _ALWAYS.get((key, control)):
                return way
            if not control and key == _K.Key_Up and self._at_edge(QTextCursor.MoveOperation.Up):
                return "up"
            if not control and key == _K.Key_Down and self._at_edge(QTextCursor.MoveOperation.Down):
                return "down"
        return None

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, ARG002 -- Qt's name
        """Keep Tab for going to the other side."""
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard acts here now."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard acts elsewhere."""
        super().focusOutEvent(event)
        self.abandoned.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the view."""
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word; on a damaged one also ask about it."""
        super().mouseDoubleClickEvent(event)
        if found := self.mark_under(event.position()):
            self.asked.emit(found[0].finding)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show Qt's own menu of text commands."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Refuse files: they are opened by the window, not typed."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, without the line end that copying a paragraph brings along."""
        self.textCursor().insertText(source.text().replace("\r\n", "\n").strip("\n"))
        self.ensureCursorVisible()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show what the pointer rests on."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.mark_under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), finding_tip(mark.finding for mark in found), self.viewport())
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint tints under the words and lines over them."""
        drawn = self._drawn()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_tints(painter, drawn, self._theme)
        if self.document().isEmpty() and not self.document().firstBlock().layout().preeditAreaText():
            place, line = QPointF(MARGIN, MARGIN), self.style_.line
            paint_placeholder(painter, place, line, self._metrics.gutter, self._theme, placeholder(self.side))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_lines(painter, drawn, self._theme)
        if self._flash:
            paint_flash(painter, self._rects(*self._flash), self._theme)
        painter.end()


def _composed(block: QTextBlock, start: int, end: int) -> tuple[int, int]:
    """Give places of a block as its layout counts them while an input method composes text in it."""
    layout = block.layout()
    length = len(layout.preeditAreaText())
    if not length:
        return start, end
    at = layout.preeditAreaPosition()
    return start + (length if start >= at else 0), end + (length if end > at else 0)


def _history_step(event: QKeyEvent) -> Literal["undo", "redo"] | None:
    if event.matches(QKeySequence.StandardKey.Undo):
        return "undo"
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    if event.matches(QKeySequence.StandardKey.Redo) or (control and event.key() == _K.Key_Y):
        return "redo"
    return None

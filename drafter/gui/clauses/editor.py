# ruff: noqa: N802 -- Qt's own method names
"""A text being corrected: a real text widget, so that every input method works in it."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QWidget

from drafter.gui.clauses.changes import Replacement, replacement_between
from drafter.gui.clauses.keys import Step, history_step, way_out
from drafter.gui.clauses.markedtext import MARGIN
from drafter.gui.clauses.marks import Mark, moved
from drafter.gui.clauses.metrics import Metrics
from drafter.gui.clauses.pasted import MOST, pasted
from drafter.gui.clauses.taggedtext import Namer, TaggedTextEdit
from drafter.gui.clauses.words import editor_name
from drafter.gui.spelling.marking import SpellingMarks
from drafter.gui.spelling.offering import own_word_actions, spelling_actions
from drafter.gui.spelling.painting import paint_misspelt
from drafter.gui.toolbox.keys import ENTER
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.theme import Theme
from drafter.gui.toolbox.utf16 import Utf16Map, displayable
from drafter.i18n import _
from drafter.language.spelling import Speller
from drafter.model import Side, Span

_PARAGRAPH: Final = "\u2029"
_K = Qt.Key


@guarded
class ClauseEditor(TaggedTextEdit):
    """One side of the current clause.

    Attributes:
        base: the text as the review has it; what differs from it is not committed yet.
    """

    typed = Signal()
    left = Signal(str)
    asked = Signal(object)
    fixes_asked = Signal()
    entered = Signal()
    abandoned = Signal()
    relaid = Signal()
    refused = Signal(str)

    def __init__(self, side: Side, metrics: Metrics, theme: Theme, parent: QWidget) -> None:
        super().__init__(side, metrics, theme, parent)
        self.base = ""
        self._shown = ""
        self._base_shown = ""
        self._loading = False
        self._height = 0.0
        self._veiled = False
        self._spelling = SpellingMarks(self, self.viewport().update)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.cursorPositionChanged.connect(lambda: self._spelling.moved(self.textCursor().position()))

    # --- text ------------------------------------------------------------------------------------------------------

    def set_locked(self, locked: bool) -> None:
        """Let the text be read and selected, by mouse and keys, but not changed."""
        flags = Qt.TextInteractionFlag
        reading = flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
        self.setTextInteractionFlags(reading if locked else flags.TextEditorInteraction)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, not locked)

    def load(self, text: str, level: int, number: int, namer: Namer | None = None, *, other: str = "") -> None:
        """Take the text of another clause.

        Args:
            text: the text.
            level: the heading level of the clause.
            number: its id.
            namer: says what a mark stands for; None where the text has none.
            other: the clause's text in the other language.
        """
        self._loading = True
        self.base, self._level, self._flash = text, level, None
        self.set_namer(namer)
        self.setPlainText(self.laid_out(displayable(text)))
        self._apply_dress()
        self._marks = ()
        self._shown = self._base_shown = self.text()
        self._loading = False
        self._spelling.begin(self._shown, other)
        self.retranslate(number)

    def retranslate(self, number: int) -> None:
        """Say which text this is, in the language chosen now."""
        self.setAccessibleName(editor_name(self.side, number))
        self.viewport().update()

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
        change, places = replacement_between(self.laid_out(old), self.laid_out(new)), Utf16Map(old)
        cursor = QTextCursor(self.document())
        cursor.setPosition(places.to_units(change.start))
        cursor.setPosition(places.to_units(change.end), QTextCursor.MoveMode.KeepAnchor)
        self._loading = True
        self.caret_kept(old, new, lambda: cursor.insertText(change.text))
        self._shown = self.text()
        self._spelling.typed(self._shown, self.textCursor().position())
        self._loading = False
        self.document().clearUndoRedoStacks()

    def _on_text_changed(self) -> None:
        if self._loading or self._mending:
            return
        old = self._shown
        new = self.mend(old)
        if old == new:
            return
        self._shown = new
        self._marks = _shifted(self._marks, old, replacement_between(old, new))
        self._spelling.typed(new, self.textCursor().position())
        self.typed.emit()

    def _on_size_changed(self) -> None:
        height = self.document().size().height()
        if height != self._height:
            self._height = height
            if not self._loading:
                self.relaid.emit()

    # --- places ----------------------------------------------------------------------------------------------------

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """Take the findings of the text as the review has it; while typing goes on they move with the words."""
        if self.changed():
            marks = _shifted(marks, self._base_shown, replacement_between(self._base_shown, self._shown))
        if marks != self._marks:
            self._marks = marks
            self.viewport().update()

    def select(self, span: Span, *, outlined: bool = True) -> None:
        """Select a stretch of the text, in code points, and outline it for a moment."""
        places, length = Utf16Map(self._shown), len(self._shown)
        start, end = (places.to_units(min(place, length)) for place in span)
        self.select_units(start, end)
        if outlined:
            self.outline(start, end)

    def selection(self) -> Span:
        """Give what is selected, in code points."""
        cursor, places = self.textCursor(), Utf16Map(self._shown)
        return Span(places.to_points(cursor.selectionStart()), places.to_points(cursor.selectionEnd()))

    def word_at_caret(self) -> Span:
        """Give the word that the caret stands in or at, in code points; empty where there is none."""
        cursor, places = self.textCursor(), Utf16Map(self._shown)
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return Span(places.to_points(cursor.selectionStart()), places.to_points(cursor.selectionEnd()))

    def write(self, span: Span, text: str, *, selected: bool = False, caret: int | None = None) -> None:
        """Write in place of a stretch of the text as a user does: it can be taken back, and is committed after a rest.

        Args:
            span: what is replaced, in code points.
            text: what stands there then.
            selected: whether that is selected afterwards.
            caret: where the caret stands afterwards, in code points; None for behind the text.
        """
        places, cursor = Utf16Map(self._shown), self.textCursor()
        cursor.setPosition(places.to_units(span.start))
        cursor.setPosition(places.to_units(span.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        end = cursor.position()
        if selected:
            cursor.setPosition(end - Utf16Map(text).to_units(len(text)))
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        elif caret is not None:
            cursor.setPosition(Utf16Map(self.text()).to_units(caret))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

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

    # --- spelling --------------------------------------------------------------------------------------------------

    def set_speller(self, speller: Speller | None) -> None:
        """Mark misspelt words from now on, None for no longer."""
        self._spelling.speller = speller
        self._spelling.again()

    def misspelt(self) -> list[Span]:
        """Give the words that are marked as misspelt, in code points."""
        return [mark.span for mark in self._spelling.marks]

    def tip(self, point: QPointF) -> str:
        """Say what stands under a point."""
        return super().tip(point) or self._spelling_tip(point)

    def _spelling_tip(self, point: QPointF) -> str:
        there = (rect.contains(point) for mark in self._spelling.marks for rect in self._rects(mark.start, mark.end))
        return _("Perhaps misspelt: a right click offers other words") if any(there) else ""

    def spelling_actions(self, menu: QMenu, unit: int | None = None) -> list[QAction]:
        """Give the entries of a menu for the word at a UTF-16 unit, or else at the caret; none where it is right."""
        at = self.textCursor().position() if unit is None else unit
        speller, misspelt = self._spelling.speller, self._spelling.at(at)
        if speller is None:
            return []
        if misspelt is None:
            cursor = self.textCursor()
            cursor.setPosition(at)
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
            return own_word_actions(menu, speller, cursor.selectedText(), self._spelling.again)
        start, end = misspelt.span
        replace = None if self.isReadOnly() else partial(self.write, misspelt.span)
        return spelling_actions(menu, speller, self._shown[start:end], replace, self._spelling.again)

    # --- events ----------------------------------------------------------------------------------------------------

    def set_veiled(self, veiled: bool) -> None:
        """Be there for the keyboard only: nothing is painted, and the mouse acts on what lies below."""
        if veiled != self._veiled:
            self._veiled = veiled
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, veiled)
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks of misspelt words over everything else."""
        if self._veiled:
            return
        super().paintEvent(event)
        if self._spelling.marks:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rects = (rect for mark in self._spelling.marks for rect in self._rects(mark.start, mark.end))
            paint_misspelt(painter, rects, self._theme)
            painter.end()

    def event(self, event: QEvent) -> bool:
        """Let the window's undo have the keys while nothing typed here can be undone."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            step = history_step(event)
            if step and not self._can_step(step):
                event.ignore()
                return True
        return super().event(event)

    def _can_step(self, step: Step) -> bool:
        document = self.document()
        return document.isUndoAvailable() if step == "undo" else document.isRedoAvailable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take keys that lead out of the text, and give the rest to it."""
        if step := history_step(event):
            if not self._can_step(step):
                event.ignore()
            elif step == "undo":
                self.undo()
            else:
                self.redo()
        elif way := way_out(event, self.textCursor()):
            self.left.emit(way)
        elif event.key() in (_K.Key_Backspace, _K.Key_Delete) and self.step_over(event):
            self.ensureCursorVisible()
        elif event.key() in ENTER:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not self.isReadOnly():
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
            else:
                event.ignore()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what is composed; Qt would take it in a text that can only be selected, too."""
        if self.isReadOnly():
            event.ignore()
        else:
            super().inputMethodEvent(event)

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
        self._spelling.moved(None)
        self.abandoned.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word; on a damaged one also ask about it."""
        super().mouseDoubleClickEvent(event)
        self.leave_marks_out()
        if found := self.mark_under(event.position()):
            self.asked.emit(found[0].finding)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what may be done about what was found there, else Qt's own commands with help for a misspelt word."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if not by_key and not self.textCursor().hasSelection() and self.mark_under(QPointF(event.pos())):
            self.setTextCursor(self.cursorForPosition(event.pos()))
            self.fixes_asked.emit()
            return
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        cursor = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        first = next(iter(menu.actions()), None)
        if first is not None and (actions := self.spelling_actions(menu, cursor.position())):
            menu.insertActions(first, actions)
            menu.insertSeparator(first)
        menu.popup(event.globalPos())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Refuse files: they are opened by the window, not typed."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text; what is selected stays where there is none."""
        if not self.paste_moved(source):
            text = pasted(source)
            if len(text) > MOST:
                self.refused.emit(
                    _("{n} characters are too many for one clause: open them as a review of their own.", n=len(text))
                )
            elif text:
                self.textCursor().insertText(text)
        self.ensureCursorVisible()


def _shifted(marks: tuple[Mark, ...], old: str, change: Replacement) -> tuple[Mark, ...]:
    """Give marks of the old text where they stand after a change."""
    places = Utf16Map(old)
    start, end = places.to_units(change.start), places.to_units(change.end)
    return moved(marks, start, end - start, Utf16Map(change.text).to_units(len(change.text)))

"""What keys mean in a text being corrected, beyond writing: the ways out of it, and the steps back."""

from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

Way = Literal["up", "down", "previous", "next", "page-up", "page-down", "enter", "other-side", "escape"]
"""How a key leads out of an editor."""

Step = Literal["undo", "redo"]

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


def way_out(event: QKeyEvent, caret: QTextCursor) -> Way | None:
    """Tell whether a key leads out of the text, and which way."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    shift = Qt.KeyboardModifier.ShiftModifier if key == _K.Key_Backtab else Qt.KeyboardModifier.NoModifier
    control = modifiers == Qt.KeyboardModifier.ControlModifier
    if not control and modifiers not in (Qt.KeyboardModifier.NoModifier, shift):
        return None
    if way := _ALWAYS.get((key, control)):
        return way
    if not control and key == _K.Key_Up and _at_edge(caret, QTextCursor.MoveOperation.Up):
        return "up"
    if not control and key == _K.Key_Down and _at_edge(caret, QTextCursor.MoveOperation.Down):
        return "down"
    return None


def _at_edge(caret: QTextCursor, operation: QTextCursor.MoveOperation) -> bool:
    cursor = QTextCursor(caret)
    # On the first or last line Qt goes to its start or end: that is no other line.
    return not cursor.movePosition(operation) or line_of(cursor) == line_of(caret)


def line_of(cursor: QTextCursor) -> tuple[int, int]:
    """Give the paragraph and the line in it where a caret stands."""
    line = cursor.block().layout().lineForTextPosition(cursor.positionInBlock())
    return cursor.blockNumber(), line.lineNumber() if line.isValid() else 0


def history_step(event: QKeyEvent) -> Step | None:
    """Tell whether a key takes typing back or brings it again."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return "undo"
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    if event.matches(QKeySequence.StandardKey.Redo) or (control and event.key() == _K.Key_Y):
        return "redo"
    return None

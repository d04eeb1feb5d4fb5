"""The field a note is written in."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

from drafter.gui.toolbox.keys import ENTER
from drafter.gui.toolbox.overrides import guarded

_LINES = 3


@guarded
class NoteField(QPlainTextEdit):
    """A few lines to write into.

    Signals:
        entered: Ctrl+Enter: the note is written.
        escaped: Esc: it is not.
    """

    entered = Signal()
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's own name
        """Take a few lines."""
        margins = self.contentsMargins()
        height = self.fontMetrics().lineSpacing() * _LINES + round(2 * self.document().documentMargin())
        return QSize(160, height + margins.top() + margins.bottom() + 2 * self.frameWidth())

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter, and leave undo to the window where the field has nothing of its own to undo."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if _is_enter(event):
                event.accept()
                return True
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's own name
        """Tell when the note is written, or given up."""
        if _is_enter(event):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier != Qt.KeyboardModifier(0)

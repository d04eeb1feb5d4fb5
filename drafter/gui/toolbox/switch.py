"""A few choices side by side, of which one holds: what a panel shows."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.theme import theme_for

_INSET = 2
_LINE = 3


@guarded
class _Choice(QToolButton):
    """One choice; the arrows go to its neighbours."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's own name
        super().paintEvent(event)
        if self.isChecked():  # pressed in is hard to tell from not on dark desktops
            painter = QPainter(self)
            inside = self.rect().adjusted(_INSET, 0, -_INSET, -_INSET)
            inside.setTop(inside.bottom() + 1 - _LINE)
            painter.fillRect(inside, theme_for(self.palette()).accent)
            painter.end()


class Switch(QWidget):
    """The choices; reached by one Tab, gone through by the arrows.

    Signals:
        changed: key of the choice that holds now.
    """

    changed = Signal(str)

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _Choice] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for key in keys:
            button = self._buttons[key] = _Choice()
            button.toggled.connect(lambda on, key=key: self.changed.emit(key) if on else None)
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self._buttons[keys[0]].setChecked(True)

    def button(self, key: str) -> QToolButton:
        """Give the button of a choice."""
        return self._buttons[key]

    def current(self) -> str:
        """Give the key of the choice that holds."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Let another choice hold."""
        self._buttons[key].setChecked(True)

    def name(self, words: Mapping[str, str]) -> None:
        """Say what the choices are called, in the language that is set."""
        for key, text in words.items():
            self._buttons[key].setText(text)

"""The list itself, with keys of its own: go there, ignore, confirm."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from drafter.gui.findings.delegate import FindingDelegate
from drafter.gui.findings.model import FindingsModel
from drafter.gui.toolbox.overrides import guarded
from drafter.model import Finding

_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier


@guarded
class FindingsList(QListView):
    """Shows the findings; several can be selected.

    Signals:
        entered_: Enter was pressed: go to the finding in the text.
        ignore_asked: Delete was pressed.
        confirm_asked: the space bar was pressed.
    """

    entered_ = Signal()
    ignore_asked = Signal()
    confirm_asked = Signal()

    def __init__(self, model: FindingsModel) -> None:
        super().__init__()
        self._findings = model
        self.setObjectName("findings")
        self.setModel(model)
        self.setItemDelegate(FindingDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def selected(self) -> list[Finding]:
        """Give the findings that are selected, in the order of the list."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [finding for row in rows if (finding := self._findings.finding(row)) is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's own name
        """Do what a key says about what is selected; leave the others to the list."""
        signal = {
            Qt.Key.Key_Return: self.entered_, Qt.Key.Key_Enter: self.entered_,
            Qt.Key.Key_Delete: self.ignore_asked, Qt.Key.Key_Space: self.confirm_asked,
        }.get(Qt.Key(event.key()))  # fmt: skip
        if signal is None or event.modifiers() & ~_KEYPAD:
            super().keyPressEvent(event)
        elif self._findings.finding(self.currentIndex().row()) is not None:
            signal.emit()

"""The terms panel: what the glossary says of the terms in this clause, and a way to add one."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.toolbox.keys import ENTER
from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _, ngettext
from drafter.model import Clause
from drafter.review.assisting import terms_of_clause

_ENGLISH: Final = Qt.ItemDataRole.UserRole


@guarded
class TermList(QTreeWidget):
    """The terms; Enter puts the one that is chosen into the English.

    Signals:
        entered: Enter was pressed.
    """

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's own name
        """Take Enter for choosing."""
        if event.key() in ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class TermsPanel(QWidget):
    """Shows the terms of a clause and tells what the user does with them.

    Signals:
        chosen: an English rendering that shall be put in.
        added: the Chinese and the English of a new term.
        left: the user wants back to the text.
    """

    left = Signal()
    chosen = Signal(str)
    added = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = TermList()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setColumnCount(3)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)
        self.told = QLabel()
        self.zh, self.en = QLineEdit(), QLineEdit()
        self.add = QPushButton()
        row = QHBoxLayout()
        for widget in (self.zh, self.en, self.add):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self._clause: Clause | None = None
        self.list.itemDoubleClicked.connect(lambda _item, _column: self._choose())
        self.list.entered.connect(self._choose)
        back = QShortcut(Qt.Key.Key_Escape, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.left)
        self.add.clicked.connect(self._add)
        for field in (self.zh, self.en):
            field.returnPressed.connect(self._add)
            field.textChanged.connect(self._allow)
        self.retranslate()
        self._allow()

    def set_clause(self, clause: Clause | None) -> None:
        """Show the terms of a clause, None for none."""
        self._clause = clause
        self.list.clear()
        english = clause.en.text.lower() if clause else ""
        terms = terms_of_clause(clause.zh.text) if clause else ()
        for zh, rendering in terms:
            there = rendering.lower() in english
            item = QTreeWidgetItem([zh, rendering, "✓" if there else ""])
            item.setData(1, _ENGLISH, rendering)
            item.setToolTip(1, rendering)
            item.setToolTip(2, _("stands in the English") if there else _("does not stand in the English so"))
            self.list.addTopLevelItem(item)
        self.list.resizeColumnToContents(0)
        self.list.resizeColumnToContents(2)
        count = len({zh for zh, _rendering in terms})
        self.told.setText(ngettext("{n} term in this clause", "{n} terms in this clause", count) if clause else "")

    def clear_fields(self) -> None:
        """Empty the fields of a new term, which was kept."""
        self.zh.clear()
        self.en.clear()

    def offer(self, zh: str, en: str) -> None:
        """Put what is selected in the texts into the fields of a new term."""
        self.zh.setText(zh)
        self.en.setText(en)
        (self.en if zh and not en else self.zh).setFocus()

    def retranslate(self) -> None:
        """Say everything in the language that is set."""
        self.list.setHeaderLabels([_("Chinese"), _("English"), ""])
        self.list.setAccessibleName(_("Terms of this clause"))
        self.list.setToolTip(_("Enter or a double click puts the rendering into the English"))
        self.zh.setPlaceholderText(_("Chinese term"))
        self.en.setPlaceholderText(_("English rendering"))
        self.zh.setAccessibleName(_("Chinese term"))
        self.en.setAccessibleName(_("English rendering"))
        self.add.setText(_("Add"))
        self.add.setToolTip(_("Add this term to your own glossary"))
        self.set_clause(self._clause)

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(str(item.data(1, _ENGLISH)))

    def _add(self) -> None:
        if self.add.isEnabled():
            self.added.emit(self.zh.text().strip(), self.en.text().strip())

    def _allow(self) -> None:
        self.add.setEnabled(bool(self.zh.text().strip() and self.en.text().strip()))

"""The small questions of the taxonomy's dialog: which concept, and what a new one is called."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.toolbox.search_field import SearchField
from drafter.i18n import _, language
from drafter.model import Concept

_SIZE = (460, 420)


class ChooseDialog(QDialog):
    """Asks for one of some concepts, or for none of them."""

    def __init__(self, title: str, question: str, concepts: Sequence[Concept], none: str, parent: QWidget) -> None:
        """Ask.

        Args:
            title: the dialog's title.
            question: what is asked.
            concepts: what can be chosen.
            none: what choosing none means, "" where one must be chosen.
            parent: the dialog that asks.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        asked = QLabel(question)
        asked.setWordWrap(True)
        self.search = SearchField()
        self.search.setPlaceholderText(_("Search measures"))
        self.search.setAccessibleName(_("Search measures"))
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        entries = [("", none)] if none else []
        entries += [(one.notation, f"{one.notation}  {one.label[language()]}") for one in concepts]
        for notation, words in entries:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, notation)
            self.list.addItem(item)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (asked, self.search, self.list, buttons):
            column.addWidget(part)
        self.search.textChanged.connect(self._filter)
        self.search.escaped.connect(self.reject)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.list.currentItemChanged.connect(lambda: self._ok.setEnabled(self.list.currentItem() is not None))
        self._ok.setEnabled(False)
        self.search.setFocus()

    def chosen(self) -> str:
        """Give the notation, "" for none."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def _filter(self, words: str) -> None:
        wanted = words.casefold().split()
        first: QListWidgetItem | None = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            fits = all(word in item.text().casefold() for word in wanted)
            item.setHidden(not fits)
            first = first or (item if fits else None)
        self.list.setCurrentItem(first)  # type: ignore[arg-type] # the stub knows no None


class NewDialog(QDialog):
    """Asks for code and names of a new concept."""

    def __init__(self, where: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Add a concept"))
        self.code, self.zh, self.en = QLineEdit(), QLineEdit(), QLineEdit()
        form = QFormLayout(self)
        form.addRow(QLabel(where))
        form.addRow(_("Code"), self.code)
        form.addRow(_("Name in Chinese"), self.zh)
        form.addRow(_("Name in English"), self.en)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)
        for field, name in ((self.code, _("Code")), (self.zh, _("Name in Chinese")), (self.en, _("Name in English"))):
            field.setAccessibleName(name)
            field.setMinimumWidth(260)

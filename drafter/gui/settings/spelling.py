"""The form for spelling: whether misspelt words are marked, by what dictionary, and a person's own words."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.settings.settings import own_words_file
from drafter.gui.toolbox.rows import beside
from drafter.i18n import _, shown
from drafter.language.spelling import OwnWords, SpellingError

_ROOM: Final = 8


class SpellingForm(QWidget):
    """Asks how spelling is looked at.

    Attributes:
        marked: whether misspelt words are marked.
        dictionary: the path of a dictionary of the user's own, "" for none.
        words: the user's own words.
        word: one to be added.
        add, remove: change the list of them.
    """

    def __init__(self, marked: bool, dictionary: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marked = QCheckBox(_("Mark misspelt words in the English that is being written"))
        self.marked.setChecked(marked)
        self.dictionary = QLineEdit(dictionary)
        self.dictionary.setPlaceholderText(_("None: only the English that comes with Drafter"))
        self.dictionary.setClearButtonEnabled(True)
        self.dictionary.setAccessibleName(_("A dictionary beside it:"))
        choose = QPushButton(_("Choose…"))
        choose.clicked.connect(self._choose)
        self.words = QListWidget()
        self.words.setAccessibleName(_("Your own words:"))
        self.words.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.word = QLineEdit()
        self.word.setPlaceholderText(_("A word that is right"))
        self.word.setAccessibleName(_("A word that is right"))
        self.add, self.remove = QPushButton(_("Add")), QPushButton(_("Remove"))
        self.add.clicked.connect(self._add)
        self.word.returnPressed.connect(self._add)
        self.add.setAutoDefault(False)
        self.remove.clicked.connect(self._remove)
        self._own = self._read()
        form = QFormLayout()
        form.addRow(self.marked)
        form.addRow(_("A dictionary beside it:"), beside(self.dictionary, choose))
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addSpacing(_ROOM)
        column.addWidget(QLabel(_("Your own words:")))
        column.addWidget(self.words, 1)
        column.addWidget(beside(self.word, self.add, self.remove))

    def own_words(self) -> tuple[str, ...] | None:
        """Give the words of the list; None where they are as they were, or can't be read."""
        words = tuple(self._item(row) for row in range(self.words.count()))
        return None if self._own is None or words == tuple(self._own) else words

    def _read(self) -> OwnWords | None:
        try:
            own = OwnWords(own_words_file())
        except SpellingError as error:
            self.words.addItem(shown(error.message))
            for widget in (self.words, self.word, self.add, self.remove):
                widget.setEnabled(False)
            return None
        self.words.addItems(list(own))
        return own

    def _item(self, row: int) -> str:
        item = self.words.item(row)
        return item.text() if item else ""

    def _add(self) -> None:
        word = self.word.text().strip()
        if word and not self.words.findItems(word, Qt.MatchFlag.MatchFixedString | Qt.MatchFlag.MatchCaseSensitive):
            self.words.addItem(word)
            self.words.setCurrentRow(self.words.count() - 1)
        self.word.clear()

    def _remove(self) -> None:
        for item in self.words.selectedItems():
            self.words.takeItem(self.words.row(item))

    def _choose(self) -> None:
        kinds = f"{_('Dictionaries')} (*.dic *.aff)"
        name, _kind = QFileDialog.getOpenFileName(self, _("A dictionary beside it:"), self.dictionary.text(), kinds)
        if name:
            self.dictionary.setText(name)

"""The guide in a window of its own: the chapters, a search through all of them, and the page."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.help.guide import Chapter, chapters
from drafter.gui.help.page import GuidePage
from drafter.gui.toolbox.search_field import SearchField
from drafter.i18n import _, language, ngettext

_SIZE: Final = (1080, 720)
_SHARE_OF_SCREEN: Final = 0.9
_LIST: Final = 220
_ROOM: Final = 3
_NAME: Final = Qt.ItemDataRole.UserRole


class GuideDialog(QDialog):
    """Shows the guide.

    Attributes:
        search: what is looked for in all chapters.
        list: the chapters that hold it.
        page: the chapter that is read.
        told: what came of a search, or of a link that leads out of the guide.
    """

    def __init__(self, keys_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        """Show the first chapter.

        Args:
            keys_of: gives the keys of a command as the desktop writes them, "" for none.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Guide"))
        self.setObjectName("guide")
        self._chapters = {chapter.name: chapter for chapter in chapters(language(), keys_of)}
        self.search = SearchField()
        self.search.setPlaceholderText(_("Search the guide"))
        self.search.setAccessibleName(_("Search the guide"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Chapters"))
        self.list.setSpacing(_ROOM)
        for chapter in self._chapters.values():
            item = QListWidgetItem(chapter.title)
            item.setData(_NAME, chapter.name)
            self.list.addItem(item)
        self.page = GuidePage()
        self.page.setAccessibleName(_("Chapter"))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self.page.setFocus)
        self.search.escaped.connect(self.reject)
        self.list.currentItemChanged.connect(self._show)
        self.page.chapter_asked.connect(self.open_chapter)
        self.page.refused.connect(self._on_refused)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.page)
        split.setStretchFactor(1, 1)
        split.setSizes([_LIST, _SIZE[0] - _LIST])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(split, 1)
        whole.addWidget(self.told)
        whole.addWidget(buttons)
        self.told.hide()
        screen = (self.parentWidget() or self).screen().availableGeometry().size() * _SHARE_OF_SCREEN
        self.resize(QSize(*_SIZE).boundedTo(screen))

    def chapter(self) -> Chapter | None:
        """Give the chapter that is shown."""
        item = self.list.currentItem()
        return self._chapters[item.data(_NAME)] if item is not None else None

    def open_chapter(self, name: str) -> None:
        """Show a chapter by its name."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(_NAME) == name:
                item.setHidden(False)
                self.list.setCurrentItem(item)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.told.hide()
            self.page.show_chapter(self._chapters[item.data(_NAME)])
            if words := self.search.text().strip():
                self.page.mark(words)

    def _filter(self, typed: str) -> None:
        """Leave the chapters that hold the words, and show the first of them."""
        words = typed.strip()
        left = []
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(not self._chapters[item.data(_NAME)].holds(words))
            if not item.isHidden():
                left.append(item)
        current = self.list.currentItem()
        if left and (current is None or current.isHidden()):
            self.list.setCurrentItem(left[0])
        else:
            self._show(current)
        self._tell(
            ngettext("Found in {n} chapter.", "Found in {n} chapters.", len(left))
            if left
            else _("No chapter says anything of “{words}”.", words=words)
        )
        self.told.setVisible(bool(words))

    def _on_refused(self, address: str) -> None:
        self._tell(_("Drafter opens nothing on a network. The address, to be copied: {address}", address=address))

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.told.show()

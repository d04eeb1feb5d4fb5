"""The sheet of keys in a window of its own: searched, copied, printed."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QPageSize, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.help.keysheet import Group, as_html, as_text, sheet, sought
from drafter.gui.toolbox.search_field import SearchField
from drafter.i18n import _

_SIZE: Final = (640, 680)
_SHARE_OF_SCREEN: Final = 0.85
_KEYS: Final = 210
_PRINTED: Final = 9.0
"""Points."""


class KeysDialog(QDialog):
    """Lists all commands with their keys.

    Attributes:
        search: what is looked for, in what is done or in the keys.
        tree: the commands by menu.
        copy, print_: give the lines that are shown.
    """

    def __init__(self, keys_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        """Show all commands.

        Args:
            keys_of: gives all keys of a command as the desktop writes them, "" for none.
            parent: the window.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Sheet of keys"))
        self.setObjectName("keys")
        self._groups = sheet(keys_of)
        self.search = SearchField()
        self.search.setPlaceholderText(_("Search commands and keys"))
        self.search.setAccessibleName(_("Search commands and keys"))
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([_("Command"), _("Keys")])
        self.tree.setAccessibleName(_("Commands and their keys"))
        self.tree.setRootIsDecorated(False)
        self.tree.setAlternatingRowColors(True)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.setColumnWidth(1, _KEYS)
        self._none = QLabel(_("No command is like that."))
        told = QLabel(_("Other keys can be chosen in the settings."))
        told.setWordWrap(True)
        self.copy, self.print_ = QPushButton(_("Copy")), QPushButton(_("Print…"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button, act in ((self.copy, self._copy), (self.print_, self._print)):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
            button.clicked.connect(act)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        column.addWidget(self._none)
        column.addWidget(told)
        column.addWidget(buttons)
        self.search.textChanged.connect(self._fill)
        self.search.escaped.connect(self.reject)
        self._fill()
        screen = (parent or self).screen().availableGeometry().size() * _SHARE_OF_SCREEN
        self.resize(QSize(*_SIZE).boundedTo(screen))
        self.search.setFocus()

    def shown(self) -> tuple[Group, ...]:
        """Give the lines that are shown."""
        return sought(self._groups, self.search.text())

    def _fill(self) -> None:
        self.tree.clear()
        for group in self.shown():
            top = QTreeWidgetItem(self.tree, [group.title])
            bold = top.font(0)
            bold.setBold(True)
            top.setFont(0, bold)
            top.setFirstColumnSpanned(True)
            for entry in group.entries:
                item = QTreeWidgetItem(top, [entry.words, entry.keys])
                item.setToolTip(0, entry.tip)
        self.tree.expandAll()
        self._none.setVisible(not self.tree.topLevelItemCount())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self.shown()))

    def page(self) -> QTextDocument:
        """Give the sheet as it is printed."""
        document = QTextDocument()
        font = self.font()
        font.setPointSizeF(_PRINTED)
        document.setDefaultFont(font)
        document.setHtml(as_html(self.shown(), _("Sheet of keys")))
        return document

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # few print, and all would wait for it

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))  # the document brings its own margins
        printer.setDocName(_("Sheet of keys"))
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            self.page().print_(printer)

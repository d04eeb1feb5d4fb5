"""The help pages of the rules, in a window of their own."""

import re
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.findings.model import SEVERITY_WORDS
from drafter.gui.toolbox.reading import LINE, set_to_be_read
from drafter.gui.toolbox.search_field import SearchField
from drafter.gui.toolbox.theme import theme_for
from drafter.i18n import _
from drafter.review import HelpPage, rule_page, rule_pages

_SIZE = (940, 640)
_WIDTHS = [330, 610]
_ROOM = 2
_CODE = re.compile("`([^`]+)`")


class RulesDialog(QDialog):
    """Lists all rules and explains one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Rules"))
        self.resize(*_SIZE)
        self.search = SearchField()
        self.search.setPlaceholderText(_("Search rules"))
        self.search.setAccessibleName(_("Search rules"))
        self.search.textChanged.connect(self._filter)
        self.search.escaped.connect(self.reject)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Rules"))
        self.list.setSpacing(_ROOM)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # long names end in an ellipsis
        for page in sorted(rule_pages(), key=lambda page: page.title):
            item = QListWidgetItem(page.title)
            item.setData(Qt.ItemDataRole.UserRole, page.name)
            item.setToolTip(f"{page.title}\n{page.name}")
            self.list.addItem(item)
        self.list.currentItemChanged.connect(self._show)
        self.page = _page()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(self.page)
        split.setSizes(_WIDTHS)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(1, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(split, 1)
        whole.addWidget(buttons)
        self.list.setCurrentRow(0)

    def rule(self) -> str:
        """Give the name of the rule that is explained, "" for none."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def explain(self, rule: str) -> None:
        """Show the page of a rule; one that has none changes nothing."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == rule:
                self.search.clear()  # it might be hidden
                self.list.setCurrentRow(row)
                return

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.page.setHtml(page_html(rule_page(item.data(Qt.ItemDataRole.UserRole))))

    def _filter(self, words: str) -> None:
        wanted = words.casefold().strip()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in f"{item.text()} {item.data(Qt.ItemDataRole.UserRole)}".casefold())


def _page() -> QTextBrowser:
    page = QTextBrowser()
    page.setAccessibleName(_("Explanation"))
    set_to_be_read(page)
    heading = theme_for(page.palette()).heading(1).name()
    page.document().setDefaultStyleSheet(
        f"p {{ line-height: {LINE}%; margin: 0 0 8px 0 }} h2 {{ color: {heading}; margin: 0 0 2px 0 }}"
        f" h4 {{ color: {heading}; margin: 14px 0 4px 0 }}"
    )
    return page


def page_html(page: HelpPage) -> str:
    """Give a help page as HTML, for a text browser."""
    parts = (
        (_("What it does"), page.what), (_("Why it is bad"), page.why), (_("Example"), page.example),
        (_("Source"), page.source),
    )  # fmt: skip
    told = _("{rule} · usually {severity} · {mqm}",
             rule=page.name, severity=_(SEVERITY_WORDS[page.severity]), mqm=page.mqm)  # fmt: skip
    lines = [
        f"<h2>{escape(page.title)}</h2>",
        f"<p><small>{escape(told)}</small></p>",
        f"<p>{_marked(page.summary)}</p>",
    ]
    for heading, text in parts:
        lines.append(f"<h4>{escape(heading)}</h4>")
        lines.extend(f"<p>{_marked(paragraph)}</p>" for paragraph in text.split("\n\n"))
    return "".join(lines)


def _marked(text: str) -> str:
    """Set code apart."""
    return _CODE.sub(r"<code>\1</code>", escape(text.replace(" -> ", " → ")))

"""The findings panel: filter, list, and the chosen finding explained with what can be done."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.findings.listing import FindingsList
from drafter.gui.findings.model import GROUPINGS, WANTED, FindingsModel, counted
from drafter.gui.toolbox.search_field import SearchField
from drafter.i18n import _, ngettext, shown
from drafter.model import N_, SEVERITIES, STATE_WORDS, Finding

_LEAST = {"minor": N_("All findings"), "major": N_("Major and critical"), "critical": N_("Critical only")}
_BESIDE_STATES: dict[str, str] = {"": N_("All states"), "confirmed": N_("Confirmed faults")}


class FindingsPanel(QWidget):
    """The list of open findings.

    Signals:
        chosen: a finding was clicked or reached by the keys.
        entered: somebody wants to work on this finding in the text.
        fix_asked, ignore_asked, confirm_asked: the button or the key for what is selected was pressed.
        legend_asked: somebody wants to know what colours and lines stand for.
    """

    chosen = Signal(object)
    entered = Signal(object)
    fix_asked = Signal()
    ignore_asked = Signal()
    confirm_asked = Signal()
    legend_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FindingsModel()
        self._severity = QComboBox()
        for severity in SEVERITIES:
            self._severity.addItem("", severity)
        self._severity.currentIndexChanged.connect(lambda: self.model.set_least(self._severity.currentData()))
        self.state = QComboBox()
        for wanted in WANTED:
            self.state.addItem("", wanted)
        self.state.currentIndexChanged.connect(lambda: self.model.set_wanted(self.state.currentData()))
        self.grouping = QComboBox()
        for grouping in GROUPINGS:
            self.grouping.addItem("", grouping)
        self.grouping.currentIndexChanged.connect(self._on_grouping)
        self.search = SearchField()
        self.search.textChanged.connect(self.model.set_words)
        self._list = FindingsList(self.model)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._list.selectionModel().selectionChanged.connect(lambda: self._explain(self.current()))
        self._list.clicked.connect(self._on_clicked)
        self._list.entered_.connect(lambda: self.entered.emit(self.current()))
        self._list.ignore_asked.connect(self.ignore_asked)
        self._list.confirm_asked.connect(self.confirm_asked)
        self._count = QLabel()
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._fix = QPushButton()
        self._fix.clicked.connect(self.fix_asked)
        self._ignore = QPushButton()
        self._ignore.clicked.connect(self.ignore_asked)
        self.legend = QToolButton()
        self.legend.clicked.connect(self.legend_asked)
        self._more = QToolButton()
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(QMenu(self))
        self._lay_out()
        self.model.modelReset.connect(self._recount)
        self.retranslate()

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.addWidget(self._severity, 1)
        filters.addWidget(self.state, 1)
        order = QHBoxLayout()
        order.addWidget(self.grouping, 1)
        order.addWidget(self.legend)
        buttons = QHBoxLayout()
        buttons.addWidget(self._fix)
        buttons.addWidget(self._ignore)
        buttons.addStretch(1)
        buttons.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addLayout(filters)
        column.addLayout(order)
        column.addWidget(self.search)
        column.addWidget(self._list, 1)
        column.addWidget(self._count)
        column.addWidget(self._said)
        column.addLayout(buttons)

    def offer(self, actions: Sequence[QAction | None]) -> None:
        """Take what else can be done with a finding; None parts what stands on either side of it."""
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for action in actions:
            if action is None:
                parting = QAction(self)
                parting.setSeparator(True)
                action = parting
            self._more.menu().addAction(action)
            self._list.addAction(action)

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        for row, severity in enumerate(SEVERITIES):
            self._severity.setItemText(row, _(_LEAST[severity]))
        for row, words in enumerate(GROUPINGS.values()):
            self.grouping.setItemText(row, _(words))
        for row, wanted in enumerate(WANTED):
            self.state.setItemText(row, _({**STATE_WORDS, **_BESIDE_STATES}[wanted]))
        self.state.setAccessibleName(_("State of the clauses shown"))
        self.grouping.setAccessibleName(_("Order of the findings"))
        self.legend.setText(_("Legend"))
        self.legend.setToolTip(_("What the colours, lines and signs in the text stand for"))
        self._more.setText(_("More"))
        self._severity.setAccessibleName(_("Least severity shown"))
        self.search.setPlaceholderText(_("Search findings"))
        self.search.setAccessibleName(_("Search findings"))
        self._list.setAccessibleName(_("Findings"))
        self._fix.setText(_("Apply the fix"))
        self._ignore.setText(_("Ignore…"))
        self._recount()
        self._explain(self.current())
        self._list.viewport().update()

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings, keeping the chosen one where it is still among them."""
        current = self.current()
        self._list.selectionModel().blockSignals(True)
        self.model.set_findings(findings)
        row = self.model.row_like(current) if current else -1
        self._list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        self._list.selectionModel().blockSignals(False)
        self._explain(self.current())

    def current(self) -> Finding | None:
        """Give the chosen finding."""
        return self.model.finding(self._list.currentIndex().row())

    def selected(self) -> list[Finding]:
        """Give all findings that are selected, in the order of the list."""
        return self._list.selected()

    def choose(self, finding: Finding | None) -> None:
        """Choose a finding and show it."""
        row = self.model.row(finding) if finding else -1
        self._list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())

    def _on_grouping(self) -> None:
        current = self.current()
        self.model.set_grouping(self.grouping.currentData())
        self.choose(current)

    def _on_current(self, index: QModelIndex) -> None:
        finding = self.model.finding(index.row())
        self._explain(finding)
        if finding is not None:
            self.chosen.emit(finding)

    def _on_clicked(self, index: QModelIndex) -> None:
        """Go there again, when the row that is chosen already is clicked once more."""
        if (finding := self.model.finding(index.row())) is not None:
            self.chosen.emit(finding)

    def _explain(self, finding: Finding | None) -> None:
        many = self.selected()
        together = len(many) > 1
        self._fix.setEnabled(bool(finding and finding.fix) and not together)
        self._ignore.setEnabled(finding is not None or together)
        if together:
            self._said.setText(ngettext("{n} finding is selected.", "{n} findings are selected.", len(many)))
            return
        if finding is None:
            self._said.setText("")
            return
        lines = [shown(finding.message)]
        if finding.fix:
            meant = finding.fix.text.replace(" ", "\u2423") if not finding.fix.text.strip() else finding.fix.text
            lines.append(f"“{finding.text}” → “{meant}”" if meant else _("Delete “{text}”.", text=finding.text))
        self._said.setText("\n".join(lines))

    def _recount(self) -> None:
        rows, all_ = self.model.findings(), self.model.count()
        by_severity = Counter(finding.severity for finding in rows)
        if not rows:
            self._count.setText(
                ngettext("None of {n} finding is like that.", "None of {n} findings is like that.", all_)
                if all_
                else _("No findings.")
            )
            return
        parts = counted(by_severity)
        self._count.setText(
            ngettext("{n} finding: {parts}", "{n} findings: {parts}", len(rows), parts=parts)
            if len(rows) == all_
            else _(N_("{n} of {all} findings: {parts}"), n=len(rows), all=all_, parts=parts)
        )

"""The panel of targets and duties: tables and a chart of what the plan says, and the ways out of the program."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from drafter.gui.targets.chart import PathsChart
from drafter.gui.targets.duty_tables import letters
from drafter.gui.targets.reading import PlanRead
from drafter.gui.targets.table import PlanTable
from drafter.gui.toolbox.search_field import SearchField
from drafter.gui.toolbox.seen import SeenPanel
from drafter.gui.toolbox.switch import Switch
from drafter.i18n import _, ngettext
from drafter.model import N_

_PATHS: Final = "paths"
_NAMES: Final[Mapping[str, str]] = {
    "targets": N_("Targets"), _PATHS: N_("Paths"), "duties": N_("Duties"), "matrix": N_("Bodies"),
    "deadlines": N_("Deadlines"), "coverage": N_("Coverage"),
}  # fmt: skip
_KINDS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "targets": (
        ("", N_("All targets")), ("look", N_("To be looked at")), ("conflict", N_("Contradictions")),
        ("gap", N_("Missing years")), ("sum", N_("Wrong sums")),
    ),
    "duties": (
        ("", N_("All measures")), ("look", N_("To be looked at")), ("nobody", N_("Nobody is named")),
        ("leaderless", N_("Nobody leads")), ("differs", N_("The languages differ")),
    ),
    "matrix": (("", N_("All bodies")), ("without", N_("Leads nothing"))),
    "coverage": (("", N_("All concepts")), ("none", N_("Without a clause"))),
}  # fmt: skip


class PlanPanel(SeenPanel):
    """Shows the plan that the review holds.

    Signals:
        wanted: the plan is to be read.
        chosen: id of a clause, the side, and the words there.
        export_asked, compare_asked: a button was pressed.
        left: the user wants back to the text.
    """

    wanted = Signal()
    chosen = Signal(int, str, str)
    export_asked = Signal()
    compare_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read: PlanRead | None = None
        self._reading = False
        self.which = Switch(list(_NAMES))
        self.kinds = QComboBox()
        self.search = SearchField()
        self.export, self.compare = QPushButton(), QPushButton()
        self.count = QLabel()
        self.table = PlanTable()
        self.table.setObjectName("plan")
        self.chart = PathsChart()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.chart)
        self._scroll = scroll
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(scroll)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.which, 1)
        head.addWidget(self.compare)
        head.addWidget(self.export)
        foot.addWidget(self.kinds)
        foot.addWidget(self.search, 1)
        foot.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(foot)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.which.changed.connect(lambda _key: self._show())
        self.kinds.currentIndexChanged.connect(lambda _place: self._on_kind())
        self.search.textChanged.connect(self.table.model_.set_words)
        self.search.escaped.connect(self.left)
        self.table.left.connect(self.left)
        self.table.chosen.connect(self.chosen)
        self.table.model_.modelReset.connect(self._recount)
        self.chart.left.connect(self.left)
        self.chart.chosen.connect(self.chosen)
        self.chart.moved.connect(lambda x, y: self._scroll.ensureVisible(x, y, 60, 100))
        self.export.clicked.connect(self.export_asked)
        self.compare.clicked.connect(self.compare_asked)
        self.seen_changed.connect(lambda seen: self.wanted.emit() if seen else None)

    def retranslate(self) -> None:
        """Say everything again in the language that is set."""
        self.which.name({key: _(words) for key, words in _NAMES.items()})
        self.which.setAccessibleName(_("What is shown of the plan"))
        self.search.setPlaceholderText(_("Search the table"))
        self.search.setAccessibleName(_("Search the table"))
        self.kinds.setAccessibleName(_("Rows shown"))
        self.export.setText(_("Export measures…"))
        self.compare.setText(_("Compare plans…"))
        self.chart.retranslate()
        self._show()

    # --- what is shown ---------------------------------------------------------------------------------------------

    @property
    def plan(self) -> PlanRead | None:
        """The plan that is shown, None where it is not read yet."""
        return self._read

    def set_plan(self, plan: PlanRead | None) -> None:
        """Show a plan, None for none."""
        self._read, self._reading = plan, False
        self.chart.set_paths(plan.paths if plan else ())
        self._show()

    def tell_reading(self) -> None:
        """Say that the plan is being read."""
        self._reading = True
        self._recount()

    def _show(self) -> None:
        key = self.which.current()
        self._pages.setCurrentIndex(1 if key == _PATHS else 0)
        choices = _KINDS.get(key, ())
        before = self.kinds.currentData()
        self.kinds.blockSignals(True)
        self.kinds.clear()
        for kind, words in choices:
            self.kinds.addItem(_(words), kind)
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(before)))
        self.kinds.blockSignals(False)
        self.kinds.setVisible(bool(choices))
        self.search.setVisible(key != _PATHS)
        self.table.setAccessibleName(_(_NAMES[key]))
        if self._read is not None and key != _PATHS:
            self.table.show_table(self._read.tables[key], by_cell=key == "matrix")
        self._on_kind()

    def _on_kind(self) -> None:
        self.table.model_.show_kind(self.kinds.currentData() or "")

    def _recount(self) -> None:
        key, plan = self.which.current(), self._read
        self.export.setEnabled(plan is not None)
        if plan is None or self._reading:
            self.count.setText(_("Reading the plan…") if self._reading else "")
            return
        if key == _PATHS:
            self.count.setText(ngettext("{n} path", "{n} paths", len(plan.paths)))
            return
        said = [ngettext("{n} row", "{n} rows", self.table.model_.rowCount())]
        if key == "targets" and plan.doubles:
            said.append(ngettext("{n} double joined", "{n} doubles joined", plan.doubles))
        if key == "matrix":
            said.append(letters())
        self.count.setText(_(N_("; ")).join(said))

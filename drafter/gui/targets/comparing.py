"""Comparing plans: files are chosen, what each has and lacks is shown, and written to a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafter.exports.measures import MeasureRow
from drafter.gui.targets.records import Row, Table
from drafter.gui.targets.table import PlanTable
from drafter.gui.toolbox.ask_where import ask_where_of
from drafter.gui.toolbox.errors import show_error
from drafter.gui.toolbox.latest import Latest
from drafter.i18n import _, language, ngettext, shown
from drafter.model import N_, DrafterError
from drafter.review import ReviewSession
from drafter.review.measuring import Measures
from drafter.review.measuring_output import open_plan, write_comparison
from drafter.review.measuring_tables import Compared, compare_plans, comparison_table
from drafter.review.taxonomies import taxonomy_in_use
from drafter.taxonomy import Taxonomy, shipped_taxonomy

_SIZE = (900, 560)
_FEWEST: Final = 2
_KINDS = {".xlsx": N_("Excel workbook"), ".csv": N_("CSV table")}


@dataclass(frozen=True)
class _Comparison:
    names: tuple[str, ...]
    compared: tuple[Compared, ...]


class CompareDialog(QDialog):
    """Compares the review that is open, and files, with each other."""

    def __init__(self, session: ReviewSession | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Compare plans"))
        self.resize(*_SIZE)
        self._session = session
        self._paths: list[Path | None] = [None] if session is not None else []
        self._known: dict[Path | None, Sequence[MeasureRow]] = {}
        self._comparison: _Comparison | None = None
        self._latest = Latest(self)
        self._latest.answered.connect(self._on_answer)
        self.files = QListWidget()
        self.files.setAccessibleName(_("Plans to compare"))
        self.files.setMaximumHeight(4 * self.fontMetrics().height() + 20)
        self.add, self.remove = QPushButton(_("Add files…")), QPushButton(_("Remove"))
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(_("Rows shown"))
        self.table = PlanTable()
        self.table.setAccessibleName(_("Comparison"))
        self.state = QLabel()
        self.state.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.export = buttons.addButton(_("Export comparison…"), QDialogButtonBox.ButtonRole.ActionRole)
        side = QVBoxLayout()
        side.addWidget(self.add)
        side.addWidget(self.remove)
        side.addStretch(1)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.files, 1)
        head.addLayout(side)
        foot.addWidget(self.kinds)
        foot.addWidget(self.state, 1)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addLayout(foot)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        self.add.clicked.connect(self._ask)
        self.remove.clicked.connect(self._remove)
        self.files.currentRowChanged.connect(lambda _row: self._allow())
        self.kinds.currentIndexChanged.connect(lambda _row: self._filter())
        self.export.clicked.connect(self._export)
        buttons.rejected.connect(self.reject)
        self.finished.connect(lambda _result: self._latest.finish())
        self._compare()

    # --- the plans -------------------------------------------------------------------------------------------------

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Compare further files."""
        self._paths += [path for path in dict.fromkeys(paths) if path not in self._paths]
        self._compare()

    def _ask(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileNames(self, _("Plans to compare"))
        self.add_paths([Path(one) for one in chosen])

    def _remove(self) -> None:
        row = self.files.currentRow()
        if row >= 0:
            del self._paths[row]
            self._compare()

    def _names(self) -> list[str]:
        names = [path.name for path in self._paths if path is not None]
        return [
            (self._session.title if self._session else "") or _("This review")
            if path is None
            else path.name if names.count(path.name) == 1 else str(path)
            for path in self._paths
        ]  # fmt: skip

    def _compare(self) -> None:
        self._comparison = None
        names, paths = self._names(), list(self._paths)
        self.files.clear()
        self.files.addItems(names)
        self.table.show_table(Table((), (), (80,)))
        if len(paths) < _FEWEST:
            self._latest.drop()
            self.state.setText(_("Add the plans to compare: documents in either language, or projects."))
        else:
            self.state.setText(_("Reading the plans…"))
            self._latest.ask(lambda: self._read(paths, names), now=True)
        self._allow()

    def _read(self, paths: Sequence[Path | None], names: Sequence[str]) -> _Comparison | DrafterError:
        """Read the plans that are not known yet; runs in another thread."""
        taxonomy: Taxonomy | None = taxonomy_in_use(self._session) if self._session else None
        try:
            for path in paths:
                if path in self._known:
                    continue
                session = self._session if path is None else open_plan(path)
                if session is None:
                    continue
                measures = Measures(session, taxonomy)
                taxonomy = taxonomy or measures.taxonomy
                self._known[path] = tuple(measures.rows())
                if path is not None:
                    session.close()
        except DrafterError as error:
            return error
        known = taxonomy or shipped_taxonomy()
        return _Comparison(tuple(names), tuple(compare_plans([self._known[path] for path in paths], known)))

    # --- the comparison --------------------------------------------------------------------------------------------

    def _on_answer(self, answer: object) -> None:
        if isinstance(answer, DrafterError):
            self.state.setText(shown(answer.message))
        elif isinstance(answer, _Comparison):
            self._comparison = answer
            self._show(answer)
        self._allow()

    def _show(self, comparison: _Comparison) -> None:
        names = comparison.names
        rows = []
        for one in comparison.compared:
            kinds = {f"lacks{place}" for place in one.missing}
            kinds |= {f"only{one.only}"} if one.only is not None else set()
            lacking = _(N_(", ")).join(names[place] for place in one.missing)
            cells = (one.concept.notation, one.concept.label[language()], *map(str, one.counts), lacking)
            rows.append(
                Row(
                    cells,
                    marks={len(cells) - 1: "minor"} if one.missing else {},
                    kinds=frozenset(kinds | ({"missing"} if one.missing else set())),
                    keys={2 + place: count for place, count in enumerate(one.counts)},
                )
            )
        headings = (_("Code"), _("Concept"), *names, _("Lacking in"))
        self.table.show_table(
            Table(headings, tuple(rows), (80, 260, *(120 for _name in names), 200), len(headings) - 1)
        )
        self.kinds.blockSignals(True)
        self.kinds.clear()
        self.kinds.addItem(_("All concepts"), "")
        self.kinds.addItem(_("Lacking somewhere"), "missing")
        for place, name in enumerate(names):
            self.kinds.addItem(_(N_("Lacking in {name}"), name=name), f"lacks{place}")
            self.kinds.addItem(_(N_("Only in {name}"), name=name), f"only{place}")
        self.kinds.blockSignals(False)
        self._filter()

    def _filter(self) -> None:
        self.table.model_.show_kind(self.kinds.currentData() or "")
        if self._comparison is not None:
            self.state.setText(ngettext("{n} concept", "{n} concepts", self.table.model_.rowCount()))

    def _allow(self) -> None:
        self.remove.setEnabled(self.files.currentRow() >= 0)
        self.export.setEnabled(self._comparison is not None)
        self.kinds.setEnabled(self._comparison is not None)

    def _export(self) -> None:
        comparison = self._comparison
        path = ask_where_of(self, _("Export comparison"), _("comparison"), _KINDS) if comparison else None
        if path is not None and comparison is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write the comparison."""
        comparison = self._comparison
        if comparison is None:
            return
        try:
            table = comparison_table(comparison.compared, comparison.names)
            write_comparison(table, path, path.suffix.lower().removeprefix("."))
        except DrafterError as error:
            show_error(self, error)
        else:
            self.state.setText(_(N_("Written: {path}"), path=path))

"""The figures of a review as rows of a table, filtered and sorted."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _
from drafter.model import N_, Kind, LedgerRow, Severity, Verdict
from drafter.review import VERDICT_WORDS

Index = QModelIndex | QPersistentModelIndex
Column = Literal["clause", "verdict", "zh", "en", "indicator", "year", "region"]
COLUMNS: tuple[Column, ...] = ("clause", "verdict", "zh", "en", "indicator", "year", "region")
HEADINGS: dict[Column, str] = {
    "clause": N_("Clause"), "verdict": N_("Verdict"), "zh": N_("Chinese"), "en": N_("English"),
    "indicator": N_("Indicator"), "year": N_("Year"), "region": N_("Region"),
}  # fmt: skip
SEVERITY_OF: dict[Verdict, Severity] = {
    "differs": "critical",
    "missing": "critical",
    "extra": "major",
    "unsure": "minor",
}
"""Which mark a verdict bears; one that says the same bears none."""

ROW_ROLE = Qt.ItemDataRole.UserRole
SEVERITY_ROLE = Qt.ItemDataRole.UserRole + 1
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_VERDICT_ORDER: tuple[Verdict, ...] = ("differs", "missing", "extra", "unsure", "same", "")


@guarded
class LedgerModel(QAbstractTableModel):
    """The figures that pass the filters.

    Rows come clause by clause; a clause whose rows are given anew has them exchanged in their place.
    """

    def __init__(self) -> None:
        super().__init__()
        self._by_clause: dict[int, tuple[LedgerRow, ...]] = {}
        self._order: dict[int, int] = {}
        self._shown: list[LedgerRow] = []
        self._verdicts: frozenset[Verdict] | None = None
        self._kinds: frozenset[Kind] | None = None
        self._words = ""
        self._column: Column = "clause"
        self._descending = False

    # --- what is shown ---------------------------------------------------------------------------------------------

    def clear(self, order: Iterable[int] = ()) -> None:
        """Forget all rows.

        Args:
            order: ids of the clauses to come, in the order of the text.
        """
        self.beginResetModel()
        self._order = {id_: place for place, id_ in enumerate(order)}
        self._by_clause.clear()
        self._shown = []
        self.endResetModel()

    def append(self, rows: Sequence[LedgerRow]) -> None:
        """Take in the rows of further clauses; sorted otherwise than by the text they are put right by `settle`."""
        for row in rows:
            self._by_clause[row.clause] = (*self._by_clause.get(row.clause, ()), row)
        fitting = [row for row in rows if self._fits(row)]
        if fitting:
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(fitting) - 1)
            self._shown.extend(fitting)
            self.endInsertRows()

    def settle(self) -> None:
        """Put the rows in order, now that all are there."""
        if self._column != "clause" or self._descending:
            self._rearrange()

    def replace(self, clause: int, rows: Sequence[LedgerRow]) -> None:
        """Exchange the rows of a clause."""
        before, after = self._by_clause.get(clause, ()), tuple(rows)
        if before == after:
            return
        self._by_clause[clause] = after
        places = [place for place, row in enumerate(self._shown) if row.clause == clause]
        fitting = [row for row in after if self._fits(row)]
        if self._column == "clause" and len(places) == len(fitting):
            for place, row in zip(places, reversed(fitting) if self._descending else fitting, strict=True):
                self._shown[place] = row
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))
        else:
            self._refilter()

    def show_verdicts(self, verdicts: Iterable[Verdict] | None) -> None:
        """Show only rows with one of these verdicts, None for all."""
        self._verdicts = None if verdicts is None else frozenset(verdicts)
        self._refilter()

    def show_kinds(self, kinds: Iterable[Kind] | None) -> None:
        """Show only figures of these kinds, None for all."""
        self._kinds = None if kinds is None else frozenset(kinds)
        self._refilter()

    def set_words(self, words: str) -> None:
        """Show only rows that hold what was typed."""
        self._words = words.casefold().strip()
        self._refilter()

    def row(self, place: int) -> LedgerRow | None:
        """Give a row that is shown."""
        return self._shown[place] if 0 <= place < len(self._shown) else None

    def rows(self) -> tuple[LedgerRow, ...]:
        """Give all rows that are shown, in their order."""
        return tuple(self._shown)

    def all_rows(self) -> list[LedgerRow]:
        """Give all rows there are, in the order of the text."""
        return [row for clause in sorted(self._by_clause, key=self._place) for row in self._by_clause[clause]]

    def place_of(self, row: LedgerRow) -> int:
        """Give where a row is shown, -1 where the filters hide it."""
        return next((place for place, known in enumerate(self._shown) if known == row), -1)

    def _place(self, clause: int) -> int:
        return self._order.get(clause, len(self._order))

    def _fits(self, row: LedgerRow) -> bool:
        if self._verdicts is not None and row.verdict not in self._verdicts:
            return False
        if self._kinds is not None and row.leading.kind not in self._kinds:
            return False
        return not self._words or self._words in _searchable(row)

    def _refilter(self) -> None:
        self.beginResetModel()
        self._shown = [row for row in self.all_rows() if self._fits(row)]
        self._sort()
        self.endResetModel()

    def _rearrange(self) -> None:
        """Sort anew; what is chosen stays chosen."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        chosen = [(self.row(index.row()), index.column()) for index in before]
        self._sort()
        places = {id(row): place for place, row in enumerate(self._shown)}
        after = [
            self.index(places[id(row)], column) if row is not None and id(row) in places else QModelIndex()
            for row, column in chosen
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _sort(self) -> None:
        keys: dict[Column, Callable[[LedgerRow], object]] = {
            "clause": lambda row: self._place(row.clause),
            "verdict": lambda row: _VERDICT_ORDER.index(row.verdict),
            "zh": lambda row: (row.zh is None, row.zh.unit if row.zh else "", row.zh.value if row.zh else 0),
            "en": lambda row: (row.en is None, row.en.unit if row.en else "", row.en.value if row.en else 0),
            "indicator": lambda row: (row.indicator is None, row.indicator or ""),
            "year": lambda row: (row.year is None, row.year or 0),
            "region": lambda row: (row.region is None, row.region or ""),
        }
        self._shown.sort(key=keys[self._column], reverse=self._descending)  # type: ignore[arg-type] # all of one kind

    # --- Qt's own names and signatures from here on ----------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Count the rows."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Count the columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(HEADINGS[COLUMNS[section]])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows, reads out, or is."""
        row = self.row(index.row())
        if row is None:
            return None
        column = COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _cell(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_(HEADINGS[column])}: {_cell(row, column)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in ("clause", "year") else _LEFT
        if role == ROW_ROLE:
            return row
        if role == SEVERITY_ROLE and column == "verdict":
            return SEVERITY_OF.get(row.verdict)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        self._column, self._descending = COLUMNS[column], order == Qt.SortOrder.DescendingOrder
        self._rearrange()


def _cell(row: LedgerRow, column: Column) -> str:
    texts: dict[Column, str] = {
        "clause": str(row.clause),
        "verdict": _(VERDICT_WORDS[row.verdict]),
        "zh": row.zh.text if row.zh else "",
        "en": row.en.text if row.en else "",
        "indicator": row.indicator or "",
        "year": str(row.year or ""),
        "region": row.region or "",
    }
    return " ".join(texts[column].split())


def _searchable(row: LedgerRow) -> str:
    return " ".join(_cell(row, column) for column in COLUMNS).casefold()

"""A thin table over the clauses of a review: which rows there are, and what is known of each."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from drafter.gui.clauses.marks import Mark, marks_of, worst_of
from drafter.gui.clauses.words import cell_words, gutter_tip, heading_words, row_words
from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _
from drafter.model import Clause, Finding, Severity, Side, State
from drafter.review import ReviewSession, moved_clauses, unmarked

GUTTER: Final = 0
COLUMNS: Final[dict[Side, int]] = {"zh": 1, "en": 2}
SIDES: Final[dict[int, Side]] = {1: "zh", 2: "en"}
_KEPT: Final = 1200
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What is drawn of one clause.

    Attributes:
        clause: the clause as corrected.
        findings: its open findings.
        zh: marks of the Chinese side.
        en: marks of the English side.
        worst: the worst severity among its findings.
        tags: notations of its tags.
        marked: whether its texts hold marks of a translation tool's file.
        moved: whether its English stands elsewhere in its document than its neighbours' does.
        state: how far it has come; a finished one can't be changed.
    """

    clause: Clause
    findings: tuple[Finding, ...]
    zh: tuple[Mark, ...]
    en: tuple[Mark, ...]
    worst: Severity | None
    tags: tuple[str, ...]
    marked: bool = False
    moved: bool = False
    state: State = "initial"

    def marks(self, side: Side) -> tuple[Mark, ...]:
        """Give the marks of one side."""
        return self.zh if side == "zh" else self.en


def corrected(facts: RowFacts, side: Side) -> bool:
    """Tell whether a side of a row is not as it was loaded."""
    return facts.clause.side(side).text != facts.clause.side(side).original


@guarded
class ClauseModel(QAbstractTableModel):
    """Rows of clauses, all of them or those that a filter lets through.

    Attributes:
        corrections: whether a screen reader hears what was corrected.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.corrections = False
        self._session: ReviewSession | None = None
        self._filter: set[int] | None = None
        self._ids: list[int] = []
        self._rows: dict[int, int] = {}
        self._moved: frozenset[int] = frozenset()
        self._facts: dict[int, RowFacts] = {}

    @property
    def session(self) -> ReviewSession | None:
        """The review that is shown."""
        return self._session

    @property
    def ids(self) -> list[int]:
        """The ids of the rows, in order."""
        return self._ids

    def set_session(self, session: ReviewSession | None) -> None:
        """Show another review, all of it."""
        self._session, self._filter = session, None
        self.reload()

    def set_filter(self, ids: Collection[int] | None) -> None:
        """Show only these clauses, None for all."""
        self._filter = None if ids is None else set(ids)
        self.reload()

    def reload(self) -> None:
        """Read anew which clauses there are."""
        self.beginResetModel()
        clauses = self._session.clauses if self._session else ()
        chosen = self._filter
        self._ids = [clause.id for clause in clauses if chosen is None or clause.id in chosen]
        self._rows = {id_: row for row, id_ in enumerate(self._ids)}
        self._moved = moved_clauses(clauses)
        self._facts.clear()
        self.endResetModel()

    def clause(self, row: int) -> Clause:
        """Give the clause of a row."""
        if self._session is None:
            raise KeyError(row)
        return self._session.clause(self._ids[row])

    def clauses(self) -> list[Clause]:
        """Give the clauses of all rows."""
        session = self._session
        return [session.clause(id_) for id_ in self._ids] if session else []

    def row_of(self, id_: int) -> int | None:
        """Give the row of a clause, None where it is not shown."""
        return self._rows.get(id_)

    def facts(self, row: int) -> RowFacts:
        """Give what is drawn of a row."""
        id_ = self._ids[row]
        found = self._facts.get(id_)
        if found is None:
            if len(self._facts) >= _KEPT:
                self._facts.clear()
            found = self._facts[id_] = self._gather(id_)
        return found

    def _gather(self, id_: int) -> RowFacts:
        if self._session is None:
            raise KeyError(id_)
        clause = self._session.clause(id_)
        findings = tuple(self._session.findings(id_))
        return RowFacts(
            clause,
            findings,
            marks_of(clause.zh.text, "zh", findings),
            marks_of(clause.en.text, "en", findings),
            worst_of(findings),
            self._session.tags(id_),
            self._session.marked,
            id_ in self._moved,
            self._session.state(id_),
        )

    def findings(self, row: int) -> list[Finding]:
        """Give the open findings of a row, and keep nothing of it."""
        return self._session.findings(self._ids[row]) if self._session else []

    def mark_name(self, row: int, side: Side, number: int) -> str:
        """Say what a mark stands for, "" where that is not known."""
        return self._session.mark_names(self._ids[row], side).get(number, "") if self._session else ""

    def refresh(self, ids: Iterable[int]) -> list[int]:
        """Look again at clauses that changed, and give their rows."""
        rows = []
        for id_ in ids:
            self._facts.pop(id_, None)
            if (row := self._rows.get(id_)) is not None:
                rows.append(row)
                self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
        return rows

    # --- what Qt asks ----------------------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 -- Qt's name and default
        """Count the rows."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Count the columns: gutter, Chinese, English."""
        return 0 if parent.isValid() else 3

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 -- Qt's variant
        """Give the text of a cell, and what a screen reader says of it."""
        if not index.isValid():
            return None
        side = SIDES.get(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            clause = self.clause(index.row())
            return clause.side(side).text if side else str(clause.id)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            facts = self.facts(index.row())
            clause = unmarked(facts.clause) if facts.marked else facts.clause
            if side is None:
                tags = len(facts.tags)
                return row_words(clause, facts.findings, tags, facts.state, corrections=self.corrections)
            return cell_words(clause, side, facts.findings, corrections=self.corrections)
        if role == Qt.ItemDataRole.ToolTipRole and side is None:
            facts = self.facts(index.row())
            return gutter_tip(facts.clause, facts.findings, len(facts.tags), moved=facts.moved, state=facts.state)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802, ANN401
        """Give the headings of columns and, for screen readers, of rows."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return heading_words(SIDES.get(section))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if orientation == Qt.Orientation.Vertical and section < len(self._ids):
                return _("Clause {number}", number=self._ids[section])
            return heading_words(SIDES.get(section)) or _("Clause")
        return None

    def retranslate(self) -> None:
        """Have the headings asked for again after the language changed."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

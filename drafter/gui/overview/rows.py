"""Sections and people as rows: a name, how much is in each state, and the way there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from drafter.gui.overview.bars import Counts
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.states import state_word
from drafter.i18n import _, ngettext
from drafter.model import N_, STATES, Progress, SectionProgress, State

ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """A section or a person.

    Attributes:
        name: what it is called.
        counts: how many clauses are in each state; of a person, how many they brought there.
        whole: what the bar stands for: all clauses of the section, or of the review.
        level: how far its name stands in.
        note: what else is to be said.
        clause: id of the clause it leads to, 0 for none.
        person: whether it is one.
    """

    name: str
    counts: tuple[tuple[State, int], ...]
    whole: int
    level: int = 0
    note: str = ""
    clause: int = 0
    person: bool = False

    @property
    def by_state(self) -> Counts:
        """The counts by state."""
        return dict(self.counts)


def section_rows(progress: Progress, headings: Mapping[int, str], first: int) -> list[Row]:
    """Give the sections as rows, each with all the sections below it.

    Args:
        progress: how far the review has come.
        headings: how the headings read, by the ids of their clauses.
        first: id of the first clause, that what stands before the first heading leads to.
    """
    rows = []
    for place, section in enumerate(progress.sections):
        whole = [section, *_below(section, progress.sections[place + 1 :])]
        counts = tuple((state, sum(one.states[state].clauses for one in whole)) for state in STATES)
        rows.append(
            Row(
                headings.get(section.clause, "") if section.clause else _("Before the first heading"),
                counts,
                sum(count for _state, count in counts),
                max(0, section.level - 1),
                clause=section.clause or first,
            )
        )
    return rows


def _below(section: SectionProgress, following: Sequence[SectionProgress]) -> Iterable[SectionProgress]:
    """Give the sections that belong to one, of those that follow it."""
    return takewhile(lambda other: 0 < section.level < other.level, following)


def person_rows(progress: Progress) -> list[Row]:
    """Give the people as rows."""
    whole = progress.total.clauses
    return [
        Row(
            person.author or _("Somebody"),
            tuple((state, person.states[state].clauses) for state in STATES),
            whole,
            note=ngettext("text changed in {n} clause", "text changed in {n} clauses", person.edited.clauses),
            person=True,
        )
        for person in progress.people
    ]


@guarded
class RowsModel(QAbstractListModel):
    """The rows for Qt."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; where only their counts are others, what is chosen stays chosen."""
        old, self_rows = self._rows, tuple(rows)
        if [(row.clause, row.person) for row in old] != [(row.clause, row.person) for row in self_rows]:
            self.beginResetModel()
            self._rows = self_rows
            self.endResetModel()
            return
        self._rows = self_rows
        for number, (before, after) in enumerate(zip(old, self_rows, strict=True)):
            if before != after:
                self.dataChanged.emit(self.index(number), self.index(number))

    def row(self, index: Index) -> Row | None:
        """Give a row, None where there is no such row."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 -- Qt's name and default
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 -- Qt's variant
        """Give a row; in words for whoever listens or points at it."""
        row = self.row(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return said(row)
        return None


def said(row: Row) -> str:
    """Say a row in words."""
    parts = [] if row.person else [ngettext("{n} clause", "{n} clauses", row.whole)]
    parts += [f"{state_word(state)} {count}" for state, count in row.counts if count]
    return _(N_("; ")).join([row.name, *filter(None, [row.note]), *parts])

"""Findings as rows, filtered by severity, state and words, in the order of the text or in groups."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from drafter.gui.findings.sections import Place
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.states import state_word
from drafter.i18n import _, shown
from drafter.model import N_, SEVERITIES, STATES, Finding, Severity, State
from drafter.review import rule_title

SEVERITY_WORDS: dict[Severity, str] = {"critical": N_("critical"), "major": N_("major"), "minor": N_("minor")}


def counted(findings: Mapping[Severity, int]) -> str:
    """Say how many findings there are of each severity, the worst first; "" where there are none."""
    return _(N_(", ")).join(
        f"{findings[severity]} {_(SEVERITY_WORDS[severity])}"
        for severity in reversed(SEVERITIES)
        if findings.get(severity)
    )


FINDING_ROLE = Qt.ItemDataRole.UserRole
GROUP_ROLE = Qt.ItemDataRole.UserRole + 1
CONFIRMED_ROLE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex

Grouping = Literal["text", "rule", "severity", "section", "state"]
GROUPINGS: Final[dict[Grouping, str]] = {
    "text": N_("In the order of the text"), "rule": N_("By kind"), "severity": N_("By severity"),
    "section": N_("By section"), "state": N_("By state of the clause"),
}  # fmt: skip

Wanted = Literal["", "initial", "translated", "reviewed", "final", "confirmed"]
WANTED: Final[tuple[Wanted, ...]] = ("", *STATES, "confirmed")
"""States that the list can be narrowed to: any, one of the clause, or confirmed by a reviewer."""


@dataclass(frozen=True, slots=True)
class Group:
    """A row above findings that belong together.

    Attributes:
        title: what they have in common.
        count: how many they are.
    """

    title: str
    count: int


@guarded
class FindingsModel(QAbstractListModel):
    """The open findings that pass the filter."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Finding] = []
        self._kept: list[Finding] = []
        self._rows: list[Finding | Group] = []
        self._least: Severity = "minor"
        self._words = ""
        self._grouping: Grouping = "text"
        self._wanted: Wanted = ""
        self._is_confirmed: Callable[[Finding], bool] = lambda _finding: False
        self._state_of: Callable[[int], State] = lambda _clause: "initial"
        self._places: Callable[[], Mapping[int, Place]] = dict

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings."""
        self._all = list(findings)
        self._refilter()

    def ask_whether_confirmed(self, is_confirmed: Callable[[Finding], bool]) -> None:
        """Have it asked of a finding in sight whether a reviewer said that it is a fault indeed."""
        self._is_confirmed = is_confirmed

    def ask_about_clauses(self, state_of: Callable[[int], State], places: Callable[[], Mapping[int, Place]]) -> None:
        """Have it asked how far a clause has come, and in which section each stands."""
        self._state_of, self._places = state_of, places

    def set_wanted(self, wanted: Wanted) -> None:
        """Show only findings whose clause is in a state, or that are confirmed; "" for all."""
        self._wanted = wanted
        self._refilter()

    def set_least(self, severity: Severity) -> None:
        """Show only findings at least this severe."""
        self._least = severity
        self._refilter()

    def set_words(self, words: str) -> None:
        """Show only findings whose rule, words or message hold what was typed."""
        self._words = words.casefold().strip()
        self._refilter()

    def set_grouping(self, grouping: Grouping) -> None:
        """Put findings together that have something in common."""
        self._grouping = grouping
        self._refilter()

    def findings(self) -> list[Finding]:
        """Give the findings that are shown, in the order of the text."""
        return list(self._kept)

    def count(self) -> int:
        """Tell how many findings there are, those that the filter hides included."""
        return len(self._all)

    def finding(self, row: int) -> Finding | None:
        """Give the finding of a row, None where it is a group's."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Finding) else None

    def row(self, finding: Finding) -> int:
        """Give the row of a finding, -1 where the filter hides it."""
        return next((row for row, known in enumerate(self._rows) if known == finding), -1)

    def row_like(self, finding: Finding) -> int:
        """Give the row of a finding that typing before it has moved, -1 where it is no longer there."""
        if (row := self.row(finding)) >= 0:
            return row
        same = (finding.rule, finding.clause, finding.side, finding.text)
        moved = [
            (abs(known.span.start - finding.span.start), row)
            for row, known in enumerate(self._rows)
            if isinstance(known, Finding) and (known.rule, known.clause, known.side, known.text) == same
        ]
        return min(moved)[1] if moved else -1

    def after(self, clause: int, side: str, offset: int, order: dict[int, int], step: int) -> Finding | None:
        """Give the next finding of the text, or the one before, seen from a place; round the end at either end.

        Args:
            clause: id of the clause of the place.
            side: its side.
            offset: code point in that side.
            order: place of every clause in the text.
            step: 1 for the next, -1 for the one before.
        """
        if not self._kept:
            return None
        here = (order.get(clause, -1), side != "zh", offset)
        keys = [(order[finding.clause], finding.side != "zh", finding.span.start) for finding in self._kept]
        if step > 0:
            return next((found for key, found in zip(keys, self._kept, strict=True) if key > here), self._kept[0])
        before = [found for key, found in zip(keys, self._kept, strict=True) if key < here]
        return before[-1] if before else self._kept[-1]

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 -- Qt's own signature
        """Count the rows."""
        return len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a group be seen; neither keys nor the mouse choose it."""
        return super().flags(index) if self.finding(index.row()) else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a row shows, reads out, or is."""
        found = self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None
        if isinstance(found, Group):
            return _group_data(found, role)
        if found is None:
            return None
        if role == FINDING_ROLE:
            return found
        if role == CONFIRMED_ROLE:
            return self._is_confirmed(found)
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(found.message)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{shown(found.message)}\n{rule_title(found.rule)} · {found.rule}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _(
                N_("{severity}, clause {clause}, {message}"),
                severity=_(SEVERITY_WORDS[found.severity]), clause=found.clause, message=found.message,
            )  # fmt: skip
        return None

    def _refilter(self) -> None:
        kept = [finding for finding in self._all if self._passes(finding)]
        self.beginResetModel()
        self._kept = kept
        self._rows = [*kept] if self._grouping == "text" else self._grouped(kept)
        self.endResetModel()

    def _passes(self, finding: Finding) -> bool:
        if SEVERITIES.index(finding.severity) < SEVERITIES.index(self._least):
            return False
        if self._wanted == "confirmed":
            if not self._is_confirmed(finding):
                return False
        elif self._wanted and self._state_of(finding.clause) != self._wanted:
            return False
        return not self._words or self._words in _searchable(finding)

    def _grouped(self, kept: Sequence[Finding]) -> list[Finding | Group]:
        """Put findings together, each group in the order of the text."""
        names = self._names(kept)
        groups: dict[Hashable, list[Finding]] = {}
        for finding, (key, _title) in zip(kept, names, strict=True):
            groups.setdefault(key, []).append(finding)
        titles = dict(names)
        rows: list[Finding | Group] = []
        for key in self._order(groups):
            rows.append(Group(titles[key], len(groups[key])))
            rows.extend(groups[key])
        return rows

    def _names(self, kept: Sequence[Finding]) -> list[tuple[Hashable, str]]:
        """Give the group of each finding, and what that is called."""
        if self._grouping == "rule":
            titles = {rule: rule_title(rule) for rule in {finding.rule for finding in kept}}
            return [(finding.rule, titles[finding.rule]) for finding in kept]
        if self._grouping == "severity":
            return [(finding.severity, _(SEVERITY_WORDS[finding.severity])) for finding in kept]
        if self._grouping == "state":
            states = [self._state_of(finding.clause) for finding in kept]
            return [(state, state_word(state)) for state in states]
        places, none = self._places(), Place()
        sections = [places.get(finding.clause, none) for finding in kept]
        return [(place.heading, place.title or _("Before the first heading")) for place in sections]

    def _order(self, groups: Mapping[Hashable, Sequence[Finding]]) -> list[Hashable]:
        """Put the kind with the most first, the worst severity, the earliest state; sections as in the text."""
        if self._grouping == "rule":
            return [key for key, _count in Counter({key: len(found) for key, found in groups.items()}).most_common()]
        if self._grouping == "severity":
            return [severity for severity in reversed(SEVERITIES) if severity in groups]
        if self._grouping == "state":
            return [state for state in STATES if state in groups]
        return list(groups)


def _group_data(group: Group, role: int) -> object:
    if role == GROUP_ROLE:
        return group
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return f"{group.title} ({group.count})"
    return None


def _searchable(finding: Finding) -> str:
    return f"{finding.rule} {rule_title(finding.rule)} {finding.text} {shown(finding.message)}".casefold()

"""Findings as rows, filtered by severity and by words, in the order of the text or in groups."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _, shown
from drafter.model import N_, SEVERITIES, Finding, Severity
from drafter.review import rule_title

SEVERITY_WORDS: dict[Severity, str] = {"critical": N_("critical"), "major": N_("major"), "minor": N_("minor")}
FINDING_ROLE = Qt.ItemDataRole.UserRole
GROUP_ROLE = Qt.ItemDataRole.UserRole + 1
CONFIRMED_ROLE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex

Grouping = Literal["text", "rule", "severity"]
GROUPINGS: Final[dict[Grouping, str]] = {
    "text": N_("In the order of the text"), "rule": N_("By kind"), "severity": N_("By severity"),
}  # fmt: skip


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
        self._is_confirmed: Callable[[Finding], bool] = lambda _finding: False

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings."""
        self._all = list(findings)
        self._refilter()

    def ask_whether_confirmed(self, is_confirmed: Callable[[Finding], bool]) -> None:
        """Have it asked of a finding in sight whether a reviewer said that it is a fault indeed."""
        self._is_confirmed = is_confirmed

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
        """Let a group be seen, but not chosen."""
        return super().flags(index) if self.finding(index.row()) else Qt.ItemFlag.ItemIsEnabled

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
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return shown(found.message)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _(
                N_("{severity}, clause {clause}, {message}"),
                severity=_(SEVERITY_WORDS[found.severity]), clause=found.clause, message=found.message,
            )  # fmt: skip
        return None

    def _refilter(self) -> None:
        least = SEVERITIES.index(self._least)
        kept = [
            finding
            for finding in self._all
            if SEVERITIES.index(finding.severity) >= least and (not self._words or self._words in _searchable(finding))
        ]
        self.beginResetModel()
        self._kept = kept
        self._rows = [*kept] if self._grouping == "text" else self._grouped(kept)
        self.endResetModel()

    def _grouped(self, kept: Sequence[Finding]) -> list[Finding | Group]:
        """Put findings together, the kind with the most first, or the worst severity."""
        by_rule = self._grouping == "rule"
        counts = Counter(one.rule if by_rule else one.severity for one in kept)
        order = (
            [name for name, _count in counts.most_common()]
            if by_rule
            else [severity for severity in reversed(SEVERITIES) if counts[severity]]
        )
        rows: list[Finding | Group] = []
        for name in order:
            title = rule_title(name) if by_rule else _(SEVERITY_WORDS[name])  # type: ignore[index] # a severity
            rows.append(Group(title, counts[name]))
            rows.extend(one for one in kept if (one.rule if by_rule else one.severity) == name)
        return rows


def _group_data(group: Group, role: int) -> object:
    if role == GROUP_ROLE:
        return group
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return f"{group.title} ({group.count})"
    return None


def _searchable(finding: Finding) -> str:
    return f"{finding.rule} {rule_title(finding.rule)} {finding.text} {shown(finding.message)}".casefold()

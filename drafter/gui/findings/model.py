"""Findings as rows, filtered by severity and by words."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from drafter.gui.toolbox.overrides import guarded
from drafter.i18n import _, shown
from drafter.model import N_, SEVERITIES, Finding, Severity

SEVERITY_WORDS: dict[Severity, str] = {"critical": N_("critical"), "major": N_("major"), "minor": N_("minor")}
FINDING_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@guarded
class FindingsModel(QAbstractListModel):
    """The open findings that pass the filter, in the order of the text."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Finding] = []
        self._shown: list[Finding] = []
        self._least: Severity = "minor"
        self._words = ""

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings."""
        self._all = list(findings)
        self._refilter()

    def set_least(self, severity: Severity) -> None:
        """Show only findings at least this severe."""
        self._least = severity
        self._refilter()

    def set_words(self, words: str) -> None:
        """Show only findings whose rule, words or message hold what was typed."""
        self._words = words.casefold().strip()
        self._refilter()

    def finding(self, row: int) -> Finding | None:
        """Give the finding of a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row(self, finding: Finding) -> int:
        """Give the row of a finding, -1 where the filter hides it."""
        return next((row for row, known in enumerate(self._shown) if known == finding), -1)

    def row_like(self, finding: Finding) -> int:
        """Give the row of a finding that typing before it has moved, -1 where it is no longer there."""
        if (row := self.row(finding)) >= 0:
            return row
        same = (finding.rule, finding.clause, finding.side, finding.text)
        moved = [
            (abs(known.span.start - finding.span.start), row)
            for row, known in enumerate(self._shown)
            if (known.rule, known.clause, known.side, known.text) == same
        ]
        return min(moved)[1] if moved else -1

    def after(self, clause: int, side: str, offset: int, order: dict[int, int], step: int) -> Finding | None:
        """Give the next finding, or the one before, seen from a place; round the end at either end.

        Args:
            clause: id of the clause of the place.
            side: its side.
            offset: code point in that side.
            order: place of every clause in the text.
            step: 1 for the next, -1 for the one before.
        """
        here = (order.get(clause, -1), side != "zh", offset)
        keys = [(order[finding.clause], finding.side != "zh", finding.span.start) for finding in self._shown]
        if step > 0:
            return next((found for key, found in zip(keys, self._shown, strict=True) if key > here), self.finding(0))
        before = [found for key, found in zip(keys, self._shown, strict=True) if key < here]
        return before[-1] if before else self.finding(len(self._shown) - 1)

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 -- Qt's own signature
        """Count the rows."""
        return len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a row shows, reads out, or is."""
        finding = self.finding(index.row())
        if finding is None:
            return None
        if role == FINDING_ROLE:
            return finding
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return shown(finding.message)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _(
                N_("{severity}, clause {clause}, {message}"),
                severity=_(SEVERITY_WORDS[finding.severity]), clause=finding.clause, message=finding.message,
            )  # fmt: skip
        return None

    def _refilter(self) -> None:
        least = SEVERITIES.index(self._least)
        kept = [
            finding
            for finding in self._all
            if SEVERITIES.index(finding.severity) >= least
            and (not self._words or self._words in f"{finding.rule} {finding.text} {shown(finding.message)}".casefold())
        ]
        self.beginResetModel()
        self._shown = kept
        self.endResetModel()

"""What was decided about findings, as the history leads to it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from drafter.model import Clause, Decision, Finding, Message, Revision, Side
from drafter.review.changes import Edit
from drafter.review.keys import Keyed, likeness, successor

OPEN: Final[Decision] = "open"
IGNORED: Final[Decision] = "ignored"


class Deciding:
    """Which findings were set aside, known by their keys."""

    def __init__(self) -> None:
        self._decisions: dict[tuple[int, str], str] = {}

    def note(self, revision: Revision) -> None:
        """Take a revision's decision into account."""
        self._decisions[revision.clause, revision.key] = revision.after

    def is_ignored(self, clause: int, key: str) -> bool:
        """Whether a finding of a clause was set aside."""
        return self._decisions.get((clause, key)) == IGNORED

    def decided(self, finding: Finding, key: str, decision: Decision, reason: str) -> Edit | None:
        """Give the change that decides about a finding; None where it is so decided already."""
        before = self._decisions.get((finding.clause, key), OPEN)
        if before == decision:
            return None
        return Edit(finding.clause, finding.side, before, decision, "decision", key, reason)

    def regrouped(self, before: Iterable[Keyed], after: Iterable[Keyed]) -> Iterator[Edit]:
        """Carry what was set aside over to clauses that are paired otherwise: the third of its like stays the third.

        Args:
            before: the findings of the clauses that went, in order.
            after: the findings of those that stand in their place.
        """
        known, found = _by_likeness(before), _by_likeness(after)
        for like, old in known.items():
            new = found.get(like, [])
            if len(new) != len(old):
                continue  # which is which can't be told: all of them stand open
            for (finding, key), (moved, moved_key) in zip(old, new, strict=True):
                same = (finding.clause, key) == (moved.clause, moved_key)
                if not same and self.is_ignored(finding.clause, key):
                    yield Edit(moved.clause, moved.side, OPEN, IGNORED, "decision", moved_key)

    def carried(self, before: Clause, known: Sequence[Keyed], after: Clause, found: Sequence[Keyed]) -> Iterator[Edit]:
        """Carry what was set aside over to a changed text, where the same finding still stands there.

        Args:
            before: the clause as it was.
            known: its findings as it was.
            after: the clause as it is.
            found: its findings as it is.
        """
        for finding, key in known:
            if not self.is_ignored(before.id, key):
                continue
            new = successor(finding, before, after, found)
            if new is not None and new != key:
                yield Edit(before.id, finding.side, IGNORED, OPEN, "decision", key)
                yield Edit(before.id, finding.side, OPEN, IGNORED, "decision", new)


def _by_likeness(findings: Iterable[Keyed]) -> dict[tuple[str, Side, str, Message], list[Keyed]]:
    sorted_: dict[tuple[str, Side, str, Message], list[Keyed]] = {}
    for finding, key in findings:
        sorted_.setdefault(likeness(finding), []).append((finding, key))
    return sorted_

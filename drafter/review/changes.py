"""One change asked for, and what an observer is told once it is made."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from drafter.model import Revision, RevisionKind, Side, Turn


@dataclass(frozen=True, slots=True)
class Change:
    """What an observer is told after something changed.

    Attributes:
        clauses: ids of the clauses whose text, findings or decisions changed.
        revisions: the revisions that did it.
        regrouped: whether other clauses stand there now, or in another order.
    """

    clauses: tuple[int, ...]
    revisions: tuple[Revision, ...]
    regrouped: bool = False


@dataclass(frozen=True, slots=True)
class Edit:
    """One change asked for, before it becomes a revision; its attributes are a revision's.

    Attributes:
        author: whose it stays, where somebody else's change carries it along; "" for whoever makes it.
    """

    clause: int
    side: Side
    before: str
    after: str
    kind: RevisionKind = "text"
    key: str = ""
    reason: str = ""
    turn: Turn = ""
    author: str = ""

    @classmethod
    def turned(cls, revision: Revision, turn: Literal["undo", "redo"]) -> "Edit":
        """Make the edit that undoes or redoes a revision."""
        before, after = (revision.after, revision.before) if turn == "undo" else (revision.before, revision.after)
        return cls(revision.clause, revision.side, before, after, revision.kind, revision.key, revision.reason, turn)

    @classmethod
    def of(cls, revision: Revision) -> "Edit":
        """Make the edit that does the same as a revision."""
        return cls(
            revision.clause,
            revision.side,
            revision.before,
            revision.after,
            revision.kind,
            revision.key,
            revision.reason,
        )

    def revision(self, number: int, author: str, time: str, group: int) -> Revision:
        """Number the change and stamp it.

        Args:
            number: its place in the history, counted from 1.
            author: who made it.
            time: when, UTC in ISO 8601.
            group: number of the first revision of its step.
        """
        return Revision(
            number=number, kind=self.kind, clause=self.clause, side=self.side, before=self.before, after=self.after,
            author=self.author or author, time=time, reason=self.reason, key=self.key, group=group, turn=self.turn,
        )  # fmt: skip


def now() -> str:
    """Give the time as the history keeps it: UTC, ISO 8601 to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def storable(text: str) -> str:
    """Give a text as a project file can keep it."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\r\n", "\n").replace("\r", "\n")

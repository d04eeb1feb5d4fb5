"""The state of every clause, as the history leads to it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, cast

from drafter.model import LOCKED, N_, STATES, Clause, DrafterError, Revision, State, lowest
from drafter.review.changes import Edit
from drafter.review.history import Standing
from drafter.review.regrouping import origins

_FIRST: Final = STATES[0]
EDITED: Final[State] = "translated"
"""Where a clause goes back to when its text is changed after it was reviewed."""
_LOCKED: Final = N_("Clause {clause} is finished: reopen it before you change it.")


class States:
    """Which state each clause is in; without anybody's word it is the first."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing

    def made(self, clause: int) -> Revision | None:
        """Give the change that brought a clause to its state, None where nobody did."""
        return self._standing.last(("state", clause, ""))

    def of(self, clause: int) -> State:
        """Give the state of a clause."""
        made = self.made(clause)
        return cast(State, made.after) if made else _FIRST

    def is_locked(self, clause: int) -> bool:
        """Whether a clause is finished, so that its text can't be changed."""
        return self.of(clause) == LOCKED

    def require_unlocked(self, clauses: Iterable[int]) -> None:
        """Refuse a change of finished clauses.

        Raises:
            DrafterError: one of them is finished.
        """
        for clause in clauses:
            if self.is_locked(clause):
                raise DrafterError(_LOCKED, clause=clause)

    def changed(self, clause: int, state: State, reason: str = "") -> Edit | None:
        """Give the change that brings a clause to a state; None where it is in it."""
        before = self.of(clause)
        return Edit(clause, "zh", before, state, "state", reason=reason) if before != state else None

    def edited(self, clause: int) -> Edit | None:
        """Give the change that an edit of a clause's text brings with it."""
        return self.changed(clause, lowest(self.of(clause), EDITED))

    def regrouped(self, before: Iterable[Clause], after: Iterable[Clause]) -> Iterator[Edit]:
        """Carry states over to clauses that are paired otherwise: of what comes together, the lowest.

        Args:
            before: the clauses as they were.
            after: those that stand in their place.
        """
        for id_, old in origins(before, after).items():
            edit = self.changed(id_, lowest(*map(self.of, old)) if old else _FIRST)
            if edit is not None:
                authors: Mapping[State, str] = {self.of(one): made.author for one in old if (made := self.made(one))}
                yield Edit(id_, "zh", edit.before, edit.after, "state", author=authors.get(cast(State, edit.after), ""))

"""Reckoning suggestions in a thread of its own; the cues are prepared once, and anew where the review changed."""

from threading import Lock

from drafter.review import Change, ReviewSession
from drafter.review.measuring import Suggestions
from drafter.taxonomy.suggesting import Suggestion

Candidates = list[tuple[int, Suggestion]]


class Looker:
    """Suggests for a review; may be asked from any thread, one question after the other."""

    def __init__(self, session: ReviewSession) -> None:
        self._session = session
        self._lock = Lock()
        self._made: Suggestions | None = None
        self._taught = False

    def follow(self, change: Change) -> None:
        """Take a change of the review into account with the next question."""
        kinds = {one.kind for one in change.revisions}
        if change.regrouped or "text" in kinds:
            self.forget()
        elif "tag" in kinds:
            self._taught = True

    def forget(self) -> None:
        """Begin anew with the next question: texts or taxonomy are others now."""
        self._made = None

    def relearn(self) -> None:
        """Take tags and what was rejected into account with the next question."""
        self._taught = True

    def of_clause(self, clause: int) -> tuple[int, tuple[Suggestion, ...]]:
        """Give a clause and what it is likely about; nothing where it is not there any more."""
        with self._lock:
            try:
                return clause, self._ready().of_clause(clause)
            except KeyError:  # paired otherwise meanwhile: the next question is on its way
                return clause, ()

    def candidates(self) -> Candidates:
        """Give all that is suggested in the review and not on its clause yet, with the clause."""
        with self._lock:
            return [
                (clause, one)
                for clause, made in self._ready().of_all().items()
                for one in made
                if not one.against and one.notation not in self._session.tags(clause)
            ]

    def _ready(self) -> Suggestions:
        made = self._made
        if made is None:
            self._taught = False
            made = self._made = Suggestions(self._session)
        elif self._taught:
            self._taught = False
            made.relearn()
        return made

"""The tags of every clause, as the history leads to them."""

from collections.abc import Iterator

from drafter.model import Revision

ON = "on"


class Tagging:
    """Which concepts stand on which clause."""

    def __init__(self) -> None:
        self._done: dict[int, list[Revision]] = {}
        self._tags: dict[int, tuple[str, ...]] = {}

    def __iter__(self) -> Iterator[int]:
        """Give the clauses that have tags."""
        return iter(self._tags)

    def tags(self, clause: int) -> tuple[str, ...]:
        """Give the notations of the concepts on a clause, in the order in which they were put there."""
        return self._tags.get(clause, ())

    def note(self, revision: Revision) -> None:
        """Replay what was done to the tags of a clause, so that an undone removal puts a tag back in its old place."""
        done = self._done.setdefault(revision.clause, [])
        if revision.turn != "undo":
            done.append(revision)
        elif done:
            done.pop()
        tags: dict[str, None] = {}
        for change in done:
            if change.after:
                tags[change.key] = None
            else:
                tags.pop(change.key, None)
        self._tags[revision.clause] = tuple(tags)
        if not tags:
            del self._tags[revision.clause]

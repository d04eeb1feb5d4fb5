"""The history read as steps: what undo takes back, and what redo brings again."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from drafter.model import Revision


class Steps:
    """The steps of a history that can be undone and redone, latest last.

    A step is one or more revisions made together. Undoing appends a step of its own; nothing is ever removed.
    """

    def __init__(self, revisions: Iterable[Revision] = ()) -> None:
        self._done: list[int] = []
        self._undone: list[int] = []
        for revision in revisions:
            if revision.group == revision.number:
                self.add(revision)

    def add(self, first: Revision) -> None:
        """Take in the first revision of a new step."""
        if first.turn == "undo":
            self._undone.append(self._done.pop())
        elif first.turn == "redo":
            self._done.append(self._undone.pop())
        else:
            self._done.append(first.number)
            self._undone.clear()

    @property
    def undoable(self) -> int | None:
        """Number of the step that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> int | None:
        """Number of the step that redo would bring again."""
        return self._undone[-1] if self._undone else None


def effective_steps(revisions: Sequence[Revision], start: int) -> list[list[Revision]]:
    """Give the steps since some point that still hold; what was undone since then, and undoing it, is left out.

    Args:
        revisions: the whole history.
        start: how many of its first revisions are not looked at.
    """
    done: list[list[Revision]] = []
    undone: list[list[Revision]] = []
    for _group, members in groupby(revisions[start:], key=lambda revision: revision.group):
        step = list(members)
        if step[0].turn == "undo" and done:
            undone.append(done.pop())
        elif step[0].turn == "redo" and undone:
            done.append(undone.pop())
        else:  # a change of its own, or one that turns round what was done before
            done.append(step)
            if not step[0].turn:
                undone.clear()
    return done

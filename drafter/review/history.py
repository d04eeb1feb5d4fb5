"""The history read as steps: what undo takes back, and what redo brings again."""

from collections.abc import Iterable

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

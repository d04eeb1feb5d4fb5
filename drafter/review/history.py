"""The history read as steps, which undo takes back and redo brings again, and by the things that it changed."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from drafter.model import Revision, RevisionKind


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


Thing = tuple[RevisionKind, int, str]
"""What a revision changes: the kind, the clause (0 where it may stand at any), and which of its kind there."""

_ANYWHERE: Final = ("note", "done", "finding", "ignore")


def thing_of(revision: Revision) -> Thing:
    """Tell what a revision changes; a note or a finding is the same wherever it stands."""
    clause = 0 if revision.kind in _ANYWHERE else revision.clause
    return revision.kind, clause, revision.side if revision.kind == "text" else revision.key


class Standing:
    """The changes that stand, by what they changed; what was undone is not there, what was redone is whose it was."""

    def __init__(self) -> None:
        self._made: dict[Thing, list[Revision]] = {}
        self._undone: dict[Thing, list[Revision]] = {}
        self._touched: set[tuple[str, int]] = set()

    def note(self, revision: Revision) -> None:
        """Take a revision into account."""
        thing = thing_of(revision)
        self._touched.add(thing[:2])
        made, undone = self._made.setdefault(thing, []), self._undone.setdefault(thing, [])
        if revision.turn == "undo" and made and (made[-1].before, made[-1].after) == (revision.after, revision.before):
            undone.append(made.pop())
        elif revision.turn == "redo" and undone and (undone[-1].before, undone[-1].after) == (
            revision.before, revision.after,
        ):  # fmt: skip
            made.append(undone.pop())
        else:
            made.append(revision)
            undone.clear()

    def is_touched(self, kind: RevisionKind, clause: int) -> bool:
        """Whether anything of a kind was ever changed at a clause: asked before each thing of it is."""
        return (kind, clause) in self._touched

    def made(self, thing: Thing) -> Sequence[Revision]:
        """Give the changes of a thing, oldest first."""
        return self._made.get(thing, ())

    def last(self, thing: Thing) -> Revision | None:
        """Give the last change of a thing, None where nobody changed it."""
        made = self._made.get(thing)
        return made[-1] if made else None

    def of_kind(self, kind: RevisionKind) -> Iterator[Revision]:
        """Give the last change of everything of a kind, in the order in which each was changed first."""
        return (made[-1] for thing, made in self._made.items() if made and thing[0] == kind)


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

"""Everything that a history led to besides the texts, and what becomes of it when a text changes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from drafter.model import Clause, Revision
from drafter.project import unpacked
from drafter.review.changes import Edit
from drafter.review.deciding import Deciding
from drafter.review.history import Standing
from drafter.review.keys import Keyed
from drafter.review.notes import Notebook
from drafter.review.owning import OwnFindings
from drafter.review.regrouping import heir
from drafter.review.states import States
from drafter.review.tagging import ON, Tagging

Found = Mapping[int, Sequence[Keyed]]
"""The findings of clauses, by id."""


class Books:
    """What stands beside the texts.

    Attributes:
        standing: the changes that stand, by what they changed.
        deciding: what was decided about findings.
        states: the state of every clause.
        owning: the reviewers' own findings.
        tagging: the tags of every clause.
        notebook: the notes of every clause.
    """

    def __init__(self, notebook: Notebook) -> None:
        self.standing = Standing()
        self.deciding = Deciding(self.standing)
        self.states = States(self.standing)
        self.owning = OwnFindings()
        self.tagging = Tagging()
        self.notebook = notebook

    def note(self, revision: Revision) -> None:
        """Take a revision into account."""
        self.standing.note(revision)
        if revision.kind == "ignore":
            self.deciding.note(revision)
        elif revision.kind == "finding":
            self.owning.note(revision)
        elif revision.kind == "tag":
            self.tagging.note(revision)
        elif revision.kind in ("note", "done"):
            self.notebook.note(revision)
        elif revision.kind == "pairing":
            self.notebook.regrouped(unpacked(revision.before), unpacked(revision.after))

    def carried(
        self, before: Mapping[int, Clause], known: Found, changed: Mapping[int, Clause], found: Found
    ) -> Iterator[Edit]:
        """Give the changes that edits of texts bring with them.

        Args:
            before: the clauses as they were.
            known: their findings as they were.
            changed: the clauses whose text changed, as they are.
            found: their findings as they are.
        """
        for id_, clause in changed.items():
            yield from self.deciding.carried(before[id_], known[id_], clause, found[id_])
            yield from self.owning.carried(before[id_], clause)
            if (edit := self.states.edited(id_)) is not None:
                yield edit

    def inherited(
        self, before: Sequence[Clause], known: Found, after: Sequence[Clause], found: Found
    ) -> Iterator[Edit]:
        """Give the changes that pairing otherwise brings with it: all that hung on clauses follows their text.

        Args:
            before: the clauses that change or go, in order.
            known: the findings as they were.
            after: those that stand in their place, in order.
            found: the findings as they are.
        """
        yield from self.deciding.regrouped(
            (one for clause in before for one in known[clause.id]),
            (one for clause in after for one in found[clause.id]),
        )
        yield from self.owning.regrouped(before, after)
        yield from self.states.regrouped(before, after)
        yield from self._tags(before, after)

    def _tags(self, before: Iterable[Clause], after: Sequence[Clause]) -> Iterator[Edit]:
        heirs = tuple(enumerate(after))
        tags = {clause.id: dict.fromkeys(self.tagging.tags(clause.id)) for clause in after}
        for clause in before:
            if clause.id in tags:
                continue
            to = heir(clause, heirs)
            for tag in self.tagging.tags(clause.id):
                if tag not in tags[to]:
                    tags[to][tag] = None
                    yield Edit(to, "zh", "", ON, "tag", tag)

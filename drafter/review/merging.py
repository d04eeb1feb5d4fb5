"""Two reviewers' copies of a review joined: what either did since they parted, and where they contradict each other."""

import secrets
from collections.abc import Container
from dataclasses import replace
from itertools import count
from pathlib import Path

from drafter.i18n import _
from drafter.model import N_, STATE_WORDS, Clause, DrafterError
from drafter.project import ProjectStore, Record, packed, taken_back, unpacked
from drafter.project.marking import packed_marking, unpacked_marking
from drafter.review.changes import Edit
from drafter.review.locking import open_store
from drafter.review.merger import Conflict, Merged, Merger
from drafter.review.session import ReviewSession

_STRANGERS = N_("These are not copies of one review: they were made from other files.")


def merge(mine: Record, theirs: Record) -> Merged:
    """Join two copies of a review.

    Args:
        mine: the first copy.
        theirs: the second one.

    Raises:
        DrafterError: they are not copies of one review.
    """
    shared = _shared(mine, theirs)
    base = _parted(mine, shared)
    if {side: one.data for side, one in mine.documents.items()} != {
        side: one.data for side, one in theirs.documents.items()
    } or base != _parted(theirs, shared):
        raise DrafterError(_STRANGERS)
    return Merger(base, shared, mine, _renumbered(theirs, {clause.id for clause in base}, mine)).merged()


def _shared(mine: Record, theirs: Record) -> int:
    """Count the changes with which both histories begin."""
    pairs = enumerate(zip(mine.revisions, theirs.revisions, strict=False))
    return next(
        (index for index, (one, other) in pairs if one != other), min(len(mine.revisions), len(theirs.revisions))
    )


def _parted(record: Record, shared: int) -> list[Clause]:
    return taken_back(record.clauses, record.revisions[shared:])


def _renumbered(theirs: Record, known: Container[int], mine: Record) -> Record:
    """Give the clauses that the second reviewer made ids that no clause of the first has or had."""
    fresh = count(1 + max(*_ids(mine), *_ids(theirs), 0))
    new: dict[int, int] = {}

    def renumber(id_: int) -> int:
        if id_ in known:
            return id_
        if id_ not in new:
            new[id_] = next(fresh)
        return new[id_]

    def arrangement(text: str) -> str:
        return packed(tuple((index, replace(one, id=renumber(one.id))) for index, one in unpacked(text)))

    def marking(text: str) -> str:
        found = unpacked_marking(text) if text else None
        return packed_marking(replace(found, clause=renumber(found.clause))) if found else ""

    revisions = []
    for one in theirs.revisions:
        made = replace(one, clause=renumber(one.clause))
        if one.kind == "pairing":
            made = replace(made, before=arrangement(one.before), after=arrangement(one.after))
        elif one.kind == "finding":
            made = replace(made, before=marking(one.before), after=marking(one.after))
        revisions.append(made)
    clauses = tuple(replace(clause, id=renumber(clause.id)) for clause in theirs.clauses)
    return replace(theirs, clauses=clauses, revisions=tuple(revisions))


def _ids(record: Record) -> set[int]:
    """Give the ids of all clauses that a review has or had."""
    found = {clause.id for clause in record.clauses}
    for one in record.revisions:
        if one.kind == "pairing":
            found.update(clause.id for _index, clause in (*unpacked(one.before), *unpacked(one.after)))
    return found


def join_copy(session: ReviewSession, theirs: Path) -> tuple[ReviewSession, Merged]:
    """Join another reviewer's copy to a review that is open.

    Args:
        session: the review; it stays as it is.
        theirs: the copy.

    Returns:
        The review with both, kept nowhere yet, and what was joined; each conflict is left as a note.

    Raises:
        DrafterError: the copy can't be read, or is none of this review.
    """
    merged = merge(session.record(), _loaded(theirs))
    record = _with_notes(merged)
    return ReviewSession(record.title, record.documents, record.clauses, author=session.author, record=record), merged


def merge_files(mine: Path, theirs: Path, out: Path) -> Merged:
    """Join two project files into a third; both stay as they are.

    Each conflict is left as a note on its clause, in the name of the second reviewer.

    Args:
        mine: the first copy.
        theirs: the second one.
        out: the project file to write.

    Raises:
        DrafterError: one can't be read, they are not copies of one review, or the file can't be written.
    """
    merged = merge(_loaded(mine), _loaded(theirs))
    ProjectStore.create(out, _with_notes(merged)).close()
    return merged


def _with_notes(merged: Merged) -> Record:
    """Give the joined review with a note for each conflict."""
    record = merged.record
    time = max((one.time for one in record.revisions), default="")
    notes = [
        Edit(one.clause, one.side, "", _noted(one), "note", secrets.token_hex(6)).revision(
            number, one.author, time, number
        )
        for number, one in enumerate(merged.conflicts, len(record.revisions) + 1)
    ]
    return replace(record, revisions=(*record.revisions, *notes))


def _noted(conflict: Conflict) -> str:
    if conflict.what == "state":
        return _(
            "One copy has this clause as “{mine}”, the other one as “{theirs}”: look at it and say how far it is.",
            mine=_(STATE_WORDS[conflict.mine]), theirs=_(STATE_WORDS[conflict.theirs]),
        )  # fmt: skip
    if conflict.what == "decision":
        return _("Both copies decided otherwise about a finding here: look at it again.")
    if conflict.what == "finding" and not (conflict.mine and conflict.theirs):
        return _(
            "A finding stands in one copy only, and was left out here: {text}", text=conflict.theirs or conflict.mine
        )
    return _("Both copies changed this. The other one has: {text}", text=conflict.theirs)


def _loaded(path: Path) -> Record:
    store = open_store(path)
    try:
        return store.load()
    finally:
        store.close()

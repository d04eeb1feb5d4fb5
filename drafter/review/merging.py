"""Two reviewers' copies of a review joined: what either did since they parted, and where they contradict each other."""

import secrets
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Literal

from drafter.i18n import _
from drafter.model import N_, Clause, DrafterError, Revision, Side
from drafter.project import Arrangement, ProjectStore, Record, packed, placed, rearranged, taken_back, unpacked
from drafter.review.changes import Edit
from drafter.review.deciding import OPEN
from drafter.review.history import effective_steps
from drafter.review.joining import joined_text
from drafter.review.locking import open_store
from drafter.review.session import ReviewSession

_SIDES: tuple[Side, Side] = ("zh", "en")
_STRANGERS = N_("These are not copies of one review: they were made from other files.")
What = Literal["text", "pairing", "note"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that both reviewers changed otherwise; the joined review has what the first one made.

    Attributes:
        what: what they changed: a text, which texts stand beside each other, or a note.
        clause: id of the clause in the joined review.
        side: the side.
        base: how it was when the copies parted.
        mine: what the first reviewer made of it.
        theirs: what the second one made of it.
        author: the second one's name.
    """

    what: What
    clause: int
    side: Side
    base: str
    mine: str
    theirs: str
    author: str


@dataclass(frozen=True, slots=True)
class Merged:
    """Two copies joined.

    Attributes:
        record: the review with both histories: the first one's as it was, then what the second one did.
        conflicts: what could not be joined.
        taken: how many changes of the second copy were taken over.
    """

    record: Record
    conflicts: tuple[Conflict, ...]
    taken: int


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
    return _Merger(base, shared, mine, _renumbered(theirs, {clause.id for clause in base}, mine)).merged()


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

    revisions = []
    for one in theirs.revisions:
        made = replace(one, clause=renumber(one.clause))
        if one.kind == "pairing":
            made = replace(made, before=arrangement(one.before), after=arrangement(one.after))
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


class _Merger:
    """Goes through what the second reviewer did, region by region of the text.

    A region is the clauses that one of the two paired otherwise, together; elsewhere it is a single clause.
    """

    def __init__(self, base: Sequence[Clause], shared: int, mine: Record, theirs: Record) -> None:
        self._base = {clause.id: clause for clause in base}
        self._mine, self._theirs = mine, theirs
        self._tail = [one for step in effective_steps(theirs.revisions, shared) for one in step]
        own = [one for step in effective_steps(mine.revisions, shared) for one in step]
        self._regions = _Regions((*own, *self._tail))
        self._touched = {self._regions.of(one.clause) for one in own if one.kind in ("text", "pairing")}
        self._repaired = {self._regions.of(one.clause) for one in (*own, *self._tail) if one.kind == "pairing"}
        self._state = _State(base, mine.revisions[:shared])
        self._ours = _State(mine.clauses, mine.revisions)
        self._their_state = _State(theirs.clauses, theirs.revisions)
        self._clauses = list(mine.clauses)
        self._revisions = list(mine.revisions)
        self._places = {clause.id: index for index, clause in enumerate(self._clauses)}
        self._steps: dict[int, int] = {}
        self._conflicts: list[Conflict] = []
        self._settled: set[tuple[object, ...]] = set()

    def merged(self) -> Merged:
        """Take over what can be, and tell the rest."""
        before = len(self._revisions)
        for revision in self._tail:
            region = self._regions.of(revision.clause)
            if revision.kind == "pairing" or (region in self._repaired and revision.kind == "text"):
                if region in self._touched:
                    self._both_paired(region, revision)
                else:
                    self._again(revision)
            elif revision.kind == "text":
                self._text(revision, touched=region in self._touched)
            else:
                self._other(revision)
        record = replace(self._mine, clauses=tuple(self._clauses), revisions=tuple(self._revisions))
        return Merged(record, tuple(self._conflicts), len(self._revisions) - before)

    # --- entering --------------------------------------------------------------------------------------------------

    def _enter(self, edit: Edit, like: Revision) -> None:
        """Add a change to the history, in the name and at the time of one of the second copy."""
        number = len(self._revisions) + 1
        last = self._revisions[-1].group if self._revisions else 0
        group = self._steps.get(like.group, number)
        if group not in (number, last):
            group = number  # steps hang together
        self._steps[like.group] = group
        self._revisions.append(edit.revision(number, like.author, like.time, group))

    def _again(self, revision: Revision) -> None:
        """Make a change of the second copy again, just as it was."""
        edit = Edit.of(revision)
        if revision.kind == "pairing":
            theirs, after = unpacked(revision.before), unpacked(revision.after)
            before = placed(self._clauses, (clause.id for _index, clause in theirs))
            shift = before[0][0] - theirs[0][0]  # others may have come or gone above
            after = tuple((max(0, index + shift), clause) for index, clause in after)
            self._clauses = rearranged(self._clauses, before, after)
            self._places = {clause.id: index for index, clause in enumerate(self._clauses)}
            edit = replace(edit, before=packed(before), after=packed(placed(self._clauses, _ids_of(after))))
        self._enter(edit, revision)
        if revision.kind == "text":
            self._put(revision.clause, revision.side, revision.after)

    def _put(self, id_: int, side: Side, text: str) -> None:
        index = self._places[id_]
        self._clauses[index] = self._clauses[index].with_text(side, text)

    # --- deciding --------------------------------------------------------------------------------------------------

    def _first(self, *what: object) -> bool:
        """Whether something comes up for the first time."""
        new = what not in self._settled
        self._settled.add(what)
        return new

    def _text(self, revision: Revision, *, touched: bool) -> None:
        base = self._base[revision.clause].side(revision.side).text
        mine = self._ours.text(revision.clause, revision.side)
        if not touched or mine == base:
            self._again(revision)
            return
        if not self._first("text", revision.clause, revision.side):
            return
        theirs = self._their_state.text(revision.clause, revision.side)
        joined = joined_text(base, mine, theirs)
        last = self._last("text", revision.clause, revision.side)
        if joined is None:
            self._conflicts.append(Conflict("text", revision.clause, revision.side, base, mine, theirs, last.author))
        elif joined != mine:
            self._enter(Edit(revision.clause, revision.side, mine, joined, reason=last.reason), last)
            self._put(revision.clause, revision.side, joined)

    def _last(self, kind: str, clause: int, side: Side) -> Revision:
        return [one for one in self._tail if (one.kind, one.clause, one.side) == (kind, clause, side)][-1]

    def _both_paired(self, region: int, revision: Revision) -> None:
        """Tell of a region that one of the two paired otherwise and the other changed too."""
        if not self._first("pairing", region):
            return
        mine = [clause for clause in self._mine.clauses if self._regions.of(clause.id) == region]
        theirs = [clause for clause in self._theirs.clauses if self._regions.of(clause.id) == region]
        if [(one.zh, one.en) for one in mine] == [(one.zh, one.en) for one in theirs]:
            return
        base = [clause for clause in self._base.values() if self._regions.of(clause.id) == region]
        self._conflicts.append(
            Conflict("pairing", mine[0].id, "en", _told(base), _told(mine), _told(theirs), revision.author)
        )

    def _other(self, revision: Revision) -> None:
        """Take over what is no text: both may have done the same, and only a note can be changed in two ways."""
        key = _key(revision)
        if not self._first(*key):
            return
        base, mine, theirs = (state.get(key) for state in (self._state, self._ours, self._their_state))
        if theirs in (base, mine):
            return
        home = self._home(revision.clause)
        last = [one for one in self._tail if _key(one) == key][-1]
        if mine != base:
            self._conflicts.append(Conflict("note", home, revision.side, base, mine, theirs, last.author))
            return
        nothing = OPEN if revision.kind == "decision" else ""
        self._enter(
            Edit(home, revision.side, mine or nothing, theirs or nothing, revision.kind, revision.key, last.reason),
            last,
        )

    def _home(self, id_: int) -> int:
        """Give the clause here that has what hangs on a clause of the second copy."""
        if id_ in self._places:
            return id_
        region = self._regions.of(id_)
        return next((known for known in self._places if self._regions.of(known) == region), min(self._places))


def _ids_of(arrangement: Arrangement) -> list[int]:
    return [clause.id for _index, clause in arrangement]


def _key(revision: Revision) -> tuple[str, int, str]:
    """Tell what a change is about that is no text; a note is the same wherever it stands."""
    clause = 0 if revision.kind in ("note", "done") else revision.clause
    return revision.kind, clause, revision.key


class _Regions:
    """Clauses that changes of the pairing tie together."""

    def __init__(self, revisions: Iterable[Revision]) -> None:
        self._parents: dict[int, int] = {}
        for revision in revisions:
            if revision.kind == "pairing":
                tied = [clause.id for _index, clause in (*unpacked(revision.before), *unpacked(revision.after))]
                for id_ in tied:
                    self._parents[self.of(id_)] = self.of(tied[0])

    def of(self, id_: int) -> int:
        """Give the region of a clause."""
        while (parent := self._parents.setdefault(id_, id_)) != id_:
            id_ = parent
        return id_


class _State:
    """What a history led to: texts, tags, decisions, notes."""

    def __init__(self, clauses: Sequence[Clause], revisions: Iterable[Revision]) -> None:
        self._clauses: Mapping[int, Clause] = {clause.id: clause for clause in clauses}
        self._values = {_key(one): one.after for one in revisions if one.kind not in ("text", "pairing")}

    def text(self, clause: int, side: Side) -> str:
        """Give a text; "" where the clause is not there."""
        known = self._clauses.get(clause)
        return known.side(side).text if known else ""

    def get(self, key: tuple[str, int, str]) -> str:
        """Give what a tag, a decision or a note is now, "" for nothing."""
        found = self._values.get(key, "")
        return "" if found == OPEN else found


def _told(clauses: Sequence[Clause]) -> str:
    return "\n".join(f"{clause.zh.text} | {clause.en.text}" for clause in clauses)


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
    return _("Both copies changed this. The other one has: {text}", text=conflict.theirs)


def _loaded(path: Path) -> Record:
    store = open_store(path)
    try:
        return store.load()
    finally:
        store.close()

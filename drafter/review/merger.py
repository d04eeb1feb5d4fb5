"""What the second of two reviewers did, entered after what the first did."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from drafter.language.marks import kept
from drafter.model import LOCKED, STATES, Clause, Marking, Revision, Side, Span, State, lowest
from drafter.project import Arrangement, Record, packed, placed, rearranged, unpacked
from drafter.project.marking import packed_marking, unpacked_marking
from drafter.review.changes import Edit
from drafter.review.deciding import OPEN
from drafter.review.history import Thing, effective_steps, thing_of
from drafter.review.joining import joined_text
from drafter.review.marked import holds_marks
from drafter.review.moving import moved
from drafter.review.states import EDITED

_SIDES: tuple[Side, Side] = ("zh", "en")
_SEEN: tuple[State, State] = ("reviewed", LOCKED)
"""States that say something about the text as somebody saw it."""
What = Literal["text", "pairing", "note", "state", "decision", "finding"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that both reviewers changed otherwise; the joined review has what the first one made.

    Of two states it has the lower one; of a clause that one finished and the other changed it has the changed text, no
    longer finished.

    Attributes:
        what: what they changed: a text, which texts stand beside each other, a note, the state of a clause, what is to
            become of a finding, or a reviewer's own finding.
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


class Merger:
    """Goes through what the second reviewer did, region by region of the text.

    A region is the clauses that one of the two paired otherwise, together; elsewhere it is a single clause.
    """

    def __init__(self, base: Sequence[Clause], shared: int, mine: Record, theirs: Record) -> None:
        """Look at both.

        Args:
            base: the clauses as they stood when the copies parted.
            shared: how many changes both histories begin with.
            mine: the first copy.
            theirs: the second one; no clause that it made has the id of one that the first made.
        """
        self._mine = mine
        self._marked = holds_marks(mine.documents)
        self._tail = [one for step in effective_steps(theirs.revisions, shared) for one in step]
        own = [one for step in effective_steps(mine.revisions, shared) for one in step]
        self._regions = _Regions((*own, *self._tail))
        self._touched = {self._regions.of(one.clause) for one in own if one.kind in ("text", "pairing")}
        self._repaired = {self._regions.of(one.clause) for one in (*own, *self._tail) if one.kind == "pairing"}
        self._base = _Copy(base, mine.revisions[:shared])
        self._ours = _Copy(mine.clauses, mine.revisions)
        self._other = _Copy(theirs.clauses, theirs.revisions)
        self._clauses = list(mine.clauses)
        self._revisions = list(mine.revisions)
        self._places = {clause.id: index for index, clause in enumerate(self._clauses)}
        self._last: dict[Thing, Revision] = {thing_of(one): one for one in self._tail}
        self._last_at: dict[int, Revision] = {one.clause: one for one in self._tail}
        self._steps: dict[int, int] = {}
        self._conflicts: list[Conflict] = []
        self._settled: set[object] = set()

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
            elif revision.kind not in ("state", "finding"):
                self._beside(revision)
        self._findings()
        self._states()
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

    def _tell(self, what: What, clause: int, side: Side, values: tuple[str, str, str], author: str) -> None:
        self._conflicts.append(Conflict(what, clause, side, *values, author))

    # --- texts and pairs -------------------------------------------------------------------------------------------

    def _first(self, what: object) -> bool:
        """Whether something comes up for the first time."""
        new = what not in self._settled
        self._settled.add(what)
        return new

    def _text(self, revision: Revision, *, touched: bool) -> None:
        id_, side = revision.clause, revision.side
        base, mine = self._base.text(id_, side), self._ours.text(id_, side)
        if not touched or mine == base:
            self._again(revision)
            return
        if not self._first(thing_of(revision)):
            return
        theirs, last = self._other.text(id_, side), self._last[thing_of(revision)]
        joined = joined_text(base, mine, theirs)
        if joined is None:
            self._tell("text", id_, side, (base, mine, theirs), last.author)
            return
        if self._marked:
            joined = kept(base, joined)
        if joined != mine:
            self._enter(Edit(id_, side, mine, joined, reason=last.reason), last)
            self._put(id_, side, joined)

    def _both_paired(self, region: int, revision: Revision) -> None:
        """Tell of a region that one of the two paired otherwise and the other changed too."""
        if not self._first(("pairing", region)):
            return
        base, mine, theirs = (
            [clause for clause in copy.clauses.values() if self._regions.of(clause.id) == region]
            for copy in (self._base, self._ours, self._other)
        )
        if [(one.zh, one.en) for one in mine] != [(one.zh, one.en) for one in theirs]:
            values = _told(base), _told(mine), _told(theirs)
            self._tell("pairing", mine[0].id, "en", values, revision.author)

    # --- what stands beside the texts ------------------------------------------------------------------------------

    def _beside(self, revision: Revision) -> None:
        """Take over tags, decisions, ignores and notes: both may have done the same, few can be changed in two ways."""
        thing = thing_of(revision)
        if not self._first(thing) or revision.key.startswith("always|"):  # that is for each user to say
            return
        base, mine, theirs = (copy.value(thing) for copy in (self._base, self._ours, self._other))
        if theirs in (base, mine):
            return
        home, last = self._home(revision.clause), self._last[thing]
        if mine != base:
            what: What = "decision" if revision.kind == "decision" else "note"
            self._tell(what, home, revision.side, (base, mine, theirs), last.author)
            return
        nothing = OPEN if revision.kind == "decision" else ""
        edit = Edit(home, revision.side, mine or nothing, theirs or nothing, revision.kind, revision.key, last.reason)
        self._enter(edit, last)

    def _home(self, id_: int) -> int:
        """Give the clause here that has what hangs on a clause of the second copy."""
        if id_ in self._places:
            return id_
        region = self._regions.of(id_)
        return next((known for known in self._places if self._regions.of(known) == region), min(self._places))

    # --- the reviewers' own findings -------------------------------------------------------------------------------

    def _findings(self) -> None:
        things = dict.fromkeys(thing for copy in (self._ours, self._other) for thing in copy.things("finding"))
        for thing in things:
            found = [copy.last(thing) for copy in (self._base, self._ours, self._other)]
            base, mine, theirs = (_marking(one) for one in found)
            said = [_said(one) for one in (base, mine, theirs)]
            wanted = mine if said[1] != said[0] or said[2] == said[0] else theirs
            like = self._last.get(thing)
            if said[1] != said[0] and said[2] not in (said[0], said[1]) and like is not None:
                self._tell("finding", self._home(like.clause), like.side, (said[0], said[1], said[2]), like.author)
            self._settle_finding(thing, found, wanted)

    def _settle_finding(self, thing: Thing, found: Sequence[Revision | None], wanted: Marking | None) -> None:
        """Let a finding say what is wanted, at the place of its words in the joined text."""
        now = _marking(found[1])
        shown = next(one for one in reversed(found) if one)
        home, span = self._place_of(found) if wanted else (self._home(shown.clause), None)
        like = self._last.get(thing) or self._last_at.get(shown.clause) or self._last_at.get(home)
        if like is None:
            return  # the second reviewer was never here
        after = ""
        if wanted and span is not None:
            after = packed_marking(replace(wanted, clause=home, span=span))
        elif wanted:
            base, mine, theirs = (_said(_marking(one)) for one in found)
            self._tell("finding", home, shown.side, (base, mine, theirs), like.author)
        before = packed_marking(now) if now else ""
        if before != after:
            self._enter(Edit(home, shown.side, before, after, "finding", thing[2]), like)

    def _place_of(self, found: Sequence[Revision | None]) -> tuple[int, Span | None]:
        """Find the place of a finding in the joined text, the same whichever copy is the first.

        Args:
            found: the last change of it in the common history, the first copy, and the second one; in one of the
                copies it is there.
        """
        copies = zip((self._ours, self._other, self._base), (found[1], found[2], found[0]), strict=True)
        there = [(copy, one.side, marking) for copy, one in copies if one and (marking := _marking(one))]
        for copy, side, marking in there:  # one may have the very text
            id_ = marking.clause
            if id_ in self._places and self._now(id_, side) == copy.text(id_, side):
                return id_, marking.span
        copy, side, marking = there[-1]
        home = self._home(marking.clause)
        return home, moved(marking.span, copy.text(marking.clause, side), self._now(home, side))

    def _now(self, id_: int, side: Side) -> str:
        return self._clauses[self._places[id_]].side(side).text

    # --- states ----------------------------------------------------------------------------------------------------

    def _states(self) -> None:
        """Join the states; who reviewed or finished a clause did so with the text that they saw."""
        copies = self._base, self._ours, self._other
        for id_ in sorted({thing[1] for copy in copies[1:] for thing in copy.things("state")} & self._places.keys()):
            base, mine, theirs = (copy.state(id_) for copy in copies)
            if id_ not in self._other.clauses:
                theirs = base
            state = theirs if mine == base else mine
            contradicted = base not in (mine, theirs) and mine != theirs
            if contradicted:
                state = lowest(mine, theirs)
            if state in _SEEN and not any(self._saw(copy, id_, state) for copy in copies[1:]):
                contradicted = contradicted or LOCKED in (mine, theirs)
                state = EDITED
            like = self._last.get(("state", id_, "")) or self._last_at.get(id_)
            if like is None:
                continue  # the second reviewer was never here
            if contradicted:
                self._tell("state", id_, "en", (base, mine, theirs), like.author)
            if state != mine:
                reason = like.reason if like.kind == "state" else ""
                self._enter(Edit(id_, "zh", mine, state, "state", reason=reason), like)

    def _saw(self, copy: "_Copy", id_: int, state: State) -> bool:
        """Whether in a copy a clause is in a state with the very text that it has now."""
        same = all(copy.text(id_, side) == self._now(id_, side) for side in _SIDES)
        return copy.state(id_) == state and id_ in copy.clauses and same


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


class _Copy:
    """What a history led to.

    Attributes:
        clauses: the clauses by id.
    """

    def __init__(self, clauses: Sequence[Clause], revisions: Iterable[Revision]) -> None:
        self.clauses: Mapping[int, Clause] = {clause.id: clause for clause in clauses}
        self._last = {thing_of(one): one for one in revisions if one.kind not in ("text", "pairing")}

    def things(self, kind: str) -> Iterator[Thing]:
        """Give everything of a kind that was ever changed."""
        return (thing for thing in self._last if thing[0] == kind)

    def last(self, thing: Thing) -> Revision | None:
        """Give the last change of a thing."""
        return self._last.get(thing)

    def text(self, clause: int, side: Side) -> str:
        """Give a text; "" where the clause is not there."""
        known = self.clauses.get(clause)
        return known.side(side).text if known else ""

    def value(self, thing: Thing) -> str:
        """Give what a tag, a decision, an ignore or a note is now, "" for nothing."""
        found = self._last.get(thing)
        return found.after if found and found.after != OPEN else ""

    def state(self, clause: int) -> State:
        """Give the state of a clause."""
        found = self._last.get(("state", clause, ""))
        return cast(State, found.after) if found else STATES[0]


def _marking(revision: Revision | None) -> Marking | None:
    return unpacked_marking(revision.after) if revision and revision.after else None


def _said(marking: Marking | None) -> str:
    """Give what a finding says, wherever it stands; "" for none."""
    return f"{marking.rule} ({marking.severity}): {marking.note}" if marking else ""


def _ids_of(arrangement: Arrangement) -> list[int]:
    return [clause.id for _index, clause in arrangement]


def _told(clauses: Sequence[Clause]) -> str:
    return "\n".join(f"{clause.zh.text} | {clause.en.text}" for clause in clauses)

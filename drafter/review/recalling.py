"""Looking back: what became of a clause, what it read earlier, and what changed since."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from drafter.model import N_, DrafterError, Revision, RevisionKind, Side
from drafter.project import unpacked
from drafter.review.history import effective_steps, thing_of
from drafter.review.regrouping import origins

_SIDES: tuple[Side, Side] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of a text that was kept, taken out or put in.

    Attributes:
        kind: which of the three.
        text: the stretch.
    """

    kind: Literal["equal", "delete", "insert"]
    text: str


@dataclass(frozen=True, slots=True)
class Past:
    """One change of a clause.

    Attributes:
        revision: the change.
        diff: of a text or a note what it took out and put in; empty for the others.
    """

    revision: Revision
    diff: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of one thing since some point.

    Attributes:
        kind: what it is: a text, a state, a tag, …
        clause: id of the clause it stands at.
        side: the side.
        key: which of its kind, as the revisions have it.
        before: how it was.
        after: how it is.
        revisions: the changes that led there, oldest first.
        diff: of a text or a note what was taken out and put in.
    """

    kind: RevisionKind
    clause: int
    side: Side
    key: str
    before: str
    after: str
    revisions: tuple[Revision, ...]
    diff: tuple[Difference, ...] = ()


def differences(before: str, after: str) -> tuple[Difference, ...]:
    """Tell what was taken out of a text and put in, word by word, as tracked changes of a Word file do."""
    from drafter.exports.difference import changes

    return tuple(Difference(one.kind, one.text) for one in changes(before, after))


def past_of(clause: int, revisions: Sequence[Revision]) -> tuple[Past, ...]:
    """Give all that changed in a clause, oldest first; where it was paired otherwise, what changed in its text before.

    Args:
        clause: the clause.
        revisions: the whole history.
    """
    found: list[Past] = []
    tied = {clause}
    for one in reversed(revisions):
        if one.kind == "pairing":
            after = [made for _index, made in unpacked(one.after)]
            if not tied & {made.id for made in after}:
                continue
            before = [gone for _index, gone in unpacked(one.before)]
            sources = origins(before, after)
            tied = set().union(*(sources.get(id_, {id_}) for id_ in tied))
            found.append(Past(one))
        elif one.clause in tied:
            diff = differences(one.before, one.after) if one.kind in ("text", "note") else ()
            found.append(Past(one, diff))
    return tuple(reversed(found))


def texts_at(clause: int, number: int, current: Mapping[Side, str], revisions: Sequence[Revision]) -> dict[Side, str]:
    """Tell how both sides of a clause read just after a revision.

    Args:
        clause: the clause.
        number: number of the revision; 0 for the text as loaded.
        current: the texts as they are.
        revisions: the whole history.

    Raises:
        DrafterError: it was paired otherwise then, or there is no such revision.
    """
    if not 0 <= number <= len(revisions):
        raise DrafterError(N_("The history has no change number {number}."), number=number)
    texts = dict(current)
    since = [one for step in effective_steps(revisions, number) for one in step]
    for one in reversed(since):
        if one.kind == "text" and one.clause == clause:
            texts[one.side] = one.before
        elif one.kind == "pairing" and _regroups(one, clause):
            raise DrafterError(
                N_("Clause {clause} was paired otherwise then: undo the pairing, or copy the text by hand."),
                clause=clause,
            )
    return texts


def _regroups(revision: Revision, clause: int) -> bool:
    """Whether a change of the pairing gave a clause other text, and not only another place."""
    before = {one.id: one for _index, one in unpacked(revision.before)}.get(clause)
    after = {one.id: one for _index, one in unpacked(revision.after)}.get(clause)
    if before is None or after is None:
        return before is not after
    return any(before.side(side) != after.side(side) for side in _SIDES)


def changed_since(revisions: Iterable[Revision]) -> tuple[Changed, ...]:
    """Give what some changes led to, thing by thing; what came to nothing is left out.

    Args:
        revisions: the changes, oldest first.
    """
    made: dict[tuple[object, ...], list[Revision]] = {}
    for one in revisions:
        made.setdefault((*thing_of(one), one.number if one.kind == "pairing" else 0), []).append(one)
    found = []
    for ones in made.values():
        first, last = ones[0], ones[-1]
        if first.before != last.after:
            diff = differences(first.before, last.after) if last.kind in ("text", "note") else ()
            found.append(
                Changed(last.kind, last.clause, last.side, last.key, first.before, last.after, tuple(ones), diff)
            )
    return tuple(found)


def later_than(since: int | datetime, revisions: Sequence[Revision]) -> Sequence[Revision]:
    """Give the changes after a point of the history.

    Args:
        since: number of the last change before it, or a time; one without a zone is local.
        revisions: the whole history.
    """
    if isinstance(since, datetime):
        moment = since.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return [one for one in revisions if one.time > moment]
    return revisions[max(0, since) :]

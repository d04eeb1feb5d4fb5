"""Whether what a project file holds can be a review: nothing points to nowhere, the history leads to the text."""

from collections.abc import Mapping, Sequence
from typing import get_args

from drafter.model import Clause, ClauseSide, Decision, Document, Part, Revision, RevisionKind, Side, Turn
from drafter.project.record import Record

_SIDES: tuple[Side, ...] = get_args(Side)
_STATES: Mapping[RevisionKind, frozenset[str]] = {
    "decision": frozenset(get_args(Decision)),
    "tag": frozenset({"", "on"}),
}


def require_sound(record: Record) -> None:
    """Refuse a record that no review could have written.

    Raises:
        ValueError: what was read contradicts itself.
    """
    for document in record.documents.values():
        _require(all(paragraph.part in get_args(Part) for paragraph in document.paragraphs), "part")
    for clause in record.clauses:
        for side in _SIDES:
            _require_place(clause.side(side), record.documents.get(side))
    _require_steps(record.revisions)
    _require_replay(record.clauses, record.revisions)


def _require(held: bool, what: str) -> None:
    if not held:
        raise ValueError(what)


def _require_place(side: ClauseSide, document: Document | None) -> None:
    """Each segment lies in a paragraph, and together they are the text as loaded."""
    if document is None:
        return
    for segment in side.segments:
        _require(0 <= segment.paragraph < len(document.paragraphs), "paragraph")
        length = len(document.paragraphs[segment.paragraph].text)
        _require(0 <= segment.start <= segment.end <= length, "segment")
    loaded = (document.paragraphs[segment.paragraph].text[segment.start : segment.end] for segment in side.segments)
    _require(side.original == "\n".join(loaded), "original")


def _require_steps(revisions: Sequence[Revision]) -> None:
    """Numbers run on, steps hang together, and no more is undone or redone than was done."""
    done = undone = 0
    group = 0
    for number, revision in enumerate(revisions, 1):
        _require(revision.number == number, "number")
        _require(revision.group in (number, group), "step")
        _require(revision.turn in get_args(Turn), "turn")
        if revision.group == number:
            group = number
            if revision.turn == "":
                done, undone = done + 1, 0
            else:
                way = 1 if revision.turn == "redo" else -1
                done, undone = done + way, undone - way
            _require(done >= 0 and undone >= 0, "turn")


def _require_replay(clauses: Sequence[Clause], revisions: Sequence[Revision]) -> None:
    """Every change starts from what the one before left, and the last leaves the text that is stored."""
    texts = {(clause.id, side): clause.side(side).original for clause in clauses for side in _SIDES}
    for revision in revisions:
        place = revision.clause, revision.side
        _require(place in texts, "clause")
        if revision.kind == "text":
            _require(texts[place] == revision.before, "before")
            texts[place] = revision.after
        else:
            known = _STATES.get(revision.kind, frozenset())
            _require(revision.before in known and revision.after in known, "state")
    for clause in clauses:
        for side in _SIDES:
            _require(texts[clause.id, side] == clause.side(side).text, "text")

"""Whether what a project file holds can be a review: nothing points to nowhere, the history leads to the text."""

from collections.abc import Mapping, Sequence
from string import Formatter
from typing import get_args

from drafter.model import (
    STATES,
    Clause,
    ClauseSide,
    Decision,
    Document,
    Message,
    Notice,
    Part,
    Revision,
    RevisionKind,
    Side,
    Turn,
)
from drafter.project.marking import unpacked_marking
from drafter.project.record import Record
from drafter.project.replay import taken_back

_SIDES: tuple[Side, ...] = get_args(Side)
_STATES: Mapping[RevisionKind, frozenset[str]] = {
    "decision": frozenset(get_args(Decision)),
    "tag": frozenset({"", "on"}),
    "done": frozenset({"", "done"}),
    "state": frozenset(STATES),
    "ignore": frozenset({"", "on"}),
}


def require_sound(record: Record) -> None:
    """Refuse a record that no review could have written.

    Raises:
        ValueError: what was read contradicts itself.
    """
    for document in record.documents.values():
        _require(all(paragraph.part in get_args(Part) for paragraph in document.paragraphs), "part")
        _require_comments(document)
        _require_notices(document.notices)
    _require_notices(record.notices)
    for clause in record.clauses:
        for side in _SIDES:
            _require_place(clause.side(side), record.documents.get(side))
    _require_steps(record.revisions)
    _require_replay(record.clauses, record.revisions)


def _require(held: bool, what: str) -> None:
    if not held:
        raise ValueError(what)


def _require_comments(document: Document) -> None:
    """Each comment is about words that are there, and replies to one that is there."""
    for comment in document.comments:
        if comment.paragraph is not None:
            _require(0 <= comment.paragraph < len(document.paragraphs), "comment")
            length = len(document.paragraphs[comment.paragraph].text)
            _require(0 <= comment.start <= comment.end <= length, "comment")
        _require(comment.parent is None or 0 <= comment.parent < len(document.comments), "parent")


def _require_notices(notices: Sequence[Notice]) -> None:
    """Each notice can be shown."""
    for notice in notices:
        _require_message(notice.message)


def _require_message(message: Message) -> None:
    """A template may name its values and do nothing else with them."""
    for _text, name, form, conversion in Formatter().parse(message.template):
        _require(name is None or (name in message.values and not form and not conversion), "template")
    for value in message.values.values():
        if isinstance(value, Message):
            _require_message(value)


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
    """Taking every change back, the last one first, leads from what is stored to the texts as loaded."""
    notes: dict[str, str] = {}
    for revision in reversed(revisions):
        if revision.kind == "note":
            _require(notes.get(revision.key, revision.after) == revision.after, "note")
            notes[revision.key] = revision.before
        elif revision.kind == "finding":
            for marking in filter(None, (revision.before, revision.after)):
                unpacked_marking(marking)
        elif revision.kind not in ("text", "pairing"):
            known = _STATES.get(revision.kind, frozenset())
            _require(revision.before in known and revision.after in known, "state")
    _require(not any(notes.values()), "note")
    for clause in taken_back(clauses, revisions):
        _require(all(clause.side(side).text == clause.side(side).original for side in _SIDES), "text")

"""One change of a review, as its history keeps it."""

from dataclasses import dataclass
from typing import Literal

from drafter.model.text import Side

RevisionKind = Literal["text", "decision", "tag", "note", "done", "pairing", "state", "ignore", "finding"]
"""What a revision changes."""

Turn = Literal["", "undo", "redo"]
"""Whether a revision takes an earlier one back, or brings it again."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One change: who, when, what.

    Attributes:
        number: place in the history, counted from 1.
        kind: what was changed.
        clause: id of the clause; of an ignore that goes further than a clause, where it was made.
        side: the side it changed.
        before: the value before the change: the text, the decision, whether the tag was on ("on" or ""), what the note
            said, whether its thread was dealt with ("done" or ""), the clauses with their places (JSON), the state,
            whether something is ignored throughout ("on" or ""), or a reviewer's own finding (JSON, "" for none).
        after: the value after it.
        author: the reviewer's name, "" where none was given.
        time: UTC, ISO 8601 with a closing Z.
        reason: why, in the reviewer's or the program's words.
        key: for a decision the finding it is about, for a tag the concept's notation, for a note its id (with that of
            the note it replies to behind a "<"), for an ignore what it sets aside, for a reviewer's own finding its
            id, else "".
        turn: "" for a change of its own, else "undo" or "redo".
        group: number of the first revision of the step it belongs to; a step is undone as one.
    """

    number: int
    kind: RevisionKind
    clause: int
    side: Side
    before: str
    after: str
    author: str
    time: str
    reason: str = ""
    key: str = ""
    group: int = 0
    turn: Turn = ""

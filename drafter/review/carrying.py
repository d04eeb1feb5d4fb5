"""What was done in a review, carried over to another one of the same files read otherwise."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drafter.model import Clause, Document, Segment, Side
from drafter.project import Record
from drafter.review.notes import Notebook
from drafter.review.places import parts_of
from drafter.review.retelling import Retelling
from drafter.review.session import ReviewSession
from drafter.review.state import BOTH


@dataclass(frozen=True, slots=True)
class Reread:
    """A review whose files were read otherwise.

    Attributes:
        session: the review, with all that could be carried over; it is not kept anywhere yet.
        lost: clauses of the old review of which something could not: a correction, a note, a tag, a decision, a state,
            a finding of a reviewer's own.
    """

    session: ReviewSession
    lost: tuple[int, ...] = ()


def carried(old: ReviewSession, fresh: ReviewSession, sides: Mapping[Side, Side]) -> Reread:
    """Carry over what was done, wherever the same text stands.

    The history begins anew: one change for each thing that stands, with the name and the time of its last one.

    Args:
        old: the review as it was.
        fresh: the same files read otherwise, nothing done yet.
        sides: which side of the new review each side of the old one is.
    """
    for name, value in old.settings.items():
        fresh.remember(name, value)
    if not old.revisions:
        return Reread(fresh)
    carrier = _Carrier(old, fresh, sides)
    clauses = carrier.clauses()
    notebook = Notebook(fresh.documents, clauses, mixed=fresh.mixed)
    retelling = Retelling(old, clauses, notebook, carrier.home, sides)
    own = {notice for document in fresh.documents.values() for notice in document.notices}
    record = Record(
        title=fresh.title,
        documents=fresh.documents,
        clauses=clauses,
        revisions=retelling.revisions(),
        settings=fresh.settings,
        notices=tuple(notice for notice in fresh.notices if notice not in own),
    )
    session = ReviewSession(record.title, record.documents, clauses, author=old.author, record=record)
    retelling.decide(session)
    return Reread(session, tuple(sorted(carrier.lost | retelling.lost)))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a document: which, where, and how it reads as loaded.

    Attributes:
        document: the side of the new review that the document is on; "" where there is one document only.
        segment: its place.
        original: its text as loaded.
    """

    document: str
    segment: Segment
    original: str


class _Carrier:
    """Finds the new place of every correction.

    Attributes:
        lost: clauses of the old review with a correction that found no place.
    """

    def __init__(self, old: ReviewSession, fresh: ReviewSession, sides: Mapping[Side, Side]) -> None:
        self.lost: set[int] = set()
        self._old, self._fresh, self._sides = old, fresh, sides
        self._single = fresh.mixed or len(fresh.documents) == 1
        self._homes: dict[tuple[str, int], list[tuple[Segment, int]]] = {}
        for clause in fresh.clauses:
            for side in BOTH:
                for segment in clause.side(side).segments:
                    place = self._name(side), segment.paragraph
                    self._homes.setdefault(place, []).append((segment, clause.id))

    def _name(self, side: Side) -> str:
        return "" if self._single else side

    def clauses(self) -> tuple[Clause, ...]:
        """Give the new clauses with the corrections put in."""
        corrected = {
            piece: (part, clause.id)
            for clause in self._old.clauses
            for side in BOTH
            for piece, part in self._pieces(clause, side)
            if part != piece.original
        }
        made = {clause.id: self._corrected(clause, corrected) for clause in self._fresh.clauses}
        self.lost.update(owner for _part, owner in corrected.values())  # those that no clause took
        for clause in self._old.clauses:
            for side in BOTH:
                if clause.side(side).text and not clause.side(side).segments:
                    self._write(made, clause, side)
        return tuple(made.values())

    def _pieces(self, clause: Clause, side: Side) -> Iterator[tuple[_Piece, str]]:
        """Cut a side of an old clause into its pieces, each with its text as corrected."""
        here, offset = clause.side(side), 0
        for segment, part in zip(here.segments, parts_of(here), strict=True):
            length = segment.end - segment.start
            original = here.original[offset : offset + length]
            yield _Piece(self._name(self._sides[side]), segment, original), part
            offset += length + 1

    def _corrected(self, clause: Clause, corrected: dict[_Piece, tuple[str, int]]) -> Clause:
        """Put into a new clause what was made of its pieces; a piece is used up."""
        for side in BOTH:
            document = self._fresh.documents.get(side)
            if document is not None and (segments := clause.side(side).segments):
                pieces = [_Piece(self._name(side), segment, _loaded(document, segment)) for segment in segments]
                texts = [corrected.pop(piece, (piece.original, 0))[0] for piece in pieces]
                clause = clause.with_text(side, "\n".join(texts))
        return clause

    def _write(self, made: dict[int, Clause], clause: Clause, side: Side) -> None:
        """Put text that a reviewer wrote where the file had none beside the text that it was written for."""
        home, new = self.home(clause), self._sides[side]
        if home is None or new not in self._fresh.documents or made[home].side(new).segments:
            self.lost.add(clause.id)
            return
        there = made[home].side(new).text
        made[home] = made[home].with_text(new, f"{there}\n{clause.side(side).text}".lstrip("\n"))

    def home(self, clause: Clause) -> int | None:
        """Give the new clause that holds the beginning of an old one."""
        for side in BOTH:
            for piece, _part in self._pieces(clause, side):
                for segment, id_ in self._homes.get((piece.document, piece.segment.paragraph), ()):
                    if segment.start <= piece.segment.start < max(segment.end, segment.start + 1):
                        return id_
        return None


def _loaded(document: Document, segment: Segment) -> str:
    return document.paragraphs[segment.paragraph].text[segment.start : segment.end]

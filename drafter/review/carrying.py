"""What was done in a review, carried over to another one of the same files read otherwise."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drafter.model import Clause, Document, Finding, Note, Revision, RevisionKind, Segment, Side
from drafter.project import Record
from drafter.review.changes import Edit
from drafter.review.notes import DONE, ids_of
from drafter.review.places import parts_of
from drafter.review.session import ReviewSession
from drafter.review.state import BOTH
from drafter.review.tagging import ON

_Stamp = tuple[str, str]
"""Who and when."""


@dataclass(frozen=True, slots=True)
class Reread:
    """A review whose files were read otherwise.

    Attributes:
        session: the review, with all that could be carried over; it is not kept anywhere yet.
        lost: clauses of the old review of which something could not: a correction, a note, a tag, a decision.
    """

    session: ReviewSession
    lost: tuple[int, ...] = ()


def carried(old: ReviewSession, fresh: ReviewSession, sides: Mapping[Side, Side]) -> Reread:
    """Carry over what was done, wherever the same text stands.

    The history begins anew: one change for each correction, note and tag, with the name and the time of its last one.

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
    own = {notice for document in fresh.documents.values() for notice in document.notices}
    record = Record(
        title=fresh.title,
        documents=fresh.documents,
        clauses=clauses,
        revisions=tuple(carrier.revisions(clauses)),
        settings=fresh.settings,
        notices=tuple(notice for notice in fresh.notices if notice not in own),
    )
    session = ReviewSession(record.title, record.documents, clauses, author=old.author, record=record)
    carrier.decide(session)
    return Reread(session, tuple(sorted(carrier.lost)))


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
    """Finds the new place of everything that was done.

    Attributes:
        lost: clauses of the old review of which something found no place.
    """

    def __init__(self, old: ReviewSession, fresh: ReviewSession, sides: Mapping[Side, Side]) -> None:
        self.lost: set[int] = set()
        self._old, self._fresh, self._sides = old, fresh, sides
        self._single = fresh.mixed or len(fresh.documents) == 1
        self._keys: dict[str, str] = {}
        self._stamps: dict[tuple[RevisionKind, object], _Stamp] = {}
        self._decided: dict[int, Revision] = {}
        for one in old.revisions:
            what: object = one.after if one.kind == "text" else (one.clause, one.key) if one.kind == "tag" else one.key
            self._stamps[one.kind, what] = self._stamps[one.kind, None] = one.author, one.time
            if one.kind == "note":
                self._keys[ids_of(one.key)[0]] = one.key
            elif one.kind == "decision":
                self._decided[one.clause] = one
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
        home, new = self._home(clause), self._sides[side]
        if home is None or new not in self._fresh.documents or made[home].side(new).segments:
            self.lost.add(clause.id)
            return
        there = made[home].side(new).text
        made[home] = made[home].with_text(new, f"{there}\n{clause.side(side).text}".lstrip("\n"))

    def _home(self, clause: Clause) -> int | None:
        """Give the new clause that holds the beginning of an old one."""
        for side in BOTH:
            for piece, _part in self._pieces(clause, side):
                for segment, id_ in self._homes.get((piece.document, piece.segment.paragraph), ()):
                    if segment.start <= piece.segment.start < max(segment.end, segment.start + 1):
                        return id_
        return None

    def _home_or_lost(self, clause: Clause) -> int | None:
        home = self._home(clause)
        if home is None:
            self.lost.add(clause.id)
        return home

    def revisions(self, clauses: tuple[Clause, ...]) -> Iterator[Revision]:
        """Give a history that leads to what was carried over."""
        edits = [*self._texts(clauses), *self._tags(), *self._notes()]
        for number, (edit, (author, time)) in enumerate(sorted(edits, key=lambda entry: entry[1][1]), 1):
            yield edit.revision(number, author, time, number)

    def _stamp(self, kind: RevisionKind, what: object) -> _Stamp:
        """Tell who did something last, and when; of several things joined into one, the last of that kind."""
        last = self._old.revisions[-1]
        return self._stamps.get((kind, what)) or self._stamps.get((kind, None)) or (last.author, last.time)

    def _texts(self, clauses: tuple[Clause, ...]) -> Iterator[tuple[Edit, _Stamp]]:
        for clause in clauses:
            for side in BOTH:
                here = clause.side(side)
                if here.text != here.original:
                    yield Edit(clause.id, side, here.original, here.text), self._stamp("text", here.text)

    def _tags(self) -> Iterator[tuple[Edit, _Stamp]]:
        put: set[tuple[int | None, str]] = set()
        for clause in self._old.clauses:
            for notation in self._old.tags(clause.id):
                home = self._home_or_lost(clause)
                if home is not None and (home, notation) not in put:
                    yield Edit(home, "zh", "", ON, "tag", notation), self._stamp("tag", (clause.id, notation))
                put.add((home, notation))

    def _notes(self) -> Iterator[tuple[Edit, _Stamp]]:
        settled = {note.id for note in self._fresh.notes() if note.done}
        for note in self._old.notes():
            home = self._home_of(note)
            if home is None:
                continue
            side = self._sides[note.side]
            if not note.imported:
                edit = Edit(home, side, "", note.text, "note", self._keys[note.id])
                yield edit, (note.author, note.time)
            if not note.parent and note.done != (note.id in settled):
                words = ("", DONE) if note.done else (DONE, "")
                yield Edit(home, side, *words, "done", note.id), self._stamp("done", note.id)

    def _home_of(self, note: Note) -> int | None:
        if note.clause is not None:
            return self._home_or_lost(self._old.clause(note.clause))
        return next((clause.id for clause in self._fresh.clauses), None)

    def decide(self, session: ReviewSession) -> None:
        """Set aside again what was set aside, where the same is found."""
        for finding in self._old.findings(ignored=True):
            home = self._home(self._old.clause(finding.clause))
            open_ones = session.findings(home) if home is not None else []
            alike = next((one for one in open_ones if _words(one) == _words(finding)), None)
            if alike is None:
                self.lost.add(finding.clause)
                continue
            decided = self._decided.get(finding.clause)
            session.author = decided.author if decided else self._old.author
            session.ignore(alike, decided.reason if decided else "")
        session.author = self._old.author


def _loaded(document: Document, segment: Segment) -> str:
    return document.paragraphs[segment.paragraph].text[segment.start : segment.end]


def _words(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.text, finding.message

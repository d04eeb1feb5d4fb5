"""What all layouts share: the sides of a clause as paragraphs, with revisions, comments and bookmarks."""

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from drafter.exports.attribution import attributed
from drafter.exports.difference import Kind, Stamp, Words
from drafter.exports.docx import tracked
from drafter.exports.docx.comments import Comments
from drafter.exports.docx.flow import Edge, Line, Mark, Place, lines
from drafter.exports.docx.notes import Notes
from drafter.exports.docx.options import DocxOptions
from drafter.exports.docx.runs import Look, reference, run
from drafter.exports.docx.xml import Element, element, value
from drafter.exports.snapshot import ReviewSnapshot
from drafter.i18n import _
from drafter.model import Clause, Finding, Note, Side

_SIDES: Final[tuple[Side, Side]] = ("zh", "en")


class Story:
    """The text of one file in the making: hands out numbers and remembers who changed what.

    Attributes:
        snapshot: the review.
        options: the user's choices.
        comments: the comments placed so far.
        notes: foot- and endnotes; a table has them as rows, where they can be worked on and taken back.
    """

    def __init__(
        self, snapshot: ReviewSnapshot, options: DocxOptions, progress: Callable[[float], None] | None = None
    ) -> None:
        """Begin.

        Args:
            snapshot: the review.
            options: the user's choices.
            progress: told the share done, 0 to 1.
        """
        self.snapshot = snapshot
        self.options = options
        self._progress = progress
        self._places = {clause.id: place for place, clause in enumerate(snapshot.clauses, 1)}
        # One sequence for bookmarks, revisions and comments: their numbers must differ within each kind at least.
        self._ids = itertools.count(1)
        self.comments = Comments(self._ids)
        self.notes = Notes(snapshot if options.layout != "table" else replace(snapshot, footnotes={}), self._is_there)
        self._stamps = tracked.stamps(snapshot.revisions) if options.track_changes else {}
        self._steps = tracked.steps(snapshot.revisions) if options.track_changes else {}
        self._findings: dict[tuple[int, Side], list[Finding]] = defaultdict(list)
        self._notes: dict[tuple[int, Side], list[Note]] = defaultdict(list)
        self._remarks: dict[tuple[int, Side], list[tuple[str, Stamp]]] = defaultdict(list)
        for finding in snapshot.findings:
            self._findings[finding.clause, finding.side].append(finding)
        self._commented = dict(self._findings)  # emptied as the comments are placed
        for note in snapshot.notes:
            if note.clause is not None:
                self._notes[note.clause, note.side].append(note)
                self._remarks[note.clause, note.side].append((note.text, tracked.stamp_of(note.author, note.time)))
        for (clause, side), (reason, stamp) in tracked.reasons(snapshot.revisions).items():
            self._remarks[clause, side].append((_("Reason: {why}", why=reason), stamp))

    def stamp(self, clause: Clause, side: Side) -> Stamp:
        """Tell who changed a side last, and when."""
        return self._stamps.get((clause.id, side)) or Stamp(tracked.author_name(""))

    def shown(self, clause: Clause, side: Side) -> bool:
        """Tell whether a side has any text of its own in this file; a note has none."""
        return not self.notes.holds(clause, side) and self._is_there(clause, side)

    def _is_there(self, clause: Clause, side: Side) -> bool:
        part = clause.side(side)
        return bool(part.text or (self.options.track_changes and part.original))

    def changes(self, clause: Clause, side: Side) -> list[Words]:
        """Give a side's text, or the way to it from the text as loaded where changes are tracked."""
        part = clause.side(side)
        if self.options.track_changes:
            return attributed(part.original, self._steps.get((clause.id, side), ()), part.text)
        return [Words("equal", part.text)]

    def places(self, clause: Clause, side: Side) -> list[Place]:
        """Give the comments of one side."""
        if not self.options.comments:
            return []
        length = len(clause.side(side).text)
        remarks = self._remarks.pop((clause.id, side), ())
        return [
            *self.comments.place(self._commented.pop((clause.id, side), ())),
            *(self.comments.remark(words, stamp, length) for words, stamp in remarks),
        ]

    def findings_of(self, clause: Clause) -> list[Finding]:
        """Give the open findings of a clause."""
        return [finding for side in _SIDES for finding in self._findings.get((clause.id, side), ())]

    def notes_of(self, clause: Clause) -> list[Note]:
        """Give the notes of a clause."""
        return [note for side in _SIDES for note in self._notes.get((clause.id, side), ())]

    def lines(self, clause: Clause, side: Side) -> list[Line]:
        """Give a side as lines with its comments in them."""
        if self._progress is not None:
            self._progress(self._places[clause.id] / len(self._places))
        return lines(self.changes(clause, side), self.places(clause, side), self.notes.marks(clause, side))

    def strays(self, clause: Clause, side: Side) -> list[Element]:
        """Give the comments on a side that has no paragraph of its own in this file, to stand by what is nearest."""
        if self.shown(clause, side):
            return []
        places = self.places(clause, side)
        return [mark for place in places for opens in (True, False) for mark in _edge(Edge(place.comment, opens))]

    def content(self, line: Line, look: Look, stamp: Stamp) -> list[Element]:
        """Give what stands in one paragraph."""
        made: list[Element] = []
        for piece in line.pieces:
            if isinstance(piece, Edge):
                made.extend(_edge(piece))
            elif isinstance(piece, Mark):
                made.extend(self._note(piece))
            elif piece.kind == "equal":
                made.append(run(piece.text, look))
            else:
                whose = piece.stamp or stamp
                made.append(tracked.revision(piece.kind, next(self._ids), whose, run(piece.text, look, piece.kind)))
        return made

    def _note(self, mark: Mark) -> Iterator[Element]:
        """Make a note; give its mark, with the comments on it round the mark, for a note can't bear them everywhere."""
        side = mark.note[0]
        clauses = self.notes.clauses(mark.note)
        places = [place for clause in clauses for place in self.places(clause, side)]
        look = Look(side)
        style = self.notes.style(mark.note)
        made: list[Element] = []
        last: Clause | None = None
        for clause in clauses:
            stamp = self.stamp(clause, side)
            for number, line in enumerate(lines(self.changes(clause, side))):
                content = self.content(line, look, stamp)
                if not number and last is not None and goes_on(last, clause, side):
                    made[-1].extend([*([run(" ", look)] if side == "en" else []), *content])
                else:
                    made.append(self.paragraph(style, content))
            last = clause
        reference = self.notes.add(mark.note, made)
        gone = not any(clause.side(side).text for clause in clauses)
        for place in places:
            yield element("commentRangeStart", id=place.comment)
        yield (
            tracked.revision("delete", next(self._ids), self.stamp(clauses[0], side), reference) if gone else reference
        )
        for place in places:
            yield from _edge(Edge(place.comment, opens=False))

    def paragraph(
        self,
        style: str,
        content: Iterable[Element] = (),
        *,
        end: Kind = "equal",
        stamp: Stamp | None = None,
        extra: Sequence[Element] = (),
    ) -> Element:
        """Make a paragraph.

        Args:
            style: the paragraph style's identifier.
            content: its runs, revisions and ranges.
            end: which text its mark belongs to.
            stamp: who changed the mark, where it is not of both texts.
            extra: further paragraph properties, in the schema's order.
        """
        properties = element("pPr", value("pStyle", style), *extra)
        if end != "equal" and stamp:
            properties.append(element("rPr", tracked.revision(end, next(self._ids), stamp)))
        return element("p", properties, *content)

    def side(self, clause: Clause, side: Side, style: str, look: Look, *, standing: bool) -> list[Element]:
        """Give the paragraphs of one side of a clause; at least one.

        Args:
            clause: the clause.
            side: which side of it.
            style: the paragraph style's identifier.
            look: how its runs look.
            standing: whether the last paragraph must stay whatever is accepted or rejected, as the last of a cell must.
        """
        stamp = self.stamp(clause, side)
        found = self.lines(clause, side)
        kinds = set[Kind]().union(*(line.kinds() for line in found))
        if not standing and len(kinds) == 1:
            found[-1].end = kinds.pop()  # the paragraph came or went with all of its text
        return [self.paragraph(style, self.content(line, look, stamp), end=line.end, stamp=stamp) for line in found]

    def bookmark(self, clause: Clause, paragraphs: Sequence[Element]) -> None:
        """Put a bookmark round paragraphs, by which their clause is found again after others worked on the file."""
        number = next(self._ids)
        paragraphs[0].insert(1, element("bookmarkStart", id=number, name=f"seg_{clause.id:04d}"))
        paragraphs[-1].append(element("bookmarkEnd", id=number))


def goes_on(last: Clause, clause: Clause, side: Side) -> bool:
    """Tell whether a clause goes on in the paragraph in which the last one ended."""
    before, after = last.side(side).segments, clause.side(side).segments
    return bool(before and after) and before[-1].paragraph == after[0].paragraph


def _edge(edge: Edge) -> list[Element]:
    if edge.opens:
        return [element("commentRangeStart", id=edge.comment)]
    return [element("commentRangeEnd", id=edge.comment), reference(edge.comment)]

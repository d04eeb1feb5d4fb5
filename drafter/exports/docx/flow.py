"""One side of a clause as lines of pieces: what stays, what came and went, and where comments begin and end."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from drafter.exports.difference import Kind, Words
from drafter.model import Side


@dataclass(frozen=True, slots=True)
class Edge:
    """An end of a comment's range.

    Attributes:
        comment: the comment's number.
        opens: whether the range begins here.
    """

    comment: int
    opens: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a comment belongs, in code points of the corrected text.

    Attributes:
        comment: the comment's number.
        start: where its range begins.
        end: where its range ends.
    """

    comment: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Where the mark of a foot- or endnote belongs.

    Attributes:
        note: the side whose document has the note, and the note.
        at: the place, in code points of the corrected text.
    """

    note: tuple[Side, int]
    at: int


Piece = Words | Edge | Mark


@dataclass(slots=True)
class Line:
    """One paragraph.

    Attributes:
        pieces: what it holds, in order.
        end: which text its paragraph mark belongs to.
    """

    pieces: list[Piece] = field(default_factory=list)
    end: Kind = "equal"

    def kinds(self) -> set[Kind]:
        """Tell which kinds of text it holds."""
        return {piece.kind for piece in self.pieces if isinstance(piece, Words)}


def lines(changes: Sequence[Words], places: Iterable[Place] = (), marks: Iterable[Mark] = ()) -> list[Line]:
    """Cut changes into paragraphs and put the comments' ends and the notes' marks between the pieces.

    Args:
        changes: the text, or the way from the loaded text to the corrected one.
        places: the comments to put in.
        marks: the marks of notes to put in.
    """
    made = [Line()]
    for piece in _with_edges(changes, _outside_changes(changes, places), marks):
        if not isinstance(piece, Words):
            made[-1].pieces.append(piece)
            continue
        first, *rest = piece.text.split("\n")
        _append(made[-1], replace(piece, text=first))
        for text in rest:
            made[-1].end = piece.kind
            made.append(Line())
            _append(made[-1], replace(piece, text=text))
    return made


def _append(line: Line, words: Words) -> None:
    if words.text:
        line.pieces.append(words)


def _changed(changes: Sequence[Words]) -> Iterator[tuple[int, int]]:
    """Give the stretches of the corrected text that stand for a change."""
    position = start = 0
    changing = False
    for change in changes:
        if change.kind == "equal":
            if changing:
                yield start, position
            changing = False
        elif not changing:
            start, changing = position, True
        if change.kind != "delete":
            position += len(change.text)
    if changing:
        yield start, position


def _outside_changes(changes: Sequence[Words], places: Iterable[Place]) -> list[Place]:
    """Widen comments so that none begins or ends inside an insertion: rejecting it would take the comment away."""
    length = sum(len(change.text) for change in changes if change.kind != "delete")
    widened = []
    changed = list(_changed(changes))
    for place in places:
        start = min(max(place.start, 0), length)
        end = min(max(place.end, start), length)
        for first, last in changed:
            if first < start < last:
                start = first
            if first < end < last:
                end = last
        widened.append(replace(place, start=start, end=max(start, end)))
    return widened


def _with_edges(changes: Sequence[Words], places: Sequence[Place], marks: Iterable[Mark]) -> Iterator[Piece]:
    """Give the changes, cut where a comment begins or ends or a note's mark stands, with these among them."""
    edges = _edges(places, marks)
    position = 0
    for change in changes:
        yield from edges.pop(position, ())
        if change.kind == "delete":
            yield change
            continue
        end = position + len(change.text)
        cuts = sorted(cut for cut in edges if position < cut < end)
        for cut in cuts:
            yield replace(change, text=change.text[position - end : cut - end])
            yield from edges.pop(cut)
            position = cut
        yield replace(change, text=change.text[position - end :] if position < end else "")
        position = end
    yield from edges.pop(position, ())


def _edges(places: Sequence[Place], marks: Iterable[Mark]) -> dict[int, list[Edge | Mark]]:
    """Sort by place; where several meet, marks come first, then the ends that close, then the empty ranges."""
    edges: dict[int, list[Edge | Mark]] = {}
    for mark in marks:
        edges.setdefault(mark.at, []).append(mark)
    for place in reversed(places):
        if place.start < place.end:
            edges.setdefault(place.end, []).append(Edge(place.comment, opens=False))
    for place in places:
        if place.start == place.end:
            edges.setdefault(place.start, []).extend(_empty(place.comment))
    for place in places:
        if place.start < place.end:
            edges.setdefault(place.start, []).append(Edge(place.comment, opens=True))
    return edges


def _empty(comment: int) -> tuple[Edge, Edge]:
    return Edge(comment, opens=True), Edge(comment, opens=False)

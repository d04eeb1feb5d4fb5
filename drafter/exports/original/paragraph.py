"""One paragraph of a Word file rewritten piece by piece: only the words that changed are touched."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from drafter.documents.docx import names
from drafter.documents.docx.names import w
from drafter.documents.xml import Element
from drafter.exports.difference import Stamp, Words
from drafter.exports.docx.xml import element
from drafter.exports.original import runs
from drafter.exports.original.alternatives import Twins
from drafter.exports.original.links import Link, links_of, parted
from drafter.model import Paragraph


class UntouchableError(Exception):
    """A change can't be written where it belongs: no run of the file holds the place."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A run's share of a paragraph.

    Attributes:
        start: the first character of the paragraph that it shows.
        end: the end, exclusive.
        run: the run.
        link: the link or field whose words it is, None for plain words.
    """

    start: int
    end: int
    run: Element
    link: Link | None = None


class Marker:
    """Marks what came and went as revisions; without one, it comes and goes without a trace."""

    def __init__(self, first: int) -> None:
        """Begin.

        Args:
            first: the first number that no revision of the file has.
        """
        self._next = first

    def number(self, paragraph: Element) -> None:
        """Give the revisions of a copy numbers of their own."""
        for made in paragraph.iter(*names.INSERTED, *names.DELETED):
            made.set(names.ID, str(self._next))
            self._next += 1

    def wrapped(self, run: Element, kind: str, stamp: Stamp) -> Element:
        """Put a run into a `w:ins` or `w:del` where it stands."""
        date = {"date": stamp.time} if stamp.time else {}
        made = element(kind, id=self._next, author=stamp.author, **date)
        self._next += 1
        run.addprevious(made)
        made.append(run)
        if kind == "del":
            for text in run.iter(names.T):
                text.tag = w("delText")
        return made


def rewrite(
    paragraph: Paragraph, pieces: Sequence[Words], elements: Mapping[str, Element], marker: Marker | None
) -> None:
    """Write a paragraph's corrections into its runs.

    Args:
        paragraph: the paragraph as it was read.
        pieces: the way from its text to the corrected one; the first and last pieces reach to its ends.
        elements: the runs of the file by what `Run.source` calls them.
        marker: marks the changes as revisions; None writes them without a trace.

    Raises:
        UntouchableError: something of it stands in no run of the file; nothing was changed.
    """
    stretches = _stretches(paragraph, elements)
    deleted, inserted = _plan(_by_runs(pieces, stretches))
    _check(deleted, inserted, stretches)
    twins = Twins([one.run for one in stretches])
    edges = {edge for start, end, _ in deleted for edge in (start, end)} | {come.place for come in inserted}
    cut = list(_cut(stretches, edges))
    anchored = [(_anchor(come, cut), come) for come in inserted]
    # Of several texts behind one run the last is put there first, since each goes right behind the run.
    for place, come in (
        *(one for one in anchored if one[0].before),
        *(one for one in anchored[::-1] if not one[0].before),
    ):
        _insert(place, _look(place, come, cut, deleted), come, marker)
    for one in cut:
        for start, end, stamp in deleted:
            if start <= one.start and one.end <= end:
                _delete(one.run, stamp, marker)
    for made in twins.follow():
        if marker is not None:
            marker.number(made)


def _stretches(paragraph: Paragraph, elements: Mapping[str, Element]) -> list[_Stretch]:
    found = []
    for run in paragraph.runs:
        held = elements.get(run.source)
        if held is not None and len(runs.atoms(held)) == run.end - run.start:
            found += _apart(_Stretch(run.start, run.end, held))
    links = links_of([one.run for one in found])
    return [replace(one, link=links.get(one.run)) for one in found] if links else found


def _apart(one: _Stretch) -> list[_Stretch]:
    """Part the words of a run from the marks of fields in it: new words would come to stand behind a mark."""
    if not runs.has_marks(one.run):
        return [one]
    pieces = list(_cut([one], {one.start + place for place in runs.marks(one.run)}))
    for piece in pieces:
        runs.take_out(piece.run)
    return pieces


def _by_runs(pieces: Sequence[Words], stretches: Sequence[_Stretch]) -> Iterator[Words]:
    """Of words that are replaced keep whole runs that stay at either end: of PM2.5 only the 2.5 becomes 10, and low.

    What is replaced over the end of a link is parted there.
    """
    edges = sorted({edge for one in stretches for edge in (one.start, one.end)})
    ends = [behind.start for one, behind in pairwise(stretches) if one.link is not behind.link]
    place = 0
    for index, piece in enumerate(pieces):
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        before = pieces[index - 1] if index else None
        if piece.kind == "delete" and following is not None and following.kind == "insert":
            yield from _parted(_narrowed(piece, following, [edge - place for edge in edges]), place, ends)
        elif not (piece.kind == "insert" and before is not None and before.kind == "delete"):
            yield piece
        place += 0 if piece.kind == "insert" else len(piece.text)


def _parted(pieces: Iterable[Words], place: int, ends: Sequence[int]) -> Iterator[Words]:
    """Part the replacement among pieces where a link begins or ends in it."""
    gone: Words | None = None
    for piece in pieces:
        if piece.kind == "insert" and gone is not None:
            edges = [end - place for end in ends if place < end < place + len(gone.text)]
            place += len(gone.text)
            yield from parted(gone, piece, edges)
            gone = None
            continue
        if gone is not None:
            yield gone
            place += len(gone.text)
            gone = None
        if piece.kind == "delete":
            gone = piece
        else:
            yield piece
            place += 0 if piece.kind == "insert" else len(piece.text)
    if gone is not None:
        yield gone


def _narrowed(gone: Words, come: Words, edges: Sequence[int]) -> Iterator[Words]:
    """Give a replacement with what both have in common at either end, as far as whole runs, told as staying."""
    inside = [edge for edge in edges if 0 < edge < len(gone.text)]
    head = max((edge for edge in inside if gone.text[:edge] == come.text[:edge]), default=0)
    left = min(len(gone.text), len(come.text)) - head
    tails = (len(gone.text) - edge for edge in inside)
    tail = max((size for size in tails if size <= left and gone.text[-size:] == come.text[-size:]), default=0)
    told = (
        Words("equal", gone.text[:head]),
        replace(gone, text=gone.text[head : len(gone.text) - tail]),
        replace(come, text=come.text[head : len(come.text) - tail]),
        Words("equal", gone.text[len(gone.text) - tail :]),
    )
    return (one for one in told if one.text)


_Gone = tuple[int, int, Stamp | None]
"""A stretch that goes: from where to where, and by whom."""


@dataclass(frozen=True, slots=True)
class _Come:
    """A text that comes.

    Attributes:
        place: where it goes.
        replaces: whether it stands in for what went right before it.
        text: the text.
        stamp: whose it is.
    """

    place: int
    replaces: bool
    text: str
    stamp: Stamp | None


def _plan(pieces: Iterable[Words]) -> tuple[list[_Gone], list[_Come]]:
    """Give the stretches that go, and the texts that come: where, and whether in the place of something."""
    deleted: list[_Gone] = []
    inserted: list[_Come] = []
    place = 0
    last: Words | None = None
    for piece in pieces:
        last, before = piece, last
        if piece.kind == "insert":
            replaces = before is not None and before.kind == "delete"
            inserted.append(_Come(place, replaces, piece.text, piece.stamp))
            continue
        if piece.kind == "delete":
            deleted.append((place, place + len(piece.text), piece.stamp))
        place += len(piece.text)
    return deleted, inserted


def _check(deleted: Sequence[_Gone], inserted: Sequence[_Come], stretches: Sequence[_Stretch]) -> None:
    held = {place for one in stretches for place in range(one.start, one.end)}
    if any(place not in held for start, end, _ in deleted for place in range(start, end)):
        raise UntouchableError
    ends = {edge for one in stretches for edge in (one.start, one.end)}
    if any(come.place not in held and come.place not in ends for come in inserted):
        raise UntouchableError


def _cut(stretches: Sequence[_Stretch], edges: set[int]) -> Iterator[_Stretch]:
    """Cut runs at the edges of changes."""
    for one in stretches:
        start, run = one.start, one.run
        for edge in sorted(edge for edge in edges if one.start < edge < one.end):
            rest = runs.cut(run, edge - start)
            yield _Stretch(start, edge, run, one.link)
            start, run = edge, rest
        yield _Stretch(start, one.end, run, one.link)


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Where a text is put.

    Attributes:
        beside: the element beside which.
        before: whether before it, else behind it.
        like: the stretch whose look it takes, None for none.
    """

    beside: Element
    before: bool
    like: _Stretch | None


def _anchor(come: _Come, cut: Sequence[_Stretch]) -> _Anchor:
    """Give the place where a text is put.

    Words go behind what they replace, else behind what stands before them; beside a raised figure what stands on the
    line comes first. Words that replace none of a link's do not become part of it.
    """
    behind = next((one for one in reversed(cut) if one.end == come.place and one.start < one.end), None)
    ahead = next((one for one in cut if one.start == come.place and one.start < one.end), None)
    within = behind and ahead and behind.link is ahead.link
    if behind and not come.replaces and behind.link and not within:
        return _Anchor(behind.link.last, before=False, like=_plain(ahead, cut, come.place))
    if behind and (come.replaces or not runs.is_raised(behind.run) or not within):
        return _Anchor(behind.run, before=False, like=behind)
    if ahead and ahead.link and not within:
        return _Anchor(ahead.link.first, before=True, like=_plain(None, cut, come.place))
    if ahead:
        return _Anchor(ahead.run, before=True, like=ahead)
    raise UntouchableError


def _plain(ahead: _Stretch | None, cut: Sequence[_Stretch], place: int) -> _Stretch | None:
    """Give the stretch nearest to a link's end whose look is not that of a link."""
    others = sorted(
        (one for one in cut if one.link is None), key=lambda one: min(abs(one.start - place), abs(one.end - place))
    )
    return ahead if ahead and ahead.link is None else next(iter(others), None)


def _gone(one: _Stretch, deleted: Sequence[_Gone], end: int) -> bool:
    """Whether a run is part of the stretch that goes and ends here."""
    return any(start <= one.start and last == end for start, last, _ in deleted)


def _look(place: _Anchor, come: _Come, cut: Sequence[_Stretch], deleted: Sequence[_Gone]) -> Element:
    """Make an empty run that looks as what comes there should.

    What replaces words looks like the last of them; a figure below the line lends its look only to what replaces it
    alone.
    """
    replaced = [one for one in cut if come.replaces and one.end <= come.place and _gone(one, deleted, come.place)]
    on_the_line = [one for one in replaced if not runs.is_raised(one.run)]
    like = next(reversed(on_the_line or replaced), place.like)
    made = element("r") if like is None else runs.like(like.run)
    if not replaced:
        runs.on_the_line(made)
    return made


def _insert(place: _Anchor, made: Element, come: _Come, marker: Marker | None) -> None:
    runs.write(made, come.text)
    if place.before:
        place.beside.addprevious(made)
    else:
        place.beside.addnext(made)
    if marker is not None:
        marker.wrapped(made, "ins", come.stamp or _NOBODY)


def _delete(run: Element, stamp: Stamp | None, marker: Marker | None) -> None:
    runs.take_out(run)
    if marker is not None:
        marker.wrapped(run, "del", stamp or _NOBODY)
    elif (parent := run.getparent()) is not None:
        parent.remove(run)


_NOBODY = Stamp("?")

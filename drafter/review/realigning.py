"""Pairing the rest anew: what the reviewer paired by hand stays, and so does every correction."""

from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from drafter.model import Clause, ClauseSide, Document, Pairing, Paragraph, Segment, Side
from drafter.review.places import parts_of

AlignParagraphs = Callable[[Sequence[Paragraph], Sequence[Paragraph]], Sequence[Pairing]]
_SIDES: tuple[Side, Side] = ("zh", "en")
_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Unit:
    """A piece of a paragraph that is to be paired.

    Attributes:
        segment: where it stands.
        original: its text as loaded.
        text: as corrected.
        owner: the clause it comes from.
    """

    segment: Segment
    original: str
    text: str
    owner: Clause

    @property
    def place(self) -> _Place:
        """Where it stands in its document, for sorting."""
        return self.segment.paragraph, self.segment.start


def realigned(
    clauses: Sequence[Clause],
    documents: Mapping[Side, Document],
    align: AlignParagraphs,
    next_id: int,
    locked: Container[int] = (),
) -> list[Clause]:
    """Pair clauses anew.

    A clause that was paired by hand stays whole, and so does one that is finished, or where a reviewer wrote text that
    no file has. Between two such that stand in the order of both documents, only what stands between them is paired.

    Args:
        clauses: clauses in order, as corrected.
        documents: the documents that they came from.
        align: pairs two lists of paragraphs.
        next_id: the first id that no clause has ever had.
        locked: the clauses that are finished.

    Returns:
        The clauses in order; one keeps the id of an old clause that a first piece of it comes from.
    """
    kept = [clause for clause in clauses if clause.fixed or clause.id in locked or _is_written(clause)]
    free = [clause for clause in clauses if clause not in kept]
    units = {side: sorted(_units(free, side), key=lambda unit: unit.place) for side in _SIDES}
    cutters = _in_order([clause for clause in kept if clause.zh.segments and clause.en.segments])
    ids = _Ids({clause.id for clause in kept}, next_id)
    result: list[Clause] = []
    taken = {"zh": 0, "en": 0}
    for cutter in [*cutters, None]:
        stretch = {}
        for side in _SIDES:
            places = [unit.place for unit in units[side]]
            end = len(places) if cutter is None else bisect_left(places, _first(cutter, side))
            stretch[side] = units[side][taken[side] : end]
            taken[side] = max(taken[side], end)
        result.extend(_paired(stretch["zh"], stretch["en"], documents, align, ids))
        if cutter is not None:
            result.append(cutter)
    for clause in kept:
        if clause not in cutters:
            result.insert(_place_for(clause, result, clauses), clause)
    return result


def moved_clauses(clauses: Sequence[Clause]) -> frozenset[int]:
    """Give the ids of clauses whose English stands elsewhere in its document than their neighbours' does."""
    both = [clause for clause in clauses if clause.zh.segments and clause.en.segments]
    return frozenset(clause.id for clause in both) - {clause.id for clause in _in_order(both)}


def _is_written(clause: Clause) -> bool:
    """Whether a side has text of the reviewer's own only."""
    return any(here.text and not here.segments for here in (clause.zh, clause.en))


def _units(clauses: Iterable[Clause], side: Side) -> Iterable[_Unit]:
    for clause in clauses:
        here = clause.side(side)
        offset = 0
        for segment, part in zip(here.segments, parts_of(here), strict=True):
            length = segment.end - segment.start
            yield _Unit(segment, here.original[offset : offset + length], part, clause)
            offset += length + 1


def _first(clause: Clause, side: Side) -> _Place:
    segment = clause.side(side).segments[0]
    return segment.paragraph, segment.start


def _in_order(clauses: Sequence[Clause]) -> list[Clause]:
    """Give the most clauses that stand in the order of both documents; the others were moved."""
    ordered = sorted(clauses, key=lambda clause: _first(clause, "zh"))
    tails: list[_Place] = []
    ends: list[int] = []
    before: list[int] = []
    for index, clause in enumerate(ordered):
        place = _first(clause, "en")
        length = bisect_left(tails, place)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [place]
        ends[length : length + 1] = [index]
    chain = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(ordered[at])
        at = before[at]
    return chain[::-1]


class _Ids:
    """Ids for clauses: an old one where it is free, else a new one."""

    def __init__(self, used: set[int], next_id: int) -> None:
        self._used = used
        self._new = count(next_id)

    def take(self, wanted: int) -> int:
        if wanted in self._used:
            return next(self._new)
        self._used.add(wanted)
        return wanted


def _paired(
    zh: Sequence[_Unit], en: Sequence[_Unit], documents: Mapping[Side, Document], align: AlignParagraphs, ids: _Ids
) -> Iterable[Clause]:
    if not zh and not en:
        return
    texts = [
        [_paragraph(unit, documents.get(side)) for unit in units] for side, units in zip(_SIDES, (zh, en), strict=True)
    ]
    for pairing in align(*texts):
        zh_own, en_own = [zh[index] for index in pairing.zh], [en[index] for index in pairing.en]
        first = (zh_own or en_own)[0].owner
        zh_side, en_side = _side(zh_own), _side(en_own)
        # A heading stays one only as long as nothing was joined to it.
        level = first.level if zh_side.segments in ((), first.zh.segments) else 0
        oldest = min(units[0].owner.id for units in (zh_own, en_own) if units)
        yield Clause(ids.take(oldest), zh_side, en_side, confidence=pairing.confidence, level=level)


def _paragraph(unit: _Unit, document: Document | None) -> Paragraph:
    """Give a unit as a paragraph, with its place in a table."""
    if document is None:
        return Paragraph(unit.original, unit.segment.paragraph + 1)
    return replace(document.paragraphs[unit.segment.paragraph], text=unit.original, runs=())


def _side(units: Sequence[_Unit]) -> ClauseSide:
    return ClauseSide(
        tuple(unit.segment for unit in units),
        "\n".join(unit.original for unit in units),
        "\n".join(unit.text for unit in units),
    )


def _place_for(clause: Clause, arranged: Sequence[Clause], before: Sequence[Clause]) -> int:
    """Tell where a clause belongs that does not stand in the order of both documents: behind what it followed."""
    side: Side = "zh" if clause.zh.segments else "en"
    if not clause.side(side).segments:
        ids = [known.id for known in before]
        previous = before[ids.index(clause.id) - 1].id if ids.index(clause.id) else None
        return next((index + 1 for index, known in enumerate(arranged) if known.id == previous), 0)
    place = _first(clause, side)
    earlier = [
        index for index, known in enumerate(arranged) if known.side(side).segments and _first(known, side) < place
    ]
    return earlier[-1] + 1 if earlier else 0

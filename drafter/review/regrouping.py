"""Pairing by hand: which clauses go, and which stand in their place. Nothing here changes a text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Literal

from drafter.model import Clause, ClauseSide, Document, Segment, Side
from drafter.project import Arrangement
from drafter.review.cutting import cut, joined
from drafter.review.places import parts_of

Way = Literal["up", "down"]
_SIDES: tuple[Side, Side] = ("zh", "en")


class Regrouping:
    """What the clauses of a review become when some are paired otherwise.

    Every method gives the clauses that stand in place of the old ones, with their indexes; a clause that goes on keeps
    its id, and what was made by hand is marked as fixed.

    Attributes:
        clauses: all clauses in order.
        documents: the documents that they came from.
    """

    def __init__(self, clauses: Sequence[Clause], documents: Mapping[Side, Document], next_id: int) -> None:
        self.clauses = list(clauses)
        self.documents = documents
        self._ids = count(next_id)

    def index(self, id_: int) -> int:
        """Tell where a clause stands.

        Raises:
            KeyError: there is no such clause.
        """
        for index, clause in enumerate(self.clauses):
            if clause.id == id_:
                return index
        raise KeyError(id_)

    def split(self, id_: int, at: Mapping[Side, int]) -> Arrangement:
        """Cut a clause in two.

        Args:
            id_: the clause; its first part keeps the id.
            at: where the corrected text of each side is cut, in code points; a side not named stays in the first part.

        Returns:
            Both parts; nothing where one of them would be empty.
        """
        index = self.index(id_)
        clause = self.clauses[index]
        halves = {side: cut(clause.side(side), at.get(side, len(clause.side(side).text))) for side in _SIDES}
        first = self._made(clause, halves["zh"][0], halves["en"][0])
        second = self._made(replace(clause, id=next(self._ids), level=0), halves["zh"][1], halves["en"][1])
        if _is_empty(first) or _is_empty(second):
            return ()
        return (index, first), (index + 1, second)

    def merge(self, first: int, second: int) -> Arrangement:
        """Join two clauses that follow each other; the first keeps its id.

        Returns:
            The one clause; nothing where they don't follow each other.
        """
        index, other = sorted((self.index(first), self.index(second)))
        if other != index + 1:
            return ()
        one, two = self.clauses[index], self.clauses[other]
        return ((index, self._made(one, *(self._joined(one, two, side) for side in _SIDES))),)

    def move(self, id_: int, side: Side, way: Way) -> Arrangement:
        """Move the first piece of a side to the clause before, or its last piece to the clause after.

        A piece is what came from one paragraph, or a part of it that was cut off before.

        Returns:
            The clauses that stand there then, one where the other is left without text; nothing where there is no
            clause to move it to.
        """
        index = self.index(id_)
        other = index + (1 if way == "down" else -1)
        here = self.clauses[index].side(side)
        if not 0 <= other < len(self.clauses) or not here.text:
            return ()
        lengths = [len(part) for part in parts_of(here)] or [len(here.text)]
        if way == "down":
            left, moved = cut(here, len(here.text) - lengths[-1])
        else:
            moved, left = cut(here, lengths[0])
        giving, taking = self.clauses[index], self.clauses[other]
        pair = (moved, taking.side(side)) if way == "down" else (taking.side(side), moved)
        given = self._with(giving, side, left)
        taken = self._with(taking, side, joined(*pair, self.documents.get(side)))
        both = [taken] if _is_empty(given) else [given, taken] if way == "down" else [taken, given]
        return tuple(enumerate(both, min(index, other)))

    def unpair(self, id_: int) -> Arrangement:
        """Part the two sides of a clause; the Chinese keeps the id.

        Returns:
            Both; nothing where one side is empty.
        """
        index = self.index(id_)
        clause = self.clauses[index]
        zh = self._made(clause, clause.zh, ClauseSide())
        en = self._made(replace(clause, id=next(self._ids)), ClauseSide(), clause.en)
        return () if _is_empty(zh) or _is_empty(en) else ((index, zh), (index + 1, en))

    def pair(self, one: int, other: int) -> Arrangement:
        """Join a clause that has only Chinese with one that has only English, wherever they stand.

        Returns:
            The clause, in the place of the Chinese; nothing where they are not such a pair.
        """
        indexes = self.index(one), self.index(other)
        zh, en = sorted(indexes, key=lambda index: not self.clauses[index].zh.text)
        chinese, english = self.clauses[zh], self.clauses[en]
        if zh == en or chinese.en.text or english.zh.text or not (chinese.zh.text and english.en.text):
            return ()
        return ((zh - (en < zh), self._made(chinese, chinese.zh, english.en)),)

    def _joined(self, one: Clause, two: Clause, side: Side) -> ClauseSide:
        return joined(one.side(side), two.side(side), self.documents.get(side))

    def _made(self, clause: Clause, zh: ClauseSide, en: ClauseSide) -> Clause:
        return replace(clause, zh=zh, en=en, confidence=1.0, fixed=True)

    def _with(self, clause: Clause, side: Side, here: ClauseSide) -> Clause:
        return self._made(clause, here, clause.en) if side == "zh" else self._made(clause, clause.zh, here)


def _is_empty(clause: Clause) -> bool:
    return not any(here.segments or here.text for here in (clause.zh, clause.en))


def heir(gone: Clause, after: Arrangement) -> int:
    """Tell which clause has the text that a clause began with.

    Args:
        gone: the clause that is there no more.
        after: the clauses that stand in its place, at least one.
    """
    for side in _SIDES:
        for segment in gone.side(side).segments[:1]:
            for _index, clause in after:
                if any(_holds(one, segment) for one in clause.side(side).segments):
                    return clause.id
    return after[0][1].id


def origins(before: Iterable[Clause], after: Iterable[Clause]) -> dict[int, set[int]]:
    """Tell which old clauses the text of each new one stood in.

    Args:
        before: the clauses as they were.
        after: those that stand in their place.

    Returns:
        Ids of old clauses by the id of the new one; every new one has some, and every old one is somewhere, where
        there is one to be.
    """
    old, new = list(before), list(after)
    held: dict[tuple[Side, int], list[tuple[Segment, int]]] = {}
    for clause in old:
        for side in _SIDES:
            for segment in clause.side(side).segments:
                held.setdefault((side, segment.paragraph), []).append((segment, clause.id))
    known = {clause.id for clause in old}
    found: dict[int, set[int]] = {}
    for clause in new:
        tied = found[clause.id] = {clause.id} & known
        for side in _SIDES:
            for segment in clause.side(side).segments:
                near = held.get((side, segment.paragraph), ())
                tied.update(id_ for other, id_ in near if _holds(other, segment) or _holds(segment, other))
    for clause in new:
        if not found[clause.id] and old:
            found[clause.id] = {heir(clause, tuple(enumerate(old)))}
    placed = set[int]().union(*found.values())
    for clause in old:
        if clause.id not in placed and new:
            found[heir(clause, tuple(enumerate(new)))].add(clause.id)
    return found


def _holds(one: Segment, other: Segment) -> bool:
    return one.paragraph == other.paragraph and one.start <= other.start < max(one.end, one.start + 1)


def ids_of(arrangement: Iterable[tuple[int, Clause]]) -> set[int]:
    """Give the ids of the clauses of an arrangement."""
    return {clause.id for _index, clause in arrangement}

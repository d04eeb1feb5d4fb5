"""Clauses with their places, as a revision of the pairing keeps what stood before it and what stands after it."""

import json
from collections.abc import Iterable, Sequence

from drafter.model import Clause, ClauseSide, Segment

Arrangement = tuple[tuple[int, Clause], ...]
"""Clauses with their indexes among all clauses, in that order."""


def packed(arrangement: Arrangement) -> str:
    """Give an arrangement as a revision has it (JSON)."""
    return json.dumps([_row(index, clause) for index, clause in arrangement], ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> Arrangement:
    """Read an arrangement back.

    Raises:
        ValueError: the text is none.
    """
    try:
        return tuple(
            (
                index,
                Clause(id_, _side(*zh), _side(*en), confidence=confidence, level=level, fixed=bool(fixed)),
            )
            for index, id_, zh, en, confidence, level, fixed in json.loads(text)
        )
    except (TypeError, KeyError) as error:
        raise ValueError(text[:40]) from error


def rearranged(clauses: Sequence[Clause], before: Arrangement, after: Arrangement) -> list[Clause]:
    """Take some clauses out and put others in.

    Args:
        clauses: all clauses in order.
        before: what is taken out.
        after: what is put in; its indexes are those of the result.
    """
    gone = {clause.id for _index, clause in before}
    result = [clause for clause in clauses if clause.id not in gone]
    for index, clause in after:
        result.insert(index, clause)
    return result


def placed(clauses: Sequence[Clause], ids: Iterable[int]) -> Arrangement:
    """Give some of the clauses with their indexes."""
    wanted = set(ids)
    return tuple((index, clause) for index, clause in enumerate(clauses) if clause.id in wanted)


def _row(index: int, clause: Clause) -> list[object]:
    sides = [
        [[[one.paragraph, one.start, one.end] for one in side.segments], side.original, side.text]
        for side in (clause.zh, clause.en)
    ]
    return [index, clause.id, *sides, clause.confidence, clause.level, int(clause.fixed)]


def _side(segments: Sequence[Sequence[int]], original: str, text: str) -> ClauseSide:
    return ClauseSide(tuple(Segment(*one) for one in segments), original, text)

"""What a reviewer says about the language of a text in a file that holds both."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import count

from drafter.model import Clause, ClauseSide, Side


def told(clauses: Sequence[Clause], ids: Collection[int], side: Side, next_id: int) -> list[Clause]:
    """Put the text of some clauses on the side of the language it is in, apart from what stood beside it.

    Args:
        clauses: all clauses in order.
        ids: the clauses whose text, where it stands on the other side, is in the language of this one.
        side: that language.
        next_id: the first id that no clause has ever had.

    Returns:
        The clauses, to be paired anew; empty where nothing stands on the other side.
    """
    new = count(next_id)
    other: Side = "en" if side == "zh" else "zh"
    result: list[Clause] = []
    for clause in clauses:
        moved = clause.side(other)
        if clause.id not in ids or not moved.segments:
            result.append(clause)
        elif _is_empty(clause.side(side)):
            result.append(_turned(clause, clause.id, moved, side))
        else:
            result.append(replace(clause, zh=ClauseSide()) if other == "zh" else replace(clause, en=ClauseSide()))
            result.append(_turned(clause, next(new), moved, side))
    return [] if result == list(clauses) else result


def _is_empty(side: ClauseSide) -> bool:
    return not side.segments and not side.text


def _turned(clause: Clause, id_: int, moved: ClauseSide, side: Side) -> Clause:
    zh, en = (moved, ClauseSide()) if side == "zh" else (ClauseSide(), moved)
    return Clause(id_, zh, en, level=clause.level if id_ == clause.id else 0)

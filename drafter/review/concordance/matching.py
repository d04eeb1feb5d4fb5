"""Pairs of memories, and clauses of the review, whose Chinese is much like a clause's."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from drafter.model import Clause
from drafter.review.concordance.memories import Memory

LEAST: Final = 60
"""Per cent from which on a text is much like another."""
MOST: Final = 12
_AT_ONCE: Final = 2_000
"""Texts compared in one go: whoever else waits for the interpreter waits a few milliseconds at most."""


class FuzzyMatch(NamedTuple):
    """A pair whose Chinese is like the clause's.

    Attributes:
        percent: how like; 100 only where it is the same.
        zh: its Chinese.
        en: its English.
        clause: id of the clause, 0 where it is in a memory.
        memory: name of the memory, "" where it is in the review.
    """

    percent: int
    zh: str
    en: str
    clause: int = 0
    memory: str = ""


def fuzzy_matches(
    here: Clause, clauses: Iterable[Clause], memories: Sequence[Memory], least: int = LEAST, most: int = MOST
) -> list[FuzzyMatch]:
    """Give what is most like a clause, the likest first; of pairs that are the same, one.

    Args:
        here: the clause.
        clauses: the review's clauses, as they read.
        memories: the memories.
        least: per cent that count.
        most: how many at most.
    """
    text = here.zh.text.strip()
    if not text:
        return []
    others = [one for one in clauses if one.id != here.id and one.zh.text.strip() and one.en.text.strip()]
    found = [
        FuzzyMatch(percent, others[index].zh.text, others[index].en.text, clause=others[index].id)
        for index, percent in _like(text, [one.zh.text.strip() for one in others], least)
    ]
    for memory in memories:
        found += (
            FuzzyMatch(percent, memory.zh[index], memory.en[index], memory=memory.name)
            for index, percent in _like(text, memory.zh, least)
        )
    # What a memory has was looked through by somebody; of what is alike it comes first.
    found.sort(key=lambda one: (-one.percent, bool(one.clause)))
    told: dict[tuple[str, str], FuzzyMatch] = {}
    for one in found:
        told.setdefault((one.zh.strip(), one.en.strip()), one)
    return list(told.values())[:most]


def _like(text: str, others: Sequence[str], least: int) -> Iterator[tuple[int, int]]:
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import extract_iter

    for begin in range(0, len(others), _AT_ONCE):
        some = others[begin : begin + _AT_ONCE]
        for other, likeness, index in extract_iter(
            text, some, scorer=Indel.normalized_similarity, score_cutoff=least / 100
        ):
            yield begin + index, 100 if other == text else min(99, int(likeness * 100))

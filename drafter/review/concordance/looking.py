"""Where words stand, on either side, in a review and in memories, with what stands beside them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from drafter.model import Clause, Span
from drafter.review.concordance.memories import Memory
from drafter.review.searching import Searched

MOST: Final = 100
"""Places that are given at most: who is shown more asks for fewer words."""


class Place(NamedTuple):
    """A pair that holds the words.

    Attributes:
        zh: its Chinese.
        en: its English.
        in_zh: where the words stand in the Chinese, in code points.
        in_en: where they stand in the English.
        clause: id of the clause, 0 where it is in a memory.
        memory: name of the memory, "" where it is in the review.
    """

    zh: str
    en: str
    in_zh: tuple[Span, ...]
    in_en: tuple[Span, ...]
    clause: int = 0
    memory: str = ""


def look_up(words: str, clauses: Iterable[Clause], memories: Sequence[Memory], most: int = MOST) -> list[Place]:
    """Give the pairs that hold words, those of the review first.

    Args:
        words: what is looked for, whatever its case and width.
        clauses: the review's clauses, as they read.
        memories: the memories.
        most: how many at most.
    """
    searched = Searched(words)
    return list(islice(_places(searched, clauses, memories), most))


def _places(searched: Searched, clauses: Iterable[Clause], memories: Sequence[Memory]) -> Iterator[Place]:
    for clause in clauses:
        in_zh, in_en = searched.spans(clause.zh.text), searched.spans(clause.en.text)
        if in_zh or in_en:
            yield Place(clause.zh.text, clause.en.text, tuple(in_zh), tuple(in_en), clause=clause.id)
    told: set[tuple[str, str]] = set()  # what two memories have is one place
    for memory in memories:
        for zh, en in zip(memory.zh, memory.en, strict=True):
            in_zh, in_en = searched.spans(zh), searched.spans(en)
            if (in_zh or in_en) and (zh, en) not in told:
                told.add((zh, en))
                yield Place(zh, en, tuple(in_zh), tuple(in_en), memory=memory.name)

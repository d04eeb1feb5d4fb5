"""Which body of the Chinese is which of the English."""

from collections.abc import Sequence
from typing import NamedTuple

from drafter.language.duties.names import Name, name_of
from drafter.language.duties.records import Body

_MOST = 60


class Matched(NamedTuple):
    """How two lists of bodies go together.

    Attributes:
        pairs: indexes of a Chinese body and its English one.
        lost: indexes of Chinese bodies that nothing in the English can be.
        extra: indexes of English bodies that nothing in the Chinese can be.
        swapped: indexes of a Chinese body and of the English one, of another remit, that stands in its place.
    """

    pairs: tuple[tuple[int, int], ...] = ()
    lost: tuple[int, ...] = ()
    extra: tuple[int, ...] = ()
    swapped: tuple[tuple[int, int], ...] = ()


def match_bodies(zh: Sequence[Body], en: Sequence[Body]) -> Matched:
    """Match the bodies of two lists.

    What the names say comes first, then the order; names of which nothing is known can be any that is left.

    Args:
        zh: the bodies of the Chinese.
        en: the bodies of the English.
    """
    if max(len(zh), len(en)) > _MOST:
        return Matched()
    ours = [name_of(body.name, "zh") for body in zh]
    theirs = [name_of(body.name, "en") for body in en]
    ranked = sorted(
        (-_likeness(one, other), abs(i - j), i, j)
        for i, one in enumerate(ours)
        for j, other in enumerate(theirs)
        if _likeness(one, other) > 0
    )
    left, right = set(range(len(zh))), set(range(len(en)))
    pairs = []
    for _, _, i, j in ranked:
        if i in left and j in right:
            pairs.append((i, j))
            left.discard(i)
            right.discard(j)
    pairs += _any_left(ours, theirs, left, right)
    swapped = []
    if len(left) == len(right):
        swapped = list(zip(sorted(left), sorted(right), strict=True))
        left, right = set(), set()
    return Matched(tuple(sorted(pairs)), tuple(sorted(left)), tuple(sorted(right)), tuple(swapped))


def _likeness(one: Name, other: Name) -> int:
    """Say how alike two names are; 0 where they are not."""
    if one.remits and other.remits:
        if not one.remits & other.remits:
            return 0
        return (4 if one.remits == other.remits else 2) + (not one.level or not other.level or one.level == other.level)
    if one.kind and one.kind == other.kind and not one.remits and not other.remits:
        return 1 + (one.level == other.level)
    return 0


def _any_left(ours: Sequence[Name], theirs: Sequence[Name], left: set[int], right: set[int]) -> list[tuple[int, int]]:
    """Pair what is left where one side's name says too little to be told apart, and take it from what is left."""
    pairs = []
    for i in sorted(left):
        j = next((j for j in sorted(right) if not (ours[i].remits and theirs[j].remits)), None)
        if j is not None:
            pairs.append((i, j))
            left.discard(i)
            right.discard(j)
    return pairs

"""Sentences of the two sides that stand abreast: where both have as many, one answers the other."""

from functools import lru_cache
from typing import NamedTuple

from drafter.language.sentences import split_sentences
from drafter.model import Span

_LONGEST = 6.5
_SHORTEST = 1.2
_SLACK = 12
"""English characters for a Chinese one, beyond which two sentences don't answer each other, and what is added."""


class Abreast(NamedTuple):
    """A stretch of the Chinese with the English that answers it.

    Attributes:
        zh: the Chinese stretch.
        en: the English one.
    """

    zh: Span
    en: Span


@lru_cache(maxsize=256)
def abreast(zh: str, en: str) -> tuple[Abreast, ...]:
    """Cut both sides of a clause into sentences that answer each other; all of both is one where that can't be told.

    Args:
        zh: the Chinese text.
        en: its English.
    """
    ours, theirs = split_sentences(zh, "zh"), split_sentences(en, "en")
    whole = (Abreast(Span(0, len(zh)), Span(0, len(en))),)
    if len(ours) != len(theirs) or len(ours) < 2:
        return whole
    found = tuple(Abreast(Span(*one), Span(*other)) for one, other in zip(ours, theirs, strict=True))
    return found if all(_alike_long(one) for one in found) else whole


def _alike_long(one: Abreast) -> bool:
    zh, en = one.zh.end - one.zh.start, one.en.end - one.en.start
    return _SHORTEST * zh - _SLACK <= en <= _LONGEST * zh + _SLACK

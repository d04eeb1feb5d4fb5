"""Sentences of the two sides that stand abreast: where both have as many, one answers the other."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from drafter.model import Side, Span

# Plain ends of sentences, found in one look: where both sides have as many, no finer reading is needed.
_ENDS: dict[Side, re.Pattern[str]] = {
    "zh": re.compile(r"[。！？!?][”’）)」』]*"),
    "en": re.compile(r"(?:[A-Za-z)%’”\"]|[0-9]{2})[.!?][”’)\"]*\s+(?=[A-Z“(—\"])"),
}

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
    ours, theirs = sentences(zh, "zh"), sentences(en, "en")
    whole = (Abreast(Span(0, len(zh)), Span(0, len(en))),)
    if len(ours) != len(theirs) or len(ours) < 2:
        return whole
    found = tuple(Abreast(one, other) for one, other in zip(ours, theirs, strict=True))
    return found if all(_alike_long(one) for one in found) else whole


def sentences(text: str, side: Side) -> list[Span]:
    """Cut a text at the plain ends of its sentences, without the blanks around these.

    Args:
        text: the text.
        side: its language.
    """
    ends = [0, *(found.end() for found in _ENDS[side].finditer(text)), len(text)]
    found = []
    for start, end in pairwise(ends):
        words = text[start:end]
        if words.strip():
            found.append(Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())))
    return found


def _alike_long(one: Abreast) -> bool:
    zh, en = one.zh.end - one.zh.start, one.en.end - one.en.start
    return _SHORTEST * zh - _SLACK <= en <= _LONGEST * zh + _SLACK

"""The words of an English text, read once for all who ask."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[A-Za-z]+")


class Token(NamedTuple):
    """A run of Latin letters.

    Attributes:
        word: the letters in lower case.
        start: where it begins.
        end: where it ends.
    """

    word: str
    start: int
    end: int


@lru_cache(maxsize=256)
def english_words(text: str) -> tuple[Token, ...]:
    """Give the runs of Latin letters of a text, in order."""
    return tuple(Token(found[0], *found.span()) for found in _WORD.finditer(lower(text)))


def lower(text: str) -> str:
    """Give a text in lower case, every letter at its place: one that would grow, and move the others, stays."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(ch.lower() if ch.isascii() else ch for ch in text)


def holds_any(text: str, words: Iterable[str]) -> bool:
    """Tell whether any of some words stands in a text, in whatever it stands: a cheap look before a dear one."""
    for word in words:  # noqa: SIM110 - half the time of any()
        if word in text:
            return True
    return False


@lru_cache(maxsize=256)
def english_sequence(text: str) -> tuple[str, ...]:
    """Give the words of an English text in order, in lower case."""
    return tuple(_WORD.findall(lower(text)))


@lru_cache(maxsize=256)
def english_vocabulary(text: str) -> frozenset[str]:
    """Give the set of an English text's words, in lower case."""
    return frozenset(english_sequence(text))

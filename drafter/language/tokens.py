"""The words of an English text, read once for all who ask."""

import re
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
    lower = text.lower()
    if len(lower) != len(text):  # a letter that grows in lower case would move every place behind it
        lower = text
    return tuple(Token(found[0], *found.span()) for found in _WORD.finditer(lower))


@lru_cache(maxsize=256)
def english_vocabulary(text: str) -> frozenset[str]:
    """Give the set of an English text's words, in lower case."""
    return frozenset(token.word.lower() for token in english_words(text))

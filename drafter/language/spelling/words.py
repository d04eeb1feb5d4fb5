"""Which words of an English text are to be looked up: no figures, units, addresses or acronyms."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from drafter.language.acronyms import acronyms
from drafter.model import Span

_LETTERS: Final = "A-Za-zÀ-ÖØ-öø-ɏ"
# What touches a figure, a Chinese character or a mark of a file is no word of its own.
_WORD: Final = re.compile(rf"(?<![\w@⟦])[{_LETTERS}]+(?:[’'][{_LETTERS}]+)*(?![\w@])")
_RUN: Final = re.compile(r"\S+")
_ADDRESS: Final = re.compile(r"\S@\S|https?://|www\.|[\w-]\.(?:cn|com|org|gov|net)\b")
_POSSESSIVE: Final = re.compile(r"[’'][Ss]?$")
_SHORTEST: Final = 2
_LONGEST: Final = 40
"""Letters of the longest word: what is longer is no slip of the pen."""
_LONGEST_ACRONYM: Final = 5


class Word(NamedTuple):
    """A word where it stands.

    Attributes:
        text: the word, without what makes it a possessive.
        span: its place, in code points.
    """

    text: str
    span: Span


def words_to_spell(text: str) -> Iterator[Word]:
    """Give the words of an English text that are to be looked up, in order.

    Args:
        text: the text.
    """
    masked = _RUN.sub(lambda run: "0" * len(run[0]) if _ADDRESS.search(run[0]) else run[0], text)
    for found in _WORD.finditer(masked):
        word = _POSSESSIVE.sub("", found[0])
        if not _is_sign(word):
            yield Word(word, Span(found.start(), found.start() + len(word)))


def _is_sign(word: str) -> bool:
    """Whether letters are no word: too few or too many of them, an acronym, or capitals within (VOCs, kWh, deNOx)."""
    if not _SHORTEST <= len(word) <= _LONGEST or word in acronyms() or word.removesuffix("s") in acronyms():
        return True
    if word.isupper():
        return len(word) <= _LONGEST_ACRONYM
    return not word[1:].islower()

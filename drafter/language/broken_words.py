"""Words that a blank broke in two: `emer gency`. Word frequencies tell."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from drafter.language.tokens import english_vocabulary
from drafter.language.words import commonness, words_as_common_as
from drafter.model import Span

# The second half is in small letters: `Shang Hai` is a name. What stands beside a hyphen, a dot or a digit is no half.
_HALVES: Final = re.compile(r"(?<![\w’'@./&-])([A-Za-z][a-z]*) (?=([a-z]+)(?![\w’'@&/-]|\.\w))")
_USUAL: Final = 3.0
_WHOLE: Final = 3.5
_SHORTEST: Final = 6
_FULL: Final = 9.0  # the Zipf scale counts in a thousand million words
_OUTWEIGHS: Final = 4.0
"""Powers of ten by which the whole is commoner than its halves would be side by side by chance. In 80 MB of manuals no
sound pair of words, one of them rare, comes to more than 2.5; of `web site`, with none, it is 4.1."""


class Broken(NamedTuple):
    """A word in two halves.

    Attributes:
        span: the halves, with the blank between them.
        whole: the word.
    """

    span: Span
    whole: str


def broken_words(text: str) -> Iterator[Broken]:
    """Give the words of an English text that a blank breaks: at least one half is no usual word, the whole is one.

    Args:
        text: English text.
    """
    rare = english_vocabulary(text) - _usual()
    if not rare:
        return
    for found in _HALVES.finditer(text):
        first, second = found[1], found[2]
        if not (first.lower() in rare or second in rare) or len(first + second) < _SHORTEST:
            continue
        whole = commonness(first + second)
        if whole >= _WHOLE and whole - (commonness(first) + commonness(second) - _FULL) >= _OUTWEIGHS:
            yield Broken(Span(found.start(), found.end(2)), first + second)


@cache
def _usual() -> frozenset[str]:
    return frozenset(words_as_common_as(_USUAL))

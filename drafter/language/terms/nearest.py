"""Where a text tries to say a set formula: the words that come nearest to it."""

import math
import re
from functools import lru_cache

from drafter.language.terms.phrases import form
from drafter.model import Span

_TOKEN = re.compile(r"[A-Za-z]+")
_FEWEST = 3
_SHARE = 0.6
_SLACK = 4  # words that may stand between those of the formula
_SHORTEST = 4


@lru_cache(maxsize=512)
def _telling(rendering: str) -> tuple[frozenset[str], int]:
    words = _TOKEN.findall(rendering)
    return frozenset(form(word) for word in words if len(word) >= _SHORTEST or word[0].isupper()), len(words)


def nearest(text: str, rendering: str) -> Span | None:
    """Find the shortest stretch that holds the most words of a rendering; None where none holds enough.

    Args:
        text: English text.
        rendering: a rendering of at least three telling words.
    """
    telling, length = _telling(rendering)
    if len(telling) < _FEWEST:
        return None
    need = math.ceil(_SHARE * len(telling))
    tokens = list(_TOKEN.finditer(text))
    hits = [(index, known) for index, token in enumerate(tokens) if (known := form(token[0])) in telling]
    best: tuple[int, int, Span] | None = None
    for first in range(len(hits)):
        seen: set[str] = set()
        for index, known in hits[first : first + 2 * len(telling)]:
            seen.add(known)
            across = index - hits[first][0] + 1
            if len(seen) >= need and across <= length + _SLACK:
                span = Span(tokens[hits[first][0]].start(), tokens[index].end())
                best = max(best or (0, 0, span), (len(seen), -across, span))
    return best[2] if best else None

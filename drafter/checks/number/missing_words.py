"""Chinese words beside a figure, and the English words that may render them."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from drafter.language.lists import plain_renderings_listed
from drafter.language.scripts import is_han

_LONGEST = 6
_MOST = 2
_COUNTED: Final = {
    "人": "people person man resident worker member", "名": "people person man member", "例": "case",
    "家": "firm company business", "件": "piece case item", "次": "time", "辆": "vehicle car bus", "所": "school",
    "座": "building bridge", "元": "yuan", "头": "head", "艘": "boat ship vessel", "户": "household family home",
    "个": "",
}  # fmt: skip
_FORMS: Final = {
    "rose": "rise", "risen": "rise", "fell": "fall", "fallen": "fall", "grew": "grow", "grown": "grow",
    "growth": "grow", "men": "man", "women": "woman", "children": "child", "dead": "death", "sold": "sell",
    "sales": "sell", "sale": "sell", "won": "win", "spent": "spend", "lost": "lose", "built": "build", "made": "make",
    "left": "leave", "took": "take",
}  # fmt: skip
_ENDINGS = (
    "ations", "ation", "ings", "ing", "ions", "ion", "ies", "ied", "ers", "ed", "es", "er", "al", "ly", "s", "y", "e",
)  # fmt: skip
_SHORTEST_STEM = 3
_SAYS_LITTLE: Final = frozenset(("the", "of", "to", "in", "on", "and", "for", "at", "by", "with", "not", "one"))


@cache
def stem(word: str) -> str:
    """Cut an English word down to what its forms share."""
    word = _FORMS.get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > _SHORTEST_STEM and word[-1] == word[-2] else word


@cache
def _renderings() -> dict[str, frozenset[str]]:
    """Read the list of plain words; an installation without it places figures by everything else."""
    table = dict(plain_renderings_listed())
    for word, english in _COUNTED.items():
        table[word] = f"{table.get(word, '')} {english}"
    return {word: frozenset(map(stem, english.split())) - _SAYS_LITTLE for word, english in table.items()}


def after(zh: str, pos: int, noun: str) -> list[frozenset[str]]:
    """Give what may render the first two words from a place on.

    Args:
        zh: the Chinese.
        pos: code point behind the figure.
        noun: the measure word of the figure, which counts as a word; "" for none.
    """
    known = _renderings()
    found = [known.get(noun, frozenset())] if noun else []
    return found + [known.get(word, frozenset()) for word in _words(zh, pos, _MOST)]


def before(zh: str, pos: int) -> list[frozenset[str]]:
    """Give what may render the word that ends at a place."""
    known = _renderings()
    for length in range(min(_LONGEST, pos), 0, -1):
        if zh[pos - length : pos] in known:
            return [known[zh[pos - length : pos]]]
    return []


def within(zh: str, start: int, end: int) -> Iterator[frozenset[str]]:
    """Give what may render the words of two characters or more between two places, the longest ones from the left.

    Args:
        zh: the Chinese.
        start: code point at which the stretch begins.
        end: where it ends.
    """
    known = _renderings()
    while start < end - 1:
        length = next(
            (size for size in range(_LONGEST, 1, -1) if start + size <= end and zh[start : start + size] in known), 0
        )
        if length:
            yield known[zh[start : start + length]]
        start += length or 1


def _words(zh: str, pos: int, most: int) -> Iterator[str]:
    """Cut the text from a place on into the longest words known; a character that begins none is one."""
    known = _renderings()
    while most and pos < len(zh) and is_han(zh[pos]):
        length = next((size for size in range(_LONGEST, 0, -1) if zh[pos : pos + size] in known), 1)
        yield zh[pos : pos + length]
        pos += length
        most -= 1

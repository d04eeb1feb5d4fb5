"""Many phrases looked for in one pass over an English text, their forms tolerated."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from drafter.model import Span

_TOKEN = re.compile(r"[A-Za-z]+(?:[’'](?=[a-z]))?|[0-9]+(?:\.[0-9]+)?")
_ARTICLES = frozenset(("the", "a", "an"))
# What may stand between two words of a phrase: blanks, hyphens, quotes, brackets, a comma, but no end of a sentence.
_BETWEEN = re.compile(r"[\s\-–—/“”\"'’‘(),&]{0,4}")
_SHORTEST = 4
_MOST_KEPT = 16_384
Meaning = TypeVar("Meaning")


@lru_cache(maxsize=50_000)
def form(word: str) -> str:
    """Give what the inflected forms of a word share: plurals and participles, not words made of it.

    Args:
        word: one word in any case, or a figure.
    """
    lower = word.lower().rstrip("’'")
    if len(lower) < _SHORTEST or not lower.isalpha():
        return lower
    if lower.endswith("ies"):
        lower = lower[:-3] + "y"
    elif lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        lower = lower[:-1]
    for ending in ("ing", "ed"):
        if lower.endswith(ending) and len(lower) - len(ending) >= _SHORTEST - 1:
            lower = lower[: -len(ending)]
            break
    lower = lower.removesuffix("e")
    return lower[:-1] if lower[-1] == lower[-2] else lower  # controlled, filled


class Spotted(NamedTuple, Generic[Meaning]):
    """A phrase that stands in a text.

    Attributes:
        span: its characters, from its first word to its last; an article before it is left out.
        meaning: what was said of the phrase when it was added.
    """

    span: Span
    meaning: Meaning


class Phrases(Generic[Meaning]):
    """Phrases to look for, each with a meaning; where two begin at one word the longer one is seen."""

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        self._tree: dict[str, Any] = {}
        for phrase, meaning in phrases:
            node = self._tree
            for word in words_of(phrase):
                node = node.setdefault(word, {})
            if node is not self._tree:
                node.setdefault("", []).append(meaning)

        self._kept: dict[str, tuple[Spotted[Meaning], ...]] = {}

    def spot(self, text: str) -> tuple[Spotted[Meaning], ...]:
        """Give the phrases that stand in a text, from left to right, none within another.

        Args:
            text: English text; words glued to others are not seen.
        """
        found = self._kept.get(text)
        if found is None:  # several rules ask, one after the other
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            found = self._kept[text] = tuple(self._look(text))
        return found

    def _look(self, text: str) -> Iterator[Spotted[Meaning]]:
        tokens = [(found.start(), found.end(), form(found[0])) for found in _TOKEN.finditer(text)]
        done = 0
        for index in [index for index, token in enumerate(tokens) if token[2] in self._tree]:
            found = self._longest(text, tokens, index) if index >= done else None
            if found is None:
                continue
            last, meanings = found
            for meaning in meanings:
                end = len(text[: tokens[last][1]].rstrip("’'"))  # the ’ of ’s is none of its own
                yield Spotted(Span(tokens[index][0], end), meaning)
            done = last + 1

    def _longest(self, text: str, tokens: list[tuple[int, int, str]], first: int) -> tuple[int, list[Meaning]] | None:
        node = self._tree.get(tokens[first][2])
        found: tuple[int, list[Meaning]] | None = None
        at = first
        while node is not None:
            if "" in node:
                found = at, node[""]
            following = at + 1
            while following < len(tokens) and tokens[following][2] in _ARTICLES and _near(text, tokens, following):
                following += 1
            node = node.get(tokens[following][2]) if following < len(tokens) else None
            if node is None or not _near(text, tokens, following):
                break
            at = following
        return found


def any_of(phrases: Collection[str]) -> re.Pattern[str]:
    """Make a pattern that finds any of many Chinese phrases, the longest first, in one pass over a text."""
    by_head: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        by_head.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    return re.compile("|".join(f"{re.escape(head)}(?:{'|'.join(rest)})" for head, rest in by_head.items()) or r"(?!)")


def as_written(words: str) -> str:
    """Give words without what may be written in several ways: capitals, quotes and apostrophes."""
    return words.lower().replace("’", "'").translate(_QUOTES)


_QUOTES = str.maketrans("", "", '“”"')


def words_of(phrase: str) -> list[str]:
    """Give the words of a phrase by which it is known: their shared forms, articles left out."""
    return [word for word in (form(found[0]) for found in _TOKEN.finditer(phrase)) if word not in _ARTICLES]


def _near(text: str, tokens: list[tuple[int, int, str]], index: int) -> bool:
    return (
        (tokens[index - 1][1] < tokens[index][0] or tokens[index][2] == "s")  # ’s is part of its word
        and _BETWEEN.fullmatch(text, tokens[index - 1][1], tokens[index][0]) is not None
    )

"""Where the cue words of all concepts stand in a text: many words in one pass."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from drafter.model import Side

_KEY: dict[Side, int] = {"zh": 2, "en": 4}
"""Letters of a cue by which it is looked up; a shorter cue is looked up by half as many."""

_WORD = re.compile(r"[A-Za-z0-9μ]+")
_GLUED = re.compile(r"(?<=[a-z0-9])[A-Z]|(?<=[A-Z])[A-Z](?=[a-z])")
"""Where a capital begins a word within another: outVOCsInvestigate."""

_WORD_END = re.compile(r"(?:e?s|e?d|ing|’s|'s)?(?![a-z])")
_VAGUE = re.compile(r"[\s_]+")


class Spot(NamedTuple):
    """A cue word that stands in a text.

    Attributes:
        word: number of the cue word.
        start: where it stands.
        end: end, exclusive.
    """

    word: int
    start: int
    end: int


class Spotter:
    """Cue words of one language, to be found in texts."""

    def __init__(self, words: Sequence[str], side: Side) -> None:
        """Prepare the search.

        Args:
            words: the cue words; their numbers are their places here.
            side: their language. English words are met at the beginning of a word, in any case, with the endings of
                plurals and participles.
        """
        self._side = side
        self._by_key: dict[str, list[tuple[str, int]]] = {}
        self._short: dict[str, list[tuple[str, int]]] = {}
        size = _KEY[side]
        for number, word in enumerate(words):
            folded = folded_words(word, side)
            if not folded:
                continue
            if len(folded) >= size:
                self._by_key.setdefault(folded[:size], []).append((folded, number))
            else:
                self._short.setdefault(folded[: size // 2], []).append((folded, number))

    def spots(self, text: str) -> list[Spot]:
        """Give every cue word in a text, those within others too, by where they begin."""
        return self._chinese(text) if self._side == "zh" else self._english(text)

    def _english(self, text: str) -> list[Spot]:
        by_key, short, read = self._by_key, self._short, text.lower()
        found: list[Spot] = []
        for start in _word_starts(text):
            for word, number in (*by_key.get(read[start : start + 4], ()), *short.get(read[start : start + 2], ())):
                end = start + len(word)
                # A capital begins a glued word.
                if read.startswith(word, start) and _WORD_END.match(text, end):
                    found.append(Spot(number, start, end))
        return found

    def _chinese(self, text: str) -> list[Spot]:
        by_key, short = self._by_key, self._short
        found: list[Spot] = []
        for start in range(len(text)):
            for word, number in by_key.get(text[start : start + 2], ()):
                if text.startswith(word, start):
                    found.append(Spot(number, start, start + len(word)))
            for word, number in short.get(text[start], ()):
                found.append(Spot(number, start, start + len(word)))
        return found


def _word_starts(text: str) -> Iterator[int]:
    for word in _WORD.finditer(text):
        yield word.start()
        letters = word[0]
        if not (letters.islower() or letters[1:].islower() or letters.isupper()):
            yield from (glued.start() for glued in _GLUED.finditer(text, word.start() + 1, word.end()))


@lru_cache(maxsize=8192)
def folded_words(words: str, side: Side) -> str:
    """Give words in the form in which they are looked for: of English, small letters with single blanks."""
    return _VAGUE.sub(" ", words.strip()).lower() if side == "en" else words.strip()


def parts_of(cue: str) -> tuple[str, ...]:
    """Give the words of a cue that must all stand in a clause: “燃煤锅炉 & 淘汰”."""
    return tuple(part.strip() for part in cue.split("&") if part.strip())


def numbered(words: Iterable[str]) -> dict[str, int]:
    """Number words, each once, in order."""
    return {word: number for number, word in enumerate(dict.fromkeys(words))}

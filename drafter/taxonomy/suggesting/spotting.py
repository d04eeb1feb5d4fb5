"""Where the cue words of all concepts stand in a text: many words in one pass."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from drafter.model import Side

_KEY: dict[Side, int] = {"zh": 2, "en": 4}
"""Letters of a cue by which it is looked up; a shorter cue is looked up by all of its own."""

_WORD_START = re.compile(r"(?<![A-Za-z])[A-Za-z0-9]|(?<=[a-z0-9.,”\"])[A-Z]|(?<=[A-Z])[A-Z](?=[a-z])|[μ°\"“]")
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
            table = self._by_key if len(folded) >= size else self._short
            table.setdefault(folded[:size], []).append((folded, number))

    def spots(self, text: str) -> Iterator[Spot]:
        """Give every cue word in a text, those within others too, by where they begin."""
        read = text if self._side == "zh" else text.lower()
        if self._side == "zh":
            yield from self._everywhere(read)
            return
        for start in (found.start() for found in _WORD_START.finditer(text)):
            for length in (4, 3, 2):
                table = self._by_key if length == _KEY["en"] else self._short
                for word, number in table.get(read[start : start + length], ()):
                    end = start + len(word)
                    if read.startswith(word, start) and _WORD_END.match(text, end):  # a capital begins a glued word
                        yield Spot(number, start, end)

    def _everywhere(self, text: str) -> Iterator[Spot]:
        by_key, short = self._by_key, self._short
        for start in range(len(text)):
            for word, number in by_key.get(text[start : start + 2], ()):
                if text.startswith(word, start):
                    yield Spot(number, start, start + len(word))
            for word, number in short.get(text[start], ()):
                yield Spot(number, start, start + len(word))


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

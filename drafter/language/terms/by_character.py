"""Phrases that no list knows, rendered character by character: 调水冲污 as “transferring water to flush dirt”.

Chinese official language coins phrases of four or so characters without end. One that was rendered by what each of its
characters means by itself shows it: English words that stand together mean one character after the other, though the
words that these make mean something else.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from drafter.language.lists import renderings_listed
from drafter.language.scripts import HAN
from drafter.language.terms.glossary import shipped_glossary
from drafter.language.terms.literal import WEAK, EnglishWords, english_words, forms_of, meant_alone
from drafter.language.terms.phrases import form
from drafter.model import Span

_PHRASE = re.compile(f"[{HAN}]+")
_BETWEEN = re.compile(
    r"[\s“”\"'’‘+-]{0,3}(?:(?:the|of|and|a|an|to|with|by|in|from|for|on|at|,)[\s“”\"'’‘-]{1,3}){0,2}", re.IGNORECASE
)
# What any text says of persons, numbers and days is said character by character in both languages.
_PLAIN = WEAK | frozenset(
    form(word)
    for word in (  # noqa: SIM905
        "he she it they i we you say said china chinese country year month week day hour ago last this enough seven"
        " eight nine hundred thousand million billion number buy east west south north big small high low man woman"
    ).split()
)
_LONGEST_WORD = 8
_SHORTEST_RUN = 3  # words
_FEW, _MANY = 2, 3  # alien ones: enough where they are a whole short phrase, and enough anywhere
_SHORT_PHRASE = range(3, 7)  # characters


class Run(NamedTuple):
    """English words that say characters one by one.

    Attributes:
        zh: the characters.
        en: the words.
        sure: whether there are so many that no writer would have chosen them.
    """

    zh: Span
    en: Span
    sure: bool


def by_character(source: str, text: str) -> Iterator[Run]:
    """Give the stretches of an English text that render the Chinese character by character.

    Args:
        source: the Chinese of a clause.
        text: its English.
    """
    english = english_words(text)
    chinese = _Chinese(source)
    tokens, done = english.tokens, 0
    for first, (start, _, key) in enumerate(tokens):
        if first < done or key not in chinese.at or key in _PLAIN:
            continue
        runs = (_follow(chinese, english, first, place) for place in chinese.at[key])
        best = max((run for run in runs if run is not None), key=lambda run: (run[2], run[0]), default=None)
        if best is not None:
            done, last_place, alien, first_place = best
            yield Run(Span(first_place, last_place + 1), Span(start, tokens[done - 1][1]), alien >= _MANY)


def _follow(chinese: "_Chinese", english: EnglishWords, first: int, begin: int) -> tuple[int, int, int, int] | None:
    """Follow words and characters side by side: the word behind, the last character, alien words, the first one."""
    tokens = english.tokens
    places, at, within = [begin], first + 1, chinese.ends[begin]
    while at < len(tokens):
        key = tokens[at][2]
        following = next(
            (one for one in (places[-1] + 1, places[-1] + 2) if one < within and chinese.says(one, key)), -1
        )
        if following < 0 or not _BETWEEN.fullmatch(english.text, tokens[at - 1][1], tokens[at][0]):
            break
        places.append(following)
        at += 1
    words, length = at - first, within - begin
    if words < _SHORTEST_RUN:
        return None
    keys = [tokens[index][2] for index in range(first, at)]
    alien = sum(key not in _PLAIN and key not in chinese.meant(place) for key, place in zip(keys, places, strict=True))
    whole = length in _SHORT_PHRASE and chinese.begins_phrase(begin) and places[-1] - begin >= length - 2
    enough = (alien >= _FEW and alien * 2 >= words and whole) or (alien >= _MANY and alien * 4 >= words * 3)
    return (at, places[-1], alien, begin) if enough else None


class _Chinese:
    """A Chinese text: what each of its characters means by itself, and what the words mean that it stands in."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.ends: dict[int, int] = {}
        self._meant: dict[int, frozenset[str]] = {}
        self.at: dict[str, list[int]] = defaultdict(list)
        for phrase in _PHRASE.finditer(text):
            for place in range(*phrase.span()):
                self.ends[place] = phrase.end()
                for key in meant_alone(text[place]):
                    self.at[key].append(place)

    def begins_phrase(self, place: int) -> bool:
        """Whether a character is the first or the second of those that stand together."""
        return place - 1 not in self.ends or place - 2 not in self.ends

    def says(self, place: int, key: str) -> bool:
        """Whether a character means by itself what a word says."""
        return key in meant_alone(self._text[place])

    def meant(self, place: int) -> frozenset[str]:
        """What the words mean in which a character stands."""
        if place not in self._meant:
            begin, end = max(0, place - _LONGEST_WORD + 1), min(len(self._text), place + _LONGEST_WORD)
            words = (
                self._text[one:other]
                for one in range(begin, place + 1)
                for other in range(max(place + 1, one + 2), min(end, one + _LONGEST_WORD) + 1)
            )
            self._meant[place] = frozenset(key for word in words for key in _word(word))
        return self._meant[place]


@lru_cache(maxsize=50_000)
def _word(word: str) -> frozenset[str]:
    return frozenset(forms_of(f"{renderings_listed().get(word, '')} {_terms().get(word, '')}"))


@cache
def _terms() -> Mapping[str, str]:
    """Give what renders the terms that come with the program; a user's own change nothing about what is literal."""
    known: dict[str, str] = {}
    for term in shipped_glossary():
        known[term.zh] = " ".join((known.get(term.zh, ""), term.en, *term.accepted))
    return known

"""Where a term of art is rendered character by character: 挂图 as “hang map”.

A dictionary says what each character of a term means by itself, and what the words mean that it makes with its
neighbours. English words that stand together and say the characters one by one, though no word of the term and none
of its renderings means them, were made by something that did not know the term.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from drafter.language.lists import characters_listed, renderings_listed
from drafter.language.scripts import HAN
from drafter.language.terms.phrases import form
from drafter.model import Span

_HAN = re.compile(f"[{HAN}]")
_TOKEN = re.compile(r"[A-Za-z]+")
_LINKS = frozenset(
    (  # noqa: SIM905
        "the of to in on and for at by with from that this its their a an is are be been as or it will would shall"
        " should must one"
    ).split()
)
# What the dictionary gives for many characters, and a text has anywhere.
WEAK = frozenset(
    form(word)
    for word in (  # noqa: SIM905
        "up out over all both again more keep not some down back off away set take get make go put do other each every"
        " no about under before after into through who what many much most very only also can may have has had use new"
        " first two three four five six ten when there still per thing person people kind part place such right time"
        " good well see"
    ).split()
)
_BETWEEN = re.compile(r"[\s“”\"'’‘+-]{0,3}(?:(?:the|of|and|a|an|,)[\s“”\"'’‘-]{1,3}){0,2}", re.IGNORECASE)
_LONGEST_WORD = 4
SHORTEST, LONGEST = 2, 9
"""Characters of a term that can be told to be rendered one by one."""
_MAY_LACK_ONE_MORE = (3, 5)  # characters: 挂账单 has to be said whole, of 挂账销号制 one may be left out
_REACH = 150  # words on each side of where a term should stand; so a long text takes no longer by the word
_ALIKE = 4  # first letters by which a word is like one of the right rendering


class Literal(NamedTuple):
    """Words that render a term character by character.

    Attributes:
        span: where they stand.
        alien: how many of them neither a word of the term nor its renderings would give.
    """

    span: Span
    alien: int


class _Parts(NamedTuple):
    """What the English of a term may be made of.

    Attributes:
        size: its characters.
        words: characters that a word of the term takes, by the forms of its English.
        single: characters, by the forms of what each means by itself.
        right: beginnings of the words of its right renderings.
    """

    size: int
    words: Mapping[str, frozenset[int]]
    single: Mapping[str, frozenset[int]]
    right: frozenset[str]


class EnglishWords:
    """The words of an English text that say something, by their forms."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [
            (found.start(), found.end(), form(found[0]))
            for found in _TOKEN.finditer(text)
            if len(found[0]) > 1 and found[0].lower() not in _LINKS
        ]
        self.at: dict[str, list[int]] = defaultdict(list)
        for index, token in enumerate(self.tokens):
            if token[2] not in WEAK:
                self.at[token[2]].append(index)


@lru_cache(maxsize=4)
def english_words(text: str) -> EnglishWords:
    """Give the words of a text, which several ask for one after the other."""
    return EnglishWords(text)


def literal(zh: str, right: Sequence[str], english: EnglishWords, where: float) -> Literal | None:
    """Find the words that render a term character by character; None where there are none.

    Args:
        zh: the term.
        right: its right renderings.
        english: the text that should render it.
        where: how far into the Chinese text the term stands, from 0 to 1.
    """
    parts = _parts(zh, tuple(right))
    middle = round(where * len(english.tokens))
    best: tuple[int, int, int, Span] | None = None
    for index in _starts(parts, english, middle):
        if (found := _window(parts, english, index, "、" in zh)) and (best is None or found[:3] > best[:3]):
            best = found
    return Literal(best[3], best[1]) if best else None


def _starts(parts: _Parts, english: EnglishWords, middle: int) -> Iterator[int]:
    for known in (parts.words, parts.single):
        for key in known.keys() & english.at.keys():
            places = english.at[key]
            yield from places[bisect_left(places, middle - _REACH) : bisect_right(places, middle + _REACH)]


def _window(parts: _Parts, english: EnglishWords, first: int, listed: bool) -> tuple[int, int, int, Span] | None:
    """Read on from a word as long as each says the next characters: what is covered, how alien, how short, where."""
    covered: set[int] = set()
    alien = count = 0
    at, comma, last = -1, False, first
    tokens = english.tokens
    for index in range(first, min(first + parts.size, len(tokens))):
        start, _, key = tokens[index]
        gap = english.text[tokens[index - 1][1] : start] if count else ""
        whole = key in parts.words
        places = parts.words.get(key) or parts.single.get(key) or frozenset()
        following = sorted(place for place in places - covered if place > at)
        if not following or (count and not _BETWEEN.fullmatch(gap)):
            break
        at = following[0]
        covered |= places if whole else {at}
        alien += not whole and key not in WEAK and key[:_ALIKE] not in parts.right
        comma |= "," in gap
        count, last = count + 1, index
    need = parts.size if comma and not listed else _need(parts.size)
    if count < SHORTEST or len(covered) < need or alien * 2 < count or tokens[last][2] in WEAK:
        return None
    return len(covered), alien, -count, Span(tokens[first][0], tokens[last][1])


def _need(size: int) -> int:
    """Give how many characters have to be said: all of a short term, most of a long one."""
    return size - sum(size > most for most in _MAY_LACK_ONE_MORE)


@lru_cache(maxsize=8192)
def _parts(zh: str, right: tuple[str, ...]) -> _Parts:
    text = "".join(_HAN.findall(zh))
    listed = renderings_listed()
    words: dict[str, set[int]] = defaultdict(set)
    single: dict[str, set[int]] = defaultdict(set)
    for start, one in enumerate(text):
        for key in meant_alone(one):
            single[key].add(start)
        for end in range(start + 2, min(start + _LONGEST_WORD, len(text)) + 1):
            for key in forms_of(listed.get(text[start:end], "")):
                words[key].update(range(start, end))
    return _Parts(
        len(text),
        {key: frozenset(places) for key, places in words.items()},
        {key: frozenset(places) for key, places in single.items()},
        frozenset(form(word)[:_ALIKE] for rendering in right for word in _TOKEN.findall(rendering)),
    )


@lru_cache(maxsize=8192)
def meant_alone(character: str) -> frozenset[str]:
    """Give the forms of the English words that a single character may be taken for."""
    return frozenset(forms_of(characters_listed().get(character) or renderings_listed().get(character, "")))


def forms_of(english: str) -> Iterator[str]:
    """Give the forms of the words that a list has for a Chinese one, without those that say nothing by themselves."""
    return (form(word) for word in _TOKEN.findall(english) if word not in _LINKS)

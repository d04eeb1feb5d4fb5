"""Parts of one side beside what the other side has of their words: which says the same, what was left out or put in.

A free translation has few words of a part, too; so its length must speak for the loss as well: the English is not
longer than the rest of the Chinese asks for.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from drafter.language.abreast import sentences
from drafter.language.lexicon import keys, words
from drafter.model import Span

_PART = re.compile(r"[^，。；：,;:！？!?\n]+")
_FIGURE = re.compile(
    r"[0-9]|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|half|double|both)\b",
    re.IGNORECASE,
)
_HAN = re.compile("[\u4e00-\u9fff]")
_SHORTEST = 8
_LONGEST_TEXT = 6_000
_FEWEST_WORDS = 4
_REST_KNOWN = 0.5  # of the words in the rest of the text that must be found, or nothing is known of this pair
_REST_WELL_KNOWN = 0.7
_LONG_ENOUGH = 4.2  # English characters for each Chinese one of the rest, beyond which the part may be in them
_SURE_WORDS = 5
_LONG_ENOUGH_SURE = 6.0
_SHORT = 3.0
"""English characters for a Chinese one, below which nothing can be too much."""
_FEWEST_KEYS = 6
_STRANGE = 0.2
_BELONGS = 0.35


_ZH_MARK = re.compile("[，。；：,;:！？!?、]")
_EN_MARKS = ",;.:?!"
_ZH_STOP = re.compile("[。！？!?]")
_EN_STOP = re.compile(r"[.!?](?=[”\"’)]?(?:\s|\Z))")


def _marks(en: str) -> int:
    return sum(map(en.count, _EN_MARKS))


class _Part(NamedTuple):
    """A part of the Chinese.

    Attributes:
        span: where it stands.
        words: what the English of its words of two characters and more is known by.
        keys: the same of all its words together.
    """

    span: Span
    words: tuple[frozenset[str], ...]
    keys: frozenset[str]


@lru_cache(maxsize=64)
def _parts(zh: str) -> tuple[_Part, ...]:
    """Cut a Chinese text at its marks."""
    parts = []
    for found in _PART.finditer(zh):
        known = list(words(found[0]))
        longer = tuple(english for word, english in known if len(word) > 1 and english)
        parts.append(_Part(Span(*found.span()), longer, frozenset().union(*(english for _, english in known))))
    return tuple(parts)


@lru_cache(maxsize=64)
def _keys(en: str) -> frozenset[str]:
    return frozenset(keys(en))


_EN_PART = re.compile(r"[^,;:.()!?\n]+(?:[.,](?=[0-9])[^,;:.()!?\n]+)*")
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?(?<!,)")
_LONGER = 6
_MOST_PARTS = 80
_AKIN = 0.5


class Akin(NamedTuple):
    """A part of one side and the part of the other that surely says it.

    Attributes:
        zh: the Chinese part.
        en: the English one.
    """

    zh: Span
    en: Span


@lru_cache(maxsize=64)
def akin_parts(zh: str, en: str) -> tuple[Akin, ...]:
    """Pair the parts of both sides that have so many words in common that no other part can be meant.

    Args:
        zh: the Chinese text.
        en: its English.
    """
    ours = [_with_figures(part, zh) for part in _parts(zh)]
    theirs = [
        (Span(*found.span()), frozenset((*keys(found[0]), *_figures(found[0])))) for found in _EN_PART.finditer(en)
    ]
    if len(ours) > _MOST_PARTS or len(theirs) > 2 * _MOST_PARTS:
        return ()
    found = []
    shared = [[sum([not known.isdisjoint(own) for known in part.words]) for _, own in theirs] for part in ours]
    for part, row in zip(ours, shared, strict=True):
        best = max(row, default=0)
        if best < 2 or best < _AKIN * len(part.words) or row.count(best) > 1:
            continue
        at = row.index(best)
        if theirs[at][0].end - theirs[at][0].start > _LONGER * (part.span.end - part.span.start) + _LONGER:
            continue  # it says more than that
        column = [other[at] for other in shared]
        if column.count(best) == 1 and max(column) == best and sorted(row)[-2:][0] < best:
            found.append(Akin(part.span, theirs[at][0]))
    return tuple(found)


def _figures(text: str) -> list[str]:
    return [found.replace(",", "") for found in _NUMBER.findall(text)]


def _with_figures(part: _Part, zh: str) -> _Part:
    return part._replace(words=(*part.words, *(frozenset((one,)) for one in _figures(zh[slice(*part.span)]))))


def lost_parts(zh: str, en: str) -> Iterator[Span]:
    """Give the parts of the Chinese that the English surely leaves out.

    Args:
        zh: the Chinese text.
        en: its English.
    """
    han = len(_HAN.findall(zh))
    if han < 2 * _SHORTEST or len(zh) > _LONGEST_TEXT or len(en) > _LONG_ENOUGH_SURE * han:
        return
    if _marks(en) > len(_ZH_MARK.findall(zh)):
        return  # a part that is lost takes its mark with it
    if not any(_may_be_lost(found.span(), zh, en, han) for found in _PART.finditer(zh)):
        return
    there = _keys(en)
    found = [(part, len(part.words), sum(not known.isdisjoint(there) for known in part.words)) for part in _parts(zh)]
    known, hits = sum(one[1] for one in found), sum(one[2] for one in found)
    if len(found) < 2 or not known or hits / known < _REST_KNOWN / 2:
        return
    for part, count, hit in found:
        others = known - count
        if hit or min(count, others) < _FEWEST_WORDS or part.span.end - part.span.start < _SHORTEST:
            continue
        if hits < _REST_KNOWN * others:
            continue
        sure = count >= _SURE_WORDS or hits >= _REST_WELL_KNOWN * others
        rest = han - len(_HAN.findall(zh, *part.span))
        if rest and len(en) <= (_LONG_ENOUGH_SURE if sure else _LONG_ENOUGH) * rest:
            yield part.span


def _may_be_lost(part: tuple[int, int], zh: str, en: str, han: int) -> bool:
    """Whether a part is long enough, and the English short enough for the rest alone: a cheap look."""
    start, end = part
    return end - start >= _SHORTEST and len(en) <= _LONG_ENOUGH_SURE * (han - len(_HAN.findall(zh, start, end)))


def added_sentences(zh: str, en: str) -> Iterator[Span]:
    """Give the sentences of the English that surely have no source.

    Args:
        zh: the Chinese text.
        en: its English.
    """
    han = len(_HAN.findall(zh))
    if not han or len(zh) > _LONGEST_TEXT or len(en) < _SHORT * han:
        return
    if _EN_STOP.subn("", en)[1] <= len(_ZH_STOP.findall(zh)):
        return  # a sentence that is put in brings its stop along
    said = sentences(en, "en")
    if len(said) < 2:
        return
    source = frozenset().union(*(part.keys for part in _parts(zh)))
    own = [frozenset(keys(en[slice(*sentence)])) for sentence in said]
    for index, sentence in enumerate(said):
        if _FIGURE.search(en, *sentence):
            continue  # figures have rules of their own, and are words of many languages
        if len(own[index]) < _FEWEST_KEYS or len(own[index] & source) > _STRANGE * len(own[index]):
            continue
        rest = frozenset().union(*(one for other, one in enumerate(own) if other != index))
        left = len(en) - (sentence.end - sentence.start)
        if left < _SHORT * han or len(rest & source) < _BELONGS * len(rest):
            continue
        if not any(_only_here(part, own[index], rest) for part in _parts(zh)):
            yield sentence


def _only_here(part: _Part, here: frozenset[str], rest: frozenset[str]) -> bool:
    """Whether a part of the Chinese has words in a sentence and hardly any in the rest of the English."""
    told = sum(not known.isdisjoint(rest) for known in part.words)
    return any(known & here and not known & rest for known in part.words) or (len(part.words) > 1 and not told)

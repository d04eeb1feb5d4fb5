"""Parts of one side beside what the other side has of their words: which says the same, and what was put in."""

import re
from collections.abc import Iterator, Mapping, Sequence
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
_LONGEST_TEXT = 6_000
_SHORT = 3.0
"""English characters for a Chinese one, below which nothing can be too much."""
_FEWEST_KEYS = 6
SURELY_STRANGE = 0.2
_BELONGS = 0.35


_ZH_STOP = re.compile("[。！？!?]")
_EN_STOP = re.compile(r"[.!?](?=[”\"’)]?(?:\s|\Z))")


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
    holders: dict[str, list[int]] = {}
    for number, (_, own) in enumerate(theirs):
        for key in own:
            holders.setdefault(key, []).append(number)
    shared = [_shared(part, holders, len(theirs)) for part in ours]
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


def _shared(part: _Part, holders: Mapping[str, Sequence[int]], count: int) -> list[int]:
    """Give how many words of a Chinese part each part of the English has.

    Args:
        part: the Chinese part.
        holders: the English parts that have a word, by what it is known by.
        count: how many parts the English has.
    """
    row = [0] * count
    for known in part.words:
        for number in {number for key in known & holders.keys() for number in holders[key]}:
            row[number] += 1
    return row


def _figures(text: str) -> list[str]:
    return [found.replace(",", "") for found in _NUMBER.findall(text)]


def _with_figures(part: _Part, zh: str) -> _Part:
    return part._replace(words=(*part.words, *(frozenset((one,)) for one in _figures(zh[slice(*part.span)]))))


def added_sentences(zh: str, en: str, strange: float = SURELY_STRANGE) -> Iterator[Span]:
    """Give the sentences of the English that have no source.

    Args:
        zh: the Chinese text.
        en: its English.
        strange: the share of its words that the Chinese may explain all the same, 0 to 1.
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
        if len(own[index]) < _FEWEST_KEYS or len(own[index] & source) > strange * len(own[index]):
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

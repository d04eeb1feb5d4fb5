"""Parts of the Chinese, and whole sentences of it, that the English leaves out: how likely each is to be lost.

Each Chinese word takes one English word that may render it, the nearest to where it is to be expected. A part is
lost where hardly any of its words found one, where the rest of the English is explained by the rest of the Chinese,
and where there is too little English for all of the Chinese. None of these is enough: free translation has few words of
a part, a terse one is short. How much each counts was weighed on news and plans, sound ones and such with a part or
a sentence taken out of their English.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from drafter.language.abreast import abreast
from drafter.language.lexicon import keys, words
from drafter.model import Certainty, Span

_PART: Final = re.compile(r"[^，。；：,;:！？!?\n]+")
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_EN_WORD: Final = re.compile(r"[A-Za-z]{2,}|[0-9][0-9,.]*")
_ZH_FOREIGN: Final = re.compile(r"[A-Za-z]{2,}|[0-9][0-9,.]*")
_ZH_MARKS: Final = "，。；：,;:！？!?、"
_EN_MARKS: Final = ",;.:?!"
_ZH_ENDS: Final = "。！？；!?;"
# Who says it: often a word elsewhere in the English.
_REPORTS: Final = re.compile("据|根据|按照|依据|依照")

_LONGEST_TEXT: Final = 6_000
_FEWEST_WORDS: Final = 3
_FEWEST_OTHERS: Final = 4
_SHORTEST: Final = 6
_REST_FOUND: Final = 0.4
_LEAST_RATIO, _MOST_RATIO = 2.0, 6.5
"""English characters for each Chinese one of the rest: below, the pair is no pair; above, the part may be in them."""

# What a part's share of found words, the share of English words that only it could explain, the English characters for
# each Chinese one of the rest, and its own share of the Chinese count.
_BASE, _FOUND, _STRANGE, _RATIO, _SHARE = 4.75, -5.7, -6.5, -0.4, 4.4
_LEVELS: Final[tuple[tuple[float, Certainty], ...]] = ((1.9, "sure"), (1.7, "likely"), (0.5, "faint"))


class Loss(NamedTuple):
    """A stretch of the Chinese that has no English.

    Attributes:
        source: where it stands.
        certainty: how surely it is lost.
    """

    source: Span
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class _Part:
    span: Span
    words: tuple[tuple[int, str, frozenset[str]], ...]  # of two characters and more: where, which, and its English
    keys: frozenset[str]  # of all words


def lost_parts(zh: str, en: str) -> Iterator[Loss]:
    """Give the parts and sentences of the Chinese that the English leaves out, the surest first.

    Args:
        zh: the Chinese text.
        en: its English.
    """
    if len(zh) > _LONGEST_TEXT:
        return
    for ours, theirs in abreast(zh, en):
        for loss in _lost(zh[slice(*ours)], en[slice(*theirs)]):
            yield loss._replace(source=Span(loss.source.start + ours.start, loss.source.end + ours.start))


def _has_room(zh: str, en: str) -> bool:
    """Whether a part can be lost at all: it takes its mark along, and leaves the English short."""
    return sum(map(en.count, _EN_MARKS)) <= sum(map(zh.count, _ZH_MARKS))


def _lost(zh: str, en: str) -> Iterator[Loss]:
    han = len(_HAN.findall(zh))
    if not _has_room(zh, en) or len(en) > _MOST_RATIO * (han - _SHORTEST):
        return
    there = _english_words(en)
    parts = [_read(zh, found.span()) for found in _PART.finditer(zh) if _HAN.search(found[0])]
    if len(parts) < 2 or not there:
        return
    found = _shared_out(parts, there, len(zh))
    judged = []
    for unit in _units(parts, zh):
        score = _score(unit, parts, found, there, zh, len(en), han)
        span = Span(parts[unit.start].span.start, parts[unit.stop - 1].span.end)
        level = next((level for least, level in _LEVELS if score >= least), None)
        if level and not _REPORTS.match(zh, *span):
            judged.append((score, Loss(span, level)))
    told: list[Span] = []
    for _, loss in sorted(judged, key=lambda one: one[0], reverse=True):
        if not any(loss.source.start < other.end and other.start < loss.source.end for other in told):
            told.append(loss.source)
            yield loss


def _english_words(en: str) -> list[str]:
    """Give what the words and figures of the English are known by, in order."""
    there: list[str] = []
    for found in _EN_WORD.findall(en):
        if found[0].isdigit():
            there.append(_figure(found))
        else:
            there.extend(keys(found))
    return there


def _figure(text: str) -> str:
    return text.replace(",", "").rstrip(".")


def _read(zh: str, place: tuple[int, int]) -> _Part:
    text = zh[slice(*place)]
    known, every, at = [], set[str](), 0
    for word, english in words(text):
        at = text.index(word, at)
        if len(word) > 1 and english:
            known.append((place[0] + at, word, english))
        every |= english
        at += len(word)
    for found in _ZH_FOREIGN.finditer(text):
        own = frozenset((_figure(found[0]),) if found[0][0].isdigit() else keys(found[0]))
        if own:
            known.append((place[0] + found.start(), found[0], own))
            every |= own
    return _Part(Span(*place), tuple(known), frozenset(every))


def _units(parts: Sequence[_Part], zh: str) -> Iterator[range]:
    """Give the parts one by one, and those of each sentence together, where there are several of both."""
    begun = 0
    for number, part in enumerate(parts):
        yield range(number, number + 1)
        if zh[part.span.end : part.span.end + 1] in _ZH_ENDS:  # at the end of the text, too
            if 1 < number + 1 - begun < len(parts):
                yield range(begun, number + 1)
            begun = number + 1


def _shared_out(parts: Sequence[_Part], there: Sequence[str], length: int) -> list[int]:
    """Share the English words out among the Chinese ones, the rarest first; give how many each part got."""
    places: dict[str, list[int]] = {}
    for place, key in enumerate(there):
        places.setdefault(key, []).append(place)
    asked = [
        (start, number, [place for key in english for place in places.get(key, ())])
        for number, part in enumerate(parts)
        for start, _, english in part.words
    ]
    got = [0] * len(parts)
    taken = set[int]()
    for start, number, choice in sorted(asked, key=lambda one: len(one[2])):
        expected = start / length * len(there)
        free = [place for place in choice if place not in taken]
        if free:
            taken.add(min(free, key=lambda place: abs(place - expected)))
            got[number] += 1
    return got


def _score(
    unit: range, parts: Sequence[_Part], found: Sequence[int], there: Sequence[str], zh: str, length: int, han: int
) -> float:
    """Weigh how surely some neighbouring parts are lost; below 0 where nothing can be said."""
    start, end = parts[unit.start].span.start, parts[unit.stop - 1].span.end
    others = [number for number in range(len(parts)) if number not in unit]
    elsewhere = {word for number in others for _, word, _ in parts[number].words}  # English says it once for both
    count = sum(word not in elsewhere for number in unit for _, word, _ in parts[number].words)
    hit = sum(found[number] for number in unit)
    count_others, hit_others = sum(len(parts[number].words) for number in others), sum(found) - hit
    own = len(_HAN.findall(zh, start, end))
    ratio = length / max(1, han - own)
    if (
        count < _FEWEST_WORDS or count_others < _FEWEST_OTHERS or own < _SHORTEST
        or hit_others < _REST_FOUND * count_others or not _LEAST_RATIO < ratio <= _MOST_RATIO
    ):  # fmt: skip
        return -1.0
    explained = frozenset().union(*(parts[number].keys for number in others))
    strange = sum(key not in explained for key in there) / len(there)
    return _BASE + _FOUND * hit / count + _STRANGE * strange + _RATIO * ratio + _SHARE * own / han

"""Parts of the Chinese, and whole sentences of it, that the English leaves out: how likely each is to be lost.

Each Chinese word takes one English word that may render it, the nearest to where it is to be expected. A part is
lost where hardly any of its words found one, where the rest of the English is explained by the rest of the Chinese,
and where there is too little English for all of the Chinese. None of these is enough: free translation has few words of
a part, a terse one is short. How much each counts was weighed on news and plans, sound ones and such with a part or
a sentence taken out of their English.
"""

import re
from collections import Counter
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
_SHORTEST: Final = 8
_REST_FOUND: Final = 0.3
_LEAST_RATIO, _MOST_RATIO = 2.0, 7.5
"""English characters for each Chinese one of the rest: below, the pair is no pair; above, the part may be in them."""

_LONG_WORD: Final = 4
"""Characters of a Chinese word, from which on it takes two English words to render it."""

# What a part's share of found words, the share of English words that only it could explain, the English characters for
# each Chinese one of the rest, and its own share of the Chinese count.
_BASE, _FOUND, _STRANGE, _RATIO, _SHARE = 4.75, -5.7, -6.5, -0.4, 4.4
_LEVELS: Final[tuple[tuple[float, Certainty], ...]] = ((1.9, "sure"), (1.3, "likely"), (0.5, "faint"))
# Plans and rules are rendered closely: there, less English than was to be expected says more.
_LEVELS_OF_PLANS: Final[tuple[tuple[float, Certainty], ...]] = ((1.2, "sure"), (0.7, "likely"), (-0.1, "faint"))
_OF_PLANS: Final = re.compile(
    "推进|推动|推广|加强|强化|加快|实施|开展|完善|落实|健全|严格|提升|深化|优化|建立|组织|整治|治理|管控|防治|依法|确保"
    "|应当|不得|严禁|必须|鼓励|负责"
)
_FEWEST_OF_PLANS: Final = 2
_UNTOLD: Final = -99.0


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
    levels = _LEVELS_OF_PLANS if len(_OF_PLANS.findall(zh)) >= _FEWEST_OF_PLANS else _LEVELS
    for ours, theirs in abreast(zh, en):
        for loss in _lost(zh[slice(*ours)], en[slice(*theirs)], levels):
            yield loss._replace(source=Span(loss.source.start + ours.start, loss.source.end + ours.start))


def _has_room(zh: str, en: str) -> bool:
    """Whether a part can be lost at all: it takes its mark along, and leaves the English short."""
    return sum(map(en.count, _EN_MARKS)) <= sum(map(zh.count, _ZH_MARKS))


def _lost(zh: str, en: str, levels: Sequence[tuple[float, Certainty]]) -> Iterator[Loss]:
    han = len(_HAN.findall(zh))
    if not _has_room(zh, en) or len(en) > _MOST_RATIO * (han - _SHORTEST):
        return
    places = [found.span() for found in _PART.finditer(zh) if _HAN.search(found[0])]
    if len(places) < 2 or not (there := _english_words(en)):
        return
    parts = [_read(zh, place) for place in places]
    scale = _Scale(zh, parts, there, len(en), han)
    judged = []
    for unit in _units(parts, zh):
        score = scale.score(unit)
        span = Span(parts[unit.start].span.start, parts[unit.stop - 1].span.end)
        level = next((level for least, level in levels if score >= least), None)
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


def _weight(word: str) -> float:
    """Say for how many words a Chinese one counts: 闭环管理 is two."""
    return 1.0 if word.isascii() else max(1.0, len(word) / 2)


def _shared_out(parts: Sequence[_Part], there: Sequence[str], length: int) -> list[float]:
    """Share the English words out among the Chinese ones, the rarest first; give each part’s words that got one."""
    places: dict[str, list[int]] = {}
    for place, key in enumerate(there):
        places.setdefault(key, []).append(place)
    said = frozenset(places)
    asked = [
        (start, number, word, sorted(place for key in english & said for place in places[key]))
        for number, part in enumerate(parts)
        for start, word, english in part.words
    ]
    got = [0.0] * len(parts)
    taken = set[int]()
    for start, number, word, choice in sorted(asked, key=lambda one: len(one[3])):
        expected = start / length * len(there)
        wanted = 2 if len(word) >= _LONG_WORD and not word.isascii() else 1
        free = [place for place in choice if place not in taken]
        nearest = sorted(free, key=lambda place: abs(place - expected))[:wanted]
        taken.update(nearest)
        got[number] += _weight(word) * len(nearest) / wanted
    return got


class _Scale:
    """Weighs how surely neighbouring parts of a Chinese text are lost."""

    def __init__(self, zh: str, parts: Sequence[_Part], there: Sequence[str], length: int, han: int) -> None:
        """Count what all weighing goes back to.

        Args:
            zh: the Chinese text.
            parts: its parts.
            there: what the words of the English are known by.
            length: how long the English is.
            han: how many Chinese characters the Chinese has.
        """
        self._parts, self._length, self._han, self._there = parts, length, han, len(there)
        self._own_han = [len(_HAN.findall(zh, *part.span)) for part in parts]
        self._found = _shared_out(parts, there, len(zh))
        self._counts = [sum(_weight(word) for _, word, _ in part.words) for part in parts]
        self._said = Counter(word for part in parts for _, word, _ in part.words)
        # English words by the first and the last of the parts that explain them; (1, 0) where none does.
        self._explained: Counter[tuple[int, int]] = Counter()
        for key, times in Counter(there).items():
            by = [number for number, part in enumerate(parts) if key in part.keys]
            self._explained[(by[0], by[-1]) if by else (1, 0)] += times

    def score(self, unit: range) -> float:
        """Weigh some parts; very low where nothing can be said of them."""
        own = sum(self._own_han[unit.start : unit.stop])
        ratio = self._length / max(1, self._han - own)
        if own < _SHORTEST or not _LEAST_RATIO < ratio <= _MOST_RATIO:
            return _UNTOLD
        within = Counter(word for number in unit for _, word, _ in self._parts[number].words)
        # What the rest says as well is said once for both in English.
        count = sum(times * _weight(word) for word, times in within.items() if self._said[word] == times)
        hit = sum(self._found[unit.start : unit.stop])
        others = sum(self._counts) - sum(self._counts[unit.start : unit.stop])
        if count < _FEWEST_WORDS or others < _FEWEST_OTHERS or sum(self._found) - hit < _REST_FOUND * others:
            return _UNTOLD
        strange = sum(
            times
            for (first, last), times in self._explained.items()
            if first > last or (unit.start <= first and last < unit.stop)
        )
        return (
            _BASE + _FOUND * hit / count + _STRANGE * strange / self._there + _RATIO * ratio + _SHARE * own / self._han
        )

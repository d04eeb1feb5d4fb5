"""How much the words of a clause speak for each concept."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from drafter.model import Concept, Side
from drafter.taxonomy.suggesting.spotting import Spot, Spotter, numbered, parts_of

_HINT: Final = 0.5
"""What a hint counts beside a cue."""

_DAMAGED: Final = 0.8
_JOINED: Final = 1.1
"""What a cue of several words counts that stand apart."""

_WITHIN: Final = 0.4
"""What a cue counts that stands within a longer one of another concept: 清洁能源 in 清洁能源替代."""

_FADING: Final = 0.55
"""Each further cue of a concept counts this much of the one before."""

_EARLY: Final = 0.2
"""What standing at the very beginning of the clause adds: what is named first is mostly what it is about."""

_LENGTH: Final[dict[Side, tuple[float, ...]]] = {
    "zh": (0.0, 0.35, 0.62, 0.8, 0.95, 1.05, 1.15, 1.2, 1.25),
    "en": (0.0, 0.2, 0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.84, 0.88, 0.92, 0.95, 0.98, 1.0, 1.03, 1.06,
           1.1, 1.13, 1.16, 1.2),
}  # fmt: skip
"""What a cue counts by its length in characters: the longer, the surer."""


class Cue(NamedTuple):
    """A cue found in a clause.

    Attributes:
        concept: notation of the concept it speaks for.
        words: its words, as they stand in the cue.
        weight: how much it counts.
        start: where its first word stands.
        hint: whether it is no more than a hint.
    """

    concept: str
    words: str
    weight: float
    start: int
    hint: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    concept: str
    words: tuple[int, ...]
    text: str
    weight: float
    hint: bool


class Cues:
    """The cues of all concepts in one language."""

    def __init__(self, concepts: Iterable[Concept], side: Side) -> None:
        self._side = side
        entries = [entry for concept in concepts for entry in _entries(concept, side)]
        known = numbered(word for _, words, _, _ in entries for word in words)
        shared = Counter(words for _, words, _, _ in entries)
        self._spotter = Spotter(list(known), side)
        self._by_word: dict[int, list[_Entry]] = {}
        for concept, words, base, hint in entries:
            weight = base * _worth(words, side) / math.sqrt(shared[words])
            numbers = tuple(known[word] for word in words)
            entry = _Entry(concept, numbers, " … ".join(words), weight, hint)
            self._by_word.setdefault(min(numbers), []).append(entry)

    def found(self, text: str) -> dict[str, list[Cue]]:
        """Give the cues in a text by concept, the heaviest first."""
        spots = self._spotter.spots(text)
        if not spots:
            return {}
        places: dict[int, Spot] = {}
        free = _free(spots)
        for spot in spots:
            known = places.get(spot.word)
            if known is None or (known not in free and spot in free):
                places[spot.word] = spot
        found: dict[str, dict[str, Cue]] = {}
        length = len(text)
        for number in places:
            for entry in self._by_word.get(number, ()):
                own = [places[word] for word in entry.words if word in places]
                if len(own) < len(entry.words):
                    continue
                start = min(spot.start for spot in own)
                weight = entry.weight * (1 + _EARLY * (1 - start / length))
                if len(own) == 1 and own[0] not in free:
                    weight *= _WITHIN
                found.setdefault(entry.concept, {})[entry.text] = Cue(
                    entry.concept, entry.text, weight, start, entry.hint
                )
        return {
            concept: list(cues.values()) if len(cues) == 1 else sorted(cues.values(), key=_heaviest)
            for concept, cues in found.items()
        }


def _heaviest(cue: Cue) -> tuple[float, int]:
    return -cue.weight, cue.start


def strength(cues: Sequence[Cue]) -> float:
    """Add up the cues of one concept, the heaviest first, each further one counting less."""
    total, share = 0.0, 1.0
    for cue in cues:
        total += cue.weight * share
        share *= _FADING
    return total


_Read = tuple[str, tuple[str, ...], float, bool]


def _entries(concept: Concept, side: Side) -> Iterator[_Read]:
    """Give what speaks for a concept: its notation, the words, what they count by kind, and whether they only hint."""
    names = (concept.label[side], *concept.alternatives.get(side, ()))
    for cues, base in (
        (names, 1.0),
        (concept.cues.get(side, ()), 1.0),
        (concept.hints.get(side, ()), _HINT),
        (concept.damaged.get(side, ()), _DAMAGED),
    ):
        for cue in cues:
            if parts := parts_of(cue):
                yield concept.notation, parts, base, base == _HINT


def _worth(words: tuple[str, ...], side: Side) -> float:
    scale = _LENGTH[side]
    single = [scale[min(len(word), len(scale) - 1)] for word in words]
    return single[0] if len(single) == 1 else _JOINED * max(single) + 0.1 * (len(single) - 1)


def _free(spots: Sequence[Spot]) -> set[Spot]:
    """The spots that do not stand within a longer one."""
    free: set[Spot] = set()
    last = reach = -1
    for spot in sorted(spots, key=_from_the_left):
        if spot.end > reach or (spot.end == reach and spot.start == last):
            free.add(spot)
            last, reach = spot.start, spot.end
    return free


def _from_the_left(spot: Spot) -> tuple[int, int]:
    return spot.start, -spot.end

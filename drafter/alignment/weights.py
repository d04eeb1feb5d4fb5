"""What each key is worth: how reliably its kind is translated against how often it would be met by chance.

A match gains the logarithm of that ratio and a miss costs a little. A key that has no counterpart anywhere in the other
text says nothing and is dropped.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from drafter.alignment.beads import Floats, Ints
from drafter.alignment.features import Unit
from drafter.alignment.wordlist import WordList

SLOTS = 64
"""The most keys of one unit that are weighed, the most telling ones."""

RELIABILITY: Mapping[str, float] = {
    "f": 0.85, "d": 0.6, "l": 0.8, "e": 0.8, "b": 0.8, "p": 0.7, "z": 0.85, "h": 0.9, "n": 0.8,
    "w": 0.5, "k": 0.5, "c": 0.4, "s": 0.45,
}  # fmt: skip
"""How often a key of each kind is met on the other side of its bead."""

# Keys of one unit tell partly the same, so that their sum would say too much.
_DAMPING: Mapping[str, float] = {
    "f": 1.0, "d": 0.65, "l": 0.95, "e": 1.2, "b": 0.6, "p": 0.65, "z": 0.65, "h": 0.45, "n": 0.8,
    "w": 0.8, "k": 0.5, "c": 0.35, "s": 0.8,
}  # fmt: skip
_CAP = 5.5


@dataclass(frozen=True, slots=True)
class Side:
    """The weighed keys of all units of one side.

    Attributes:
        count: number of units.
        unit: for each entry, its unit; entries are sorted by unit.
        key: for each entry, its key's number on this side.
        slot: for each entry, its place among the unit's keys, the most telling first.
        reliability: by key number.
        chance: by key number, how likely a unit of the other side has a counterpart by chance.
        damping: by key number.
        kinds: by key number, the kind's letter.
        heading: for each unit that is a numbered short line, the slot of its number's key, else -1.
        item: likewise for each unit that opens with an item number.
    """

    count: int
    unit: Ints
    key: Ints
    slot: Ints
    reliability: NDArray[np.float64]
    chance: NDArray[np.float64]
    damping: NDArray[np.float64]
    kinds: NDArray[np.str_]
    heading: Ints
    item: Ints

    def weights(self) -> tuple[Floats, Floats, Floats]:
        """Give for each slot of each unit what a match gains, what a miss costs (negative), and how length matters.

        The last is what a match loses for each e-fold by which the other side is longer than its units usually are: a
        long text holds any word by chance.
        """
        chance = np.clip(self.chance, 1e-6, 0.97)
        reliability = np.maximum(self.reliability, chance)
        gain = np.minimum(self.damping * np.log(reliability / chance), _CAP)
        miss = self.damping * np.log((1 - reliability) / (1 - chance))
        by_length = self.damping * (1 - chance / reliability)
        fits = self.slot < SLOTS
        unit, slot, key = self.unit[fits], self.slot[fits], self.key[fits]
        tables = []
        for values in (gain, miss, by_length):
            table = np.zeros((self.count, SLOTS), dtype=np.float32)
            table[unit, slot] = values[key]
            tables.append(table)
        return tables[0], tables[1], tables[2]


@dataclass(frozen=True, slots=True)
class Keys:
    """Both sides and what ties them.

    Attributes:
        zh: the Chinese side.
        en: the English side.
        link_start: where the links of each Chinese key begin in `links`; one more entry at the end.
        links: numbers of English keys.
    """

    zh: Side
    en: Side
    link_start: Ints
    links: Ints


def _number(units: Sequence[Unit]) -> tuple[dict[str, int], Ints, Ints]:
    """Number the keys of one side; give the entries' units and key numbers."""
    numbers: dict[str, int] = {}
    unit: list[int] = []
    key: list[int] = []
    for index, one in enumerate(units):
        for name in one.keys:
            unit.append(index)
            key.append(numbers.setdefault(name, len(numbers)))
    return numbers, np.array(unit, dtype=np.int64), np.array(key, dtype=np.int64)


def _links(zh: Mapping[str, int], en: Mapping[str, int], lexicons: Sequence[WordList]) -> list[tuple[int, int]]:
    links: list[tuple[int, int]] = []
    for name, number in zh.items():
        if name in en:
            links.append((number, en[name]))
        elif name[:2] in ("w:", "c:", "k:"):
            stems = set().union(*(lexicon.stems(name[2:]) for lexicon in lexicons))
            links += [(number, en["s:" + stem]) for stem in sorted(stems) if "s:" + stem in en]
    return links


def _side(
    units: Sequence[Unit],
    numbers: Mapping[str, int],
    unit: Ints,
    key: Ints,
    chance: NDArray[np.float64],
    reliability: Mapping[str, float],
) -> Side:
    kinds = np.array([name[0] for name in numbers] or [""])
    rely = np.array([reliability.get(kind, 0.5) for kind in kinds])
    damping = np.array([_DAMPING.get(kind, 0.5) for kind in kinds])
    linked = chance > 0
    keep = linked[key] if len(key) else np.zeros(0, dtype=bool)
    unit, key = unit[keep], key[keep]
    worth = damping * np.log(np.maximum(rely, chance) / np.maximum(chance, 1e-9))
    order = np.lexsort((key, -worth[key], unit))
    unit, key = unit[order], key[order]
    first = np.searchsorted(unit, np.arange(len(units)))
    slot = np.arange(len(unit)) - first[unit] if len(unit) else unit
    named = np.isin(kinds, ("e", "b"))[key] if len(key) else np.zeros(0, dtype=bool)
    place = {(int(u), int(k)): int(s) for u, k, s in zip(unit[named], key[named], slot[named], strict=True)}

    def item_slot(index: int, names: Sequence[str]) -> int:
        found = (place.get((index, numbers[name])) for name in names)
        return next((slot for slot in found if slot is not None), SLOTS) if names else -1

    item = np.array([item_slot(index, unit.item) for index, unit in enumerate(units)], dtype=np.int64)
    heading = np.where([unit.heading for unit in units], item, -1).astype(np.int64)
    return Side(len(units), unit, key, slot, rely, chance, damping, kinds, heading, item)


def weigh(
    zh: Sequence[Unit], en: Sequence[Unit], lexicons: Sequence[WordList], reliability: Mapping[str, float] = RELIABILITY
) -> Keys:
    """Number and weigh the keys of both sides."""
    zh_numbers, zh_unit, zh_key = _number(zh)
    en_numbers, en_unit, en_key = _number(en)
    pairs = np.array(_links(zh_numbers, en_numbers, lexicons), dtype=np.int64).reshape(-1, 2)
    # Walls are no units that a key might be met in.
    texts = sum(bool(unit.han or unit.latin or unit.keys) for unit in zh)
    zh_share = np.bincount(zh_key, minlength=max(1, len(zh_numbers))) / (texts + 1)
    en_share = np.bincount(en_key, minlength=max(1, len(en_numbers))) / (len(en) + 1)
    # Two words for one thing seldom stand in one sentence, so that their chances add up.
    zh_chance = np.bincount(pairs[:, 0], weights=en_share[pairs[:, 1]], minlength=len(zh_share))
    en_chance = np.bincount(pairs[:, 1], weights=zh_share[pairs[:, 0]], minlength=len(en_share))
    zh_side = _side(zh, zh_numbers, zh_unit, zh_key, np.minimum(zh_chance, 0.95), reliability)
    en_side = _side(en, en_numbers, en_unit, en_key, np.minimum(en_chance, 0.95), reliability)
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    start = np.searchsorted(pairs[:, 0], np.arange(len(zh_share) + 1)).astype(np.int64)
    return Keys(zh_side, en_side, start, pairs[:, 1])


def chosen(side: Side, units: Ints) -> Side:
    """Give a side of some of its units, each once, in the order they are named in."""
    place = np.full(side.count, -1, dtype=np.int64)
    place[units] = np.arange(len(units))
    entries = np.flatnonzero(place[side.unit] >= 0)
    entries = entries[np.argsort(place[side.unit[entries]], kind="stable")]
    return replace(
        side,
        count=len(units),
        unit=place[side.unit[entries]],
        key=side.key[entries],
        slot=side.slot[entries],
        heading=side.heading[units],
        item=side.item[units],
    )

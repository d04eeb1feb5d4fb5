"""Points that the path very likely passes, found from keys that are rare on both sides."""

from bisect import bisect_right

import numpy as np
from numpy.typing import NDArray

from drafter.alignment.beads import Ints
from drafter.alignment.evidence import expand
from drafter.alignment.weights import Keys, Side

_RARE_SHARE = 0.02
_RARE_LEAST = 3
_RARE_MOST = 24
# Item numbers, marks and small figures come again and again: they point nowhere.
_POINTING = ("f", "l", "h", "n", "w", "k", "s")
_PARTNERS = 4
_WEAKEST = 2.5
_NEIGHBOUR = 12
_SLACK = 6


def _rare(side: Side) -> NDArray[np.bool_]:
    counts = np.bincount(side.key, minlength=len(side.kinds))
    limit = min(max(_RARE_LEAST, int(side.count * _RARE_SHARE)), _RARE_MOST)
    rare: NDArray[np.bool_] = (counts > 0) & (counts <= limit) & np.isin(side.kinds, _POINTING)
    return rare


def likely_pairs(
    keys: Keys, zh: NDArray[np.float64], en: NDArray[np.float64]
) -> tuple[Ints, Ints, NDArray[np.float64]]:
    """Give pairs of units that share rare keys, in order, with what speaks for them.

    Args:
        keys: the weighed keys.
        zh: lengths of the Chinese units, in the measure of the English ones.
        en: lengths of the English units.
    """
    if not len(keys.zh.key) or not len(keys.en.key):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0)
    rare_zh, rare_en = _rare(keys.zh), _rare(keys.en)
    entries = np.flatnonzero(rare_zh[keys.zh.key]) if len(keys.zh.key) else keys.zh.key
    link, which = expand(keys.link_start[keys.zh.key[entries]], keys.link_start[keys.zh.key[entries] + 1])
    target = keys.links[link]
    keep = rare_en[target]
    target, entry = target[keep], entries[which[keep]]
    order = np.argsort(keys.en.key, kind="stable")
    sorted_keys = keys.en.key[order]
    hit, source = expand(np.searchsorted(sorted_keys, target), np.searchsorted(sorted_keys, target, side="right"))
    i, j = keys.zh.unit[entry[source]], keys.en.unit[order[hit]]
    side = keys.zh
    chance = np.maximum(side.chance, 1e-6)
    worth = side.damping * np.log(np.maximum(side.reliability, chance) / chance)
    pair, place = np.unique(i * (keys.en.count + 1) + j, return_inverse=True)
    total: NDArray[np.float64] = np.bincount(place, weights=worth[side.key[entry[source]]], minlength=len(pair)).astype(
        np.float64
    )
    i, j = pair // (keys.en.count + 1), pair % (keys.en.count + 1)
    weight = total - np.abs(np.log((en[j] + 20) / (zh[i] + 20)))
    strong = weight >= _WEAKEST
    return i[strong], j[strong], weight[strong]


def _best_partners(i: Ints, weight: NDArray[np.float64]) -> Ints:
    """Give the places of each unit's best candidates."""
    order = np.lexsort((-weight, i))
    first = np.searchsorted(i[order], i[order])
    return np.sort(order[np.arange(len(order)) - first < _PARTNERS])


def _heaviest_chain(i: Ints, j: Ints, weight: NDArray[np.float64]) -> list[int]:
    """Give the places of the heaviest chain that goes up on both sides."""
    # Ends of chains, by English unit and with growing weight: a chain that ends later must weigh more to stay.
    ends: list[int] = []
    totals: list[float] = []
    places: list[int] = []
    before = [-1] * len(i)
    order = np.lexsort((-j, i))
    for place in order.tolist():
        column = int(j[place])
        at = bisect_right(ends, column - 1)
        total = float(weight[place]) + (totals[at - 1] if at else 0.0)
        before[place] = places[at - 1] if at else -1
        stop = at
        while stop < len(ends) and totals[stop] <= total:
            stop += 1
        if at < stop or stop == len(ends) or ends[stop] > column:
            ends[at:stop], totals[at:stop], places[at:stop] = [column], [total], [place]
    chain: list[int] = []
    last = places[-1] if places else -1
    while last >= 0:
        chain.append(last)
        last = before[last]
    return chain[::-1]


def anchor_points(keys: Keys, zh: NDArray[np.float64], en: NDArray[np.float64]) -> list[tuple[int, int]]:
    """Find pairs of units that very likely belong together.

    Args:
        keys: the weighed keys.
        zh: lengths of the Chinese units, in the measure of the English ones.
        en: lengths of the English units.

    Returns:
        Pairs going up on both sides, each with another near by that agrees.
    """
    i, j, weight = likely_pairs(keys, zh, en)
    best = _best_partners(i, weight)
    i, j, weight = i[best], j[best], weight[best]
    chain = [(int(i[place]), int(j[place])) for place in _heaviest_chain(i, j, weight)]
    return [point for index, point in enumerate(chain) if _supported(chain, index)]


def _supported(chain: list[tuple[int, int]], index: int) -> bool:
    x, y = chain[index]
    for near in chain[max(0, index - 2) : index] + chain[index + 1 : index + 3]:
        dx, dy = abs(near[0] - x), abs(near[1] - y)
        if dx <= _NEIGHBOUR and abs(dx - dy) <= _SLACK:
            return True
    return False

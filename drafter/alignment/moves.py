"""Passages that stand elsewhere in the English than in the Chinese.

A search goes forward on both sides and can't see them. Pairs of units that share rare words, lie far from the path and
follow each other on both sides point at them. The English is then put in the order of the Chinese and searched again;
that is kept only if it is far likelier than before.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from drafter.alignment.anchors import likely_pairs
from drafter.alignment.beads import Ints
from drafter.alignment.search import Found, Search
from drafter.alignment.telling import Tell, part

_LEAST = 3
_FAR = 3
_STEP = 3
_MOST_BLOCKS = 24
_MOST_PAIRS = 1_000_000
_LIKELY = 0.5
# The side that is longer, over the other.
_STRETCH = 2.0
# What the whole must gain for each block, beyond the logarithm of the number of places it might come from.
_GAIN = 8.0
_SURE = 0.5
_ROUNDS = 4
_TRIED_ALONE = 4


@dataclass(frozen=True, slots=True)
class Block:
    """A passage that may have been moved, as places of the units left to align, ends exclusive."""

    zh: tuple[int, int]
    en: tuple[int, int]


def with_moves(search: Search, found: Found, tell: Tell) -> tuple[Found, frozenset[int]]:
    """Look for moved passages.

    Args:
        search: the search.
        found: what it found.
        tell: told the share done.

    Returns:
        What is found with them; and the moved units, as places in the text.
    """
    moved: set[int] = set()
    for number in range(_ROUNDS):
        here = part(tell, number / _ROUNDS, (number + 1) / _ROUNDS)
        # What was moved stays; passages that it hid may come to light.
        accepted = _accepted(search, found, _blocks(search, found), here)
        if accepted is None:
            break
        again, blocks = accepted
        moved |= {int(place) for block in blocks for place in found.order[slice(*block.en)]}
        found = again
    return found, frozenset(moved)


def _accepted(search: Search, found: Found, blocks: list[Block], tell: Tell) -> tuple[Found, list[Block]] | None:
    """Search with passages in the place of their Chinese: with all, then with those that held, then with each alone."""
    tries = [blocks, [], *([block] for block in blocks[:_TRIED_ALONE])]
    least = _GAIN + math.log(len(found.order) + 1)
    for number, some in enumerate(tries):
        if some:
            order = _order(found, some)
            again = search.in_order(found, order, part(tell, number / len(tries), (number + 1) / len(tries)))
            held = [block for block in some if _holds(block, again, order)]
            if len(held) == len(some) and again.likelihood - found.likelihood >= least * len(some):
                return again, some
            if number == 0 and len(held) < len(some):
                tries[1] = held
    return None


def _standing(found: Found) -> tuple[Ints, Ints, list[bool], list[bool]]:
    """Give for each Chinese unit the English range it stands beside; and which units of either side stand alone."""
    n, m = len(found.lengths[0]), len(found.lengths[1])
    first, last = np.zeros(n, dtype=np.int64), np.zeros(n, dtype=np.int64)
    zh_alone, en_alone = [True] * n, [True] * m
    for bead, confidence in zip(found.path, found.confidence, strict=True):
        zh, en = bead.units
        for i in zh:
            first[i], last[i] = bead.y - len(en), bead.y
            zh_alone[i] = not en or confidence < _SURE
        for j in en:
            en_alone[j] = not zh or confidence < _SURE
    return first, last, zh_alone, en_alone


def _rare_pairs(found: Found, first: Ints, last: Ints) -> dict[tuple[int, int], float]:
    """Give pairs far from the path that share rare keys, with what they are worth more than where the units stand."""
    i, j, weight = likely_pairs(found.keys, *found.lengths)
    off = (j < first[i] - _FAR) | (j >= last[i] + _FAR)
    zh_stays, en_stays = np.zeros(len(first)), np.zeros(len(found.lengths[1]))
    np.maximum.at(zh_stays, i[~off], weight[~off])
    np.maximum.at(en_stays, j[~off], weight[~off])
    net = weight - 0.5 * (zh_stays[i] + en_stays[j])
    keep = off & (net > 0)
    return {(int(a), int(b)): float(w) for a, b, w in zip(i[keep], j[keep], net[keep], strict=True)}


def _lone_pairs(
    search: Search, found: Found, zh_alone: Sequence[bool], en_alone: Sequence[bool]
) -> dict[tuple[int, int], float]:
    """Give pairs of units that stand alone, with what speaks for them; none where there are too many to look at."""
    zh, en = np.flatnonzero(zh_alone), np.flatnonzero(en_alone)
    if len(zh) < _LEAST or len(en) < _LEAST or len(zh) * len(en) > _MOST_PAIRS:
        return {}
    scores = search.pair_scores(found, zh, en)
    return {(int(zh[a]), int(en[b])): float(scores[a, b]) for a, b in np.argwhere(scores > _LIKELY)}


def _blocks(search: Search, found: Found) -> list[Block]:
    """Find runs of likely pairs off the path."""
    first, last, zh_alone, en_alone = _standing(found)
    pairs = _rare_pairs(found, first, last)
    for pair, weight in _lone_pairs(search, found, zh_alone, en_alone).items():
        pairs[pair] = max(weight, pairs.get(pair, 0.0))
    blocks: list[Block] = []
    for chain in _chains(pairs):
        block = _grown(chain, zh_alone, en_alone)
        fits = all(_apart(block.zh, other.zh) and _apart(block.en, other.en) for other in blocks)
        if fits and _between(block, search.walls) and _alike(block, found):
            blocks.append(block)
        if len(blocks) == _MOST_BLOCKS:
            break
    return blocks


def _apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]


def _between(block: Block, walls: Sequence[tuple[int, int]]) -> bool:
    """Tell whether both sides of a block lie between the same two walls."""
    return all((block.zh[1] <= x and block.en[1] <= y) or (block.zh[0] > x and block.en[0] >= y) for x, y in walls)


def _chains(weights: dict[tuple[int, int], float]) -> list[list[tuple[int, int]]]:
    """Give the runs of pairs that go up on both sides in small steps, the heaviest first."""
    total: dict[tuple[int, int], float] = {}
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for place in sorted(weights):
        i, j = place
        near = [(i - a, j - b) for a in range(1, _STEP + 1) for b in range(1, _STEP + 1)]
        best = max((one for one in near if one in total), key=total.__getitem__, default=None)
        total[place] = weights[place] + (total[best] if best else 0.0)
        before[place] = best
    chains: list[list[tuple[int, int]]] = []
    taken: set[tuple[int, int]] = set()
    for end in sorted(total, key=lambda place: (-total[place], place)):
        chain: list[tuple[int, int]] = []
        at: tuple[int, int] | None = end
        while at is not None and at not in taken:
            chain.append(at)
            at = before[at]
        taken.update(chain)
        if len(chain) >= _LEAST:
            chains.append(chain[::-1])
    return chains


def _grown(chain: list[tuple[int, int]], zh_alone: Sequence[bool], en_alone: Sequence[bool]) -> Block:
    """Give the block of a chain, with the units at either end that have no partner on both sides."""
    (i0, j0), (i1, j1) = chain[0], chain[-1]
    while i0 and j0 and zh_alone[i0 - 1] and en_alone[j0 - 1]:
        i0, j0 = i0 - 1, j0 - 1
    while i1 + 1 < len(zh_alone) and j1 + 1 < len(en_alone) and zh_alone[i1 + 1] and en_alone[j1 + 1]:
        i1, j1 = i1 + 1, j1 + 1
    return Block((i0, i1 + 1), (j0, j1 + 1))


def _alike(block: Block, found: Found) -> bool:
    zh = float(found.lengths[0][slice(*block.zh)].sum()) + 1
    en = float(found.lengths[1][slice(*block.en)].sum()) + 1
    return 1 / _STRETCH <= en / zh <= _STRETCH


def _order(found: Found, blocks: Sequence[Block]) -> Ints:
    """Put the English in the order of the Chinese."""
    keys = [(float(j), 0.0) for j in range(len(found.lengths[1]))]
    for block in blocks:
        before = max((bead.y for bead in found.path if bead.x <= block.zh[0]), default=0)
        for j in range(*block.en):
            keys[j] = (before - 0.5, block.zh[0] + (j - block.en[0]) / len(keys))
    return np.array(sorted(range(len(keys)), key=keys.__getitem__), dtype=np.int64)


def _holds(block: Block, again: Found, order: Ints) -> bool:
    """Tell whether a block's units found each other."""
    both = 0.0
    for bead, confidence in zip(again.path, again.confidence, strict=True):
        zh, en = bead.units
        inside = [i for i in zh if block.zh[0] <= i < block.zh[1]]
        if inside and en and all(block.en[0] <= order[j] < block.en[1] for j in en):
            both += confidence * len(inside)
    return both >= max(_LEAST - 0.5, 0.5 * (block.zh[1] - block.zh[0]))

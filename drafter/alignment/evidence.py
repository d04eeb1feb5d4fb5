"""How well the keys of a bead's two sides answer each other, for every bead of a band at once.

For each node the keys of its last Chinese unit that the last English unit answers are kept as bits, and likewise the
other way round. A bead of several units is the union of its pairs' bits, so that no key counts twice.
"""

import numpy as np
from numpy.typing import NDArray

from drafter.alignment.band import Band
from drafter.alignment.beads import MOST, SHAPES, Floats, Ints
from drafter.alignment.weights import SLOTS, Keys, Side

Bits = NDArray[np.uint8]
_BYTES = SLOTS // 8
_BLOCK = 200_000
# A numbered short line in a bead with others, unless the other side shows its number: it belongs to itself.
_HEADING_SWALLOWED = 5.0
_ITEM_SWALLOWED = 1.0
# A match in a text e^1.5 times as long as usual, or as short, is judged no differently.
_LENGTH_REACH = 1.5
_HALF_BITS = np.unpackbits(np.arange(16, dtype=np.uint8)[:, None], axis=1)[:, 4:].astype(np.float32)


def expand(start: Ints, end: Ints) -> tuple[Ints, Ints]:
    """Give all the numbers of the ranges, and the range of each."""
    sizes = end - start
    which = np.repeat(np.arange(len(sizes)), sizes)
    first = np.concatenate([[0], np.cumsum(sizes)[:-1]]) if len(sizes) else sizes
    return np.arange(len(which)) - first[which] + start[which], which


def _matches(keys: Keys, band: Band) -> tuple[Bits, Bits]:
    """Give for each node the answered keys of its last Chinese and of its last English unit, as bits."""
    answered_zh = np.zeros((band.nodes + 1, _BYTES), dtype=np.uint8)
    answered_en = np.zeros((band.nodes + 1, _BYTES), dtype=np.uint8)
    width = keys.en.count + 1
    order = np.lexsort((keys.en.unit, keys.en.key))
    postings = keys.en.key[order] * width + keys.en.unit[order]
    link, entry = expand(keys.link_start[keys.zh.key], keys.link_start[keys.zh.key + 1])
    wanted, unit, slot = keys.links[link] * width, keys.zh.unit[entry], keys.zh.slot[entry]
    row = unit + 1
    begin = np.searchsorted(postings, wanted + np.maximum(band.lo[row] - 1, 0))
    end = np.maximum(np.searchsorted(postings, wanted + band.hi[row]), begin)
    block_start = 0
    rows = len(band.lo)
    while block_start < rows:
        limit = band.start[block_start] + _BLOCK
        block_end = max(block_start + 1, int(np.searchsorted(band.start, limit, side="right")) - 1)
        inside = slice(*np.searchsorted(row, [block_start, block_end]))
        hit, which = expand(begin[inside], end[inside])
        low, high = int(band.start[block_start]), int(band.start[block_end])
        hit_row = row[inside][which]
        node = band.start[hit_row] + keys.en.unit[order[hit]] + 1 - band.lo[hit_row] - low
        for out, slots in ((answered_zh, slot[inside][which]), (answered_en, keys.en.slot[order[hit]])):
            flags = np.zeros((high - low) * SLOTS, dtype=bool)
            fits = slots < SLOTS
            flags[node[fits] * SLOTS + slots[fits]] = True
            out[low:high] = np.packbits(flags.reshape(-1, SLOTS), axis=1)
        block_start = block_end
    return answered_zh, answered_en


def _table(values: Floats) -> Floats:
    """Give for each half byte of each unit's slots the sums of the values over all bit patterns."""
    return np.asarray(values.reshape(-1, 2 * _BYTES, 4) @ _HALF_BITS.T, dtype=np.float32).reshape(-1)


class _Worth:
    """What the answered and missed keys of one side's units are worth."""

    def __init__(self, side: Side) -> None:
        gains, misses, by_length = side.weights()
        self._used = -(-min(SLOTS, int(side.slot.max(initial=0)) + 1) // 8)
        self._length = _table(by_length)
        self._single = _table(gains - misses)
        self._single_base = misses.sum(axis=1)
        swallowed = np.zeros_like(misses)
        beyond = np.zeros(side.count, dtype=np.float32)
        for places, cost in ((side.item, _ITEM_SWALLOWED), (side.heading, _HEADING_SWALLOWED - _ITEM_SWALLOWED)):
            units = np.flatnonzero((places >= 0) & (places < SLOTS))
            swallowed[units, places[units]] -= cost
            beyond -= np.where(places == SLOTS, cost, 0).astype(np.float32)
        self._merged = _table(gains - misses - swallowed)
        self._merged_base = (misses + swallowed).sum(axis=1) + beyond

    def of(self, unit: Ints, bits: Bits, length: Floats, *, merged: bool) -> Floats:
        """Give it for each node.

        Args:
            unit: the unit at each node.
            bits: its answered keys.
            length: logarithm of the other side's length over its usual one.
            merged: whether the bead holds other units of this side or several of the other.
        """
        table = self._merged if merged else self._single
        total = np.asarray((self._merged_base if merged else self._single_base)[unit], dtype=np.float32)
        loss = np.zeros_like(total)
        offset = unit * (_BYTES * 32)
        for byte in range(self._used):
            for half, pattern in enumerate((bits[:, byte] >> 4, bits[:, byte] & 15)):
                place = offset + (byte * 32 + half * 16) + pattern
                total += table[place]
                loss += self._length[place]
        return np.asarray(total - loss * length, dtype=np.float32)


def _relative(lengths: NDArray[np.float64], node: Ints, back: int) -> Floats:
    """Give for each node the logarithm of the length of its last units over the usual length of one."""
    total = np.concatenate([[0.0], np.cumsum(lengths)])
    usual = float(lengths.sum() / max(1, np.count_nonzero(lengths))) + 1
    length = total[node] - total[np.maximum(node - back, 0)]
    return np.asarray(np.clip(np.log(length / usual + 0.1), -_LENGTH_REACH, _LENGTH_REACH), dtype=np.float32)


def bead_evidence(keys: Keys, band: Band, zh_lengths: NDArray[np.float64], en_lengths: NDArray[np.float64]) -> Floats:
    """Give the evidence for each shape of bead at each node, as logarithms of likelihood ratios.

    Args:
        keys: the weighed keys.
        band: the nodes.
        zh_lengths: lengths of the Chinese units.
        en_lengths: lengths of the English units.

    Returns:
        An array of shapes by nodes; 0 for beads with an empty side.
    """
    scores = np.zeros((len(SHAPES), band.nodes), dtype=np.float32)
    if not keys.zh.count or not keys.en.count:
        return scores
    x, y = band.coordinates()
    up = [np.append(band.index(x - k, y), band.nodes) for k in range(MOST)]
    left = [np.append(band.index(x, y - k), band.nodes) for k in range(MOST)]
    answered_zh, answered_en = _matches(keys, band)
    zh_node, en_node = np.append(x, 1), np.append(y, 1)
    zh_unit, en_unit = np.maximum(zh_node - 1, 0), np.maximum(en_node - 1, 0)
    zh_side, en_side = _Worth(keys.zh), _Worth(keys.en)
    zh_worth: dict[tuple[int, bool], Floats] = {}
    en_worth: dict[tuple[int, bool], Floats] = {}
    zh_union, en_union = answered_zh.copy(), answered_en.copy()
    for others in range(1, MOST + 1):
        if others > 1:
            zh_union |= answered_zh[left[others - 1]]
            en_union |= answered_en[up[others - 1]]
        zh_length, en_length = _relative(en_lengths, en_node, others), _relative(zh_lengths, zh_node, others)
        for merged in (False, True) if others == 1 else (True,):
            zh_worth[others, merged] = zh_side.of(zh_unit, zh_union, zh_length, merged=merged)
            en_worth[others, merged] = en_side.of(en_unit, en_union, en_length, merged=merged)
    for index, (a, b) in enumerate(SHAPES):
        if a and b:
            merged = a + b > 2
            total = sum((zh_worth[b, merged][up[k]] for k in range(a)), np.float32(0))
            total = sum((en_worth[a, merged][left[k]] for k in range(b)), total)
            scores[index] = 0.5 * np.asarray(total, dtype=np.float32)[:-1]
    return scores

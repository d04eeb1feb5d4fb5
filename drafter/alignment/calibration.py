"""How reliable each key proved in a first pass."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from drafter.alignment.beads import SHAPES, Ints
from drafter.alignment.evidence import expand
from drafter.alignment.paths import Bead
from drafter.alignment.weights import Keys, Side

_MOST_UNITS = 3
# So many meetings of a kind, and of one key, weigh as much as what was believed before.
_KIND_WEIGHT = 20.0
_KEY_WEIGHT = 4.0
_BOUNDS = (0.1, 0.93)


def _beads_of(path: Sequence[Bead], zh_count: int, en_count: int) -> tuple[Ints, Ints]:
    """Give for each unit the number of the small bead it stands in, else -1."""
    zh, en = np.full(zh_count, -1, dtype=np.int64), np.full(en_count, -1, dtype=np.int64)
    for number, bead in enumerate(path):
        a, b = SHAPES[bead.shape]
        if a and b and a + b <= _MOST_UNITS:
            zh[bead.x - a : bead.x] = number
            en[bead.y - b : bead.y] = number
    return zh, en


def _proved(side: Side, counted: NDArray[np.bool_], answered: NDArray[np.bool_]) -> Side:
    """Give the side with its keys' reliability as met."""
    keys = len(side.kinds)
    met = np.bincount(side.key[counted], minlength=keys)
    held = np.bincount(side.key[counted & answered], minlength=keys)
    reliability = side.reliability.copy()
    for kind in np.unique(side.kinds):
        own = side.kinds == kind
        usual = float(side.reliability[own][0])
        usual = (held[own].sum() + _KIND_WEIGHT * usual) / (met[own].sum() + _KIND_WEIGHT)
        reliability[own] = (held[own] + _KEY_WEIGHT * usual) / (met[own] + _KEY_WEIGHT)
    return replace(side, reliability=np.clip(reliability, *_BOUNDS))


def calibrated(keys: Keys, path: Sequence[Bead]) -> Keys:
    """Give the keys with the reliability that they showed on a path."""
    zh_bead, en_bead = _beads_of(path, keys.zh.count, keys.en.count)
    if not len(keys.zh.key) or not len(keys.en.key):
        return keys
    width = len(keys.en.kinds)
    zh_at, en_at = zh_bead[keys.zh.unit], en_bead[keys.en.unit]
    link, entry = expand(keys.link_start[keys.zh.key], keys.link_start[keys.zh.key + 1])
    wanted = np.where(zh_at[entry] >= 0, zh_at[entry] * width + keys.links[link], -1)
    have = np.where(en_at >= 0, en_at * width + keys.en.key, -2)
    hits = np.isin(wanted, have)
    zh_answered = np.bincount(entry[hits], minlength=len(keys.zh.key)) > 0
    en_answered = np.isin(have, wanted)
    return replace(keys, zh=_proved(keys.zh, zh_at >= 0, zh_answered), en=_proved(keys.en, en_at >= 0, en_answered))

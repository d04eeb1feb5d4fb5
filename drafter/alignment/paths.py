"""The best path of beads through a band."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from drafter.alignment.band import Band
from drafter.alignment.beads import MOST, SHAPES, Floats

_NEVER = -1e9
_INSERT = SHAPES.index((0, 1))
_TAKING = [index for index, shape in enumerate(SHAPES) if shape[0] > 0]


@dataclass(frozen=True, slots=True)
class Bead:
    """A bead on the path: the node it ends at and its shape's number."""

    x: int
    y: int
    shape: int


def best_path(scores: Floats, band: Band) -> list[Bead]:
    """Find the chain of beads from corner to corner with the highest sum of scores.

    Args:
        scores: shapes by nodes, each the score of a bead that ends there.
        band: the nodes.
    """
    rows, m = len(band.lo), int(band.hi[-1])
    recent = np.full((MOST + 1, m + 1 + MOST), _NEVER)
    back = np.empty(band.nodes, dtype=np.int8)
    taking = np.array(_TAKING, dtype=np.int8)
    for x in range(rows):
        lo, hi = int(band.lo[x]), int(band.hi[x])
        here = slice(int(band.start[x]), int(band.start[x + 1]))
        ways = np.full((len(_TAKING), hi - lo + 1), _NEVER)
        for place, shape in enumerate(_TAKING):
            a, b = SHAPES[shape]
            if a <= x:
                before = recent[(x - a) % (MOST + 1)]
                ways[place] = before[lo - b + MOST : hi + 1 - b + MOST] + scores[shape, here]
        choice = ways.argmax(axis=0)
        best = ways[choice, np.arange(hi - lo + 1)]
        if x == 0:
            best[0] = 0.0
        # An English unit alone follows a node of the same row: a running maximum finds the best one to start from.
        inserted = scores[_INSERT, here].astype(np.float64)
        inserted[0] = 0.0
        slope = np.cumsum(inserted)
        reached = np.maximum.accumulate(best - slope) + slope
        back[here] = np.where(reached > best + 1e-9, _INSERT, taking[choice])
        row = recent[x % (MOST + 1)]
        row[:] = _NEVER
        row[lo + MOST : hi + 1 + MOST] = reached
    return _walk(back, band)


def _walk(back: NDArray[np.int8], band: Band) -> list[Bead]:
    x, y = len(band.lo) - 1, int(band.hi[-1])
    path: list[Bead] = []
    while x or y:
        shape = int(back[band.start[x] + y - band.lo[x]]) if x else _INSERT
        path.append(Bead(x, y, shape))
        a, b = SHAPES[shape]
        x, y = x - a, y - b
    return path[::-1]

"""The part of the search rectangle that is looked at.

A node (x, y) is the state after x Chinese and y English units. A band holds for each x the nodes lo[x] to hi[x], one
row after the other in flat arrays.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from drafter.alignment.beads import Ints


@dataclass(frozen=True, slots=True)
class Band:
    """Nodes to look at.

    Attributes:
        lo: first y of each row.
        hi: last y of each row, inclusive.
        start: where each row begins in a flat array; one more entry gives the end of the last.
    """

    lo: Ints
    hi: Ints
    start: Ints

    @property
    def nodes(self) -> int:
        """The number of nodes."""
        return int(self.start[-1])

    def coordinates(self) -> tuple[Ints, Ints]:
        """Give x and y of every node."""
        sizes = self.hi - self.lo + 1
        x = np.repeat(np.arange(len(self.lo)), sizes)
        y = np.arange(self.nodes) - self.start[x] + self.lo[x]
        return x, y

    def index(self, x: Ints, y: Ints) -> Ints:
        """Give the flat places of nodes; of those outside the band, one beyond the last."""
        inside = (x >= 0) & (y >= 0)
        row = np.maximum(x, 0)
        inside &= (y >= self.lo[row]) & (y <= self.hi[row])
        return np.where(inside, self.start[row] + y - self.lo[row], self.nodes)


def make_band(lo: Ints, hi: Ints) -> Band:
    """Make a band of rows that reach from corner to corner and never step back."""
    lo = np.minimum.accumulate(lo[::-1])[::-1].astype(np.int64)
    hi = np.maximum.accumulate(hi).astype(np.int64)
    start = np.concatenate([[0], np.cumsum(hi - lo + 1)]).astype(np.int64)
    return Band(lo, hi, start)


def full_band(n: int, m: int) -> Band:
    """Make the band that holds every node."""
    return make_band(np.zeros(n + 1, dtype=np.int64), np.full(n + 1, m, dtype=np.int64))


_MARGIN = 12
_NEAR = 40
_DRIFT = 4.0


def band_around(points: list[tuple[int, int]], n: int, m: int) -> Band:
    """Make a band from points that the path is believed to pass near.

    Between near points it holds the whole rectangle and a margin; between far ones a wide diagonal.
    """
    lo = np.full(n + 1, m, dtype=np.int64)
    hi = np.zeros(n + 1, dtype=np.int64)
    stops = [(0, 0), *points, (n, m)]
    for (x0, y0), (x1, y1) in itertools.pairwise(stops):
        rows = np.arange(max(0, x0 - _MARGIN), min(n, x1 + _MARGIN) + 1)
        if x1 - x0 <= _NEAR and y1 - y0 <= _NEAR:
            low = np.full(len(rows), y0 - _MARGIN)
            high = np.full(len(rows), y1 + _MARGIN)
        else:
            # A walk drifts from its diagonal by the root of its length, most in the middle.
            gap = max(x1 - x0, y1 - y0)
            share = np.clip((rows - x0) / max(1, x1 - x0), 0, 1)
            middle = y0 + share * (y1 - y0)
            reach = _MARGIN + _NEAR / 2 + _DRIFT * np.sqrt(gap) * 2 * np.sqrt(share * (1 - share))
            if x1 - x0 < _NEAR:
                reach = np.maximum(reach, (y1 - y0) + _MARGIN)
            low, high = np.floor(middle - reach).astype(np.int64), np.ceil(middle + reach).astype(np.int64)
        lo[rows] = np.minimum(lo[rows], np.clip(low, 0, m))
        hi[rows] = np.maximum(hi[rows], np.clip(high, 0, m))
    lo[0], hi[n] = 0, m
    return make_band(lo, hi)


def walled(band: Band, walls: Sequence[tuple[int, int]]) -> Band:
    """Cut a band down so that every path through it passes all walls.

    Args:
        band: the band.
        walls: Chinese units and the y at which each is passed, going up on both sides.
    """
    if not walls:
        return band
    rows = np.arange(len(band.lo))
    places, passed = (np.array(side, dtype=np.int64) for side in zip(*walls, strict=True))
    # A row lies behind every wall at a unit before it, and before every other.
    behind = np.searchsorted(places, rows, side="left")
    low = np.concatenate([[0], passed])[behind]
    high = np.concatenate([passed, [int(band.hi[-1])]])[behind]
    return make_band(np.clip(band.lo, low, high), np.clip(band.hi, low, high))

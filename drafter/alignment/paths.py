"""The best path of beads through a band."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from drafter.alignment.band import Band
from drafter.alignment.beads import MOST, SHAPES, Floats
from drafter.alignment.telling import Tell

IndexBead = tuple[tuple[int, ...], tuple[int, ...]]
"""Indexes of the Chinese and of the English units of a bead."""

ROWS_A_TELL = 500
_NEVER = -1e9
_INSERT = SHAPES.index((0, 1))
_TAKING = [index for index, shape in enumerate(SHAPES) if shape[0] > 0]


@dataclass(frozen=True, slots=True)
class Bead:
    """A bead on the path: the node it ends at and its shape's number."""

    x: int
    y: int
    shape: int

    @property
    def units(self) -> IndexBead:
        """The indexes of its Chinese and of its English units."""
        a, b = SHAPES[self.shape]
        return tuple(range(self.x - a, self.x)), tuple(range(self.y - b, self.y))


class Rows:
    """The last rows of a search, as many as a bead may reach back over."""

    def __init__(self, most: int) -> None:
        self._rows = np.full((MOST + 1, most + 1 + MOST), _NEVER)
        self._used = [(0, 0)] * (MOST + 1)

    def keep(self, x: int, lo: int, hi: int, values: NDArray[np.float64]) -> None:
        """Keep a row in place of the oldest."""
        slot = x % (MOST + 1)
        row, (start, end) = self._rows[slot], self._used[slot]
        row[start:end] = _NEVER
        self._used[slot] = lo + MOST, hi + 1 + MOST
        row[lo + MOST : hi + 1 + MOST] = values

    def ways(self, x: int, lo: int, hi: int, scores: Floats) -> NDArray[np.float64]:
        """Give for each shape that takes a Chinese unit what the way to each node of a row by it is worth."""
        found = np.full((len(_TAKING), hi - lo + 1), _NEVER)
        for place, shape in enumerate(_TAKING):
            a, b = SHAPES[shape]
            if a <= x:
                before = self._rows[(x - a) % (MOST + 1)]
                found[place] = before[lo - b + MOST : hi + 1 - b + MOST] + scores[shape]
        return found


def best_path(scores: Floats, band: Band, tell: Tell) -> list[Bead]:
    """Find the chain of beads from corner to corner with the highest sum of scores.

    Args:
        scores: shapes by nodes, each the score of a bead that ends there.
        band: the nodes.
        tell: told the share done.
    """
    rows = len(band.lo)
    recent = Rows(int(band.hi[-1]))
    back = np.empty(band.nodes, dtype=np.int8)
    taking = np.array(_TAKING, dtype=np.int8)
    for x in range(rows):
        if x % ROWS_A_TELL == 0:
            tell(x / rows)
        lo, hi = int(band.lo[x]), int(band.hi[x])
        here = slice(int(band.start[x]), int(band.start[x + 1]))
        ways = recent.ways(x, lo, hi, scores[:, here])
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
        recent.keep(x, lo, hi, reached)
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

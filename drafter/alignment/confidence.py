"""How sure each bead of a path is: its share among all paths through the band, by their likelihoods."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from drafter.alignment.band import Band, make_band
from drafter.alignment.beads import MOST, SHAPES, Floats
from drafter.alignment.paths import Bead

_NEVER = -1e9
_INSERT = SHAPES.index((0, 1))
_TAKING = [index for index, shape in enumerate(SHAPES) if shape[0] > 0]
# Evidence is not as independent as adding it up supposes; cooled by this, half-sure beads are right half the time.
_COOLING = 2.5


def _sums(scores: Floats, band: Band) -> NDArray[np.float64]:
    """Give for each node the logarithm of the sum of the likelihoods of all ways that lead to it."""
    rows, m = len(band.lo), int(band.hi[-1])
    recent = np.full((MOST + 1, m + 1 + MOST), _NEVER)
    sums = np.empty(band.nodes)
    insert = float(scores[_INSERT, -1])
    for x in range(rows):
        lo, hi = int(band.lo[x]), int(band.hi[x])
        here = slice(int(band.start[x]), int(band.start[x + 1]))
        ways = np.full((len(_TAKING), hi - lo + 1), _NEVER)
        for place, shape in enumerate(_TAKING):
            a, b = SHAPES[shape]
            if a <= x:
                before = recent[(x - a) % (MOST + 1)]
                ways[place] = before[lo - b + MOST : hi + 1 - b + MOST] + scores[shape, here]
        best = ways.max(axis=0)
        total = best + np.log(np.exp(ways - best).sum(axis=0))
        if x == 0:
            total[0] = 0.0
        slope = insert * np.arange(hi - lo + 1)
        sums[here] = np.logaddexp.accumulate(total - slope) + slope
        row = recent[x % (MOST + 1)]
        row[:] = _NEVER
        row[lo + MOST : hi + 1 + MOST] = sums[here]
    return sums


def _turned(scores: Floats, band: Band) -> tuple[Floats, Band]:
    """Turn the search round, so that it leads from the far corner to the near one."""
    n, m = len(band.lo) - 1, int(band.hi[-1])
    x, y = band.coordinates()
    turned = np.full_like(scores, _NEVER)
    for shape, (a, b) in enumerate(SHAPES):
        ahead_x = x + a
        ahead = band.index(np.where(ahead_x <= n, ahead_x, -1), y + b)
        inside = ahead < band.nodes
        turned[shape, inside] = scores[shape, ahead[inside]]
    turned[_INSERT] = scores[_INSERT, -1]
    return turned[:, ::-1], make_band(m - band.hi[::-1], m - band.lo[::-1])


def confidences(scores: Floats, band: Band, path: Sequence[Bead]) -> list[float]:
    """Give for each bead of a path how sure it is, 0 to 1.

    Args:
        scores: shapes by nodes, the scores the path was found by.
        band: the nodes.
        path: the beads.
    """
    if not path:
        return []
    cooled = scores / np.float32(_COOLING)
    forward = _sums(cooled, band)
    turned, turned_band = _turned(cooled, band)
    backward = _sums(turned, turned_band)[::-1]
    found: list[float] = []
    for bead in path:
        a, b = SHAPES[bead.shape]
        before = int(band.start[bead.x - a] + bead.y - b - band.lo[bead.x - a])
        after = int(band.start[bead.x] + bead.y - band.lo[bead.x])
        likelihood = forward[before] + cooled[bead.shape, after] + backward[after] - forward[-1]
        found.append(round(float(np.exp(min(0.0, likelihood))), 4))
    return found

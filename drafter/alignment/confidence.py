"""How sure each bead is: its share among all paths through the band, by their likelihoods."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from drafter.alignment.band import Band, make_band
from drafter.alignment.beads import MOST, SHAPES, Floats
from drafter.alignment.paths import Bead, best_path

_NEVER = -1e9
_INSERT = SHAPES.index((0, 1))
_TAKING = [index for index, shape in enumerate(SHAPES) if shape[0] > 0]
# Evidence is not as independent as adding it up supposes; cooled by this, half-sure beads are right half the time.
_COOLING = 2.0
# A bead counts a little by its units, so that one of five is not given up for two doubtful ones.
_UNIT_WORTH = 0.1


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


def shares(scores: Floats, band: Band) -> Floats:
    """Give for each bead of each node its share among all paths, 0 to 1: how sure it is.

    Args:
        scores: shapes by nodes, each the score of a bead that ends there.
        band: the nodes.
    """
    cooled = scores / np.float32(_COOLING)
    forward = _sums(cooled, band)
    turned, turned_band = _turned(cooled, band)
    backward = _sums(turned, turned_band)[::-1] - forward[-1]
    before = np.append(forward, _NEVER)
    x, y = band.coordinates()
    found = np.empty_like(scores)
    for shape, (a, b) in enumerate(SHAPES):
        likelihood = before[band.index(x - a, y - b)] + cooled[shape] + backward
        found[shape] = np.exp(np.minimum(likelihood, 0.0))
    return found


def surest_path(found: Floats, band: Band) -> list[Bead]:
    """Find the path on which the most beads may be expected to be right.

    The likeliest path as a whole is another one: where many ways are nearly as good, it is only the best of them, while
    this one holds what most of them agree on.

    Args:
        found: what `shares` gave.
        band: the nodes.
    """
    worth = np.array([1 + _UNIT_WORTH * (a + b - 2) for a, b in SHAPES], dtype=np.float32)
    return best_path(found * worth[:, None], band)


def confidences(found: Floats, band: Band, path: Sequence[Bead]) -> list[float]:
    """Give the shares of a path's beads."""
    nodes = [int(band.start[bead.x] + bead.y - band.lo[bead.x]) for bead in path]
    return [round(float(found[bead.shape, node]), 4) for bead, node in zip(path, nodes, strict=True)]

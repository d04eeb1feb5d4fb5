"""How sure each bead is: its share among all paths through the band, by their likelihoods."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from drafter.alignment.band import Band, make_band
from drafter.alignment.beads import SHAPES, Floats
from drafter.alignment.paths import ROWS_A_TELL, Bead, Rows, best_path
from drafter.alignment.telling import Tell, part

_NEVER = -1e9
_INSERT = SHAPES.index((0, 1))
# Evidence is not as independent as adding it up supposes; cooled by this, half-sure beads are right half the time.
_COOLING = 1.5
# A bead counts a little by its units, so that one of five is not given up for two doubtful ones.
_UNIT_WORTH = 0.1


def _sums(scores: Floats, band: Band, tell: Tell) -> NDArray[np.float64]:
    """Give for each node the logarithm of the sum of the likelihoods of all ways that lead to it."""
    rows = len(band.lo)
    recent = Rows(int(band.hi[-1]))
    sums = np.empty(band.nodes)
    for x in range(rows):
        if x % ROWS_A_TELL == 0:
            tell(x / rows)
        lo, hi = int(band.lo[x]), int(band.hi[x])
        here = slice(int(band.start[x]), int(band.start[x + 1]))
        ways = recent.ways(x, lo, hi, scores[:, here])
        best = ways.max(axis=0)
        total = best + np.log(np.exp(ways - best).sum(axis=0))
        if x == 0:
            total[0] = 0.0
        inserted = scores[_INSERT, here].astype(np.float64)
        inserted[0] = 0.0
        slope = np.cumsum(inserted)
        sums[here] = np.logaddexp.accumulate(total - slope) + slope
        recent.keep(x, lo, hi, sums[here])
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
    return turned[:, ::-1], make_band(m - band.hi[::-1], m - band.lo[::-1])


def shares(scores: Floats, band: Band, tell: Tell) -> tuple[Floats, float]:
    """Give for each bead of each node its share among all paths, 0 to 1: how sure it is.

    Args:
        scores: shapes by nodes, each the score of a bead that ends there.
        band: the nodes.
        tell: told the share done.

    Returns:
        The shares; and the logarithm of the likelihood of all paths together.
    """
    cooled = scores / np.float32(_COOLING)
    forward = _sums(cooled, band, part(tell, 0.0, 0.45))
    turned, turned_band = _turned(cooled, band)
    backward = _sums(turned, turned_band, part(tell, 0.5, 0.95))[::-1] - forward[-1]
    before = np.append(forward, _NEVER)
    x, y = band.coordinates()
    found = np.empty_like(scores)
    for shape, (a, b) in enumerate(SHAPES):
        likelihood = before[band.index(x - a, y - b)] + cooled[shape] + backward
        found[shape] = np.exp(np.minimum(likelihood, 0.0))
    return found, float(forward[-1]) * _COOLING


def surest_path(found: Floats, band: Band, tell: Tell) -> list[Bead]:
    """Find the path on which the most beads may be expected to be right.

    The likeliest path as a whole is another one: where many ways are nearly as good, it is only the best of them, while
    this one holds what most of them agree on.

    Args:
        found: what `shares` gave.
        band: the nodes.
        tell: told the share done.
    """
    worth = np.array([1 + _UNIT_WORTH * (a + b - 2) for a, b in SHAPES], dtype=np.float32)
    return best_path(found * worth[:, None], band, tell)


def confidences(found: Floats, band: Band, path: Sequence[Bead]) -> list[float]:
    """Give the shares of a path's beads."""
    nodes = [int(band.start[bead.x] + bead.y - band.lo[bead.x]) for bead in path]
    return [round(float(found[bead.shape, node]), 4) for bead, node in zip(path, nodes, strict=True)]

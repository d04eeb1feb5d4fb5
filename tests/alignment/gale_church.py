"""The aligner of Gale and Church (1993), which knows lengths only: what any other has to beat."""

import math
from collections.abc import Sequence

from drafter.model import Pairing

# Shape of a bead: its prior, as published.
_PRIORS = {(1, 1): 0.89, (1, 0): 0.0099 / 2, (0, 1): 0.0099 / 2, (2, 1): 0.089 / 2, (1, 2): 0.089 / 2, (2, 2): 0.011}
_VARIANCE = 6.8
_FAR = 1e9


def _cost(zh: float, en: float, ratio: float) -> float:
    """Give minus the logarithm of how likely it is that lengths differ so much, both tails."""
    if not zh or not en:
        return 0.0
    mean = (zh * ratio + en) / 2
    delta = abs(en - zh * ratio) / math.sqrt(_VARIANCE * mean)
    return -math.log(max(math.erfc(delta / math.sqrt(2)), 1e-12))


def gale_church(zh: Sequence[str], en: Sequence[str]) -> list[Pairing]:
    """Align by length alone; the ratio of the two languages is taken from the texts."""
    n, m = len(zh), len(en)
    ratio = sum(map(len, en)) / max(1, sum(map(len, zh)))
    best = [[_FAR] * (m + 1) for _ in range(n + 1)]
    back: list[list[tuple[int, int]]] = [[(0, 0)] * (m + 1) for _ in range(n + 1)]
    best[0][0] = 0.0
    for i in range(n + 1):
        for j in range(m + 1):
            for (a, b), prior in _PRIORS.items():
                if a <= i and b <= j and best[i - a][j - b] < _FAR:
                    zh_length = float(sum(map(len, zh[i - a : i])))
                    en_length = float(sum(map(len, en[j - b : j])))
                    found = best[i - a][j - b] + _cost(zh_length, en_length, ratio) - math.log(prior)
                    if found < best[i][j]:
                        best[i][j], back[i][j] = found, (a, b)
    beads: list[Pairing] = []
    i, j = n, m
    while i or j:
        a, b = back[i][j]
        beads.append(Pairing(tuple(range(i - a, i)), tuple(range(j - b, j))))
        i, j = i - a, j - b
    return beads[::-1]

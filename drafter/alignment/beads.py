"""Beads, the n:m groups an alignment is made of: which there are, how often, and how long their sides are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from drafter.alignment.features import Unit

Level = Literal["row", "paragraph", "sentence"]
"""What units are: rows or columns of tables are hardly ever joined or cut in translation, sentences most often."""
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

SHAPES: tuple[tuple[int, int], ...] = (
    *((1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (1, 4), (4, 1), (2, 3), (3, 2)),
)
"""Units on the Chinese and on the English side of each kind of bead."""

MOST = max(max(shape) for shape in SHAPES)
"""The most units a bead takes from one side."""

# How often each shape is met, in the order of SHAPES. 2-2 and the like are rare: nearly all that look so are two beads.
_FREQUENCY: dict[Level, tuple[float, ...]] = {
    "row": (0.88, 0.04, 0.04, 0.015, 0.015, 0.001, 0.003, 0.003, 0.001, 0.001, 0.0003, 0.0003),
    "paragraph": (0.78, 0.03, 0.03, 0.06, 0.06, 0.004, 0.015, 0.015, 0.004, 0.004, 0.001, 0.001),
    "sentence": (0.666, 0.03, 0.03, 0.09, 0.09, 0.006, 0.03, 0.03, 0.01, 0.01, 0.002, 0.002),
}
# How much the frequencies of a first pass are believed against those above, in beads.
_PRIOR_BEADS = 60.0
_USUAL_RATIO = 4.4
_RATIO_BOUNDS = (2.0, 8.0)


@dataclass(frozen=True, slots=True)
class LengthModel:
    """How long a rendering is.

    Attributes:
        ratio: English letters to a Chinese character.
        spread: standard deviation of the logarithm of a rendering's length over its expected length, for long units.
        jitter: what a short unit's length varies by beyond that, in letters.
        background: standard deviation of the logarithm of the lengths of units that don't belong together.
    """

    ratio: float
    spread: float = 0.22
    jitter: float = 9.0
    background: float = 1.2

    def lengths(self, units: Sequence[Unit]) -> NDArray[np.float64]:
        """Give the units' lengths in English letters: a Chinese character counts as what it is rendered by."""
        return np.array([unit.han * self.ratio + unit.latin for unit in units], dtype=np.float64)

    def score(self, zh: NDArray[np.float64], en: NDArray[np.float64]) -> Floats:
        """Give the logarithm of how much likelier the lengths are in one bead than apart."""
        mean = (zh + en) / 2 + 1
        off = np.log((en + self.jitter) / (zh + self.jitter))
        spread = np.sqrt(self.spread**2 + self.jitter**2 / (mean * (mean + self.jitter)) + 1 / mean)
        spread = np.minimum(spread, self.background)
        scaled = off / spread
        # Student's tails with four degrees: one wild ratio must not outvote all other evidence.
        inside = -2.5 * np.log1p(scaled**2 / 4) - np.log(spread)
        apart = -0.5 * np.minimum((off / self.background) ** 2, 9) - np.log(self.background)
        return np.asarray(inside - apart, dtype=np.float32)


def length_model(zh: Sequence[Unit], en: Sequence[Unit]) -> LengthModel:
    """Take the ratio and the spread from the two texts as wholes."""
    han = sum(u.han for u in zh) - sum(u.han for u in en)
    latin = sum(u.latin for u in en) - sum(u.latin for u in zh)
    # Small texts say little: the usual ratio counts as a few hundred characters.
    weight = 300.0
    ratio = (latin + weight * _USUAL_RATIO) / (han + weight) if han > -weight / 2 and latin > 0 else _USUAL_RATIO
    ratio = min(max(ratio, _RATIO_BOUNDS[0]), _RATIO_BOUNDS[1])
    model = LengthModel(ratio)
    logs = np.log(np.concatenate([model.lengths(zh), model.lengths(en), [1.0]]) + model.jitter)
    return replace(model, background=min(max(float(np.std(logs)) * 1.4, 0.6), 1.6))


def refit(model: LengthModel, zh: NDArray[np.float64], en: NDArray[np.float64]) -> LengthModel:
    """Correct a model by the lengths of the two sides of the beads of a first pass."""
    keep = (zh > 20) & (en > 20)
    if int(keep.sum()) < 10:
        return model
    off = np.log(en[keep] / zh[keep])
    middle = float(np.median(off))
    spread = 1.4826 * float(np.median(np.abs(off - middle)))
    ratio = min(max(model.ratio * float(np.exp(middle)), _RATIO_BOUNDS[0]), _RATIO_BOUNDS[1])
    return replace(model, ratio=ratio, spread=min(max(spread, 0.12), 0.5))


def shape_scores(level: Level, counts: Sequence[int] | None = None) -> Floats:
    """Give the logarithm of each shape's frequency.

    Args:
        level: what the units are.
        counts: how often each shape was met in a first pass.
    """
    prior = np.array(_FREQUENCY[level])
    if counts is None:
        return np.asarray(np.log(prior), dtype=np.float32)
    met = np.minimum(np.array(counts, dtype=np.float64), 4 * _PRIOR_BEADS * (prior + 0.02))
    share = (prior * _PRIOR_BEADS + met) / (_PRIOR_BEADS + met.sum())
    # A first pass errs towards odd shapes: they may grow, but not run away.
    return np.asarray(np.log(np.minimum(share, 4 * prior)), dtype=np.float32)

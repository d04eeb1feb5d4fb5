"""The search for the best pairing, pass by pass: each knows better than the last what the texts' words are worth."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from drafter.alignment.anchors import anchor_points
from drafter.alignment.band import Band, band_around, full_band, walled
from drafter.alignment.beads import SHAPES, Floats, Ints, LengthModel, Level, length_model, refit, shape_scores
from drafter.alignment.calibration import calibrated
from drafter.alignment.confidence import confidences, shares, surest_path
from drafter.alignment.evidence import bead_evidence
from drafter.alignment.features import Unit, chinese_unit, english_unit, han_pairs, latin_finder, with_words
from drafter.alignment.fixed import WALL, Fixed
from drafter.alignment.lexicon import learn_lexicon
from drafter.alignment.names import Names
from drafter.alignment.paths import Bead, IndexBead, best_path
from drafter.alignment.telling import Tell, part
from drafter.alignment.weights import Keys, chosen, weigh
from drafter.alignment.wordlist import WordList, shipped_words, simplified

# Up to here the whole rectangle is looked at.
_SMALL = 40_000
_PASSES = 2
_WALL_UNIT = Unit(0, 0, ())
_NEVER = np.float32(-1e6)
# A line of the page's furniture stands alone, or beside one of its own kind.
_FURNITURE = 3.0


@dataclass(frozen=True, slots=True)
class Found:
    """A pairing found.

    Attributes:
        path: its beads.
        confidence: how sure each is.
        likelihood: logarithm of the likelihood of all pairings looked at.
        keys: what the units' keys were worth.
        lengths: how long each side's units are, in English letters.
        order: the English units in the order searched, as their places in the text.
    """

    path: list[Bead]
    confidence: list[float]
    likelihood: float
    keys: Keys
    lengths: tuple[NDArray[np.float64], NDArray[np.float64]]
    order: Ints


class Search:
    """One search over two texts.

    The units of fixed beads teach what words are worth, but aren't searched; places count the units left.
    """

    def __init__(self, zh: Sequence[str], en: Sequence[str], fixed: Fixed, level: Level, tell: Tell) -> None:
        self._fixed, self._level = fixed, level
        zh, en = [simplified(text) for text in zh], [simplified(text) for text in en]
        self._texts = zh
        find_latin, names = latin_finder(zh), Names(en)
        english_han = set().union(*(han_pairs(text) for text in en))
        self._en = [english_unit(text, find_latin, names) for text in en]
        tell(0.4)
        self._zh = [chinese_unit(text, english_han, names) for text in zh]
        tell(1.0)
        self._lexicons: list[WordList] = [shipped_words()]
        self._path: list[Bead] = []
        self._lengths = length_model(self._zh, self._en)
        self._zh_left: list[Unit] = []
        self._order = np.arange(len(fixed.en), dtype=np.int64)

    @property
    def walls(self) -> tuple[tuple[int, int], ...]:
        """The places that every pairing passes."""
        return self._fixed.walls

    def run(self, tell: Tell) -> Found:
        """Search in passes."""
        share = 1 / _PASSES
        for number in range(_PASSES - 1):
            here = part(tell, number * share, (number + 1) * share)
            keys = self._weighed(part(here, 0.0, 0.3))
            scores, band = self._scored(keys, part(here, 0.3, 0.8))
            self._path = best_path(scores, band, part(here, 0.8, 1.0))
            self._learn()
        here = part(tell, 1 - share, 1.0)
        return self._surest(self._weighed(part(here, 0.0, 0.2)), part(here, 0.2, 1.0))

    def in_order(self, found: Found, order: Ints, tell: Tell) -> Found:
        """Search once more with the English units left in another order.

        Args:
            found: what was found before.
            order: the units in their new order, as their places in the order before.
            tell: told the share done.
        """
        self._order = found.order[order]
        keys = replace(found.keys, en=chosen(found.keys.en, order))
        return self._surest(keys, tell)

    def pair_scores(self, found: Found, zh: Ints, en: Ints) -> Floats:
        """Give how much speaks for each of some Chinese units to belong to each of some English ones.

        Args:
            found: what was found.
            zh: places of Chinese units, going up.
            en: places of English units, going up.

        Returns:
            Logarithms of likelihood ratios, Chinese by English.
        """
        keys = replace(found.keys, zh=chosen(found.keys.zh, zh), en=chosen(found.keys.en, en))
        zh_lengths, en_lengths = found.lengths[0][zh], found.lengths[1][en]
        band = full_band(len(zh), len(en))
        scores = bead_evidence(keys, band, zh_lengths, en_lengths)
        _add_lengths(scores, band, self._lengths, zh_lengths, en_lengths)
        one_to_one = scores[SHAPES.index((1, 1))].reshape(len(zh) + 1, len(en) + 1)
        return np.asarray(one_to_one[1:, 1:], dtype=np.float32)

    def _learn(self) -> None:
        beads: list[IndexBead] = list(self._fixed.beads)
        for bead in self._path:
            zh, en = bead.units
            beads.append((self._fixed.zh_indexes(zh), tuple(self._fixed.en[j] for j in en)))
        self._lexicons = [shipped_words(), learn_lexicon(self._texts, self._en, beads, shipped_words())]
        pairs = [(zh[0], en[0]) for zh, en in beads if len(zh) == len(en) == 1]
        zh_lengths, en_lengths = self._lengths.lengths(self._zh), self._lengths.lengths(self._en)
        self._lengths = refit(
            length_model(self._zh, self._en), zh_lengths[[i for i, _ in pairs]], en_lengths[[j for _, j in pairs]]
        )

    def _weighed(self, tell: Tell) -> Keys:
        worded = with_words(self._zh, self._texts, *self._lexicons)
        self._zh_left = [worded[i] if i != WALL else _WALL_UNIT for i in self._fixed.zh]
        tell(0.5)
        keys = weigh(self._zh_left, self._en_left(), self._lexicons)
        return calibrated(keys, self._path) if self._path else keys

    def _en_left(self) -> list[Unit]:
        return [self._en[self._fixed.en[place]] for place in self._order]

    def _surest(self, keys: Keys, tell: Tell) -> Found:
        scores, band = self._scored(keys, part(tell, 0.0, 0.4))
        found, likelihood = shares(scores, band, part(tell, 0.4, 0.85))
        path = surest_path(found, band, part(tell, 0.85, 1.0))
        lengths = self._lengths.lengths(self._zh_left), self._lengths.lengths(self._en_left())
        return Found(path, confidences(found, band, path), likelihood, keys, lengths, self._order)

    def _scored(self, keys: Keys, tell: Tell) -> tuple[Floats, Band]:
        zh, en = self._zh_left, self._en_left()
        zh_lengths, en_lengths = self._lengths.lengths(zh), self._lengths.lengths(en)
        band = self._band(keys, zh_lengths, en_lengths)
        tell(0.2)
        scores = bead_evidence(keys, band, zh_lengths, en_lengths)
        tell(0.9)
        _add_lengths(scores, band, self._lengths, zh_lengths, en_lengths)
        walls = {x + 1 for x, _ in self._fixed.walls}
        shapes = [bead.shape for bead in self._path if not (bead.x in walls and SHAPES[bead.shape] == (1, 0))]
        counts = np.bincount(shapes, minlength=len(SHAPES)).tolist()
        scores += shape_scores(self._level, counts if self._path else None)[:, None]
        _add_furniture(scores, band, zh, en)
        _keep_walls(scores, band, self._fixed.walls)
        _forbid_over(scores, band, np.flatnonzero(np.diff(self._order) != 1) + 1)
        return scores, band

    def _band(self, keys: Keys, zh: NDArray[np.float64], en: NDArray[np.float64]) -> Band:
        n, m, walls = len(zh), len(en), self._fixed.walls
        if (n + 1) * (m + 1) <= _SMALL:
            return walled(full_band(n, m), walls)
        points = anchor_points(keys, zh, en)
        if walls:
            xs, ys = (np.array(side, dtype=np.int64) for side in zip(*walls, strict=True))
            i, j = np.array([*walls, *points], dtype=np.int64).T
            # A point that the walls cut off from the other side points nowhere.
            fits = np.searchsorted(xs, i, side="right") == np.searchsorted(ys, j, side="right")
            points = sorted({*walls, *zip(i[fits].tolist(), j[fits].tolist(), strict=True)})
        return walled(band_around(points, n, m), walls)


def _add_lengths(
    scores: Floats, band: Band, model: LengthModel, zh: NDArray[np.float64], en: NDArray[np.float64]
) -> None:
    x, y = band.coordinates()
    zh_sum, en_sum = np.concatenate([[0.0], np.cumsum(zh)]), np.concatenate([[0.0], np.cumsum(en)])
    for index, (a, b) in enumerate(SHAPES):
        if a and b:
            zh_length = zh_sum[x] - zh_sum[np.maximum(x - a, 0)]
            en_length = en_sum[y] - en_sum[np.maximum(y - b, 0)]
            scores[index] += model.score(zh_length, en_length)


def _add_furniture(scores: Floats, band: Band, zh: Sequence[Unit], en: Sequence[Unit]) -> None:
    """Let lines of the page's furniture stand alone rather than beside text."""
    if not any(unit.furniture for unit in (*zh, *en)):
        return
    x, y = band.coordinates()
    zh_sum = np.concatenate([[0], np.cumsum([unit.furniture for unit in zh])])
    en_sum = np.concatenate([[0], np.cumsum([unit.furniture for unit in en])])
    for index, (a, b) in enumerate(SHAPES):
        own = zh_sum[x] - zh_sum[np.maximum(x - a, 0)] + en_sum[y] - en_sum[np.maximum(y - b, 0)]
        if not a or not b:
            scores[index] += np.float32(_FURNITURE) * own
        elif (a, b) == (1, 1):
            scores[index] -= np.float32(_FURNITURE) * (own == 1)
        else:
            scores[index] -= np.float32(_FURNITURE) * own


def _keep_walls(scores: Floats, band: Band, walls: Sequence[tuple[int, int]]) -> None:
    """Let walls stand alone."""
    if not walls:
        return
    wall = np.zeros(len(band.lo), dtype=np.int64)
    wall[[x + 1 for x, _ in walls]] = 1
    before = np.cumsum(wall)
    x, _y = band.coordinates()
    for index, (a, b) in enumerate(SHAPES):
        if a and (a, b) != (1, 0):
            scores[index, before[x] > before[np.maximum(x - a, 0)]] = _NEVER


def _forbid_over(scores: Floats, band: Band, seams: Ints) -> None:
    """Forbid beads whose English reaches over a seam, where units don't stand together in the text."""
    if not len(seams):
        return
    seam = np.zeros(int(band.hi[-1]) + 1, dtype=np.int64)
    seam[seams] = 1
    before = np.cumsum(seam)
    _x, y = band.coordinates()
    for index, (_a, b) in enumerate(SHAPES):
        if b > 1:
            scores[index, before[np.maximum(y - 1, 0)] > before[np.maximum(y - b, 0)]] = _NEVER

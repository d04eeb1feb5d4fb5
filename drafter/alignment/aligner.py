"""The alignment of two lists of texts, pass by pass."""

from collections.abc import Callable, Sequence

import numpy as np

from drafter.alignment.anchors import anchor_points
from drafter.alignment.band import Band, band_around, full_band
from drafter.alignment.beads import SHAPES, Floats, LengthModel, Level, length_model, refit, shape_scores
from drafter.alignment.calibration import calibrated
from drafter.alignment.confidence import confidences, shares, surest_path
from drafter.alignment.evidence import bead_evidence
from drafter.alignment.features import Unit, chinese_unit, english_unit, han_pairs, latin_finder, with_words
from drafter.alignment.lexicon import learn_lexicon
from drafter.alignment.paths import Bead, best_path
from drafter.alignment.weights import Keys, weigh
from drafter.alignment.wordlist import Lexicon, shipped_words
from drafter.model import Pairing

# Up to here the whole rectangle is looked at.
_SMALL = 40_000
_PASSES = 2


def align(
    zh: Sequence[str],
    en: Sequence[str],
    *,
    level: Level = "paragraph",
    progress: Callable[[float], None] | None = None,
) -> list[Pairing]:
    """Pair Chinese units with the English ones that render them.

    Args:
        zh: the Chinese paragraphs or sentences, none blank.
        en: the English ones.
        level: what the units are; sentences are merged and cut in translation more often than paragraphs.
        progress: told now and then how much is done, 0 to 1.

    Returns:
        Pairings in order that hold every index of either side once; an empty side where a unit stands alone.
    """
    tell = progress or (lambda _share: None)
    if not zh or not en:
        tell(1.0)
        return [Pairing((i,), ()) for i in range(len(zh))] + [Pairing((), (j,)) for j in range(len(en))]
    lexicons: list[Lexicon] = [shipped_words()]
    find_latin = latin_finder(zh)
    en_units = [english_unit(text, find_latin) for text in en]
    english_han = set().union(*(han_pairs(text) for text in en))
    wordless = [chinese_unit(text, english_han) for text in zh]
    path: list[Bead] = []
    for number in range(_PASSES):
        zh_units = with_words(wordless, zh, lexicons)
        tell((number + 0.2) / _PASSES)
        lengths = length_model(zh_units, en_units)
        if path:
            lengths = _refit(lengths, path, zh_units, en_units)
        counts = [sum(bead.shape == shape for bead in path) for shape in range(len(SHAPES))] if path else None
        keys = weigh(zh_units, en_units, lexicons)
        if path:
            keys = calibrated(keys, path)
        band = _band(keys, lengths, zh_units, en_units)
        tell((number + 0.4) / _PASSES)
        scores = bead_evidence(keys, band, lengths.lengths(zh_units), lengths.lengths(en_units))
        _add_lengths(scores, band, lengths, zh_units, en_units)
        scores += shape_scores(level, counts)[:, None]
        last = number == _PASSES - 1
        found = shares(scores, band) if last else scores
        path = surest_path(found, band) if last else best_path(scores, band)
        tell((number + 0.9) / _PASSES)
        if not last:
            lexicons = [shipped_words(), learn_lexicon(zh, en_units, path)]
    sure = confidences(found, band, path)
    tell(1.0)
    return [_pairing(bead, confidence) for bead, confidence in zip(path, sure, strict=True)]


def _pairing(bead: Bead, confidence: float) -> Pairing:
    a, b = SHAPES[bead.shape]
    return Pairing(tuple(range(bead.x - a, bead.x)), tuple(range(bead.y - b, bead.y)), confidence)


def _refit(model: LengthModel, path: Sequence[Bead], zh: Sequence[Unit], en: Sequence[Unit]) -> LengthModel:
    pairs = [(bead.x - 1, bead.y - 1) for bead in path if SHAPES[bead.shape] == (1, 1)]
    zh_lengths, en_lengths = model.lengths(zh), model.lengths(en)
    return refit(model, zh_lengths[[i for i, _ in pairs]], en_lengths[[j for _, j in pairs]])


def _band(keys: Keys, lengths: LengthModel, zh: Sequence[Unit], en: Sequence[Unit]) -> Band:
    n, m = len(zh), len(en)
    if (n + 1) * (m + 1) <= _SMALL:
        return full_band(n, m)
    return band_around(anchor_points(keys, lengths.lengths(zh), lengths.lengths(en)), n, m)


def _add_lengths(scores: Floats, band: Band, model: LengthModel, zh: Sequence[Unit], en: Sequence[Unit]) -> None:
    x, y = band.coordinates()
    zh_sum = np.concatenate([[0.0], np.cumsum(model.lengths(zh))])
    en_sum = np.concatenate([[0.0], np.cumsum(model.lengths(en))])
    for index, (a, b) in enumerate(SHAPES):
        if a and b:
            zh_length = zh_sum[x] - zh_sum[np.maximum(x - a, 0)]
            en_length = en_sum[y] - en_sum[np.maximum(y - b, 0)]
            scores[index] += model.score(zh_length, en_length)

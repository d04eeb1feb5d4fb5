"""How right pairing is on texts of several kinds, whole and damaged, and how far its confidence can be believed."""

import statistics
from collections.abc import Callable

import pytest

from drafter.alignment import align
from drafter.model import Pairing
from tests.alignment.damage import Pair, damage, damage_figures, f1, move, switch
from tests.alignment.gale_church import gale_church
from tests.alignment.gold_sets import SETS, gold_set

# A little under what is reached.
LEAST = {"abstracts": 0.97, "magazine": 0.88, "news": 0.96, "speech": 0.97, "story": 0.93, "un": 0.99}


def _found(pair: Pair) -> list[Pairing]:
    return align(*pair.texts(), level="sentence", moves=True)


def _noise(pair: Pair, seed: int) -> Pair:
    return damage(switch(damage_figures(pair, seed), seed), seed, drop=0.03, merge=0.04, cut=0.04)


def test_the_sets_are_as_large_as_they_should_be() -> None:
    assert set(SETS) == set(LEAST)
    assert sum(len(gold_set(name).gold()) for name in SETS) >= 250


@pytest.mark.parametrize("name", SETS)
def test_set(name: str) -> None:
    pair = gold_set(name)
    score = f1(pair, _found(pair))
    assert score >= LEAST[name]
    assert score >= f1(pair, gale_church(*pair.texts()))


@pytest.mark.parametrize("name", SETS)
def test_set_given_as_lines(name: str) -> None:
    """A file may hold a sentence a line."""
    pair = gold_set(name)
    assert f1(pair, align(*pair.texts())) >= LEAST[name] - 0.02


@pytest.mark.parametrize(
    ("spoil", "least"),
    [
        (lambda pair, seed: damage(pair, seed, merge=0, cut=0, noise=0), 0.92),
        (lambda pair, seed: damage(pair, seed, drop=0, cut=0, noise=0), 0.9),
        (lambda pair, seed: damage(pair, seed, drop=0, merge=0, noise=0), 0.91),
        (lambda pair, seed: damage(pair, seed, drop=0, merge=0, cut=0), 0.94),
        (damage_figures, 0.96),
        (switch, 0.96),
        (move, 0.92),
        (_noise, 0.9),
    ],
    ids=["drop", "merge", "cut", "furniture", "figures", "switch", "move", "noise"],
)
def test_damaged_sets(spoil: Callable[[Pair, int], Pair], least: float) -> None:
    scores = []
    for name in SETS:
        for seed in range(3):
            spoilt = spoil(gold_set(name), seed)
            scores.append(f1(spoilt, _found(spoilt)))
    assert statistics.mean(scores) >= least


def test_a_sure_pairing_is_right() -> None:
    right = []
    for name in SETS:
        whole = gold_set(name)
        for pair in (whole, *(spoil(whole, seed) for spoil in (damage, _noise, move) for seed in range(2))):
            gold = pair.gold()
            right += [(one.zh, one.en) in gold for one in _found(pair) if one.confidence >= 0.9]
    assert len(right) > 800
    assert statistics.mean(right) >= 0.97


def test_english_that_turns_chinese_half_way() -> None:
    pair = gold_set("news")
    zh, en = pair.texts()
    half = [i for i, piece in enumerate(pair.en) if max(piece.groups) < 22]
    rest = [i for i, piece in enumerate(pair.zh) if min(piece.groups) >= 22]
    found = {(one.zh, one.en) for one in align(zh, [*(en[i] for i in half), *(zh[i] for i in rest)], level="sentence")}
    gold = {((i,), (len(half) + place,)) for place, i in enumerate(rest)}
    assert len(gold & found) >= 0.97 * len(gold)
    assert len({bead for bead in pair.gold() if bead[1] and max(bead[1]) < len(half)} & found) >= 0.95 * 22


def test_a_passage_not_translated_stands_alone() -> None:
    pair = gold_set("story")
    kept = [piece for piece in pair.en if not 20 <= max(piece.groups) < 35]
    cut = Pair(pair.zh, kept)
    assert f1(cut, _found(cut)) >= 0.9


def test_traditional_text() -> None:
    zh = ["廣東的機會很多。", "國際貿易發達。", "學校與醫院。"]
    en = ["Schools and hospitals.", "Guangdong has many opportunities.", "International trade is well developed."]
    found = align(zh, [en[1], en[2], en[0]], level="sentence")
    assert [(one.zh, one.en) for one in found] == [((i,), (i,)) for i in range(3)]

"""Passages that stand elsewhere in the English are found, and none is where nothing was moved."""

import statistics

import pytest

from drafter.alignment import align
from tests.alignment.damage import Pair, damage, f1, move, switch
from tests.alignment.gold_sets import SETS, gold_set
from tests.alignment.made_up import made_up


def test_a_moved_passage_is_found_and_marked() -> None:
    zh, en = made_up(60).texts()
    shifted = [*en[:10], *en[30:38], *en[10:30], *en[38:]]
    found = align(zh, shifted, moves=True)
    moved = {(pairing.zh, pairing.en) for pairing in found if pairing.moved}
    # Either of the two passages that changed places may be called the moved one; it is the shorter.
    assert moved == {((30 + k,), (10 + k,)) for k in range(8)}
    assert {(p.zh, p.en) for p in found} == moved | {
        ((i,), (i if i < 10 or i >= 38 else i + 8,)) for i in [*range(30), *range(38, 60)]
    }
    assert [p.zh[0] for p in found] == list(range(60))


def test_two_moved_passages() -> None:
    zh, en = made_up(120).texts()
    shifted = [*en[:10], *en[50:58], *en[10:50], *en[58:80], *en[100:106], *en[80:100], *en[106:]]
    found = align(zh, shifted, moves=True)
    place = {text: index for index, text in enumerate(shifted)}
    gold = {((i,), (place[text],)) for i, text in enumerate(en)}
    assert 2 * len(gold & {(p.zh, p.en) for p in found}) / (len(gold) + len(found)) >= 0.97


def test_without_leave_nothing_moves() -> None:
    pair = move(made_up(60), 1)
    found = align(*pair.texts())
    assert not any(pairing.moved for pairing in found)
    assert [j for pairing in found for j in pairing.en] == list(range(60))


@pytest.mark.parametrize("name", SETS)
def test_nothing_is_moved_where_nothing_was(name: str) -> None:
    pair = gold_set(name)
    for seed in range(2):
        for spoilt in (pair, damage(pair, seed), switch(pair, seed)):
            assert not any(pairing.moved for pairing in align(*spoilt.texts(), level="sentence", moves=True))


def test_unlike_texts_have_no_moved_passage() -> None:
    zh, _ = made_up(60, 1).texts()
    _, en = made_up(60, 2).texts()
    assert not any(pairing.moved for pairing in align(zh, en, moves=True))


def test_moved_passages_of_the_sets() -> None:
    def scored(pair: Pair, seed: int) -> float:
        moved = move(pair, seed)
        return f1(moved, align(*moved.texts(), level="sentence", moves=True))

    assert statistics.mean(scored(gold_set(name), seed) for name in SETS for seed in range(3)) >= 0.9


def test_moved_passages_of_a_plan(plan: Pair) -> None:
    moved = [move(plan, seed) for seed in range(5)]
    assert statistics.mean(f1(one, align(*one.texts(), moves=True)) for one in moved) >= 0.95

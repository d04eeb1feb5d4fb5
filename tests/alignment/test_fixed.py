"""Beads made by hand stay as they are, and hold the rest apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.alignment import align, realign
from drafter.alignment.fixed import WALL, fix
from drafter.model import Pairing
from tests.alignment.made_up import made_up

ZH = st.text(alphabet="一二三（）。加强管理绿色能源2025", min_size=1, max_size=20)
EN = st.text(alphabet="abc green energy (1) 2025.", min_size=1, max_size=30)


@st.composite
def texts_with_anchors(
    draw: st.DrawFn,
) -> tuple[list[str], list[str], list[tuple[tuple[int, ...], tuple[int, ...]]]]:
    zh, en = draw(st.lists(ZH, min_size=1, max_size=12)), draw(st.lists(EN, min_size=1, max_size=12))
    zh_free, en_free = list(draw(st.permutations(range(len(zh))))), list(draw(st.permutations(range(len(en)))))
    anchors = []
    for _ in range(draw(st.integers(0, 5))):
        a, b = draw(st.integers(0, 3)), draw(st.integers(0, 3))
        zh_own, zh_free = zh_free[:a], zh_free[a:]
        en_own, en_free = en_free[:b], en_free[b:]
        if zh_own or en_own:
            anchors.append((tuple(sorted(zh_own)), tuple(sorted(en_own))))
    return zh, en, anchors


@settings(max_examples=80, deadline=None)
@given(texts_with_anchors(), st.booleans())
def test_anchors_are_kept_and_every_unit_stands_once(
    given_texts: tuple[list[str], list[str], list[tuple[tuple[int, ...], tuple[int, ...]]]], moves: bool
) -> None:
    zh, en, anchors = given_texts
    found = align(zh, en, anchors=anchors, moves=moves)
    assert set(anchors) <= {(pairing.zh, pairing.en) for pairing in found}
    assert sorted(i for pairing in found for i in pairing.zh) == list(range(len(zh)))
    assert sorted(j for pairing in found for j in pairing.en) == list(range(len(en)))


def test_no_bead_reaches_over_an_anchor() -> None:
    pair = made_up(30)
    zh, en = pair.texts()
    # A wrong pair, fixed: what stands before it in Chinese can't stand behind it in English.
    found = align(zh, en, anchors=[((10,), (14,))])
    before = [pairing for pairing in found if pairing.zh and pairing.zh[-1] < 10]
    assert all(j < 14 for pairing in before for j in pairing.en)
    behind = [pairing for pairing in found if pairing.zh and pairing.zh[0] > 10]
    assert all(j > 14 for pairing in behind for j in pairing.en)
    assert {(pairing.zh, pairing.en) for pairing in behind} >= {((i,), (i,)) for i in range(15, 30)}


def test_an_anchor_puts_its_stretch_right() -> None:
    zh = ["他来了。", "他走了。", "他又来了。"]
    en = ["Xx.", "Yy.", "Zz."]
    found = align(zh, en, level="sentence", anchors=[((0, 1), (0,))])
    assert (found[0].zh, found[0].en) == ((0, 1), (0,))
    assert found[0].confidence == 1.0


def test_anchors_of_many_units() -> None:
    zh, en = made_up(20).texts()
    anchor = (tuple(range(3, 12)), tuple(range(3, 12)))
    found = align(zh, en, anchors=[anchor])
    assert anchor in [(pairing.zh, pairing.en) for pairing in found]
    assert [(p.zh, p.en) for p in found if p.zh[0] >= 12] == [((i,), (i,)) for i in range(12, 20)]


def test_crossing_anchors_don_t_hold_the_rest_apart() -> None:
    zh, en = made_up(20).texts()
    swapped = [*en[:5], en[15], *en[6:15], en[5], *en[16:]]
    found = align(zh, swapped, anchors=[((5,), (15,)), ((15,), (5,))])
    assert {(p.zh, p.en) for p in found} == {((5,), (15,)), ((15,), (5,))} | {
        ((i,), (i,)) for i in range(20) if i not in (5, 15)
    }


def test_bad_anchors_are_refused() -> None:
    with pytest.raises(ValueError, match="two fixed beads"):
        align(["甲", "乙"], ["a"], anchors=[((0,), (0,)), ((0, 1), ())])
    with pytest.raises(ValueError, match="isn't there"):
        align(["甲"], ["a"], anchors=[((0,), (1,))])


def test_walls_go_up() -> None:
    fixed = fix([((1, 5), (0, 9)), ((2,), (4,)), ((7,), (8,))], 10, 10)
    assert list(fixed.walls) == sorted(fixed.walls)
    assert all(one[1] <= other[1] for one, other in zip(fixed.walls, fixed.walls[1:], strict=False))
    assert [index for index in fixed.zh if index != WALL] == [0, 3, 4, 6, 8, 9]
    assert [fixed.zh[place] for place, _ in fixed.walls] == [WALL] * len(fixed.walls)


def test_english_alone_stands_on_either_side_of_an_anchor() -> None:
    zh = ["加强绿色能源建设。", "保护森林。", "修建港口。"]
    alone = "The committee met in London and asked whether anybody had seen the letter from the bishop."
    en = ["Strengthen the construction of green energy.", alone, "Protect forests.", alone, "Build ports."]
    found = align(zh, en, anchors=[((1,), (2,))])
    gold = [((0,), (0,)), ((), (1,)), ((1,), (2,)), ((), (3,)), ((2,), (4,))]
    assert [(pairing.zh, pairing.en) for pairing in found] == gold


def test_realign_changes_the_stretch_alone() -> None:
    zh, en = made_up(60).texts()
    right = [Pairing((i,), (i,)) for i in range(60)]
    spoilt = [
        *right[:20],
        Pairing((20, 21), (20,)),
        Pairing((), (21,)),
        Pairing((22,), ()),
        Pairing((), (22,)),
        *right[23:],
    ]
    # Wrong, but outside the stretch: it stays.
    spoilt[40:42] = [Pairing((*spoilt[40].zh, *spoilt[41].zh), (*spoilt[40].en, *spoilt[41].en))]
    found = realign(zh, en, spoilt, range(20, 24))
    assert [(p.zh, p.en) for p in found[20:23]] == [((i,), (i,)) for i in range(20, 23)]
    assert found[:20] == spoilt[:20]
    assert found[23:] == spoilt[24:]


def test_realign_from_here_on() -> None:
    zh, en = made_up(40).texts()
    spoilt = [Pairing((i,), (i,)) for i in range(10)]
    spoilt += [Pairing((i,), ()) for i in range(10, 40)] + [Pairing((), (j,)) for j in range(10, 40)]
    found = realign(zh, en, spoilt, range(10, len(spoilt)))
    assert [(p.zh, p.en) for p in found] == [((i,), (i,)) for i in range(40)]


def test_realign_of_nothing() -> None:
    pairings = [Pairing((0,), (0,))]
    assert realign(["甲"], ["a"], pairings, range(0)) == pairings

"""Alignment as a whole: on plans, on made-up text, on damage, and on nonsense."""

import statistics
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.alignment import align
from drafter.model import Pairing
from tests.alignment.damage import Pair, by_sentence, damage, f1, move
from tests.alignment.made_up import made_up
from tests.yardstick import allowed


def _holds_all(pairings: list[Pairing], zh: int, en: int) -> bool:
    return (
        [index for pairing in pairings for index in pairing.zh] == list(range(zh))
        and [index for pairing in pairings for index in pairing.en] == list(range(en))
        and all(pairing.zh or pairing.en for pairing in pairings)
        and all(0 <= pairing.confidence <= 1 for pairing in pairings)
    )


def _score(pair: Pair) -> float:
    return f1(pair, align(*pair.texts()))


def test_plan(plan: Pair) -> None:
    assert _score(plan) >= 0.99


def test_plan_by_sentence(plan: Pair) -> None:
    pair = by_sentence(plan)
    assert f1(pair, align(*pair.texts(), level="sentence")) >= 0.99


def test_damaged_plan(plan: Pair) -> None:
    assert statistics.mean(_score(damage(plan, seed)) for seed in range(5)) >= 0.9


@pytest.mark.parametrize(
    ("drop", "merge", "cut", "noise", "least"),
    [(0.05, 0, 0, 0, 0.95), (0, 0.1, 0, 0, 0.94), (0, 0, 0.1, 0, 0.97), (0, 0, 0, 3, 0.96)],
    ids=["drop", "merge", "cut", "noise"],
)
def test_plan_with_one_damage(plan: Pair, drop: float, merge: float, cut: float, noise: int, least: float) -> None:
    damaged = [damage(plan, seed, drop=drop, merge=merge, cut=cut, noise=noise) for seed in range(4)]
    assert statistics.mean(map(_score, damaged)) >= least


def test_made_up_pair() -> None:
    assert _score(made_up(80)) >= 0.99


def test_damaged_made_up_pair() -> None:
    assert statistics.mean(_score(damage(made_up(80, seed), seed)) for seed in range(5)) >= 0.9


def test_a_lost_heading_stands_alone() -> None:
    zh = [
        "一、总体要求",
        "坚持绿色发展，加强环境保护。",
        "二、主要目标",
        "到2025年，空气质量明显改善。",
        "三、重点任务",
        "推进清洁能源建设。",
    ]
    en = [
        "I. General Requirements", "Adhere to green development and strengthen environmental protection.",
        "By 2025, air quality will improve markedly.", "III. Key Tasks", "Advance the construction of clean energy.",
    ]  # fmt: skip
    found = [(pairing.zh, pairing.en) for pairing in align(zh, en)]
    assert found == [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2,)), ((4,), (3,)), ((5,), (4,))]


def test_a_joined_line_is_one_bead() -> None:
    pair = made_up(30)
    zh, en = pair.texts()
    joined = [*en[:9], en[9] + " " + en[10], *en[11:]]
    found = {(pairing.zh, pairing.en) for pairing in align(zh, joined)}
    assert ((9, 10), (9,)) in found


def test_chinese_left_in_the_english_matches_itself() -> None:
    pair = made_up(40)
    zh, en = pair.texts()
    mixed = [*en[:20], *zh[20:26], *en[26:]]
    assert [(p.zh, p.en) for p in align(zh, mixed)] == [((i,), (i,)) for i in range(40)]


def test_repeated_lines() -> None:
    zh = [text for index in range(12) for text in (f"建设{index + 31}个项目。", "责任单位：省财政厅。")]
    en = [
        text
        for index in range(12)
        for text in (f"Build {index + 31} projects.", "Responsible unit: Department of Finance.")
    ]
    del zh[10:12]
    found = {(pairing.zh, pairing.en) for pairing in align(zh, en)}
    assert ((), (10,)) in found
    assert {((8,), (8,)), ((10,), (12,)), ((12,), (14,))} <= found


def test_confidence_tells_sound_from_doubtful() -> None:
    pair = made_up(60)
    sound = statistics.mean(pairing.confidence for pairing in align(*pair.texts()))
    other = statistics.mean(pairing.confidence for pairing in align(pair.texts()[0], made_up(60, 7).texts()[1]))
    assert sound > 0.9 > other + 0.1


def test_empty_sides() -> None:
    assert align([], []) == []
    assert align(["甲"], []) == [Pairing((0,), ())]
    assert align([], ["a", "b"]) == [Pairing((), (0,)), Pairing((), (1,))]


def test_progress_grows_to_one() -> None:
    told: list[float] = []
    align(*move(made_up(60), 1).texts(), moves=True, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 15


def test_what_progress_raises_stops_the_work() -> None:
    def stop(share: float) -> None:
        if share > 0.5:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        align(*made_up(20).texts(), progress=stop)


def test_the_same_twice() -> None:
    texts = damage(made_up(60), 3).texts()
    assert align(*texts) == align(*texts)


ZH_SOUP = st.text(alphabet="一二三、（）。，“《加强管理2025.PMa ①\U0002a6b6", min_size=1, max_size=30)
EN_SOUP = st.text(alphabet="abcT PM2.5(1)one. ,“湖南", min_size=1, max_size=40)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(ZH_SOUP | st.text(min_size=1, max_size=20), max_size=14),
    st.lists(EN_SOUP | st.text(max_size=20), max_size=14),
)
def test_any_texts(zh: list[str], en: list[str]) -> None:
    assert _holds_all(align(zh, en), len(zh), len(en))


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (["甲"] * 400, ["a"] * 3),
        (["甲"] * 3, ["a"] * 400),
        (["甲乙丙丁"] * 300, ["alpha beta"] * 300),
        (["。"] * 250, ["."] * 260),
        (["1.加强管理"] * 250, ["1. Strengthen management"] * 250),
        (["加强管理" * 2000], ["Strengthen management " * 2000]),
        (["english only"] * 230, ["只有中文"] * 230),
    ],
)
def test_lopsided_texts(zh: list[str], en: list[str]) -> None:
    assert _holds_all(align(zh, en), len(zh), len(en))


def test_long_texts_are_banded() -> None:
    pair = made_up(900, sentences=2)
    begin = time.process_time()
    found = align(*pair.texts(), level="sentence")
    assert time.process_time() - begin < allowed(6)
    assert f1(pair, found) > 0.98

"""Sentences of paragraphs that belong together, on a plan whose sentences were paired by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.alignment import align, align_within
from drafter.model import Pairing
from tests.alignment.damage import CORPUS, Pair, Piece, f1, read_plan, sentences

# How many English sentences render each Chinese one, by paragraph; in all other paragraphs it is one to one.
_AUTUMN_WINTER = {
    4: [2], 25: [1, 1, 2, 3, 2, 1], 33: [2, 1, 1, 1, 1], 35: [1, 2, 1, 2], 36: [2, 1, 3, 1, 1], 43: [1, 1, 1, 1, 3],
    44: [1, 1, 1, 1, 2, 3, 1], 48: [1, 1, 1, 2, 1], 50: [3], 56: [2, 1, 1, 1, 1, 1], 58: [1, 1, 2, 1], 63: [2, 1, 1],
    70: [1, 3, 1, 1, 1], 71: [2], 73: [1, 3, 1, 1, 1, 1], 77: [1, 3, 1],
}  # fmt: skip
_SENTENCES = (203, 232)


@pytest.fixture
def paragraphs() -> list[Pair]:
    if not (CORPUS / "autumn-winter").is_dir():
        pytest.skip("the corpus is not at hand")
    plan = read_plan("autumn-winter")
    pairs = []
    for number, (zh_piece, en_piece) in enumerate(zip(plan.zh, plan.en, strict=True), 1):
        zh_texts, en_texts = sentences(zh_piece.text, "zh"), sentences(en_piece.text, "en")
        counts = _AUTUMN_WINTER.get(number, [1] * len(zh_texts))
        groups = [group for group, count in enumerate(counts) for _ in range(count)]
        zh = [Piece(text, frozenset([group])) for group, text in enumerate(zh_texts)]
        pairs.append(Pair(zh, [Piece(text, frozenset([g])) for text, g in zip(en_texts, groups, strict=True)]))
    return pairs


def test_the_plan_is_cut_into_as_many_sentences_as_by_hand(paragraphs: list[Pair]) -> None:
    assert (sum(len(pair.zh) for pair in paragraphs), sum(len(pair.en) for pair in paragraphs)) == _SENTENCES


def test_sentences_within_paragraphs(paragraphs: list[Pair]) -> None:
    alone = [align(*pair.texts(), level="sentence") for pair in paragraphs]
    assert _score(paragraphs, alone) >= 0.97
    assert _score(paragraphs, align_within([pair.texts() for pair in paragraphs])) >= 0.97


def _score(paragraphs: list[Pair], pairings: list[list[Pairing]]) -> float:
    right = beads = 0.0
    for pair, found in zip(paragraphs, pairings, strict=True):
        right += f1(pair, found) * (len(found) + len(pair.gold()))
        beads += len(found) + len(pair.gold())
    return right / beads


UNITS = st.lists(st.sampled_from(["加强管理。", "保护森林。", "Protect forests.", "2025", "甲"]), max_size=4)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(UNITS, UNITS), max_size=6))
def test_every_part_stands_once_within_its_pair(pairs: list[tuple[list[str], list[str]]]) -> None:
    found = align_within(pairs)
    assert len(found) == len(pairs)
    for (zh, en), pairings in zip(pairs, found, strict=True):
        assert [i for pairing in pairings for i in pairing.zh] == list(range(len(zh)))
        assert [j for pairing in pairings for j in pairing.en] == list(range(len(en)))

"""Sentences of paragraphs that belong together, on a plan whose sentences were paired by hand."""

import pytest

from drafter.alignment import align
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
    right = beads = 0.0
    for pair in paragraphs:
        found = align(*pair.texts(), level="sentence")
        right += f1(pair, found) * (len(found) + len(pair.gold()))
        beads += len(found) + len(pair.gold())
    assert right / beads >= 0.97

"""Help for whoever writes a translation: the next figure, the terms of this clause, the clauses that are alike."""

import pytest

from drafter.review import ReviewSession, open_pairs
from drafter.review.assisting import apply_to_identical, completions, identical, missing_figures, terms_of_clause

PAIRS = [
    ("到2025年9月底，PM2.5浓度控制在32微克/立方米以内，投资3.2亿元，提高5个百分点。", "By then PM2.5 is kept low."),
    ("推进公转铁，治理挥发性有机物。", "Promote the s."),
    ("各单位按职责分工负责。", "Each does its part."),
    ("各单位按职责分工负责。", "Each has its share."),
    ("各单位按职责分工负责。", "Each does its part."),
    ("", "Alone."),
]


@pytest.fixture
def review() -> ReviewSession:
    return open_pairs(PAIRS, author="Li")


def test_figures_that_are_still_missing_are_written_in_english(review: ReviewSession) -> None:
    told = missing_figures(review, 1, "")
    assert [text for text, _zh in told] == [
        "the end of September 2025", "no more than 32 μg/m³", "320 million yuan", "5 percentage points",
    ]  # fmt: skip
    left = missing_figures(review, 1, "By the end of September 2025, no more than 32 μg/m³")
    assert [text for text, _zh in left] == ["320 million yuan", "5 percentage points"]
    assert missing_figures(review, 6, "Alone.") == []


def test_figures_are_written_as_the_review_writes_them(review: ReviewSession) -> None:
    review.choose_style("money=CNY")
    assert "CNY 320 million" in [text for text, _zh in missing_figures(review, 1, "")]


def test_a_term_is_completed_from_its_first_letters(review: ReviewSession) -> None:
    assert ("公转铁", "shift from road to rail") in terms_of_clause(PAIRS[1][0])
    offered = completions(review, 2, "Promote the shi", len("Promote the shi"))
    assert [(one.text, one.zh) for one in offered][:1] == [("shift from road to rail", "公转铁")]
    assert "Promote the shi"[: offered[0].start] + offered[0].text == "Promote the shift from road to rail"
    assert completions(review, 2, "Shi", 3)[0].text == "Shift from road to rail"


@pytest.mark.parametrize("typed", ["", "sh", "zzz", "the shift from road to rail"])
def test_nothing_is_offered_for_too_little_or_what_is_whole(review: ReviewSession, typed: str) -> None:
    assert completions(review, 2, typed, len(typed)) == []


def test_a_figure_is_completed_too(review: ReviewSession) -> None:
    typed = "It costs 32"
    assert [one.text for one in completions(review, 1, typed, len(typed))] == ["320 million yuan"]


def test_clauses_with_the_same_source_are_found_and_follow(review: ReviewSession) -> None:
    assert identical(review, 3) == (4,)
    review.edit(3, "en", "All bodies act according to their duties.")
    assert identical(review, 3) == (4, 5)
    review.set_state([5], "final")
    assert identical(review, 3) == (4,)
    made = apply_to_identical(review, 3)
    assert [one.clause for one in made] == [4]
    assert review.clause(4).en.text == "All bodies act according to their duties."
    assert review.clause(5).en.text == PAIRS[4][1]
    review.undo()
    assert review.clause(4).en.text == PAIRS[3][1]


def test_a_clause_without_source_is_like_no_other(review: ReviewSession) -> None:
    assert identical(review, 6) == ()

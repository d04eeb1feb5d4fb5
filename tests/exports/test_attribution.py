"""Who put which words in, and who took which out."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drafter.exports.attribution import attributed
from drafter.exports.difference import Stamp, Words

LI, WANG = Stamp("Li", "2025-11-21T10:00:00Z"), Stamp("Wang", "2025-11-22T10:00:00Z")


def told(pieces: list[Words]) -> list[tuple[str, str, str]]:
    return [(one.kind, one.text, one.stamp.author if one.stamp else "") for one in pieces]


def test_each_word_is_the_one_s_who_changed_it() -> None:
    first, second = "A blue sky plan.", "A clear sky plan."
    third = "A clear sky action plan."
    assert told(attributed(first, [(first, second, LI), (second, third, WANG)], third)) == [
        ("equal", "A ", ""),
        ("delete", "blue", "Li"),
        ("insert", "clear", "Li"),
        ("equal", " sky ", ""),
        ("insert", "action ", "Wang"),
        ("equal", "plan.", ""),
    ]


def test_what_came_and_went_is_not_told() -> None:
    first, second, third = "Two boilers.", "Three boilers.", "Four boilers."
    assert told(attributed(first, [(first, second, LI), (second, third, WANG)], third)) == [
        ("delete", "Two", "Li"),
        ("insert", "Four", "Wang"),
        ("equal", " boilers.", ""),
    ]


def test_what_was_put_back_is_no_change() -> None:
    first, second = "Two boilers.", "Three boilers."
    assert told(attributed(first, [(first, second, LI), (second, first, WANG)], first)) == [("equal", first, "")]


def test_steps_that_lead_elsewhere_are_the_last_one_s() -> None:
    assert told(attributed("One two.", [("Other.", "One three.", LI)], "One three.")) == [
        ("equal", "One ", ""),
        ("delete", "two", "Li"),
        ("insert", "three", "Li"),
        ("equal", ".", ""),
    ]


def test_no_steps() -> None:
    assert told(attributed("", [], "")) == []
    assert told(attributed("Same.", [], "Same.")) == [("equal", "Same.", "")]
    assert told(attributed("One.", [], "Two.")) == [("delete", "One", ""), ("insert", "Two", ""), ("equal", ".", "")]


@given(st.lists(st.text("ab 污染。,", max_size=12), min_size=1, max_size=6))
def test_the_pieces_lead_from_the_one_text_to_the_other(texts: list[str]) -> None:
    steps = [(*pair, Stamp(str(number))) for number, pair in enumerate(pairwise(texts))]
    pieces = attributed(texts[0], steps, texts[-1])
    assert "".join(one.text for one in pieces if one.kind != "insert") == texts[0]
    assert "".join(one.text for one in pieces if one.kind != "delete") == texts[-1]
    assert all((one.stamp is None) is (one.kind == "equal") and one.text for one in pieces)

"""What the comparison of two sides rests on: sentences abreast, readings in pinyin, words shared, force of duties."""

import pytest

from drafter.language.abreast import abreast, sentences
from drafter.language.acronyms import damaged, uses
from drafter.language.lexicon import keys, words
from drafter.language.modality import can_be, words_in
from drafter.language.pinyin import is_pinyin, read_in, readings
from drafter.language.terms.nearest import nearest
from drafter.model import Span


def test_sentences_are_cut_at_plain_ends() -> None:
    text = "1. Plant No. 5 closes. It opens “soon.” Trees grow."
    assert [text[slice(*one)] for one in sentences(text, "en")] == [
        "1. Plant No. 5 closes.", "It opens “soon.”", "Trees grow.",
    ]  # fmt: skip


def test_sentences_stand_abreast_only_where_both_sides_have_as_many() -> None:
    zh, en = "码头已经修好。航道明年疏浚。", "The wharf is mended. The channel will be dredged next year."
    assert [(zh[slice(*one.zh)], en[slice(*one.en)]) for one in abreast(zh, en)] == [
        ("码头已经修好。", "The wharf is mended."), ("航道明年疏浚。", "The channel will be dredged next year."),
    ]  # fmt: skip
    assert len(abreast(zh, "The wharf is mended and the channel will be dredged next year.")) == 1


@pytest.mark.parametrize(
    ("name", "zh", "found"),
    [("Chenghu", "澄湖县", True), ("Xi’an", "西安", True), ("Chenghe", "澄湖县", False), ("Chenghu", "", False)],
)
def test_names_are_read_in_pinyin(name: str, zh: str, found: bool) -> None:
    assert read_in(name, zh) is found


def test_pinyin_is_told_from_english() -> None:
    assert is_pinyin("Chenghu")
    assert not is_pinyin("Springfield")
    assert "chenghu" in readings("澄湖")


def test_words_of_both_sides_meet() -> None:
    known = dict(words("修复码头"))
    assert not known["码头"].isdisjoint(keys("two wharves and a dock"))
    assert keys("the of and with") == []


def test_the_month_of_may_leaves_nothing_open() -> None:
    text = "In May they may rest."
    assert [word.text for word in words_in(text, "en", Span(0, len(text)))] == ["may"]
    assert can_be("leave", "可以休息")
    assert not can_be("leave", "必须工作")


def test_acronyms_are_known_by_their_letters() -> None:
    assert [(one.meant, one.kind) for one in damaged("ldar at SASASAC")] == [("LDAR", "case"), ("SASAC", "letters")]
    assert [one.explained for one in uses("LDAR, or leak detection and repair (LDAR)")] == [False, True]


def test_a_formula_is_found_where_it_is_tried() -> None:
    text = "They promote a community where humanity has a shared future together."
    span = nearest(text, "community with a shared future for humanity")
    assert span is not None
    assert text[slice(*span)] == "community where humanity has a shared future"
    assert nearest("They rest.", "community with a shared future for humanity") is None
    assert nearest(text, "shared future") is None

"""Marks in texts: found, kept through every edit, left out when a text is read."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from drafter.language.marks import Reading, adopted, kept, marks_in, nested, plain
from drafter.model import Span

MARKED = "The ⟦1⟧concentration⟦/1⟧ of PM⟦2⟧2.5⟦/2⟧ falls⟦3/⟧."


def texts(text: str) -> list[str]:
    return [mark.text for mark in marks_in(text)]


def test_marks_are_found_with_their_places() -> None:
    found = marks_in("a⟦1⟧b⟦/1⟧⟦22/⟧ ⟦x⟧ ⟦⟧ ⟦1 ⟧ ⟦/1/⟧")
    assert [(mark.text, mark.start, mark.place, mark.kind, mark.number) for mark in found] == [
        ("⟦1⟧", 1, 1, "open", 1),
        ("⟦/1⟧", 5, 2, "close", 1),
        ("⟦22/⟧", 9, 2, "alone", 22),
    ]
    assert marks_in("no marks in here") == []


@pytest.mark.parametrize(
    ("marks", "held"),
    [
        (["⟦1⟧", "⟦2/⟧", "⟦/1⟧"], True),
        (["⟦1⟧", "⟦2⟧", "⟦/2⟧", "⟦/1⟧"], True),
        (["⟦1⟧", "⟦2⟧", "⟦/1⟧", "⟦/2⟧"], False),
        (["⟦/1⟧", "⟦1⟧"], False),
        (["⟦1⟧"], False),
        ([], True),
    ],
)
def test_pairs_are_nested_or_not(marks: list[str], held: bool) -> None:
    assert nested(marks) is held


@pytest.mark.parametrize(
    ("before", "after", "result"),
    [
        # A word inside a pair is written anew, with or without its marks.
        ("cut ⟦1⟧dust⟦/1⟧ now", "cut smog now", "cut ⟦1⟧smog⟦/1⟧ now"),
        ("cut ⟦1⟧dust⟦/1⟧ now", "cut ⟦1⟧smog now", "cut ⟦1⟧smog⟦/1⟧ now"),
        ("the ⟦1⟧target⟦/1⟧ is", "the targets is", "the ⟦1⟧targets⟦/1⟧ is"),
        # A mark inside a word or figure stays at its characters.
        ("3⟦1/⟧2 μg", "32 μg/m3", "3⟦1/⟧2 μg/m3"),
        ("PM⟦1⟧2.5⟦/1⟧ falls", "PM2.5 fell", "PM⟦1⟧2.5⟦/1⟧ fell"),
        # What is written beside a pair stands outside it.
        ("a ⟦1⟧b⟦/1⟧ c", "a very b c", "a very ⟦1⟧b⟦/1⟧ c"),
        ("a ⟦1⟧b⟦/1⟧, c", "a b too, c", "a ⟦1⟧b⟦/1⟧ too, c"),
        # Everything gone, everything new.
        ("⟦1⟧dust⟦/1⟧⟦2/⟧", "", "⟦1⟧⟦/1⟧⟦2/⟧"),
        ("⟦1⟧dust⟦/1⟧", "smoke and haze", "⟦1⟧smoke and haze⟦/1⟧"),
        # Made up and doubled marks go.
        ("a b", "a ⟦7⟧b⟦/7⟧", "a b"),
        ("⟦1⟧a⟦/1⟧ b", "⟦1⟧a⟦/1⟧ b ⟦1⟧a⟦/1⟧ ⟦5/⟧", "⟦1⟧a⟦/1⟧ b a "),
        # A move is a move, as long as pairs stay nested.
        ("⟦1⟧a⟦/1⟧ b⟦2/⟧", "b⟦2/⟧ ⟦1⟧a⟦/1⟧", "b⟦2/⟧ ⟦1⟧a⟦/1⟧"),
        ("⟦1⟧a⟦/1⟧ ⟦2⟧b⟦/2⟧", "⟦1⟧a ⟦2⟧⟦/1⟧b⟦/2⟧", "⟦1⟧a⟦/1⟧ ⟦2⟧b⟦/2⟧"),
        # Of a mark that was half deleted the rest is words; the mark itself comes back.
        ("a⟦1/⟧b", "a⟦1b", "a⟦1/⟧⟦1b"),
        # Marks inside marks.
        ("a⟦2/⟧b", "a⟦1⟦2/⟧⟧b", "a⟦2/⟧b"),
    ],
)
def test_marks_are_kept(before: str, after: str, result: str) -> None:
    assert kept(before, after) == result


def test_marks_come_back_where_the_words_around_them_went() -> None:
    after = "In 2026 the mean concentration of fine particles (PM2.5) falls further."
    assert kept(MARKED, after) == (
        "In 2026 the mean ⟦1⟧concentration⟦/1⟧ of fine particles (PM⟦2⟧2.5⟦/2⟧) falls⟦3/⟧ further."
    )


def test_a_mark_never_cuts_a_word_that_was_written_anew() -> None:
    before = "It shall be ⟦1⟧implemented⟦/1⟧ by all."
    after = kept(before, "Governments are responsible for carrying this out.")
    assert texts(after) == ["⟦1⟧", "⟦/1⟧"]
    assert not re.search(r"\w⟦/?1⟧\w", after)


def test_a_long_text_written_anew_is_not_compared_word_by_word() -> None:
    before, after = " ".join(f"a{i}" for i in range(9000)) + "⟦1/⟧.", " ".join(f"b{i}" for i in range(9000)) + "."
    assert kept(before, after) == after[:-1] + "⟦1/⟧."


@pytest.mark.parametrize(
    ("source", "text", "result"),
    [
        ("⟦1⟧控制扬尘⟦/1⟧", "Control dust", "⟦1⟧Control dust⟦/1⟧"),
        ("控制⟦1⟧扬尘⟦/1⟧⟦2/⟧", "Control dust", "Control dust⟦1⟧⟦/1⟧⟦2/⟧"),
        ("控制⟦1⟧扬尘⟦/1⟧", "Control ⟦1⟧dust⟦/1⟧", "Control ⟦1⟧dust⟦/1⟧"),
        ("控制⟦1⟧扬尘⟦/1⟧", "Control ⟦1⟧dust", "Control dust⟦1⟧⟦/1⟧"),
        ("⟦1/⟧ ⟦2⟧控制⟦/2⟧", "⟦9/⟧Control", "⟦1/⟧⟦2⟧Control⟦/2⟧"),
        ("⟦1/⟧控制", " ", " "),
        ("控制", "Control ⟦1/⟧", "Control "),
    ],
)
def test_a_new_text_takes_the_marks_of_what_it_renders(source: str, text: str, result: str) -> None:
    assert adopted(source, text) == result


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("3⟦1⟧2⟦/1⟧ μg", "32 μg"),
        ("Control ⟦1⟧of⟦/1⟧ dust", "Control of dust"),
        ("Title⟦1/⟧Chapter", "Title\nChapter"),
        ("Title⟦1⟧⟦2/⟧⟦/1⟧Chapter", "Title\nChapter"),
        ("PM⟦1/⟧2.5", "PM2.5"),
        ("控制⟦1/⟧扬尘", "控制扬尘"),
        ("the end⟦1/⟧.", "the end."),
        ("⟦1/⟧⟦/2⟧", ""),
    ],
)
def test_a_text_reads_without_its_marks(marked: str, words: str) -> None:
    assert Reading.of(marked).text == words


@pytest.mark.parametrize(
    ("marked", "span", "there"),
    [
        ("⟦1⟧ab⟦/1⟧ c", Span(0, 2), "ab"),
        ("a⟦1⟧b⟦/1⟧ c", Span(0, 2), "a⟦1⟧b"),
        ("a⟦1⟧b⟦/1⟧ c", Span(2, 4), " c"),
        ("Title⟦1/⟧Chapter", Span(5, 6), "⟦1/⟧"),
    ],
)
def test_a_stretch_is_found_again(marked: str, span: Span, there: str) -> None:
    assert marked[slice(*Reading.of(marked).there(span))] == there


@pytest.mark.parametrize(
    ("marked", "place", "before"),
    [
        ("⟦1⟧of⟦/1⟧PM", 2, "⟦1⟧of⟦/1⟧"),
        ("of⟦1⟧PM⟦/1⟧", 2, "of"),
        ("⟦1⟧The end⟦/1⟧", 7, "⟦1⟧The end⟦/1⟧"),
        ("⟦1⟧x", 0, ""),
        ("", 0, ""),
    ],
)
def test_a_place_where_something_is_missing_is_found_again(marked: str, place: int, before: str) -> None:
    found = Reading.of(marked).there(Span(place, place))
    assert found.start == found.end == len(before)


# --- any text, any edit -----------------------------------------------------------------------------------------------

WORDS = st.text(alphabet="ab 12.控⟦⟧/", max_size=6)


@st.composite
def marked_texts(draw: st.DrawFn) -> str:
    """Words with nested pairs and lone marks, each once, and nothing else that looks like a mark."""
    count = draw(st.integers(0, 5))
    parts: list[str] = [plain(draw(WORDS))]
    stack: list[int] = []
    for number in range(1, count + 1):
        kind = draw(st.sampled_from(["alone", "open", "pair"]))
        if kind == "alone":
            parts += [f"⟦{number}/⟧", draw(WORDS)]
        else:
            parts += [f"⟦{number}⟧", draw(WORDS)]
            stack.append(number)
            if kind == "pair":
                parts += [f"⟦/{stack.pop()}⟧", draw(WORDS)]
    while stack:
        parts += [f"⟦/{stack.pop()}⟧", draw(WORDS)]
    return "".join(part if part.startswith("⟦") and part in set(texts(part)) else plain(part) for part in parts)


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """What anybody could make of a text: cut anywhere, typed anywhere, stretches moved and doubled."""
    for _change in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        new = draw(st.one_of(WORDS, st.just("⟦1⟧"), st.just("⟦/2⟧"), st.just("⟦3/⟧"), st.just("⟦99/⟧")))
        match draw(st.sampled_from(["cut", "move", "double"])):
            case "cut":
                text = text[:start] + new + text[end:]
            case "move":
                rest = text[:start] + text[end:]
                at = draw(st.integers(0, len(rest)))
                text = rest[:at] + text[start:end] + rest[at:]
            case "double":
                text = text[:end] + text[start:end] + text[end:]
    return text


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_edit_keeps_the_marks_and_its_own_words(data: st.DataObject) -> None:
    before = data.draw(marked_texts())
    after = data.draw(edited(before))
    result = kept(before, after)
    assert sorted(texts(result)) == sorted(texts(before))
    assert plain(result) == plain(after)
    assert nested(texts(result)) or not nested(texts(before))
    assert kept(before, result) == result


@settings(max_examples=300, deadline=None)
@given(marked_texts(), st.text(alphabet="ab ⟦⟧/12", max_size=30))
@example("⟦1⟧a⟦/1⟧", "⟦1⟧⟦/1⟧")
def test_any_new_text_has_the_marks_of_the_other_side_or_no_words(source: str, text: str) -> None:
    result = adopted(source, text)
    assert plain(result) == plain(text)
    assert texts(result) == (texts(source) if plain(text).strip() else texts(result))
    assert sorted(texts(result)) in ([], sorted(texts(source)))


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_stretch_of_the_words_is_found_in_the_marked_text(data: st.DataObject) -> None:
    marked = data.draw(marked_texts())
    reading = Reading.of(marked)
    start = data.draw(st.integers(0, len(reading.text)))
    end = data.draw(st.integers(start, len(reading.text)))
    there = reading.there(Span(start, end))
    assert 0 <= there.start <= there.end <= len(marked)
    assert (there.start == there.end) == (start == end)
    found = Reading.of(marked[slice(*there)]).text
    assert found.replace("\n", "") == reading.text[start:end].replace("\n", "")

"""Looking for words: case, width, white space, whole words, and places that hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model import Span
from drafter.review import Searched, open_pairs, search

PAIRS = [
    ("细颗粒物（ＰＭ２．５）浓度下降。", "PM2.5 falls; the pm2.5 plan  holds."),
    ("臭氧浓度达标。", "Ozone is within limits. Planning goes on."),
]


def found(words: str, *, case: bool = False, whole: bool = False) -> list[tuple[int, str, str]]:
    session = open_pairs(PAIRS)
    return [
        (one.clause, one.side, session.clause(one.clause).side(one.side).text[one.span.start : one.span.end])
        for one in search(session.clauses, Searched(words, case=case, whole=whole))
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("浓度", [(1, "zh", "浓度"), (2, "zh", "浓度")]),
        ("氧", [(2, "zh", "氧")]),
        ("pm2.5", [(1, "zh", "ＰＭ２．５"), (1, "en", "PM2.5"), (1, "en", "pm2.5")]),
        ("ｐｍ2.5", [(1, "zh", "ＰＭ２．５"), (1, "en", "PM2.5"), (1, "en", "pm2.5")]),
        ("(PM2.5)", [(1, "zh", "（ＰＭ２．５）")]),
        ("plan holds", [(1, "en", "plan  holds")]),
        (" plan ", [(1, "en", "plan"), (2, "en", "Plan")]),
        ("", []),
        ("   ", []),
        (".*", []),
    ],
)
def test_what_is_found(words: str, expected: list[tuple[int, str, str]]) -> None:
    assert found(words) == expected


def test_case() -> None:
    assert found("PM2.5", case=True) == [(1, "zh", "ＰＭ２．５"), (1, "en", "PM2.5")]


def test_whole_words() -> None:
    assert found("plan", whole=True) == [(1, "en", "plan")]
    assert found("氧浓", whole=True) == [(2, "zh", "氧浓")]


def test_one_side() -> None:
    session = open_pairs(PAIRS)
    assert {one.side for one in search(session.clauses, Searched("pm2.5"), ["en"])} == {"en"}


@given(st.text(max_size=30), st.text(max_size=8))
def test_any_words_are_found_where_they_stand(text: str, words: str) -> None:
    spans = Searched(words, case=True).spans(text + words + text)
    if "".join(words.split()):
        stripped = words.strip()
        place = len(text) + len(words) - len(words.lstrip())
        assert spans
        assert all(0 <= one.start < one.end for one in spans)
        assert Span(place, place + len(stripped)) in spans or any(
            one.start < place + len(stripped) and one.end > place for one in spans
        )
    else:
        assert spans == []


def test_replacing_is_one_step_and_leaves_finished_clauses_alone() -> None:
    session = open_pairs([*PAIRS, ("PM2.5。", "PM2.5 \\1.")])
    session.set_state(2, "final")
    made = session.replace(Searched("pm2.5"), r"\1 fine particles", ["en"])
    assert [one.clause for one in made] == [1, 3]
    assert session.clause(1).en.text == r"\1 fine particles falls; the \1 fine particles plan  holds."
    assert session.clause(1).zh.text == PAIRS[0][0]
    assert session.undo()
    assert [session.clause(number).en.text for number in (1, 3)] == [PAIRS[0][1], "PM2.5 \\1."]
    made = session.replace(Searched("ozone"), "O3")
    assert (list(made), made.locked) == ([], (2,))
    assert not session.replace(Searched("nowhere"), "x")

"""Regular expressions: found, replaced with what brackets hold, and stopped where they run away."""

import pytest

from drafter.model import DrafterError, Span
from drafter.review import open_pairs
from drafter.review.expressions import Expression


def test_places_and_replacements() -> None:
    words = Expression(r"(\d+) boiler(s?)")
    assert words.spans("12 boilers, 1 Boiler") == [Span(0, 10), Span(12, 20)]
    assert words.replaced("12 boilers, 1 Boiler", r"\1 furnace\2") == "12 furnaces, 1 furnace"
    assert Expression("BOILER", case=True).spans("boiler") == []
    assert Expression("x*").spans("abc") == []


def test_a_review_is_replaced_in_one_step() -> None:
    session = open_pairs([("改造12台。", "Refit 12 units."), ("改造3台。", "Refit 3 units.")])
    made = session.replace(Expression(r"Refit (\d+)"), r"Renovate \1", ["en"])
    assert [one.after for one in made] == ["Renovate 12 units.", "Renovate 3 units."]
    session.undo()
    assert session.clause(1).en.text == "Refit 12 units."


@pytest.mark.parametrize(
    ("expression", "text", "by", "made"),
    [
        (r"(?r)\d+", "12 and 34", r"<\g<0>>", "<12> and <34>"),  # one that reads backwards
        (r"no\K(\d)", "no1 no2", r"\1\1", "no11 no22"),
        (r"|a", "aba", r"\g<0>!", "a!ba!"),
        (r"(?<=m)(\d)", "m2 m3 2", r"<\1>", "m<2> m<3> 2"),
        (r"(x)|(y)", "xy", r"[\1\2]", "[x][y]"),
    ],
)
def test_each_place_gets_what_its_own_brackets_hold(expression: str, text: str, by: str, made: str) -> None:
    words = Expression(expression)
    assert words.replaced(text, by) == made
    pieces, last = [], 0
    for span in words.spans(text):
        pieces += [text[last : span.start], words.filled(text, span, by)]
        last = span.end
    assert "".join((*pieces, text[last:])) == made


@pytest.mark.parametrize("by", ["end\\", r"\q"])
def test_a_backslash_that_stands_for_nothing_is_told(by: str) -> None:
    with pytest.raises(DrafterError, match="backslash"):
        Expression("a").replaced("a", by)


@pytest.mark.parametrize("expression", ["(", "[a", "*", "(?P<a", "a{2,1}"])
def test_what_is_no_expression_is_told(expression: str) -> None:
    with pytest.raises(DrafterError, match="no regular expression"):
        Expression(expression)


def test_a_bracket_that_is_not_there_is_told() -> None:
    for by in (r"\3", r"\0", r"\g<name>"):
        with pytest.raises(DrafterError, match="doesn't have"):
            Expression("a").replaced("a", by)


def test_one_that_runs_away_is_stopped() -> None:
    with pytest.raises(DrafterError, match="takes too long"):
        Expression(r"(?:(?:x+)+)+(?:x+)+y$").spans("x" * 4000 + "z" + "xy" * 30)

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


@pytest.mark.parametrize("expression", ["(", "[a", "*", "(?P<a", "a{2,1}"])
def test_what_is_no_expression_is_told(expression: str) -> None:
    with pytest.raises(DrafterError, match="no regular expression"):
        Expression(expression)


def test_a_bracket_that_is_not_there_is_told() -> None:
    with pytest.raises(DrafterError, match="doesn't have"):
        Expression("a").replaced("a", r"\3")


def test_one_that_runs_away_is_stopped() -> None:
    with pytest.raises(DrafterError, match="takes too long"):
        Expression(r"(?:(?:x+)+)+(?:x+)+y$").spans("x" * 4000 + "z" + "xy" * 30)

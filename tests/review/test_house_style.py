"""The house style of a review: learnt from its text, chosen by a reviewer, remembered with the project."""

from pathlib import Path

import pytest

from drafter.model import DrafterError
from drafter.review import Change, ReviewSession, open_project, open_side
from tests.review.conftest import Opened

LINES = [
    "Some 1200 towns, 3400 villages and 5600 farms took part.",
    "The yard covers 7800 mu and the wood 2300 ha.",
    "The new unit of 4,600 kW runs well.",
]


@pytest.fixture
def session(tmp_path: Path, closing: Opened) -> ReviewSession:
    """A text that mostly writes figures of four digits without a comma."""
    path = tmp_path / "en.txt"
    path.write_text("\n".join(LINES) + "\n", encoding="utf-8")
    return closing(open_side(path, "en"))


def repairs(session: ReviewSession) -> list[str]:
    return [one.fix.text for one in session.findings() if one.rule == "number.grouping" and one.fix]


def test_a_choice_overrides_the_habit_and_is_kept(session: ReviewSession, tmp_path: Path) -> None:
    assert repairs(session) == ["4600"]
    told: list[Change] = []
    session.subscribe(told.append)
    session.choose_style("thousands=four")
    assert repairs(session) == ["1,200", "3,400", "5,600", "7,800", "2,300"]
    assert [change.clauses for change in told] == [tuple(clause.id for clause in session.clauses)]
    session.save_as(tmp_path / "a.drafter")
    session.close()
    again = open_project(tmp_path / "a.drafter")
    assert again.house_style == {"thousands": "four"}
    assert again.findings() == session.findings()
    again.choose_style("")
    assert repairs(again) == ["4600"]
    again.close()


def test_what_can_t_be_chosen(session: ReviewSession) -> None:
    with pytest.raises(DrafterError, match="choose from"):
        session.choose_style("thousands=seven")
    assert repairs(session) == ["4600"]


def test_an_unknown_choice_of_a_later_version_is_left_alone(session: ReviewSession) -> None:
    session.remember("house_style", "colour=red")
    assert session.house_style == {}

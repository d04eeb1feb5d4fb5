"""`drafter rules`: the list, and the page of one rule."""

from drafter.checks import rule_names
from tests.cli.conftest import Drafter


def test_all_rules_are_listed(drafter: Drafter) -> None:
    answer = drafter("rules")
    assert answer.status == 0
    assert [line.split()[0] for line in answer.out.splitlines()] == list(rule_names())
    (line,) = (line for line in answer.out.splitlines() if line.startswith("number.value "))
    assert line.split()[1:4] == ["en", "accuracy/mistranslation/number", "critical"]
    assert line.endswith("Figure differs from its source")


def test_a_rule_is_explained_in_both_languages(drafter: Drafter) -> None:
    english = drafter("rules", "number.value", "--lang", "en").out
    chinese = drafter("rules", "number.value", "--lang", "zh").out
    assert english.splitlines()[0] == "Figure differs from its source"
    assert "A wrong figure in a published plan is a wrong order." in english
    assert chinese.splitlines()[0] == "数字与原文不符"
    assert "公开发布的方案中写错数字" in chinese
    assert "number.value" in chinese


def test_an_unknown_rule_is_one_sentence(drafter: Drafter) -> None:
    answer = drafter("rules", "number.none")
    assert answer.status == 2
    assert answer.out == ""
    assert "number.none" in answer.sentence

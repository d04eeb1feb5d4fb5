"""Rules that a review brings along: kept in its file, in force wherever it is open, and never in the way of opening."""

import json
from pathlib import Path

import pytest

from drafter.checks import OwnRulesError
from drafter.i18n import shown
from drafter.review import (
    ReviewSession,
    RuleFile,
    choose_rules,
    files_kept,
    hand_over,
    keep_rules,
    open_pairs,
    open_project,
    own_names,
)
from drafter.review.own_rules import OWN_RULES

PIER = RuleFile("pier.yaml", "rules:\n- {name: pier, side: en, pattern: 'wharf', replacement: 'pier'}\n")
OTHER = RuleFile("more.yaml", "terms:\n- {name: quay, forbidden: quay}\n")


def review() -> ReviewSession:
    return open_pairs([("修复旧码头。", "Mend the old wharf at the quay.")])


def own(session: ReviewSession) -> list[str]:
    return [finding.rule for finding in session.findings() if finding.family == "own"]


def test_they_hold_at_once_and_wherever_the_file_is_opened(tmp_path: Path) -> None:
    session = review()
    assert own(session) == []
    keep_rules(session, [PIER, OTHER])
    assert own(session) == ["own.pier", "own.quay"]
    session.save_as(tmp_path / "plan.drafter")
    session.save_copy(tmp_path / "copy.drafter")
    hand_over(session, tmp_path / "handed.drafter")
    session.close()
    for name in ("plan", "copy", "handed"):
        again = open_project(tmp_path / f"{name}.drafter")
        assert (own(again), files_kept(again.settings)) == (["own.pier", "own.quay"], (PIER, OTHER))
        again.close()


def test_they_are_dropped_again() -> None:
    session = review()
    keep_rules(session, [PIER])
    keep_rules(session, [])
    assert (own(session), session.setting(OWN_RULES)) == ([], "")


def test_a_rule_of_the_review_replaces_the_users_of_the_same_name(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("rules:\n- {name: pier, side: en, pattern: 'old'}\n", encoding="utf-8")
    try:
        choose_rules(rules=[file], own=False)
        session = review()
        assert [finding.text for finding in session.findings() if finding.family == "own"] == ["old"]
        keep_rules(session, [PIER])
        assert [finding.text for finding in session.findings() if finding.family == "own"] == ["wharf"]
    finally:
        choose_rules(own=False)


def test_a_bad_one_is_refused_and_changes_nothing() -> None:
    session = review()
    keep_rules(session, [PIER])
    with pytest.raises(OwnRulesError, match=r"Line 2 of the rules “bad\.yaml”"):
        keep_rules(session, [PIER, RuleFile("bad.yaml", "rules:\n- {name: bad, pattern: '('}\n")])
    with pytest.raises(OwnRulesError, match=r"own\.pier"):
        keep_rules(session, [PIER, RuleFile("twice.yaml", PIER.text)])
    assert files_kept(session.settings) == (PIER,)


@pytest.mark.parametrize("value", ["{", "7", '[{"name": 1}]', '"x"', "[[]]", "null"])
def test_what_is_no_list_of_files_holds_none(value: str) -> None:
    assert files_kept({OWN_RULES: value}) == ()


def test_a_bad_one_in_the_file_is_told_of_and_left_out(tmp_path: Path) -> None:
    session = review()
    keep_rules(session, [PIER])
    rows = [{"name": "bad.yaml", "text": "rules: [("}, {"name": PIER.name, "text": PIER.text}]
    session.save_as(tmp_path / "plan.drafter")
    session.remember(OWN_RULES, json.dumps(rows))
    session.close()
    again = open_project(tmp_path / "plan.drafter")
    assert own(again) == ["own.pier"]
    assert [shown(notice.message) for notice in again.notices if notice.warning] == [
        "Rules of this review are not in force: Line 1 of the rules “bad.yaml”: "
        "this is no sound YAML: look at its indents, brackets and quotation marks."
    ]
    again.close()


def test_their_names_are_listed() -> None:
    assert own_names([PIER, RuleFile("bad.yaml", "rules: [("), OTHER]) == ("own.pier", "own.quay")

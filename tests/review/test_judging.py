"""Decisions about findings: of one place, the same words everywhere, a rule here, a rule always."""

from pathlib import Path

import pytest

from drafter.model import DrafterError, Finding
from drafter.review import AlwaysIgnored, Change, ReviewSession, open_pairs, open_project
from tests.review.conftest import Opened

ROW = ("PM2.5浓度下降。", "The concentration ofPM2.five fell.")
OTHER = ("PM2.5浓度下降。", "The load ofPM2.five fell.")
RULE = "number.digit-word"


def found(session: ReviewSession, rule: str = RULE, *, ignored: bool = False) -> list[Finding]:
    return [finding for finding in session.findings(ignored=ignored) if finding.rule == rule]


@pytest.fixture
def three() -> ReviewSession:
    session = open_pairs([ROW, OTHER, ROW], author="柳")
    assert [finding.clause for finding in found(session)] == [1, 2, 3]
    return session


def test_the_same_words_everywhere(three: ReviewSession) -> None:
    glued = "spacing.glued"
    three.edit(3, "en", "The concentration ofPM2.five, then a load ofPM2.six.")
    told: list[Change] = []
    three.subscribe(told.append)
    three.ignore_text(found(three, glued)[0], "a brand")
    assert set(told[0].clauses) == {1, 2, 3}
    assert [finding.clause for finding in found(three, glued)] == [3]
    assert [finding.clause for finding in found(three, glued, ignored=True)] == [1, 2, 3]
    assert not three.ignore_text(found(three, glued, ignored=True)[1], "again")
    (listed,) = three.ignores()
    assert (listed.scope, listed.rule, listed.side, listed.text, listed.covers) == ("text", glued, "en", "of", 3)
    assert (listed.reason, listed.author) == ("a brand", "柳")
    three.undo()
    assert len(found(three, glued)) == 4
    three.redo()
    assert three.revoke(listed, "no brand after all")
    assert len(found(three, glued)) == 4
    assert not three.revoke(listed)
    assert three.ignores() == ()


def test_blanks_are_not_the_same_everywhere() -> None:
    session = open_pairs([("", "Refit boilers , stoves , kilns."), ("", "Refit boilers , stoves.")])
    blanks = found(session, "spacing.stray")
    assert [(finding.clause, finding.text) for finding in blanks] == [(1, " "), (1, " "), (2, " ")]
    session.ignore_text(blanks[0], "as printed")
    assert found(session, "spacing.stray") == blanks[1:2]


def test_a_rule_in_this_document(three: ReviewSession, tmp_path: Path, closing: Opened) -> None:
    three.ignore_rule(RULE, "house style")
    assert found(three) == []
    assert found(three, "spacing.glued")
    assert three.apply_fixes("suggested", rules=[RULE]) == []
    path = tmp_path / "a.drafter"
    three.save_as(path)
    three.close()
    again = closing(open_project(path))
    assert found(again) == []
    (listed,) = again.ignores()
    assert (listed.scope, listed.reason, listed.covers) == ("rule", "house style", 3)
    again.undo()
    assert len(found(again)) == 3


def test_what_goes_far_wants_a_reason(three: ReviewSession) -> None:
    for always in (False, True):
        with pytest.raises(DrafterError, match="Say why"):
            three.ignore_rule(RULE, " ", always=always)
    with pytest.raises(DrafterError, match="Say why"):
        three.ignore_text(found(three)[0], "\n")
    assert three.revisions == ()


def test_a_rule_always(three: ReviewSession, tmp_path: Path) -> None:
    path = tmp_path / "config" / "ignored.json"
    three.heed(AlwaysIgnored.load(path))
    three.ignore_rule(RULE, "we write it so", always=True)
    assert found(three) == []
    other = open_pairs([ROW])
    assert found(other)
    told: list[Change] = []
    other.subscribe(told.append)
    other.heed(AlwaysIgnored.load(path))
    assert told
    assert found(other) == []
    (listed,) = other.ignores()
    assert (listed.scope, listed.reason, listed.author, listed.covers) == ("always", "we write it so", "柳", 1)
    assert other.revoke(listed)
    assert found(other)
    assert list(AlwaysIgnored.load(path)) == []
    other.undo()
    assert [one.reason for one in AlwaysIgnored.load(path)] == [""]  # revoking gave none
    three.undo()
    assert list(AlwaysIgnored.load(path)) == []
    three.redo()
    assert [one.reason for one in AlwaysIgnored.load(path)] == ["we write it so"]


def test_a_project_does_not_change_what_its_reader_ignores(
    three: ReviewSession, tmp_path: Path, closing: Opened
) -> None:
    three.ignore_rule(RULE, "we write it so", always=True)
    three.save_as(tmp_path / "a.drafter")
    three.close()
    again = closing(open_project(tmp_path / "a.drafter"))
    assert len(found(again)) == 3
    assert again.ignores() == ()


@pytest.mark.parametrize("content", ["[]", "{", '{"a": 1}', '{"a": {"reason": ""}}', "\x00"])
def test_a_damaged_list_is_refused_by_name(content: str, tmp_path: Path) -> None:
    path = tmp_path / "ignored.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DrafterError, match=r"ignored\.json"):
        AlwaysIgnored.load(path)


def test_what_can_t_be_written_holds_until_the_end(three: ReviewSession, tmp_path: Path) -> None:
    path = tmp_path / "folder"
    path.mkdir()
    three.heed(AlwaysIgnored(path))
    with pytest.raises(DrafterError):
        three.ignore_rule(RULE, "we write it so", always=True)
    assert found(three) == []


def test_a_confirmed_finding_stays_open(three: ReviewSession) -> None:
    first, second, _third = found(three)
    three.confirm(first)
    assert three.decision(first) == "confirmed"
    assert three.decision(second) == "open"
    three.ignore_rule(RULE, "house style")
    assert found(three) == [first]
    three.edit(1, "en", "So: " + ROW[1])
    assert [three.decision(finding) for finding in found(three)] == ["confirmed"]


def test_a_rejected_finding_is_set_aside(three: ReviewSession) -> None:
    first = found(three)[0]
    three.reject(first, "a brand")
    assert len(found(three)) == 2
    (listed,) = three.ignores()
    assert (listed.scope, listed.decision, listed.clause, listed.covers) == ("place", "rejected", 1, 1)
    assert three.ignore_of(first) is not None
    three.ignore(first, "or rather so")
    assert [one.decision for one in three.ignores()] == ["ignored"]
    assert three.revoke(three.ignores()[0])
    assert len(found(three)) == 3


def test_one_of_many_can_t_be_reopened_alone(three: ReviewSession) -> None:
    three.ignore_rule(RULE, "house style")
    first = found(three, ignored=True)[0]
    with pytest.raises(DrafterError, match="together with others"):
        three.reopen(first)
    three.confirm(first)
    assert found(three) == [first]


def test_reason_and_name_stay_with_what_is_carried(three: ReviewSession) -> None:
    three.ignore(found(three)[0], "a brand")
    three.author = "王"
    three.edit(1, "en", ROW[1].replace("The concentration of", "Its concentrationof"))
    (listed,) = three.ignores()
    assert (listed.reason, listed.author) == ("a brand", "柳")
    three.reopen(found(three, ignored=True)[0], "no")
    three.undo()
    assert three.ignores() == (listed,)


def test_an_ignore_ends_when_something_else_is_expected() -> None:
    session = open_pairs([("浓度下降73%。", "It fell by 37%.")])
    (value,) = [finding for finding in session.findings() if finding.severity == "critical"]
    session.ignore(value, "agreed")
    session.edit(1, "zh", "浓度下降75%。")
    assert [finding.rule for finding in session.findings()] == [value.rule]
    session.undo()
    assert session.findings() == []


def test_a_decision_of_an_older_project_still_holds(three: ReviewSession) -> None:
    from dataclasses import replace

    three.ignore(found(three)[0], "a brand")
    (made,) = three.revisions
    older = replace(made, key=made.key.rpartition("|=")[0])
    assert older.key
    record = replace(three.record(), revisions=(older,))
    again = ReviewSession("", {}, record.clauses, record=record)
    assert [finding.clause for finding in found(again)] == [2, 3]
    again.edit(1, "en", "So: " + ROW[1])
    assert [finding.clause for finding in found(again)] == [2, 3]
    again.reopen(found(again, ignored=True)[0])
    assert [finding.clause for finding in found(again)] == [1, 2, 3]

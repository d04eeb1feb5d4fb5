"""States of clauses: who may finish what, what an edit does to them, and what pairing otherwise does."""

from pathlib import Path

import pytest

from drafter.model import DrafterError, State
from drafter.review import ReviewSession, open_pairs, open_project
from tests.review.conftest import Opened

SOUND = ("改造锅炉12台。", "12 boilers are refitted.")
WRONG = ("改造锅炉12台。", "21 boilers are refitted.")
GLUED = ("到2026年完成。", "It is completed by2026.")


def states(session: ReviewSession) -> list[State]:
    return [session.state(clause.id) for clause in session.clauses]


def is_critical(session: ReviewSession, clause: int) -> bool:
    return any(finding.severity == "critical" for finding in session.findings(clause))


def test_every_clause_begins_at_the_first() -> None:
    session = open_pairs([SOUND, SOUND], author="柳")
    assert states(session) == ["initial", "initial"]
    done = session.set_state([1, 2, 2], "reviewed")
    assert (done.changed, done.blocked) == ((1, 2), ())
    assert states(session) == ["reviewed", "reviewed"]
    assert {(one.kind, one.group, one.author) for one in session.revisions} == {("state", 1, "柳")}
    assert session.set_state(1, "reviewed").changed == ()
    session.undo()
    assert states(session) == ["initial", "initial"]
    with pytest.raises(KeyError):
        session.set_state([1, 9], "final")
    with pytest.raises(KeyError):
        session.state(9)
    assert states(session) == ["initial", "initial"]


def test_an_edit_takes_a_review_back_and_undo_brings_it_again() -> None:
    session = open_pairs([SOUND])
    session.edit(1, "en", "12 boilers are retrofitted.")
    assert session.state(1) == "initial"
    session.set_state(1, "reviewed")
    session.edit(1, "en", "12 boilers shall be refitted.")
    assert session.state(1) == "translated"
    session.undo()
    assert session.state(1) == "reviewed"
    session.redo()
    assert session.state(1) == "translated"


def test_critical_findings_block_the_end_unless_overruled() -> None:
    session = open_pairs([SOUND, WRONG])
    assert is_critical(session, 2)
    done = session.set_state([1, 2], "final")
    assert (done.changed, done.blocked) == ((1,), (2,))
    assert states(session) == ["final", "initial"]
    assert session.set_state(2, "final", overrule=" ").blocked == (2,)
    assert session.set_state(2, "final", overrule="the annex says so").changed == (2,)
    assert session.revisions[-1].reason == "the annex says so"
    assert session.revisions[0].reason == ""


def test_what_was_set_aside_blocks_nothing() -> None:
    session = open_pairs([WRONG])
    for finding in session.findings(1):
        session.ignore(finding, "quoted")
    assert session.set_state(1, "final").changed == (1,)


def test_finished_clauses_are_locked_until_reopened() -> None:
    session = open_pairs([GLUED, GLUED, SOUND])
    assert session.findings(1)[0].fix is not None
    session.set_state([1], "final")
    assert session.is_locked(1)
    before = session.revisions
    with pytest.raises(DrafterError, match="finished"):
        session.edit(1, "en", "Other words.")
    assert not session.edit(1, "en", GLUED[1])
    with pytest.raises(DrafterError, match="finished"):
        session.apply_fix(session.findings(1)[0])
    with pytest.raises(DrafterError, match="finished"):
        session.pairing.split(1, zh=2, en=3)
    with pytest.raises(DrafterError, match="finished"):
        session.pairing.merge(1, 2)
    assert session.revisions == before
    made = session.apply_fixes("suggested")
    assert [one.clause for one in made] == [2]
    assert made.locked == (1,)
    session.add_note(1, "Look here")
    assert session.tag(1, "m")
    session.set_state(1, "reviewed")
    assert session.edit(1, "en", "Other words.")
    assert session.state(1) == "translated"


def test_nothing_is_told_of_locked_clauses_without_anything_to_mend() -> None:
    session = open_pairs([SOUND, GLUED])
    session.set_state(1, "final")
    assert session.apply_fixes("suggested").locked == ()


def test_of_clauses_that_are_joined_the_lower_state_wins(session: ReviewSession) -> None:
    first, second = session.clauses[2].id, session.clauses[3].id
    session.set_state(first, "reviewed")
    session.set_state(second, "translated")
    session.pairing.merge(first, second)
    assert session.state(first) == "translated"
    session.undo()
    assert (session.state(first), session.state(second)) == ("reviewed", "translated")


def test_both_parts_of_a_clause_keep_its_state(session: ReviewSession) -> None:
    id_ = session.clauses[2].id
    session.author = "王"
    session.set_state(id_, "reviewed")
    session.author = "柳"
    session.pairing.split(id_, zh=8, en=9)
    parts = [session.clauses[2].id, session.clauses[3].id]
    assert [session.state(part) for part in parts] == ["reviewed", "reviewed"]
    assert session.revisions[-1].author == "王"  # who reviewed it, not who cut it
    session.pairing.unpair(parts[1])
    assert session.state(session.clauses[4].id) == "reviewed"


def test_pairing_anew_leaves_finished_clauses_whole(session: ReviewSession) -> None:
    session.pairing.merge(session.clauses[1].id, session.clauses[2].id)
    joined = session.clauses[1]
    session.set_state(joined.id, "final", overrule="as printed")
    session.pairing.realign(session.clauses[0].id)
    assert session.clause(joined.id) == joined
    assert session.state(joined.id) == "final"


def test_states_are_kept(session: ReviewSession, tmp_path: Path, closing: Opened) -> None:
    ids = [clause.id for clause in session.clauses]
    session.save_as(tmp_path / "a.drafter")
    session.set_state(ids[:2], "translated")
    session.set_state(ids[1], "reviewed")
    session.close()
    again = closing(open_project(tmp_path / "a.drafter"))
    assert states(again)[:3] == ["translated", "reviewed", "initial"]
    again.undo()
    assert states(again)[:3] == ["translated", "translated", "initial"]

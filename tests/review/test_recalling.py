"""Looking back: a clause's history, its earlier texts, and what changed since."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from drafter.model import DrafterError
from drafter.review import ReviewSession, differences, open_pairs, open_project
from tests.review.conftest import Opened

ROW = ("改造锅炉12台。", "12 boilers are refitted.")


@pytest.fixture
def pair() -> ReviewSession:
    session = open_pairs([ROW, ROW], author="柳")
    session.edit(1, "en", "12 boilers shall be refitted.")
    session.edit(1, "zh", "改造锅炉十二台。")
    session.edit(2, "en", "Boilers.")
    session.set_state(1, "reviewed")
    return session


def test_the_history_of_a_clause_tells_what_was_taken_out_and_put_in(pair: ReviewSession) -> None:
    first, second, state = pair.history(1)
    assert [(one.kind, one.text) for one in first.diff if one.kind != "equal"] == [
        ("delete", "are"), ("insert", "shall be"),
    ]  # fmt: skip
    assert "".join(one.text for one in second.diff if one.kind != "insert") == ROW[0]
    assert (state.revision.kind, state.revision.after, state.diff) == ("state", "reviewed", ())
    assert [one.revision.clause for one in pair.history(2)] == [2]
    with pytest.raises(KeyError):
        pair.history(9)


def test_differences_lead_from_one_text_to_the_other() -> None:
    found = differences("Boilers 年 are refitted.", "Ten boilers 月 are.")
    assert "".join(one.text for one in found if one.kind != "insert") == "Boilers 年 are refitted."
    assert "".join(one.text for one in found if one.kind != "delete") == "Ten boilers 月 are."


def test_a_clause_goes_back_to_any_text(pair: ReviewSession) -> None:
    assert pair.restore(1, 1, "better so")
    assert (pair.clause(1).zh.text, pair.clause(1).en.text) == (ROW[0], "12 boilers shall be refitted.")
    assert pair.revisions[-2].reason == "better so"
    assert pair.state(1) == "translated"
    assert not pair.restore(1, 1)
    assert pair.restore(1, 0)
    assert pair.clause(1).en.text == ROW[1]
    pair.undo()
    assert pair.clause(1).en.text == "12 boilers shall be refitted."
    assert pair.restore(1, 2)
    assert pair.clause(1).zh.text == "改造锅炉十二台。"
    assert pair.clause(2).en.text == "Boilers."
    for number in (-1, 999):
        with pytest.raises(DrafterError, match="no change number"):
            pair.restore(1, number)
    pair.set_state(1, "final")
    with pytest.raises(DrafterError, match="finished"):
        pair.restore(1, 0)


def test_a_text_that_was_cut_otherwise_can_t_be_brought_back(session: ReviewSession) -> None:
    id_ = session.clauses[2].id
    session.edit(id_, "en", "By 2025, it fell. It did.")
    session.pairing.split(id_, zh=8, en=17)
    second = session.clauses[3].id
    session.edit(second, "en", "It did so.")
    with pytest.raises(DrafterError, match="paired otherwise"):
        session.restore(id_, 1)
    session.pairing.merge(id_, second)
    session.undo()  # and so it is paired as it was
    assert session.restore(second, 2)
    assert session.clause(second).en.text == "It did."
    assert [one.revision.kind for one in session.history(second)] == [
        "text",
        "pairing",
        "text",
        "pairing",
        "pairing",
        "text",
    ]
    session.edit(session.clauses[0].id, "en", "A plan")
    session.pairing.merge(session.clauses[0].id, session.clauses[1].id)  # another place is no other text
    session.edit(second, "en", "It did indeed.")
    assert session.restore(second, 6)
    assert session.clause(second).en.text == "It did."


def test_what_changed_since_a_number(pair: ReviewSession) -> None:
    found = pair.changes_since(1)
    assert [(one.kind, one.clause, one.side) for one in found] == [
        ("text", 1, "zh"), ("text", 2, "en"), ("state", 1, "zh"),
    ]  # fmt: skip
    pair.edit(2, "en", ROW[1])
    assert [one.clause for one in pair.changes_since(1)] == [1, 1]  # there and back is no change
    whole = pair.changes_since(0)
    assert (whole[0].before, whole[0].after, whole[0].revisions[0].author) == (
        ROW[1], "12 boilers shall be refitted.", "柳",
    )  # fmt: skip
    assert whole[0].diff


def test_what_changed_since_a_time(pair: ReviewSession) -> None:
    now = datetime.now(UTC)
    assert len(pair.changes_since(now - timedelta(hours=1))) == 4
    assert pair.changes_since(now + timedelta(hours=1)) == ()
    assert len(pair.changes_since(datetime.now() - timedelta(hours=1))) == 4  # a local time


def test_what_others_did_since_one_worked_on_it_last(session: ReviewSession, tmp_path: Path, closing: Opened) -> None:
    path = tmp_path / "a.drafter"
    session.save_as(path)
    session.edit(1, "en", "A plan")
    session.close()
    other = closing(open_project(path, author="王"))
    assert [one.clause for one in other.changes_since()] == [1]
    other.edit(2, "en", "I. Goals")
    assert [one.clause for one in other.changes_since()] == [1, 2]
    other.close()
    again = closing(open_project(path, author="柳如烟"))
    assert [(one.clause, one.after) for one in again.changes_since()] == [(2, "I. Goals")]

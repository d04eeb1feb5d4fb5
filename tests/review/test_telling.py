"""The language of a text, as a reviewer corrects the guess."""

from pathlib import Path

import pytest

from drafter.review import ReviewSession, open_mixed, open_pair, open_project
from tests.review.conftest import Opened

LINES = (
    "石桥镇清洁空气行动计划，自印发之日起施行",
    "Shiqiao Town clean air action plan, in force from today",
    "一、全镇完成锅炉改造一百二十台，由能源办公室负责落实",
    "I. The town will refit one hundred and twenty boilers, led by the energy office",
    "PM2.5 VOCs NOx 35",
    "二、各村落实秸秆禁烧责任制度，按月公开检查结果",
    "II. Every village keeps the ban on burning straw and publishes its checks every month",
)


@pytest.fixture
def session(tmp_path: Path, closing: Opened) -> ReviewSession:
    path = tmp_path / "both.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return closing(open_mixed(path))


def side_of(session: ReviewSession, words: str) -> tuple[int, str]:
    (found,) = [
        (clause.id, side)
        for clause in session.clauses
        for side in ("zh", "en")
        if words in (clause.zh.text if side == "zh" else clause.en.text)
    ]
    return found


def whole(session: ReviewSession) -> list[str]:
    return session.corrected_paragraphs("zh")


def test_a_text_goes_to_the_other_side(session: ReviewSession) -> None:
    clause, side = side_of(session, "VOCs")
    assert side == "en"
    assert session.pairing.tell([clause], "zh")
    assert side_of(session, "VOCs")[1] == "zh"
    assert whole(session) == list(LINES)
    pairs = {(one.zh.text, one.en.text) for one in session.clauses}
    assert {(LINES[0], LINES[1]), (LINES[5], LINES[6])} <= pairs
    assert not session.pairing.tell([side_of(session, "VOCs")[0]], "zh")
    assert [revision.kind for revision in session.revisions] == ["pairing"]


def test_it_is_one_step_that_can_be_undone(session: ReviewSession) -> None:
    before = session.clauses
    session.pairing.tell([clause.id for clause in session.clauses[:2]], "en")
    after = session.clauses
    assert after != before
    assert not any(clause.zh.text in LINES[:4] for clause in after)
    session.undo()
    assert session.clauses == before
    session.redo()
    assert session.clauses == after


def test_what_was_done_stays(session: ReviewSession, tmp_path: Path, closing: Opened) -> None:
    session.save_as(tmp_path / "a.drafter")
    clause, _side = side_of(session, "VOCs")
    session.edit(clause, "en", session.clause(clause).en.text.replace("NOx", "O3"))
    last = session.clauses[-1].id
    session.edit(last, "en", "II. Every village keeps the ban on burning straw.")
    session.tag(last, "m.1")
    session.add_note(last, "Ask.")
    session.pairing.tell([clause], "zh")
    session.close()
    again = closing(open_project(tmp_path / "a.drafter"))
    assert "PM2.5 VOCs O3 35" in again.clause(side_of(again, "VOCs")[0]).zh.text
    clause, _side = side_of(again, "burning straw.")
    assert again.tags(clause) == ("m.1",)
    assert [note.text for note in again.notes(clause)] == ["Ask."]


def test_a_clause_with_both_sides_lets_go_of_the_wrong_one(session: ReviewSession) -> None:
    first = session.clauses[0]
    assert first.zh.text
    assert first.en.text
    session.pairing.tell([first.id], "zh")
    assert all(not clause.en.text for clause in session.clauses if clause.zh.text == LINES[0])
    assert side_of(session, LINES[1])[1] == "zh"
    assert whole(session) == list(LINES)


def test_a_clause_that_is_not_there(session: ReviewSession) -> None:
    with pytest.raises(KeyError):
        session.pairing.tell([99], "zh")
    assert session.revisions == ()


def test_texts_of_two_files_stay_where_they_are(files: tuple[Path, Path], closing: Opened) -> None:
    pair = closing(open_pair(*files))
    assert not pair.pairing.tell([clause.id for clause in pair.clauses], "zh")
    assert pair.revisions == ()

"""Notes: what the file's authors remarked, and what reviewers write beside the text."""

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.documents import read_document
from drafter.model import Comment, Document, DrafterError, Message, Note, Notice
from drafter.review import ReviewSession, open_pairs, open_project, open_side
from drafter.review.opening import review_mixed, review_pair
from tests.review.conftest import Opened

ROOT = Comment(4, 4, 6, "许主任", "2025-10-01T08:30:00Z", "Which boilers?\nAll of them?")
REPLY = Comment(4, 4, 6, "林", "2025-10-01T09:00:00Z", "Coal-fired.", parent=0)
DONE = Comment(2, 0, 2, "", "", "Heading agreed.", done=True)
LOST = Comment(None, 0, 0, "许主任", "", "In the page header.")


def commented(path: Path, *comments: Comment) -> Document:
    return replace(read_document(path), comments=comments)


@pytest.fixture
def noted(files: tuple[Path, Path], closing: Opened) -> ReviewSession:
    zh = commented(files[0], ROOT, REPLY, DONE, LOST)
    return closing(review_pair(zh, read_document(files[1]), author="柳如烟"))


def clause_of(session: ReviewSession, words: str) -> int:
    (found,) = [clause.id for clause in session.clauses if words in clause.zh.text]
    return found


def said(notes: tuple[Note, ...]) -> list[str]:
    return [note.text for note in notes]


# --- the file's own --------------------------------------------------------------------------------------------------


def test_comments_stand_at_the_clause_of_their_words(noted: ReviewSession) -> None:
    first, reply = noted.notes(clause_of(noted, "锅炉"))
    assert (first.author, first.time, first.text) == ("许主任", "2025-10-01T08:30:00Z", "Which boilers?\nAll of them?")
    assert first.about == "锅炉"
    assert (first.side, first.done, first.imported, first.parent) == ("zh", False, True, "")
    assert (reply.text, reply.parent) == ("Coal-fired.", first.id)
    (agreed,) = noted.notes(clause_of(noted, "总体目标"))
    assert agreed.done
    assert noted.notes(clause_of(noted, "保障措施")) == ()


def test_a_comment_without_a_place_is_told_among_all(noted: ReviewSession) -> None:
    (lost,) = [note for note in noted.notes() if note.clause is None]
    assert lost.text == "In the page header."
    assert len(noted.notes()) == 4
    noted.add_note(2, "Seen.", reply_to=lost.id)
    assert noted.settle_note(lost.id)
    assert [note.done for note in noted.notes() if note.id == lost.id] == [True]


def test_a_comment_on_a_blank_line_stands_at_the_clause_before(files: tuple[Path, Path], closing: Opened) -> None:
    session = closing(review_pair(commented(files[0], Comment(1, 0, 0, "", "", "Why?")), read_document(files[1])))
    assert said(session.notes(1)) == ["Why?"]


def test_comments_of_one_file_in_two_languages_are_there_once(tmp_path: Path, closing: Opened) -> None:
    path = tmp_path / "both.txt"
    path.write_text(
        "石桥镇清洁空气行动计划，自印发之日起施行\nShiqiao Town clean air action plan, in force from today\n",
        encoding="utf-8",
    )
    session = closing(review_mixed(commented(path, Comment(1, 0, 7, "", "", "Spelling?"))))
    assert session.mixed
    (note,) = session.notes()
    assert (note.side, note.about) == ("en", "Shiqiao")


def test_threads_that_go_in_a_ring_are_still_told(files: tuple[Path, Path], closing: Opened) -> None:
    ring = [replace(ROOT, parent=1), replace(REPLY, parent=0), replace(DONE, parent=2)]
    session = closing(review_pair(commented(files[0], *ring), read_document(files[1])))
    assert sorted(said(session.notes())) == sorted(comment.text for comment in ring)


# --- the reviewers' --------------------------------------------------------------------------------------------------


def test_notes_replies_and_what_is_done() -> None:
    session = open_pairs([("甲", "A"), ("乙", "B")], author="柳")
    session.add_note(2, " Ask the bureau. ")
    session.add_note(2, "Another matter.")
    first, other = session.notes(2)
    assert (first.text, first.author, first.clause, first.imported) == ("Ask the bureau.", "柳", 2, False)
    assert first.time.endswith("Z")
    session.author = "林"
    session.add_note(1, "They agree.", reply_to=first.id)
    assert [(note.text, note.parent) for note in session.notes(2)] == [
        ("Ask the bureau.", ""),
        ("They agree.", first.id),
        ("Another matter.", ""),
    ]
    assert session.notes(1) == ()
    reply = session.notes(2)[1]
    assert session.settle_note(reply.id)
    assert not session.settle_note(first.id)
    assert [note.done for note in session.notes(2)] == [True, True, False]
    assert session.settle_note(first.id, done=False)
    assert session.rewrite_note(other.id, "Another matter, urgent.")
    assert not session.rewrite_note(other.id, "Another matter, urgent.")
    assert said(session.notes(2))[-1] == "Another matter, urgent."
    assert [revision.kind for revision in session.revisions] == ["note", "note", "note", "done", "done", "note"]


def test_notes_are_undone_and_brought_again() -> None:
    session = open_pairs([("甲", "A")])
    session.add_note(1, "One.")
    (note,) = session.notes(1)
    session.rewrite_note(note.id, "Two.")
    session.settle_note(note.id)
    session.undo()
    assert not session.notes(1)[0].done
    session.undo()
    assert said(session.notes(1)) == ["One."]
    session.undo()
    assert session.notes() == ()
    for _step in range(3):
        session.redo()
    assert [(note.text, note.done) for note in session.notes(1)] == [("Two.", True)]


def test_a_note_is_taken_away_and_its_replies_stay() -> None:
    session = open_pairs([("甲", "A")])
    session.add_note(1, "One.")
    (note,) = session.notes(1)
    session.add_note(1, "Answer.", reply_to=note.id)
    assert session.rewrite_note(note.id, "  ")
    assert [(left.text, left.parent) for left in session.notes(1)] == [("Answer.", "")]
    with pytest.raises(DrafterError, match="not there"):
        session.add_note(1, "Late.", reply_to=note.id)
    with pytest.raises(DrafterError, match="not there"):
        session.rewrite_note(note.id, "Late.")
    session.undo()
    assert said(session.notes(1)) == ["One.", "Answer."]


def test_what_can_t_be_noted(noted: ReviewSession) -> None:
    with pytest.raises(KeyError):
        noted.add_note(99, "x")
    with pytest.raises(DrafterError, match="not there"):
        noted.settle_note("none")
    imported = noted.notes()[0]
    with pytest.raises(DrafterError, match="came with the file"):
        noted.rewrite_note(imported.id, "x")
    noted.add_note(1, " \n ")
    assert noted.revisions == ()


def test_an_observer_is_told_of_a_note() -> None:
    session = open_pairs([("甲", "A"), ("乙", "B")])
    told: list[tuple[int, ...]] = []
    session.subscribe(lambda change: told.append(change.clauses))
    session.add_note(2, "One.\r\nhalf \ud83d")
    assert told == [(2,)]
    assert said(session.notes(2)) == ["One.\nhalf \ufffd"]


# --- kept ------------------------------------------------------------------------------------------------------------


def test_all_notes_are_there_after_reopening(noted: ReviewSession, tmp_path: Path, closing: Opened) -> None:
    clause = clause_of(noted, "锅炉")
    noted.save_as(tmp_path / "a.drafter")
    noted.add_note(clause, "Checked.", reply_to=noted.notes(clause)[0].id)
    noted.settle_note(noted.notes(clause)[0].id)
    before = noted.notes()
    noted.close()
    again = closing(open_project(tmp_path / "a.drafter"))
    assert again.notes() == before
    assert said(again.notes(clause))[-1] == "Checked."
    again.undo()
    assert not again.notes(clause)[0].done


def test_the_import_report_is_there_after_reopening(files: tuple[Path, Path], tmp_path: Path, closing: Opened) -> None:
    zh = replace(read_document(files[0]), notices=(Notice(Message("Pictures left out: {n}.", {"n": 3}), warning=True),))
    strange = tmp_path / "other.txt"
    strange.write_text("The quick brown fox.\n", encoding="utf-8")
    session = closing(review_pair(zh, read_document(strange)))
    assert len(session.notices) == 2
    session.save_as(tmp_path / "a.drafter")
    assert closing(open_project(tmp_path / "a.drafter")).notices == session.notices
    alone = closing(open_side(files[1], "en"))
    alone.save_as(tmp_path / "b.drafter")
    assert closing(open_project(tmp_path / "b.drafter")).notices == ()

"""What is being typed is on disk as it goes, and comes back once after the program was killed."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.model import Side
from drafter.project import ProjectError, ProjectStore, drafts
from drafter.project.drafts import Draft, DraftWriter, draft_file, read_drafts
from drafter.review import ReviewSession, open_project
from drafter.review.drafting import Drafting, restore_typing
from tests.review.conftest import Opened

Killed = Callable[..., tuple[ReviewSession, tuple[int, ...]]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "typing"


@pytest.fixture
def kept(session: ReviewSession, tmp_path: Path) -> ReviewSession:
    session.save_as(tmp_path / "计划.drafter")
    return session


@pytest.fixture
def killed(kept: ReviewSession, folder: Path, closing: Opened) -> Killed:
    """Give a function that opens the review again as after a kill: nothing was cleared up."""

    def reopen() -> tuple[ReviewSession, tuple[int, ...]]:
        path = kept.path
        assert path is not None
        kept.close()
        again = closing(open_project(path, author="柳"))
        return again, restore_typing(again, folder)

    return reopen


def typed(session: ReviewSession, folder: Path, *texts: tuple[int, Side, str]) -> Drafting:
    drafting = Drafting(session, folder)
    drafting.note({(clause, side): text for clause, side, text in texts})
    drafting.close()
    return drafting


def test_it_comes_back_as_a_change_that_can_be_undone(kept: ReviewSession, folder: Path, killed: Killed) -> None:
    before = kept.clause(3).en.text
    typed(kept, folder, (3, "en", "half a word 𫚖"), (2, "zh", "半"))
    again, clauses = killed()
    assert clauses == (3, 2)
    assert (again.clause(3).en.text, again.clause(2).zh.text) == ("half a word 𫚖", "半")
    assert list(folder.iterdir()) == []
    assert again.undo()
    assert again.undo()
    assert again.clause(3).en.text == before
    assert restore_typing(again, folder) == ()


def test_what_became_a_change_does_not_come_back(kept: ReviewSession, folder: Path, killed: Killed) -> None:
    """The program was killed after the change was written, and before the typing was cleared away."""
    typed(kept, folder, (3, "en", "ab"))
    kept.edit(3, "en", "abc")
    again, clauses = killed()
    assert clauses == ()
    assert again.clause(3).en.text == "abc"


def test_nor_where_it_was_undone(kept: ReviewSession, folder: Path, killed: Killed) -> None:
    typed(kept, folder, (3, "en", "ab"))
    kept.edit(3, "en", "abc")
    kept.undo()
    assert killed()[1] == ()


def test_another_clause_that_was_changed_is_no_matter(kept: ReviewSession, folder: Path, killed: Killed) -> None:
    typed(kept, folder, (3, "en", "ab"))
    kept.edit(2, "en", "else")
    assert killed()[1] == (3,)


def test_what_can_t_be_written_now_stays_for_the_next_time(
    kept: ReviewSession, folder: Path, closing: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise ProjectError("The disk is full.")

    typed(kept, folder, (3, "en", "ab"))
    path = kept.path
    assert path is not None
    kept.close()
    with monkeypatch.context() as patched:
        patched.setattr(ProjectStore, "append", full)
        again = closing(open_project(path))
        assert restore_typing(again, folder) == ()
        again.close()
    assert restore_typing(closing(open_project(path)), folder) == (3,)


def test_a_clause_that_is_there_no_more(kept: ReviewSession, folder: Path, killed: Killed) -> None:
    typed(kept, folder, (99, "en", "ab"), (3, "en", "abc"))
    assert killed()[1] == (3,)


def test_nothing_typed_leaves_nothing(kept: ReviewSession, folder: Path, killed: Killed) -> None:
    drafting = Drafting(kept, folder)
    drafting.note({})
    assert not folder.exists()
    drafting.note({(3, "en"): "x"})
    drafting.note({})
    drafting.close()
    assert list(folder.glob("*")) == []  # perhaps it was not even made
    assert killed()[1] == ()


def test_it_follows_the_project(kept: ReviewSession, folder: Path, tmp_path: Path) -> None:
    drafting = Drafting(kept, folder)
    drafting.note({(3, "en"): "x"})
    kept.save_as(tmp_path / "b.drafter")
    drafting.note({(3, "en"): "xy"})
    drafting.close()
    assert [draft.text for draft in read_drafts(draft_file(folder, tmp_path / "b.drafter"))] == ["xy"]


def test_a_review_kept_nowhere(session: ReviewSession, folder: Path) -> None:
    typed(session, folder, (3, "en", "x"))
    assert not folder.exists()
    assert restore_typing(session, folder) == ()


def test_who_only_looks_takes_nothing(kept: ReviewSession, folder: Path, closing: Opened) -> None:
    typed(kept, folder, (3, "en", "x"))
    assert kept.path is not None
    assert restore_typing(closing(open_project(kept.path)), folder) == ()
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[1]", b"[{}]", b'{"a": 1}', b"\xff",
        b'[{"clause": "x", "side": "en", "base": "", "text": "", "revisions": 0}]',
        b'[{"clause": 1, "side": "fr", "base": "", "text": "", "revisions": 0}]',
        b'[{"clause": 999, "side": "en", "base": "", "text": "a", "revisions": 0}]',
        b'[{"clause": 1, "side": "en", "base": "other", "text": "a", "revisions": 0}]',
        b'[{"clause": 1, "side": "en", "base": "", "text": "a", "revisions": 7}]',
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_left_out(content: bytes, kept: ReviewSession, folder: Path, killed: Killed) -> None:
    assert kept.path is not None
    folder.mkdir()
    draft_file(folder, kept.path).write_bytes(content)
    assert killed()[1] == ()


def test_asking_takes_no_time_however_slow_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window's thread never waits for the disk; of much that was typed meanwhile only the last is written."""
    written: list[str] = []
    write = drafts._write

    def slow(place: Path, texts: list[Draft]) -> None:
        time.sleep(0.2)
        written.extend(draft.text for draft in texts)
        write(place, texts)

    monkeypatch.setattr(drafts, "_write", slow)
    writer = DraftWriter(tmp_path / "a.json")
    before = time.thread_time()
    start = time.monotonic()
    for number in range(50):
        writer.put([Draft(1, "en", "", str(number), 0)])
    assert time.monotonic() - start < 0.2 * 50 / 2  # had it waited, it would have taken fifty times as long
    assert time.thread_time() - before < 1
    writer.close()
    assert written[-1] == "49"
    assert len(written) < 50
    assert read_drafts(tmp_path / "a.json")[0].text == "49"


def test_a_folder_that_can_t_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    writer = DraftWriter(tmp_path / "file" / "a.json")
    writer.put([Draft(1, "en", "", "x", 0)])
    writer.close()
    assert (tmp_path / "file").read_bytes() == b""

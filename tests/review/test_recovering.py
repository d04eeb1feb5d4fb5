"""Work goes on where the project can't be written, and is offered afterwards."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from drafter.project import ProjectError, ProjectStore, UnwritableError, store
from drafter.review import ReviewSession, changes, open_project
from drafter.review.recovering import discard, is_kept_work, kept_work, protect
from tests.review.conftest import Opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "recovered"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "计划-一.drafter"


def full(session: ReviewSession) -> None:
    assert session.store is not None
    session.store._database.execute("PRAGMA max_page_count = 1")


@pytest.mark.parametrize("local", [True, False])
def test_a_full_disk(
    local: bool, session: ReviewSession, project: Path, folder: Path, closing: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "is_local", lambda _path: local)
    told: list[UnwritableError] = []
    session.save_as(project)
    session.edit(1, "en", "Before")
    protect(session, folder, told.append)
    full(session)
    long = "x" * 300_000
    assert session.edit(1, "en", long)
    assert [str(error)[:16] for error in told] == ["The disk is full"]
    assert session.edit(2, "en", "After")
    assert is_kept_work(session.path, folder)
    assert kept_work(folder) == []  # it is open
    session.close()
    (work,) = kept_work(folder)
    assert work.name == "计划-一"
    assert abs(datetime.now(UTC) - work.time) < timedelta(hours=1)
    again = closing(open_project(work.path))
    assert (again.clause(1).en.text, again.clause(2).en.text) == (long, "After")
    assert again.undo()
    assert closing(open_project(project)).clause(1).en.text == "Before"


def test_a_stick_that_was_pulled_out(session: ReviewSession, project: Path, folder: Path, closing: Opened) -> None:
    told: list[UnwritableError] = []
    session.save_as(project)
    protect(session, folder, told.append)
    away = project.parent.with_name("pulled out")
    project.parent.rename(away)
    session.edit(1, "en", "Goes on")
    session.tag(2, "m")
    assert len(told) == 1
    away.rename(project.parent)
    before = session.path
    assert before is not None
    session.save_as(project)  # it is back
    discard(before)
    assert kept_work(folder) == []
    session.edit(2, "en", "And further")
    session.close()
    again = closing(open_project(project))
    assert (again.clause(1).en.text, again.clause(2).en.text, again.tags(2)) == ("Goes on", "And further", ("m",))


def test_a_folder_that_may_only_be_read(
    session: ReviewSession, project: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.save_as(project)
    session.close()
    write = Path.write_bytes

    def forbidden(self: Path, data: bytes) -> int:
        if self.parent == project.parent:
            raise PermissionError(13, "Permission denied")
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", forbidden)
    again = open_project(project)
    with pytest.raises(ProjectError, match="may not be written"):
        again.edit(1, "en", "x")
    protect(again, folder, lambda _error: None)
    assert again.edit(1, "en", "x")
    assert is_kept_work(again.path, folder)
    again.close()


def test_a_share_whose_locks_fail_meanwhile(
    session: ReviewSession, project: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.save_as(project)
    protect(session, folder, lambda _error: None)
    transaction = ProjectStore._transaction

    def fail(self: ProjectStore) -> object:
        if self.path == project:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_LOCK
            raise error
        return transaction(self)

    monkeypatch.setattr(ProjectStore, "_transaction", fail)
    assert session.edit(1, "en", "x")
    assert is_kept_work(session.path, folder)


def test_no_room_anywhere(session: ReviewSession, project: Path, folder: Path) -> None:
    session.save_as(project)
    folder.parent.mkdir()
    folder.write_text("in the way")
    protect(session, folder, lambda _error: None)
    full(session)
    before = session.clause(1)
    with pytest.raises(UnwritableError, match="disk is full"):
        session.edit(1, "en", "x" * 300_000)
    assert session.clause(1) == before
    assert session.path == project


def test_a_review_that_somebody_else_has_is_not_protected(
    session: ReviewSession, project: Path, folder: Path, closing: Opened
) -> None:
    session.save_as(project)
    other = closing(open_project(project))
    protect(other, folder, lambda _error: None)
    with pytest.raises(ProjectError, match="it can be read, not changed"):
        other.edit(1, "en", "x")
    assert not folder.exists()


def test_what_is_in_the_folder_by_chance(folder: Path) -> None:
    assert kept_work(folder) == []
    folder.mkdir(parents=True)
    (folder / "plan.drafter").touch()
    (folder / "note-01234567.txt").touch()
    (folder / "a-01234567.drafter").mkdir()
    assert kept_work(folder) == []


def test_a_clock_that_goes_back(
    session: ReviewSession, project: Path, closing: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The history is in the order of its numbers, whatever the clock says."""

    class Clock(datetime):
        hours = 0

        @classmethod
        def now(cls, tz: object = None) -> "Clock":
            del tz
            cls.hours -= 1
            return cls(2025, 11, 21, 12, tzinfo=UTC) + timedelta(hours=cls.hours)

    monkeypatch.setattr(changes, "datetime", Clock)
    session.save_as(project)
    for number in range(5):
        session.edit(1, "en", f"edit {number}")
    session.close()
    again = closing(open_project(project))
    times = [revision.time for revision in again.revisions]
    assert times == sorted(times, reverse=True)
    assert [revision.after for revision in again.revisions] == [f"edit {number}" for number in range(5)]
    assert again.undo()
    assert again.clause(1).en.text == "edit 3"

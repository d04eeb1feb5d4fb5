"""The project file: all of it comes back, and whatever is wrong with it is said in one sentence."""

import errno
import os
import random
import sqlite3
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.model import Clause, Revision
from drafter.project import ProjectError, ProjectStore, Record
from drafter.project.database import known_tables
from drafter.project.schema import APPLICATION_ID, VERSION
from tests.project.conftest import TIME

AS_ROOT = sys.platform != "win32" and os.geteuid() == 0


def load(path: Path) -> Record:
    with closing(ProjectStore.open(path)) as store:
        return store.load()


def refused(path: Path) -> str:
    """Open a file that can't be opened; give the sentence."""
    with pytest.raises(ProjectError) as caught:
        load(path)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert path.name in sentence
    return sentence


def sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def left_behind(folder: Path, *wanted: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path not in wanted]


# --- there and back --------------------------------------------------------------------------------------------------


def test_everything_comes_back(project: Path, record: Record, tmp_path: Path) -> None:
    assert load(project) == record
    assert left_behind(tmp_path, project) == []


def test_an_empty_review_comes_back(tmp_path: Path) -> None:
    record = Record("", {}, ())
    ProjectStore.create(tmp_path / "a.drafter", record).close()
    assert load(tmp_path / "a.drafter") == record


def test_changes_are_added(project: Path, record: Record) -> None:
    after = record.clauses[1].with_text("en", "Refit\nboilers.").with_text("zh", "改造")
    made = (
        Revision(8, "text", 2, "en", "Refit 120\nboilers.", "Refit\nboilers.", "", TIME, "", "", 8),
        Revision(9, "text", 2, "zh", "𫚖𫚖改造锅炉120台。", "改造", "", TIME, "", "", 8),
    )
    with closing(ProjectStore.open(project)) as store:
        store.append(made, [after])
        store.remember("place", "3")
        store.remember("new", "值")
        found = store.load()
    assert found == load(project)
    assert found.revisions == (*record.revisions, *made)
    assert found.clauses == (record.clauses[0], after, record.clauses[2])
    assert found.settings == {**record.settings, "place": "3", "new": "值"}


def test_a_change_is_there_whole_or_not_at_all(project: Path, record: Record) -> None:
    made = Revision(8, "text", 2, "en", "Refit 120\nboilers.", "x", "", TIME, "", "", 8)

    def clauses() -> Clause:
        raise RuntimeError

    with closing(ProjectStore.open(project)) as store:
        with pytest.raises(ProjectError):
            store.append([made], (clauses() for _ in range(1)))
        with pytest.raises(ProjectError):
            store.append([made, replace(made, number=9, clause=99)], [])
        assert store.load() == record
        store.append([made], [record.clauses[1].with_text("en", "x")])


def test_a_file_is_replaced(project: Path, record: Record, tmp_path: Path) -> None:
    project.chmod(0o640)
    other = replace(record, title="another")
    ProjectStore.create(project, other).close()
    assert load(project) == other
    assert left_behind(tmp_path, project) == []
    if sys.platform != "win32":
        assert stat.S_IMODE(project.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_colleagues_may_read_a_new_file(project: Path) -> None:
    plain = project.with_name("plain.txt")
    plain.touch()
    assert stat.S_IMODE(project.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_is_followed(project: Path, record: Record, tmp_path: Path) -> None:
    link = tmp_path / "link.drafter"
    link.symlink_to(project)
    other = replace(record, title="another")
    ProjectStore.create(link, other).close()
    assert link.is_symlink()
    assert load(project) == other


def test_the_journal_of_a_killed_program_does_not_spoil_a_new_file(project: Path, record: Record) -> None:
    """A journal that stays behind belongs to the old file; SQLite would play it into the new one."""
    journal = project.with_name(project.name + "-journal")
    with closing(sqlite3.connect(project, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE document SET data = zeroblob(2000000)")
        half_done, left = project.read_bytes(), journal.read_bytes()
        connection.execute("ROLLBACK")
    assert left
    project.write_bytes(half_done)
    journal.write_bytes(left)
    assert load(project) == record
    project.write_bytes(half_done)
    journal.write_bytes(left)
    other = replace(record, title="another")
    ProjectStore.create(project, other).close()
    assert not journal.exists()
    assert load(project) == other


# --- what is no project ----------------------------------------------------------------------------------------------


def foreign_database(path: Path) -> None:
    sql(path, "CREATE TABLE setting (name, value)")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "There is no file"),
        (Path.mkdir, "is a folder"),
        (Path.touch, "not a Drafter project"),
        (lambda path: path.write_text("石桥镇计划", encoding="utf-8"), "not a Drafter project"),
        (lambda path: path.write_bytes(b"SQLite format 3"), "not a Drafter project"),
        (lambda path: path.write_bytes(b"SQLite format 3\x00"), "damaged"),
        (lambda path: path.write_bytes(b"SQLite format 3\x00" + bytes(4096)), "damaged"),
        (foreign_database, "not a Drafter project"),
    ],
)
def test_no_project(make: Callable[[Path], object], words: str, tmp_path: Path) -> None:
    path = tmp_path / "甲.drafter"
    make(path)
    assert words in refused(path)


def test_a_name_that_no_file_can_have() -> None:
    assert "can't be read" in refused(Path("a\x00b.drafter"))
    assert "can't be read" in refused(Path("x" * 300 + ".drafter"))


@pytest.mark.parametrize(
    ("statements", "words"),
    [
        ([f"PRAGMA user_version = {VERSION + 1}"], "newer than this one"),
        (["PRAGMA user_version = 1"], "damaged"),
        (["PRAGMA user_version = 0"], "damaged"),
        (["PRAGMA application_id = 1"], "not a Drafter project"),
        (["CREATE TRIGGER t AFTER INSERT ON revision BEGIN DELETE FROM clause; END"], "commands of its own"),
        (["CREATE VIEW v AS SELECT 1"], "commands of its own"),
        (["CREATE TABLE extra (x)"], "damaged"),
        (["CREATE VIRTUAL TABLE extra USING fts5(x)"], "damaged"),
        (["CREATE INDEX i ON clause (abs(id))"], "damaged"),
        *((["DROP TABLE " + table], "damaged") for table in ("setting", "document", "paragraph", "clause", "segment")),
        (["DROP TABLE revision"], "damaged"),
        (["ALTER TABLE clause ADD COLUMN more TEXT"], "damaged"),
        (["ALTER TABLE revision RENAME COLUMN turn TO twist"], "damaged"),
    ],
)
def test_a_file_of_another_make(statements: list[str], words: str, project: Path) -> None:
    sql(project, *statements)
    assert words in refused(project)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE document SET data = x'00' WHERE side = 'en'",
        "UPDATE document SET sha256 = ''",
        "DELETE FROM document WHERE side = 'zh'",
        "DELETE FROM paragraph",
        "UPDATE paragraph SET part = 'footer' WHERE side = 'en'",
        "UPDATE paragraph SET cell = '1,2'",
        "UPDATE paragraph SET cell = 'a,b,c'",
        "UPDATE paragraph SET text = '!' || text",
        "UPDATE clause SET en_text = 'x'",
        "UPDATE clause SET zh_original = 'x'",
        "DELETE FROM clause WHERE id = 1",
        "UPDATE segment SET paragraph = 99",
        "UPDATE segment SET paragraph = -1",
        "UPDATE segment SET end = 9223372036854775807",
        "UPDATE segment SET start = -5",
        "DELETE FROM segment WHERE clause = 1",
        "DELETE FROM revision WHERE number = 1",
        "UPDATE revision SET number = number + 1000",
        "UPDATE revision SET turn = 'undo' WHERE number = 1",
        "UPDATE revision SET turn = 'redo' WHERE number = 1",
        "UPDATE revision SET turn = 'sideways' WHERE number = 1",
        "UPDATE revision SET kind = 'dream' WHERE number = 1",
        "UPDATE revision SET clause = 3 WHERE number = 1",
        "UPDATE revision SET before = 'x' WHERE number = 1",
        "UPDATE revision SET after = 'maybe' WHERE number = 2",
        "UPDATE revision SET step = 99",
        "UPDATE revision SET before = 'x' WHERE number = 6",
        "UPDATE revision SET after = 'perhaps' WHERE number = 7",
        "UPDATE comment SET paragraph = 99",
        "UPDATE comment SET end = 999",
        "UPDATE comment SET start = -1",
        "UPDATE comment SET parent = 2 WHERE position = 1",
        "UPDATE notice SET message = '{'",
        "UPDATE notice SET message = '[]'",
        """UPDATE notice SET message = '{"template": "{n}", "values": {}}'""",
        """UPDATE notice SET message = '{"template": "{n", "values": {}}'""",
        """UPDATE notice SET message = '{"template": "{n.real}", "values": {"n": 1}}'""",
        """UPDATE notice SET message = '{"template": "{n:>99999}", "values": {"n": 1}}'""",
    ],
)
def test_what_contradicts_itself_is_refused(statement: str, project: Path) -> None:
    sql(project, statement)
    if statement == "DELETE FROM document WHERE side = 'zh'":
        assert "zh" not in load(project).documents  # a review may lack a document; its paragraphs are not missed
    else:
        assert "damaged" in refused(project)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_file_that_was_cut_short(share: float, project: Path) -> None:
    data = project.read_bytes()
    project.write_bytes(data[: int(len(data) * share)])
    assert "damaged" in refused(project)


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in the file system")
def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.drafter")
    assert "not a Drafter project" in refused(tmp_path / "a.drafter")


# --- what can't be written -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["none/a.drafter", "file/a.drafter", "folder.drafter", "a\x00b.drafter", "x" * 300])
def test_nowhere_to_write(place: str, record: Record, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder.drafter").mkdir()
    with pytest.raises(ProjectError) as caught:
        ProjectStore.create(tmp_path / place, record)
    assert "Errno" not in str(caught.value)
    assert left_behind(tmp_path, tmp_path / "file", tmp_path / "folder.drafter") == []
    assert list((tmp_path / "folder.drafter").iterdir()) == []


@pytest.mark.skipif(AS_ROOT or sys.platform == "win32", reason="whom no right is denied")
def test_a_folder_without_the_right_to_write(project: Path, record: Record, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(ProjectError):
            ProjectStore.create(tmp_path / "b.drafter", record)
        assert load(project) == record
    finally:
        tmp_path.chmod(0o700)


def test_a_file_that_is_only_read(project: Path, record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect

    def read_only(path: Path, *, check_same_thread: bool = True) -> sqlite3.Connection:
        return connect(f"{path.as_uri()}?mode=ro", uri=True, check_same_thread=check_same_thread)

    known_tables()  # made in memory, once
    monkeypatch.setattr(sqlite3, "connect", read_only)
    with closing(ProjectStore.open(project)) as store:
        assert store.load() == record
        with pytest.raises(ProjectError, match="may not be written"):
            store.remember("place", "9")
        with pytest.raises(ProjectError, match="may not be written"):
            store.append([Revision(8, "tag", 7, "zh", "", "on", "", TIME, "", "m.2", 8)], [])


@pytest.mark.skipif(sys.platform == "win32", reason="an open file can't be moved there")
def test_a_file_that_was_deleted_while_open(project: Path, record: Record) -> None:
    made = Revision(8, "text", 7, "zh", "", "x", "", TIME, "", "", 8)
    with closing(ProjectStore.open(project)) as store:
        project.unlink()
        with pytest.raises(ProjectError, match="moved"):
            store.append([made], [record.clauses[2].with_text("zh", "x")])
    assert not project.exists()


def test_a_full_disk_while_creating(record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect

    def small(path: Path, *, check_same_thread: bool) -> sqlite3.Connection:
        connection = connect(path, check_same_thread=check_same_thread)
        connection.execute("PRAGMA max_page_count = 20")
        return connection

    monkeypatch.setattr(sqlite3, "connect", small)
    big = replace(record.documents["en"], data=random.Random(7).randbytes(200_000))
    with pytest.raises(ProjectError, match="disk is full"):
        ProjectStore.create(tmp_path / "a.drafter", replace(record, documents={**record.documents, "en": big}))
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_while_editing(project: Path, record: Record) -> None:
    long = "x" * 200_000
    made = Revision(8, "text", 7, "zh", "", long, "", TIME, "", "", 8)
    with closing(ProjectStore.open(project)) as store:
        store._database.execute("PRAGMA max_page_count = 1")
        with pytest.raises(ProjectError, match="disk is full"):
            store.append([made], [record.clauses[2].with_text("zh", long)])
        assert store.load() == record


def test_a_disk_that_fails_while_moving(
    project: Path, record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Path, target: Path) -> Path:
        raise OSError(errno.EIO, "the cable is out")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(ProjectError, match="the cable is out"):
        ProjectStore.create(project, replace(record, title="new"))
    monkeypatch.undo()
    assert load(project) == record
    assert left_behind(tmp_path, project) == []


def test_another_program_that_writes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(project, isolation_level=None)) as other, closing(ProjectStore.open(project)) as store:
        store._database.execute("PRAGMA busy_timeout = 10")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ProjectError, match="Another program"):
            store.remember("place", "9")
        other.execute("ROLLBACK")
        store.remember("place", "9")


def test_the_file_says_what_it_is(project: Path) -> None:
    head = project.read_bytes()[:100]
    assert int.from_bytes(head[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(head[60:64], "big") == VERSION

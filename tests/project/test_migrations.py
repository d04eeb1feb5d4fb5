"""A file of an older format is brought up, its old self kept; a newer one is refused by name."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from drafter import __version__
from drafter.model import Revision
from drafter.project import ProjectError, ProjectStore, Record, migrations, packing
from drafter.project.database import known_tables, tables
from drafter.project.schema import APPLICATION_ID, MADE_BY, VERSION
from tests.project.conftest import TIME

# As the first version wrote it; never to be brought up to date.
FORMAT_1 = """
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE document (
    side TEXT PRIMARY KEY CHECK (side IN ('zh', 'en')),
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    encoding TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    data BLOB NOT NULL               -- the file's bytes, exactly
) STRICT;

CREATE TABLE paragraph (
    side TEXT NOT NULL REFERENCES document (side),
    position INTEGER NOT NULL,       -- from 0
    line INTEGER NOT NULL,           -- place in the source, from 1
    part TEXT NOT NULL,
    number TEXT NOT NULL,
    level INTEGER NOT NULL,
    style TEXT NOT NULL,
    cell TEXT NOT NULL,              -- "table,row,column" or ""
    text TEXT NOT NULL,
    PRIMARY KEY (side, position)
) STRICT;

CREATE TABLE clause (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    confidence REAL NOT NULL,
    level INTEGER NOT NULL,
    zh_original TEXT NOT NULL,
    zh_text TEXT NOT NULL,
    en_original TEXT NOT NULL,
    en_text TEXT NOT NULL
) STRICT;

CREATE TABLE segment (
    clause INTEGER NOT NULL REFERENCES clause (id),
    side TEXT NOT NULL CHECK (side IN ('zh', 'en')),
    position INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    start INTEGER NOT NULL,          -- code points in the paragraph
    end INTEGER NOT NULL,            -- exclusive
    PRIMARY KEY (clause, side, position)
) STRICT;

CREATE TABLE revision (              -- append-only
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    clause INTEGER NOT NULL REFERENCES clause (id),
    side TEXT NOT NULL CHECK (side IN ('zh', 'en')),
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    author TEXT NOT NULL,
    time TEXT NOT NULL,              -- UTC, ISO 8601
    reason TEXT NOT NULL,
    key TEXT NOT NULL,
    step INTEGER NOT NULL,           -- number of the first revision of its step
    turn TEXT NOT NULL               -- undo or redo of an earlier one, else ""
) STRICT;
"""
ADDED_IN_2 = """
CREATE TABLE comment (               -- of the file's authors
    side TEXT NOT NULL REFERENCES document (side),
    position INTEGER NOT NULL,       -- from 0
    paragraph INTEGER,               -- position of the paragraph it is about, NULL where none is known
    start INTEGER NOT NULL,          -- code points in that paragraph
    end INTEGER NOT NULL,            -- exclusive
    author TEXT NOT NULL,
    time TEXT NOT NULL,              -- as the file has it
    text TEXT NOT NULL,
    parent INTEGER,                  -- position of the comment it replies to
    done INTEGER NOT NULL,
    PRIMARY KEY (side, position)
) STRICT;

CREATE TABLE notice (                -- the import report
    side TEXT NOT NULL CHECK (side IN ('', 'zh', 'en')),  -- "" of the review as a whole
    position INTEGER NOT NULL,
    message TEXT NOT NULL,           -- JSON: {"template": …, "values": {…}}
    warning INTEGER NOT NULL,
    PRIMARY KEY (side, position)
) STRICT;
"""
ADDED_IN_3 = """
CREATE TABLE fixed (                 -- clauses that were paired by hand
    clause INTEGER PRIMARY KEY REFERENCES clause (id)
) STRICT;
"""
# Of "甲\n乙。" and of "B.".
SHA_ZH = "33bf8704931cf69410d77da2e627478787e2bb4abafe61b564187cddba7d6e53"
SHA_EN = "be651d5a8e97690fbb1fafd9b89ea7bb5458b27b1d24a449c67ca762317ac1df"
ROWS = (
    ("setting", ("drafter:title", "甲")),
    ("setting", ("place", "2")),
    ("document", ("zh", "甲.txt", "txt", "utf-8", SHA_ZH, "甲\n乙。".encode())),
    ("document", ("en", "b.txt", "txt", "utf-8", SHA_EN, b"B.")),
    ("paragraph", ("zh", 0, 1, "body", "", 0, "", "", "甲")),
    ("paragraph", ("zh", 1, 2, "body", "", 0, "", "", "乙。")),
    ("paragraph", ("en", 0, 1, "body", "", 0, "", "", "B.")),
    ("clause", (1, 0, 1.0, 1, "甲", "甲", "", "A")),
    ("clause", (2, 1, 0.5, 0, "乙。", "乙。", "B.", "B.")),
    ("segment", (1, "zh", 0, 0, 0, 1)),
    ("segment", (2, "zh", 0, 1, 0, 2)),
    ("segment", (2, "en", 0, 0, 0, 2)),
    ("revision", (1, "text", 1, "en", "", "A", "柳", TIME, "", "", 1, "")),
    ("revision", (2, "tag", 2, "zh", "", "on", "柳", TIME, "", "m.1", 2, "")),
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A project as the first version made it."""
    path = tmp_path / "旧 项目.drafter"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"{FORMAT_1} PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1;")
        for table, row in ROWS:
            connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
        connection.commit()
    return path


@pytest.fixture
def third(tmp_path: Path) -> Path:
    """A project as the third version made it, whose history tells less than today's."""
    path = tmp_path / "third.drafter"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"{FORMAT_1} {ADDED_IN_2} {ADDED_IN_3} PRAGMA application_id = {APPLICATION_ID};")
        for table, row in ROWS:
            connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
        connection.execute("INSERT INTO fixed VALUES (2)")
        connection.execute("PRAGMA user_version = 3")
        connection.commit()
    return path


def load(path: Path) -> Record:
    with closing(ProjectStore.open(path)) as store:
        return store.load()


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def backups(path: Path) -> list[Path]:
    return sorted(path.parent.glob("*.bak"))


def test_an_older_file_opens_with_all_it_held(old: Path) -> None:
    before = old.read_bytes()
    found = load(old)
    assert found.title == "甲"
    assert found.settings == {"place": "2"}
    assert [(clause.zh.text, clause.en.text) for clause in found.clauses] == [("甲", "A"), ("乙。", "B.")]
    assert [revision.kind for revision in found.revisions] == ["text", "tag"]
    assert found.documents["zh"].data == "甲\n乙。".encode()
    assert not any((found.documents["zh"].comments, found.documents["en"].notices))
    (notice,) = found.notices
    assert (notice.message.template[:18], notice.warning) == ("An earlier version", False)
    assert version(old) == VERSION
    assert load(old) == found
    (backup,) = backups(old)
    assert version(backup) == 1
    assert old.read_bytes() != before
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT count(*) FROM revision").fetchone() == (2,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_file_of_the_third_format_takes_the_new_history(third: Path) -> None:
    found = load(third)
    assert [clause.fixed for clause in found.clauses] == [False, True]
    assert version(third) == VERSION
    assert [version(backup) for backup in backups(third)] == [3]
    with closing(ProjectStore.open(third)) as store:
        state = Revision(3, "state", 2, "zh", "initial", "final", "柳", TIME, group=3)
        store.append([state], [])
    assert load(third).revisions[-1] == state


def test_a_file_of_the_fourth_format_keeps_every_text_once(third: Path) -> None:
    big = "乙。".encode() * 1000
    with closing(sqlite3.connect(third)) as connection:
        connection.execute(
            "UPDATE document SET data = ?, sha256 = ? WHERE side = 'zh'", [big, hashlib.sha256(big).hexdigest()]
        )
        connection.execute("INSERT INTO comment VALUES ('zh', 0, 1, 0, 2, '王', '', 'Which?', NULL, 0)")
        connection.execute("PRAGMA user_version = 4")
        connection.commit()
    found = load(third)
    assert found.documents["zh"].data == big
    assert [comment.text for comment in found.documents["zh"].comments] == ["Which?"]
    assert [(clause.zh.text, clause.en.text) for clause in found.clauses] == [("甲", "A"), ("乙。", "B.")]
    with closing(sqlite3.connect(third)) as connection:
        assert connection.execute("SELECT zh_text, en_text FROM clause ORDER BY id").fetchall() == [
            (None, "A"),
            (None, None),
        ]
        assert connection.execute("SELECT length(data) < 100 FROM document WHERE side = 'zh'").fetchone() == (1,)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with closing(ProjectStore.open(third)) as store:
        back = Revision(3, "text", 1, "en", "A", "", "柳", TIME, group=3)
        store.append([back], [found.clauses[0].with_text("en", "")])
    assert load(third).clauses[0].en.text == ""


def test_packed_bytes_that_are_none_or_too_many(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "MOST_BYTES", 5)
    with pytest.raises(ProjectError, match="damaged"):
        load(project)
    monkeypatch.undo()
    with closing(sqlite3.connect(project)) as connection:
        connection.execute("UPDATE document SET data = x'00ff' WHERE side = 'zh'")
        connection.commit()
    with pytest.raises(ProjectError, match="damaged"):
        load(project)


@pytest.mark.parametrize(
    ("kind", "after"),
    [("state", "done"), ("ignore", "yes"), ("decision", "on"), ("finding", "[1]"), ("finding", "{"), ("wish", "on")],
)
def test_a_history_that_nobody_could_have_written_is_refused(kind: str, after: str, third: Path) -> None:
    load(third)
    with closing(sqlite3.connect(third)) as connection:
        row = (3, kind, 2, "zh", "", after, "柳", TIME, "", "k", 3, "")
        connection.execute(f"INSERT INTO revision VALUES ({', '.join('?' * len(row))})", row)
        connection.commit()
    with pytest.raises(ProjectError, match="damaged"):
        load(third)


def test_a_file_brought_up_is_like_a_new_one(old: Path) -> None:
    load(old)
    with closing(sqlite3.connect(old)) as connection:
        assert tables(connection) == known_tables()
        made = connection.execute("SELECT value FROM setting WHERE name = ?", [MADE_BY]).fetchone()
        assert made == (__version__,)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_an_earlier_copy_is_never_written_over(old: Path) -> None:
    kept = old.with_name(old.name + ".v1.bak")
    kept.write_text("somebody's own")
    load(old)
    assert kept.read_text() == "somebody's own"
    assert len(backups(old)) == 2


@pytest.mark.parametrize("step", ["CREATE TABLE comment (x);", "CREATE TABLE clause (x);", "nonsense;"])
def test_a_step_that_fails_changes_nothing(step: str, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = old.read_bytes()
    monkeypatch.setattr(migrations, "_STEPS", {1: step})
    with pytest.raises(ProjectError, match="damaged"):
        load(old)
    assert old.read_bytes() == before
    assert backups(old) == []
    monkeypatch.undo()
    assert load(old).title == "甲"


def test_a_full_disk_changes_nothing(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect

    def small(path: Path, *, check_same_thread: bool = True) -> sqlite3.Connection:
        connection = connect(path, check_same_thread=check_same_thread)
        if path == old:
            connection.execute("PRAGMA max_page_count = 1")
        return connection

    known_tables()
    monkeypatch.setattr(sqlite3, "connect", small)
    with pytest.raises(ProjectError, match="disk is full"):
        load(old)
    monkeypatch.undo()
    assert version(old) == 1
    assert backups(old) == []
    assert load(old).title == "甲"


def test_an_old_file_of_another_make_is_left_alone(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("ALTER TABLE clause ADD COLUMN more TEXT")
    before = old.read_bytes()
    with pytest.raises(ProjectError, match="damaged"):
        load(old)
    assert old.read_bytes() == before
    assert backups(old) == []


@pytest.mark.parametrize(
    ("made", "words"),
    [
        ("9.1.0", "made by Drafter 9.1.0, which is newer than this one"),
        ("9.1.0 {0.__class__} " + "x" * 5000, "made by a newer Drafter"),
        (None, "made by a newer Drafter"),
    ],
)
def test_a_newer_file_is_refused_by_the_name_of_its_maker(made: str | None, words: str, project: Path) -> None:
    with closing(sqlite3.connect(project)) as connection:
        connection.execute("UPDATE setting SET value = ? WHERE name = ?", [made or "", MADE_BY])
        if made is None:
            connection.execute("DROP TABLE setting")
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
        connection.commit()
    before = project.read_bytes()
    with pytest.raises(ProjectError) as caught:
        load(project)
    assert words in str(caught.value)
    assert "update Drafter" in str(caught.value)
    assert project.read_bytes() == before

"""How changes reach the disk: a log on a local disk, none on a network, one plain file when closed."""

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from drafter.model import Revision
from drafter.project import ProjectError, ProjectStore, Record, UnwritableError, disk, read_project, store
from drafter.project.disk import is_local, linux_mounts, mac_mounts
from tests.project.conftest import TIME

TAG = Revision(8, "tag", 7, "zh", "", "on", "", TIME, "", "m.2", 8)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def mode(path: Path) -> int:
    """Give how a file says that it is to be opened: 1 plain, 2 with a log."""
    return path.read_bytes()[18]


def test_a_log_while_open_and_one_plain_file_when_closed(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "is_local", lambda _path: True)
    before = project.read_bytes()
    opened = ProjectStore.open(project)
    opened.load()
    assert project.read_bytes() == before  # to look is no change
    opened.append([TAG], [])
    assert project.name + "-wal" in names(tmp_path)
    assert mode(project) == 2
    opened.close()
    assert names(tmp_path) == {project.name}
    assert mode(project) == 1
    assert read_project(project).revisions[-1] == TAG


def test_no_log_on_a_network(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "is_local", lambda _path: False)
    with closing(ProjectStore.open(project)) as opened:
        opened.append([TAG], [])
        assert mode(project) == 1
        assert not any("-wal" in name or "-shm" in name for name in names(tmp_path))
    assert read_project(project).revisions[-1] == TAG


@pytest.mark.parametrize("local", [True, False])
def test_everything_waits_for_the_disk(local: bool, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "is_local", lambda _path: local)
    with closing(ProjectStore.open(project)) as opened:
        opened.append([TAG], [])
        (synchronous,) = opened._database.execute("PRAGMA synchronous").fetchone()
        assert synchronous == 3


def test_a_log_that_a_killed_program_left_is_taken_in(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "is_local", lambda _path: True)
    with closing(ProjectStore.open(project)) as opened:
        opened.append([TAG], [])
        left = {path.name: path.read_bytes() for path in tmp_path.iterdir() if not path.name.endswith("lock")}
    project.unlink()
    for name, data in left.items():
        (tmp_path / name).write_bytes(data)
    assert len(left) == 3
    ProjectStore.open(project).close()
    assert names(tmp_path) == {project.name}
    assert read_project(project).revisions[-1] == TAG


def test_a_reader_beside_the_writer(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "is_local", lambda _path: True)
    with closing(ProjectStore.open(project)) as opened:
        opened.append([TAG], [])
        assert read_project(project).revisions[-1] == TAG
        opened.remember("place", "9")
    assert mode(project) == 1


def test_a_copy_of_an_open_file_is_whole(
    project: Path, record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "is_local", lambda _path: True)
    copy = tmp_path / "copy.drafter"
    with closing(ProjectStore.open(project)) as opened:
        opened.append([TAG], [])
        opened.copy_to(copy)
        opened.remember("place", "9")
    assert mode(copy) == 1
    assert read_project(copy).revisions == (*record.revisions, TAG)
    assert read_project(copy).settings == record.settings
    assert names(tmp_path) == {project.name, copy.name}
    with pytest.raises(ProjectError), closing(ProjectStore.open(project)) as opened:
        opened.copy_to(tmp_path / "none" / "copy.drafter")


def test_a_share_whose_locks_do_not_work(project: Path, record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing can be read there unless the engine is told to do without: our own lock is enough."""
    connect = sqlite3.connect
    monkeypatch.setattr(store, "is_local", lambda _path: False)

    class Bad(sqlite3.Connection):
        def execute(self, sql: str, *parameters: Any) -> sqlite3.Cursor:
            if not sql.startswith("PRAGMA") or "_id" in sql:
                error = sqlite3.OperationalError("disk I/O error")
                error.sqlite_errorcode = sqlite3.SQLITE_IOERR_RDLOCK
                raise error
            return super().execute(sql, *parameters)

    def bad(path: str | Path, **options: bool) -> sqlite3.Connection:
        good = "nolock=1" in str(path) or str(path) == ":memory:"
        return connect(path, **options) if good else connect(path, factory=Bad, **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(sqlite3, "connect", bad)
    with closing(ProjectStore.open(project)) as opened:
        assert opened.load() == record
        opened.append([TAG], [])
        assert opened.load().revisions[-1] == TAG
    with pytest.raises(UnwritableError, match="can't be read or written just now"):
        read_project(project)  # without a lock of its own it may not


# --- where a file lies -----------------------------------------------------------------------------------------------

LINUX = r"""
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:26 / /proc rw - proc proc rw
40 22 0:40 / /media/two\040words rw,relatime shared:2 master:1 - cifs //server/share rw
41 22 0:41 / /srv rw - nfs4 server:/srv rw
42 41 8:1 / /srv/me/stick rw - vfat /dev/sdb1 rw
43 41 8:1 / /srv/me/sync rw - fuse.something something rw
broken
"""
MAC = """
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//me@server/share on /Volumes/share (smbfs, nodev, nosuid, mounted by me)
map auto_home on /System/Volumes/Data/srv (autofs, automounted, nobrowse)
"""


def test_mounts_are_read() -> None:
    assert linux_mounts(LINUX)[2] == ("/media/two words", "cifs")
    assert len(linux_mounts(LINUX)) == 6
    assert dict(mac_mounts(MAC))["/Volumes/share"].startswith("smbfs")


@pytest.mark.parametrize(
    ("place", "local"),
    [
        ("/var/a.drafter", True),
        ("/srv/me/a.drafter", False),
        ("/srv/me/stick/a.drafter", True),
        ("/srv/me/stick2/a.drafter", False),
        ("/srv/me/sync/a.drafter", False),
        ("/media/two words/计划.drafter", False),
        ("/media/two", True),
    ],
)
def test_what_is_local(place: str, local: bool) -> None:
    assert (disk._kind(place, linux_mounts(LINUX)) in disk._LOCAL) == local


@pytest.mark.skipif(sys.platform == "win32", reason="it is asked otherwise there")
def test_where_nothing_is_known_nothing_is_local(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_arguments: object, **_options: object) -> str:
        raise OSError

    monkeypatch.setattr(Path, "read_text", none)
    monkeypatch.setattr(disk, "said", none)
    assert not is_local(tmp_path)


# --- the work goes on elsewhere --------------------------------------------------------------------------------------


def full(opened: ProjectStore, _path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del monkeypatch
    opened._database.execute("PRAGMA max_page_count = 1")


def gone(_opened: ProjectStore, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del monkeypatch
    path.rename(path.with_name("elsewhere"))


def no_locks(opened: ProjectStore, _path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = opened._locks[0]

    class Lost:
        held = False
        release, leave = ours.release, ours.leave

    monkeypatch.setattr(opened, "_locks", [Lost()])


@pytest.mark.parametrize("local", [True, False])
@pytest.mark.parametrize("fault", [full, gone, no_locks])
def test_a_file_that_can_t_be_written_any_more(
    fault: Callable[[ProjectStore, Path, pytest.MonkeyPatch], None],
    local: bool,
    project: Path,
    record: Record,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(store, "is_local", lambda _path: local)
    told: list[UnwritableError] = []
    refuge = tmp_path / "refuge.drafter"

    def flee(error: UnwritableError) -> ProjectStore:
        told.append(error)
        return ProjectStore.create(refuge, record)

    long = "x" * 300_000
    change = Revision(8, "text", 7, "zh", "", long, "", TIME, "", "", 8)
    opened = ProjectStore.open(project)
    opened.load()
    fault(opened, project, monkeypatch)
    with pytest.raises(UnwritableError):
        opened.append([change], [record.clauses[2].with_text("zh", long)])
    assert not told
    opened.refuge = flee
    opened.append([change], [record.clauses[2].with_text("zh", long)])
    assert len(told) == 1
    opened.append([Revision(9, "tag", 7, "zh", "", "on", "", TIME, "", "m.2", 9)], [])
    assert opened.path == refuge
    opened.close()
    assert len(read_project(refuge).revisions) == len(record.revisions) + 2
    assert not any(path.name.endswith(".lock") for path in tmp_path.iterdir())


def test_where_there_is_no_refuge_either(project: Path) -> None:
    def flee(_error: UnwritableError) -> ProjectStore:
        raise ProjectError("no room")

    with closing(ProjectStore.open(project)) as opened:
        opened.refuge = flee
        project.unlink()
        with pytest.raises(UnwritableError, match="moved"):
            opened.remember("place", "9")
        assert opened.path == project

"""One writer: who has a file is told, whoever is dead loses it, and nobody else ever does."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest

from drafter.model import Revision
from drafter.project import LockedError, LockedStore, ProjectError, ProjectStore, Record, lock, process, read_project
from drafter.project.lock import STALE, FileLock, holder
from tests.project.conftest import TIME

ROOT = Path(__file__).parents[2]
HOLDER = """
import sys, time
from pathlib import Path
from drafter.project.lock import FileLock
held = FileLock.take(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""
TAG = Revision(8, "tag", 7, "zh", "", "on", "", TIME, "", "m.2", 8)


@contextmanager
def another_program(path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        yield other
        other.kill()


def place(path: Path) -> Path:
    return path.with_name(f".~{path.name}.lock")


def forged(path: Path, *, age: float = 0.0, **changes: object) -> None:
    """Put a lock there that says something else than ours would."""
    with closing_lock(path):
        known = json.loads(place(path).read_bytes())
    place(path).write_text(json.dumps({**known, **changes}))
    beat = path.stat().st_mtime if age else 0.0
    if age:
        path.touch()
        beat = path.stat().st_mtime - age
        os.utime(place(path), (beat, beat))


@contextmanager
def closing_lock(path: Path) -> Iterator[FileLock]:
    held = FileLock.take(path)
    try:
        yield held
    finally:
        held.release()


def taken(path: Path) -> bool:
    try:
        FileLock.take(path).release()
    except LockedError:
        return False
    return True


def test_a_second_program_is_told_who_has_it(project: Path, record: Record) -> None:
    with another_program(project) as other:
        with pytest.raises(LockedError) as caught:
            ProjectStore.open(project)
        assert f"process {other.pid}" in str(caught.value)
        assert process.machine().split("/")[0] in str(caught.value)
        with pytest.raises(LockedError):
            ProjectStore.create(project, record)
        assert read_project(project) == record
        store = LockedStore(project, caught.value)
        assert store.load() == record
        for write in (partial(store.append, [TAG], []), partial(store.remember, "place", "9")):
            with pytest.raises(ProjectError, match="it can be read, not changed"):
                write()
    assert read_project(project) == record


def test_the_lock_of_a_killed_program_is_taken_over(project: Path) -> None:
    with another_program(project) as other:
        other.kill()
        while process.birth(other.pid) is not None:  # nobody waits for it: what is left of it still has its number
            threading.Event().wait(0.01)
        with closing(ProjectStore.open(project)) as store:
            store.remember("place", "9")
    assert list(project.parent.iterdir()) == [project]


def test_a_number_that_was_used_again(project: Path) -> None:
    forged(project, birth="somewhen else", token="x")
    assert taken(project)
    forged(project, token="x")
    assert not taken(project)


def test_another_machine_is_dead_when_its_heart_stops(project: Path) -> None:
    forged(project, machine="elsewhere", host="elsewhere", process=1, token="x")
    assert not taken(project)
    found = holder(project)
    assert found is not None
    assert (found.host, found.here) == ("elsewhere", False)
    forged_again = json.loads(place(project).read_bytes())
    place(project).unlink()
    forged(project, age=STALE / 2, **forged_again)
    assert not taken(project)
    place(project).unlink()
    forged(project, age=STALE * 2, **forged_again)
    assert holder(project) is None
    assert taken(project)


def test_a_clock_that_was_set_back(project: Path) -> None:
    """The dead owner's beat lies in the future."""
    forged(project, age=-3600, machine="elsewhere", token="x")
    assert taken(project)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"host": 1}', b"\xff\xfe"])
def test_a_lock_that_says_nothing(content: bytes, project: Path) -> None:
    place(project).write_bytes(content)
    assert not taken(project)  # perhaps it is being written in this moment
    stat = place(project).stat()
    os.utime(place(project), (stat.st_atime, stat.st_mtime - 60))
    assert taken(project)


def test_a_heart_beats(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "BEAT", 0.01)
    with closing_lock(project):
        os.utime(place(project), (1, 1))
        ended = threading.Event()
        for _ in range(500):
            if place(project).stat().st_mtime > 1 or ended.wait(0.02):
                break
        assert place(project).stat().st_mtime > 1


def test_who_slept_and_lost_the_file_writes_no_more(project: Path, record: Record) -> None:
    with closing(ProjectStore.open(project)) as store:
        other = json.dumps({**json.loads(place(project).read_bytes()), "token": "x"})
        place(project).write_text(other)
        with pytest.raises(ProjectError, match="while this computer slept"):
            store.remember("place", "9")
    assert place(project).read_text() == other  # nor takes the lock from whoever has it now
    assert read_project(project) == record


def test_a_lock_that_was_cleared_up_is_ours_still(project: Path) -> None:
    with closing(ProjectStore.open(project)) as store:
        place(project).unlink()
        store.remember("place", "9")
        assert not taken(project)
    assert list(project.parent.iterdir()) == [project]


def test_only_one_of_many_gets_it(project: Path) -> None:
    forged(project, birth="dead", token="x")
    for _ in range(20):
        start, won = threading.Barrier(8), list[FileLock]()

        def compete(start: threading.Barrier = start, won: list[FileLock] = won) -> None:
            start.wait()
            with suppress(LockedError):
                won.append(FileLock.take(project))

        threads = [threading.Thread(target=compete) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(won) == 1
        assert won[0].held
        won[0].release()
        forged(project, birth="dead", token="x")


@pytest.mark.skipif(sys.platform == "win32", reason="there the name is taken in one step without links")
def test_a_file_system_without_links(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_source: Path, _target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", none)
    with closing_lock(project) as held:
        assert held.held
        assert not taken(project)
    assert list(project.parent.iterdir()) == [project]


def test_what_was_left_by_who_was_killed_while_taking_it(project: Path) -> None:
    old, new = (place(project).with_name(f"{place(project).name}.{name}") for name in ("old", "new"))
    for path in (old, new):
        path.touch()
    os.utime(old, (1, 1))
    with closing_lock(project):
        assert not old.exists()
        assert new.exists()  # perhaps somebody is trying in this moment


def test_a_very_long_name(record: Record, tmp_path: Path) -> None:
    path = tmp_path / ("计" * 80 + ".drafter")
    with closing(ProjectStore.create(path, record)), pytest.raises(LockedError):
        ProjectStore.open(path)
    assert list(tmp_path.iterdir()) == [path]


def test_where_no_lock_can_be_written(project: Path, record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may only be read: its projects can be looked at."""

    def forbidden(_self: Path, _data: bytes) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_bytes", forbidden)
    before = project.read_bytes()
    with closing(ProjectStore.open(project)) as store:
        assert store.load() == record
        with pytest.raises(ProjectError, match="may not be written"):
            store.remember("place", "9")
    assert project.read_bytes() == before

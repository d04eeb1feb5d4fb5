import errno
import os
from pathlib import Path

import pytest

from drafter.exports.atomic import write_atomically
from drafter.model import DrafterError


def left(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_writes_and_replaces(tmp_path: Path) -> None:
    path = tmp_path / "计划.docx"
    for data in (b"first", b"second"):
        write_atomically(path, data)
        assert path.read_bytes() == data
    assert left(tmp_path) == [path.name]


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "disk is full"), (errno.EROFS, "read-only"), (errno.EIO, "Choose another folder")],
)
def test_failure_while_writing_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(b"old")

    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(DrafterError, match=words):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert left(tmp_path) == ["plan.docx"]


def test_file_open_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(b"old")

    def held(_source: Path, _target: Path) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(DrafterError, match=r"“plan\.docx” was not saved: it is open in another program"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert left(tmp_path) == ["plan.docx"]


def test_folder_where_nobody_may_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, _mode: str) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DrafterError, match="you may not write in the folder"):
        write_atomically(tmp_path / "plan.docx", b"new")
    assert left(tmp_path) == []


def test_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DrafterError, match="does not exist"):
        write_atomically(tmp_path / "none" / "plan.docx", b"new")


def test_name_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").mkdir()
    with pytest.raises(DrafterError, match="a folder has that name"):
        write_atomically(tmp_path / "plan.docx", b"new")
    assert left(tmp_path) == ["plan.docx"]


def test_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(DrafterError, match=r"shorter name|another folder"):
        write_atomically(tmp_path / ("长" * 200 + ".docx"), b"new")
    assert left(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.docx").write_bytes(b"old")
    (tmp_path / "link.docx").symlink_to(tmp_path / "real.docx")
    write_atomically(tmp_path / "link.docx", b"new")
    assert (tmp_path / "link.docx").is_symlink()
    assert (tmp_path / "real.docx").read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="rights differ on Windows")
def test_rights_are_the_users_own(tmp_path: Path) -> None:
    fresh, kept = tmp_path / "fresh.docx", tmp_path / "kept.docx"
    (tmp_path / "usual").write_bytes(b"")
    kept.write_bytes(b"old")
    kept.chmod(0o640)
    write_atomically(fresh, b"new")
    write_atomically(kept, b"new")
    assert fresh.stat().st_mode == (tmp_path / "usual").stat().st_mode
    assert kept.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_pipe_is_written_into(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_atomically(pipe, b"text")
        assert os.read(reader, 10) == b"text"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
    assert left(tmp_path) == ["pipe"]


def test_a_file_in_the_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "old.docx").write_bytes(b"old")
    with pytest.raises(DrafterError, match=r"old\.docx” is a file and no folder"):
        write_atomically(tmp_path / "old.docx" / "plan.docx", b"new")
    assert left(tmp_path) == ["old.docx"]


def test_a_write_protected_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda where, mode: not (Path(where) == path and mode == os.W_OK))
    with pytest.raises(DrafterError, match=r"“plan\.docx” was not saved: the file of that name is write-protected"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert left(tmp_path) == ["plan.docx"]


def test_a_folder_that_may_not_be_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, **_more: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", refuse)
        patch.setattr(os, "stat", refuse)
        with pytest.raises(DrafterError, match="you may not write in the folder"):
            write_atomically(tmp_path / "plan.docx", b"new")

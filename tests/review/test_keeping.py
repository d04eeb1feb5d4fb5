"""Opening whatever was dropped on the program, and going on where it was left."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from drafter.documents import UnreadableError
from drafter.project import ProjectError
from drafter.review import Pasted, ReviewSession, keep, open_files, open_or_resume, open_pair
from tests.review.conftest import EN, ZH, Opened

MIXED = "石桥镇行动计划，自印发之日起施行\nShiqiao town action plan, in force from today\n"


def open_and_keep(sources: Sequence[Path | Pasted], folder: Path, *, author: str = "") -> tuple[ReviewSession, bool]:
    """Open as the window does where there is nothing to look at first."""
    opened = open_or_resume(sources, folder, author=author)
    keep(opened.session, opened.place)
    return opened.session, opened.resumed


def test_a_pair_in_any_order(files: tuple[Path, Path], closing: Opened) -> None:
    zh, en = files
    for paths in ([zh, en], [en, zh]):
        session = closing(open_files(paths))
        assert session.documents["zh"].name == zh.name
        assert session.documents["en"].name == en.name


def test_one_file(files: tuple[Path, Path], tmp_path: Path, closing: Opened) -> None:
    zh, en = files
    assert set(closing(open_files([zh])).documents) == {"zh"}
    assert set(closing(open_files([en])).documents) == {"en"}
    mixed, figures = tmp_path / "mixed.txt", tmp_path / "figures.txt"
    mixed.write_text(MIXED, encoding="utf-8")
    figures.write_text("12\n\n13\n", encoding="utf-8")
    assert closing(open_files([mixed])).mixed
    assert set(closing(open_files([figures])).documents) == {"en"}


def test_a_project(files: tuple[Path, Path], tmp_path: Path, closing: Opened) -> None:
    path = tmp_path / "A.DRAFTER"
    closing(open_pair(*files)).save_as(path)
    assert closing(open_files([path])).path == path
    with pytest.raises(UnreadableError, match="open it alone"):
        open_files([path, files[0]])
    session, resumed = open_and_keep([path], tmp_path / "kept")
    assert closing(session).path == path
    assert not resumed
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize("count", [0, 3])
def test_too_many_or_none(count: int, files: tuple[Path, Path]) -> None:
    with pytest.raises(UnreadableError, match=f"{count} were given"):
        open_files([files[0]] * count)


def test_work_goes_on(files: tuple[Path, Path], tmp_path: Path, closing: Opened) -> None:
    folder = tmp_path / "kept" / "审校"
    session, resumed = open_and_keep(files, folder, author="柳")
    assert not resumed
    session.edit(1, "en", "Kept")
    session.close()
    # The same bytes are known under another name, and in another order.
    renamed = files[1].with_name("other.txt")
    files[1].rename(renamed)
    again, resumed = open_and_keep([renamed, files[0]], folder)
    assert closing(again).clause(1).en.text == "Kept"
    assert resumed
    assert len(list(folder.glob("[!.]*"))) == 1
    renamed.write_text(EN + "More.\n", encoding="utf-8")
    other, resumed = open_and_keep([files[0], renamed], folder)
    assert closing(other).clause(1).en.text != "Kept"
    assert not resumed


def test_a_damaged_one_is_left_alone_and_work_still_goes_on(
    files: tuple[Path, Path], tmp_path: Path, closing: Opened
) -> None:
    folder = tmp_path / "kept"
    open_and_keep(files, folder)[0].close()
    (damaged,) = folder.iterdir()
    damaged.write_bytes(b"SQLite format 3\x00 and then nothing")
    second, resumed = open_and_keep(files, folder)
    assert not resumed
    second.edit(1, "en", "Second")
    second.close()
    third, resumed = open_and_keep(files, folder)
    assert resumed
    assert closing(third).clause(1).en.text == "Second"
    assert damaged.read_bytes().endswith(b"nothing")
    assert len(list(folder.glob("[!.]*"))) == 2


def test_a_folder_that_can_t_be_written(files: tuple[Path, Path], tmp_path: Path, closing: Opened) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    session, resumed = open_and_keep(files, blocked / "kept")
    assert closing(session).path is None
    assert not resumed
    assert session.edit(1, "en", "still works")


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in the file system")
def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableError):
        open_and_keep([tmp_path / "pipe.txt"], tmp_path / "kept")
    os.mkfifo(tmp_path / "pipe.drafter")
    with pytest.raises(ProjectError):
        open_and_keep([tmp_path / "pipe.drafter"], tmp_path / "kept")


def test_what_can_t_be_read_is_said(tmp_path: Path) -> None:
    for paths in ([tmp_path / "none.txt"], [tmp_path], [Path("nul\x00.txt")]):
        with pytest.raises(UnreadableError):
            open_and_keep(paths, tmp_path / "kept")
    with pytest.raises(ProjectError):
        open_and_keep([tmp_path / "none.drafter"], tmp_path / "kept")


def test_a_swapped_pair_is_told(files: tuple[Path, Path]) -> None:
    with pytest.raises(UnreadableError, match="other way round"):
        open_pair(files[1], files[0])


def test_progress_only_grows(files: tuple[Path, Path], closing: Opened) -> None:
    told: list[float] = []
    closing(open_files(files, progress=told.append))
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_a_new_review_is_kept_when_it_is_told_to(files: tuple[Path, Path], tmp_path: Path, closing: Opened) -> None:
    folder = tmp_path / "kept"
    opened = open_or_resume(files, folder)
    assert closing(opened.session).path is None
    assert not folder.exists()
    keep(opened.session, opened.place)
    assert opened.session.path == opened.place
    opened.session.close()
    again = open_or_resume(files, folder)
    assert closing(again.session).path == opened.place
    assert (again.resumed, again.place) == (True, None)


def test_pasted_texts_are_opened_like_files(tmp_path: Path, closing: Opened) -> None:
    folder = tmp_path / "kept"
    texts = [Pasted("pasted English", EN), Pasted("pasted Chinese", ZH)]
    session, resumed = open_and_keep(texts, folder)
    assert not resumed
    assert session.manner == "pair"
    assert {side: document.name for side, document in session.documents.items()} == {
        "zh": "pasted Chinese",
        "en": "pasted English",
    }
    assert session.documents["zh"].format == "txt"
    session.edit(1, "en", "Kept")
    session.close()
    again, resumed = open_and_keep(texts[::-1], folder)
    assert resumed
    assert closing(again).clause(1).en.text == "Kept"
    assert closing(open_files([Pasted("both", MIXED)])).manner == "both"
    assert closing(open_files([Pasted("one", EN)])).manner == "en"

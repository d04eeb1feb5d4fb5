"""`drafter merge`: two copies of a project joined."""

import shutil
from pathlib import Path

from drafter.review import open_project
from tests.cli.conftest import Drafter

Pair = tuple[Path, Path]


def copies(pair: Pair, folder: Path, drafter: Drafter) -> tuple[Path, Path]:
    mine, theirs = folder / "甲.drafter", folder / "乙.drafter"
    drafter("new", "--zh", pair[0], "--en", pair[1], "-o", mine)
    shutil.copy(mine, theirs)
    return mine, theirs


def edit(path: Path, clause: int, text: str, author: str) -> None:
    session = open_project(path, author=author)
    session.edit(clause, "en", text)
    session.close()


def test_merge(pair: Pair, tmp_path: Path, drafter: Drafter) -> None:
    mine, theirs = copies(pair, tmp_path, drafter)
    edit(mine, 1, "A plan", "Li")
    edit(theirs, 2, "I. Goals", "Wang")
    answer = drafter("merge", mine, theirs, "-o", tmp_path / "c.drafter")
    assert (answer.status, answer.rows) == (0, [])
    joined = open_project(tmp_path / "c.drafter")
    assert [joined.clause(id_).en.text for id_ in (1, 2)] == ["A plan", "I. Goals"]
    joined.close()


def test_a_conflict_is_told_and_noted(pair: Pair, tmp_path: Path, drafter: Drafter) -> None:
    mine, theirs = copies(pair, tmp_path, drafter)
    edit(mine, 1, "A plan", "Li")
    edit(theirs, 1, "The scheme", "Wang")
    answer = drafter("merge", mine, theirs, "-o", tmp_path / "c.drafter")
    assert answer.status == 1
    assert [(row["mine"], row["theirs"], row["author"]) for row in answer.rows] == [("A plan", "The scheme", "Wang")]
    joined = open_project(tmp_path / "c.drafter")
    assert [(note.author, "The scheme" in note.text) for note in joined.notes(1)] == [("Wang", True)]
    joined.close()


def test_merge_refuses_to_write_over_a_copy(pair: Pair, tmp_path: Path, drafter: Drafter) -> None:
    mine, theirs = copies(pair, tmp_path, drafter)
    assert drafter("merge", mine, theirs, "-o", theirs).status == 2
    assert drafter("merge", mine, tmp_path / "none.drafter", "-o", tmp_path / "c.drafter").status == 3
    assert not (tmp_path / "c.drafter").exists()

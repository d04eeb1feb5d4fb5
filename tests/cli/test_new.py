"""`drafter new`: what is there already."""

from pathlib import Path

from drafter.review import open_project
from tests.cli.conftest import Drafter


def test_new_does_not_go_over_work(pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    path = tmp_path / "a.drafter"
    words = ("new", "--zh", pair[0], "--en", pair[1], "-o", path)
    assert drafter(*words).status == 0
    assert drafter(*words).status == 0  # nobody worked on it yet
    session = open_project(path, author="柳如烟")
    session.edit(1, "en", "A plan for Shiqiao")
    session.close()
    before = path.read_bytes()
    answer = drafter(*words)
    assert (answer.status, "another name" in answer.sentence) == (2, True)
    assert path.read_bytes() == before


def test_new_goes_over_what_is_no_project(pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    path = tmp_path / "a.drafter"
    path.write_text("hello", encoding="utf-8")
    assert drafter("new", "--zh", pair[0], "--en", pair[1], "-o", path).status == 0
    session = open_project(path)
    assert len(session.clauses) > 1
    session.close()

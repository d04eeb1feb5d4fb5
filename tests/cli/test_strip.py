"""`drafter strip`: a copy for hand-over."""

from pathlib import Path

from drafter.review import open_project
from tests.cli.conftest import Drafter


def test_strip(project: Path, tmp_path: Path, drafter: Drafter) -> None:
    session = open_project(project, author="柳如烟")
    session.edit(1, "en", "A plan for Shiqiao")
    session.close()
    answer = drafter("strip", project, "-o", tmp_path / "out.drafter")
    assert (answer.status, answer.out) == (0, "")
    copy = open_project(tmp_path / "out.drafter")
    assert (copy.clause(1).en.text, copy.revisions) == ("A plan for Shiqiao", ())
    copy.close()
    assert "柳如烟".encode() not in (tmp_path / "out.drafter").read_bytes()


def test_strip_refuses(project: Path, tmp_path: Path, drafter: Drafter) -> None:
    before = project.read_bytes()
    assert drafter("strip", project, "-o", tmp_path / "out.txt").status == 2
    answer = drafter("strip", project, "-o", project)
    assert (answer.status, "another name" in answer.sentence) == (3, True)
    assert drafter("strip", tmp_path / "none.drafter", "-o", tmp_path / "out.drafter").status == 3
    assert project.read_bytes() == before
    assert not (tmp_path / "out.drafter").exists()

"""`drafter fix` on a project: what is finished stays, and that is said."""

from pathlib import Path

from drafter.review import open_project
from tests.cli.conftest import Drafter


def test_finished_clauses_are_left_alone(pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    project = tmp_path / "a.drafter"
    drafter("new", "--zh", pair[0], "--en", pair[1], "-o", project)
    session = open_project(project)
    clause = next(one.id for one in session.clauses if "PM2.five" in one.en.text)
    before = session.clause(clause).en.text
    session.set_state(clause, "final", overrule="agreed")
    session.close()
    answer = drafter("fix", "--project", project, "--lang", "en")
    assert answer.status == 0
    assert "1 finished clause was left alone." in answer.err
    again = open_project(project)
    assert again.clause(clause).en.text == before
    again.close()

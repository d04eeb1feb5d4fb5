"""`drafter update`: a new version of one file of a project."""

from pathlib import Path

from drafter.review import open_project
from tests.cli.conftest import ZH, Drafter

Pair = tuple[Path, Path]


def test_update(pair: Pair, tmp_path: Path, drafter: Drafter) -> None:
    old, new = tmp_path / "a.drafter", tmp_path / "b.drafter"
    drafter("new", "--zh", pair[0], "--en", pair[1], "-o", old)
    session = open_project(old)
    heading = next(clause for clause in session.clauses if clause.zh.text == "一、总体目标")
    session.edit(heading.id, "en", "I. Overall goals")
    session.close()
    later = tmp_path / "later.txt"
    later.write_text(ZH.replace("下降10%", "下降15%"), encoding="utf-8")
    answer = drafter("update", "--project", old, "--zh", later, "-o", new)
    assert answer.status == 0
    assert ["下降10%" in row["before"] and "下降15%" in row["after"] for row in answer.rows] == [True]
    updated = open_project(new)
    assert updated.clause(heading.id).en.text == "I. Overall goals"
    assert [one.rule for one in updated.findings(answer.rows[0]["clause"]) if one.rule == "number.value"]
    updated.close()
    kept = open_project(old)
    assert "下降10%" in kept.corrected_text("zh")
    kept.close()


def test_update_wants_a_project_and_one_file(pair: Pair, tmp_path: Path, drafter: Drafter) -> None:
    assert drafter("update", "--zh", pair[0], "-o", tmp_path / "b.drafter").status == 2
    old = tmp_path / "a.drafter"
    drafter("new", "--en", pair[1], "-o", old)
    answer = drafter("update", "--project", old, "--zh", pair[0], "-o", tmp_path / "b.drafter")
    assert answer.status == 3
    assert "that side" in answer.sentence
    assert not (tmp_path / "b.drafter").exists()

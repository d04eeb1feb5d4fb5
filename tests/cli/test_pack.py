"""`drafter pack` and `drafter unpack`."""

import json
from pathlib import Path

import docx
import pytest

from drafter.review import open_project
from tests.cli.conftest import Drafter


@pytest.mark.parametrize("ending", [".xlf", ".csv", ".xlsx"])
def test_out_and_back(project: Path, tmp_path: Path, drafter: Drafter, ending: str) -> None:
    pack, before = tmp_path / f"包{ending}", project.read_bytes()
    answer = drafter("pack", "--project", project, "--what", "all", "-o", pack)
    assert (answer.status, "4 clauses sent out." in answer.err) == (0, True)
    answer = drafter("unpack", "--project", project, pack)
    assert (answer.status, answer.rows, answer.err) == (0, [], "0 texts changed.\n")
    assert project.read_bytes() == before


def test_a_change_is_entered_into_a_new_project(project: Path, tmp_path: Path, drafter: Drafter) -> None:
    pack, out, before = tmp_path / "pack.csv", tmp_path / "out.drafter", project.read_bytes()
    assert drafter("pack", "--project", project, "--what", "failed", "open", "-o", pack).status == 0
    pack.write_bytes(pack.read_bytes().replace(b"will refit", b"shall refit", 1).replace(b"will refit", b"shall refit"))
    answer = drafter("unpack", "--project", project, pack, "--author", "译者", "-o", out)
    # The text as loaded was replaced in the pack too, which nobody reads.
    assert (answer.status, [row["after"] for row in answer.rows]) == (0, ["The town shall refit 120 boilers."])
    assert project.read_bytes() == before
    made = open_project(out)
    assert [(one.author, one.reason) for one in made.revisions if one.kind == "text"] == [("译者", "pack.csv")]
    made.close()


def test_what_does_not_fit_is_told(project: Path, tmp_path: Path, drafter: Drafter) -> None:
    pack = tmp_path / "pack.csv"
    drafter("pack", "--project", project, "--what", "all", "-o", pack)
    pack.write_bytes(pack.read_bytes().replace("全镇".encode(), "全县".encode()))
    answer = drafter("unpack", "--project", project, pack)
    assert (answer.status, answer.rows) == (1, [])
    assert "is not the one that was sent" in answer.err
    assert drafter("unpack", "--project", project, pack, "-o", tmp_path / "a.txt").status == 2
    assert drafter("unpack", "--project", project, pack, "-o", project).status == 2
    assert drafter("pack", "--project", project, "-o", tmp_path / "a.txt").status == 3
    assert drafter("unpack", "--project", project, tmp_path / "none.csv").status == 3


def test_a_bilingual_word_table_comes_back(tmp_path: Path, drafter: Drafter) -> None:
    zh, en, project = tmp_path / "zh.txt", tmp_path / "en.txt", tmp_path / "p.drafter"
    zh.write_text("全镇改造锅炉120台。\n", encoding="utf-8")
    en.write_text("The town refits 210 boilers.\n", encoding="utf-8")
    table, out = tmp_path / "t.docx", tmp_path / "new.drafter"
    assert drafter("new", "--zh", zh, "--en", en, "-o", project).status == 0
    assert drafter("export", "--project", project, "--returnable", "-o", table).status == 0
    file = docx.Document(str(table))
    file.tables[0].cell(1, 2).paragraphs[0].runs[0].text = "The town refits 120 boilers."
    file.save(str(table))
    answer = drafter("unpack", "--project", project, table, "--author", "Wang", "-o", out)
    assert answer.status == 0
    assert json.loads(answer.out)["after"] == "The town refits 120 boilers."
    assert drafter("check", "--project", out, "--fail-on", "critical").status == 0

"""`drafter report` writes what the engine says, and says what it can't do."""

import json
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.cli.conftest import SAMPLE, Drafter

SOURCES = ("--zh", SAMPLE[0], "--en", SAMPLE[1])


def told(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def test_the_three_kinds(drafter: Drafter, tmp_path: Path) -> None:
    for ending in ("html", "docx", "json"):
        answer = drafter("report", *SOURCES, "-o", tmp_path / f"质量.{ending}")
        assert answer.status == 0
        assert answer.out == ""
        assert "质量" in answer.sentence
    assert (tmp_path / "质量.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert docx.Document(str(tmp_path / "质量.docx")).tables
    found = told(tmp_path / "质量.json")
    assert found["before"] == found["after"]
    assert found["after"]["errors"] > 10


def test_all_findings_of_the_translation_are_counted(drafter: Drafter, tmp_path: Path) -> None:
    rows = drafter("check", *SOURCES, "--format", "jsonl").rows
    drafter("report", *SOURCES, "--repeats", "-o", tmp_path / "q.json")
    found = told(tmp_path / "q.json")
    assert found["counted"]["open"] == len(rows)
    for severity in ("minor", "major", "critical"):
        expected = sum(row["severity"] == severity and row["side"] == "en" for row in rows)
        assert found["after"][severity] == expected


def test_weights(drafter: Drafter, tmp_path: Path) -> None:
    drafter("report", *SOURCES, "--weights", "minor=2,critical=50", "-o", tmp_path / "q.json")
    after = told(tmp_path / "q.json")["after"]
    assert after["penalty"] == 2 * after["minor"] + 5 * after["major"] + 50 * after["critical"]


def test_a_project_and_what_was_confirmed(drafter: Drafter, tmp_path: Path) -> None:
    project = tmp_path / "a.drafter"
    assert drafter("new", *SOURCES, "-o", project).status == 0
    assert drafter("report", "--project", project, "--confirmed", "-o", tmp_path / "q.json").status == 0
    found = told(tmp_path / "q.json")
    assert found["after"]["errors"] == 0
    assert found["counted"]["left_out"]["unconfirmed"] > 10


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--weights", "tiny=1", "-o", "q.html"], "“tiny=1” is no weight"),
        (["--weights", "minor=-1", "-o", "q.html"], "The weight of “minor” can't be “-1”"),
        (["-o", "q.pdf"], "“q.pdf” has to end in one of .html, .docx, .json"),
        ([], "-o/--out"),
    ],
)
def test_refusals(
    words: list[str], said: str, drafter: Drafter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = drafter("report", *SOURCES, *words)
    assert answer.status == 2
    assert said in answer.sentence
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_report_on(drafter: Drafter, tmp_path: Path) -> None:
    answer = drafter("report", "--en", tmp_path / "none.txt", "-o", tmp_path / "q.html")
    assert answer.status == 3
    assert "none.txt" in answer.sentence

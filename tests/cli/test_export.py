"""`drafter export`: every kind of file in one go, and names that are filled in."""

import json
import zipfile
from pathlib import Path

import pytest

from drafter.review import ENDINGS
from tests.cli.conftest import Drafter


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    zh, en = tmp_path / "方案.txt", tmp_path / "plan.txt"
    zh.write_text("云溪市方案\n到2025年，细颗粒物浓度下降10%。\n改造锅炉12台。\n", encoding="utf-8")
    en.write_text("Plan of Yunxi City\nBy 2025, PM2.5 falls by 10%.\nRenovate 21 boilers.\n", encoding="utf-8")
    return zh, en


def test_every_kind_of_file_at_once(pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    outs = [tmp_path / f"out{ending}" for ending in ENDINGS]
    answer = drafter("export", "--zh", pair[0], "--en", pair[1], "-o", *outs)
    assert answer.status == 0
    assert all(out.stat().st_size > 100 for out in outs)
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "of-number" in page
    assert len(json.loads((tmp_path / "out.json").read_bytes())["clauses"]) == 3


def test_several_layouts_and_a_pattern(pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    given = ("export", "--zh", pair[0], "--en", pair[1], "--layout", "table", "zh")
    assert drafter(*given, "-o", tmp_path / "a.docx").status == 0
    assert drafter(*given, "-o", tmp_path / "{name} {layout} {style}.docx").status == 0
    names = sorted(path.name for path in tmp_path.glob("*.docx"))
    assert names == ["a-table.docx", "a-zh.docx", "方案 table plain.docx", "方案 zh plain.docx"]
    assert all(zipfile.is_zipfile(tmp_path / name) for name in names)


def test_a_place_that_is_none_is_told(pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    answer = drafter("export", "--zh", pair[0], "--en", pair[1], "-o", tmp_path / "{date}.docx")
    assert answer.status == 2
    assert "“{date}” can't stand in a file's name" in answer.sentence
    assert not list(tmp_path.glob("*.docx"))


@pytest.mark.parametrize(
    ("table", "told"),
    [("clauses", "云溪市方案"), ("findings", "number.value"), ("figures", "differs"), ("measures", "Facet")],
)
def test_each_table(pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter, table: str, told: str) -> None:
    out = tmp_path / "a.csv"
    assert drafter("export", "--zh", pair[0], "--en", pair[1], "--table", table, "-o", out).status == 0
    assert told in out.read_text(encoding="utf-8-sig")


def test_nothing_confirmed_is_told_and_leaves_the_old_file(
    pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter
) -> None:
    out = tmp_path / "a.tmx"
    out.write_text("old")
    answer = drafter("export", "--zh", pair[0], "--en", pair[1], "--confirmed", "-o", out)
    assert answer.status == 3
    assert "confirm clauses first" in answer.sentence
    assert out.read_text() == "old"


def test_a_source_is_never_written_over(pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    answer = drafter("export", "--zh", pair[0], "--en", pair[1], "-o", tmp_path / "a.json", pair[1])
    assert answer.status == 2
    assert not (tmp_path / "a.json").exists()


def test_wishes_that_would_be_left_out_are_refused(pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    given = ("export", "--zh", pair[0], "--en", pair[1], "-o", tmp_path / "a.docx")
    assert "do not go with --into-original" in drafter(*given, "--into-original", "--comments").sentence
    project = tmp_path / "p.drafter"
    assert drafter("new", "--zh", pair[0], "--en", pair[1], "-o", project).status == 0
    asked = ("export", "--project", project, "--returnable", "--fixes", "safe", "-o", tmp_path / "a.docx")
    answer = drafter(*asked)
    assert answer.status == 2
    assert "can't be taken back" in answer.sentence
    answer = drafter(*given, "--returnable", "--layout", "zh")
    assert answer.status == 2
    assert "--layout table" in answer.sentence
    assert not (tmp_path / "a.docx").exists()


def test_a_finished_file_with_critical_findings_is_told_of(
    pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter
) -> None:
    given = ("export", "--zh", pair[0], "--en", pair[1], "-o", tmp_path / "a.docx")
    answer = drafter(*given)
    assert answer.status == 0
    assert "1 critical finding is still open." in answer.err
    assert "still open" not in drafter(*given, "--comments").err
    assert "still open" not in drafter(*given, "--fixes", "suggested").err

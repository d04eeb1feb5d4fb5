"""`drafter layout`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Drafter


@pytest.fixture
def file(tmp_path: Path, drafter: Drafter) -> Path:
    zh = tmp_path / "zh.txt"
    zh.write_text(
        "云溪市清洁空气方案\n一、总体要求\n" + "到2025年，细颗粒物浓度下降10%。" * 12 + "\n", encoding="utf-8"
    )
    assert drafter("export", "--zh", zh, "--layout", "zh", "-o", tmp_path / "plain.docx").status == 0
    assert drafter("export", "--zh", zh, "--layout", "zh", "--style", "gbt9704", "-o", tmp_path / "ok.docx").status == 0
    return tmp_path / "plain.docx"


def test_faults_are_lines_with_their_place(file: Path, drafter: Drafter) -> None:
    answer = drafter("layout", file)
    assert answer.status == 0
    assert "whole file  The top margin measures 25 mm" in answer.out
    assert "paragraph 2  “一、总体要求”  A heading of this rank is set in 黑体" in answer.out
    assert drafter("layout", file, "--fail").status == 1


def test_faults_as_json(file: Path, drafter: Drafter) -> None:
    rows = [json.loads(line) for line in drafter("layout", file, "--format", "jsonl").out.splitlines()]
    assert {row["severity"] for row in rows} == {"minor"}
    assert {"page", "body", "title", "heading"} <= {row["element"] for row in rows}


def test_ours_is_as_the_standard_has_it(file: Path, drafter: Drafter) -> None:
    answer = drafter("layout", file.with_name("ok.docx"), "--fail")
    assert answer.status == 0
    assert answer.out == ""
    assert "as GB/T 9704 has it" in answer.err


def test_another_file_is_refused(tmp_path: Path, drafter: Drafter) -> None:
    (tmp_path / "a.txt").write_text("x")
    answer = drafter("layout", tmp_path / "a.txt")
    assert answer.status == 3
    assert "no Word file" in answer.sentence

"""The ending of a file's name says in which form a command writes, and is never given to another form."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Drafter

CHECK, FIGURES, MEASURES = ("check",), ("quantities",), ("measures",)


@pytest.mark.parametrize(
    ("command", "name", "start"),
    [
        (CHECK, "a.html", b"<!DOCTYPE html>"),
        (CHECK, "a.jsonl", b'{"rule"'),
        (CHECK, "a.json", b'{"rule"'),
        (FIGURES, "a.xlsx", b"PK"),
        (FIGURES, "a.CSV", b"\xef\xbb\xbf"),
        (FIGURES, "a.json", b'{"side"'),
        (MEASURES, "a.json", b"["),
        (MEASURES, "a.jsonl", b'{"line"'),
    ],
)
def test_the_ending_says_the_form(
    command: tuple[str], name: str, start: bytes, pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter
) -> None:
    out = tmp_path / name
    assert drafter(*command, "--zh", pair[0], "--en", pair[1], "-o", out).status == 0
    assert out.read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (CHECK, "a.xlsx"),
        ((*CHECK, "--format", "jsonl"), "a.csv"),
        ((*CHECK, "--format", "html"), "a.docx"),
        (FIGURES, "a.html"),
        ((*FIGURES, "--format", "csv"), "a.xlsx"),
        (MEASURES, "a.html"),
    ],
)
def test_a_name_that_promises_another_form_is_refused(
    command: tuple[str, ...], name: str, pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter
) -> None:
    answer = drafter(*command, "--zh", pair[0], "--en", pair[1], "-o", tmp_path / name)
    assert answer.status == 2
    assert f"“{name}” is no name for a file of the form" in answer.sentence
    assert not (tmp_path / name).exists()


def test_lines_go_to_the_output_and_to_any_other_name(
    pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter
) -> None:
    told = drafter("quantities", "--zh", pair[0], "--en", pair[1])
    out = tmp_path / "a.txt"
    assert drafter("quantities", "--zh", pair[0], "--en", pair[1], "-o", out).status == 0
    assert out.read_text(encoding="utf-8").splitlines() == told.out.splitlines()
    assert json.loads(told.out.splitlines()[0])["side"] == "zh"


def test_how_a_mixed_file_is_read_needs_that_file(pair: tuple[Path, Path], drafter: Drafter) -> None:
    answer = drafter("check", "--zh", pair[0], "--mixed-as", "zh")
    assert answer.status == 2
    assert "--mixed" in answer.sentence

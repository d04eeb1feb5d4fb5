"""What a command is given: files, the standard input, and how they are to be read."""

import io
import sys
from pathlib import Path

import pytest

from drafter.review import open_project
from tests.cli.conftest import EN, MIXED, ZH, Drafter

Pair = tuple[Path, Path]


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.parametrize("side", ["zh", "en"])
def test_one_file_comes_from_the_standard_input(
    side: str, pair: Pair, drafter: Drafter, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = drafter("check", "--zh", pair[0], "--en", pair[1], "--format", "jsonl").rows
    give(monkeypatch, (ZH if side == "zh" else EN).encode())
    words = {"zh": pair[0], "en": pair[1], side: "-"}
    assert drafter("check", "--zh", words["zh"], "--en", words["en"], "--format", "jsonl").rows == usual


def test_a_side_alone_and_a_mixed_file_come_from_the_standard_input(
    mixed: Path, pair: Pair, drafter: Drafter, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, EN.encode())
    alone = drafter("check", "--en", "-", "--format", "jsonl")
    assert alone.rows == drafter("check", "--en", pair[1], "--format", "jsonl").rows
    give(monkeypatch, MIXED.encode())
    both = drafter("check", "--mixed", "-", "--format", "jsonl")
    assert both.rows == drafter("check", "--mixed", mixed, "--format", "jsonl").rows


def test_two_files_can_t_come_from_the_standard_input(drafter: Drafter, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, b"")
    answer = drafter("check", "--zh", "-", "--en", "-")
    assert answer.status == 2
    assert "only one file" in answer.err


def test_nothing_on_the_standard_input_is_a_sentence(drafter: Drafter, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, b"")
    answer = drafter("check", "--en", "-")
    assert answer.status == 3
    assert "“standard input” holds only blank lines" in answer.sentence


def test_a_mixed_file_is_read_as_told(mixed: Path, tmp_path: Path, drafter: Drafter) -> None:
    found = {}
    for manner in ("both", "zh", "en"):
        path = tmp_path / f"{manner}.drafter"
        assert drafter("new", "--mixed", mixed, "--mixed-as", manner, "-o", path).status == 0
        session = open_project(path)
        found[session.manner] = [len(clause.zh.segments) for clause in session.clauses]
        session.close()
    assert found == {"both": [1, 1], "zh": [1, 1, 1, 1], "en": [0, 0, 0, 0]}


def test_a_text_is_read_in_the_encoding_given(tmp_path: Path, drafter: Drafter) -> None:
    path = tmp_path / "旧.txt"
    path.write_bytes("石桥镇\n".encode("gb18030"))
    assert drafter("read", path, "--encoding", "gb18030").rows[0]["text"] == "石桥镇"
    answer = drafter("read", path, "--encoding", "utf-8")
    assert answer.status == 3
    assert "not in UTF-8" in answer.sentence


def test_a_doubt_is_told_when_a_project_is_made(pair: Pair, drafter: Drafter) -> None:
    pair[0].write_text("秘密★一年\n" + ZH, encoding="utf-8")
    answer = drafter("new", "--zh", pair[0], "--en", pair[1], "-o", pair[0].with_name("a.drafter"))
    assert answer.status == 0
    assert "秘密★一年" in answer.err

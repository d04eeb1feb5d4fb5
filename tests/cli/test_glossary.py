"""`drafter glossary`: written out for other programs, and looked through."""

from pathlib import Path

import pytest

from drafter.language.terms import shipped_glossary
from drafter.language.terms.exchange import read_glossary
from drafter.language.terms.in_use import choose_glossary
from tests.cli.conftest import Drafter


@pytest.mark.parametrize("ending", ["tbx", "csv", "xlsx"])
def test_ours_goes_out_and_can_be_used(drafter: Drafter, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"术语.{ending}"
    answer = drafter("glossary", "export", path)
    assert answer.status == 0
    assert str(path) in answer.sentence
    assert read_glossary(path) == shipped_glossary()
    assert drafter("glossary", "check", path).out == f"{len(shipped_glossary())} terms can be used.\n"


def test_an_own_one_goes_out_over_ours(drafter: Drafter, tmp_path: Path) -> None:
    own, out = tmp_path / "own.csv", tmp_path / "out.csv"
    own.write_text("zh,en\n没有的词,no such word\n", encoding="utf-8")
    try:
        assert drafter("glossary", "export", out, "--glossary", own).status == 0
    finally:
        choose_glossary(())
    assert read_glossary(out)[-1].en == "no such word"


def test_other_endings_and_odd_files_are_refused(drafter: Drafter, tmp_path: Path) -> None:
    assert drafter("glossary", "export", tmp_path / "a.txt").status == 2
    odd = tmp_path / "odd.tbx"
    odd.write_text("<html/>")
    answer = drafter("glossary", "check", odd)
    assert answer.status == 3
    assert "odd.tbx" in answer.sentence


@pytest.mark.parametrize("ending", ["csv", "tbx", "xlsx"])
def test_a_missing_glossary_is_told_in_the_language_asked_for(tmp_path: Path, drafter: Drafter, ending: str) -> None:
    missing = tmp_path / f"missing.{ending}"
    english = drafter("glossary", "check", missing, "--lang", "en")
    assert english.status == 3
    assert "can't be read: there is no such file." in english.sentence
    assert "No such file or directory" not in drafter("glossary", "check", missing, "--lang", "zh").sentence


def test_an_empty_glossary_is_told_to_be_empty(tmp_path: Path, drafter: Drafter) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    answer = drafter("glossary", "check", empty, "--lang", "en")
    assert answer.status == 3
    assert "“empty.csv” is empty" in answer.sentence

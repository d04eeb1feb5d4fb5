"""Files of translation tools through the command line: fixed and exported in place, refused with a sentence."""

from pathlib import Path

import pytest

from tests.cli.conftest import Drafter

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="zh-CN"/><body>
<tu tuid="a"><tuv xml:lang="zh-CN"><seg>PM<hi type="sub">2.5</hi>浓度下降10%。</seg></tuv>
<tuv xml:lang="en"><seg>The level ofPM<hi type="sub">2.5</hi> falls by 10%.</seg></tuv></tu>
</body></tmx>
"""
BOMB = '<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    path = tmp_path / "memory.tmx"
    path.write_text(TMX, encoding="utf-8")
    return path


def test_fix_puts_the_fixes_into_the_file(memory: Path, tmp_path: Path, drafter: Drafter) -> None:
    out = tmp_path / "out.tmx"
    answer = drafter("fix", "--mixed", memory, "-o", out)
    assert answer.status == 0
    assert out.read_text(encoding="utf-8") == TMX.replace("ofPM", "of PM")
    assert "Segments corrected: 1." in answer.err
    assert "spacing.glued" in answer.err


def test_fix_prints_the_words_without_marks(memory: Path, tmp_path: Path, drafter: Drafter) -> None:
    assert drafter("fix", "--mixed", memory).out == "The level of PM2.5 falls by 10%.\n"
    assert drafter("fix", "--mixed", memory, "-o", tmp_path / "out.txt").status == 0
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "The level of PM2.5 falls by 10%.\n"


def test_export_writes_the_file_of_a_project(memory: Path, tmp_path: Path, drafter: Drafter) -> None:
    project, out = tmp_path / "memory.drafter", tmp_path / "out.tmx"
    assert drafter("new", "--mixed", memory, "-o", project).status == 0
    memory.unlink()
    assert drafter("export", "--project", project, "-o", out).status == 0
    assert out.read_text(encoding="utf-8") == TMX
    assert drafter("fix", "--project", project).status == 0
    assert drafter("export", "--project", project, "-o", out).status == 0
    assert out.read_text(encoding="utf-8") == TMX.replace("ofPM", "of PM")


def test_export_with_fixes_writes_the_file(memory: Path, tmp_path: Path, drafter: Drafter) -> None:
    out = tmp_path / "out.tmx"
    assert drafter("export", "--mixed", memory, "--fixes", "safe", "-o", out).status == 0
    assert out.read_text(encoding="utf-8") == TMX.replace("ofPM", "of PM")


@pytest.mark.parametrize(("command", "ending"), [("export", ".sdlxliff"), ("fix", ".xlf")])
def test_another_ending_is_refused(memory: Path, tmp_path: Path, drafter: Drafter, command: str, ending: str) -> None:
    out = tmp_path / f"out{ending}"
    answer = drafter(command, "--mixed", memory, "-o", out)
    assert answer.status == 3
    assert "The review came from a .tmx file" in answer.sentence
    assert not out.exists()


def test_a_memory_becomes_xliff_with_everything_known_of_it(memory: Path, tmp_path: Path, drafter: Drafter) -> None:
    out = tmp_path / "out.xlf"
    assert drafter("export", "--mixed", memory, "-o", out).status == 0
    written = out.read_text(encoding="utf-8")
    assert "its:locQualityIssueType" in written
    assert "⟦" not in written


@pytest.mark.parametrize("command", ["export", "fix"])
def test_the_file_itself_is_never_written_over(memory: Path, drafter: Drafter, command: str) -> None:
    answer = drafter(command, "--mixed", memory, "-o", memory)
    assert answer.status == 2
    assert memory.read_text(encoding="utf-8") == TMX


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('<!DOCTYPE tmx SYSTEM "tmx14.dtd">', BOMB, "document type declaration"),
        ("falls", "&nbsp;", "is damaged (line 5)"),
        ("</body>", "", "is damaged"),
        ('"UTF-8"', '"US-ASCII"', "is not in the encoding that it names"),
    ],
)
def test_hostile_files_are_refused(
    memory: Path, tmp_path: Path, drafter: Drafter, old: str, new: str, said: str
) -> None:
    memory.write_text(TMX.replace(old, new, 1), encoding="utf-8")
    out = tmp_path / "out.tmx"
    out.write_text("old")
    answer = drafter("fix", "--mixed", memory, "-o", out)
    assert answer.status == 3
    assert said in answer.sentence
    assert out.read_text() == "old"

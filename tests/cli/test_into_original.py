"""`drafter export --into-original`."""

import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from drafter.documents import read_document
from drafter.review import open_pair
from tests.cli.conftest import Drafter


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    zh, en = tmp_path / "zh.txt", tmp_path / "plan.docx"
    zh.write_text("云溪市方案\n到2025年，PM2.5浓度控制在32微克/立方米以内。\n", encoding="utf-8")
    file: Any = docx.Document()
    file.add_heading("Plan of Yunxi City")
    file.add_paragraph("By 2025, the PM2.five concentration is kept within ").add_run("32μg/mthree").italic = True
    file.save(str(en))
    return zh, en


def test_corrections_go_into_the_file(pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    out = tmp_path / "out.docx"
    answer = drafter("export", "--zh", pair[0], "--en", pair[1], "--into-original", "--fixes", "safe", "-o", out)
    assert answer.status == 0
    assert "Paragraphs corrected: 1." in answer.err
    file = docx.Document(str(out))
    assert file.paragraphs[0].style is not None
    assert file.paragraphs[0].style.name == "Heading 1"
    assert file.paragraphs[1].text == "By 2025, the PM2.5 concentration is kept within 32 μg/m³"
    assert [run.text for run in file.paragraphs[1].runs if run.italic] == ["32 μg/m³"] or "μg/m³" in "".join(
        run.text for run in file.paragraphs[1].runs if run.italic
    )


def test_as_tracked_changes(pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    out = tmp_path / "out.docx"
    given = ("--zh", pair[0], "--en", pair[1], "--into-original", "en", "--fixes", "safe", "--track-changes", "-o", out)
    assert drafter("export", *given).status == 0
    before = [one.text for one in read_document(pair[1]).paragraphs]
    assert [one.text for one in read_document(out, view="original").paragraphs] == before
    assert "32 μg/m³" in read_document(out).paragraphs[1].text


def test_a_text_file_is_no_word_file(pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    answer = drafter("export", "--zh", pair[0], "--en", pair[1], "--into-original", "zh", "-o", tmp_path / "out.docx")
    assert answer.status == 3
    assert "did not come from a Word file" in answer.sentence


def test_the_file_itself_is_never_written_over(pair: tuple[Path, Path], drafter: Drafter) -> None:
    before = pair[1].read_bytes()
    assert drafter("export", "--zh", pair[0], "--en", pair[1], "--into-original", "-o", pair[1]).status == 2
    assert pair[1].read_bytes() == before


def test_names_are_left_out_of_revisions_where_asked(pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    session = open_pair(*pair, author="柳如烟")
    (about,) = (clause for clause in session.clauses if "kept" in clause.en.text)
    session.edit(about.id, "en", about.en.text.replace("kept", "held"))
    session.save_as(tmp_path / "p.drafter")
    session.close()
    given = ("export", "--project", tmp_path / "p.drafter", "--into-original", "--track-changes", "--lang", "en")
    for wish, author in (((), "柳如烟"), (("--no-names",), "Reviewer")):
        out = tmp_path / f"{author}.docx"
        assert drafter(*given, *wish, "-o", out).status == 0
        with zipfile.ZipFile(out) as package:
            body = package.read("word/document.xml").decode()
        assert set(re.findall('w:author="([^"]*)"', body)) == {author}
        assert "held within" in read_document(out).paragraphs[1].text


def test_a_kept_file_that_reads_otherwise_today_is_told(
    pair: tuple[Path, Path], tmp_path: Path, drafter: Drafter, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "p.drafter"
    assert drafter("new", "--zh", pair[0], "--en", pair[1], "-o", project).status == 0
    monkeypatch.setattr("drafter.review.word_original.with_runs", lambda _document: None)
    answer = drafter("export", "--project", project, "--into-original", "-o", tmp_path / "out.docx")
    assert answer.status == 3
    assert "“plan.docx” reads otherwise" in answer.sentence
    assert not (tmp_path / "out.docx").exists()

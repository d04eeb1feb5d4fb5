"""LibreOffice and pandoc as judges: what they made of a document must read like the document itself."""
# ruff: noqa: E501 -- texts are shown as they stand

import shutil
import subprocess
from pathlib import Path
from typing import Final, Literal

import pytest

from drafter.documents import read_document
from drafter.model import Document
from tests.documents.builders import cell, docx, p, table, told
from tests.documents.rich import PLAN, plan, rich

SOFFICE: Final = shutil.which("soffice")
PANDOC: Final = shutil.which("pandoc")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
needs_pandoc = pytest.mark.skipif(PANDOC is None, reason="pandoc is not installed")
View = Literal["final", "original"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two documents in every format that LibreOffice writes."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "rich.docx").write_bytes(rich())
    (folder / "plan.docx").write_bytes(plan())
    for ending in ("rtf", "odt", "doc", "html", "pdf"):
        command = [
            str(SOFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--convert-to", ending, "--outdir", str(folder), str(folder / "rich.docx"), str(folder / "plan.docx"),
        ]  # fmt: skip
        subprocess.run(command, capture_output=True, check=True, timeout=60)
    return folder


def rows(document: Document) -> list[tuple[object, ...]]:
    return [(one.text, one.part, one.number, one.level, one.cell) for one in document.paragraphs if one.text]


@needs_office
@pytest.mark.parametrize("view", ["final", "original"])
@pytest.mark.parametrize("ending", ["rtf", "odt", "doc"])
def test_one_of_everything(made: Path, ending: str, view: View) -> None:
    expected = rows(read_document(made / "rich.docx", view=view))
    document = read_document(made / f"rich.{ending}", view=view)
    assert rows(document) == expected
    assert document.format == ending
    [comment] = document.comments
    assert comment.paragraph is not None
    assert document.paragraphs[comment.paragraph].text[comment.start : comment.end] == "对象"
    words = told(document)
    assert "Tracked changes: 2" in words
    assert "hidden text left out: 1" in words
    assert "Comments read, at the end of the document: 1" in words
    assert ("converted with LibreOffice" in words) == (ending == "doc")


@needs_office
@pytest.mark.parametrize("ending", ["docx", "rtf", "odt", "doc", "html", "pdf"])
def test_a_plan_of_several_pages(made: Path, ending: str) -> None:
    document = read_document(made / f"plan.{ending}")
    assert [one.text for one in document.paragraphs if one.text] == PLAN
    if ending == "pdf":
        assert "Headers, footers and page numbers left out" in told(document)


@needs_pandoc
@pytest.mark.parametrize("ending", ["rtf", "odt", "html"])
def test_what_pandoc_writes(tmp_path: Path, ending: str) -> None:
    source = tmp_path / "a.md"
    text = [
        "标题甲",
        "到2025年，PM2.5浓度下降10%。",
        "二级",
        "1. 甲项",
        "2. 乙项",
        "城市",
        "目标",
        "甲市",
        "35",
        "末段“引号”",
    ]
    source.write_text(
        "# 标题甲\n\n到2025年，PM~2.5~浓度下降10%。\n\n## 二级\n\n1. 甲项\n2. 乙项\n\n| 城市 | 目标 |\n|---|---|\n| 甲市 | 35 |\n\n"
        "末段“引号”\n",
        encoding="utf-8",
    )
    target = tmp_path / f"a.{ending}"
    command = [str(PANDOC), "-s", "--metadata", "pagetitle=x", str(source), "-o", str(target)]
    subprocess.run(command, capture_output=True, check=True, timeout=30)
    document = read_document(target)
    assert ["".join(one.text.split()) for one in document.paragraphs if one.text.strip()] == [
        "".join(one.split()) for one in text
    ]
    assert [one.cell for one in document.paragraphs if one.cell] == [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1)]
    assert [one.level for one in document.paragraphs if one.level] == [1, 2]


BORDERS: Final = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)
HEADER: Final = "<w:tr><w:trPr><w:tblHeader/></w:trPr>"


def long_table() -> str:
    """A ruled table of three pages: its head on each of them, cells of several lines, merged ones, empty ones."""
    tasks = [
        "淘汰燃煤锅炉",
        "推进钢铁、水泥、焦化等重点行业企业超低排放改造，加强全过程环境管理，确保稳定达标排放",
        "加快铁路专用线建设",
    ]
    bodies = ["市生态环境局牵头，市发展改革委、市工业和信息化局按职责分工负责", "市交通运输局", ""]
    rows = [cell("序号") + cell("重点任务") + cell("责任单位") + cell("期限")]
    for number in range(1, 61):
        task, body = cell(tasks[number % 3] * (number % 4 + 1)), cell(bodies[number % 3])
        if number in (7, 30):
            rows.append(cell(f"（{number}）结构优化", '<w:gridSpan w:val="4"/>'))
        elif number in (10, 11):
            merged = cell("市水利局", '<w:vMerge w:val="restart"/>') if number == 10 else cell("", "<w:vMerge/>")
            rows.append(cell(str(number)) + task + merged + cell("2025年"))
        else:
            rows.append(cell(str(number)) + task + body + cell("2025年"))
    made = table(*rows).replace("<w:tblPr/>", f"<w:tblPr><w:tblW w:w='8000' w:type='dxa'/>{BORDERS}</w:tblPr>")
    return made.replace("<w:tr>", HEADER, 1).replace('w:w="4000"', 'w:w="2000"')


def texts_of_cells(document: Document) -> dict[tuple[int, int, int], str]:
    found: dict[tuple[int, int, int], str] = {}
    for one in document.paragraphs:
        if one.cell is not None:
            found[one.cell] = found.get(one.cell, "") + "".join(one.text.split())
    return found


@needs_office
def test_the_cells_of_a_pdf_are_those_of_the_document(tmp_path: Path) -> None:
    source = tmp_path / "table.docx"
    source.write_bytes(docx(p("重点任务分工表") + long_table() + p("以上任务由市政府督查室负责督办。")))
    command = [
        str(SOFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
        "--convert-to", "pdf", "--outdir", str(tmp_path), str(source),
    ]  # fmt: skip
    subprocess.run(command, capture_output=True, check=True, timeout=60)
    document = read_document(tmp_path / "table.pdf")
    assert texts_of_cells(document) == texts_of_cells(read_document(source))
    assert [one.text for one in document.paragraphs if one.cell is None] == [
        "重点任务分工表",
        "以上任务由市政府督查室负责督办。",
    ]

"""Pandoc as an independent judge: another program must see the same words."""

import shutil
import subprocess
from pathlib import Path
from typing import Literal

import pytest

from drafter.documents import read_document
from tests.documents.builders import cell, docx, p, t, table

PANDOC = shutil.which("pandoc")
pytestmark = pytest.mark.skipif(PANDOC is None, reason="pandoc is not installed")

GONE = '<w:rPr><w:del w:id="9" w:author="a"/></w:rPr>'
BODY = (
    p("总体要求")
    + p(t("到") + '<w:ins w:id="1" w:author="a">' + t("2025") + "</w:ins>"
        '<w:del w:id="2" w:author="a"><w:r><w:delText>2020</w:delText></w:r></w:del>' + t("年"))
    + p("删去段落", GONE) + p("标记")
    + p(f"<w:hyperlink w:anchor=\"x\">{t('链接')}</w:hyperlink><w:smartTag>{t('北京')}</w:smartTag>")
    + p('<w:r><w:sym w:font="Symbol" w:char="F06D"/><w:t>g</w:t><w:noBreakHyphen/><w:t>m</w:t></w:r>')
    + f"<w:sdt><w:sdtPr/><w:sdtContent>{p('控件')}</w:sdtContent></w:sdt>"
    + table(cell("甲") + cell("乙"))
    + p('<w:moveFrom w:id="3" w:author="a">' + t("从") + '</w:moveFrom><w:moveTo w:id="4" w:author="a">'
        + t("到") + "</w:moveTo>x")
)  # fmt: skip


@pytest.mark.parametrize(("view", "changes"), [("final", "accept"), ("original", "reject")])
def test_same_words_as_pandoc(tmp_path: Path, view: Literal["final", "original"], changes: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx(BODY))
    command = [str(PANDOC), "-f", "docx", "-t", "plain", "--wrap=none", f"--track-changes={changes}", str(path)]
    theirs = subprocess.run(command, capture_output=True, check=True, timeout=30).stdout.decode()
    ours = "".join(paragraph.text for paragraph in read_document(path, view=view).paragraphs)
    assert "".join(ours.split()) == "".join(theirs.replace("-", "").split())

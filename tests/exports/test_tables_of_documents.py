"""A table of the document is a table again, in one language alone and with both in each cell."""

from pathlib import Path
from typing import Any

import docx
import pytest
from openxml_audit import OpenXmlValidator

from drafter.documents.layout import check_layout
from drafter.exports import DocxOptions
from drafter.review import ReviewSession, export_review, open_pair

ROWS = (("指标", "2024年", "2025年"), ("优良天数", "", "310天"), ("重污染天数", "3天", "1天"))
ENGLISH = (("Indicator", "2024", "2025"), ("Days of good air", "", "310"), ("Days of heavy pollution", "3", "1"))


@pytest.fixture
def session(tmp_path: Path) -> ReviewSession:
    for name, rows, before, after in (
        ("zh", ROWS, "云溪市方案", "以上指标逐年考核。"),
        ("en", ENGLISH, "Plan of Yunxi City", "These are assessed every year."),
    ):
        file: Any = docx.Document()
        file.add_heading(before)
        table = file.add_table(len(rows), 3)
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text
        file.add_paragraph(after)
        file.save(str(tmp_path / f"{name}.docx"))
    return open_pair(tmp_path / "zh.docx", tmp_path / "en.docx")


@pytest.mark.parametrize("style", ["plain", "gbt9704"])
@pytest.mark.parametrize(("side", "rows"), [("zh", ROWS), ("en", ENGLISH)])
@pytest.mark.parametrize("tracked", [False, True])
def test_rows_and_columns_stay(
    session: ReviewSession, tmp_path: Path, side: Any, rows: tuple[tuple[str, ...], ...], style: Any, tracked: bool
) -> None:
    path = tmp_path / "out.docx"
    export_review(session, path, DocxOptions(side, style, track_changes=tracked))
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    file = docx.Document(str(path))
    assert [[cell.text for cell in row.cells] for row in file.tables[0].rows] == [list(row) for row in rows]
    texts = [paragraph.text for paragraph in file.paragraphs]
    assert len(texts) == 2
    if style == "gbt9704":
        assert check_layout(path) == ()


def test_a_correction_in_a_cell_is_tracked_and_the_cell_keeps_its_end(session: ReviewSession, tmp_path: Path) -> None:
    clause = next(one for one in session.clauses if one.en.text == "Days of heavy pollution")
    session.edit(clause.id, "en", "Heavily polluted days")
    path = tmp_path / "out.docx"
    export_review(session, path, DocxOptions("en", track_changes=True))
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    xml = docx.Document(str(path)).tables[0]._tbl.xml
    assert "w:ins " in xml
    assert "w:del " in xml
    assert "<w:rPr>\n            <w:ins" not in xml


@pytest.mark.parametrize("style", ["plain", "gbt9704"])
@pytest.mark.parametrize("tracked", [False, True])
def test_each_cell_holds_both_languages(session: ReviewSession, tmp_path: Path, style: Any, tracked: bool) -> None:
    clause = next(one for one in session.clauses if one.en.text == "310")
    session.edit(clause.id, "en", "310 days")
    path = tmp_path / "out.docx"
    export_review(session, path, DocxOptions("interleaved", style, track_changes=tracked))
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    file = docx.Document(str(path))
    (table,) = file.tables
    told = [["\n".join(one.text for one in cell.paragraphs) for cell in row.cells] for row in table.rows]
    assert told[0] == ["指标\nIndicator", "2024年\n2024", "2025年\n2025"]
    assert told[1][1] == ""
    assert told[1][2] == "310天\n310" if tracked else "310天\n310 days"
    assert told[2] == ["重污染天数\nDays of heavy pollution", "3天\n3", "1天\n1"]
    texts = [paragraph.text for paragraph in file.paragraphs if paragraph.text]
    assert texts[-2:] == ["以上指标逐年考核。", "These are assessed every year."]
    assert not {"指标", "Indicator"} & set(texts)


def test_rows_that_only_the_english_has_stay_in_the_table(tmp_path: Path) -> None:
    for name, rows in (("zh", ROWS[:2]), ("en", ENGLISH)):
        file: Any = docx.Document()
        table = file.add_table(len(rows), 3)
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text
        file.save(str(tmp_path / f"{name}.docx"))
    path = tmp_path / "out.docx"
    export_review(open_pair(tmp_path / "zh.docx", tmp_path / "en.docx"), path, DocxOptions("interleaved"))
    (written,) = docx.Document(str(path)).tables
    assert [cell.text for cell in written.rows[2].cells] == ["Days of heavy pollution", "3", "1"]

"""Tables, content controls, styles and outline levels."""

import pytest

from drafter.documents import UnreadableError
from drafter.model import Document
from tests.documents.builders import Reading, cell, p, t, table, told


def cells(document: Document) -> list[tuple[str, tuple[int, int, int] | None]]:
    return [(one.text, one.cell) for one in document.paragraphs]


def test_tables_row_by_row(reading: Reading) -> None:
    document = reading.body(p("前") + table(cell("a") + cell("b"), cell("c") + cell(p("d") + p("e"))) + p("后"))
    assert cells(document) == [
        ("前", None),
        ("a", (0, 0, 0)),
        ("b", (0, 0, 1)),
        ("c", (0, 1, 0)),
        ("d", (0, 1, 1)),
        ("e", (0, 1, 1)),
        ("后", None),
    ]
    assert [one.part for one in document.paragraphs] == ["body", *["table"] * 5, "body"]
    assert [one.line for one in document.paragraphs] == [1, 2, 3, 4, 5, 6, 7]


def test_merged_cells_come_once(reading: Reading) -> None:
    body = table(
        cell("宽", '<w:gridSpan w:val="2"/>') + cell("c"),
        cell("高", '<w:vMerge w:val="restart"/>') + cell("b") + cell("c"),
        cell("x", "<w:vMerge/>") + cell("b") + cell("c"),
        cell("y", "<w:vMerge/>") + cell("b") + cell("c"),
        cell("横", '<w:hMerge w:val="restart"/>') + cell("z", "<w:hMerge/>") + cell("c"),
    )
    assert cells(reading.body(body)) == [
        ("宽", (0, 0, 0)),
        ("c", (0, 0, 2)),
        ("高", (0, 1, 0)),
        ("b", (0, 1, 1)),
        ("c", (0, 1, 2)),
        ("b", (0, 2, 1)),
        ("c", (0, 2, 2)),
        ("b", (0, 3, 1)),
        ("c", (0, 3, 2)),
        ("横", (0, 4, 0)),
        ("c", (0, 4, 2)),
    ]


def test_a_continued_cell_without_a_beginning_is_kept(reading: Reading) -> None:
    assert reading.texts(table(cell("a", "<w:vMerge/>") + cell("b"))) == ["a", "b"]


def test_nested_and_one_cell_tables(reading: Reading) -> None:
    inner = table(cell("a") + cell("b"))
    body = table(cell("x") + cell(inner + p("y"))) + table(cell("框")) + table(cell("c"), cell("d"))
    assert cells(reading.body(body)) == [
        ("x", (0, 0, 0)),
        ("a", (1, 0, 0)),
        ("b", (1, 0, 1)),
        ("y", (0, 0, 1)),
        ("框", None),
        ("c", (2, 0, 0)),
        ("d", (2, 1, 0)),
    ]


def test_rows_and_cells_by_view(reading: Reading) -> None:
    rows = (
        "<w:tr><w:trPr><w:ins/></w:trPr>" + cell("新") + cell("行") + "</w:tr>"
        "<w:tr><w:trPr><w:del/></w:trPr>" + cell("旧") + cell("行") + "</w:tr>"
        "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" + cell("a") + cell("b", "<w:cellDel/>") + "</w:tr>"
    )
    body = f"<w:tbl>{rows}</w:tbl>"
    assert cells(reading.body(body)) == [("新", (0, 0, 0)), ("行", (0, 0, 1)), ("a", (0, 1, 1))]
    assert reading.texts(body, "original") == ["旧", "行", "a", "b"]


def test_content_controls_at_every_level(reading: Reading) -> None:
    def sdt(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    body = sdt(p("块")) + "<w:tbl>" + sdt(f"<w:tr>{cell('行')}{sdt(cell('格'))}</w:tr>") + "</w:tbl>" + p(sdt(t("串")))
    assert reading.texts(body) == ["块", "行", "格", "串"]


def test_blocks_in_wrappers(reading: Reading) -> None:
    body = f"<w:customXml>{p('a')}</w:customXml><w:ins>{p('b')}</w:ins><w:del>{p('c')}</w:del>"
    body += f"<mc:AlternateContent><mc:Choice Requires='x'>{p('d')}</mc:Choice></mc:AlternateContent>"
    assert reading.texts(body) == ["a", "b", "d"]


STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="0"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="77"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="78"><w:name w:val="标题 2"/></w:style>
<w:style w:type="paragraph" w:styleId="79"><w:name w:val="公文一级"/><w:basedOn w:val="77"/></w:style>
<w:style w:type="paragraph" w:styleId="80"><w:name w:val="TOC Heading"/><w:basedOn w:val="77"/>
  <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="81"><w:name w:val="mine"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading4"><w:name w:val="quote"/></w:style>
"""


@pytest.mark.parametrize(
    ("properties", "level", "style"),
    [
        ("", 0, "Normal"),
        ('<w:pStyle w:val="nowhere"/>', 0, "Normal"),
        ('<w:pStyle w:val="77"/>', 1, "heading 1"),
        ('<w:pStyle w:val="78"/>', 2, "标题 2"),
        ('<w:pStyle w:val="79"/>', 1, "公文一级"),
        ('<w:pStyle w:val="80"/>', 0, "TOC Heading"),
        ('<w:pStyle w:val="81"/>', 3, "mine"),
        ('<w:pStyle w:val="Heading4"/>', 0, "quote"),
        ('<w:outlineLvl w:val="3"/>', 4, "Normal"),
        ('<w:pStyle w:val="77"/><w:outlineLvl w:val="9"/>', 0, "heading 1"),
        ('<w:outlineLvl w:val="x"/>', 0, "Normal"),
    ],
)
def test_outline_levels(reading: Reading, properties: str, level: int, style: str) -> None:
    (paragraph,) = reading.body(p("a", properties), styles=STYLES).paragraphs
    assert (paragraph.level, paragraph.style) == (level, style)


def test_original_paragraph_properties(reading: Reading) -> None:
    change = '<w:pStyle w:val="77"/><w:pPrChange><w:pPr><w:pStyle w:val="81"/></w:pPr></w:pPrChange>'
    assert reading.body(p("a", change), styles=STYLES).paragraphs[0].level == 1
    assert reading.body(p("a", change), "original", styles=STYLES).paragraphs[0].level == 3


def test_deep_nesting_is_refused(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.documents.limits.NESTING", 10)
    deep = "<w:sdt><w:sdtContent>" * 12 + p("a") + "</w:sdtContent></w:sdt>" * 12
    with pytest.raises(UnreadableError, match="nested too deeply"):
        reading.body(deep)
    boxes = p("a")
    for _ in range(12):
        boxes = p(f"<w:r><w:pict><w:txbxContent>{boxes}</w:txbxContent></w:pict></w:r>")
    with pytest.raises(UnreadableError, match="nested too deeply"):
        reading.body(boxes)


def test_very_deep_xml_is_refused(reading: Reading) -> None:
    for tag in ("w:sdt", "w:hyperlink", "w:tbl"):
        with pytest.raises(UnreadableError):
            reading.body(p(f"<{tag}>" * 5000 + f"</{tag}>" * 5000))


def test_large_tables_and_documents_are_refused(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.documents.limits.TABLE_CELLS", 3)
    with pytest.raises(UnreadableError, match="more than 3 cells"):
        reading.body(table(cell("a") * 4))
    monkeypatch.setattr("drafter.documents.docx.bounds.PARAGRAPHS", 3)
    with pytest.raises(UnreadableError, match="more than 3 paragraphs"):
        reading.body(p("a") * 4)


def test_an_empty_table_is_nothing(reading: Reading) -> None:
    assert cells(reading.body("<w:tbl/>" + table("") + table(cell("a"), cell("b")))) == [
        ("a", (0, 0, 0)),
        ("b", (0, 1, 0)),
    ]


def test_an_ordinary_document_needs_no_notice(reading: Reading) -> None:
    assert told(reading.body(p("a"))) == ""


def test_columns_of_the_grid_under_merged_cells(reading: Reading) -> None:
    across = '<w:gridSpan w:val="2"/>'
    body = table(
        cell("指标", '<w:vMerge w:val="restart"/>') + cell("2024年", across) + cell("2025年", across),
        cell("", "<w:vMerge/>") + cell("目标") + cell("实际") + cell("目标") + cell("实际"),
        cell("PM2.5") + cell("35") + cell("36") + cell("34") + cell("—"),
        cell("合计", '<w:gridSpan w:val="3"/>') + cell("71", across + "<w:vMerge/>"),
        cell("备注", '<w:gridSpan w:val="3"/>') + cell("续", across + "<w:vMerge/>"),
    )
    assert cells(reading.body(body)) == [
        ("指标", (0, 0, 0)),
        ("2024年", (0, 0, 1)),
        ("2025年", (0, 0, 3)),
        ("目标", (0, 1, 1)),
        ("实际", (0, 1, 2)),
        ("目标", (0, 1, 3)),
        ("实际", (0, 1, 4)),
        ("PM2.5", (0, 2, 0)),
        ("35", (0, 2, 1)),
        ("36", (0, 2, 2)),
        ("34", (0, 2, 3)),
        ("—", (0, 2, 4)),
        ("合计", (0, 3, 0)),
        ("71", (0, 3, 3)),
        ("备注", (0, 4, 0)),
    ]


def test_rows_that_begin_later(reading: Reading) -> None:
    late = "<w:tr><w:trPr><w:gridBefore w:val='2'/><w:gridAfter w:val='1'/></w:trPr>" + cell("c") + "</w:tr>"
    first = f"<w:tr>{cell('a')}{cell('b', '<w:gridSpan w:val=' + chr(34) + '0' + chr(34) + '/>')}{cell('c')}</w:tr>"
    assert cells(reading.body(f"<w:tbl>{first}{late}</w:tbl>")) == [
        ("a", (0, 0, 0)),
        ("b", (0, 0, 1)),
        ("c", (0, 0, 2)),
        ("c", (0, 1, 2)),
    ]


def test_words_under_a_merged_cell_are_told(reading: Reading) -> None:
    document = reading.body(
        table(cell("高", '<w:vMerge w:val="restart"/>') + cell("b"), cell("盖住", "<w:vMerge/>") + cell("c"))
    )
    assert [one.text for one in document.paragraphs] == ["高", "b", "c"]
    assert "hidden text left out: 1." in told(document)


def test_tables_in_tables_keep_their_own_places(reading: Reading) -> None:
    inner = table(cell("内一") + cell(table(cell("深一"), cell("深二"))), cell("内三") + cell("内四"))
    body = p("前") + table(cell(p("外一") + inner + p("外二")) + cell("外三")) + table(cell("次一"), cell("次二"))
    assert cells(reading.body(body)) == [
        ("前", None),
        ("外一", (0, 0, 0)),
        ("内一", (1, 0, 0)),
        ("深一", (2, 0, 0)),
        ("深二", (2, 1, 0)),
        ("内三", (1, 1, 0)),
        ("内四", (1, 1, 1)),
        ("外二", (0, 0, 0)),
        ("外三", (0, 0, 1)),
        ("次一", (3, 0, 0)),
        ("次二", (3, 1, 0)),
    ]


def test_a_frame_of_one_cell_in_a_cell_stays_in_its_cell(reading: Reading) -> None:
    body = table(cell(table(cell("框"))) + cell("b"))
    assert cells(reading.body(body)) == [("框", (0, 0, 0)), ("b", (0, 0, 1))]


def test_a_large_first_letter_belongs_to_its_word(reading: Reading) -> None:
    frame = '<w:framePr w:dropCap="{}" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'
    body = p("到", frame.format("drop")) + p("2025年，", '<w:jc w:val="both"/>')
    document = reading.body(body + p("边", frame.format("margin")) + p("注") + p("框", frame.format("none")) + p("后"))
    assert [one.text for one in document.paragraphs] == ["到2025年，", "边注", "框", "后"]


def test_two_sections_and_page_breaks(reading: Reading) -> None:
    section = '<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    broken = '<w:r><w:t>完。</w:t><w:br w:type="page"/></w:r>' + t("附件1") + '<w:r><w:br w:type="column"/></w:r>'
    body = p("一", section) + p(broken) + p('<w:r><w:br w:type="page"/><w:lastRenderedPageBreak/><w:t>题</w:t></w:r>')
    document = reading.body(body + section)
    assert [one.text for one in document.paragraphs] == ["一", "完。\n附件1", "题"]
    assert [document.paragraphs[1].text[run.start : run.end] for run in document.paragraphs[1].runs] == [
        "完。",
        "附件1",
    ]


def test_vertical_text_is_text(reading: Reading) -> None:
    upright = '<w:textDirection w:val="tbRlV"/>'
    assert reading.texts(table(cell("竖排", upright) + cell("横排")) + p("文", upright)) == ["竖排", "横排", "文"]

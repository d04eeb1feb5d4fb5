"""Content controls at every level: what was filled in is text, the prompt to fill it in is not."""

import pytest

from tests.documents.builders import Reading, cell, control, inserted, item, level, numbering, p, t, table, told

PROMPT = "<w:showingPlcHdr/>"


@pytest.mark.parametrize(
    "properties",
    [
        '<w:alias w:val="名称"/><w:tag w:val="x"/><w:id w:val="1"/>',
        "<w:text/>",
        '<w:date w:fullDate="2025-01-01T00:00:00Z"><w:dateFormat w:val="yyyy"/></w:date>',
        '<w:dropDownList><w:listItem w:displayText="甲" w:value="1"/></w:dropDownList>',
        '<w:comboBox w:lastValue="1"><w:listItem w:value="1"/></w:comboBox>',
        '<w:dataBinding w:xpath="/a" w:storeItemID="{0}"/><w:text/>',
        '<w:lock w:val="sdtContentLocked"/><w:richText/>',
        '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
        "<w15:repeatingSection/>",
        '<w:showingPlcHdr w:val="0"/>',
    ],
)
def test_what_was_filled_in_is_text(reading: Reading, properties: str) -> None:
    body = control(p("块"), properties) + p(t("前") + control(t("串"), properties) + t("后"))
    document = reading.body(body)
    assert [one.text for one in document.paragraphs] == ["块", "前串后"]
    assert told(document) == ""


@pytest.mark.parametrize(
    ("box", "text"),
    [
        (t("☒"), "☒同意"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑同意"),
        ('<w:r><w:sym w:font="MS Gothic" w:char="2610"/></w:r>', "☐同意"),
    ],
)
def test_check_boxes(reading: Reading, box: str, text: str) -> None:
    content = control(box, '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>') + t("同意")
    assert reading.texts(p(content)) == [text]


def test_controls_in_controls_and_changes(reading: Reading) -> None:
    body = control(control(p(t("一") + control(control(t("二")) + inserted(control(t("三")))))))
    body += inserted(control(p("四"))) + p(inserted(t("五") + control(t("六"))))
    assert reading.texts(body) == ["一二三", "四", "五六"]
    assert reading.texts(body, "original") == ["一二", ""]


def test_prompts_are_left_out_and_told(reading: Reading) -> None:
    body = (
        p(t("名称：") + control(t("单击此处输入文字。"), PROMPT)) + control(p("单击此处") + p("再击"), PROMPT) + p("末")
    )
    document = reading.body(body)
    assert [one.text for one in document.paragraphs] == ["名称：", "", "", "末"]
    assert "Prompts of form fields that nobody filled in, left out: 2." in told(document)


def test_prompts_keep_their_place(reading: Reading) -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(cells)}</w:tr>"

    rows = row(cell("甲"), control(cell("单击"), PROMPT), cell("丙"))
    rows += control(row(cell("单击"), cell("单击"), cell("单击")), PROMPT) + row(cell("丁"), cell("戊"), cell("己"))
    document = reading.body(f"<w:tbl>{rows}</w:tbl>")
    assert [(one.text, one.cell) for one in document.paragraphs if one.text] == [
        ("甲", (0, 0, 0)),
        ("丙", (0, 0, 2)),
        ("丁", (0, 2, 0)),
        ("戊", (0, 2, 1)),
        ("己", (0, 2, 2)),
    ]
    assert "left out: 2." in told(document)


def test_a_prompt_in_a_list_counts(reading: Reading) -> None:
    body = item("一") + control(item("单击"), PROMPT) + item("三")
    assert reading.texts(body, numbering=numbering(level(0, "%1."))) == ["1. 一", "2.", "3. 三"]


def test_an_empty_control_is_nothing(reading: Reading) -> None:
    body = p("a") + control() + "<w:sdt/>" + p(t("b") + control() + "<w:sdt><w:sdtPr/></w:sdt>") + table(control())
    assert reading.texts(body) == ["a", "b"]

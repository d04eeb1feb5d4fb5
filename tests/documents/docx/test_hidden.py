"""Hidden text: left out whatever hides it, and told."""

import pytest

from tests.documents.builders import Reading, cell, item, level, numbering, p, pictured, t, table, told

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="hp"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="hp2"><w:basedOn w:val="hp"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="vp"><w:basedOn w:val="hp"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="hc"><w:rPr><w:vanish w:val="true"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="hc2"><w:basedOn w:val="hc"/></w:style>'
    '<w:style w:type="character" w:styleId="vc"><w:basedOn w:val="hc"/><w:rPr><w:vanish w:val="off"/></w:rPr></w:style>'
)


def styled(text: str, style: str, more: str = "") -> str:
    return t(text, f'<w:rStyle w:val="{style}"/>{more}')


@pytest.mark.parametrize(
    ("content", "style", "text"),
    [
        (t("藏", "<w:vanish/>") + t("显"), "n", "显"),
        (t("藏", '<w:vanish w:val="1"/>') + t("显", '<w:vanish w:val="false"/>'), "n", "显"),
        (styled("藏", "hc") + t("显"), "n", "显"),
        (styled("藏", "hc2") + styled("显", "vc"), "n", "显"),
        (styled("显", "hc", '<w:vanish w:val="0"/>'), "n", "显"),
        (t("藏") + t("显", '<w:vanish w:val="0"/>'), "hp", "显"),
        (t("藏") + t("显", '<w:vanish w:val="0"/>'), "hp2", "显"),
        (t("显"), "vp", "显"),
        # Two styles that both hide cancel each other.
        (t("藏") + styled("显", "hc"), "hp", "显"),
        (styled("藏", "vc") + styled("显", "hc2"), "hp2", "显"),
        (t("藏", "<w:webHidden/>") + t("显", '<w:webHidden w:val="0"/>'), "n", "显"),
        (t("藏", "<w:specVanish/><w:vanish/>") + t("显"), "n", "显"),
        (f"<w:hyperlink>{t('藏', '<w:vanish/>')}{t('显')}</w:hyperlink>", "n", "显"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:tab/><w:br/><w:noBreakHyphen/></w:r>" + t("显"), "n", "显"),
        ('<w:r><w:rPr><w:vanish/></w:rPr><w:sym w:font="Symbol" w:char="F06D"/></w:r>' + t("显"), "n", "显"),
    ],
)
def test_what_is_hidden(reading: Reading, content: str, style: str, text: str) -> None:
    body = p(content, f'<w:pStyle w:val="{style}"/>') + p("end")
    assert reading.texts(body, styles=STYLES) == [text, "end"]


HIDDEN_END = "<w:rPr><w:vanish/></w:rPr>"


def test_a_hidden_end_runs_a_heading_into_its_text(reading: Reading) -> None:
    separator = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = p("总则。", '<w:outlineLvl w:val="0"/>' + number + separator) + p("为改善空气质量，") + item("范围。")
    document = reading.body(body, numbering=numbering(level(0, "第%1条", "chineseCounting")))
    assert [one.text for one in document.paragraphs] == ["第一条 总则。为改善空气质量，", "第二条 范围。"]
    assert document.paragraphs[0].level == 1
    assert [document.paragraphs[0].text[one.start : one.end] for one in document.paragraphs[0].runs] == [
        "总则。",
        "为改善空气质量，",
    ]


def test_hidden_paragraphs_leave_nothing_and_take_no_number(reading: Reading) -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = item("甲") + p(t("藏", "<w:vanish/>"), number + HIDDEN_END)
    body += p("又藏", '<w:pStyle w:val="hp"/>' + number) + item("乙")
    document = reading.body(body, styles=STYLES, numbering=numbering(level(0, "%1.")))
    assert [one.text for one in document.paragraphs] == ["1. 甲", "2. 乙"]
    assert "hidden text left out: 2." in told(document)


def test_hidden_paragraphs_at_the_end_and_before_a_table(reading: Reading) -> None:
    hidden = p(t("藏", "<w:vanish/>"), HIDDEN_END)
    body = p("一") + hidden + table(cell(p("二") + hidden) + cell(hidden), cell("三") + cell(hidden + p("四"))) + hidden
    assert reading.texts(body) == ["一", "二", "三", "四"]


def test_what_hangs_on_hidden_text_is_left_out_and_told(reading: Reading) -> None:
    note = '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    box = pictured(p("框")).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
    document = reading.body(p(t("显") + note + box), footnotes=f'<w:footnote w:id="2">{p("注")}</w:footnote>')
    assert [one.text for one in document.paragraphs] == ["显"]
    assert "hidden text left out: 2." in told(document)


def test_page_numbers_of_a_table_of_contents(reading: Reading) -> None:
    document = reading.body(p(t("总则") + t("\t3", "<w:webHidden/>")))
    assert document.paragraphs[0].text == "总则"
    assert "Page numbers of tables of contents left out: 1." in told(document)


WHITE = '<w:color w:val="FFFFFF"/>'
DARK = '<w:shd w:val="clear" w:fill="1F4E79"/>'
STYLED = '<w:tblPr><w:tblStyle w:val="T"/></w:tblPr>'
TABLE_STYLE = f'<w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="firstRow"><w:tcPr>{DARK}</w:tcPr></w:tblStylePr></w:style>'  # noqa: E501


@pytest.mark.parametrize(
    ("body", "warned"),
    [
        (p(t("白", WHITE)), True),
        (p(t("小", '<w:sz w:val="2"/>')), True),
        (p(t("常", '<w:sz w:val="21"/><w:color w:val="000000"/>')), False),
        (p(t("白", WHITE + DARK)), False),
        (p(t("白", WHITE + '<w:highlight w:val="black"/>')), False),
        (p(t("白", WHITE), DARK), False),
        (p(t("白", WHITE), '<w:shd w:val="clear" w:fill="auto"/>'), True),
        (table(cell(p(t("白", WHITE)), DARK) + cell("b")), False),
        (table(cell(p(t("白", WHITE))) + cell("b")), True),
        (table(cell(p(t("白", WHITE))) + cell("b")).replace("<w:tblPr/>", STYLED), False),
        (table(cell(p(t("白", WHITE)), DARK)), False),
        (p(pictured(p(t("白", WHITE)))), False),
    ],
)  # fmt: skip
def test_letters_that_cannot_be_seen_are_read_and_told(reading: Reading, body: str, warned: bool) -> None:
    document = reading.body(body, styles=TABLE_STYLE)
    assert any(one.text in ("白", "小", "常") for one in document.paragraphs)
    assert ("hardly visible letters read as text: 1." in told(document)) is warned

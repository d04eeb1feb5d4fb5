"""Fields: codes are never text, results always are, and what Word shows without a result is not lost."""

import pytest

from drafter.documents.docx.eqfields import shown
from tests.documents.builders import (
    BEGIN,
    END,
    SEPARATE,
    Reading,
    cell,
    code,
    deleted,
    field,
    inserted,
    p,
    pictured,
    t,
    table,
    told,
)


def form(data: str, instruction: str, result: str | None = None) -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    return field(instruction, result).replace(BEGIN, begin, 1)


def simple(instruction: str, content: str = "") -> str:
    return f'<w:fldSimple w:instr="{instruction}">{content}</w:fldSimple>'


BOX = "<w:checkBox><w:sizeAuto/>{}</w:checkBox>"
LIST = '<w:ddList>{}<w:listEntry w:val="请选择"/><w:listEntry w:val="甲市"/><w:listEntry w:val="乙市"/></w:ddList>'


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (field(" PAGE ", t("7")), "7"),
        (field(' HYPERLINK "http://x" ', t("链接")), "链接"),
        (field(" REF _Ref1 \\h ", t("表2")), "表2"),
        (t("表") + field(" SEQ 表 \\* ARABIC ", t("3")), "表3"),
        (simple(" SEQ 图 ", t("4")) + t("图题"), "4图题"),
        (simple("DATE", simple("REF x", t("内"))), "内"),
        (field("TOC", t("目录") + field(" PAGEREF _Toc1 ", t("\t3"))), "目录\t3"),
        (field("IF 1 = 2 " + "", field("X", t("no")) + t("yes")), "noyes"),
        (BEGIN + code("IF ") + field("X", t("码中")) + code(" = 1") + SEPARATE + t("果") + END, "果"),
        (field("XE " + "“词条”") + field("TC 目录项") + t("词条"), "词条"),
        (field("ASK a b") + field("SET a b") + field("RD x") + t("文"), "文"),
        (field("FORMTEXT", t("填写")), "填写"),
        (form("<w:textInput/>", "FORMTEXT", ""), ""),
        (form(BOX.format('<w:default w:val="1"/>'), " FORMCHECKBOX ") + t("是"), "☒是"),
        (form(BOX.format('<w:default w:val="1"/><w:checked w:val="0"/>'), "FORMCHECKBOX", "") + t("否"), "☐否"),
        (form(BOX.format("<w:checked/>"), "FORMCHECKBOX"), "☒"),
        (form(LIST.format('<w:result w:val="2"/>'), " FORMDROPDOWN "), "乙市"),
        (form(LIST.format('<w:default w:val="1"/>'), "FORMDROPDOWN"), "甲市"),
        (form(LIST.format(""), "FORMDROPDOWN"), "请选择"),
        (form(LIST.format('<w:result w:val="9"/>'), "FORMDROPDOWN"), ""),
        (form("", "FORMDROPDOWN"), ""),
        (field(" MACROBUTTON  AcceptAll [点击输入文号] ") + t("号"), "[点击输入文号]号"),
        (field("GOTOBUTTON place 转到"), "转到"),
        (field(' SYMBOL 109 \\f "Symbol" \\s 12 ') + t("g"), "μg"),
        (field(" SYMBOL 0xFC \\f Wingdings"), "✓"),
        (field(" SYMBOL 8451 \\u "), "℃"),
        (field(" SYMBOL 181 "), "µ"),
        (field(" SYMBOL x ") + field(" SYMBOL 99999999 \\u ") + t("a"), "a"),
        (field(' SYMBOL 109 \\f "Symbol" ', t("m", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')), "μ"),
        (simple("SYMBOL 176 \\f Symbol"), "°"),
        (field("eq \\o\\ac(○,3)") + t("项"), "③项"),
        (field("eq \\o\\ac(○,3)", "") + t("项"), "③项"),
        (field("EQ \\f(1,2)", t("一半")), "一半"),
        (field("EQ \\f(1,2)").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>") + t("a"), "a"),
        (field("EQ \\f(1") + t("a"), "a"),
        (code("不是域") + t("a"), "a"),
        (SEPARATE + END + t("a"), "a"),
    ],
)
def test_what_a_field_shows(reading: Reading, content: str, text: str) -> None:
    assert reading.texts(p(content) + p("end")) == [text, "end"]


def test_computed_results_are_in_no_run(reading: Reading) -> None:
    (paragraph,) = reading.body(p(t("第") + field("eq \\o\\ac(○,3)") + t("项"))).paragraphs
    assert paragraph.text == "第③项"
    assert [(run.start, run.end, run.source) for run in paragraph.runs] == [
        (0, 1, "word/document.xml#0"),
        (2, 3, "word/document.xml#4"),
    ]


def test_a_result_may_span_paragraphs_and_tables(reading: Reading) -> None:
    body = p(BEGIN + code("TOC") + SEPARATE + t("一")) + table(cell("甲") + cell("乙"))
    body += p(t("二") + field("PAGEREF", t("2"))) + p(t("三")) + p(END + t("四"))
    assert reading.texts(body) == ["一", "甲", "乙", "二2", "三", "四"]


def test_a_code_may_span_paragraphs_whose_ends_are_not_shown(reading: Reading) -> None:
    body = p(t("前") + BEGIN + code(' IF 1 = 2 "甲')) + p(code('乙" "丙"') + SEPARATE + t("果") + END + t("后"))
    assert reading.texts(body + p("end")) == ["前果后", "end"]


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (p(BEGIN + code("PAGE")) + p("text"), ["", "text"]),
        (p(BEGIN + code("PAGE") + t("码")) + p("text"), ["码", "text"]),
        (p(BEGIN + code("T") + SEPARATE + t("1")) + p(t("2") + BEGIN + code("X")) + p(t("3") + END), ["1", "2", "3"]),
        (p(inserted(BEGIN + code("X") + SEPARATE + t("新")) + END + t("a")) + p("b"), ["新a", "b"]),
        (p(BEGIN + code("X") + "<w:del>" + SEPARATE + t("旧") + END + "</w:del>" + t("a")) + p("b"), ["a", "b"]),
        (p(t("一") + pictured(p(BEGIN + code("X") + t("框")))) + p("二"), ["一", "框", "二"]),
    ],
)  # fmt: skip
def test_a_field_that_never_ends_does_not_swallow_the_document(reading: Reading, body: str, texts: list[str]) -> None:
    assert reading.texts(body) == texts


def test_a_deleted_field_comes_back_in_the_original(reading: Reading) -> None:
    gone = field("PAGE", t("7")).replace("instrText", "delInstrText").replace("<w:t ", "<w:delText ")
    body = p(t("第") + f"<w:del>{gone.replace('</w:t>', '</w:delText>')}</w:del>" + t("页"))
    assert reading.texts(body) == ["第页"]
    assert reading.texts(body, "original") == ["第7页"]
    assert reading.texts(p(deleted("旧") + inserted(field("PAGE", t("7")))), "original") == ["旧"]


def test_results_that_only_word_knows_are_told(reading: Reading) -> None:
    body = p(field("AUTONUM") + t("一")) + p(field("PAGE") + "<w:r><w:dayLong/><w:pgNum/></w:r>")
    assert "the file holds no result of theirs: 4" in told(reading.body(body))
    assert told(reading.body(p(field("XE a") + field("REF x", "") + t("a")))) == ""


@pytest.mark.parametrize("name", ["DDE", "ddeauto", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "MACROBUTTON"])
@pytest.mark.parametrize("make", [field, simple])
def test_fields_that_fetch_are_told_and_only_shown(reading: Reading, name: str, make: type) -> None:
    document = reading.body(p(make(f" {name} c:\\\\x \\\\* MERGEFORMAT ", t("示"))))
    assert document.paragraphs[0].text == "示"
    assert "start other programs: 1" in told(document)


@pytest.mark.parametrize(
    ("instruction", "text"),
    [
        (" \\o\\ac(○,1)", "①"),
        (" \\o\\ac(○,35)", "㉟"),
        (" \\o\\ac(○,99)", "99"),
        (" \\o\\ac(〇,十)", "㊉"),
        (" \\o\\ac(□,1)", "1"),
        (" \\o\\ac(○,秘)", "㊙"),
        (' \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(hàn),汉)', "汉"),
        (" \\o(\\s\\up 5(联合),\\s\\do 2(发文))", "联合发文"),
        (" \\o(a,b)", "ab"),
        (" \\f(a+b,2)", "(a+b)/2"),
        (" \\r(3,x)", "³√x"),
        (" \\r(,x+1)", "√(x+1)"),
        (" 10\\s\\up8(4)", "10⁴"),
        (" PM\\s\\do3(2.5)", "PM2.5"),
        (" \\i\\su(i=1,n,x)", "∑_(i=1)^n x"),
        (" \\i(0,1,f\\(x\\))", "∫_0^1 f(x)"),
        (" \\b\\bc\\[(x)", "[x]"),
        (" \\b(x)", "(x)"),
        (" \\b\\lc\\{(a\\,b)", "{a,b"),
        (" \\x\\to(框)", "框"),
        (" \\l(a,b)", "a, b"),
        (" \\a\\al\\co2(1,2,3,4)", "1, 2, 3, 4"),
        (" f(1,2)=\\f(1,2)", "f(1,2)=1/2"),
        (" \\f(\\f(1,2),3)", "(1/2)/3"),
        ("", ""),
        (" \\f(1", None),
        (" \\f", None),
        (" \\q(1)", None),
        (" \\f x(1,2)", None),
        (" " + "\\x(" * 50 + ")" * 50, None),
    ],
)
def test_what_a_formula_in_a_code_shows(instruction: str, text: str | None) -> None:
    assert shown(instruction) == text

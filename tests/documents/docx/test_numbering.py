"""Automatic numbers, as Word would show them."""

import pytest

from drafter.documents.numformats import numeral
from tests.documents.builders import Reading, cell, control, item, level, numbering, p, t, table


@pytest.mark.parametrize(
    ("number_format", "shown"),
    [
        ("decimal", {1: "1", 21: "21"}),
        ("decimalZero", {1: "01", 10: "10", 100: "100"}),
        ("001", {1: "001", 1000: "1000"}),
        ("decimalFullWidth", {1: "１", 12: "１２"}),
        (
            "chineseCounting",
            {1: "一", 2: "二", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 99: "九十九", 100: "一〇〇"},
        ),
        (
            "chineseCountingThousand",
            {
                10: "十",
                21: "二十一",
                100: "一百",
                101: "一百〇一",
                110: "一百一十",
                111: "一百一十一",
                1001: "一千〇一",
                1010: "一千〇一十",
                10000: "一万",
                10001: "一万〇一",
                10100: "一万〇一百",
                20_010_000: "二千〇一万",
                100_000: "一十万",
                100_000_000: "一亿",
            },
        ),
        ("japaneseCounting", {2: "二", 10: "十", 21: "二十一", 101: "百一", 1234: "千二百三十四", 10_010: "一万十"}),
        ("japaneseLegal", {3: "参", 21: "弐拾壱"}),
        ("taiwaneseCountingThousand", {101: "一百零一", 10_001: "一萬零一"}),
        ("koreanDigital", {10: "일영"}),
        ("koreanDigital2", {10: "一零"}),
        ("koreanCounting", {21: "이십일", 100: "백"}),
        ("koreanLegal", {1: "하나", 21: "스물하나", 100: "백"}),
        ("ganada", {1: "가", 14: "하", 15: "가"}),
        ("chosung", {2: "ㄴ"}),
        ("aiueo", {1: "ｱ", 46: "ﾝ", 47: "ｱ"}),
        ("aiueoFullWidth", {10: "コ"}),
        ("iroha", {3: "ﾊ"}),
        ("irohaFullWidth", {48: "ン"}),
        ("russianLower", {1: "а", 10: "к", 29: "аа"}),
        ("russianUpper", {2: "Б"}),
        ("chicago", {1: "*", 4: "§", 6: "††", 10**6: "1000000"}),
        ("ideographEnclosedCircle", {1: "㊀", 10: "㊉", 11: "11"}),
        ("ideographLegalTraditional", {21: "貳拾壹"}),
        ("taiwaneseDigital", {10: "一〇"}),
        ("hex", {26: "1A"}),
        ("thaiNumbers", {10: "๑๐"}),
        ("hindiNumbers", {2: "२"}),
        ("taiwaneseCounting", {11: "十一"}),
        ("ideographDigital", {1: "一", 10: "一〇", 11: "一一", 21: "二一"}),
        ("chineseLegalSimplified", {1: "壹", 2: "贰", 10: "拾", 11: "拾壹", 21: "贰拾壹", 0: "零"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "甲"}),
        ("ideographZodiac", {1: "子", 10: "酉", 11: "戌", 13: "子"}),
        ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥"}),
        ("decimalEnclosedCircle", {0: "⓪", 1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedCircleChinese", {1: "①", 10: "⑩", 11: "⑪", 21: "21"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇"}),
        ("decimalEnclosedFullstop", {1: "⒈"}),
        ("upperRoman", {4: "IV", 1999: "MCMXCIX", 0: "0", 10**9: "1000000000"}),
        ("lowerRoman", {9: "ix"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 28: "BB", 10**9: "1000000000"}),
        ("lowerLetter", {3: "c", -1: "-1"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 112: "112th", 23: "23rd"}),
        (
            "cardinalText",
            {
                1: "One",
                21: "Twenty-one",
                30: "Thirty",
                100: "One hundred",
                1234: "One thousand two hundred thirty-four",
                10**6: "1000000",
            },
        ),
        (
            "ordinalText",
            {1: "First", 12: "Twelfth", 20: "Twentieth", 21: "Twenty-first", 4: "Fourth", 100: "One hundredth"}
            | {10**6: "1000000th"},
        ),
        ("numberInDash", {1: "- 1 -"}),
        ("bullet", {1: ""}),
        ("none", {1: ""}),
        ("somethingNew", {7: "7"}),
    ],
)
def test_numerals(number_format: str, shown: dict[int, str]) -> None:
    assert {value: numeral(value, number_format) for value in shown} == shown


THREE = (
    level(0, "%1、", "chineseCounting", more='<w:suff w:val="nothing"/>'),
    level(1, "（%2）", "japaneseCounting"),
    level(2, "%3."),
)


def numbers(reading: Reading, body: str, parts: str, **more: str) -> list[str]:
    return [one.number for one in reading.body(body, "final", numbering=parts, **more).paragraphs]


def test_three_levels_of_an_official_document(reading: Reading) -> None:
    body = item("总体", 0) + item("目标", 1) + item("a", 2) + item("b", 2) + p("正文") + item("原则", 1) + item("c", 2)
    body += item("任务", 0) + item("d", 1)
    document = reading.body(body, numbering=numbering(*THREE))
    assert [one.text for one in document.paragraphs] == [
        "一、总体",
        "（一）目标",
        "1. a",
        "2. b",
        "正文",
        "（二）原则",
        "1. c",
        "二、任务",
        "（一）d",
    ]
    first = document.paragraphs[2]
    assert (first.number, first.runs[0].start, first.runs[0].end) == ("1.", 3, 4)


def test_legal_numbers_and_several_counters(reading: Reading) -> None:
    parts = numbering(
        level(0, "第%1章", "chineseCounting"),
        level(1, "%1.%2", more="<w:isLgl/>"),
        level(2, "%1-%2-%3"),
    )
    assert numbers(reading, item("", 0) + item("", 1) + item("", 2) + item("", 0) + item("", 2), parts) == [
        "第一章",
        "1.1",
        "一-1-1",
        "第二章",
        "二-1-1",
    ]


def test_a_level_skipped_has_begun(reading: Reading) -> None:
    parts = numbering(level(0, "%1."), level(1, "%1.%2"))
    assert numbers(reading, item("", 1) + item("", 0) + item("", 1), parts) == ["1.1", "2.", "2.1"]


def test_a_level_without_a_start_begins_at_zero(reading: Reading) -> None:
    parts = numbering('<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>')
    assert numbers(reading, item("") + item(""), parts) == ["0.", "1."]


def test_start_and_restart(reading: Reading) -> None:
    parts = numbering(
        level(0, "%1.", start=3),
        level(1, "%2)", more='<w:lvlRestart w:val="0"/>'),
        level(2, "%3]", more='<w:lvlRestart w:val="1"/>'),
    )
    body = item("", 0) + item("", 1) + item("", 2) + item("", 1) + item("", 2) + item("", 0) + item("", 1) + item("", 2)
    assert numbers(reading, body, parts) == ["3.", "1)", "1]", "2)", "2]", "4.", "3)", "1]"]


OVERRIDE = (
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/>'
    "</w:lvlOverride></w:num>"
)


def test_overrides_restart_once_and_lists_share_counters(reading: Reading) -> None:
    parts = numbering(level(0, "%1.")) + OVERRIDE.format(1)
    parts += '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    body = item("") + item("") + item("", number=2) + item("", number=2) + item("", number=3) + item("")
    assert numbers(reading, body, parts) == ["1.", "2.", "1.", "2.", "3.", "4."]
    assert numbers(reading, item("") + item("", number=2), numbering(level(0, "%1.")) + OVERRIDE.format(9)) == [
        "1.",
        "9.",
    ]


def test_a_level_replaced_for_one_list(reading: Reading) -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)")}</w:lvlOverride>'
    own = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{override}</w:num>'
    assert numbers(reading, item("") + item("", number=2), numbering(level(0, "%1.")) + own) == ["1.", "(2)"]


def listed(style_id: str, name: str, inner: str, more: str = "", kind: str = "paragraph") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>{more}'
        f"<w:pPr><w:numPr>{inner}</w:numPr></w:pPr></w:style>"
    )


STYLES = (
    listed("a", "heading 1", '<w:numId w:val="1"/>')
    + listed("b", "heading 2", '<w:ilvl w:val="1"/>', '<w:basedOn w:val="a"/>')
    + listed("c", "tied", '<w:numId w:val="1"/>')
    + listed("L", "list", '<w:numId w:val="7"/>', kind="numbering")
)


def test_numbers_by_style(reading: Reading) -> None:
    parts = numbering(level(0, "%1、"), level(1, "%1.%2"), level(2, "[%3]", more='<w:pStyle w:val="c"/>'))
    body = p("x", '<w:pStyle w:val="a"/>') + p("y", '<w:pStyle w:val="b"/>') + p("z", '<w:pStyle w:val="c"/>')
    body += p("off", '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    body += p("deep", '<w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="2"/></w:numPr>')
    assert reading.texts(body, numbering=parts, styles=STYLES) == ["1、x", "1.1 y", "[1] z", "off", "[2] deep"]


def test_list_styles_are_followed(reading: Reading) -> None:
    parts = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="5"><w:styleLink w:val="L"/>{level(0, "%1)")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num>'
    )
    assert numbers(reading, item("") + item("", number=7), parts, styles=STYLES) == ["1)", "2)"]
    circle = parts.replace(
        f'<w:abstractNum w:abstractNumId="5"><w:styleLink w:val="L"/>{level(0, "%1)")}</w:abstractNum>', ""
    )
    circle = circle.replace('<w:abstractNumId w:val="5"/>', '<w:abstractNumId w:val="0"/>')
    assert reading.texts(item("a"), numbering=circle, styles=STYLES) == ["a"]


def test_no_number(reading: Reading) -> None:
    parts = numbering(
        level(0, "\uf0b7", "bullet"),
        level(1, "%2", "none"),
        level(2, "注：", "none"),
        level(3, "%1.%4"),
        level(4, "%5", more="<w:rPr><w:vanish/></w:rPr>"),
    )
    body = item("a", 0) + item("b", 1) + item("c", 2) + item("d", 3) + item("e", 4) + item("f", 8) + item("g", number=9)
    assert reading.texts(body, numbering=parts) == ["a", "b", "注：c", ".1 d", "e", "f", "g"]


def test_newer_formats_stand_in_alternatives(reading: Reading) -> None:
    more = (
        "<mc:AlternateContent>"
        "<mc:Choice Requires='w14'><w:numFmt w:val='custom' w:format='001, 002, 003, ...'/></mc:Choice>"
        "<mc:Fallback><w:numFmt w:val='decimal'/></mc:Fallback></mc:AlternateContent>"
    )
    parts = numbering(f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{more}<w:lvlText w:val="%1"/></w:lvl>')
    assert numbers(reading, item("a"), parts) == ["001"]


def test_joined_and_hidden_paragraphs_take_no_number(reading: Reading) -> None:
    mark = "<w:rPr>{}</w:rPr>"
    own = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = item("a") + p("b", own + mark.format("<w:del/>")) + item("c")
    body += p(t("x", "<w:vanish/>"), own + mark.format("<w:vanish/>")) + item("d")
    assert reading.texts(body, numbering=numbering(level(0, "%1."))) == ["1. a", "2. bc", "3. d"]


def test_endless_patterns_are_cut(reading: Reading) -> None:
    (paragraph,) = reading.body(item("a"), numbering=numbering(level(0, "%1" * 10_000, start=10**9))).paragraphs
    assert len(paragraph.text) < 200


def num(number: int, definition: int, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{more}</w:num>'


def test_a_list_of_ones_own_at_the_level_of_the_style(reading: Reading) -> None:
    """A paragraph may change the list alone, as it may change the level alone."""
    parts = numbering(level(0, "%1."), level(1, "%1.%2"))
    parts += f'<w:abstractNum w:abstractNumId="1">{level(0, "(%1)")}{level(1, "(%1-%2)")}</w:abstractNum>' + num(2, 1)
    styles = listed("a", "mine", '<w:ilvl w:val="1"/><w:numId w:val="1"/>')
    body = p("x", '<w:pStyle w:val="a"/>') + p("y", '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="2"/></w:numPr>')
    body += p("z", '<w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="0"/></w:numPr>')
    assert reading.texts(body, numbering=parts, styles=styles) == ["1.1 x", "(1-1) y", "2. z"]


def test_the_level_tied_to_a_style_wins(reading: Reading) -> None:
    parts = numbering(level(0, "%1、"), level(1, "%1.%2", more='<w:pStyle w:val="h2"/>'))
    styles = listed("h2", "heading 2", '<w:ilvl w:val="0"/><w:numId w:val="1"/>')
    assert reading.texts(p("x", '<w:pStyle w:val="h2"/>'), numbering=parts, styles=styles) == ["1.1 x"]


def test_no_list_at_all_through_styles(reading: Reading) -> None:
    styles = STYLES + listed("off", "plain", '<w:numId w:val="0"/>', '<w:basedOn w:val="a"/>')
    styles += listed("back", "again", '<w:numId w:val="1"/>', '<w:basedOn w:val="off"/>')
    body = p("x", '<w:pStyle w:val="a"/>') + p("y", '<w:pStyle w:val="off"/>') + p("z", '<w:pStyle w:val="back"/>')
    assert reading.texts(body, numbering=numbering(level(0, "%1、")), styles=styles) == ["1、x", "y", "2、z"]


def test_lists_go_on_through_tables_and_controls(reading: Reading) -> None:
    body = item("一") + table(cell(item("二") + item("三")) + cell(item("四"))) + control(item("五")) + item("六")
    texts = reading.texts(body, numbering=numbering(level(0, "%1、", "chineseCounting")))
    assert texts == ["一、一", "二、二", "三、三", "四、四", "五、五", "六、六"]


def test_notes_count_for_themselves(reading: Reading) -> None:
    body = item("一") + p(t("x") + '<w:r><w:footnoteReference w:id="2"/></w:r>') + item("二")
    footnotes = f'<w:footnote w:id="2">{item("注一")}{item("注二")}</w:footnote>'
    texts = reading.texts(body, numbering=numbering(level(0, "%1.")), footnotes=footnotes)
    assert texts == ["1. 一", "x", "1. 注一", "2. 注二", "2. 二"]


@pytest.mark.parametrize(
    ("suffix", "pattern", "text"),
    [
        ("", "%1.", "1. x"),
        ("tab", "%1.", "1. x"),
        ("space", "%1.", "1. x"),
        ("nothing", "%1.", "1.x"),
        ("tab", "%1、", "1、x"),
        ("tab", "（%1）", "（1）x"),
        ("space", "第%1条", "第1条 x"),
        ("nothing", "附件%1：", "附件1：x"),
        ("tab", "第%1条\u3000", "第1条\u3000x"),
    ],
)
def test_what_follows_a_number(reading: Reading, suffix: str, pattern: str, text: str) -> None:
    more = f'<w:suff w:val="{suffix}"/>' if suffix else ""
    document = reading.body(item("x"), numbering=numbering(level(0, pattern, more=more)))
    (paragraph,) = document.paragraphs
    assert paragraph.text == text
    assert paragraph.text[paragraph.runs[0].start :] == "x"


def test_an_empty_item_shows_its_number(reading: Reading) -> None:
    document = reading.body(item("") + item("b"), numbering=numbering(level(0, "%1.")))
    assert [(one.text, one.number) for one in document.paragraphs] == [("1.", "1."), ("2. b", "2.")]


def test_every_level_down_to_the_ninth(reading: Reading) -> None:
    parts = numbering(*(level(i, ".".join(f"%{n}" for n in range(1, i + 2))) for i in range(9)))
    assert numbers(reading, "".join(item("x", i) for i in range(9)), parts)[-1] == "1.1.1.1.1.1.1.1.1"


def test_legal_levels_spare_bullets(reading: Reading) -> None:
    parts = numbering(
        level(0, "●", "bullet"),
        level(1, "%2.", "upperRoman"),
        level(2, "%1%2.%3", "chineseCounting", more="<w:isLgl/>"),
        level(3, "%2.%4", "lowerLetter", more='<w:isLgl w:val="0"/>'),
    )
    assert numbers(reading, item("", 0) + item("", 1) + item("", 2) + item("", 3), parts) == ["", "I.", "1.1", "I.a"]


def test_each_level_restarts_where_the_list_first_uses_it(reading: Reading) -> None:
    override = "".join(
        f'<w:lvlOverride w:ilvl="{i}"><w:startOverride w:val="{5 - i}"/></w:lvlOverride>' for i in range(9)
    )
    parts = numbering(level(0, "%1."), level(1, "%1.%2")) + num(2, 0, override)
    body = item("") + item("", 1) + item("", 1, 2) + item("", 0, 2) + item("", 1, 2) + item("", 1, 1) + item("")
    assert numbers(reading, body, parts) == ["1.", "1.1", "1.4", "5.", "5.4", "5.5", "6."]
    assert numbers(reading, item("", 1, 2) + item(""), parts) == ["1.4", "2."]


def test_numbers_beyond_a_hundred(reading: Reading) -> None:
    parts = numbering(level(0, "第%1条", "chineseCountingThousand", start=99))
    assert numbers(reading, item("") * 4, parts) == ["第九十九条", "第一百条", "第一百〇一条", "第一百〇二条"]


def test_what_a_list_lacks(reading: Reading) -> None:
    bare = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    blank = level(1, " ")
    assert numbers(reading, item("") + item("", 1), numbering(bare, blank)) == ["1.", ""]
    assert reading.texts(item("a", 0, 5), numbering=numbering(level(0, "%1.")) + num(5, 77)) == ["a"]

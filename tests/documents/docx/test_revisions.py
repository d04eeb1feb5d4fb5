"""Tracked changes: all accepted, or all rejected, and never both."""

import pytest

from tests.documents.builders import (
    Reading,
    cell,
    control,
    deleted,
    end_is,
    inserted,
    item,
    level,
    numbering,
    p,
    pictured,
    t,
    table,
    told,
)

CONFLICT = '<w14:conflict{0} w:id="7" w:author="a">{1}</w14:conflict{0}>'


@pytest.mark.parametrize(
    ("content", "final", "original"),
    [
        (t("甲") + inserted(t("乙")) + deleted("丙"), "甲乙", "甲丙"),
        (f"<w:moveFrom>{t('旧处')}</w:moveFrom><w:moveTo>{t('新处')}</w:moveTo>", "新处", "旧处"),
        (inserted(t("一") + deleted("二") + t("三")) + t("四"), "一三四", "四"),
        (inserted(deleted("套")) + t("外"), "外", "外"),
        (f"<w:hyperlink>{inserted(t('链'))}{deleted('接')}</w:hyperlink>", "链", "接"),
        (control(inserted(t("控")) + deleted("件")), "控", "件"),
        (inserted(control(t("控")) + f"<w:smartTag>{t('标')}</w:smartTag>"), "控标", ""),
        (CONFLICT.format("Ins", t("他增")) + CONFLICT.format("Del", t("他删")) + t("文"), "他增文", "他删文"),
        ("<w:del><w:r><w:delText>制</w:delText><w:tab/><w:delText>表</w:delText><w:br/></w:r></w:del>", "", "制\t表\n"),
        ("<w:del><w:r><w:sym w:font='Symbol' w:char='F06D'/></w:r></w:del>" + t("g"), "g", "μg"),
        (inserted('<w:r><w:noBreakHyphen/></w:r>') + t("a"), "\u2011a", "a"),
        (t("改", "<w:b/><w:rPrChange><w:rPr/></w:rPrChange>"), "改", "改"),
        (t("隐", "<w:vanish/><w:rPrChange><w:rPr/></w:rPrChange>") + t("显"), "显", "隐显"),
        (t("显", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>") + t("文"), "显文", "文"),
        ("<w:customXmlInsRangeStart/>" + t("文") + "<w:moveFromRangeStart/><w:moveToRangeEnd/>", "文", "文"),
    ],
)  # fmt: skip
def test_words(reading: Reading, content: str, final: str, original: str) -> None:
    assert reading.texts(p(content) + p("end")) == [final, "end"]
    assert reading.texts(p(content) + p("end"), "original") == [original, "end"]


@pytest.mark.parametrize(
    ("body", "final", "original"),
    [
        (p("一", end_is("ins")) + p("二"), ["一", "二"], ["一二"]),
        (p("一", end_is("del")) + p("二"), ["一二"], ["一", "二"]),
        (p("一", end_is("ins", "del")) + p("二"), ["一二"], ["一二"]),
        (p("一", end_is("moveFrom")) + p("二", end_is("moveTo")) + p("三"), ["一二", "三"], ["一", "二三"]),
        (p("一") + p(deleted("二"), end_is("del")) + p("三"), ["一", "三"], ["一", "二", "三"]),
        (p("一") + p(inserted(t("二")), end_is("ins")) + p("三"), ["一", "二", "三"], ["一", "三"]),
        (p("一", end_is("del")) + control(p("二")) + p("三"), ["一二", "三"], ["一", "二", "三"]),
        (p("一", end_is("del")) + table(cell("二"), cell("三")), ["一", "二", "三"], ["一", "二", "三"]),
        (table(cell(p("一") + p("二", end_is("del"))) + cell("三")), ["一", "二", "三"], ["一", "二", "三"]),
        (table(cell(p("一", end_is("del")) + p("二")) + cell("三")), ["一二", "三"], ["一", "二", "三"]),
        (p("一", end_is("del")) + p(deleted("二"), end_is("del")) + p("三"), ["一三"], ["一", "二", "三"]),
        (p(t("一") + pictured(p("框", end_is("del")) + p("内"))), ["一", "框内"], ["一", "框", "内"]),
        (p(t("一") + pictured(p("框")), end_is("del")) + p("二"), ["一二", "框"], ["一", "框", "二"]),
        (inserted(p("一") + table(cell("二"), cell("三"))), ["一", "二", "三"], []),
    ],
)  # fmt: skip
def test_paragraphs(reading: Reading, body: str, final: list[str], original: list[str]) -> None:
    assert reading.texts(body + p("end")) == [*final, "end"]
    assert reading.texts(body + p("end"), "original") == [*original, "end"]


def test_joined_paragraphs_are_what_the_last_one_is(reading: Reading) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="heading {name}"/></w:style>' for name in "12"
    )
    body = p("一", '<w:pStyle w:val="1"/>' + end_is("del")) + p("二", '<w:pStyle w:val="2"/>')
    (paragraph,) = reading.body(body, styles=styles).paragraphs
    assert (paragraph.text, paragraph.level, len(paragraph.runs)) == ("一二", 2, 2)


def row(mark: str, *cells: str) -> str:
    properties = f'<w:trPr><w:{mark} w:id="9" w:author="a"/></w:trPr>' if mark else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def test_rows_and_cells(reading: Reading) -> None:
    body = "<w:tbl>" + row("", cell("甲"), cell("乙", '<w:cellIns w:id="1" w:author="a"/>'), cell("丙"))
    body += row("ins", cell("新"), cell("行"), cell("。")) + row("del", cell("旧"), cell("行"), cell("？"))
    body += row("", cell("丁"), cell("戊", '<w:cellDel w:id="1" w:author="a"/>'), cell("己")) + "</w:tbl>"
    document = reading.body(body)
    assert [(one.text, one.cell) for one in document.paragraphs] == [
        ("甲", (0, 0, 0)),
        ("乙", (0, 0, 1)),
        ("丙", (0, 0, 2)),
        ("新", (0, 1, 0)),
        ("行", (0, 1, 1)),
        ("。", (0, 1, 2)),
        ("丁", (0, 2, 0)),
        ("己", (0, 2, 1)),
    ]
    assert "Tracked changes: 4." in told(document)
    assert reading.texts(body, "original") == ["甲", "丙", "旧", "行", "？", "丁", "戊", "己"]


def test_cells_merged_by_a_tracked_change(reading: Reading) -> None:
    def merged(now: str, before: str) -> str:
        return f'<w:cellMerge w:id="1" w:author="a" w:vMerge="{now}" w:vMergeOrig="{before}"/>'

    body = table(
        cell("甲", merged("rest", "rest")) + cell("a"),
        cell("乙", merged("cont", "rest")) + cell("b"),
        cell("丙", '<w:cellMerge w:id="1" w:author="a"/>') + cell("c"),
    )
    assert reading.texts(body) == ["甲", "a", "b", "丙", "c"]
    assert reading.texts(body, "original") == ["甲", "a", "乙", "b", "丙", "c"]


NUM = '<w:numPr><w:ilvl w:val="{0}"/><w:numId w:val="{1}"/>{2}</w:numPr>'
LISTS = numbering(level(0, "%1、", "chineseCounting"), level(1, "（%2）", "chineseCounting"))


def test_numbers_in_either_view(reading: Reading) -> None:
    body = item("甲") + p(deleted("乙"), NUM.format(0, 1, "") + end_is("del")) + item("丙")
    body += p(inserted(t("丁")), NUM.format(0, 1, "") + end_is("ins")) + item("戊")
    assert reading.texts(body, numbering=LISTS) == ["一、甲", "二、丙", "三、丁", "四、戊"]
    assert reading.texts(body, "original", numbering=LISTS) == ["一、甲", "二、乙", "三、丙", "四、戊"]


def test_numbering_changed_or_inserted(reading: Reading) -> None:
    was = "<w:pPrChange><w:pPr>{}</w:pPr></w:pPrChange>"
    body = item("甲") + p("乙", NUM.format(1, 1, "") + was.format(NUM.format(0, 1, ""))) + item("丙")
    body += p("丁", NUM.format(0, 1, '<w:ins w:id="5" w:author="a"/>')) + p("戊", was.format(NUM.format(0, 1, "")))
    assert reading.texts(body, numbering=LISTS) == ["一、甲", "（一）乙", "二、丙", "三、丁", "戊"]
    assert reading.texts(body, "original", numbering=LISTS) == ["一、甲", "二、乙", "三、丙", "丁", "四、戊"]


def test_changes_in_notes_and_boxes(reading: Reading) -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = p(t("甲") + note + pictured(p(inserted(t("框新")) + deleted("框旧"))))
    footnotes = f'<w:footnote w:id="2">{p(inserted(t("注新")) + deleted("注旧"))}</w:footnote>'
    assert reading.texts(body, footnotes=footnotes) == ["甲", "框新", "注新"]
    assert reading.texts(body, "original", footnotes=footnotes) == ["甲", "框旧", "注旧"]


def test_a_note_that_was_deleted_or_inserted(reading: Reading) -> None:
    def note(number: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'

    body = p(t("甲") + f"<w:del>{note(2)}</w:del>" + inserted(note(3)))
    footnotes = "".join(f'<w:footnote w:id="{number}">{p(str(number))}</w:footnote>' for number in (2, 3))
    assert reading.texts(body, footnotes=footnotes) == ["甲", "3"]
    assert reading.texts(body, "original", footnotes=footnotes) == ["甲", "2"]

import io
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from drafter.exports.docx import DocxOptions, write_docx
from drafter.exports.docx.table import LONG_ROW
from drafter.exports.snapshot import ReviewSnapshot
from drafter.model import Clause, ClauseSide, Finding, Message, Segment, Span
from tests.exports.conftest import MOMENT, REVIEWER
from tests.exports.looking import ALL_OPTIONS, W, Written, named, written

every_export = pytest.mark.parametrize("options", ALL_OPTIONS, ids=named)


def faults(file: Written, path: Path) -> list[str]:
    path.write_bytes(file.data)
    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]


@every_export
def test_file_is_valid(review: ReviewSnapshot, options: DocxOptions, tmp_path: Path) -> None:
    assert faults(written(review, options), tmp_path / "file.docx") == []


def test_a_file_that_can_be_taken_back_is_valid(review: ReviewSnapshot, tmp_path: Path) -> None:
    file = written(review, DocxOptions(returnable=True))
    assert faults(file, tmp_path / "file.docx") == []
    assert b"urn:drafter:review:1" in file.parts["customXml/item1.xml"]
    assert not [name for name, data in file.parts.items() if REVIEWER.encode() in data]


def test_validator_sees_faults(review: ReviewSnapshot, tmp_path: Path) -> None:
    file = written(review, DocxOptions(track_changes=True))
    for change in file.document.iter(f"{W}ins"):
        del change.attrib[f"{W}author"]
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        for name, data in {**file.parts, "word/document.xml": etree.tostring(file.document)}.items():
            archive.writestr(name, data)
    assert faults(Written(broken.getvalue()), tmp_path / "file.docx")


@every_export
def test_what_validators_miss(review: ReviewSnapshot, options: DocxOptions) -> None:
    file = written(review, options)
    document = file.document
    assert [node for change in document.iter(f"{W}del") for node in change.iter(f"{W}t")] == []
    assert [node for node in document.iter(f"{W}delText") if not list(node.iterancestors(f"{W}del"))] == []
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference"):
        assert max(Counter(file.attributes(name, "id")).values(), default=0) <= 1
    assert max(Counter(file.attributes("bookmarkStart", "name")).values(), default=0) <= 1
    assert file.attributes("bookmarkStart", "id") == file.attributes("bookmarkEnd", "id")
    changes = file.attributes("ins", "id") + file.attributes("del", "id")
    numbers = changes + file.attributes("bookmarkStart", "id") + file.attributes("commentReference", "id")
    assert len(set(numbers)) == len(numbers)
    assert all(cell[-1].tag == f"{W}p" for cell in document.iter(f"{W}tc"))
    for node in document.iter(f"{W}t", f"{W}delText"):
        text = node.text or ""
        assert text == text.strip() or node.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


@every_export
def test_chinese_stands_in_chinese_fonts(review: ReviewSnapshot, options: DocxOptions) -> None:
    file = written(review, options)
    for node in file.document.iter(f"{W}t", f"{W}delText"):
        if not any("\u4e00" <= character <= "\u9fff" for character in node.text or ""):
            continue
        run = node.getparent()
        assert run is not None
        fonts = run.find(f"{W}rPr/{W}rFonts")
        assert fonts is not None
        assert fonts.get(f"{W}hint") == "eastAsia"
        assert fonts.get(f"{W}eastAsia") in ("宋体", "黑体", "仿宋_GB2312", "楷体_GB2312", "方正小标宋简体")
        assert fonts.get(f"{W}ascii") == fonts.get(f"{W}hAnsi") == fonts.get(f"{W}cs") == "Times New Roman"


@pytest.mark.parametrize("options", [options for options in ALL_OPTIONS if not options.for_review], ids=named)
def test_clean_export_carries_no_trace(review: ReviewSnapshot, options: DocxOptions) -> None:
    file = written(review, options)
    footers = {f"word/footer{number}.xml" for number in (1, 2)} if options.style == "gbt9704" else {"word/footer1.xml"}
    assert set(file.parts) == footers | {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/settings.xml",
        "word/fontTable.xml",
        "word/theme/theme1.xml",
    }
    core = etree.fromstring(file.parts["docProps/core.xml"])
    assert [etree.QName(node).localname for node in core] == ["title"]
    everything = "".join(part.decode() for part in file.parts.values())
    for trace in (REVIEWER, "Reviewer", "Somebody", "Drafter", MOMENT, "方案.txt", "plan.docx", "rsid", "/home", "C:"):
        assert trace not in everything
    for tag in ("ins", "del", "commentRangeStart", "commentReference"):
        assert not list(file.document.iter(W + tag))
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        assert {(entry.date_time, entry.create_system, entry.extra) for entry in archive.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 0, b"")
        }


def test_same_review_gives_same_bytes(review: ReviewSnapshot) -> None:
    options = DocxOptions(track_changes=True, comments=True)
    assert written(review, options).data == written(review, options).data


def test_table_has_repeated_head_fixed_widths_and_whole_rows(review: ReviewSnapshot) -> None:
    long = "很长。" * LONG_ROW
    clauses = (*review.clauses, Clause(99, ClauseSide((), long, long), ClauseSide()))
    document = written(replace(review, clauses=clauses)).document
    rows = list(document.iter(f"{W}tr"))
    assert len(rows) == len(clauses) + 1
    head = rows[0].find(f"{W}trPr")
    assert head is not None
    assert [node.tag.removeprefix(W) for node in head] == ["cantSplit", "tblHeader"]
    assert words_of(rows[0]) == "No.ChineseEnglish"
    grid = [node.get(f"{W}w") for node in document.iter(f"{W}gridCol")]
    assert all([node.get(f"{W}w") for node in row.iter(f"{W}tcW")] == grid for row in rows)
    assert [bool(list(row.iter(f"{W}cantSplit"))) for row in rows[1:]] == [True] * len(review.clauses) + [False]


def test_table_numbers_and_bookmarks_name_the_clause(review: ReviewSnapshot) -> None:
    file = written(review)
    assert file.attributes("bookmarkStart", "name") == [f"seg_{clause.id:04d}" for clause in review.clauses]
    rows = list(file.document.iter(f"{W}tr"))[1:]
    numbers = [words_of(row[1]) for row in rows]
    assert numbers == [str(clause.id) for clause in review.clauses]
    assert [row[3].find(f".//{W}bookmarkStart") is not None for row in rows] == [True] * len(rows)


def test_headings_are_bold_in_the_table(review: ReviewSnapshot) -> None:
    rows = list(written(review).document.iter(f"{W}tr"))[1:]
    for row, clause in zip(rows, review.clauses, strict=True):
        assert bool(list(row.iter(f"{W}b"))) == (clause.level > 0)


def test_official_page(review: ReviewSnapshot) -> None:
    file = written(review, DocxOptions("zh", "gbt9704"))
    section = next(file.document.iter(f"{W}sectPr"))
    values = {
        (node.tag.removeprefix(W), str(key).removeprefix(W)): setting
        for node in section
        for key, setting in node.attrib.items()
    }
    assert (values["pgSz", "w"], values["pgSz", "h"]) == ("11906", "16838")
    margins = [values["pgMar", edge] for edge in ("top", "right", "bottom", "left", "footer")]
    assert margins == ["2098", "1474", "1984", "1587", "1423"]
    assert (values["docGrid", "type"], values["docGrid", "linePitch"]) == ("lines", "579")
    assert ("docGrid", "charSpace") not in values
    assert b"evenAndOddHeaders" in file.parts["word/settings.xml"]
    kinds = [node.get(f"{W}type") for node in section.iter(f"{W}footerReference")]
    assert sorted(map(str, kinds)) == ["default", "even"]


def test_official_styles_follow_the_rank(review: ReviewSnapshot) -> None:
    file = written(review, DocxOptions("zh", "gbt9704"))
    assert file.attributes("pStyle", "val")[:4] == ["GW-Title", "GW-H1", "GW-H2", "GW-Body"]
    fonts = file.attributes("rFonts", "eastAsia")[:4]
    assert fonts == ["方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"]


def test_sentences_of_one_paragraph_come_together_again(review: ReviewSnapshot) -> None:
    def sentence(number: int, zh: str, en: str, level: int) -> Clause:
        place = (Segment(7, number * 50, number * 50 + 40),)
        return Clause(number, ClauseSide(place, zh, zh), ClauseSide(place, en, en), level=level)

    sentences = (("（一）控煤。", "(1) Coal.", 2), ("不再新建。", "No more.", 0), ("完。", "End.", 0))
    clauses = tuple(sentence(number, *one) for number, one in enumerate(sentences, 1))
    snapshot = replace(review, clauses=clauses, title="方案", zh_name="方案.txt", findings=())
    for layout, text in (("zh", "（一）控煤。不再新建。完。"), ("en", "(1) Coal. No more. End.")):
        file = written(snapshot, DocxOptions(layout, "gbt9704"))  # type: ignore[arg-type]  # a str in the loop
        assert (file.text, len(list(file.document.iter(f"{W}p")))) == (text, 1)
    assert written(snapshot, DocxOptions("zh", "gbt9704")).attributes("rFonts", "eastAsia")[:2] == [
        "楷体_GB2312",
        "仿宋_GB2312",
    ]


def test_official_elements_are_found(review: ReviewSnapshot) -> None:
    texts = ("云溪市方案", "各县人民政府：", "正文。", "附件：1. 清单", "云溪市人民政府", "2023年9月28日")
    clauses = tuple(Clause(number, ClauseSide((), text, text), ClauseSide()) for number, text in enumerate(texts, 1))
    snapshot = ReviewSnapshot("云溪市方案", clauses)
    styles = written(snapshot, DocxOptions("zh", "gbt9704")).attributes("pStyle", "val")
    assert styles == ["GW-Title", "GW-To", "GW-Body", "GW-Attach", "GW-Sign", "GW-Date"]


def test_file_name_is_not_printed_as_a_title() -> None:
    clause = Clause(1, ClauseSide((), "正文。", "正文。"), ClauseSide())
    snapshot = ReviewSnapshot("终稿2", (clause,), zh_name="终稿2.txt")
    assert written(snapshot, DocxOptions("zh")).text == "正文。"


def test_title_is_narrowed_to_break_between_words() -> None:
    from drafter.exports.docx.gbt9704 import title_indents

    title = "云溪市空气质量持续改善三年行动计划实施方案"
    assert title_indents("云溪市方案") == []
    (indent,) = title_indents(title)
    width = (8845 - 2 * int(indent.get(f"{W}left", "0"))) // 440
    assert title[:width] == "云溪市空气质量持续改善"


def test_a_long_title_is_narrowed_with_both_languages_too() -> None:
    title = "云溪市空气质量持续改善三年行动计划实施方案"
    clauses = (Clause(1, ClauseSide((), title, title), ClauseSide((), "Plan", "Plan")),)
    for layout in ("zh", "interleaved"):
        file = written(ReviewSnapshot(title, clauses), DocxOptions(layout, "gbt9704"))
        assert len([left for left in file.attributes("ind", "left") if int(left or 0) > 0]) == 1


def test_a_heading_that_is_a_whole_paragraph_may_end_a_page() -> None:
    short, long = ("（一）严管扬尘", "(1) Dust"), ("（二）严管渣土。" * 9, "(2) Earth is carried under covers. " * 9)
    clauses = tuple(
        Clause(number, ClauseSide((), zh, zh), ClauseSide((), en, en), level=2)
        for number, (zh, en) in enumerate((short, long), 1)
    )
    file = written(ReviewSnapshot("", clauses), DocxOptions("interleaved", "gbt9704"))
    kept = [
        [one.get(f"{W}val", "1") for one in paragraph.iter(f"{W}keepNext")] for paragraph in file.document.iter(f"{W}p")
    ]
    assert kept == [["1"], [], ["1"], ["0"]], "the Chinese stays with its English; the rest is the style's"


def test_comments_stand_at_their_words(review: ReviewSnapshot) -> None:
    file = written(review, DocxOptions(comments=True))
    comments = etree.fromstring(file.parts["word/comments.xml"])
    assert {node.get(f"{W}author") for node in comments} == {"Drafter"}
    assert not [node for node in comments if node.get(f"{W}date")]
    texts = {node.get(f"{W}id", ""): "|".join(map(words_of, node)) for node in comments}
    assert sorted(texts.values()) == sorted(
        [
            "The figure differs from its source.|Should read: 32",
            "A space is missing.",
            "Not as the glossary has it.",
            "The clause has no translation.",
            "Points and percent confused.",
        ]
    )
    assert {texts[number]: words for number, words in commented(file).items()} == {
        "The figure differs from its source.|Should read: 32": "23",
        "A space is missing.": "By 2025, annual",
        "Not as the glossary has it.": "projects.New",
        "The clause has no translation.": "",
        "Points and percent confused.": "5 percentage points",
    }


def words_of(node: etree._Element) -> str:
    return "".join(part.text or "" for part in node.iter(f"{W}t"))


def commented(file: Written) -> dict[str, str]:
    """Give the standing words inside each comment's range."""
    open_ranges: dict[str, str] = {}
    done: dict[str, str] = {}
    for node in file.document.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}t"):
        if node.tag == f"{W}commentRangeStart":
            open_ranges[node.get(f"{W}id", "")] = ""
        elif node.tag == f"{W}commentRangeEnd":
            done[node.get(f"{W}id", "")] = open_ranges.pop(node.get(f"{W}id", ""))
        else:
            open_ranges = {number: words + (node.text or "") for number, words in open_ranges.items()}
    return done


def test_no_comment_stands_inside_a_change(review: ReviewSnapshot) -> None:
    file = written(review, DocxOptions(track_changes=True, comments=True))
    marks = file.document.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
    assert not [mark for mark in marks if any(list(mark.iterancestors(W + tag)) for tag in ("ins", "del"))]


@every_export
def test_no_comment_is_lost(review: ReviewSnapshot, options: DocxOptions) -> None:
    if not options.comments or options.layout == "zh":
        return
    file = written(review, options)
    assert len(file.attributes("commentReference", "id")) == len(review.findings)


def test_comment_beyond_the_text_is_put_at_its_end(review: ReviewSnapshot) -> None:
    finding = Finding("text.fragment", "major", "en", Span(50, 90), "", Message("Cut off."), clause=2)
    file = written(replace(review, findings=(finding,)), DocxOptions(comments=True))
    assert list(commented(file).values()) == [""]


def test_changes_are_stamped_with_the_last_change_of_the_text(review: ReviewSnapshot) -> None:
    file = written(review, DocxOptions("en", track_changes=True))
    stamps = {
        (node.get(f"{W}author"), node.get(f"{W}date")) for tag in ("ins", "del") for node in file.document.iter(W + tag)
    }
    assert stamps == {(REVIEWER, MOMENT), ("Reviewer", MOMENT), ("Reviewer", None)}


def test_figures_and_words_change_whole(review: ReviewSnapshot) -> None:
    file = written(review, DocxOptions("zh", track_changes=True))
    assert "5%" not in file.text
    assert "5个百分点" in file.text.replace(" ", "")


def test_illegal_characters_are_left_out() -> None:
    bad = "A\x00B\x0b\ufffeC\ud800D\tE\x85F"
    clause = Clause(1, ClauseSide((), "甲\x01乙", "甲\x02乙"), ClauseSide((), bad, bad + "\x1f!"))
    finding = Finding("text.fragment", "major", "en", Span(3, 4), "", Message("Bad \x07 {x}", {"x": "\x08"}), clause=1)
    snapshot = ReviewSnapshot("题\x03目", (clause,), (finding,))
    for options in ALL_OPTIONS:
        file = written(snapshot, options)
        if options.layout != "zh":
            assert "ABCDEF!" in file.text
        if options.layout != "en":
            assert "甲乙" in file.text


def test_empty_review(tmp_path: Path) -> None:
    for number, options in enumerate(ALL_OPTIONS):
        assert faults(written(ReviewSnapshot("", ()), options), tmp_path / f"{number}.docx") == []


def test_many_clauses(review: ReviewSnapshot) -> None:
    clauses = tuple(replace(review.clauses[number % 8], id=number + 1) for number in range(1200))
    findings = tuple(
        Finding("spacing.stray", "minor", "en", Span(0, 1), "", Message("Stray."), clause=clause.id)
        for clause in clauses
    )
    file = written(replace(review, clauses=clauses, findings=findings), DocxOptions("table", "plain", True, True))
    assert len(list(file.document.iter(f"{W}tr"))) == 1201
    assert len(file.attributes("commentReference", "id")) == 1200


def test_written_to_its_place(review: ReviewSnapshot, tmp_path: Path) -> None:
    path = tmp_path / "方案 双语.docx"
    write_docx(review, path)
    assert path.read_bytes() == written(review).data
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]

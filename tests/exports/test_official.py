"""The parts of an official document: each in its place and type, and a title page made of what the text has."""

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from drafter.documents.layout import check_layout
from drafter.exports import DocxOptions, ReviewSnapshot, write_docx
from drafter.exports.docx.cover import fields
from drafter.exports.docx.xml import W
from drafter.model import Clause, ClauseSide, Segment
from tests.exports.looking import Written, written

LINES = (
    ("机密★1年", "", 0),
    ("云溪市人民政府关于印发清洁空气行动方案的通知", "Notice of the Yunxi Government on the Clean Air Plan", 1),
    ("云政发〔2024〕3号", "Yun Zheng Fa [2024] No. 3", 0),
    ("各县市区人民政府：", "To the county governments:", 0),
    ("现将方案印发给你们，请遵照执行。", "The plan is issued to you.", 0),
    ("附件：1.任务分工表", "Attachment: 1. Division of tasks", 0),
    ("云溪市人民政府", "Yunxi Municipal Government", 0),
    ("2024年8月5日", "5 August 2024", 0),
    ("附件1", "Attachment 1", 0),
    ("任务分工表", "Division of Tasks", 0),
    ("一、总则", "I. General", 1),
    ("各单位按职责分工负责。", "Each body does its share.", 0),
    ("抄送：市委办公室，市人大常委会办公室。", "Copied to: …", 0),
    ("云溪市人民政府办公室2024年8月6日印发", "Issued by the office on 6 August 2024", 0),
)


@pytest.fixture
def plan() -> ReviewSnapshot:
    clauses = tuple(
        Clause(
            number,
            ClauseSide((Segment(number, 0, len(zh)),) if zh else (), zh, zh),
            ClauseSide((Segment(number, 0, len(en)),) if en else (), en, en),
            level=level,
        )
        for number, (zh, en, level) in enumerate(LINES, 1)
    )
    return ReviewSnapshot(LINES[1][0], clauses, zh_name="通知.txt")


def styles(file: Written) -> dict[str, str]:
    found = {}
    for paragraph in file.document.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        if style is not None and text:
            found[text] = style.get(f"{W}val", "")
    return found


def test_each_part_has_its_style(plan: ReviewSnapshot, tmp_path: Path) -> None:
    options = DocxOptions("zh", "gbt9704")
    file = written(plan, options)
    assert list(styles(file).values()) == [
        "GW-Mark", "GW-Title", "GW-DocNo", "GW-To", "GW-Body", "GW-Attach", "GW-Sign", "GW-Date", "GW-AttachNo",
        "GW-AttachTitle", "GW-H1", "GW-Body", "GW-Record", "GW-Record",
    ]  # fmt: skip
    path = tmp_path / "a.docx"
    write_docx(plan, path, options)
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    assert check_layout(path) == ()


def paragraph_of(file: Written, words: str) -> dict[str, dict[str, str]]:
    """The properties of the paragraph that begins so, by name."""
    for paragraph in file.document.iter(f"{W}p"):
        if "".join(node.text or "" for node in paragraph.iter(f"{W}t")).startswith(words):
            properties = paragraph.find(f"{W}pPr")
            assert properties is not None
            return {
                str(one.tag).removeprefix(W): {
                    str(name).removeprefix(W): str(value) for name, value in one.attrib.items()
                }
                for one in properties.iter()
            }
    raise AssertionError(words)


def test_an_attachment_begins_a_page_and_the_record_is_ruled(plan: ReviewSnapshot) -> None:
    file = written(plan, DocxOptions("zh", "gbt9704"))
    assert "pageBreakBefore" in paragraph_of(file, "附件1")
    copied, issued = paragraph_of(file, "抄送"), paragraph_of(file, "云溪市人民政府办公室")
    assert (copied["top"]["sz"], "bottom" in copied) == ("8", False)
    assert (issued["top"]["sz"], issued["bottom"]["sz"]) == ("6", "8")


def test_the_fields_of_the_title_page(plan: ReviewSnapshot) -> None:
    assert fields(plan) == {
        "Title": {"zh": LINES[1][0], "en": LINES[1][1]},
        "DocNo": {"zh": "云政发〔2024〕3号", "en": "Yun Zheng Fa [2024] No. 3"},
        "Sign": {"zh": "云溪市人民政府", "en": "Yunxi Municipal Government"},
        "Date": {"zh": "2024年8月5日", "en": "5 August 2024"},
    }


@pytest.mark.parametrize("layout", ["table", "interleaved", "zh", "en"])
@pytest.mark.parametrize("style", ["plain", "gbt9704"])
def test_a_title_page_stands_before_the_text(plan: ReviewSnapshot, layout: str, style: str, tmp_path: Path) -> None:
    options = DocxOptions(layout, style, cover=True)  # type: ignore[arg-type]
    path = tmp_path / "a.docx"
    write_docx(plan, path, options)
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    texts = ["".join(n.text or "" for n in p.iter(f"{W}t")) for p in written(plan, options).document.iter(f"{W}p")]
    assert texts[:9] == [LINES[1][0], LINES[1][1], *LINES[2][:2], *LINES[6][:2], *LINES[7][:2], texts[8]]


def test_without_a_title_there_is_no_title_page() -> None:
    body = Clause(1, ClauseSide((), "正文。", "正文。"), ClauseSide((), "Text.", "Text."))
    file = written(ReviewSnapshot("", (body,)), DocxOptions("interleaved", cover=True))
    assert list(file.document.iter(f"{W}br")) == []


def _side(paragraph: int, text: str) -> ClauseSide:
    return ClauseSide((Segment(paragraph, 0, len(text)),), text, text)


def test_a_title_on_several_lines_is_one_title() -> None:
    lines = (
        ("云溪市人民政府", "Yunxi Government:"),
        ("关于印发清洁空气方案的通知", "Notice on the Clean Air Plan"),
        ("正文如下。", "Text."),
    )
    clauses = tuple(
        Clause(number, _side(number, line[0]), _side(number, line[1])) for number, line in enumerate(lines, 1)
    )
    snapshot = ReviewSnapshot("云溪市人民政府关于印发清洁空气方案的通知", clauses)
    assert fields(snapshot)["Title"] == {
        "zh": "云溪市人民政府关于印发清洁空气方案的通知", "en": "Yunxi Government: Notice on the Clean Air Plan"
    }  # fmt: skip
    file = written(snapshot, DocxOptions("zh", "gbt9704"))
    assert styles(file) == {lines[0][0]: "GW-Title", lines[1][0]: "GW-Title", lines[2][0]: "GW-Body"}
    assert paragraph_of(file, lines[0][0])["spacing"] == {"after": "0"}


def test_both_languages_under_each_other_keep_the_official_parts(plan: ReviewSnapshot, tmp_path: Path) -> None:
    options = DocxOptions("interleaved", "gbt9704")
    told = styles(written(plan, options))
    assert (told["云政发〔2024〕3号"], told["Yun Zheng Fa [2024] No. 3"]) == ("GW-DocNo", "GW-EN-Body")
    write_docx(plan, tmp_path / "a.docx", options)
    assert check_layout(tmp_path / "a.docx") == ()

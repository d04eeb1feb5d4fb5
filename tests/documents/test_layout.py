"""Word files against GB/T 9704: ours pass, and every fault of a file made for it is told once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from drafter.documents import UnreadableError
from drafter.documents.layout import Fault, check_layout

BODY = "各有关单位要明确分工，细化措施，按季度报送进展情况，确保各项任务按期完成并接受监督。"


class Official:
    """A document as the layout asks for it, to be spoilt in one place."""

    def __init__(self) -> None:
        self.file: Any = docx.Document()
        section = self.file.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.left_margin = Mm(37), Mm(28)
        section.bottom_margin, section.right_margin = Mm(35), Mm(26)
        style = self.file.styles["Normal"]
        style.font.size = Pt(16)
        self.fonts(style.element.get_or_add_rPr(), "仿宋_GB2312")
        self.title = self.add("云溪市清洁空气行动方案", "方正小标宋简体", 22)
        self.title.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self.number = self.add("云政发〔2024〕3号")
        self.to = self.add("各县市区人民政府，市直各单位：")
        self.h1 = self.add("一、总体要求", "黑体")
        self.h2 = self.add("（一）主要目标。", "楷体_GB2312")
        self.h2.add_run(BODY)
        self.h3 = self.add(f"1.强化源头治理。{BODY}")
        self.body = self.add(BODY * 3)
        self.attachment = self.add("附件：1.任务分工表")
        self.sign = self.add("云溪市人民政府")
        self.date = self.add("2024年8月5日")

    @staticmethod
    def fonts(properties: Any, font: str) -> None:
        fonts = properties.get_or_add_rFonts()
        for name in list(fonts.attrib):
            del fonts.attrib[name]
        fonts.set(qn("w:eastAsia"), font)

    def add(self, text: str, font: str = "", size: int = 0) -> Any:
        paragraph = self.file.add_paragraph()
        run = paragraph.add_run(text)
        if font:
            self.fonts(run._r.get_or_add_rPr(), font)
        if size:
            run.font.size = Pt(size)
        return paragraph


def checked(official: Official, folder: Path) -> tuple[Fault, ...]:
    path = folder / "公文.docx"
    official.file.save(str(path))
    return check_layout(path)


def write(paragraph: Any, text: str) -> None:
    paragraph.runs[0].text = text


def test_an_official_document_has_no_fault(tmp_path: Path) -> None:
    assert checked(Official(), tmp_path) == ()


def _heading(one: Official, paragraph: Any, font: str) -> None:
    one.fonts(paragraph.runs[0]._r.get_or_add_rPr(), font)


SPOILT: list[tuple[str, Callable[[Official], object], str, str]] = [
    ("letter paper", lambda one: setattr(one.file.sections[0], "page_width", Mm(216)), "page", "216 by 297"),
    ("top margin", lambda one: _margins(one, top=25, bottom=47), "page", "top margin measures 25 mm"),
    ("left margin", lambda one: _margins(one, left=32, right=22), "page", "left margin measures 32 mm"),
    ("type area", lambda one: _margins(one, right=32), "page", "150 by 225"),
    ("body size", lambda one: setattr(one.file.styles["Normal"].font, "size", Pt(14)), "body", "14 pt"),
    ("body font", lambda one: one.fonts(one.file.styles["Normal"].element.rPr, "宋体"), "body", "宋体"),
    ("title size", lambda one: setattr(one.title.runs[0].font, "size", Pt(18)), "title", "18 pt"),
    ("title left", lambda one: setattr(one.title, "alignment", None), "title", "middle"),
    ("level 1", lambda one: _heading(one, one.h1, "宋体"), "heading", "黑体, not in 宋体"),
    ("level 2", lambda one: _heading(one, one.h2, "黑体"), "heading", "楷体, not in 黑体"),
    ("level 3", lambda one: _heading(one, one.h3, "黑体"), "heading", "仿宋, not in 黑体"),
    ("number in round brackets", lambda one: write(one.number, "云政发（2024）3号"), "document-number", "〔2024〕3号"),
    ("number with zero", lambda one: write(one.number, "云政发〔2024〕03号"), "document-number", "zero"),
    ("number with 第", lambda one: write(one.number, "云政发〔2024〕第3号"), "document-number", "第"),
    ("short year", lambda one: write(one.number, "云政发〔24〕3号"), "document-number", "full year"),
    ("half-width colon", lambda one: write(one.to, "各县市区人民政府，市直各单位:"), "addressees", "full-width colon"),
    ("date with zero", lambda one: write(one.date, "2024年08月05日"), "date", "leading zeros"),
    ("date in words", lambda one: write(one.date, "二〇二四年八月五日"), "date", "in figures"),
    ("attachment with mark", lambda one: write(one.attachment, "附件：1.任务分工表。"), "attachment", "No mark"),
]


def _margins(one: Official, **millimetres: int) -> None:
    for name, length in millimetres.items():
        setattr(one.file.sections[0], f"{name}_margin", Mm(length))


@pytest.mark.parametrize(("spoil", "element", "said"), [one[1:] for one in SPOILT], ids=[one[0] for one in SPOILT])
def test_each_fault_is_told_once(spoil: Callable[[Official], object], element: str, said: str, tmp_path: Path) -> None:
    official = Official()
    spoil(official)
    faults = [fault for fault in checked(official, tmp_path) if fault.element == element]
    assert len(faults) == 1
    assert said in faults[0].message.template.format(**faults[0].message.values)
    assert bool(faults[0].line) is (element not in ("page", "body"))


def test_a_little_inside_the_tolerance_is_nothing(tmp_path: Path) -> None:
    official = Official()
    _margins(official, top=38, left=27, right=27, bottom=34)
    assert checked(official, tmp_path) == ()


def test_wide_tables_may_lie_on_their_side(tmp_path: Path) -> None:
    official = Official()
    section = official.file.add_section()
    section.page_width, section.page_height = Mm(297), Mm(210)
    assert checked(official, tmp_path) == ()


def test_fonts_of_the_theme_are_found(tmp_path: Path) -> None:
    official = Official()
    fonts = official.file.styles["Normal"].element.rPr.rFonts
    del fonts.attrib[qn("w:eastAsia")]
    fonts.set(qn("w:eastAsiaTheme"), "minorEastAsia")
    assert [fault.element for fault in checked(official, tmp_path)] == ["body", "heading"]


@pytest.mark.parametrize("name", ["text.txt", "picture.docx", "pdf.docx"])
def test_what_is_no_word_file_is_a_sentence(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes({"t": b"text", "p": b"\x89PNG\r\n\x1a\n"}.get(name[0], b"") if name != "pdf.docx" else b"%PDF-1.4")
    with pytest.raises(UnreadableError) as caught:
        check_layout(path)
    assert name in str(caught.value)


def test_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        check_layout(tmp_path / "none.docx")


def test_an_item_that_is_one_sentence_heads_nothing(tmp_path: Path) -> None:
    official = Official()
    official.add(f"（二）{BODY}")
    official.add(f"（三）强化监管。{BODY}")
    assert [fault.text[:8] for fault in checked(official, tmp_path)] == ["（三）强化监管。"]

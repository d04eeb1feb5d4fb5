"""What we write in the official style passes the checker of the official layout."""

from pathlib import Path

import pytest

from drafter.documents.layout import check_layout
from drafter.exports import DocxOptions, ReviewSnapshot, write_docx
from drafter.exports.docx.xml import W
from drafter.model import Clause, ClauseSide, Segment
from tests.exports.looking import ALL_OPTIONS, named, written

OFFICIAL = [options for options in ALL_OPTIONS if options.style == "gbt9704"]


@pytest.mark.parametrize("options", OFFICIAL, ids=named)
def test_our_official_files_pass(review: ReviewSnapshot, options: DocxOptions, tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    write_docx(review, path, options)
    assert check_layout(path) == ()


def test_our_ordinary_page_does_not(review: ReviewSnapshot, tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    write_docx(review, path, DocxOptions("zh", "plain"))
    assert {fault.element for fault in check_layout(path)} >= {"page", "title"}


@pytest.mark.parametrize(
    ("text", "heading", "font"),
    [
        ("（一）强化监管。各地要落实责任。", "（一）强化监管。", "楷体_GB2312"),
        ("二、保障措施。各地要落实责任。", "二、保障措施。", "黑体"),
        ("1.强化监管。各地要落实责任。", "", ""),
        ("（一）各地要落实责任。", "", ""),
    ],
)
@pytest.mark.parametrize("layout", ["zh", "interleaved"])
def test_a_heading_that_runs_into_its_text(layout: str, text: str, heading: str, font: str) -> None:
    clause = Clause(1, ClauseSide((Segment(0, 0, len(text)),), text, text), ClauseSide())
    file = written(ReviewSnapshot("", (clause,)), DocxOptions(layout, "gbt9704"))  # type: ignore[arg-type]
    set_so = {}
    for run in file.document.iter(f"{W}r"):
        fonts = run.find(f"{W}rPr/{W}rFonts")
        assert fonts is not None
        set_so["".join(node.text or "" for node in run.iter(f"{W}t"))] = fonts.get(f"{W}eastAsia")
    assert "".join(set_so) == text
    assert {words: one for words, one in set_so.items() if one != "仿宋_GB2312"} == ({heading: font} if heading else {})


def test_a_tracked_heading_keeps_its_revisions() -> None:
    before, after = "（一）强化监督。各地要落实责任。", "（一）强化监管。各地要落实责任。"
    clause = Clause(1, ClauseSide((Segment(0, 0, len(before)),), before, after), ClauseSide())
    file = written(ReviewSnapshot("", (clause,)), DocxOptions("zh", "gbt9704", track_changes=True))
    kept = "".join(node.text or "" for node in file.document.iter(f"{W}t"))
    assert kept == after
    assert "".join(node.text or "" for node in file.document.iter(f"{W}delText")) == "督"
    inserted = next(file.document.iter(f"{W}ins")).find(f".//{W}rFonts")
    assert inserted is not None
    assert inserted.get(f"{W}eastAsia") == "楷体_GB2312"

"""What stands beside the texts of a Word file: columns, comments, and figures below the line."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from drafter.exports.docx import DocxOptions, write_docx
from drafter.exports.docx.xml import W
from drafter.exports.snapshot import ReviewSnapshot
from drafter.model import Clause, ClauseSide, Note, Revision
from tests.exports.looking import Written, written

NOTE = Note("n1", 4, "en", "王", "2025-11-21T10:00:00Z", "Ask the office\nfor the figure.")


@pytest.fixture
def noted(review: ReviewSnapshot) -> ReviewSnapshot:
    reason = Revision(5, "text", 8, "en", "a", "b", "李", "2025-11-22T10:00:00Z", "as in the glossary")
    rules = Revision(6, "text", 4, "en", "a", "b", "李", "2025-11-22T10:00:00Z", "number.value, spacing.glued")
    return replace(review, notes=(NOTE,), revisions=(*review.revisions, reason, rules))


def rows(snapshot: ReviewSnapshot, options: DocxOptions, path: Path) -> list[list[str]]:
    write_docx(snapshot, path, options)
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    return [[cell.text for cell in row.cells] for row in docx.Document(str(path)).tables[0].rows]


@pytest.mark.parametrize("style", ["plain", "gbt9704"])
def test_findings_and_notes_stand_beside_the_texts(noted: ReviewSnapshot, style: str, tmp_path: Path) -> None:
    options = DocxOptions("table", style, findings=True, notes=True)  # type: ignore[arg-type]
    found = rows(noted, options, tmp_path / "a.docx")
    assert found[0] == ["No.", "Chinese", "English", "Findings", "Notes"]
    assert found[4][3].split("\n") == [
        "[minor] “By 2025, annual” A space is missing.",
        "[critical] “23” The figure differs from its source. Should read: 32",
    ] or found[4][3].split("\n") == [
        "[critical] “23” The figure differs from its source. Should read: 32",
        "[minor] “By 2025, annual” A space is missing.",
    ]
    assert found[4][4] == "王: Ask the office\nfor the figure."
    assert found[6][3] == "[critical] The clause has no translation."
    assert found[1][3:] == ["", ""]


def test_all_columns_leave_room_for_the_texts(noted: ReviewSnapshot) -> None:
    file = written(noted, DocxOptions("table", tags=True, findings=True, notes=True))
    widths = [int(column.get(f"{W}w", "0")) for column in file.document.iter(f"{W}gridCol")]
    assert len(widths) == 6
    assert sum(widths[1:3]) > sum(widths) / 2
    assert {int(cell.get(f"{W}w", "0")) for cell in file.document.iter(f"{W}tcW")} == set(widths)


def comments(file: Written) -> list[tuple[str | None, str | None, str]]:
    return [
        (
            one.get(f"{W}author"),
            one.get(f"{W}date"),
            "\n".join("".join(map(str, p.itertext())) for p in one.iter(f"{W}p")),
        )
        for one in etree.fromstring(file.parts["word/comments.xml"]).iter(f"{W}comment")
    ]


def test_notes_and_reasons_are_comments_of_who_wrote_them(noted: ReviewSnapshot) -> None:
    told = comments(written(noted, DocxOptions("table", comments=True)))
    assert ("王", "2025-11-21T10:00:00Z", "Ask the office\nfor the figure.") in told
    assert ("李", "2025-11-22T10:00:00Z", "Reason: as in the glossary") in told
    assert not [words for _author, _date, words in told if "spacing.glued" in words]
    assert len([one for one in told if one[0] == "Drafter"]) == len(noted.findings)


def test_without_comments_no_note_goes_out(noted: ReviewSnapshot) -> None:
    file = written(noted, DocxOptions("table", track_changes=True))
    assert "word/comments.xml" not in file.parts
    assert b"Ask the office" not in b"".join(file.parts.values())


def scripts(text: str, *, tracked: bool = False) -> tuple[list[str], str]:
    """The figures that stand off the line, and the whole text."""
    clause = Clause(1, ClauseSide(), ClauseSide((), "" if tracked else text, text))
    file = written(ReviewSnapshot("", (clause,)), DocxOptions("en", track_changes=tracked, scripts=True))
    return list(_raised(file)), "".join(node.text or "" for node in file.document.iter(f"{W}t"))


def _raised(file: Written) -> Iterator[str]:
    for run in file.document.iter(f"{W}r"):
        where = run.find(f"{W}rPr/{W}vertAlign")
        if where is not None:
            sign = "_" if where.get(f"{W}val") == "subscript" else "^"
            yield sign + "".join(node.text or "" for node in run.iter(f"{W}t"))


@pytest.mark.parametrize("tracked", [False, True])
@pytest.mark.parametrize(
    ("text", "off_the_line"),
    [
        ("PM2.5 and PM10, NOx and SO2", ["_2.5", "_10", "_x", "_2"]),
        ("细颗粒物（PM2.5）与臭氧（O3）", ["_2.5", "_3"]),
        ("H2SO4 and N2O", ["_2", "_4", "_2"]),
        ("32 μg/m3, 5mg/m3, 40 km2, 3 Nm3", ["^3", "^3", "^2", "^3"]),
        ("32 μg/m³ of CO₂", []),
        ("PM2.51, PM100, SO25, M3, item3, 3m, CO, NO, COVID2", []),
        ("m3.5", []),
    ],
)
def test_figures_of_formulas_and_units(text: str, off_the_line: list[str], tracked: bool) -> None:
    assert scripts(text, tracked=tracked) == (off_the_line, text)


def test_figures_stay_on_the_line_unasked(review: ReviewSnapshot) -> None:
    assert list(_raised(written(review, DocxOptions("en")))) == []

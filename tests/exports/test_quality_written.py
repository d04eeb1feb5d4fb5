"""The quality report as a page and as a Word file: whole, safe, alone, and with the figures of the engine."""

import io
import json
import re
import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from lxml import etree, html
from openxml_audit import OpenXmlValidator

from drafter.exports.docx.report import build
from drafter.exports.html.charts import Bar, Piece, Row, bar_chart
from drafter.exports.html.report import page
from drafter.exports.quality import Assessment, QualityOptions, QualityReport, Weights, assess, write_quality
from drafter.exports.quality.scoring import score
from drafter.exports.quality.words import figure, grade
from drafter.exports.snapshot import ReviewSnapshot
from drafter.i18n import set_language
from drafter.model import Clause, ClauseSide, DrafterError, Finding, Message, Span
from tests.exports.test_quality import CLAUSES, fault
from tests.exports.test_verdict import parsed

EVIL = '<script>alert("1")</script>&amp;\x00]]>{x}\ud800'


@pytest.fixture
def report(review: ReviewSnapshot) -> QualityReport:
    """The review, before and after its corrections; one more error was there before."""
    before = (*review.findings, fault("unit.corrupt", "critical", "mthree", 4))
    return assess(Assessment(review, before, frozenset(review.findings[1:2])))


def evil() -> QualityReport:
    clause = Clause(1, ClauseSide((), EVIL, EVIL), ClauseSide((), EVIL, EVIL), level=1)
    found = Finding("number.<b>", "critical", "en", Span(1, 7), EVIL, Message("{x}", {"x": EVIL}), clause=1)
    snapshot = ReviewSnapshot(EVIL, (clause, replace(clause, id=2)), (found,), zh_name=EVIL)
    return assess(Assessment(snapshot, (found,), types={"number.<b>": EVIL}))


def rows_of(table: html.HtmlElement) -> list[list[str]]:
    return [["".join(cell.itertext()) for cell in row.iter("th", "td")] for row in table.iter("tr")]


# --- the page --------------------------------------------------------------------------------------------------------


def test_it_begins_with_the_verdict(report: QualityReport) -> None:
    tree = html.fromstring(page(report))
    first, *chapters = tree.findall("body/section")
    assert "These 3 facts can’t be trusted" in "".join(map(str, first.itertext()))
    assert [chapter.findtext("h2") for chapter in chapters] == [
        "The worst clauses",
        "The figures",
        "All open findings",
        "How this was counted",
    ]


def test_the_page_stands_alone(report: QualityReport) -> None:
    written = page(report)
    reader = parsed(written)
    assert not {"script", "link", "img", "iframe", "object", "use", "image"} & set(reader.tags)
    assert reader.addresses == []
    assert not re.search(r"https?:|url\(|@import|<script", written)


def test_charts_are_drawn_well_formed(report: QualityReport) -> None:
    charts = re.findall(r'<svg class="chart".*?</svg>', page(report), re.DOTALL)
    assert [etree.fromstring(chart).get("aria-label") for chart in charts] == [
        "Errors by severity",
        "Errors by family and severity",
        "Penalty per 1,000 words, by section",
    ]


def test_the_page_tells_the_figures_of_the_engine(report: QualityReport) -> None:
    tree = html.fromstring(page(report))
    totals, types, sections, findings = (rows_of(table) for table in tree.iter("table"))
    before, after = report.whole.before, report.whole.after
    assert after.errors + 1 == before.errors == 6
    assert [row[1:] for row in totals] == [
        ["Weight", "As loaded", "As corrected"],
        *[
            [weight, str(before.counts[name]), str(after.counts[name])]  # type: ignore[index]
            for name, weight in (("critical", "25"), ("major", "5"), ("minor", "1"))
        ],
        ["", str(before.errors), str(after.errors)],
        ["", figure(before.penalty), figure(after.penalty)],
        ["", str(before.words), str(after.words)],
        ["", figure(before.per_thousand), figure(after.per_thousand)],
        ["", figure(before.quality), figure(after.quality)],
    ]
    assert types[1][1:] == ["4 → 3", "–", "2", "6 → 5", f"{figure(before.penalty)} → {figure(after.penalty)}"]
    assert len(sections) == len(report.sections) + 1
    assert [row[0] for row in findings[1:]] == [str(one.clause) for one in report.snapshot.findings]
    assert [("confirmed" in row[1]) for row in findings[1:]] == [False, True, False, False, False]


def test_what_is_left_out_is_said(review: ReviewSnapshot) -> None:
    found = (*review.findings, review.findings[0], replace(review.findings[0], side="zh"))
    report = assess(Assessment(replace(review, findings=found), found))
    written = page(report)
    assert "Of 7 open findings 5 are counted: 1 stands in the text that was translated, 1 repeats a fault" in written
    assert "Of " not in page(assess(Assessment(review, review.findings))).split("The figures")[1].split("<table>")[0]


def test_nothing_corrected_nothing_compared() -> None:
    snapshot = ReviewSnapshot("T", CLAUSES, (fault(),))
    written = page(assess(Assessment(snapshot, snapshot.findings)))
    assert "No text was corrected yet." in written
    assert "faint" not in written.partition("<body>")[2]
    assert "→" not in written.partition("How this was counted")[0].partition("The figures")[2]


def test_a_review_without_findings_is_told_calmly() -> None:
    written = page(assess(Assessment(ReviewSnapshot("T", CLAUSES), ())))
    assert "Nothing was found" in written
    assert "All open findings" not in written
    assert "The worst clauses" not in written
    assert "<b>100</b>" in written
    parsed(written)


def test_an_empty_review_has_no_score() -> None:
    report = assess(Assessment(ReviewSnapshot("", ()), ()))
    assert "<b>–</b>" in page(report)
    assert docx.Document(io.BytesIO(build(report))).tables[0].rows[-1].cells[-1].text == "–"


def test_text_is_never_markup() -> None:
    written = page(evil())
    assert "<script" not in written
    assert "\x00" not in written
    assert "&lt;script&gt;" in written
    assert "script" not in parsed(written).tags
    for chart in re.findall(r'<svg class="chart".*?</svg>', written, re.DOTALL):
        assert etree.fromstring(chart) is not None


def test_chinese_pages_are_marked_as_such(report: QualityReport) -> None:
    set_language("zh")
    assert '<html lang="zh-CN">' in page(report)


# --- charts ----------------------------------------------------------------------------------------------------------


def test_bars_are_as_long_as_what_they_stand_for() -> None:
    rows = [
        Row("One", (Bar((Piece(30, "critical"), Piece(10, "minor")), "40"),)),
        Row("Two", (Bar((Piece(20, "plain"),), "20", faint=True), Bar((Piece(0, "plain"),), "0"))),
    ]
    tree = etree.fromstring(bar_chart("Test", rows))
    bars = [(one.get("class"), float(one.get("x", "")), float(one.get("width", ""))) for one in tree.iter("rect")]
    (first, x, whole), (_second, after, rest), (third, _x, half) = bars
    assert (first, third) == ("bar-critical", "bar-plain faint")
    assert after == pytest.approx(x + whole)
    assert whole == pytest.approx(3 * rest)
    assert half == pytest.approx(2 * rest, abs=0.02)
    assert x + whole + rest <= 720
    tops = [float(one.get("y", "")) for one in tree.iter("text") if one.get("class") == "figure"]
    assert all(above < below for above, below in pairwise(tops))


def test_names_too_long_are_cut_and_told_whole_when_pointed_at() -> None:
    name = "关于进一步加强全市大气污染防治工作的实施意见和若干配套措施"
    tree = etree.fromstring(bar_chart("Test", [Row(name, (Bar((), "0"),))]))
    label = next(tree.iter("text"))
    assert label.findtext("title") == name
    assert (label[0].tail or "").endswith("…")


def test_a_chart_of_nothing_is_empty() -> None:
    assert not list(etree.fromstring(bar_chart("Test", [])).iter("rect", "text"))


# --- the Word file ---------------------------------------------------------------------------------------------------


def words_of(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    return "\n".join(
        [paragraph.text for paragraph in document.paragraphs]
        + [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    )


def test_the_word_file_tells_the_figures_of_the_engine(report: QualityReport) -> None:
    document = docx.Document(io.BytesIO(build(report)))
    facts, worst, totals, _families, types, sections, findings = document.tables
    assert [row.cells[0].text for row in facts.rows[1:]] == ["4", "6", "8"]
    assert [row.cells[1].text for row in worst.rows[1:]] == [figure(one.penalty) for one in report.worst]
    before, after = report.whole.before, report.whole.after
    assert [cell.text for cell in totals.rows[-1].cells[2:]] == [figure(before.quality), figure(after.quality)]
    assert [cell.text for cell in types.rows[1].cells[1:5]] == ["4 → 3", "–", "2", "6 → 5"]
    assert len(sections.rows) == len(report.sections) + 1
    assert len(findings.rows) == len(report.snapshot.findings) + 1
    assert "These 3 facts can’t be trusted" in [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.parametrize("kind", ["usual", "evil", "empty"])
def test_the_word_file_is_valid(kind: str, report: QualityReport, tmp_path: Path) -> None:
    empty = assess(Assessment(ReviewSnapshot("", ()), ()))
    path = tmp_path / "report.docx"
    path.write_bytes(build({"usual": report, "evil": evil(), "empty": empty}[kind]))
    result = OpenXmlValidator().validate(str(path))
    assert [str(error) for error in result.errors] == []


def test_the_same_report_is_the_same_file(report: QualityReport) -> None:
    assert build(report) == build(report)


def test_of_very_many_findings_a_part_is_listed() -> None:
    found = tuple(fault("spacing.glued", "minor", f"w{number}") for number in range(2100))
    data = build(assess(Assessment(ReviewSnapshot("T", CLAUSES, found), found)))
    assert len(docx.Document(io.BytesIO(data)).tables[-1].rows) == 2001
    assert "and 100 more" in words_of(data)


@pytest.mark.slow
@pytest.mark.skipif(not all(map(shutil.which, ("soffice", "pdftotext"))), reason="needs LibreOffice and poppler")
def test_a_word_processor_reads_it(report: QualityReport, tmp_path: Path) -> None:
    write_quality(report, tmp_path / "report.docx")
    profile = (tmp_path / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run(
        [*command, str(tmp_path), str(tmp_path / "report.docx")],
        stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    pdf = str(tmp_path / "report.pdf")
    shown = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
    assert shown.index("These 3 facts") < shown.index("The worst clauses") < shown.index("The figures")
    assert figure(report.whole.after.quality) in shown


@pytest.mark.parametrize(
    ("value", "told"),
    [(0, "0"), (0.01, "<0.1"), (0.1, "0.1"), (12, "12"), (12.34, "12.3"), (-250.0, "−250"), (None, "–")],
)
def test_figures_are_written_short(value: float | None, told: str) -> None:
    assert figure(value) == told


def test_no_text_with_an_error_has_100() -> None:
    assert grade(score([fault(severity="minor")], 100_000, Weights())) == "99.9"
    assert grade(score([], 100_000, Weights())) == "100"
    assert grade(score([fault()], 0, Weights())) == "–"


# --- files -----------------------------------------------------------------------------------------------------------


def test_the_ending_says_what_is_written(report: QualityReport, tmp_path: Path) -> None:
    for ending in (".html", ".docx", ".json", ".JSON"):
        write_quality(report, tmp_path / f"质量{ending}")
    assert (tmp_path / "质量.html").read_text("utf-8") == page(report)
    assert (tmp_path / "质量.docx").read_bytes() == build(report)
    told = json.loads((tmp_path / "质量.json").read_text("utf-8"))
    assert told["after"]["quality"] == report.whole.after.quality
    assert (tmp_path / "质量.json").read_bytes() == (tmp_path / "质量.JSON").read_bytes()


def test_another_ending_is_refused(report: QualityReport, tmp_path: Path) -> None:
    with pytest.raises(DrafterError, match=r"“out.pdf” can't be written.*\.html, \.docx, \.json"):
        write_quality(report, tmp_path / "out.pdf")
    assert list(tmp_path.iterdir()) == []


def test_confirmed_only_is_said(review: ReviewSnapshot) -> None:
    given = Assessment(review, review.findings, frozenset(review.findings[:1]))
    report = assess(given, QualityOptions(confirmed=True))
    for written in (page(report), words_of(build(report))):
        assert "Only findings that a reviewer confirmed" in written
        assert "4 were confirmed by nobody" in written
        assert "These 3 facts can’t be trusted" in written  # the verdict never leaves any out

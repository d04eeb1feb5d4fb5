"""A review as data: memories, XLIFF, tables, JSON and the page, each read back by something that isn't ours."""

import csv
import json
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from lxml import etree
from lxml import html as lxml_html
from openxml_audit import OpenXmlValidator
from translate.storage.tmx import tmxfile
from translate.storage.xliff2 import Xliff2File

from drafter.checks import rules
from drafter.exports import DataOptions, ReviewSnapshot, write_review_page
from drafter.exports.json_file import write_json
from drafter.exports.tables import write_review_csv, write_review_workbook
from drafter.exports.tmx import write_tmx
from drafter.exports.xliff import write_review_xliff
from drafter.exports.xliff.issues import issue_type, stretches
from drafter.model import Concept, DrafterError, LedgerRow, Note, Quantity, Span

SCHEMAS = Path(__file__).parents[1] / "data" / "schemas"
XLIFF = "{urn:oasis:names:tc:xliff:document:2.0}"
ITS = "{http://www.w3.org/2005/11/its}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
EVIL = '=HYPERLINK("http://x")<b>&\x07'
PLAIN = DataOptions()


@pytest.fixture
def full(review: ReviewSnapshot) -> ReviewSnapshot:
    """The review with everything that a review can have."""
    figure = Quantity(Decimal(32), None, "ug/m3", "<=", "measure", Span(4, 20), Span(4, 6), "32微克/立方米以下")
    return replace(
        review,
        tags={4: (Concept("TGT01", "measure", {"zh": "浓度目标", "en": "Concentration target"}),)},
        states={4: "reviewed", 8: "final", 5: "translated"},
        notes=(
            Note("n1", 4, "en", "柳如烟", "2025-11-21T10:00:00Z", EVIL),
            Note("n2", None, "zh", "", "", "lost", imported=True),
        ),
        types={rule.name: rule.mqm for rule in rules()},
        figures=(LedgerRow(4, figure, None, "missing", EVIL, 2025, "云溪市", 4),),
    )


def valid(path: Path, schema: str) -> etree._ElementTree:
    tree = etree.parse(str(path))
    checker = etree.RelaxNG(etree.parse(str(SCHEMAS / schema)))
    checker.assertValid(tree)
    return tree


def found(root: Any, path: str) -> list[Any]:
    """What an XPath of elements or attributes finds."""
    return list(root.xpath(path))


def texts(elements: Iterable[etree._Element]) -> list[str]:
    return ["".join(map(str, element.itertext())) for element in elements]


# --- TMX --------------------------------------------------------------------------------------------------------------


def test_a_memory_has_every_pair_in_both_languages(full: ReviewSnapshot, tmp_path: Path) -> None:
    path = tmp_path / "记忆.tmx"
    count = write_tmx(full, path, PLAIN)
    root = valid(path, "tmx14.rng").getroot()
    pairs = [clause for clause in full.clauses if clause.zh.text and clause.en.text]
    assert count == len(pairs) == len(root.findall(".//tu"))
    for unit, clause in zip(root.iter("tu"), pairs, strict=True):
        assert unit.get("tuid") == f"c{clause.id}"
        assert [one.get(LANG) for one in unit.iter("tuv")] == ["zh-CN", "en"]
        assert texts(unit.iter("seg")) == [clause.zh.text, clause.en.text]
    fourth = next(unit for unit in root.iter("tu") if unit.get("tuid") == "c4")
    assert [(one.get("type"), one.text) for one in fourth.iter("prop")][1:] == [
        ("x-status", "reviewed"),
        ("x-measure", "TGT01"),
    ]
    assert [one.get("changedate") for one in fourth.iter("tuv")] == [None, "20251121T100000Z"]
    assert [one.get("changeid") for one in fourth.iter("tuv")] == [None, "柳如烟"]


def test_a_memory_of_confirmed_pairs_without_names(full: ReviewSnapshot, tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    assert write_tmx(full, path, DataOptions(confirmed=True, names=False)) == 2
    root = valid(path, "tmx14.rng").getroot()
    assert [unit.get("tuid") for unit in root.iter("tu")] == ["c4", "c8"]
    assert "柳如烟" not in path.read_text(encoding="utf-8")


def test_a_memory_of_nothing_is_refused(review: ReviewSnapshot, tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text("old")
    with pytest.raises(DrafterError, match="confirm clauses first"):
        write_tmx(review, path, DataOptions(confirmed=True))
    with pytest.raises(DrafterError, match="no clause has text in both"):
        write_tmx(replace(review, clauses=review.clauses[5:7]), path, PLAIN)
    assert path.read_text() == "old"


def test_another_tool_reads_the_memory_and_the_xliff(full: ReviewSnapshot, tmp_path: Path) -> None:
    write_tmx(full, tmp_path / "a.tmx", PLAIN)
    write_review_xliff(full, tmp_path / "a.xlf", PLAIN)
    memory = [(unit.source, unit.target) for unit in tmxfile.parsefile(str(tmp_path / "a.tmx")).units]  # type: ignore[no-untyped-call]  # has no types
    assert memory == [(one.zh.text, one.en.text) for one in full.clauses if one.zh.text and one.en.text]
    units = [unit.source for unit in Xliff2File.parsefile(str(tmp_path / "a.xlf")).units]  # type: ignore[no-untyped-call]
    assert units == [one.zh.text for one in full.clauses]


# --- XLIFF ------------------------------------------------------------------------------------------------------------


def test_xliff_has_texts_states_tags_notes_and_findings(full: ReviewSnapshot, tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    write_review_xliff(full, path, PLAIN)
    root = valid(path, "xliff21.rng").getroot()
    units = {unit.get("id"): unit for unit in root.iter(f"{XLIFF}unit")}
    assert list(units) == [f"c{clause.id}" for clause in full.clauses]
    for clause in full.clauses:
        unit = units[f"c{clause.id}"]
        assert texts(unit.iter(f"{XLIFF}source")) == [clause.zh.text]
        assert "".join(texts(unit.iter(f"{XLIFF}target"))) == clause.en.text
    fourth = units["c4"]
    assert [one.get("state") for one in fourth.iter(f"{XLIFF}segment")] == ["reviewed"]
    assert [one.text for one in fourth.iter("{urn:oasis:names:tc:xliff:metadata:2.0}meta")] == ["TGT01"]
    assert "柳如烟: =HYPERLINK" in texts(fourth.iter(f"{XLIFF}note"))[0]
    marks = list(fourth.iter(f"{XLIFF}mrk"))
    marked = dict(zip((one.get(f"{ITS}locQualityIssueProfileRef") for one in marks), texts(marks), strict=True))
    assert marked == {"urn:drafter:rules#number.value": "23", "urn:drafter:rules#spacing.glued": "By 2025, annual"}
    value = marks[1]
    assert value.get(f"{ITS}locQualityIssueType") == "numbers"
    assert value.get(f"{ITS}locQualityIssueSeverity") == "100"
    assert value.get(f"{ITS}locQualityIssueComment", "").startswith("number.value: The figure differs")


def test_headings_open_groups(full: ReviewSnapshot, tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    write_review_xliff(full, path, PLAIN)
    root = valid(path, "xliff21.rng").getroot()
    way = {
        unit.get("id"): [one.get("id") for one in unit.iterancestors(f"{XLIFF}group")][::-1]
        for unit in root.iter(f"{XLIFF}unit")
    }
    assert way["c1"] == ["g1"]
    assert way["c2"] == ["g2"]
    assert way["c8"] == ["g2", "g3"]


def test_findings_that_overlap_share_a_mark(full: ReviewSnapshot, tmp_path: Path) -> None:
    twice = replace(
        full, findings=(full.findings[1], replace(full.findings[0], span=Span(3, 20), text="2025"), full.findings[4])
    )
    path = tmp_path / "a.xlf"
    write_review_xliff(twice, path, DataOptions(names=False))
    root = valid(path, "xliff21.rng").getroot()
    marks = [one for one in root.iter(f"{XLIFF}mrk") if one.get(f"{ITS}locQualityIssuesRef")]
    assert texts(marks) == [full.clauses[3].en.text[:20]]
    name = marks[0].get(f"{ITS}locQualityIssuesRef", "").removeprefix("#its=")
    listed = root.find(f".//{ITS}locQualityIssues[@{{http://www.w3.org/XML/1998/namespace}}id='{name}']")
    assert listed is not None
    assert [one.get("locQualityIssueProfileRef") for one in listed] == [
        "urn:drafter:rules#spacing.glued",
        "urn:drafter:rules#number.value",
    ]
    assert "柳如烟" not in path.read_text(encoding="utf-8")


def test_a_finding_beyond_the_text_is_cut_to_it(full: ReviewSnapshot) -> None:
    far = replace(full.findings[0], span=Span(90, 99))
    assert [one.span for one in stretches([far], 10)] == [Span(10, 10)]


def test_every_rule_has_an_issue_type() -> None:
    unknown = {rule.name: rule.mqm for rule in rules() if issue_type(rule.name, rule.mqm) == "uncategorized"}
    assert unknown == {}


# --- tables -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("table", "rows"), [("clauses", 9), ("findings", 6), ("figures", 2), ("measures", 2)])
def test_each_table_as_csv(full: ReviewSnapshot, tmp_path: Path, table: str, rows: int) -> None:
    path = tmp_path / "a.csv"
    write_review_csv(full, path, DataOptions(table=table))  # type: ignore[arg-type]  # one of the four
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(data.decode("utf-8-sig").splitlines(keepends=True)))
    assert len(read) == rows
    assert {len(row) for row in read} == {len(read[0])}
    assert not [cell for row in read for cell in row if cell.startswith(("=", "+", "@", "-"))]


def test_the_table_of_clauses(full: ReviewSnapshot, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_review_csv(full, path, PLAIN)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        read = list(csv.DictReader(lines))
    fourth = read[3]
    assert fourth["Clause"] == "4"
    assert fourth["State"] == "reviewed"
    assert fourth["Chinese"] == full.clauses[3].zh.text
    assert fourth["English as loaded"] == full.clauses[3].en.original
    assert fourth["Measures"] == "TGT01 Concentration target"
    assert (fourth["critical"], fourth["minor"]) == ("1", "1")
    assert read[2]["English as loaded"] == ""


def test_a_workbook_has_a_sheet_for_each_table(full: ReviewSnapshot, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_review_workbook(full, path, PLAIN)
    faults = [str(error) for error in OpenXmlValidator().validate(str(path)).errors]
    assert [fault for fault in faults if "relationships/theme" not in fault] == []
    with zipfile.ZipFile(path) as package:
        names = [
            one.get("name")
            for one in ElementTree.fromstring(package.read("xl/workbook.xml")).iter()
            if one.get("sheetId")
        ]
        sheets = [package.read(name).decode() for name in package.namelist() if "worksheets/sheet" in name]
    assert names == ["Clauses", "Findings", "Figures", "Measures"]
    assert len(sheets) == 4
    assert not [sheet for sheet in sheets if "<f" in sheet.replace("<filter", "")]


# --- JSON and the page ------------------------------------------------------------------------------------------------


def test_json_has_everything_and_fits_its_offsets(full: ReviewSnapshot, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_json(full, path, PLAIN)
    read = json.loads(path.read_bytes())
    assert (read["format"], read["version"]) == ("drafter-review", 1)
    assert [one["id"] for one in read["clauses"]] == [clause.id for clause in full.clauses]
    for one in read["clauses"]:
        for finding in one["findings"]:
            assert one[finding["side"]][finding["start"] : finding["end"]] == finding["text"]
    assert read["clauses"][3]["tags"] == [{"code": "TGT01", "zh": "浓度目标", "en": "Concentration target"}]
    assert read["figures"][0]["zh"]["value"] == "32"
    assert [one["author"] for one in read["history"]][1] == "柳如烟"
    write_json(full, path, DataOptions(names=False))
    assert "柳如烟" not in path.read_text(encoding="utf-8")


def test_the_page_shows_every_clause_and_runs_nothing(full: ReviewSnapshot, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    write_review_page(replace(full, title=EVIL), path, PLAIN)
    page = path.read_text(encoding="utf-8")
    root = lxml_html.fromstring(page.encode())
    rows = found(root, "//tr[contains(@class, 'clause')]")
    assert [row.get("id") for row in rows] == [f"c{clause.id}" for clause in full.clauses]
    assert not found(root, "//script | //link | //img | //*[@src] | //b[not(ancestor::p)]")
    fourth = rows[3]
    assert {"has-critical", "has-minor", "has-finding", "has-note", "has-change", "of-number", "is-reviewed"} <= set(
        fourth.get("class").split()
    )
    kept = "".join(found(fourth, "./td[3]//text()[not(ancestor::del)]"))
    loaded = "".join(found(fourth, "./td[3]//text()[not(ancestor::ins)]"))
    assert (kept, loaded) == (full.clauses[3].en.text, full.clauses[3].en.original)


def test_each_choice_of_the_page_hides_the_others(full: ReviewSnapshot, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    write_review_page(full, path, PLAIN)
    page = path.read_text(encoding="utf-8")
    root = lxml_html.fromstring(page.encode())
    choices = found(root, "//input[@type='radio']/@id")
    assert "has-critical" in choices
    assert "of-number" in choices
    for choice in choices:
        assert found(root, f"//label[@for='{choice}']")
        hides = f"#{choice}:checked ~ main tr.clause:not(.{choice})" in page
        assert hides is not choice.startswith("all-")

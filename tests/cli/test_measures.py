"""`drafter measures` by its contract: fields and places, tables, the annex, coverage, and plans compared."""

import csv
import io
from pathlib import Path
from typing import Any

import docx
import pytest

from drafter.language.workbook import read_rows
from tests.cli.conftest import Drafter

ZH = """澄海市清洁空气行动方案
一、重点任务
（一）能源领域
1.控制煤炭消费。严格落实煤炭减量替代。到2027年，全市煤炭消费总量比2024年下降5%。〔市发展改革委牵头，各县政府负责落实；以下均需各县政府落实，不再列出〕
2.推进清洁取暖。2026年底前完成12万户煤改电。〔市住房城乡建设局牵头，财政局配合〕
（二）扬尘领域
3.强化工地扬尘治理。落实六个百分之百。（市住房城乡建设局、城管局按职责分工负责）
=加强宣传引导。
"""
EN = """Chenghai City Clean Air Action Plan
I. Key tasks
(I) Energy
1. Control coal consumption. Strictly carry out the reduction and substitution of coal. By 2027 the city's total coal \
consumption shall fall by 5% from 2024. (The Municipal Development and Reform Commission takes the lead, and county \
governments are responsible for implementation; the following are required to be implemented by county governments)
2. Promote clean heating. By the end of 2026 switch 120,000 households from coal to electricity. (Led by the Municipal \
Bureau of Housing and Urban-Rural Development, with the cooperation of the Bureau of Finance)
(II) Dust
3. Strengthen dust control at construction sites. Carry out the six 100 percents. (The Municipal Bureau of Housing and \
Urban-Rural Development and the Urban Management Bureau are responsible according to the division of responsibilities)
=Strengthen publicity.
"""
FIELDS = ["line", "start", "end", "text", "concepts", "duties", "targets", "deadline"]
EN_FIELDS = ["en_line", "en_start", "en_end", "en_text", "en_duties", "en_deadline"]


@pytest.fixture
def plan(tmp_path: Path) -> tuple[Path, Path]:
    zh, en = tmp_path / "方案.txt", tmp_path / "plan.txt"
    zh.write_text(ZH, encoding="utf-8")
    en.write_text(EN, encoding="utf-8")
    return zh, en


def row_with(rows: list[dict[str, Any]], words: str) -> dict[str, Any]:
    (found,) = (row for row in rows if words in row["text"])
    return found


def test_a_line_for_every_clause_at_its_place(plan: tuple[Path, Path], drafter: Drafter) -> None:
    answer = drafter("measures", "--zh", plan[0])
    assert (answer.status, answer.err) == (0, "")
    lines = ZH.split("\n")
    for row in answer.rows:
        assert list(row) == FIELDS
        assert lines[row["line"] - 1][row["start"] : row["end"]] == row["text"]
        assert all(set(one) == {"code", "confidence"} and 0 <= one["confidence"] <= 1 for one in row["concepts"])
        assert list(row["duties"]) == ["lead", "cooperate", "implement", "share"]
    assert row_with(answer.rows, "煤炭减量替代")["concepts"][0]["code"] == "ENE11"
    assert row_with(answer.rows, "六个百分之百")["concepts"][0]["code"] == "DUS11"
    assert row_with(answer.rows, "（一）能源领域")["concepts"] == []
    assert row_with(answer.rows, "清洁空气行动方案")["concepts"] == []


def test_the_english_stands_beside(plan: tuple[Path, Path], drafter: Drafter) -> None:
    rows = drafter("measures", "--zh", plan[0], "--en", plan[1]).rows
    lines = EN.split("\n")
    for row in rows:
        assert list(row) == FIELDS + EN_FIELDS
        assert lines[row["en_line"] - 1][row["en_start"] : row["en_end"]] == row["en_text"]
    assert row_with(rows, "12万户")["en_duties"]["cooperate"] == ["Municipal Bureau of Finance"]


def test_a_bracket_governs_its_whole_item(plan: tuple[Path, Path], drafter: Drafter) -> None:
    rows = drafter("measures", "--zh", plan[0]).rows
    first = {"lead": ["市发展改革委"], "cooperate": [], "implement": ["各县政府"], "share": []}
    assert row_with(rows, "严格落实煤炭减量替代")["duties"] == first
    assert row_with(rows, "5%")["duties"] == first
    assert row_with(rows, "（二）扬尘领域")["duties"]["lead"] == []


def test_default_implementers_go_with_every_later_bracket(plan: tuple[Path, Path], drafter: Drafter) -> None:
    rows = drafter("measures", "--zh", plan[0], "--en", plan[1]).rows
    heating, dust = row_with(rows, "12万户"), row_with(rows, "六个百分之百")
    assert heating["duties"] == {
        "lead": ["市住房城乡建设局"], "cooperate": ["市财政局"], "implement": ["各县政府"], "share": [],
    }  # fmt: skip
    assert dust["duties"]["share"] == ["市住房城乡建设局", "市城管局"]
    assert dust["duties"]["implement"] == ["各县政府"]
    assert dust["en_duties"]["implement"] == ["county governments"]
    assert row_with(rows, "加强宣传")["duties"]["implement"] == []


def test_a_bracket_on_its_own_line_governs_the_item_with_its_parts(tmp_path: Path, drafter: Drafter) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text(
        "一、任务\n1.整治工地。（市公安局牵头）\n2.检测泄漏。\n（1）建立台账。\n（2）修复漏点。\n（责任单位：市应急局）\n3.植树。\n",
        encoding="utf-8",
    )
    rows = drafter("measures", "--zh", plan).rows
    assert [row["duties"]["lead"] for row in rows] == [
        [], ["市公安局"], [], ["市应急局"], ["市应急局"], ["市应急局"], [],
    ]  # fmt: skip


def test_targets_say_what_when_and_where(plan: tuple[Path, Path], drafter: Drafter) -> None:
    rows = drafter("measures", "--zh", plan[0], "--en", plan[1]).rows
    (target,) = row_with(rows, "5%")["targets"]
    assert target["threshold"] is False
    assert target["indicator"] == "煤炭消费总量较2024年下降"
    assert (target["value"], target["unit"], target["year"], target["baseline_year"]) == (5, "%", 2027, 2024)
    assert (target["region"], target["verdict"]) == ("澄海市", "same")
    assert row_with(rows, "12万户")["deadline"] == "2026年底前"


def test_english_alone(plan: tuple[Path, Path], drafter: Drafter) -> None:
    rows = drafter("measures", "--en", plan[1]).rows
    assert [list(row) for row in rows] == [FIELDS] * len(rows)
    assert row_with(rows, "120,000 households")["concepts"][0]["code"] == "ENE31"
    assert row_with(rows, "six 100")["duties"]["implement"] == ["county governments"]


def test_tables_hold_no_formula(plan: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    answer = drafter("measures", "--zh", plan[0], "--en", plan[1], "--format", "csv")
    rows = list(csv.reader(io.StringIO(answer.out)))
    assert any("'=加强宣传" in cell for row in rows for cell in row)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    out = tmp_path / "out.xlsx"
    assert drafter("measures", "--zh", plan[0], "--format", "xlsx", "-o", out).status == 0
    sheet = list(read_rows(out.read_bytes(), out.name))
    assert [row[2] for row in sheet if "宣传" in row[2]] == ["=加强宣传引导。"]  # a shared string, never a formula


def test_the_annex(plan: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    out = tmp_path / "附件.docx"
    answer = drafter("measures", "--zh", plan[0], "--en", plan[1], "--format", "docx", "-o", out)
    assert (answer.status, answer.sentence) == (0, f"Written: {out}")
    (table,) = docx.Document(str(out)).tables
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0][1] == "任务\nMeasure"
    assert [row[0] for row in cells[1:]] == ["1", "2", "3"]
    assert "〔" not in cells[1][1]
    assert "120,000 households" in cells[2][1]
    assert cells[2][3] == "2026年底前\nBy the end of 2026"
    assert cells[2][4].startswith("市住房城乡建设局\nMunicipal ")
    assert "各县政府（落实）" in cells[3][5]


def test_coverage_tells_what_no_clause_is_about(plan: tuple[Path, Path], drafter: Drafter) -> None:
    counts = {row["code"]: row["clauses"] for row in drafter("measures", "--zh", plan[0], "--coverage").rows}
    assert counts["ENE11"] == {"clauses": 3}
    assert counts["MOB31"] == {"clauses": 0}


def test_names_of_data_are_the_same_in_every_language(
    plan: tuple[Path, Path], tmp_path: Path, drafter: Drafter
) -> None:
    rows = drafter("measures", "--zh", plan[0], "--coverage", "--lang", "zh").rows
    assert {tuple(row["clauses"]) for row in rows} == {("clauses",)}
    out = tmp_path / "coverage.csv"
    assert drafter("measures", "--zh", plan[0], "--coverage", "-o", out, "--lang", "zh").status == 0
    assert out.read_text(encoding="utf-8-sig").splitlines()[0] == "code,zh,en,clauses,missing"


@pytest.mark.parametrize("name", ["a.docx", "a.json"])
def test_what_is_counted_has_its_forms(plan: tuple[Path, Path], tmp_path: Path, drafter: Drafter, name: str) -> None:
    for wish in (["--coverage", "--zh", plan[0]], ["--compare", *plan]):
        answer = drafter("measures", *wish, "-o", tmp_path / name)
        assert answer.status == 2
        assert "goes into jsonl, csv, xlsx" in answer.sentence
    assert drafter("measures", "--coverage", "--compare", *plan).status == 2


def test_plans_are_compared(plan: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    other = tmp_path / "other.txt"
    other.write_text("临江市行动方案\n1.加快船舶岸电设施建设。\n2.严格落实煤炭减量替代。\n", encoding="utf-8")
    rows = {row["code"]: row for row in drafter("measures", "--compare", plan[0], other).rows}
    assert rows["MOB32"]["missing"] == [plan[0].name]
    assert rows["DUS11"]["missing"] == [other.name]
    assert rows["ENE11"]["missing"] == []
    table = drafter("measures", "--compare", plan[0], other, "--format", "csv").out
    assert table.splitlines()[0] == f"code,zh,en,{plan[0].name},{other.name},missing"


def test_an_office_taxonomy_is_used(plan: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        "scheme: {id: own, version: '2'}\nconcepts:\n"
        "  - {notation: X, facet: measure, prefLabel: {zh: 煤, en: coal}, cues: {zh: [煤炭]}}\n",
        encoding="utf-8",
    )
    rows = drafter("measures", "--zh", plan[0], "--taxonomy", own).rows
    assert row_with(rows, "煤炭减量替代")["concepts"] == [{"code": "X", "confidence": pytest.approx(0.5, abs=0.49)}]


@pytest.mark.parametrize("words", [["--format", "xlsx"], ["--format", "docx"], ["--compare", "a.txt"], []])
def test_bad_usage_is_told(words: list[str], plan: tuple[Path, Path], drafter: Drafter) -> None:
    given = ["--zh", plan[0]] if "--format" in words else []
    answer = drafter("measures", *given, *words)
    assert answer.status == 2
    assert "measures" in answer.sentence


def test_broken_taxonomy_and_missing_file_are_told(plan: tuple[Path, Path], tmp_path: Path, drafter: Drafter) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("concepts: [{notation: X}]", encoding="utf-8")
    answer = drafter("measures", "--zh", plan[0], "--taxonomy", own)
    assert (answer.status, "lacks a label" in answer.sentence) == (3, True)
    answer = drafter("measures", "--compare", plan[0], tmp_path / "none.txt")
    assert (answer.status, "none.txt" in answer.sentence) == (3, True)


@pytest.mark.parametrize(
    ("ending", "start"), [("xlsx", b"PK"), ("DOCX", b"PK"), ("csv", b"\xef\xbb\xbf"), ("json", b"[")]
)
def test_the_ending_of_a_name_says_the_form(
    drafter: Drafter, plan: tuple[Path, Path], tmp_path: Path, ending: str, start: bytes
) -> None:
    out = tmp_path / f"measures.{ending}"
    assert drafter("measures", "--zh", plan[0], "-o", out).status == 0
    assert out.read_bytes().startswith(start)


def test_a_workbook_of_plans_compared_needs_no_other_word_than_its_name(
    drafter: Drafter, plan: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "compared.xlsx"
    assert drafter("measures", "--compare", *plan, "-o", out).status == 0
    assert out.read_bytes().startswith(b"PK")


def test_a_name_that_promises_another_form_is_refused(
    drafter: Drafter, plan: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "measures.xlsx"
    answer = drafter("measures", "--zh", plan[0], "--format", "csv", "-o", out)
    assert answer.status == 2
    assert "measures.xlsx" in answer.err
    assert not out.exists()

"""The table of measures as a workbook and as an annex, whatever the plan lacks."""

import csv
import io
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import docx
import pytest

from drafter.exports.measures import MeasureRow, Placed, PlanTables, TaggedConcept, measures_text, write_measures
from drafter.language.workbook import read_rows
from drafter.model import Concept, DrafterError, Duty, Target

CONCEPT = Concept("ENE31", "measure", {"zh": "清洁取暖", "en": "Clean heating"})
THRESHOLD = Target(1, {"en": "boilers"}, Decimal(35), None, "t/h", "<=", text={"en": "35 t/h"}, threshold=True)
TARGET = Target(1, {"en": "households"}, Decimal(120_000), None, "count", "=", year=2026, text={"en": "120,000"})


def plan(**said: object) -> PlanTables:
    row = MeasureRow(
        clause=1,
        text={"en": "+Switch 120,000 households. (Led by the Bureau of Finance)"},
        places={"en": Placed(3, 0, 20)},
        concepts=(TaggedConcept(CONCEPT, 0.8),),
        duties={"en": (Duty("lead", ("Bureau of Finance",)), Duty("share", ("Bureau of Audit",)))},
        targets=(THRESHOLD, TARGET),
        deadline={"en": "By 2026"},
        year=2026,
    )
    made: dict[str, object] = {
        "title": "Plan", "rows": [row], "coverage": [(CONCEPT, 1)], "matrix": {"Bureau of Finance": {1: "lead"}},
    }  # fmt: skip
    return PlanTables(**{**made, **said})  # type: ignore[arg-type]


def test_workbook_has_a_sheet_for_each_table(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    write_measures(plan(), path)
    with zipfile.ZipFile(path) as package:
        assert sum(name.startswith("xl/worksheets/") for name in package.namelist()) == 4
        assert "<f>" not in "".join(package.read(name).decode() for name in package.namelist() if name.endswith(".xml"))
    head, row = read_rows(path.read_bytes(), path.name)
    assert dict(zip(head, row, strict=False))["Targets"] == "2026: households 120,000"


def test_no_cell_of_the_text_acts_as_a_formula() -> None:
    cells = [cell for row in csv.reader(io.StringIO(measures_text(plan()))) for cell in row]
    assert next(cell for cell in cells if "Switch" in cell).startswith("'+Switch")
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_annex_in_one_language(tmp_path: Path) -> None:
    path = tmp_path / "annex.docx"
    write_measures(plan(), path)
    document = docx.Document(str(path))
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells][:2] == ["No.", "Measure"]
    assert [cell.text for cell in table.rows[1].cells] == [
        "1", "+Switch 120,000 households.", "2026: households 120,000", "By 2026",
        "Bureau of Finance\nBureau of Audit (each within its remit)", "",
    ]  # fmt: skip
    assert "任务分解表" not in "".join(paragraph.text for paragraph in document.paragraphs)


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.docx", tmp_path / "other.docx"
    write_measures(plan(), one)
    write_measures(plan(), other)
    assert one.read_bytes() == other.read_bytes()


def test_empty_plan_and_other_endings(tmp_path: Path) -> None:
    for name in ("out.xlsx", "out.docx", "out.csv"):
        write_measures(plan(rows=[], coverage=(), matrix={}), tmp_path / name)
        assert (tmp_path / name).stat().st_size > 0
    with pytest.raises(DrafterError, match="Choose one of these endings"):
        write_measures(plan(), tmp_path / "out.pdf")


def cells(**said: object) -> dict[str, str]:
    (row,) = plan().rows
    head, told = csv.reader(io.StringIO(measures_text(plan(rows=[replace(row, **said)]))))  # type: ignore[arg-type]
    return dict(zip(head, told, strict=True))


def test_what_only_the_english_says_is_told_to_be_its_alone() -> None:
    english = cells()
    assert [english[name] for name in ("Deadline", "Lead", "Targets")] == [
        "By 2026", "Bureau of Finance", "2026: households 120,000",
    ]  # fmt: skip
    both = cells(text={"zh": "改造12万户。", "en": "Switch 120,000 households."})
    assert [both[name] for name in ("Deadline", "Lead", "Cooperate", "Targets")] == [
        "By 2026 (in the English only)", "Bureau of Finance (in the English only)", "",
        "2026: households 120,000 (in the English only)",
    ]  # fmt: skip
    chinese = cells(text={"zh": "改造12万户。", "en": "Switch."}, deadline={"zh": "2026年底前", "en": "By 2026"})
    assert chinese["Deadline"] == "2026年底前"

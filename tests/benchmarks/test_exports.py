"""How long 2,000 clauses take to be written: a Word file within three seconds, tables and data likewise."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.exports import DataOptions, DocxOptions, ReviewSnapshot, write_review_page
from drafter.exports.docx import docx_bytes
from drafter.exports.json_file import write_json
from drafter.exports.tables import write_review_workbook
from drafter.exports.tmx import write_tmx
from drafter.exports.xliff import write_review_xliff
from drafter.model import Clause, ClauseSide, Finding, Fix, Message, Segment, Span
from tests.yardstick import allowed

CLAUSES = 2000


@pytest.fixture(scope="module")
def review() -> ReviewSnapshot:
    """Every clause corrected on both sides, with a finding."""
    zh = "到2025年，全市细颗粒物年均浓度控制在32微克/立方米以内，重污染天数比率下降到1%以下。" * 2
    en = "By 2025, the annual average concentration shall be kept within 32 μg/m³, and heavy pollution below 1%. " * 2
    clauses = tuple(
        Clause(
            number,
            ClauseSide((Segment(number, 0, len(zh)),), zh.replace("控制", "控住"), zh),
            ClauseSide((Segment(number, 0, len(en)),), en.replace("shall", "must").replace("32", "23"), en),
        )
        for number in range(1, CLAUSES + 1)
    )
    fix = Fix("2026", "suggested")
    said = Message("The figure differs.")
    findings = tuple(
        Finding("number.value", "critical", "en", Span(3, 7), "2025", said, fix, clause=clause.id) for clause in clauses
    )
    return ReviewSnapshot("云溪市方案", clauses, findings)


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


@pytest.mark.parametrize(
    ("options", "budget"),
    [
        (DocxOptions("table"), 1.5),
        (DocxOptions("zh", "gbt9704"), 1.5),
        (DocxOptions("interleaved", "gbt9704", track_changes=True), 3),
        (DocxOptions("table", track_changes=True, comments=True, returnable=True), 3),
    ],
    ids=["table", "official", "interleaved-tracked", "table-for-review"],
)
def test_word_files(review: ReviewSnapshot, options: DocxOptions, budget: float) -> None:
    assert seconds(lambda: docx_bytes(review, options)) < allowed(budget)


@pytest.mark.parametrize("write", [write_tmx, write_review_xliff, write_review_workbook, write_json, write_review_page])
def test_data(
    review: ReviewSnapshot, write: Callable[[ReviewSnapshot, Path, DataOptions], object], tmp_path: Path
) -> None:
    assert seconds(lambda: write(review, tmp_path / "out", DataOptions())) < allowed(3)

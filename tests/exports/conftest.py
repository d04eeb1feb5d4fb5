"""A short review made up for these tests."""

import pytest

from drafter.exports.snapshot import ReviewSnapshot
from drafter.model import Clause, ClauseSide, Finding, Fix, Message, Revision, Segment, Span

REVIEWER = "柳如烟"
MOMENT = "2025-11-21T10:00:00Z"

ROWS = (
    ("云溪市清洁空气三年行动方案", "云溪市清洁空气三年行动方案", "Three-Year Clean Air Plan of Yunxi City", None, 1),
    ("一、总体要求", "一、总体要求", "I. General Requirements", "oneGeneral Requirements", 1),
    ("（一）主要目标。", "（一）主要目标。", "(1) Main targets.", None, 2),
    (
        "到2025年，PM2.5年均浓度控制在32微克/立方米以下。",
        "到2025年，PM2.5年均浓度控制到32微克/立方米。",
        "By 2025, annual average PM2.5 shall be at most 23 μg/m³.",
        "arrive2025In, annual average PM2.five shall be at most 23 μg/mthree.",
        0,
    ),
    ("严禁新增“两高”项目……\n鼓励新能源。", None, "No “dual-high” projects.\nNew energy is encouraged.", None, 0),
    ("市发展改革委牵头。", None, "", "", 0),
    ("", "", "The city will go further.", "", 0),
    ("公转铁比例提高5个百分点。", "公转铁比例提高5%。", "Rail up 5 percentage points.", "Revolving iron up 5%.", 0),
)  # fmt: skip
"""Chinese as corrected and as loaded, English as corrected and as loaded (None: the same), level of the heading."""


def _side(text: str, original: str | None, paragraph: int) -> ClauseSide:
    lines = text.split("\n") if text else []
    segments = tuple(Segment(paragraph + number, 0, len(line)) for number, line in enumerate(lines))
    return ClauseSide(segments, text if original is None else original, text)


def _clause(number: int) -> Clause:
    zh, zh_original, en, en_original, level = ROWS[number]
    paragraph = number * 10  # far apart: no two clauses share a paragraph
    return Clause(number + 1, _side(zh, zh_original, paragraph), _side(en, en_original, paragraph), level=level)


def _finding(clauses: tuple[Clause, ...], number: int, rule: str, words: str, message: str, fix: str = "") -> Finding:
    start = clauses[number - 1].en.text.index(words) if words else 0
    return Finding(
        rule,
        "critical" if rule.startswith(("number", "pair")) else "minor",
        "en",
        Span(start, start + len(words)),
        words,
        Message(message),
        Fix(fix, "suggested") if fix else None,
        clause=number,
    )


@pytest.fixture
def review() -> ReviewSnapshot:
    clauses = tuple(_clause(number) for number in range(len(ROWS)))
    findings = (
        _finding(clauses, 4, "number.value", "23", "The figure differs from its source.", "32"),
        _finding(clauses, 4, "spacing.glued", "By 2025, annual", "A space is missing."),
        _finding(clauses, 5, "term.glossary", "projects.\nNew", "Not as the glossary has it."),
        _finding(clauses, 6, "pair.omission", "", "The clause has no translation."),
        _finding(clauses, 8, "number.percent-point", "5 percentage points", "Points and percent confused."),
    )
    revisions = (
        Revision(1, "text", 4, "en", "", "", "Somebody before", "2025-11-20T08:00:00Z"),
        Revision(2, "text", 4, "en", "", "", REVIEWER, "2025-11-21T10:00:00.125Z"),
        Revision(3, "text", 8, "en", "", "", "", MOMENT),
        Revision(4, "decision", 4, "en", "open", "ignored", "Nobody", MOMENT),
    )
    return ReviewSnapshot(clauses[0].zh.text, clauses, findings, (), revisions, zh_name="方案.txt", en_name="plan.docx")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: starts another program and waits for it")

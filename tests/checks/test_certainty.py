"""What a rule doubts is told where doubts are asked for, and only there; what it suspects, where everything is."""

import pytest

from drafter.checks import DocumentFacts, RuleChoice, Sensitivity, check_clause
from tests.checks.cases import clause_of

PLAN = clause_of("青石市清洁水体行动计划（2024—2026年）", "Qingshi Clean Water Action Plan (2024-2026)")


def told(rule: str, zh: str, en: str, sensitivity: Sensitivity) -> list[str]:
    clause = clause_of(zh, en)
    facts = DocumentFacts.of([PLAN, clause], choice=RuleChoice(sensitivity=sensitivity))
    return [finding.text for finding in check_clause(clause, facts) if finding.rule == rule]


LIKELY = [
    ("text.repeated", "", "Treat both symptoms and symptoms."),
    ("pair.modality", "逐步更换旧水表。", "Old water meters shall be replaced."),
    ("language.residue", "", "The yangzhihu of each township keep lists (zhenzhang)."),
]
SUSPECTED = [
    ("term.glossary", "", "Slag trucks are to be washed at the gate."),
    ("text.fragment", "", "The canal is clean, and the banks are planted with reeds along its whole length up to the "
     "mill. More reeds for the upper bank near the old mill. The lock is repaired."),
    ("pair.polarity", "渡口仅在雨季开放。", "The ferry does not open in the rainy season."),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "zh", "en"), LIKELY, ids=[one[0] for one in LIKELY])
def test_what_is_likely_is_told_unless_it_shall_be_quiet(rule: str, zh: str, en: str) -> None:
    normal = told(rule, zh, en, "normal")
    assert normal
    assert told(rule, zh, en, "strict") == normal
    assert told(rule, zh, en, "quiet") == []


@pytest.mark.parametrize(("rule", "zh", "en"), SUSPECTED, ids=[one[0] for one in SUSPECTED])
def test_what_is_suspected_is_told_where_everything_is(rule: str, zh: str, en: str) -> None:
    assert len(told(rule, zh, en, "strict")) > len(told(rule, zh, en, "normal"))

"""What the Chinese forbids or restrains: it is told, and no fix makes an order of it."""

import pytest

from drafter.checks import DocumentFacts, check_clause
from tests.checks.cases import clause_of

_TITLE = clause_of("青石市清洁空气行动计划（2024—2026年）", "Qingshi Clean Air Action Plan (2024-2026)")

TURNED = {
    "严禁新增水泥产能。": "New cement capacity may be added.",
    "禁止新增水泥产能。": "By 2026, new cement capacity was added.",
    "湖区不得放养鸭群。": "Flocks of ducks might be kept by the lake.",
    "砂场应当登记台账，不得夜间采砂。": "Sand pits shall keep records and may dig at night.",
    "到2026年，全市各区一律不得新建砂场。": "By 2026, new sand pits have been built in all districts.",
    "排污单位可以委托第三方监测。": "Polluters shall not entrust a third party with monitoring.",
}


@pytest.mark.parametrize(("zh", "en"), TURNED.items())
def test_a_ban_turned_round_is_told_and_never_made_an_order(zh: str, en: str) -> None:
    clause = clause_of(zh, en)
    findings = check_clause(clause, DocumentFacts.of([_TITLE, clause]))
    assert "pair.polarity" in {one.rule for one in findings}
    assert [one.fix.text for one in findings if one.fix] == []

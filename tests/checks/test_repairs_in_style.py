"""Repairs of figures are written as the document writes: in its dates, its percent, its units and its words."""

from collections.abc import Mapping

import pytest

from drafter.checks import DocumentFacts, check_clause, rules
from drafter.model import Clause, ClauseSide

# What the house has chosen; the Chinese; the English; what stands there after the repair.
REPAIRS = [
    ({"dates": "british"}, "他于9月17日到达。", "He came on September .", "He came on 17 September ."),
    ({"dates": "american"}, "他于9月17日到达。", "He came on September .", "He came on September 17 ."),
    ({}, "会议于10月8日召开。", "The meeting was held on 8 Nov.", "The meeting was held on 8 Oct."),
    ({}, "会议于10月8日召开。", "The meeting was held on November 8.", "The meeting was held on October 8."),
    ({}, "全县有五家工厂停产。", "Six factories in the county have shut.", "Five factories in the county have shut."),
    ({}, "大桥长1250米。", "The bridge is 1,520 metres long.", "The bridge is 1,250 metres long."),
    ({}, "大桥长1250米。", "The bridge is 1520 metres long.", "The bridge is 1250 metres long."),
    ({}, "投资3.4亿元。", "The investment is CNY 430 million.", "The investment is CNY 340 million."),
    ({"percent": "%"}, "产量增长7%。", "Output rose by 7 percentage points.", "Output rose by 7%."),
    ({"percent": "per cent"}, "产量增长7%。", "Output rose by 7 percentage points.", "Output rose by 7 per cent."),
    ({"percent": "percent"}, "产量增长7%。", "Output rose by 7 percentage points.", "Output rose by 7 percent."),
    ({}, "占比提高1个百分点。", "The share is up by 1 percent.", "The share is up by 1 percentage point."),
    ({}, "新建公路85公里。", "New roads of 85 m were built.", "New roads of 85 km were built."),
    ({}, "新建公路85公里。", "New roads of 85 metres were built.", "New roads of 85 kilometres were built."),
    ({}, "新建公路85公里。", "New roads of 85 meters were built.", "New roads of 85 kilometers were built."),
    ({"dash": "–"}, "每天服药3～4片。", "Take 34 pills a day.", "Take 3–4 pills a day."),
    ({"dash": "to"}, "每天服药3～4片。", "Take 34 pills a day.", "Take 3 to 4 pills a day."),
    ({"money": "RMB"}, "投资300万元。", "The investment is $3 million.", "The investment is RMB 3 million."),
]  # fmt: skip


@pytest.mark.parametrize(("chosen", "zh", "en", "meant"), REPAIRS)
def test_repairs_follow_the_house(chosen: Mapping[str, str], zh: str, en: str, meant: str) -> None:
    clause = Clause(1, ClauseSide((), zh, zh), ClauseSide((), en, en))
    family = [rule for rule in rules() if rule.name.partition(".")[0] in ("number", "unit", "date", "reference")]
    found = check_clause(clause, DocumentFacts.of([clause], chosen), family)
    repaired = en
    for one in sorted(found, key=lambda one: one.span, reverse=True):
        if one.side == "en" and one.severity != "minor" and one.fix:
            repaired = repaired[: one.span.start] + one.fix.text + repaired[one.span.end :]
    assert repaired == meant

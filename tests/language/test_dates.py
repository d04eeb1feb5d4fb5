"""Dates and times: the same parts from either language."""

from decimal import Decimal

import pytest

from drafter.language.quantities import read_quantities

# Chinese, English, unit and value. GB/T 7408.1-2023 for the clock; CLDR for the names of months; GB/T 15835-2011, 4.1.4
# for decades and centuries, which Chinese writes with digits or numerals alike.
SAME = [
    ("2023年8月23日", "23 August 2023", [("year", 2023), ("month", 8), ("day", 23)]),
    ("2023年8月23日", "August 23, 2023", [("year", 2023), ("month", 8), ("day", 23)]),
    ("二〇二三年", "In 2023", [("year", 2023)]),
    ("2023—2025年", "2023–2025", [("year", 2023), ("year", 2025)]),
    ("9月底前", "by the end of September", [("month", 9)]),
    ("10月", "in Oct.", [("month", 10)]),
    ("上世纪90年代", "the 1990s", [("decade", 1990)]),
    ("八十年代", "the 1980s", [("decade", 1980)]),
    ("2010年代", "the 2010s", [("decade", 2010)]),
    ("90后", "born in the 1990s", [("decade", 1990)]),
    ("18世纪", "the 18th century", [("century", 18)]),
    ("二十世纪", "the 20th century", [("century", 20)]),
    ("下午3点", "3 p.m.", [("clock", 900)]),
    ("14时30分", "2:30 pm", [("clock", 870)]),
    ("凌晨2点半", "2:30 a.m.", [("clock", 150)]),
    ("上午8时", "8 a.m.", [("clock", 480)]),
    ("晚上7点45分", "19:45", [("clock", 1185)]),
    ("五点半", "at half past five", [("clock", 330)]),
    ("5时45分", "at a quarter to six", [("clock", 345)]),
    ("上午9时", "at nine o’clock", [("clock", 540)]),
    ("1990年", "In nineteen ninety", [("year", 1990)]),
    ("2012年", "in twenty-twelve", [("year", 2012)]),
    ("1998 年 2 月 25 日", "25 February 1998", [("year", 1998), ("month", 2), ("day", 25)]),
]
NONE = [
    ("zh", "15日内完成", "d"), ("zh", "3点要求", ""), ("zh", "3个月", "mo"), ("zh", "每月1次", ""),
    ("zh", "5年内", "a"), ("zh", "由15日延长至30日", "d"), ("en", "nineteen firms, twenty banks", ""),
    ("en", "half past masters", ""),
    ("en", "It may rain", ""), ("en", "a ratio of 3:1", ""), ("en", "within 15 days", "d"), ("en", "They march on", ""),
]  # fmt: skip


@pytest.mark.parametrize(("zh", "en", "parts"), SAME)
def test_both_languages(zh: str, en: str, parts: list[tuple[str, int]]) -> None:
    for text, side in ((zh, "zh"), (en, "en")):
        read = read_quantities(text, "zh" if side == "zh" else "en")
        assert {(one.unit, one.value) for one in read if one.kind == "date"} == {
            (unit, Decimal(value)) for unit, value in parts
        }, side


@pytest.mark.parametrize(("side", "text", "unit"), NONE)
def test_no_dates(side: str, text: str, unit: str) -> None:
    read = read_quantities(text, "zh" if side == "zh" else "en")
    assert [one.unit for one in read if one.kind == "date"] == []
    assert not unit or unit in [one.unit for one in read]


@pytest.mark.parametrize("text", ["26日", "发言人26日说", "10日至12日"])
def test_a_bare_day_is_a_day_of_the_month(text: str) -> None:
    assert {one.unit for one in read_quantities(text, "zh")} == {"day"}

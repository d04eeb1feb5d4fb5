"""Any text at all is checked without error, in linear time."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.checks import DocumentFacts, Rule, check_clause, rules
from drafter.checks.context import ClauseContext
from tests.checks.cases import clause_of
from tests.yardstick import allowed

PIECES = st.sampled_from(
    [
        "PM2.", "five", "Home", "202", " 1", "2025", "year", "moon", "Sun", "μg/m", "three", "“", "”", '"',
        "(", ")", "〔",

        "〕", "?", "\ufffd", "，", "。", "万", "亿", "三分之", "一", "%", "Above", "At the end of the year", "No.",
        "number",
        "GB", " ", "\u3000", "\n", ".", ",", "&nbsp;", "<br>", "Ã©", "国三", "national standard",
        "第37次", "73rd", "不低于",
        "no more than", "𫚖", "¼", "²", "٣", "Ⅳ", "million", "hundred", "and",
        "half", "-", "—", "$", "5G",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=16).map("".join))


@settings(max_examples=400, deadline=None)
@given(TEXTS, TEXTS)
def test_nothing_raises(zh: str, en: str) -> None:
    clause = clause_of(zh, en)
    for finding in check_clause(clause, DocumentFacts.of([clause])):
        text = clause.side(finding.side).text
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        assert finding.text == text[finding.span.start : finding.span.end]
        finding.message.template.format(**finding.message.values)


LONG, LONGER = 20_000, 100_000
SIMPLE = ["1", " ", '"', "“", "(", "a", "万"]
UNITS = [
    "）", "A", "一",
     "?", ".", ",", "1 ", "1,", "1,111", "1.", "one ", "one-", "aB", "a1", "1a", "1%", "“a", "”a", "a.",
    "a.“", ". ", "year", "2025", "2025year", "5moon", "μg/m", "国三", "第9次", "9th ", "1万", "亿", "三分之", "a,",
    "，",
    "a ?", "&nbsp;", "<b ", "Ã©", "中a", "not more than 5 ", "5 about ", "GB1-", "[2023] ", "May 1 ", "hundred ",
]  # fmt: skip
ALLOWED = 2.0


TRIES = 3


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: str(rule.name))
def test_linear_time(rule: Rule) -> None:
    slow = []
    for unit, length in [*((unit, LONGER) for unit in SIMPLE), *((unit, LONG) for unit in UNITS)]:
        taken = least_time(rule, unit, length)
        if taken > allowed(ALLOWED):
            slow.append((unit, round(taken, 2)))
    assert slow == []


def least_time(rule: Rule, unit: str, length: int) -> float:
    """Give how long a rule takes over a unit said again and again, in seconds.

    What is slow by itself is slow every time; a pause for something else is not met thrice. So a slow measurement is
    repeated, over a text a character shorter, of which nothing is kept from the time before, and the least one counts.
    """
    least = float("inf")
    for turn in range(TRIES):
        text = (unit * length)[: length - turn]
        context = ClauseContext(clause_of(text, text), DocumentFacts())
        begun = process_time()
        for side in rule.sides:
            for _ in rule.find(context, side):
                pass
        least = min(least, process_time() - begun)
        if least <= ALLOWED:
            break
    return least

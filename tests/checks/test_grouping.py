"""Thousands are set apart as the document mostly sets them apart."""

import pytest

from drafter.checks import DocumentFacts, check_clause
from drafter.checks.number.grouping import NumberGrouping
from tests.checks.cases import clause_of

FOUR = ["Some 1,200 towns, 3,400 villages and 5,600 farms took part.", "It covers 7,800 mu and 2,300 ha."]
FIVE = ["Some 1200 towns, 3400 villages and 5600 farms took part.", "It covers 7800 mu and 2300 ha."]
NEVER = ["Some 12000 towns, 34000 villages and 56000 farms took part.", "It covers 78000 mu of land."]


def found(document: list[str], line: str, chosen: dict[str, str] | None = None) -> list[tuple[str, str]]:
    facts = DocumentFacts.of([clause_of("", text) for text in [*document, line]], chosen)
    findings = check_clause(clause_of("", line), facts, [NumberGrouping()])
    return [(one.text, one.fix.text if one.fix else "") for one in findings]


@pytest.mark.parametrize(
    ("document", "line", "marked"),
    [
        (FOUR, "The unit of 4600 kW goes.", [("4600", "4,600")]),
        (FOUR, "The unit of 46000 kW goes.", [("46000", "46,000")]),
        (FOUR, "In 2023 the 2025 plan was made; see No. 4600.", []),
        (FIVE, "The unit of 4,600 kW goes.", [("4,600", "4600")]),
        (FIVE, "The unit of 46000 kW goes.", [("46000", "46,000")]),
        (NEVER, "The unit of 46000 kW goes.", []),
        ([], "The unit of 4600 kW goes.", []),
        ([], "The units of 4,600 kW and 46000 kW go.", [("46000", "46,000")]),
    ],
)
def test_by_the_documents_majority(document: list[str], line: str, marked: list[tuple[str, str]]) -> None:
    assert found(document, line) == marked


def test_a_choice_overrides_the_majority() -> None:
    assert found(FIVE, "The unit of 4600 kW goes.", {"thousands": "four"}) == [("4600", "4,600")]
    assert found(FOUR, "The unit of 4600 kW goes.", {"thousands": "none"}) == []

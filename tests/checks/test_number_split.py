"""How bad a blank inside a figure is: in Chinese beside whole English it is form, else the figure may be misread."""

import pytest

from drafter.checks import DocumentFacts, check_clause
from tests.checks.cases import clause_of


@pytest.mark.parametrize(
    ("zh", "en", "severity"),
    [
        ("产值达到63. 6万亿元。", "Output reached 63.6 trillion yuan.", "minor"),
        ("产值达到63. 6万亿元。", "", "major"),
        ("产值达到63. 6万亿元。", "Output reached 163.6 trillion yuan.", "major"),
        ("浓度降至42.5微克/立方米。", "It fell to 42. 5 μg/m³.", "major"),
    ],
)
def test_severity(zh: str, en: str, severity: str) -> None:
    clause = clause_of(zh, en)
    found = [one for one in check_clause(clause, DocumentFacts.of([clause])) if one.rule == "number.split"]
    assert [one.severity for one in found] == [severity]

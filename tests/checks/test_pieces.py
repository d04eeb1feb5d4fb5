"""A clause may be a piece from the midst of a paragraph; a figure it happens to open with is no item number."""

from drafter.checks import check_clauses
from drafter.model import Clause, ClauseSide, Segment

TEXT = "oneStrengthening of the grid follows."


def findings(start: int) -> list[str]:
    side = ClauseSide((Segment(0, start, start + len(TEXT)),), TEXT, TEXT)
    return [finding.rule for finding in check_clauses([Clause(1, ClauseSide(), side)])]


def test_only_what_opens_a_paragraph_has_an_item_number() -> None:
    assert "structure.enumerator-word" in findings(0)
    assert "structure.enumerator-word" not in findings(40)

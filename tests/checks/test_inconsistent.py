"""One term, several renderings in a document."""

from drafter.checks import Throughout
from drafter.model import Clause, ClauseSide, Finding


def findings(*lines: str) -> list[Finding]:
    clauses = {number: Clause(number, ClauseSide(), ClauseSide((), line, line)) for number, line in enumerate(lines, 1)}
    looked = Throughout(clauses, {})
    return [one for number in clauses for one in looked.findings(number) if one.rule == "term.inconsistent"]


def test_the_fewer_are_pointed_at() -> None:
    found = findings(
        "The Department of Ecology and Environment leads.",
        "The Provincial Department of Ecological Environment takes part.",
        "The provincial departments of ecology and environment report.",
    )
    assert [(one.clause, one.text, one.fix.text if one.fix else "") for one in found] == [
        (2, "Provincial Department of Ecological Environment", "Provincial Department of Ecology and Environment")
    ]
    assert [mention.clause for mention in found[0].elsewhere] == [1, 3]


def test_one_way_throughout_is_silent() -> None:
    assert (
        findings("The Department of Ecological Environment leads.", "The Department of Ecological Environment.") == []
    )

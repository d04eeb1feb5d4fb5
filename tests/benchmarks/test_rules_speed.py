"""How fast the whole rule set is on sound pairs, and that clauses checked together are told as if one by one."""

from drafter.checks import DocumentFacts, check_clause, check_clauses
from tests.benchmarks.faults import KINDS
from tests.benchmarks.injected import inject, speed
from tests.benchmarks.injected_pairs import sound
from tests.checks.cases import clause_of
from tests.yardstick import allowed

LEAST_SPEED = 700  # pairs a second, on a machine that does other things as well; alone it is twice as fast


def test_speed() -> None:
    assert speed(sound()) >= LEAST_SPEED / allowed(1)


def test_clauses_checked_together_are_told_as_if_one_by_one() -> None:
    faulty = [(one.zh, one.en) for kind in KINDS for one in inject(kind, most=8)]
    clauses = [clause_of(zh, en) for zh, en in faulty]
    facts = DocumentFacts.of(clauses)
    one_by_one = [finding for clause in clauses for finding in check_clause(clause, facts)]
    assert check_clauses(clauses, facts=facts) == one_by_one
    assert len(one_by_one) > len(clauses) / 2

"""Running the rules costs little beside the rules themselves."""

from collections.abc import Callable, Iterator
from time import thread_time

from drafter.checks import DocumentFacts, Rule, check_clause, rules
from drafter.checks.context import ClauseContext
from drafter.model import Clause, Finding, Side
from tests.benchmarks.made_up import made_up
from tests.checks.cases import clause_of

COUNT = 300
ROUNDS = 3
MOST = 0.15  # of the time that all rules take; a fiftieth is usual


class Idle(Rule):
    """Not of the catalogue: finds nothing."""

    name = "text.idle"
    severity = "minor"
    mqm = "other"
    sides = ("zh", "en")

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        yield from ()


def clauses(seed: int) -> list[Clause]:
    """Give clauses that nothing has been read of yet."""
    return [clause_of(zh, en) for zh, en in made_up(COUNT, seed=seed)]


def fastest(check: Callable[[Clause, DocumentFacts], object], first_seed: int) -> float:
    taken = []
    for seed in range(first_seed, first_seed + ROUNDS):
        fresh = clauses(seed)
        facts = DocumentFacts.of(fresh)
        begun = thread_time()
        for clause in fresh:
            check(clause, facts)
        taken.append(thread_time() - begun)
    return min(taken)


def test_the_engine_is_a_small_part() -> None:
    idle = [Idle() for _ in rules()]
    fastest(check_clause, 100)  # what is loaded once
    whole = fastest(check_clause, 200)
    engine = fastest(lambda clause, facts: check_clause(clause, facts, idle), 300)
    assert engine < MOST * whole

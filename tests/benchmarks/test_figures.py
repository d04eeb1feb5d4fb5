"""Floors of the figure rules: what they find of injected faults, what they cry wolf at, how fast they are."""

from time import process_time

import pytest

from drafter.checks import DocumentFacts, check_clause
from drafter.model import Clause, ClauseSide
from tests.benchmarks.injected import false_alarms, family, pairs, recall
from tests.benchmarks.made_up import made_up

# A little under what is reached.
LEAST_RECALL = {
    "value": 0.97, "scale": 0.96, "missing": 0.94, "extra": 0.97, "percent-point": 0.97, "bound": 0.92, "range": 0.85,
    "unit": 0.94, "date": 0.95, "reference": 0.97, "split": 0.97, "sum": 0.97, "trend": 0.97,
}  # fmt: skip
FEWEST = 30
MOST_ALARMS = 1.5  # per 100 sound pairs
LEAST_SPEED = 1000  # pairs a second, on a machine that does other things as well; alone it is three times as fast


@pytest.mark.parametrize("kind", LEAST_RECALL)
def test_injected_faults_are_found(kind: str) -> None:
    hits, count = recall(kind)
    assert count >= FEWEST
    assert hits / count >= LEAST_RECALL[kind]


@pytest.mark.parametrize("source", ["by hand", "made up"])
def test_sound_pairs_stay_alone(source: str) -> None:
    chosen = pairs() if source == "by hand" else tuple(made_up(600, seed=11))
    found = false_alarms(chosen)
    assert 100 * len(found) / len(chosen) <= MOST_ALARMS, [(pair, one.rule) for pair, one in found]


def test_speed() -> None:
    clauses = [
        Clause(number, ClauseSide((), zh, zh), ClauseSide((), en, en))
        for number, (zh, en) in enumerate(made_up(1000, seed=5), 1)
    ]
    facts = DocumentFacts.of(clauses)
    check_clause(clauses[0], facts, family())
    begun = process_time()
    for clause in clauses:
        check_clause(clause, facts, family())
    assert len(clauses) / (process_time() - begun) >= LEAST_SPEED


def test_made_up_pairs_are_the_same_every_time() -> None:
    assert list(made_up(50)) == list(made_up(50))
    assert len(set(made_up(500))) == 500

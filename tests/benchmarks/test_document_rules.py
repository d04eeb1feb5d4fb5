"""Floors of the document rules: what they find of injected faults, and that sound documents stay alone."""

import pytest

from tests.benchmarks.injected_documents import KINDS, alarms, documents, recall

# A little under what is reached.
LEAST_RECALL = {
    "sum in a sentence": 0.9, "sum year by year": 0.88, "sum in a list": 0.95, "sum in a table": 0.96,
    "sum in blocks": 0.92, "trend in text": 0.96, "trend in a table": 0.96, "conflict in text": 0.96,
    "conflict in tables": 0.96,
}  # fmt: skip
COUNT = 60


@pytest.mark.parametrize("kind", KINDS)
def test_injected_faults_are_found(kind: str) -> None:
    hits, count = recall(kind, COUNT)
    assert count == COUNT
    assert hits / count >= LEAST_RECALL[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_sound_documents_stay_alone(kind: str) -> None:
    assert [(one.rule, one.text) for _, one in alarms(kind, COUNT)] == []


def test_documents_are_the_same_every_time() -> None:
    one, other = ([made.writer.clauses for made in documents("sum in a table", fault=True, count=5)] for _ in range(2))
    assert one == other

"""The rules on plans composed for this: how much damage of each family they find, and that sound text stays alone."""

import pytest

from tests.checks.plans import FOLDER, alarms, read_plan, recall

LEAST = {
    "air": {
        "encoding": 1.0, "language": 1.0, "pair": 1.0, "punctuation": 1.0, "spacing": 0.7, "structure": 0.8,
        "term": 0.9, "text": 0.5,
    },
    "water": {
        "encoding": 1.0, "number": 1.0, "pair": 1.0, "punctuation": 1.0, "spacing": 1.0, "structure": 1.0,
        "term": 0.85, "text": 0.6,
    },
    # Plans on other subjects, full of slogans and terms of art rendered word for word.
    "noise": {"term": 0.7},
    "soil": {"structure": 1.0, "term": 0.7},
    "waste": {"term": 0.8},
    "coast": {"term": 0.75},
    "winter": {"term": 0.65},
    "freight": {"term": 0.75},
    "reserve": {"term": 0.7},
    "sewage": {"term": 0.7},
    "campaign": {"structure": 1.0, "term": 0.6, "text": 1.0},
    "village": {"term": 0.65},
}  # fmt: skip


@pytest.mark.parametrize("name", LEAST)
def test_damage_is_found(name: str) -> None:
    counts = recall(read_plan(FOLDER / f"{name}_plan.tsv"))
    assert counts.keys() == LEAST[name].keys()
    short = {family: count for family, count in counts.items() if count[0] < LEAST[name][family] * count[1]}
    assert short == {}


@pytest.mark.parametrize("name", LEAST)
def test_sound_plan_stays_alone(name: str) -> None:
    assert [(one.clause, one.rule, one.text) for one in alarms(read_plan(FOLDER / f"{name}_plan.tsv"))] == []

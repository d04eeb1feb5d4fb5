"""The rules over pairs on injected faults: how many they find, and that sound pairs stay alone."""

import pytest

from tests.benchmarks.injected_pairs import alarms, recall, sound

LEAST = {"insert not": 0.55, "swap place": 0.8, "drop listed": 0.9, "add sentence": 0.75, "shall to may": 0.5}


@pytest.mark.parametrize("kind", LEAST)
def test_faults_are_found(kind: str) -> None:
    found, count = recall(kind, sound())
    assert count
    assert found >= LEAST[kind] * count


def test_sound_pairs_stay_alone() -> None:
    flagged = [(pair, found[0].rule) for pair in sound() if (found := alarms(*pair))]
    assert len(flagged) <= 2

"""A few damaged files of every format with every run of the tests; `make fuzz` damages more."""

import pytest

pytest.importorskip("resource", reason="time and memory are not told here")

from tests.fuzz.reading import case, outcome
from tests.fuzz.seeds import FORMATS, seeds

_EACH = 25


@pytest.mark.parametrize("kind", FORMATS)
def test_the_seeds_are_sound(kind: str) -> None:
    from tests.fuzz.reading import _read

    assert all(_read(kind, data, 1) for data in seeds(kind))


@pytest.mark.parametrize("index", range(len(FORMATS)), ids=FORMATS)
def test_damaged_files_never_break_a_reader(index: int) -> None:
    faults = [
        (number, found.fault)
        for number in range(index, index + _EACH * len(FORMATS), len(FORMATS))
        if (found := outcome(number)).fault and not found.fault.startswith("took")
    ]
    assert faults == []


def test_a_number_gives_the_same_file_again() -> None:
    assert case(12345) == case(12345)

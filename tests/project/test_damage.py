"""Bytes that were flipped: no other exception. Of programs that are killed see `tests/killing`."""

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.project import ProjectError, ProjectStore
from drafter.review import open_project, open_side


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("whole")
    (folder / "en.txt").write_text("Plan\n\nThe loss ofPM2.five fell.\nRefit 12 boilers.\n", encoding="utf-8")
    session = open_side(folder / "en.txt", "en")
    session.save_as(folder / "a.drafter")
    session.apply_fixes("safe")
    session.tag(1, "m")
    session.undo()
    session.close()
    return (folder / "a.drafter").read_bytes()


@settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(flips=st.lists(st.tuples(st.integers(0, 2**20), st.integers(1, 255)), min_size=1, max_size=6))
def test_flipped_bytes(flips: list[tuple[int, int]], whole: bytes, tmp_path: Path) -> None:
    data = bytearray(whole)
    for place, change in flips:
        data[place % len(data)] ^= change
    path = tmp_path / "flipped.drafter"
    path.write_bytes(data)
    try:
        session = open_project(path)
    except ProjectError as error:
        assert str(error)  # noqa: PT017 -- not raised for every change: some strike where nothing is written
    else:
        session.close()


def test_every_byte_of_the_first_page(whole: bytes, tmp_path: Path) -> None:
    """The header and the list of tables: where one byte decides what the engine believes."""
    path = tmp_path / "flipped.drafter"
    refused = 0
    for place in [*range(100), *range(100, 4096, 61)]:
        data = bytearray(whole)
        data[place] ^= 0xFF
        path.write_bytes(data)
        try:
            with closing(ProjectStore.open(path)) as store:
                store.load()
        except ProjectError:
            refused += 1
    assert refused > 60

"""Bytes that were flipped, programs that were killed: no other exception, no lost edit."""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.project import ProjectError, ProjectStore
from drafter.review import open_project, open_side

ROOT = Path(__file__).resolve().parents[2]
KILLS = 30

# Starts a writer for each line it is given: one that edits one clause after the other until it is killed, and tells
# each edit only after it was kept. Forked, since loading the program anew takes longer than all the rest.
WRITERS = """
import os, sys
from pathlib import Path
from drafter.review import open_project

def write(path, told, run):
    session = open_project(Path(path))
    number = 0
    while True:
        number += 1
        session.edit(1 + number % 3, "en", f"edit {number} of {run} " + "x" * (number % 7 * 900))
        if number % 10 == 0:
            session.undo()
            session.redo()
        os.write(told, b"%d\\n" % number)

for line in sys.stdin:
    path, told, run = line.rstrip("\\n").split("\\t")
    child = os.fork()
    if not child:
        write(path, os.open(told, os.O_WRONLY | os.O_TRUNC), run)
    print(child, flush=True)
    os.waitpid(child, 0)
    print("dead", flush=True)
"""


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


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a word of POSIX")
def test_killed_at_any_moment(whole: bytes, tmp_path: Path) -> None:
    path, told = tmp_path / "a.drafter", tmp_path / "told"
    path.write_bytes(whole)
    chance = random.Random(7)
    total = 0
    command = [sys.executable, "-c", WRITERS]
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as writers:
        assert writers.stdin
        assert writers.stdout
        assert writers.stderr
        for kill in range(KILLS):
            told.write_text("")
            writers.stdin.write(f"{path}\t{told}\t{kill}\n")
            writers.stdin.flush()
            child = int(writers.stdout.readline())
            deadline = time.monotonic() + 20
            while not told.stat().st_size and time.monotonic() < deadline:
                time.sleep(0.002)
            time.sleep(chance.random() * 0.05)
            os.kill(child, signal.SIGKILL)
            assert writers.stdout.readline() == "dead\n"
            total += _require_kept(path, told.read_text(), kill)
        writers.stdin.close()
        assert writers.stderr.read() == ""
    assert total > KILLS


def _require_kept(path: Path, told: str, kill: int) -> int:
    """See that the file opens and holds every edit that was told of; give their number."""
    acknowledged = int(told.split()[-1]) if told else 0
    session = open_project(path)
    try:
        texts = {clause.id: clause.en.text for clause in session.clauses}
        kept = [revision.after for revision in session.revisions if not revision.turn and revision.kind == "text"]
    finally:
        session.close()
    numbers = [int(text.split()[1]) for text in kept if text.startswith("edit ") and f"of {kill} " in text]
    assert numbers in (list(range(1, acknowledged + 1)), list(range(1, acknowledged + 2)))
    if acknowledged and len(numbers) == acknowledged:
        assert texts[1 + acknowledged % 3].startswith(f"edit {acknowledged} of {kill} ")
    return acknowledged

"""How fast pairing is, how it grows, and what memory it takes.

The ratios hold on any machine; the absolute bounds are wide, for machines that do other things as well.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from drafter.alignment import align, align_within, realign
from drafter.model import Pairing
from tests.alignment.made_up import made_up
from tests.yardstick import allowed

MOST_SECONDS = 2.0  # of the processor, for a thousand units a side; alone it is 0.6
MOST_MEGABYTES = 500  # for six thousand; 20,000 take 700
# Four times the units in so many times the time: near-linear growth takes about five, quadratic sixteen.
MOST_GROWTH = 8.0
_MEASURE = """
from pathlib import Path
from drafter.alignment import align
from tests.alignment.made_up import made_up
from tests.yardstick import allowed
from tests.yardstick import allowed
align(*made_up(6000).texts())
# What getrusage tells counts the process that started this one, too.
print(int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) // 1024)
"""


def _seconds(units: int) -> float:
    texts = made_up(units, seed=units).texts()
    start = time.process_time()
    found = align(*texts, moves=True)
    assert len(found) == units
    return time.process_time() - start


def test_a_thousand_units() -> None:
    align(*made_up(50).texts())
    assert min(_seconds(1000) for _ in range(2)) <= allowed(MOST_SECONDS)


def test_growth() -> None:
    small = min(_seconds(1000) for _ in range(2))
    assert _seconds(4000) <= MOST_GROWTH * small


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is measured on Linux")
def test_memory() -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) <= MOST_MEGABYTES


def test_a_stretch_is_much_faster_than_the_whole() -> None:
    zh, en = made_up(3000, seed=4).texts()
    pairings = [Pairing((i,), (i,)) for i in range(3000)]
    start = time.process_time()
    assert len(realign(zh, en, pairings, range(1000, 1030))) == 3000
    stretch = time.process_time() - start
    assert stretch <= _seconds(3000) / 3


def test_sentences_of_many_paragraphs_at_once() -> None:
    zh, en = made_up(1500, seed=5).texts()
    pairs = [(a.split("。"), b.split(". ")) for a, b in zip(zh, en, strict=True)]
    cut = [([x for x in a if x.strip()], [y for y in b if y.strip()]) for a, b in pairs]
    start = time.process_time()
    found = align_within(cut)
    seconds = time.process_time() - start
    units = sum(len(a) for a, _ in cut)
    assert len(found) == 1500
    assert seconds <= allowed(MOST_SECONDS) * units / 1000

"""Figures are read in time that grows with the text, whatever it holds: twice the length, at most thrice the time.

Times are those of the thread, the best of some runs, without the collector of garbage, which runs when it pleases.
"""

import gc
from collections.abc import Callable
from time import thread_time

import pytest

from drafter.checks import DocumentFacts, check_clause
from drafter.language.quantities import read_quantities
from drafter.model import Clause, ClauseSide, Side
from tests.benchmarks.injected import family

MEGABYTE = 2**20
MOST = 9.0
TOO_SHORT = 0.02  # seconds; what takes less says nothing of how it grows
RUNS = 2
# What a text is made of, and how long it is: the dear ones shorter.
PIECES = {
    "digits": ("7", MEGABYTE), "万": ("万", MEGABYTE), "spaces": (" ", MEGABYTE), "full stops": (".", MEGABYTE),
    "number words": ("five ", 2**17), "scales": ("million and ", 2**17), "二": ("二", 2**17), "千万": ("千万", 2**17),
    "mixed marks": ("1万 2,3.4%至—", 2**15), "lists": ("3, ", 2**15), "joined": ("5 and ", 2**15),
    "ranges": ("1—", 2**15), "clocks": ("1:30", 2**15), "dates": ("May 5, ", 2**15), "日期": ("2023年9月1日", 2**15),
    "document numbers": ("[2023] No. 5 ", 2**15), "bounds": ("5Above", 2**15), "shares": ("1/4 of a ", 2**15),
    "items": ("(1) ", 2**15), "第三": ("第三", 2**15), "money": ("$5m ", 2**15),
    "multiples": ("增长3倍", 2**15), "turns": ("翻两番减半", 2**15), "doubled": ("to double the ", 2**15),
}  # fmt: skip


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        gc.collect()
        gc.disable()
        begun = thread_time()
        work()
        times.append(thread_time() - begun)
        gc.enable()
    return min(times)


def _text(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def _grows(work: Callable[[str], object], piece: str, length: int) -> float:
    """Give how many times as long four times the length takes: four where time is linear, sixteen where it is not."""
    short, long = (_text(piece, size) for size in (length // 4, length))
    took = _best(lambda: work(long))
    return took / max(_best(lambda: work(short)), 1e-6) if took > TOO_SHORT else 1.0


@pytest.mark.parametrize("side", ["zh", "en"])
@pytest.mark.parametrize("kind", PIECES)
def test_reading_is_linear(kind: str, side: Side) -> None:
    assert _grows(lambda text: read_quantities(text, side), *PIECES[kind]) <= MOST


@pytest.mark.parametrize("kind", PIECES)
def test_the_rules_are_linear(kind: str) -> None:
    family()  # what is loaded once

    def check(text: str) -> None:
        clause = Clause(1, ClauseSide((), text, text), ClauseSide((), text, text))
        check_clause(clause, DocumentFacts(), family())

    assert _grows(check, *PIECES[kind]) <= MOST

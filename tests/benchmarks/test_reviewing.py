"""How fast a review of many clauses follows: bulk steps, progress, and two copies joined.

The limits are those of ten thousand clauses, for a fifth of them; `allowed` tells what they are on this machine.
"""

import time
from collections.abc import Callable

import pytest

from drafter.project import Record
from drafter.review import ReviewSession, open_pairs
from drafter.review.merging import merge
from tests.yardstick import allowed

CLAUSES = 2000
MOST_FIXING = 1.5  # times as long as so many new clauses take to be opened
MOST_STATES = 0.2  # of a second, for half of the clauses
MOST_PROGRESS = 0.004
MOST_MERGING = 0.6


def seconds(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return time.process_time() - begun


def made(first: int = 0) -> ReviewSession:
    rows = [
        (f"第{i}村改造锅炉{i % 90 + 10}台。", f"Village {i} refits {i % 90 + 10} boilers{' , and more' * (i % 2)}.")
        for i in range(first, first + CLAUSES)
    ]
    return open_pairs(rows, author="Li")


@pytest.fixture(scope="module")
def record() -> Record:
    return made().record()


def opened(record: Record, author: str) -> ReviewSession:
    return ReviewSession(record.title, record.documents, record.clauses, author=author, record=record)


def test_a_bulk_fix_costs_little_more_than_a_check(record: Record) -> None:
    checking = seconds(lambda: made(CLAUSES))  # of texts that nobody has read, as those that a fix makes
    session = opened(record, "Li")
    fixing = seconds(lambda: session.apply_fixes("suggested", sides=["en"]))
    assert len({one.clause for one in session.revisions}) == CLAUSES // 2
    assert fixing <= MOST_FIXING * checking / 2
    assert seconds(session.undo) <= checking / 4  # nothing is checked again


def test_states_and_progress_follow_at_once(record: Record) -> None:
    session = opened(record, "Li")
    session.progress()
    ids = [clause.id for clause in session.clauses]
    assert seconds(lambda: session.set_state(ids[::2], "reviewed")) <= allowed(MOST_STATES)
    assert session.progress().states["reviewed"].clauses == CLAUSES // 2
    session.edit(ids[0], "en", "A village.")
    assert seconds(session.progress) <= allowed(MOST_PROGRESS)
    assert session.progress().states["translated"].clauses == 1


def test_two_copies_with_many_edits_are_joined_soon(record: Record) -> None:
    copies = []
    for name, start in (("A", 0), ("B", 1)):
        session = opened(record, name)
        for clause in session.clauses[start::10]:
            session.edit(clause.id, "en", f"{name}: {clause.en.text}")
        copies.append(session.record())
    found = merge(*copies)
    assert (found.taken, found.conflicts) == (CLAUSES // 10, ())
    assert seconds(lambda: merge(*copies)) <= allowed(MOST_MERGING)

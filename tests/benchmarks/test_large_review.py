"""How long a review of ten thousand clauses takes to open, to search, to correct, to join, and how large it is.

Figures are processor time; the bounds are ratios to a yardstick run in the same process. `pytest -s` shows the figures.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from time import process_time

import pytest

from drafter.model import Clause, ClauseSide, Document, Paragraph, Revision, Segment
from drafter.project import ProjectStore, Record
from drafter.review import ReviewSession, Searched, open_project, search
from drafter.review.merging import merge
from tests.benchmarks.made_up import made_up
from tests.yardstick import allowed

CLAUSES = 10_000
SENTENCES = 3  # in a clause, where only the file counts; one where the checks do
FAULTS = 5_000
EDITS = 1_000
MOST_TIMES_THE_TEXTS = 3.0
_TIME = "2025-11-21T10:00:00.000Z"
# Seconds of processor time where the limits were set. What is mended is checked anew, which costs what opening it does:
# fixing all is to come down to 2 s as the checks become faster.
READ, OPEN, EDIT, SEARCH, FIX, MERGE = 0.5, 30.0, 0.010, 0.050, 12.0, 3.0


def _tell(words: str) -> None:
    sys.stdout.write(f"\n{words}\n")


def _took(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def _document(name: str, lines: Iterable[str]) -> Document:
    paragraphs = tuple(Paragraph(line, number) for number, line in enumerate(lines, 1))
    return Document(name, "txt", paragraphs, "\n".join(one.text for one in paragraphs).encode(), "utf-8")


def _record(sentences: int) -> Record:
    """Make a review; half its clauses lack a blank."""
    found = made_up(CLAUSES * sentences)
    pairs = [tuple(zip(*islice(found, sentences), strict=True)) for _ in range(CLAUSES)]
    english = [" ".join(en) for _zh, en in pairs]
    zh = _document("计划.txt", ["".join(zh) for zh, _en in pairs])
    en = _document("plan.txt", [one + " It is so ofPM2.5." if i < FAULTS else one for i, one in enumerate(english)])
    return Record("计划", {"zh": zh, "en": en}, _clauses(zh, en))


def _clauses(zh: Document, en: Document) -> tuple[Clause, ...]:
    def side(document: Document, number: int) -> ClauseSide:
        text = document.paragraphs[number].text
        return ClauseSide((Segment(number, 0, len(text)),), text, text)

    return tuple(Clause(number + 1, side(zh, number), side(en, number)) for number in range(CLAUSES))


@pytest.fixture(scope="module")
def record() -> Record:
    return _record(SENTENCES)


@pytest.fixture(scope="module")
def project(record: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "a.drafter"
    ProjectStore.create(path, record).close()
    return path


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReviewSession]:
    """The review, opened once for all: that is what takes long."""
    path = tmp_path_factory.mktemp("opened") / "a.drafter"
    ProjectStore.create(path, _record(1)).close()
    start = process_time()
    opened = open_project(path)
    taken = process_time() - start
    _tell(f"{CLAUSES} clauses opened and checked: {taken:.2f} s")
    assert taken <= allowed(OPEN)
    yield opened
    opened.close()


def test_the_size_of_the_file(record: Record, project: Path) -> None:
    texts = sum(len(document.data) for document in record.documents.values())
    ratio = project.stat().st_size / texts
    _tell(f"the file: {project.stat().st_size / 1e6:.1f} MB, {ratio:.2f} times its texts")
    assert ratio <= MOST_TIMES_THE_TEXTS


def test_reading(project: Path) -> None:
    def read() -> None:
        store = ProjectStore.open(project)
        assert len(store.load().clauses) == CLAUSES
        store.close()

    taken = min(_took(read) for _ in range(3))
    _tell(f"{CLAUSES} clauses read without checks: {taken:.2f} s")
    assert taken <= allowed(READ)


def test_searching(session: ReviewSession) -> None:
    words = Searched("PM2.5浓度")
    taken = sorted(_took(lambda: list(search(session.clauses, words))) for _ in range(5))[2]
    _tell(f"{CLAUSES} clauses searched: {1000 * taken:.0f} ms")
    assert taken <= allowed(SEARCH)


def test_an_edit(session: ReviewSession) -> None:
    def edit(id_: int) -> float:
        text = session.clause(id_).en.text
        return _took(lambda: session.edit(id_, "en", text + " Then."))

    taken = sorted(map(edit, range(CLAUSES - 40, CLAUSES)))
    _tell(f"an edit checked and kept: {1000 * taken[len(taken) // 2]:.1f} ms, the slowest {1000 * taken[-1]:.1f} ms")
    assert taken[len(taken) // 2] <= allowed(EDIT)


def test_fixing_all(session: ReviewSession) -> None:
    before = len(session.findings())
    made: list[Revision] = []
    taken = _took(lambda: made.extend(session.apply_fixes("safe")))
    mended = before - len(session.findings())
    _tell(f"{mended} findings mended in {len(made)} clauses at once: {taken:.2f} s")
    assert mended >= FAULTS
    assert taken <= allowed(FIX)


def _edited(record: Record, first: int, author: str) -> Record:
    """Give a copy in which somebody corrected some clauses."""
    clauses, revisions = list(record.clauses), []
    for number, index in enumerate(range(first, first + EDITS), 1):
        before = clauses[index].en.text
        after = f"{before} By {author}."
        clauses[index] = clauses[index].with_text("en", after)
        revisions.append(Revision(number, "text", index + 1, "en", before, after, author, _TIME, "", "", number))
    return replace(record, clauses=tuple(clauses), revisions=tuple(revisions))


def test_merging(record: Record) -> None:
    mine, theirs = _edited(record, 0, "Li"), _edited(record, EDITS // 2, "Wang")
    start = process_time()
    merged = merge(mine, theirs)
    taken = process_time() - start
    _tell(f"two copies with {EDITS} edits each joined: {taken:.2f} s, {len(merged.conflicts)} conflicts")
    assert len(merged.record.clauses) == CLAUSES
    assert merged.taken >= EDITS // 2
    assert taken <= allowed(MERGE)

"""How long it takes to keep an edit, and to open a large project.

The bounds are ratios to a yardstick run in the same process; run with `-s` to see the figures.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.model import Clause, ClauseSide, Document, Paragraph, Revision, Segment
from drafter.project import ProjectStore, Record

CLAUSES = 10_000
EDITS = 60
MOST_OF_A_WRITE = 12.0  # times what it takes to bring 4 kB to the same disk
MOST_OF_A_COPY = 15.0  # times what it takes to build as many values of the same kind
_TIME = "2025-11-21T10:00:00.000Z"


def _document(name: str, text: str) -> Document:
    lines = [f"{number} {text}" for number in range(CLAUSES)]
    paragraphs = tuple(Paragraph(line, number) for number, line in enumerate(lines, 1))
    return Document(name, "txt", paragraphs, "\n".join(lines).encode(), "utf-8")


def _side(document: Document, number: int) -> ClauseSide:
    text = document.paragraphs[number].text
    return ClauseSide((Segment(number, 0, len(text)),), text, text)


def _clauses(zh: Document, en: Document) -> tuple[Clause, ...]:
    return tuple(Clause(number + 1, _side(zh, number), _side(en, number)) for number in range(CLAUSES))


@pytest.fixture(scope="module")
def record() -> Record:
    zh = _document("计划.txt", "全镇完成锅炉改造，主要污染物排放量持续下降，群众满意度不断提高。")
    en = _document("plan.txt", "The town completes the refitting of boilers, and emissions go on falling.")
    return Record("计划", {"zh": zh, "en": en}, _clauses(zh, en))


@pytest.fixture(scope="module")
def project(record: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "a.drafter"
    ProjectStore.create(path, record).close()
    return path


def _median(work: Callable[[int], None]) -> float:
    taken = []
    for number in range(EDITS):
        start = time.perf_counter()
        work(number)
        taken.append(time.perf_counter() - start)
    return sorted(taken)[EDITS // 2]


def _tell(words: str) -> None:
    sys.stdout.write(f"\n{words}\n")


def test_an_edit(record: Record, project: Path) -> None:
    yard = project.with_name("yard").open("wb")

    def write(_number: int) -> None:
        yard.write(bytes(4096))
        yard.flush()
        os.fsync(yard.fileno())

    store = ProjectStore.open(project)
    start = len(store.load().revisions)
    texts = {1: record.clauses[0].en.text}

    def edit(number: int) -> None:
        text, at = f"edit {number}", start + number + 1
        made = Revision(at, "text", 1, "en", texts[1], text, "", _TIME, "", "", at)
        store.append([made], [record.clauses[0].with_text("en", text)])
        texts[1] = text

    edit_time, write_time = _median(edit), _median(write)
    store.close()
    yard.close()
    _tell(f"an edit kept: {1000 * edit_time:.1f} ms; 4 kB brought to the disk: {1000 * write_time:.1f} ms")
    assert edit_time <= MOST_OF_A_WRITE * max(write_time, 1e-4)


def test_opening(record: Record, project: Path) -> None:
    start = time.process_time()
    assert len(_clauses(record.documents["zh"], record.documents["en"])) == CLAUSES
    yard = time.process_time() - start
    taken = []
    for _ in range(3):
        begun = time.process_time()
        store = ProjectStore.open(project)
        loaded = store.load()
        taken.append(time.process_time() - begun)
        store.close()
    assert len(loaded.clauses) == CLAUSES
    _tell(f"{CLAUSES} clauses read: {min(taken):.2f} s; as many values built: {yard:.2f} s")
    assert min(taken) <= MOST_OF_A_COPY * yard

"""Commands on a project that somebody has open: what reads goes on, what would write says who has it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

from drafter.cli.status import UNREADABLE
from drafter.review import ReviewSession, open_project
from tests.cli.conftest import Drafter

Pair = tuple[Path, Path]


@pytest.fixture
def held(pair: Pair, tmp_path: Path, drafter: Drafter) -> Iterator[ReviewSession]:
    """A project that is open."""
    drafter("new", "--zh", pair[0], "--en", pair[1], "-o", tmp_path / "a.drafter")
    session = open_project(tmp_path / "a.drafter")
    yield session
    session.close()


def test_what_would_write_is_refused(held: ReviewSession, pair: Pair, tmp_path: Path, drafter: Drafter) -> None:
    assert held.path is not None
    held.edit(1, "en", "Kept")
    free, before = tmp_path / "b.drafter", held.revisions
    drafter("new", "--zh", pair[0], "--en", pair[1], "-o", free)
    for words in (
        ("fix", "--project", held.path),
        ("new", "--zh", pair[0], "--en", pair[1], "-o", held.path),
        ("update", "--project", free, "--en", pair[1], "-o", held.path),
        ("merge", free, free, "-o", held.path),
    ):
        answer = drafter(*words)
        assert answer.status == UNREADABLE, words
        assert "“a.drafter” is open on " in answer.sentence
    assert held.edit(2, "en", "Kept too")
    assert held.revisions[:-1] == before


def test_what_only_reads_goes_on(held: ReviewSession, tmp_path: Path, drafter: Drafter) -> None:
    assert held.path is not None
    held.edit(1, "en", "By the one who has it open")
    assert drafter("export", "--project", held.path, "--layout", "en", "-o", tmp_path / "out.docx").status == 0
    assert "By the one who has it open" in [one.text for one in Document(str(tmp_path / "out.docx")).paragraphs]
    assert drafter("merge", held.path, held.path, "-o", tmp_path / "c.drafter").status == 0

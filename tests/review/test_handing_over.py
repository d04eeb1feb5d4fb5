"""A copy for hand-over tells the result, and nothing of how it came about."""

import random
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from drafter.model import Clause, ClauseSide, DrafterError, Segment, Span
from drafter.project import ProjectStore, Record, read_project
from drafter.project.soundness import require_sound
from drafter.review import (
    ReviewSession,
    hand_over,
    hand_over_file,
    open_mixed,
    open_pair,
    open_pairs,
    open_project,
    write_corrected,
)
from drafter.review.handing_over import stripped
from tests.project.conftest import record as record  # the fixture: one of everything
from tests.review.conftest import Opened

SECRETS = ("柳如烟", "Ask Wang of the bureau", "as agreed by telephone", "calx furnaces", "refit 120", "plan one")


@pytest.fixture
def worked(session: ReviewSession, tmp_path: Path) -> ReviewSession:
    """A review in which something of everything was done, kept in a file."""
    session.save_as(tmp_path / "work.drafter")
    session.edit(4, "en", "The town will convert all calx furnaces.", reason="as agreed by telephone")
    session.edit(4, "en", "The town will convert 120 boilers.")
    session.add_note(4, "Ask Wang of the bureau")
    session.add_finding(4, "en", Span(4, 8), "terminology", "minor", "Ask Wang of the bureau")
    session.ignore(session.findings(2)[0], "as agreed by telephone")
    session.apply_fixes("safe")
    session.tag(4, session.taxonomy.concepts()[0].notation)
    session.set_state(4, "reviewed")
    session.set_state(2, "final", overrule="as agreed by telephone")
    session.remember("place", "plan one")
    session.choose_style("dates=american")
    return session


def test_the_result_stays(worked: ReviewSession, tmp_path: Path, closing: Opened) -> None:
    hand_over(worked, tmp_path / "out.drafter")
    copy = closing(open_project(tmp_path / "out.drafter"))
    for clause in worked.clauses:
        there = copy.clause(clause.id)
        assert (there.zh.text, there.en.text, there.level) == (clause.zh.text, clause.en.text, clause.level)
        assert (there.zh.original, there.en.original) == (clause.zh.text, clause.en.text)
        assert copy.state(clause.id) == worked.state(clause.id)
        assert copy.tags(clause.id) == worked.tags(clause.id)
    assert copy.house_style == worked.house_style
    assert copy.title == "石桥镇清洁空气行动计划"
    assert copy.corrected_text("en") == worked.corrected_text("en")
    assert {one.kind for one in copy.revisions} == {"tag", "state"}
    assert {(one.author, one.reason) for one in copy.revisions} == {("", "")}
    assert not copy.notes()
    assert not copy.notices
    assert not copy.ignores()
    assert not [one for one in copy.findings() if one.id]
    write_corrected(copy, "en", tmp_path / "corrected.txt")
    assert (tmp_path / "corrected.txt").read_text(encoding="utf-8") == worked.corrected_text("en") + "\n"


def test_nothing_of_the_rest_is_in_the_bytes(worked: ReviewSession, tmp_path: Path) -> None:
    assert worked.path is not None
    worked.close()
    path = tmp_path / "work.drafter"
    before = path.read_bytes()
    for secret in SECRETS:
        assert secret.encode() in before, secret
    target = tmp_path / "out.drafter"
    target.write_bytes(before)  # the place held the review itself before
    hand_over_file(path, target)
    for secret in SECRETS:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
            assert secret.encode(encoding) not in target.read_bytes(), secret
    assert str(tmp_path).encode() not in target.read_bytes()
    for document in read_project(target).documents.values():  # whose bytes are packed in the file
        assert not any(secret.encode() in document.data for secret in SECRETS)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir() if "out" in one.name] == ["out.drafter"]


def test_comments_of_the_file_and_its_bytes_go(tmp_path: Path, record: Record) -> None:
    ProjectStore.create(tmp_path / "a.drafter", record).close()
    hand_over_file(tmp_path / "a.drafter", tmp_path / "b.drafter")
    found = read_project(tmp_path / "b.drafter")
    assert [(one.name, one.format, one.comments, one.notices) for one in found.documents.values()] == [
        ("zh.txt", "txt", (), ()),
        ("en.txt", "txt", (), ()),
    ]
    for secret in ("see above", "plan.docx", "Heading 2", "Pictures left out", "Which?"):
        assert secret.encode() in (tmp_path / "a.drafter").read_bytes(), secret
        assert secret.encode() not in (tmp_path / "b.drafter").read_bytes(), secret
    table = found.documents["en"].paragraphs[1]
    assert (table.text, table.part, table.cell) == ("Refit 120", "table", (0, 1, 2))


def test_only_another_file(worked: ReviewSession) -> None:
    assert worked.path is not None
    with pytest.raises(DrafterError):
        hand_over(worked, worked.path)
    assert worked.clause(4).en.text == "The town will convert 120 boilers."


def test_lines_that_came_and_went(session: ReviewSession, tmp_path: Path, closing: Opened) -> None:
    session.pairing.merge(3, 4)
    session.edit(3, "en", "One line only.")
    session.edit(1, "en", "A plan\nof three\nlines")
    session.pairing.unpair(2)
    alone = next(one for one in session.clauses if one.zh.text.startswith("一、") and not one.en.text)
    session.edit(alone.id, "en", "Written where there was none")
    hand_over(session, tmp_path / "out.drafter")
    copy = closing(open_project(tmp_path / "out.drafter"))  # which refuses what does not fit together
    assert [(one.zh.text, one.en.text) for one in copy.clauses] == [
        (one.zh.text, one.en.text) for one in session.clauses
    ]
    assert copy.corrected_text("zh") == session.corrected_text("zh")
    assert copy.corrected_text("en") == session.corrected_text("en")


def test_a_side_that_was_emptied(session: ReviewSession, tmp_path: Path, closing: Opened) -> None:
    session.edit(5, "en", "")
    hand_over(session, tmp_path / "out.drafter")
    copy = closing(open_project(tmp_path / "out.drafter"))
    assert copy.clause(5).en == ClauseSide()
    assert copy.corrected_text("en") == session.corrected_text("en")


def test_one_file_in_both_languages_stays_one(tmp_path: Path, closing: Opened) -> None:
    path = tmp_path / "mixed.txt"
    path.write_text("石桥镇计划\nShiqiao town plan\n改造锅炉120台。\nRefit 120 boilers.\n", encoding="utf-8")
    session = closing(open_mixed(path))
    session.edit(2, "en", "Refit 120 of them.")
    hand_over(session, tmp_path / "out.drafter")
    copy = closing(open_project(tmp_path / "out.drafter"))
    assert copy.mixed
    assert copy.corrected_text("zh") == session.corrected_text("zh")


def test_pairs_without_a_document() -> None:
    session = open_pairs([("改造12台。", "Refit 12."), ("", "Alone")])
    session.edit(1, "en", "Convert 12.")
    found = stripped(session.record())
    assert found.documents == {}
    assert found.clauses == (
        Clause(1, ClauseSide((Segment(0, 0, 6),), "改造12台。", "改造12台。"),
               ClauseSide((Segment(0, 0, 11),), "Convert 12.", "Convert 12.")),
        Clause(2, ClauseSide(), ClauseSide((Segment(1, 0, 5),), "Alone", "Alone")),
    )  # fmt: skip


TEXTS = ("", "a", "a\nb", "a\nb\nc", "  x ", "\n", "x\n\ny")


def work_at_random(session: ReviewSession, chance: random.Random) -> None:
    """Correct and pair otherwise whatever comes; what can't be done is left."""
    for _ in range(chance.randint(1, 12)):
        ids = [clause.id for clause in session.clauses]
        one, other = chance.choice(ids), chance.choice(ids)
        following = ids[min(ids.index(one) + 1, len(ids) - 1)]
        deeds: list[Callable[[], object]] = [
            partial(session.edit, one, "zh", chance.choice(TEXTS)),
            partial(session.edit, one, "en", chance.choice(TEXTS)),
            partial(session.pairing.split_sentences, one),
            partial(session.pairing.unpair, one),
        ]
        if one != following:
            deeds.append(partial(session.pairing.merge, one, following))
        if one != other:
            deeds.append(partial(session.pairing.pair, one, other))
        with suppress(DrafterError):
            chance.choice(deeds)()


@pytest.mark.parametrize("mixed", [False, True])
def test_whatever_was_done(files: tuple[Path, Path], tmp_path: Path, *, mixed: bool) -> None:
    both = tmp_path / "mixed.txt"
    both.write_text("石桥镇计划\nShiqiao plan\n改造锅炉。各村禁烧。\nRefit boilers. No burning.\n", encoding="utf-8")
    for seed in range(12):
        session = open_mixed(both) if mixed else open_pair(*files)
        work_at_random(session, random.Random(seed))
        record = stripped(session.record())
        require_sound(record)
        assert [(one.id, one.zh.text, one.en.text) for one in record.clauses] == [
            (one.id, one.zh.text, one.en.text) for one in session.clauses
        ]
        copy = ReviewSession(record.title, record.documents, record.clauses, record=record)
        assert copy.mixed == session.mixed
        assert copy.corrected_text("zh") == session.corrected_text("zh")
        assert copy.corrected_text("en") == session.corrected_text("en")


MEMORY = """<?xml version="1.0" encoding="UTF-8"?>
<{kind}><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="zh-CN"
datatype="plaintext"/><body><tu creationid="secretary"><tuv xml:lang="zh-CN">
<seg>改造<ph>&lt;br&gt;</ph>12台。</seg></tuv>
<tuv xml:lang="en"><seg>Refit <ph>&lt;br&gt;</ph>12.</seg></tuv></tu></body></{kind}>
"""


def test_a_memory_becomes_pairs_of_sentences(tmp_path: Path, closing: Opened) -> None:
    path = tmp_path / "memory.tmx"
    path.write_text(MEMORY.format(kind="tmx").replace("<tmx>", '<tmx version="1.4">'), encoding="utf-8")
    session = closing(open_mixed(path))
    hand_over(session, tmp_path / "out.drafter")
    assert b"secretary" not in (tmp_path / "out.drafter").read_bytes()
    copy = closing(open_project(tmp_path / "out.drafter"))
    assert [(one.zh.text, one.en.text) for one in copy.clauses] == [("改造12台。", "Refit 12.")]
    assert (copy.manner, copy.marked) == ("pairs", False)

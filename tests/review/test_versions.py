"""A new version of one file: the work on what did not change stays, what changed is told, nothing is lost."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.alignment import align_paragraphs
from drafter.model import Document, Paragraph, Span
from drafter.review import ReviewSession
from drafter.review.opening import review_pair
from drafter.review.versions import NewVersion, with_new_version

ZH = [
    "石河镇清洁空气方案",
    "一、目标",
    "到2026年，PM2.5浓度下降12%。",
    "改造锅炉90台，淘汰老旧车辆30辆。",
    "二、保障",
    "各村每月通报进展。",
]
EN = [
    "Shihe Town Clean Air Plan", "I. Goals", "By 2026, the concentration ofPM2.5 shall fall by 12%.",
    "90 boilers shall be refitted and 30 old vehicles scrapped.", "II. Safeguards", "Every village reports each month.",
]  # fmt: skip


def document(lines: Sequence[str], name: str = "plan.txt") -> Document:
    return Document(name, "txt", tuple(Paragraph(line, number) for number, line in enumerate(lines, 1)))


def replaced(session: ReviewSession, lines: Sequence[str]) -> NewVersion:
    return with_new_version(session, "zh", document(lines, "plan 2.txt"), align_paragraphs)


@pytest.fixture
def session() -> ReviewSession:
    made = review_pair(document(ZH), document(EN), author="Li")
    made.edit(4, "en", "A total of 90 boilers shall be refitted and 30 old vehicles scrapped.")
    made.tag(4, made.taxonomy.concepts()[0].notation)
    made.add_note(6, "Monthly?")
    made.ignore(made.findings(3)[0], "as printed")
    return made


def test_the_same_file_again_changes_nothing(session: ReviewSession) -> None:
    new = replaced(session, ZH)
    assert (new.changed, new.new, new.gone, new.refused) == ({}, (), (), ())
    assert new.session.clauses == session.clauses
    assert [note.text for note in new.session.notes(6)] == ["Monthly?"]
    assert new.session.tags(4) == session.tags(4)
    assert new.session.findings() == session.findings()
    assert {one.author for one in new.session.revisions} == {"Li"}


def test_a_changed_clause_says_what_it_was(session: ReviewSession) -> None:
    lines = [*ZH[:2], "到2026年，PM2.5浓度下降15%。", *ZH[3:]]
    new = replaced(session, lines)
    assert new.changed == {3: ZH[2]}
    assert new.session.clause(3).zh.text == lines[2]
    assert new.session.clause(3).en == session.clause(3).en
    assert [finding.rule for finding in new.session.findings(3)] == ["number.value"]
    assert new.session.clause(4) == session.clause(4)


def test_what_is_new_and_what_went_is_told(session: ReviewSession) -> None:
    new = replaced(session, [*ZH[:3], "加强扬尘管控。", *ZH[3:5]])
    assert [new.session.clause(id_).zh.text for id_ in new.new] == ["加强扬尘管控。"]
    order = [clause.zh.text for clause in new.session.clauses if clause.zh.text]
    assert order == [*ZH[:3], "加强扬尘管控。", *ZH[3:5]]
    assert new.session.clause(6).zh.text == ""  # its English stays, with the note
    assert [ZH[5] in note.text for note in new.session.notes(6)] == [False, True]


def test_corrections_of_the_new_text_are_made_again(session: ReviewSession) -> None:
    session.edit(6, "zh", "各村每月向镇政府通报进展。")
    new = replaced(session, [*ZH[:5], "各村每月通报工作进展。"])
    assert new.session.clause(6).zh.text == "各村每月向镇政府通报工作进展。"
    assert new.session.clause(6).zh.original == "各村每月通报工作进展。"


def test_a_clause_cut_by_hand_stays_cut(session: ReviewSession) -> None:
    session.pairing.split(4, zh=ZH[3].index("淘汰"), en=len("A total of 90 boilers shall be refitted"))
    lines = [*ZH[:3], "全镇改造锅炉95台，淘汰老旧车辆30辆。", *ZH[4:]]
    new = replaced(session, lines)
    parts = [clause.zh.text for clause in new.session.clauses if clause.fixed]
    assert parts == ["全镇改造锅炉95台，", "淘汰老旧车辆30辆。"]


def test_what_did_not_change_keeps_its_state_and_findings(session: ReviewSession) -> None:
    session.set_state([3, 4, 5], "reviewed")
    session.add_finding(6, "zh", Span(0, 2), "accuracy", "critical", "all?")
    session.author = "Wang"
    session.set_state(6, "final", overrule="urgent")
    session.author = "Li"
    session.ignore_rule("number.extra", "an annex")
    session.add_finding(3, "en", Span(0, 2), "accuracy", "minor", "which?")
    new = replaced(session, [*ZH[:2], "到2026年，PM2.5浓度下降15%。", *ZH[3:5], "每月通报一次进展情况。"]).session
    assert [new.state(clause) for clause in (3, 4, 5)] == ["initial", "reviewed", "reviewed"]
    assert [one.author for one in new.revisions if one.kind == "state"] == ["Li", "Li"]
    assert new.state(6) == "initial"
    own = [(one.clause, one.text) for one in new.findings() if one.id]
    assert own == [(3, "By")]  # the Chinese that the other one marked is gone
    assert {one.scope: one.reason for one in new.ignores()} == {"place": "as printed", "rule": "an annex"}
    same = replaced(session, ZH).session
    assert same.state(6) == "final"
    assert [one.reason for one in same.revisions if one.after == "final"] == ["urgent"]
    assert [one.author for one in same.progress().people] == ["Li", "Wang"]


LINES = st.lists(st.sampled_from([*ZH, "加强扬尘管控。", "到2027年，PM2.5浓度下降13%。", "改造锅炉95台。"]), max_size=8)


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_whatever_the_new_version_is_all_of_it_stands_once(lines: list[str]) -> None:
    old = review_pair(document(ZH), document(EN))
    old.edit(4, "zh", "改造锅炉91台，淘汰老旧车辆30辆。")
    old.pairing.split(3, zh=9, en=8)
    new = replaced(old, lines)
    pieces = [(one.paragraph, one.start, one.end) for clause in new.session.clauses for one in clause.zh.segments]
    assert len(set(pieces)) == len(pieces)
    assert [index for index, _start, _end in sorted(pieces)] == sorted(index for index, _start, _end in pieces)
    covered = "".join(lines[index][start:end] for index, start, end in sorted(pieces))
    assert covered == "".join(lines)
    english = [one.paragraph for clause in new.session.clauses for one in clause.en.segments]
    assert sorted(set(english)) == list(range(len(EN)))

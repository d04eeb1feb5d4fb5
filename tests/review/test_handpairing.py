"""Pairing by hand in a review that is open: done, undone, kept, and everything that hangs on a clause goes along."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.review import Change, ReviewSession, moved_clauses, open_pair, open_project

ZH = (
    "青石镇清洁空气方案\n一、目标\n到2026年，PM2.5浓度下降12%。改造锅炉90台。\n二、保障\n"
    "各村每月通报进展。\n严格考核。\n"
)
EN = (
    "Qingshi Town Clean Air Plan\nI. Goals\n"
    "By 2026, the concentration ofPM2.5 shall fall by 12%. 90 boilers are refitted.\n"
    "II. Safeguards\nEvery village reports its progress each month.\nAssessment shall be strict.\n"
)


@pytest.fixture
def session(tmp_path: Path) -> ReviewSession:
    zh, en = tmp_path / "zh.txt", tmp_path / "en.txt"
    zh.write_text(ZH, encoding="utf-8")
    en.write_text(EN, encoding="utf-8")
    return open_pair(zh, en)


def pairs(session: ReviewSession) -> list[tuple[str, str]]:
    return [(clause.zh.text, clause.en.text) for clause in session.clauses]


def test_a_clause_is_cut_into_its_sentences(session: ReviewSession) -> None:
    before = session.clauses
    assert session.pairing.split_sentences(3)
    assert pairs(session)[2:4] == [
        ("到2026年，PM2.5浓度下降12%。", "By 2026, the concentration ofPM2.5 shall fall by 12%."),
        ("改造锅炉90台。", "90 boilers are refitted."),
    ]
    assert session.corrected_text("en") == EN.removesuffix("\n")
    assert session.undo()
    assert session.clauses == before
    assert session.redo()
    assert len(session.clauses) == len(before) + 1


def test_one_sentence_is_not_cut(session: ReviewSession) -> None:
    assert not session.pairing.split_sentences(5)
    assert session.revisions == ()


def test_findings_decisions_tags_and_notes_go_along(session: ReviewSession) -> None:
    (finding,) = session.findings(3)
    session.ignore(finding, "as printed")
    session.tag(3, session.taxonomy.concepts()[0].notation)
    session.add_note(4, "Which villages?")
    session.tag(4, session.taxonomy.concepts()[0].notation)
    assert session.pairing.merge(3, 4)
    assert session.findings() == []
    assert [one.text for one in session.findings(3, ignored=True)] == [finding.text]
    assert [note.text for note in session.notes(3)] == ["Which villages?"]
    assert session.tags(3) == (session.taxonomy.concepts()[0].notation,)
    assert session.undo()
    assert [note.clause for note in session.notes()] == [4]
    assert session.tags(4) == session.tags(3)
    assert [one.text for one in session.findings(ignored=True)] == [finding.text]


def test_a_finding_set_aside_stays_so_in_the_part_that_was_cut_off(session: ReviewSession) -> None:
    session.pairing.merge(2, 3)
    (finding,) = session.findings(2)
    session.ignore(finding, "as printed")
    session.pairing.split(2, zh=len("一、目标"), en=len("I. Goals"))
    assert session.findings() == []
    assert [one.clause for one in session.findings(ignored=True)] == [session.clauses[2].id]


def test_pairs_are_parted_moved_and_put_right_again(session: ReviewSession) -> None:
    assert session.pairing.unpair(5)
    lone = session.clauses[5].id
    assert session.pairing.pair(lone, 5)
    assert pairs(session)[4] == ("各村每月通报进展。", "Every village reports its progress each month.")
    assert session.pairing.move(5, "en", "down")
    assert session.clause(6).en.text.split("\n")[0] == "Every village reports its progress each month."
    assert not session.pairing.move(1, "zh", "up")
    with pytest.raises(KeyError):
        session.pairing.unpair(99)


def test_pairing_anew_keeps_what_was_made_by_hand_and_every_correction(session: ReviewSession) -> None:
    session.edit(6, "en", "Assessment shall be very strict.")
    session.pairing.move(5, "en", "down")  # wrong, by hand
    session.pairing.merge(1, 2)
    by_hand = [clause for clause in session.clauses if clause.fixed]
    session.pairing.realign(1)
    assert [clause for clause in session.clauses if clause.fixed] == by_hand
    assert "very strict" in session.corrected_text("en")


def test_observers_are_told_that_other_clauses_stand_there(session: ReviewSession) -> None:
    told: list[Change] = []
    session.subscribe(told.append)
    session.pairing.merge(1, 2)
    assert [(change.regrouped, change.clauses) for change in told] == [(True, (1,))]


Act = Callable[[ReviewSession, int, int], object]


def _nth(session: ReviewSession, number: int) -> int:
    return session.clauses[number % len(session.clauses)].id


ACTS: dict[str, Act] = {
    "split": lambda session, a, b: session.pairing.split(_nth(session, a), zh=b * 3, en=b * 7),
    "sentences": lambda session, a, _b: session.pairing.split_sentences(_nth(session, a)),
    "merge": lambda session, a, _b: session.pairing.merge(_nth(session, a), _nth(session, a + 1)),
    "move": lambda session, a, b: session.pairing.move(_nth(session, a), "en", "down" if b % 2 else "up"),
    "unpair": lambda session, a, _b: session.pairing.unpair(_nth(session, a)),
    "pair": lambda session, a, b: session.pairing.pair(_nth(session, a), _nth(session, b)),
    "realign": lambda session, a, _b: session.pairing.realign(_nth(session, a)),
    "edit": lambda session, a, b: session.edit(_nth(session, a), "en", "@" * (b + 1)),
    "fix": lambda session, _a, _b: session.apply_fixes("suggested"),
    "tag": lambda session, a, b: session.tag(_nth(session, a), session.taxonomy.concepts()[b].notation),
    "note": lambda session, a, _b: session.add_note(_nth(session, a), "?"),
    "undo": lambda session, _a, _b: session.undo(),
    "redo": lambda session, _a, _b: session.redo(),
}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 9), st.integers(0, 9)), max_size=14))
def test_a_reopened_review_is_the_same_and_everything_can_be_taken_back(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("review")
    (folder / "zh.txt").write_text(ZH, encoding="utf-8")
    (folder / "en.txt").write_text(EN, encoding="utf-8")
    session = open_pair(folder / "zh.txt", folder / "en.txt")
    loaded = session.clauses
    half = len(acts) // 2
    for name, a, b in acts[:half]:
        ACTS[name](session, a, b)
    session.save_as(folder / "a.drafter")  # half of the history is written at once, half as it is made
    for name, a, b in acts[half:]:
        ACTS[name](session, a, b)
    seen = session.clauses, session.findings(), session.notes(), [session.tags(one.id) for one in session.clauses]
    session.close()
    again = open_project(folder / "a.drafter")
    try:
        tags = [again.tags(one.id) for one in again.clauses]
        assert (again.clauses, again.findings(), again.notes(), tags) == seen
        while again.undo():
            pass
        assert again.clauses == loaded
    finally:
        again.close()


def test_what_stands_elsewhere_in_the_english_is_known(session: ReviewSession) -> None:
    assert moved_clauses(session.clauses) == frozenset()
    first, last = session.clauses[0].id, session.clauses[-1].id
    session.pairing.unpair(first)
    session.pairing.unpair(last)
    lone_en = session.clauses[-1].id
    session.pairing.pair(first, lone_en)
    assert moved_clauses(session.clauses) == {first}

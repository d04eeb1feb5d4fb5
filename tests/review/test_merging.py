"""Copies of a review joined: nothing either did is lost, contradictions are told, the order does not matter."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.language.marks import marks_in
from drafter.model import (
    STATES,
    Clause,
    ClauseSide,
    Document,
    DrafterError,
    Finding,
    Paragraph,
    Segment,
    Side,
    Span,
    State,
)
from drafter.project import ProjectStore, Record
from drafter.review import ReviewSession, join_copy, open_pair, open_project
from drafter.review.clauses import clauses_of_bitext
from drafter.review.joining import joined_text
from drafter.review.merger import Merged
from drafter.review.merging import merge

ZH = "青石镇方案\n一、目标\n到2026年，浓度下降12%。改造锅炉90台。\n二、保障\n各村每月通报进展。\n严格考核。\n"
EN = (
    "Qingshi Town Plan\nI. Goals\nBy 2026, it shall fall by 12%. 90 boilers are refitted.\n"
    "II. Safeguards\nVillages report each month.\nAssessment shall be strict.\n"
)
Act = Callable[[ReviewSession], object]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("base")
    (folder / "zh.txt").write_text(ZH, encoding="utf-8")
    (folder / "en.txt").write_text(EN, encoding="utf-8")
    session = open_pair(folder / "zh.txt", folder / "en.txt", author="Start")
    session.edit(1, "en", "Qingshi Town Clean Air Plan")
    session.save_as(folder / "base.drafter")
    session.close()
    return (folder / "base.drafter").read_bytes()


@pytest.fixture
def copy(base: bytes, tmp_path: Path) -> Callable[..., Record]:
    """Give a function that makes a copy, does something in it, and gives what its file holds then."""

    def make(name: str, *acts: Act) -> Record:
        path = tmp_path / f"{name}.drafter"
        path.write_bytes(base)
        session = open_project(path, author=name)
        for act in acts:
            act(session)
        session.close()
        return loaded(path)

    return make


def loaded(path: Path) -> Record:
    store = ProjectStore.open(path)
    try:
        return store.load()
    finally:
        store.close()


def kept(record: Record, path: Path) -> Record:
    """Write a record and read it again: the file refuses what contradicts itself."""
    ProjectStore.create(path, record).close()
    return loaded(path)


def edit(clause: int, text: str, side: Side = "en") -> Act:
    return lambda session: session.edit(clause, side, text)


def texts(merged: Merged | Record) -> list[tuple[str, str]]:
    record = merged.record if isinstance(merged, Merged) else merged
    return [(one.zh.text, one.en.text) for one in record.clauses]


def test_changes_of_different_clauses_come_together(copy: Callable[..., Record], tmp_path: Path) -> None:
    mine = copy("Li", edit(5, "Villages report every month."), lambda one: one.tag(5, "A1"))
    theirs = copy("Wang", edit(6, "Assessment is strict."), lambda one: one.add_note(2, "Goals?"))
    merged = merge(mine, theirs)
    assert merged.conflicts == ()
    record = kept(merged.record, tmp_path / "c.drafter")
    assert texts(record)[4:] == [
        ("各村每月通报进展。", "Villages report every month."), ("严格考核。", "Assessment is strict."),
    ]  # fmt: skip
    assert {one.author for one in record.revisions} == {"Start", "Li", "Wang"}
    session = open_project(tmp_path / "c.drafter")
    assert [note.text for note in session.notes(2)] == ["Goals?"]
    session.close()


def test_changes_of_one_text_come_together_where_they_touch_other_words(copy: Callable[..., Record]) -> None:
    mine = copy("Li", edit(3, EN.split("\n")[2].replace("it shall", "PM2.5 shall")))
    theirs = copy("Wang", edit(3, EN.split("\n")[2].replace("refitted", "retrofitted")))
    merged = merge(mine, theirs)
    assert merged.conflicts == ()
    assert texts(merged)[2][1] == "By 2026, PM2.5 shall fall by 12%. 90 boilers are retrofitted."
    assert texts(merge(theirs, mine)) == texts(merged)


def test_a_contradiction_is_told_and_nothing_is_chosen_silently(copy: Callable[..., Record]) -> None:
    mine, theirs = copy("Li", edit(4, "II. Guarantees")), copy("Wang", edit(4, "II. Measures"))
    merged = merge(mine, theirs)
    assert [(one.what, one.clause, one.base, one.mine, one.theirs, one.author) for one in merged.conflicts] == [
        ("text", 4, "II. Safeguards", "II. Guarantees", "II. Measures", "Wang")
    ]
    assert texts(merged) == texts(mine)


def test_what_was_undone_is_not_taken_over(copy: Callable[..., Record]) -> None:
    theirs = copy("Wang", edit(4, "II. Measures"), lambda one: one.undo())
    merged = merge(copy("Li"), theirs)
    assert (merged.taken, merged.conflicts) == (0, ())
    back = copy("Wang", lambda one: one.undo())  # of a change that both had
    assert texts(merge(copy("Li"), back))[0][1] == "Qingshi Town Plan"


def test_pairs_made_by_hand_are_taken_over(copy: Callable[..., Record], tmp_path: Path) -> None:
    mine = copy("Li", lambda one: one.pairing.split_sentences(3), edit(5, "Each village reports."))
    theirs = copy("Wang", lambda one: one.pairing.merge(5, 6) and None, edit(1, "A Plan"))
    merged = merge(copy("Li", lambda one: one.pairing.split_sentences(3)), theirs)
    assert merged.conflicts == ()
    assert len(kept(merged.record, tmp_path / "c.drafter").clauses) == 6
    told = merge(mine, theirs)
    assert [one.what for one in told.conflicts] == ["pairing"]
    assert texts(told)[0][1] == "A Plan"


def test_both_may_cut_other_clauses(copy: Callable[..., Record], tmp_path: Path) -> None:
    mine = copy("Li", lambda one: one.pairing.split_sentences(3))
    theirs = copy("Wang", lambda one: one.pairing.unpair(5), lambda one: one.edit(one.clauses[5].id, "en", "Report."))
    merged = merge(mine, theirs)
    record = kept(merged.record, tmp_path / "c.drafter")
    assert merged.conflicts == ()
    assert texts(record)[2:7] == [
        ("到2026年，浓度下降12%。", "By 2026, it shall fall by 12%."), ("改造锅炉90台。", "90 boilers are refitted."),
        ("二、保障", "II. Safeguards"), ("各村每月通报进展。", ""), ("", "Report."),
    ]  # fmt: skip


def test_the_same_done_twice_is_done_once(copy: Callable[..., Record]) -> None:
    acts: tuple[Act, ...] = (edit(4, "II. Measures"), lambda one: one.tag(4, "A1"))
    merged = merge(copy("Li", *acts), copy("Wang", *acts))
    assert (merged.taken, merged.conflicts) == (0, ())


def test_copies_of_other_files_are_refused(copy: Callable[..., Record], tmp_path: Path) -> None:
    for name in ("zh.txt", "en.txt"):
        (tmp_path / name).write_text("一、目标\n" if name[0] == "z" else "I. Goals\n", encoding="utf-8")
    other = open_pair(tmp_path / "zh.txt", tmp_path / "en.txt")
    other.save_as(tmp_path / "other.drafter")
    other.close()
    with pytest.raises(DrafterError):
        merge(copy("Li"), loaded(tmp_path / "other.drafter"))


def opened(record: Record) -> ReviewSession:
    return ReviewSession(record.title, record.documents, record.clauses, record=record)


def state(clause: int, to: State) -> Act:
    return lambda session: session.set_state(clause, to, overrule="agreed")


def mark(words: str, clause: int, note: str = "Look") -> Act:
    def act(session: ReviewSession) -> None:
        start = session.clause(clause).en.text.index(words)
        session.add_finding(clause, "en", Span(start, start + len(words)), "accuracy", "major", note)

    return act


def own(record: Record) -> list[tuple[int, str, str]]:
    found = [one for one in opened(record).findings() if one.id]
    return sorted((one.clause, one.text, str(one.message.values.get("note"))) for one in found)


def told(merged: Merged) -> list[tuple[str, int, str, str]]:
    return [(one.what, one.clause, one.mine, one.theirs) for one in merged.conflicts]


def test_states_come_together(copy: Callable[..., Record], tmp_path: Path) -> None:
    mine, theirs = copy("Li", state(5, "reviewed"), state(2, "final")), copy("Wang", state(6, "final"))
    for merged in (merge(mine, theirs), merge(theirs, mine)):
        session = opened(kept(merged.record, tmp_path / "c.drafter"))
        assert [session.state(clause) for clause in (2, 5, 6)] == ["final", "reviewed", "final"]
        assert merged.conflicts == ()


def test_states_that_contradict_each_other_are_told(copy: Callable[..., Record], tmp_path: Path) -> None:
    merged = merge(copy("Li", state(5, "final")), copy("Wang", state(5, "translated")))
    assert told(merged) == [("state", 5, "final", "translated")]
    assert opened(merged.record).state(5) == "translated"
    session, _merged = join_copy(opened(copy("Li", state(5, "final"))), tmp_path / "Wang.drafter")
    assert ["finished" in note.text for note in session.notes(5)] == [True]


def test_who_reviewed_another_text_did_not_review_this_one(copy: Callable[..., Record]) -> None:
    reviewed = copy("Li", state(5, "reviewed"))
    edited = copy("Wang", edit(5, "Villages report every month."))
    for merged in (merge(reviewed, edited), merge(edited, reviewed)):
        assert opened(merged.record).state(5) == "translated"
        assert merged.conflicts == ()
    both = copy("Wang", edit(5, "Villages report every month."), state(5, "reviewed"))
    assert opened(merge(reviewed, both).record).state(5) == "reviewed"


def test_a_finished_clause_that_the_other_changed_is_told(copy: Callable[..., Record]) -> None:
    finished = copy("Li", state(5, "final"))
    edited = copy("Wang", edit(5, "Villages report every month."))
    for merged in (merge(finished, edited), merge(edited, finished)):
        assert [(what, clause) for what, clause, _mine, _theirs in told(merged)] == [("state", 5)]
        assert opened(merged.record).state(5) == "translated"
        assert texts(merged)[4][1] == "Villages report every month."


def test_decisions_and_ignores_come_together(copy: Callable[..., Record], tmp_path: Path) -> None:
    wrong = edit(4, "II. Safeguards , and more , too")
    first: Act = lambda one: one.ignore(one.findings(4)[0], "as printed")  # noqa: E731
    base_mine = copy("Li", wrong, first, lambda one: one.ignore_rule("number.extra", "an annex"))
    merged = merge(base_mine, copy("Wang", edit(6, "Assessment is strict."), lambda one: one.ignore_rule("a.b", "why")))
    session = opened(kept(merged.record, tmp_path / "c.drafter"))
    assert [(one.scope, one.rule, one.reason) for one in session.ignores()] == [
        ("place", "spacing.stray", "as printed"), ("rule", "number.extra", "an annex"), ("rule", "a.b", "why"),
    ]  # fmt: skip
    assert merged.conflicts == ()


def test_decisions_that_contradict_each_other_are_told(copy: Callable[..., Record]) -> None:
    def stray(session: ReviewSession) -> Finding:
        return session.findings(4)[0]

    shared = copy("Start", edit(4, "II. Safeguards , and more"))
    mine, theirs = opened(shared), opened(shared)
    mine.ignore(stray(mine), "so printed")
    theirs.author = "Wang"
    theirs.confirm(stray(theirs))
    merged = merge(mine.record(), theirs.record())
    assert told(merged) == [("decision", 4, "ignored", "confirmed")]
    assert len(opened(merged.record).ignores()) == 1


def test_what_one_user_always_ignores_is_not_the_others(copy: Callable[..., Record]) -> None:
    theirs = copy("Wang", lambda one: one.ignore_rule("spacing.stray", "why", always=True))
    assert merge(copy("Li"), theirs).taken == 0


def test_own_findings_come_together_at_their_words(copy: Callable[..., Record], tmp_path: Path) -> None:
    line = EN.split("\n")[2]
    mine = copy("Li", mark("boilers", 3, "which?"), edit(3, line.replace("By 2026", "By the end of 2026")))
    theirs = copy("Wang", edit(3, line.replace("refitted", "retrofitted")), mark("retrofitted", 3, "word?"))
    for merged in (merge(mine, theirs), merge(theirs, mine)):
        record = kept(merged.record, tmp_path / "c.drafter")
        assert own(record) == [(3, "boilers", "which?"), (3, "retrofitted", "word?")]
        assert merged.conflicts == ()


def test_own_findings_whose_words_the_other_took_out_are_told(copy: Callable[..., Record], tmp_path: Path) -> None:
    mine = copy("Li", mark("Villages", 5))
    theirs = copy("Wang", edit(5, "Reports come each month."))
    for merged in (merge(mine, theirs), merge(theirs, mine)):
        assert [what for what, *_rest in told(merged)] == ["finding"]
        assert own(kept(merged.record, tmp_path / "c.drafter")) == []
    session, _merged = join_copy(opened(mine), tmp_path / "Wang.drafter")
    assert [note.text for note in session.notes(5)] == [
        "A finding stands in one copy only, and was left out here: accuracy (major): Look"
    ]


def test_one_own_finding_that_both_reworded(copy: Callable[..., Record], tmp_path: Path) -> None:
    shared = copy("Start", mark("boilers", 3))
    mine, theirs, gone = opened(shared), opened(shared), opened(shared)
    (finding,) = [one for one in mine.findings() if one.id]
    mine.change_finding(finding.id, note="mine")
    theirs.change_finding(finding.id, note="theirs")
    gone.remove_finding(finding.id)
    merged = merge(mine.record(), theirs.record())
    assert [(what, clause) for what, clause, _mine, _theirs in told(merged)] == [("finding", 3)]
    assert own(merged.record) == [(3, "boilers", "mine")]
    assert own(kept(merge(shared, theirs.record()).record, tmp_path / "c.drafter")) == [(3, "boilers", "theirs")]
    assert own(merge(shared, gone.record()).record) == own(merge(gone.record(), shared).record) == []


def test_marks_of_a_translation_tool_stay_whole(tmp_path: Path) -> None:
    text = "⟦1⟧Villages⟦/1⟧ report ⟦2/⟧ each ⟦3⟧month⟦/3⟧."
    document = Document("a.tmx", "tmx", (Paragraph(text, 1),), b"<tmx/>")
    zh = Document("a.tmx", "tmx", (Paragraph("⟦1⟧各村⟦/1⟧每月⟦2/⟧通报⟦3⟧。⟦/3⟧", 1),), b"<tmx/>")
    shared = ReviewSession("", {"zh": zh, "en": document}, clauses_of_bitext(zh, document)).record()
    mine, theirs = opened(shared), opened(shared)
    mine.edit(1, "en", "⟦1⟧All villages⟦/1⟧ report ⟦2/⟧ each ⟦3⟧month⟦/3⟧.")
    theirs.edit(1, "en", "⟦1⟧Villages⟦/1⟧ write ⟦2/⟧ each ⟦3⟧quarter⟦/3⟧.")
    for one, other in ((mine, theirs), (theirs, mine)):
        merged = merge(one.record(), other.record())
        assert merged.conflicts == ()
        assert texts(merged)[0][1] == "⟦1⟧All villages⟦/1⟧ write ⟦2/⟧ each ⟦3⟧quarter⟦/3⟧."


@given(st.lists(st.sampled_from(["⟦1⟧", "⟦/1⟧", "⟦2/⟧", "a", "b ", "12"]), max_size=8),
       st.lists(st.sampled_from(["⟦1⟧", "⟦/1⟧", "⟦2/⟧", "a", "c ", "12"]), max_size=8))  # fmt: skip
def test_marks_stay_whole_whatever_both_write(one: list[str], other: list[str]) -> None:
    text = "⟦1⟧a b ⟦/1⟧12⟦2/⟧ b"
    document = Document("a.tmx", "tmx", (Paragraph(text, 1),), b"<tmx/>")
    clauses = [Clause(1, ClauseSide(), ClauseSide((Segment(0, 0, len(text)),), text, text))]
    mine, theirs = (ReviewSession("", {"en": document}, clauses) for _ in range(2))
    mine.edit(1, "en", "".join(one))
    theirs.edit(1, "en", "".join(other))
    merged = merge(mine.record(), theirs.record())
    joined = merged.record.clauses[0].en.text
    assert sorted(mark.text for mark in marks_in(joined)) == sorted(mark.text for mark in marks_in(text))
    assert joined == merge(theirs.record(), mine.record()).record.clauses[0].en.text or merged.conflicts


WORDS = st.lists(st.sampled_from(["the", "plan", "water", "年", "air", " ", "。"]), max_size=5).map("".join)
KINDS = st.sampled_from(["text", "text", "state", "tag", "ignore", "note", "mark", "undo"])
CHANGES = st.lists(
    st.tuples(KINDS, st.integers(1, 6), st.integers(0, 6), st.integers(0, 2), WORDS, st.sampled_from(STATES)),
    max_size=5,
)
Acts = list[tuple[str, int, int, int, str, State]]


def changed(session: ReviewSession, changes: Acts) -> None:
    for kind, clause, start, length, words, to in changes:
        text = session.clause(clause).en.text
        if kind == "text" and not session.is_locked(clause):
            pieces = text.split(" ")
            pieces[start : start + length] = [words]
            session.edit(clause, "en", " ".join(pieces))
        elif kind == "state":
            session.set_state(clause, to, overrule="agreed")
        elif kind == "tag":
            session.tag(clause, "abc"[length])
        elif kind == "ignore":
            session.ignore_rule(("spacing.stray", "number.extra", "a.b")[length], "why")
        elif kind == "note" and words.strip():
            session.add_note(clause, words)
        elif kind == "mark":
            place = min(start, len(text))
            session.add_finding(clause, "en", Span(place, min(place + 4, len(text))), "accuracy", "minor", words)
        elif kind == "undo" and len(session.revisions) > 1:
            session.undo()


def everything(record: Record) -> object:
    session = opened(record)
    return (
        texts(record),
        [session.state(clause.id) for clause in session.clauses],
        [sorted(session.tags(clause.id)) for clause in session.clauses],
        sorted((one.scope, one.rule, one.key) for one in session.ignores()),
        sorted((one.clause or 0, one.text) for one in session.notes()),
        sorted((one.clause, one.id, str(one.message.values.get("note"))) for one in session.findings() if one.id),
    )


@settings(max_examples=40, deadline=None)
@given(CHANGES, CHANGES, CHANGES)
def test_copies_joined_in_any_order_are_the_same(
    base: bytes, tmp_path_factory: pytest.TempPathFactory, one: Acts, two: Acts, three: Acts
) -> None:
    folder = tmp_path_factory.mktemp("order")
    copies = []
    for name, changes in zip("abc", (one, two, three), strict=True):
        path = folder / f"{name}.drafter"
        path.write_bytes(base)
        session = open_project(path, author=name)
        changed(session, changes)
        session.close()
        copies.append(loaded(path))
    results = []
    for order in ((0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)):
        first = merge(copies[order[0]], copies[order[1]])
        second = merge(first.record, copies[order[2]])
        if first.conflicts or second.conflicts:
            return
        results.append(everything(kept(second.record, folder / f"{order}.drafter")))
    assert all(result == results[0] for result in results)


@given(WORDS, WORDS, WORDS)
def test_texts_are_joined_the_same_way_round_and_back(base_text: str, one: str, other: str) -> None:
    joined = joined_text(base_text, one, other)
    assert joined == joined_text(base_text, other, one)
    assert joined_text(base_text, one, base_text) == one
    assert joined_text(base_text, one, one) == one

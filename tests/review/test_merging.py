"""Copies of a review joined: nothing either did is lost, contradictions are told, the order does not matter."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.model import DrafterError, Side
from drafter.project import ProjectStore, Record
from drafter.review import ReviewSession, open_pair, open_project
from drafter.review.joining import joined_text
from drafter.review.merging import Merged, merge

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


WORDS = st.lists(st.sampled_from(["the", "plan", "water", "年", "air", " ", "。"]), max_size=5).map("".join)
CHANGES = st.lists(st.tuples(st.integers(1, 6), st.integers(0, 6), st.integers(0, 2), WORDS), max_size=4)


def changed(session: ReviewSession, changes: list[tuple[int, int, int, str]]) -> None:
    for clause, start, length, words in changes:
        text = session.clause(clause).en.text
        pieces = text.split(" ")
        pieces[start : start + length] = [words]
        session.edit(clause, "en", " ".join(pieces))


@settings(max_examples=60, deadline=None)
@given(CHANGES, CHANGES, CHANGES)
def test_copies_joined_in_any_order_are_the_same(
    base: bytes,
    tmp_path_factory: pytest.TempPathFactory,
    one: list[tuple[int, int, int, str]],
    two: list[tuple[int, int, int, str]],
    three: list[tuple[int, int, int, str]],
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
        results.append(texts(kept(second.record, folder / f"{order}.drafter")))
    assert all(result == results[0] for result in results)


@given(WORDS, WORDS, WORDS)
def test_texts_are_joined_the_same_way_round_and_back(base_text: str, one: str, other: str) -> None:
    joined = joined_text(base_text, one, other)
    assert joined == joined_text(base_text, other, one)
    assert joined_text(base_text, one, base_text) == one
    assert joined_text(base_text, one, one) == one

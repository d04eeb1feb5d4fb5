"""Progress: what is in which state, where, by whom; what is kept in step is what a fresh count gives."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.model import STATES, Amount, Clause, State
from drafter.review import ReviewSession, open_pairs
from drafter.review.progressing import ProgressCounter, count_words

ROWS = [
    ("一、目标", "I. Goals"),
    ("改造PM2.5锅炉12台。", "12 boilers."),
    ("", "Only English here"),
    ("二、保障", "II."),
    ("通报。", ""),
]


def test_words_are_those_of_the_source() -> None:
    session = open_pairs(ROWS)
    assert [count_words(clause) for clause in session.clauses] == [3, 8, 3, 3, 2]


def test_every_section_has_its_own_counts(session: ReviewSession) -> None:
    ids = [clause.id for clause in session.clauses]
    headings = [clause.id for clause in session.clauses if clause.level]
    assert len(headings) == 2
    progress = session.progress()
    assert [section.clause for section in progress.sections] == [0, *headings]
    assert progress.sections[0].level == 0
    assert progress.states["initial"].clauses == len(ids) == progress.total.clauses
    session.set_state(ids[2:4], "reviewed")
    progress = session.progress()
    assert [section.states["reviewed"].clauses for section in progress.sections] == [0, 2, 0]
    words = sum(count_words(session.clause(id_)) for id_ in ids[2:4])
    assert progress.states["reviewed"] == Amount(2, words)
    assert set(progress.states) == set(STATES)


def test_everybody_has_what_still_holds(session: ReviewSession) -> None:
    session.progress()
    ids = [clause.id for clause in session.clauses]
    session.edit(ids[0], "en", "A plan")
    session.set_state(ids[0], "reviewed")
    session.author = "王"
    session.edit(ids[1], "en", "Goals")
    session.set_state(ids[:2], "final", overrule="as printed")
    people = {one.author: one for one in session.progress().people}
    assert people["柳如烟"].edited.clauses == 1
    assert people["柳如烟"].states["reviewed"].clauses == 0
    assert people["王"].edited.clauses == 1
    assert people["王"].states["final"].clauses == 2
    session.undo()
    people = {one.author: one for one in session.progress().people}
    assert people["柳如烟"].states["reviewed"].clauses == 1
    session.undo()
    assert "王" not in {one.author for one in session.progress().people}


ACTS = st.lists(
    st.tuples(st.sampled_from(["state", "edit", "merge", "undo", "redo"]), st.integers(0, 4), st.sampled_from(STATES)),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(ACTS)
def test_what_is_kept_in_step_is_what_a_fresh_count_gives(acts: list[tuple[str, int, State]]) -> None:
    session = open_pairs(ROWS)
    session.progress()
    for number, (act, index, state) in enumerate(acts):
        session.author = "柳王"[number % 2]
        clause = session.clauses[index % len(session.clauses)].id
        locked = session.is_locked(clause)
        if act == "state":
            session.set_state(clause, state, overrule="so be it")
        elif act == "edit" and not locked:
            session.edit(clause, "en", f"Words {number}")
        elif act == "merge" and not any(session.is_locked(one.id) for one in session.clauses):
            session.pairing.merge(clause, session.clauses[(index + 1) % len(session.clauses)].id)
        elif act in ("undo", "redo"):
            (session.undo if act == "undo" else session.redo)()
        if number % 3:
            assert session.progress() == ProgressCounter(session._ledger).progress()
    assert session.progress() == ProgressCounter(session._ledger).progress()


def test_what_changes_during_the_first_count_is_counted_the_next_time(
    session: ReviewSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = session.clauses[0].id

    def counted(clause: Clause) -> int:
        if clause.id == session.clauses[-1].id and session.state(first) == "initial":
            session.set_state(first, "reviewed")  # as the window's thread may, while another one counts
        return count_words(clause)

    monkeypatch.setattr("drafter.review.progressing.count_words", counted)
    session.progress()
    assert session.progress().states["reviewed"].clauses == 1

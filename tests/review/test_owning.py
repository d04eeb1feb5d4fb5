"""Findings of the reviewers' own: they follow their words through edits, cuts and joins, and go when these go."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model import DrafterError, Finding, Span
from drafter.review import ReviewSession, open_pairs, open_project
from drafter.review.moving import moved
from tests.review.conftest import Opened

TEXT = "The town cuts emissions and refits boilers."


@pytest.fixture
def marked() -> ReviewSession:
    session = open_pairs([("全镇减排并改造锅炉。", TEXT)], author="柳")
    mark(session, "refits")
    return session


def mark(session: ReviewSession, words: str, clause: int = 1) -> Finding:
    start = session.clause(clause).en.text.index(words)
    return session.add_finding(
        clause, "en", Span(start, start + len(words)), "accuracy/mistranslation", "major", "{Which} one?"
    )


def own(session: ReviewSession) -> list[tuple[int, str, str]]:
    return [(one.clause, one.text, one.id) for one in session.findings() if one.id]


def test_it_stands_among_the_findings(marked: ReviewSession, tmp_path: Path, closing: Opened) -> None:
    (finding,) = [one for one in marked.findings() if one.id]
    assert (finding.rule, finding.severity, finding.text) == ("accuracy/mistranslation", "major", "refits")
    assert str(finding.message.values["note"]) == "{Which} one?"
    assert marked.found_by(finding) == "柳"
    assert finding in marked.snapshot().findings
    with pytest.raises(DrafterError, match="no repair"):
        marked.apply_fix(finding)
    marked.save_as(tmp_path / "a.drafter")
    marked.close()
    again = closing(open_project(tmp_path / "a.drafter"))
    assert finding in again.findings()
    again.undo()
    assert own(again) == []


def test_findings_stand_in_order_of_place(marked: ReviewSession) -> None:
    mark(marked, "town")
    assert [text for _clause, text, _id in own(marked)] == ["town", "refits"]


def test_it_can_be_decided_about(marked: ReviewSession) -> None:
    (finding,) = [one for one in marked.findings() if one.id]
    marked.reject(finding, "it is right")
    assert own(marked) == []
    assert finding in marked.snapshot().ignored
    marked.edit(1, "en", "So " + TEXT)
    assert own(marked) == []


def test_a_critical_one_keeps_a_clause_from_being_finished(marked: ReviewSession) -> None:
    ((_clause, _text, id_),) = own(marked)
    assert marked.change_finding(id_, severity="critical", note="Wrong.")
    assert not marked.change_finding(id_, severity="critical")
    assert marked.set_state(1, "final").blocked == (1,)
    marked.remove_finding(id_)
    assert marked.set_state(1, "final").changed == (1,)
    for act in (lambda: marked.remove_finding(id_), lambda: marked.change_finding(id_, note="x")):
        with pytest.raises(DrafterError, match="not there"):
            act()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In 2026 " + TEXT, "refits"),
        (TEXT.replace("cuts emissions and ", ""), "refits"),
        (TEXT.replace("refits", "refitted"), "refitted"),
        (TEXT + " More.", "refits"),
        (TEXT.replace("and refits boilers", "soon"), None),
        ("", None),
    ],
)
def test_it_follows_its_words(marked: ReviewSession, text: str, words: str | None) -> None:
    before = own(marked)
    marked.edit(1, "en", text)
    left = [found for _clause, found, _id in own(marked)]
    assert all(found in (words or "") for found in left)  # of words that were changed a part stays marked
    assert len(left) == (words is not None)
    assert words != "refits" or left == [words]
    marked.undo()
    assert own(marked) == before


def test_an_empty_one_marks_where_something_is_missing(marked: ReviewSession) -> None:
    at = TEXT.index("boilers")
    missing = marked.add_finding(1, "en", Span(at, at), "accuracy/omission")
    marked.edit(1, "en", "So " + TEXT)
    (there,) = [one for one in marked.findings() if one.id == missing.id]
    assert there.span == Span(at + 3, at + 3)
    assert there.message.template == "A reviewer marked this."


@pytest.mark.parametrize("span", [Span(-1, 2), Span(3, 2), Span(0, len(TEXT) + 1)])
def test_a_place_outside_the_text_is_refused(span: Span) -> None:
    session = open_pairs([("", TEXT)])
    with pytest.raises(ValueError, match="Span"):
        session.add_finding(1, "en", span, "accuracy")
    with pytest.raises(ValueError):  # noqa: PT011 -- a rule without a name
        session.add_finding(1, "en", Span(0, 1), " ")
    with pytest.raises(KeyError):
        session.add_finding(2, "en", Span(0, 1), "accuracy")
    assert session.revisions == ()


def test_it_follows_its_words_into_other_clauses(session: ReviewSession) -> None:
    id_, next_ = session.clauses[2].id, session.clauses[3].id
    finding = mark(session, "10%", id_)
    other = mark(session, "boilers", next_)
    before = own(session)
    session.pairing.merge(id_, next_)
    assert own(session) == [(id_, "10%", finding.id), (id_, "boilers", other.id)]
    joined = session.clause(id_)
    session.pairing.split(id_, zh=joined.zh.text.index("全镇"), en=joined.en.text.index("The t"))
    second = session.clauses[3].id
    assert own(session) == [(id_, "10%", finding.id), (second, "boilers", other.id)]
    session.undo()
    session.undo()
    assert own(session) == before
    session.pairing.unpair(id_)
    assert {(text, id_) for _clause, text, id_ in own(session)} == {(text, id_) for _clause, text, id_ in before}


WORDS = st.text(st.sampled_from("ab 年。"), max_size=12)


@given(WORDS, WORDS, st.integers(0, 12), st.integers(0, 12))
def test_a_place_that_is_found_again_lies_in_the_text(before: str, after: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(before)), min(other, len(before))))
    found = moved(Span(start, end), before, after)
    if found is not None:
        assert 0 <= found.start <= found.end <= len(after)
        assert (found.start == found.end) == (start == end)
    assert moved(Span(start, end), before, before) == Span(start, end)
    shifted = moved(Span(start, end), before, "…" + before)
    assert shifted == Span(start + 1, end + 1) or start == end

"""Pairing by hand on clauses alone: nothing is lost, nothing is said twice, and what was made by hand is kept."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.alignment import align_paragraphs
from drafter.model import Clause, ClauseSide, Document, Pairing, Paragraph, Segment, Side
from drafter.project import Arrangement, rearranged
from drafter.review.cutting import cut, joined
from drafter.review.places import corrected_paragraphs
from drafter.review.realigning import realigned
from drafter.review.regrouping import Regrouping, ids_of

ZH = ["一、总体目标", "到2025年，细颗粒物浓度下降10%。锅炉改造120台。", "二、保障措施", "各镇每月通报一次进展。"]
EN = [
    "I. Overall goals",
    "By 2025, PM2.5 shall fall by 10%. 120 boilers shall be refitted.",
    "II. Safeguards",
    "Every town reports its progress once a month.",
]


def document(texts: Sequence[str]) -> Document:
    return Document("plan.txt", "txt", tuple(Paragraph(text, number) for number, text in enumerate(texts, 1)))


DOCUMENTS: dict[Side, Document] = {"zh": document(ZH), "en": document(EN)}


def whole(side: Side, *indexes: int) -> ClauseSide:
    texts = [DOCUMENTS[side].paragraphs[index].text for index in indexes]
    segments = tuple(Segment(index, 0, len(text)) for index, text in zip(indexes, texts, strict=True))
    return ClauseSide(segments, "\n".join(texts), "\n".join(texts))


def clauses() -> list[Clause]:
    return [Clause(i + 1, whole("zh", i), whole("en", i), level=int(i % 2 == 0)) for i in range(len(ZH))]


def after(known: Sequence[Clause], removed: set[int], arrangement: Arrangement) -> list[Clause]:
    gone = tuple((index, clause) for index, clause in enumerate(known) if clause.id in removed)
    return rearranged(known, gone, arrangement)


def texts_of(known: Sequence[Clause], side: Side) -> list[str]:
    return corrected_paragraphs(DOCUMENTS[side], known, (side,))


def test_a_clause_is_cut_between_sentences_and_joined_again() -> None:
    known = clauses()
    at: dict[Side, int] = {"zh": ZH[1].index("锅炉"), "en": EN[1].index("120")}
    parts = Regrouping(known, DOCUMENTS, 9).split(2, at)
    split = after(known, {2}, parts)
    assert [(one.id, one.zh.text, one.en.text) for one in split[1:3]] == [
        (2, "到2025年，细颗粒物浓度下降10%。", "By 2025, PM2.5 shall fall by 10%."),
        (9, "锅炉改造120台。", "120 boilers shall be refitted."),
    ]
    assert all(one.fixed for one in split[1:3])
    assert texts_of(split, "en") == EN
    again = after(split, {2, 9}, Regrouping(split, DOCUMENTS, 10).merge(2, 9))
    assert [(one.id, one.zh, one.en) for one in again] == [(one.id, one.zh, one.en) for one in known]


def test_an_edited_side_is_cut_where_the_reviewer_sees_it() -> None:
    known = clauses()
    edited = "By the end of 2025, PM2.5 must fall by 10%. A total of 120 boilers shall be refitted."
    known[1] = known[1].with_text("en", edited)
    parts = Regrouping(known, DOCUMENTS, 9).split(2, {"zh": ZH[1].index("锅炉"), "en": edited.index("A total")})
    split = after(known, {2}, parts)
    assert split[2].en.text == "A total of 120 boilers shall be refitted."
    assert split[1].en.original == "By 2025, PM2.5 shall fall by 10%."
    assert texts_of(split, "en")[1] == edited


def test_a_piece_moves_to_the_neighbour_and_back() -> None:
    known = [
        Clause(1, whole("zh", 0), whole("en", 0)),
        Clause(2, whole("zh", 1), whole("en", 1, 2)),
        Clause(3, whole("zh", 2), whole("en", 3)),
    ]
    moved = after(known, {2, 3}, Regrouping(known, DOCUMENTS, 9).move(2, "en", "down"))
    assert [one.en.text for one in moved] == [EN[0], EN[1], f"{EN[2]}\n{EN[3]}"]
    back = after(moved, {2, 3}, Regrouping(moved, DOCUMENTS, 9).move(3, "en", "up"))
    assert [one.en.text for one in back] == [one.en.text for one in known]


def test_a_clause_that_gave_all_its_text_away_is_gone() -> None:
    known = [
        Clause(1, whole("zh", 0), whole("en", 0)),
        Clause(2, ClauseSide(), whole("en", 1)),
        Clause(3, whole("zh", 1), ClauseSide()),
    ]
    moved = after(known, {2, 3}, Regrouping(known, DOCUMENTS, 9).move(2, "en", "down"))
    assert [(one.id, one.zh.text, one.en.text) for one in moved[1:]] == [(3, ZH[1], EN[1])]


def test_sides_are_parted_and_paired_over_a_distance() -> None:
    known = clauses()
    parted = after(known, {2}, Regrouping(known, DOCUMENTS, 9).unpair(2))
    assert [(one.id, bool(one.zh.text), bool(one.en.text)) for one in parted[1:3]] == [
        (2, True, False),
        (9, False, True),
    ]
    far = [parted[0], parted[2], *parted[3:], parted[1]]
    for order in ((2, 9), (9, 2)):
        paired = after(far, {2, 9}, Regrouping(far, DOCUMENTS, 10).pair(*order))
        assert [one.id for one in paired] == [1, 3, 4, 2]
        assert paired[-1].en.text == EN[1]


@pytest.mark.parametrize("nothing", ["end", "first", "apart", "both"])
def test_what_makes_no_sense_changes_nothing(nothing: str) -> None:
    known = clauses()
    made = Regrouping(known, DOCUMENTS, 9)
    results = {
        "end": made.split(1, {"zh": len(ZH[0]), "en": len(EN[0])}),
        "first": made.move(1, "zh", "up"),
        "apart": made.merge(1, 3),
        "both": made.pair(1, 2),
    }
    assert results[nothing] == ()


def shifted(zh: Sequence[Paragraph], en: Sequence[Paragraph]) -> list[Pairing]:
    """An aligner that pairs one by one."""
    both = min(len(zh), len(en))
    rest = [Pairing((i,), ()) for i in range(both, len(zh))] + [Pairing((), (j,)) for j in range(both, len(en))]
    return [Pairing((i,), (i,), 0.5) for i in range(both)] + rest


def test_the_rest_is_paired_anew_round_what_was_paired_by_hand() -> None:
    known = [
        Clause(1, whole("zh", 0, 1), whole("en", 0)),
        Clause(2, whole("zh", 2), whole("en", 2), fixed=True),
        Clause(3, ClauseSide(), whole("en", 1)),
        Clause(4, whole("zh", 3), whole("en", 3).__class__(whole("en", 3).segments, EN[3], "Corrected.")),
    ]
    made = realigned(known, DOCUMENTS, shifted, 9)
    assert [(one.id, one.zh.text, one.en.text) for one in made] == [
        (1, ZH[0], EN[0]),
        (9, ZH[1], EN[1]),
        (2, ZH[2], EN[2]),
        (4, ZH[3], "Corrected."),
    ]
    assert made[2] is known[1]


def test_text_that_a_reviewer_wrote_is_never_lost() -> None:
    known = clauses()
    known[1] = Clause(2, known[1].zh, ClauseSide((), "", "Written by hand."))
    made = realigned(known, DOCUMENTS, align_paragraphs, 9)
    assert [one.en.text for one in made if one.zh.text == ZH[1]] == ["Written by hand."]


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["split", "merge", "move", "unpair", "pair", "edit", "realign"]),
        st.integers(0, 9),
        st.integers(0, 9),
        st.integers(0, 60),
        st.sampled_from(["zh", "en"]),
        st.booleans(),
    ),
    max_size=12,
)


def act(
    known: list[Clause], made: Regrouping, one: tuple[str, int, int, int, Side, bool], edits: list[str]
) -> list[Clause]:
    kind, first, second, at, side, down = one
    a, b = known[first % len(known)], known[second % len(known)]
    if kind == "edit":
        text = a.side(side).text
        edits.append("@")
        return [clause.with_text(side, text[:at] + "@" + text[at:]) if clause is a else clause for clause in known]
    if kind == "realign":
        return realigned(known, DOCUMENTS, shifted, 1000 + at * 50)
    if kind == "split":
        new, gone = made.split(a.id, {"zh": at, "en": second * 7}), {a.id}
    elif kind == "merge":
        new, gone = made.merge(a.id, b.id), {a.id, b.id}
    elif kind == "move":
        new = made.move(a.id, side, "down" if down else "up")
        index = known.index(a)
        neighbour = known[min(max(index + (1 if down else -1), 0), len(known) - 1)]
        gone = {a.id, neighbour.id}
    elif kind == "unpair":
        new, gone = made.unpair(a.id), {a.id}
    else:
        new, gone = made.pair(a.id, b.id), {a.id, b.id}
    return after(known, gone, new) if new else known


@settings(max_examples=300, deadline=None)
@given(ACTS)
def test_whatever_is_done_every_piece_stands_once(acts: list[tuple[str, int, int, int, Side, bool]]) -> None:
    known = clauses()
    edits: list[str] = []
    for number, one in enumerate(acts):
        known = act(known, Regrouping(known, DOCUMENTS, 100 + number * 20), one, edits)
        assert len(ids_of(enumerate(known))) == len(known)
    for side, original in (("zh", ZH), ("en", EN)):
        pieces = sorted((s.paragraph, s.start, s.end) for clause in known for s in clause.side(side).segments)  # type: ignore[arg-type]
        assert all(a[0] < b[0] or a[2] <= b[1] for a, b in pairwise(pieces))
        covered = "".join(original[paragraph][start:end] for paragraph, start, end in pieces)
        assert covered.replace(" ", "") == "".join(original).replace(" ", "")
    whole_text = "".join(texts_of(known, "zh") + texts_of(known, "en"))
    assert whole_text.count("@") == len(edits)


@given(st.text(alphabet="ab 。\n", max_size=12), st.integers(0, 12))
def test_what_is_cut_can_be_joined(text: str, at: int) -> None:
    source = document([text])
    side = ClauseSide((Segment(0, 0, len(text)),), text, text)
    first, second = cut(side, at)
    for half in (first, second):
        assert half.original == "\n".join(text[one.start : one.end] for one in half.segments)
    assert joined(first, second, source).text.split() == text.split()

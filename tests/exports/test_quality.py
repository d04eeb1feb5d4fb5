"""Scores after MQM: what counts, what it costs, and where."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.exports.quality import Assessment, QualityOptions, QualityReport, Weights, assess, read_weights
from drafter.exports.quality.record import record
from drafter.exports.quality.scoring import once, score
from drafter.exports.quality.sections import sections_of
from drafter.exports.quality.types import nearest
from drafter.exports.snapshot import ReviewSnapshot
from drafter.model import SEVERITIES, Clause, ClauseSide, DrafterError, Finding, Message, Severity, Side, Span

TYPES = {"number.value": "accuracy/mistranslation/number", "spacing.glued": "fluency/spelling"}


def fault(
    rule: str = "number.value",
    severity: Severity = "major",
    words: str = "12",
    clause: int = 1,
    side: Side = "en",
    said: str = "Wrong.",
) -> Finding:
    return Finding(rule, severity, side, Span(0, len(words)), words, Message("{said}", {"said": said}), clause=clause)


FAULTS = st.lists(
    st.builds(
        fault,
        st.sampled_from(["number.value", "spacing.glued", "own/type", "odd"]),
        st.sampled_from(SEVERITIES),
        st.sampled_from(["", "12", "ofPM"]),
        st.integers(1, 6),
        st.sampled_from(["zh", "en"]),
        st.sampled_from(["Wrong.", "Glued."]),
    ),
    max_size=40,
)
WEIGHTS = st.builds(Weights, *[st.floats(0, 100)] * 3)


def clause(number: int, zh: str = "改造锅炉。", en: str = "Refit ten boilers.", level: int = 0) -> Clause:
    return Clause(number, ClauseSide((), zh, zh), ClauseSide((), en, en), level=level)


CLAUSES = (
    clause(1),
    clause(2, "一、目标", "I. Goals", 1),
    clause(3),
    clause(4, "（一）细则", "(1) Details", 2),
    clause(5),
    clause(6, "二、保障", "", 1),
)
"""Words in English: 3, 2, 3, 2, 3, none."""


def assessed(
    now: Sequence[Finding], before: Sequence[Finding] | None = None, options: QualityOptions | None = None
) -> QualityReport:
    snapshot = ReviewSnapshot("T", CLAUSES, tuple(now))
    return assess(Assessment(snapshot, tuple(now if before is None else before), types=TYPES), options)


# --- the score -------------------------------------------------------------------------------------------------------


def test_the_formula() -> None:
    found = [fault(severity="minor")] * 3 + [fault(severity="major")] * 2 + [fault(severity="critical")]
    made = score(found, 400, Weights())
    assert made.penalty == 3 + 10 + 25
    assert made.per_thousand == 95
    assert made.quality == pytest.approx(90.5)
    assert made.fails
    assert not score(found[:5], 400, Weights()).fails


def test_a_text_without_errors_has_100_and_a_bad_one_less_than_0() -> None:
    assert score([], 10, Weights()).quality == 100
    assert score([fault(severity="critical")], 10, Weights()).quality == pytest.approx(-150)


def test_a_text_without_words_has_no_score() -> None:
    made = score([fault()], 0, Weights())
    assert made.per_thousand is None
    assert made.quality is None
    assert made.penalty == 5


@given(FAULTS, st.builds(fault), WEIGHTS, st.integers(1, 5000))
def test_one_more_error_never_makes_a_text_better(found: list[Finding], more: Finding, w: Weights, words: int) -> None:
    less, worse = score(found, words, w), score([*found, more], words, w)
    assert less.quality is not None
    assert worse.quality is not None
    assert worse.quality <= less.quality
    assert worse.penalty == pytest.approx(less.penalty + w.of(more.severity))


def test_weights_are_read() -> None:
    assert read_weights("") == Weights(1, 5, 25)
    assert read_weights(" critical = 10 , minor=0.5,") == Weights(0.5, 5, 10)


@pytest.mark.parametrize(
    "text", ["tiny=1", "minor", "minor=", "minor=many", "minor=-1", "minor=nan", "major=inf", "=3"]
)
def test_what_is_no_weight_is_said(text: str) -> None:
    with pytest.raises(DrafterError, match=r"minor|major|tiny|=3"):
        read_weights(text)


# --- repeats ---------------------------------------------------------------------------------------------------------


def test_a_repeated_fault_counts_once_and_as_the_worst() -> None:
    same = [fault(severity="minor", clause=1), fault(severity="critical", clause=3), fault(severity="major", clause=5)]
    assert once(same) == [same[1]]


@pytest.mark.parametrize(
    "other",
    [
        fault(rule="spacing.glued"),
        fault(words="13"),
        fault(said="Wrong too."),
        fault(side="zh"),
    ],
)
def test_other_faults_are_no_repeats(other: Finding) -> None:
    assert once([fault(), other]) == [fault(), other]


def test_what_is_missing_twice_is_missing_twice() -> None:
    assert len(once([fault("pair.omission", words="", clause=1), fault("pair.omission", words="", clause=3)])) == 2


@given(FAULTS)
def test_leaving_repeats_out_keeps_one_of_each(found: list[Finding]) -> None:
    kept = once(found)
    assert once(kept) == kept
    assert {(one.rule, one.text) for one in kept} == {(one.rule, one.text) for one in found}
    assert max(map(SEVERITIES.index, (one.severity for one in kept)), default=-1) == max(
        map(SEVERITIES.index, (one.severity for one in found)), default=-1
    )


# --- reports ---------------------------------------------------------------------------------------------------------


def test_only_the_translation_counts() -> None:
    report = assessed([fault(), fault(side="zh")])
    assert report.whole.after.errors == 1
    assert report.whole.after.words == 13
    assert report.uncounted.source == 1


def test_only_confirmed_ones_where_asked_for() -> None:
    sure, unsure = fault(), fault(words="ofPM")
    given_ = Assessment(ReviewSnapshot("T", CLAUSES, (sure, unsure)), (sure, unsure), frozenset([sure]), types=TYPES)
    report = assess(given_, QualityOptions(confirmed=True))
    assert report.whole.after.errors == report.whole.before.errors == 1
    assert report.uncounted.unconfirmed == 1
    assert [worst.findings for worst in report.worst] == [(sure,)]


def test_sections_hold_those_below_them_and_count_for_themselves() -> None:
    found = [fault(clause=number, said="Said.") for number in (1, 3, 5, 5)]
    report = assessed(found)
    told = {section.name("en"): (section.level, one.after.words, one.after.errors) for section, one in report.sections}
    assert told == {
        "Before the first heading": (0, 3, 1),
        "I. Goals": (0, 10, 1),
        "(1) Details": (1, 5, 1),
        "二、保障": (0, 0, 0),
    }
    assert report.whole.after.errors == 1
    every = assessed(found, options=QualityOptions(repeats=True))
    top = [one.after for section, one in every.sections if section.level == 0]
    assert sum(one.errors for one in top) == every.whole.after.errors == 4
    assert sum(one.words for one in top) == every.whole.after.words


def test_sections_are_compared_before_and_after() -> None:
    report = assessed([fault(clause=5)], [fault(clause=3), fault(clause=5, words="13"), fault(clause=5, words="14")])
    told = [(section.name("en"), one.before.errors, one.after.errors) for section, one in report.sections]
    assert told == [("Before the first heading", 0, 0), ("I. Goals", 3, 1), ("(1) Details", 2, 1), ("二、保障", 0, 0)]


def test_sections_of_deep_levels_are_left_out_where_there_are_too_many() -> None:
    clauses = [clause(1, level=1), *(clause(number, level=3) for number in range(2, 60)), clause(60, level=1)]
    assert [section.heading and section.heading.id for section in sections_of(clauses)] == [1, 60]
    assert sections_of(clauses[:1]) == ()
    assert len(sections_of(clauses[:20])) == 20


def test_the_worst_clauses_come_first() -> None:
    found = [fault(clause=1), fault(clause=3, severity="critical"), *[fault(clause=5)] * 6, fault(clause=4, side="zh")]
    report = assessed(found)
    assert [(worst.clause.id, worst.penalty) for worst in report.worst] == [(5, 30), (3, 25), (1, 5)]


def test_mqm_types() -> None:
    found = [fault(), fault("spacing.glued"), fault("own/type"), fault("style/awkward"), fault("odd")]
    report = assessed(found)
    assert [(type_, str(nearest(type_))) for type_, _compared in report.types] == [
        ("accuracy/mistranslation/number", "Accuracy > Mistranslation"),
        ("fluency/spelling", "Linguistic conventions > Spelling"),
        ("style/awkward", "Style"),
        ("other", "Other"),
        ("own/type", "Other"),
    ]


def test_changed_where_a_text_that_counts_was_corrected() -> None:
    assert not assessed([]).changed
    corrected = tuple(one.with_text("en", "Refit.") if one.id == 1 else one for one in CLAUSES)
    snapshot = ReviewSnapshot("T", corrected)
    assert assess(Assessment(snapshot, ())).changed
    assert assess(Assessment(snapshot, ())).whole.after.words == 13  # those of the text as loaded
    assert not assess(Assessment(snapshot, (), sides=("zh",))).changed


@given(FAULTS, FAULTS, WEIGHTS, st.booleans())
def test_every_figure_is_what_the_findings_come_to(
    now: list[Finding], before: list[Finding], weights: Weights, repeats: bool
) -> None:
    report = assessed(now, before, QualityOptions(weights, repeats=repeats))
    for found, scores in ((now, "after"), (before, "before")):
        counted = [one for one in found if one.side == "en"]
        counted = counted if repeats else once(counted)
        whole = getattr(report.whole, scores)
        for severity in SEVERITIES:
            expected = sum(one.severity == severity for one in counted)
            assert whole.counts[severity] == expected
            for groups in (report.types, report.families):
                assert sum(getattr(one, scores).counts[severity] for _name, one in groups) == expected
    left = report.uncounted
    assert left.source + left.unconfirmed + left.repeats + report.whole.after.errors == len(now)
    told = record(report)
    assert told["after"]["errors"] == report.whole.after.errors
    assert told["before"]["penalty"] == report.whole.before.penalty
    assert told["counted"]["open"] == len(now)


def test_the_record_tells_both_names_of_a_type() -> None:
    told = record(assessed([fault(said="x")]))
    (type_,) = told["types"]
    assert (type_["type"], type_["mqm"]) == ("accuracy/mistranslation/number", "Accuracy > Mistranslation")
    assert type_["after"] == {
        "minor": 0, "major": 1, "critical": 0, "errors": 1, "words": 13, "penalty": 5, "fails": False,
        "per_thousand": pytest.approx(5 / 13 * 1000), "quality": pytest.approx((1 - 5 / 13) * 100),
    }  # fmt: skip
    assert told["worst"] == [
        {"clause": 1, "penalty": 5,
         "findings": [{"rule": "number.value", "severity": "major", "side": "en", "text": "12"}]}
    ]  # fmt: skip


def test_weights_change_what_is_worst() -> None:
    found = [fault(clause=1), fault(clause=3, severity="critical")]
    report = assessed(found, options=QualityOptions(Weights(critical=1)))
    assert [worst.clause.id for worst in report.worst] == [1, 3]
    assert assessed(found, options=QualityOptions(replace(Weights(), major=0, critical=0))).worst == ()

"""What a reader chooses of the rules is what is told, and nothing else changes."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from drafter.checks import (
    DocumentFacts,
    Rule,
    RuleChoice,
    Throughout,
    check_clause,
    choose_rules,
    chosen_rules,
)
from drafter.checks.context import ClauseContext
from drafter.model import N_, Certainty, Clause, Finding, Fix, Message, Severity, Side, Span
from tests.checks.cases import clause_of

CLAUSE = clause_of(
    "到2025年，PM2.5平均浓度控制在32微克/立方米以内。", "By 2025, the mean ofPM2.five is to be kept within 23 μg/m³."
)


def told(choice: RuleChoice, clause: Clause = CLAUSE) -> dict[str, Severity]:
    found = check_clause(clause, DocumentFacts.of([clause], choice=choice))
    return {finding.rule: finding.severity for finding in found}


def made(certainty: Certainty, severity: Severity = "major", fix: Fix | None = None) -> Finding:
    return Finding("text.odd", severity, "en", Span(0, 1), "a", Message(N_("odd")), fix, certainty=certainty)


class Odd(Rule):
    """Not of the catalogue: tells the first word of everything, as sure as it is told to be."""

    name = "text.odd"
    severity = "major"
    mqm = "other"

    def __init__(self, certainty: Certainty) -> None:
        self.certainty = certainty

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        yield self.finding(context, side, Span(0, 2), Message(N_("odd")), certainty=self.certainty)


class Behind(Rule):
    """Not of the catalogue: tells the same words, where nothing has explained them."""

    name = "text.behind"
    severity = "major"
    mqm = "other"

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        yield self.finding(context, side, Span(0, 2), Message(N_("behind")))


def test_everything_is_told_unless_something_was_chosen() -> None:
    assert told(RuleChoice()) == {
        "spacing.glued": "minor", "number.digit-word": "major", "number.value": "critical",
    }  # fmt: skip


def test_a_rule_or_a_family_is_turned_off_and_no_other_rule_takes_its_place() -> None:
    assert set(told(RuleChoice(off=frozenset({"number.value"})))) == {"spacing.glued", "number.digit-word"}
    assert set(told(RuleChoice(off=frozenset({"number"})))) == {"spacing.glued"}


def test_severities_are_set_by_rule_before_family() -> None:
    choice = RuleChoice(severities={"number": "minor", "number.value": "major"})
    assert told(choice) == {"spacing.glued": "minor", "number.digit-word": "minor", "number.value": "major"}


@pytest.mark.parametrize(
    ("certainty", "normal", "strict", "quiet"),
    [
        ("sure", ["text.odd"], ["text.odd"], ["text.odd"]),
        ("likely", ["text.odd"], ["text.odd"], []),
        ("faint", ["text.behind"], ["text.odd"], ["text.behind"]),
    ],
)
def test_sensitivity_moves_the_threshold(
    certainty: Certainty, normal: list[str], strict: list[str], quiet: list[str]
) -> None:
    def rules_told(choice: RuleChoice) -> list[str]:
        facts = DocumentFacts.of([CLAUSE], choice=choice)
        return [finding.rule for finding in check_clause(CLAUSE, facts, [Odd(certainty), Behind()])]

    assert rules_told(RuleChoice()) == normal
    assert rules_told(RuleChoice(sensitivity="strict")) == strict
    assert rules_told(RuleChoice(sensitivity="quiet")) == quiet


def test_quiet_keeps_a_slip_of_form_only_where_it_is_mended_unasked() -> None:
    safe, suggested, none = (made("sure", "minor", fix) for fix in (Fix("b", "safe"), Fix("b", "suggested"), None))
    major = made("sure")
    assert list(RuleChoice(sensitivity="quiet").told([safe, suggested, none, major])) == [safe, major]
    louder = RuleChoice(sensitivity="quiet", severities={"text": "major"})
    assert list(louder.told([none])) == [replace(none, severity="major")]


def test_a_fix_that_is_not_told_stands_in_nobodys_way() -> None:
    class First(Odd):
        name = "text.first"
        independent = True

        def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
            yield self.finding(context, side, Span(0, 2), Message(N_("odd")), fix=Fix("On", "safe"))

    class Second(First):
        name = "text.second"

    def mended(choice: RuleChoice) -> list[str]:
        facts = DocumentFacts.of([CLAUSE], choice=choice)
        found = check_clause(CLAUSE, facts, [First("sure"), Second("sure")])
        return [finding.rule for finding in found if finding.fix]

    assert mended(RuleChoice()) == ["text.first"]
    assert mended(RuleChoice(off=frozenset({"text.first"}))) == ["text.second"]


def test_the_rules_over_a_document_follow_the_choice() -> None:
    rows = ["全市共20所学校，其中：", "（1）东区9所；", "（2）中区8所；", "（3）西区4所。", "完。"]
    clauses = {n: replace(clause_of(text, ""), id=n) for n, text in enumerate(rows, 1)}
    throughout = Throughout(clauses, {})

    def names() -> set[str]:
        return {finding.rule for id_ in clauses for finding in throughout.findings(id_)}

    assert "number.sum" in names()
    throughout.choice = RuleChoice(off=frozenset({"number.sum"}))
    assert "number.sum" not in names()


def test_what_is_chosen_for_all_holds_where_nothing_else_is_said() -> None:
    before = chosen_rules()
    try:
        choose_rules(RuleChoice(off=frozenset({"number"})))
        assert {finding.rule for finding in check_clause(CLAUSE, DocumentFacts.of([CLAUSE]))} == {"spacing.glued"}
        facts = DocumentFacts.of([CLAUSE], choice=RuleChoice())
        assert "number.value" in {finding.rule for finding in check_clause(CLAUSE, facts)}
    finally:
        choose_rules(before)


def test_a_fix_that_puts_in_what_stands_there_is_none() -> None:
    class Same(Odd):
        def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
            yield self.finding(context, side, Span(0, 2), Message(N_("odd")), fix=Fix("By", "safe"))

    (finding,) = check_clause(CLAUSE, DocumentFacts.of([CLAUSE]), [Same("sure")])
    assert finding.fix is None

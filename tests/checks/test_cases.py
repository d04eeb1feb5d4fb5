"""Every rule finds what its cases mark, mends it as they say, and is silent on their clean lines."""

import re
from collections import Counter

import pytest

from drafter.checks import check_clause, rules
from drafter.model import Finding
from tests.checks.cases import FOLDER, Case, Expected, all_cases

CASES = all_cases()
MQM = {
    "date.corrupt": "accuracy/mistranslation/date",
    "date.mismatch": "accuracy/mistranslation/date",
    "encoding.entity": "fluency/character-encoding",
    "encoding.lookalike": "fluency/character-encoding",
    "encoding.mojibake": "fluency/character-encoding",
    "encoding.replacement": "fluency/character-encoding",
    "language.residue": "accuracy/untranslated",
    "language.switch": "accuracy/untranslated",
    "number.bound": "accuracy/mistranslation",
    "number.conflict": "accuracy/mistranslation/number",
    "number.digit-word": "accuracy/mistranslation/number",
    "number.direction": "accuracy/mistranslation/number",
    "number.extra": "accuracy/addition",
    "number.fused": "accuracy/mistranslation/number",
    "number.grouping": "locale-convention/number-format",
    "number.implausible": "accuracy/mistranslation/number",
    "number.missing": "accuracy/omission",
    "number.percent-point": "accuracy/mistranslation/number",
    "number.range": "accuracy/mistranslation/number",
    "number.scale": "accuracy/mistranslation/number",
    "number.split": "accuracy/mistranslation/number",
    "number.sum": "accuracy/mistranslation/number",
    "number.trend": "accuracy/mistranslation/number",
    "number.value": "accuracy/mistranslation/number",
    "pair.addition": "accuracy/addition",
    "pair.duty": "accuracy/omission",
    "pair.entity": "accuracy/mistranslation/entity",
    "pair.modality": "accuracy/mistranslation",
    "pair.omission": "accuracy/omission",
    "pair.polarity": "accuracy/mistranslation",
    "punctuation.quote": "fluency/punctuation",
    "punctuation.stray": "fluency/punctuation",
    "punctuation.width": "locale-convention",
    "reference.corrupt": "accuracy/mistranslation/entity",
    "reference.mismatch": "accuracy/mistranslation/entity",
    "term.glossary": "terminology",
    "text.repeated": "fluency/duplication",
    "text.tense": "accuracy/mistranslation",
    "spacing.glued": "fluency/spelling",
    "spacing.stray": "fluency/spelling",
    "structure.bracket": "fluency/punctuation",
    "structure.broken-paragraph": "fluency/structure",
    "structure.enumerator-style": "fluency/inconsistency",
    "structure.enumerator-word": "fluency/structure",
    "structure.fused-heading": "fluency/structure",
    "structure.missing-heading": "accuracy/omission",
    "structure.sequence": "fluency/structure",
    "term.acronym": "terminology",
    "term.inconsistent": "terminology/inconsistent",
    "text.boilerplate": "accuracy/addition",
    "text.fragment": "fluency/grammar",
    "text.nonsense": "accuracy/mistranslation",
    "unit.corrupt": "accuracy/mistranslation/unit",
    "unit.mismatch": "accuracy/mistranslation/unit",
}
"""The catalogue: every name and the MQM type it reports as."""

PARTS = ("What it does:", "Why it is bad:", "Example:", "Source:")
FEWEST = 4


def shown(findings: list[Finding]) -> list[Expected]:
    return [Expected(one.side, *one.span, one.fix.text if one.fix else None) for one in findings]


@pytest.mark.parametrize("case", [case for case in CASES if not case.good], ids=lambda case: str(case.place))
def test_damage_is_found_and_mended(case: Case) -> None:
    findings = check_clause(case.clause, case.facts)
    assert shown([one for one in findings if one.rule == case.name]) == list(case.expected)
    elsewhere = [
        one
        for one in findings
        if one.severity != "minor"
        and not any(
            one.side == mark.side and one.span.overlaps(type(one.span)(mark.start, mark.end)) for mark in case.expected
        )
    ]
    assert elsewhere == []


@pytest.mark.parametrize("case", [case for case in CASES if case.good], ids=lambda case: str(case.place))
def test_clean_text_is_left_alone(case: Case) -> None:
    findings = check_clause(case.clause, case.facts)
    quiet = case.name == "clean"
    alarms = [one for one in findings if quiet or one.severity != "minor" or one.rule == case.name]
    assert [(one.rule, one.text, one.span) for one in alarms] == []


def test_every_rule_has_cases() -> None:
    names = {rule.name for rule in rules()}
    files = {path.stem for path in FOLDER.glob("*.txt")}
    assert files - {"clean"} == names
    bad, good = (Counter(case.name for case in CASES if case.good == kind) for kind in (False, True))
    assert [name for name in sorted(names) if bad[name] < FEWEST or good[name] < FEWEST] == []
    assert good["clean"] >= 100


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: str(rule.name))
def test_every_rule_explains_itself(rule: object) -> None:
    text = type(rule).__doc__ or ""
    summary, *paragraphs = re.split(r"\n\s*\n", text.strip())
    assert summary.endswith(".")
    assert tuple(next((part for part in PARTS if one.strip().startswith(part)), one) for one in paragraphs) == PARTS
    assert all(len(one.split(":", 1)[1].strip()) > len("MQM") for one in paragraphs)
    assert "->" in paragraphs[2] or "`" in paragraphs[2]


def test_every_rule_is_of_the_catalogue() -> None:
    assert {rule.name: rule.mqm for rule in rules()} == {rule.name: MQM.get(rule.name) for rule in rules()}
    assert len({rule.name for rule in rules()}) == len(rules())


def test_every_rule_stands_where_its_name_says() -> None:
    for rule in rules():
        family = rule.name.partition(".")[0]
        module = type(rule).__module__.split(".")
        assert module[2] == family, rule.name

"""Every document rule finds what its cases mark, and is silent on their clean documents."""

from collections import Counter
from time import process_time

import pytest

from drafter.checks import Throughout, document_rules
from drafter.model import Clause, ClauseSide
from tests.checks.cases import FOLDER as CLEAN
from tests.checks.cases import read_cases
from tests.checks.documents import FOLDER, Case, Marked, all_documents, check_document
from tests.checks.test_cases import MQM, PARTS
from tests.checks.texts import clean
from tests.yardstick import allowed

CASES = all_documents()
FEWEST = 4
ALLOWED = 4.0


@pytest.mark.parametrize("case", [case for case in CASES if case.expected], ids=lambda case: str(case.place))
def test_damage_is_found(case: Case) -> None:
    found = [one for one in check_document(case.clauses, case.cells) if one.rule == case.rule]
    assert [Marked(one.clause, one.side, one.span, one.fix.text if one.fix else None) for one in found] == list(
        case.expected
    )


@pytest.mark.parametrize("case", [case for case in CASES if not case.expected], ids=lambda case: str(case.place))
def test_clean_documents_are_left_alone(case: Case) -> None:
    found = check_document(case.clauses, case.cells)
    alarms = [one for one in found if one.severity != "minor" or one.rule == case.rule]
    assert [(one.clause, one.rule, one.text) for one in alarms] == []


@pytest.mark.parametrize(("name", "clauses"), clean(), ids=lambda value: value if isinstance(value, str) else "")
def test_sound_texts_stay_alone(name: str, clauses: tuple[Clause, ...]) -> None:
    throughout = Throughout({clause.id: clause for clause in clauses}, {})
    found = [one for clause in clauses for one in throughout.findings(clause.id) if one.rule.startswith("number.")]
    assert [(one.clause, one.rule, one.text) for one in found] == []


def test_unrelated_sentences_contradict_each_other_nowhere() -> None:
    clauses = {number: case.clause for number, case in enumerate(read_cases(CLEAN / "clean.txt"), 1)}
    clauses = {number: Clause(number, clause.zh, clause.en) for number, clause in clauses.items()}
    throughout = Throughout(clauses, {})
    found = [one for number in clauses for one in throughout.findings(number) if one.rule.startswith("number.")]
    assert [(one.rule, one.text) for one in found] == []


@pytest.mark.parametrize("unit", ["5台，其中：", "2025年5%，", "全市", "1.5台；", "（5", "其中2024年5台、", "- 5万元"])
def test_linear_time(unit: str) -> None:
    text = (unit * 20_000)[:20_000]
    clause = Clause(1, ClauseSide((), text, text), ClauseSide((), text, text))
    begun = process_time()
    Throughout({1: clause}, {}, [rule for rule in document_rules() if rule.name.startswith("number.")])
    assert process_time() - begun < allowed(ALLOWED)


def test_every_document_rule_has_cases() -> None:
    names = {rule.name for rule in document_rules() if rule.name.startswith("number.")}
    assert names == {path.stem for path in FOLDER.glob("number.*.txt")}
    for name in {case.rule for case in CASES}:
        counts = Counter(bool(case.expected) for case in CASES if case.rule == name)
        assert min(counts[True], counts[False]) >= FEWEST, name


@pytest.mark.parametrize("rule", document_rules(), ids=lambda rule: type(rule).__name__)
def test_every_document_rule_explains_itself(rule: object) -> None:
    paragraphs = (type(rule).__doc__ or "").strip().split("\n\n")
    assert paragraphs[0].endswith(".")
    assert [paragraph.strip().startswith(part) for paragraph, part in zip(paragraphs[1:], PARTS, strict=True)]


def test_every_document_rule_is_of_the_catalogue() -> None:
    assert {rule.name: rule.mqm for rule in document_rules()} == {
        rule.name: MQM.get(rule.name) for rule in document_rules()
    }

"""The rules on whole texts: how much they find, that their fixes fit together, and that sound text stays alone."""

from collections import defaultdict
from itertools import pairwise
from typing import Any

import pytest

from drafter.checks import DocumentFacts, check_clause, check_clauses
from drafter.model import Clause, Finding, Side, Span
from tests.checks.texts import Pairs, clean, findings_of, labelled

RULES = (
    "number.digit-word", "number.split", "unit.corrupt", "date.corrupt", "structure.enumerator-word", "spacing.glued",
    "spacing.stray", "encoding.replacement", "punctuation.quote", "language.residue", "number.value", "number.missing",
)  # fmt: skip
LEAST_RECALL = {"hunan": 0.9, "henan": 0.75, "yunxi": 0.85}
LEAST_PRECISION = {"hunan": 0.97, "henan": 0.95, "yunxi": 0.93}


def tight(one: Span, other: Span) -> bool:
    """Two spans agree: by half or more, or, where one is empty, by lying within three characters."""
    if one.start == one.end or other.start == other.end:
        return max(one.start, other.start) <= min(one.end, other.end) and max(one[1] - one[0], other[1] - other[0]) <= 3
    both = min(one.end, other.end) - max(one.start, other.start)
    return both >= 0.5 * (max(one.end, other.end) - min(one.start, other.start))


def touching(one: Span, other: Span) -> bool:
    if one.start == one.end or other.start == other.end:
        return max(one.start, other.start) <= min(one.end, other.end)
    return max(one.start, other.start) < min(one.end, other.end)


@pytest.mark.parametrize("pairs", labelled(), ids=lambda pairs: str(pairs.name))
def test_recall_and_precision(pairs: Pairs) -> None:
    gold: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in pairs.gold:
        gold[row["line"]].append(row)
    found: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings_of(pairs):
        if finding.side == "en":
            found[pairs.line_of(finding)].append(finding)
    wanted = [row for row in pairs.gold if row["rule"] in RULES and not str(row["note"] or "").startswith("optional:")]
    hits = [row for row in wanted if any(tight(one.span, Span(row["start"], row["end"])) for one in found[row["line"]])]
    said = [(line, one) for line, findings in found.items() for one in findings if one.rule in RULES]
    right = [one for line, one in said if any(touching(one.span, Span(row["start"], row["end"])) for row in gold[line])]
    assert len(hits) >= LEAST_RECALL[pairs.name] * len(wanted)
    assert len(right) >= LEAST_PRECISION[pairs.name] * len(said)


@pytest.mark.parametrize("pairs", labelled(), ids=lambda pairs: str(pairs.name))
def test_fixes_of_one_clause_never_clash(pairs: Pairs) -> None:
    places: dict[tuple[int, Side], list[Span]] = defaultdict(list)
    for finding in findings_of(pairs):
        if finding.fix:
            places[finding.clause, finding.side].append(finding.span)
    for spans in places.values():
        for one, other in pairwise(sorted(spans)):
            assert one.end <= other.start
            assert one != other


def mended(clause: Clause, findings: list[Finding]) -> Clause:
    for finding in sorted(findings, key=lambda one: one.span, reverse=True):
        if finding.fix:
            text = clause.side(finding.side).text
            start, end = finding.span
            clause = clause.with_text(finding.side, text[:start] + finding.fix.text + text[end:])
    return clause


@pytest.mark.parametrize("pairs", labelled(), ids=lambda pairs: str(pairs.name))
def test_what_was_fixed_is_not_found_again(pairs: Pairs) -> None:
    facts = DocumentFacts.of(pairs.clauses)
    again = []
    for clause in pairs.clauses:
        findings = check_clause(clause, facts)
        fixed = {(one.rule, one.text) for one in findings if one.fix}
        left = {(one.rule, one.text) for one in findings if not one.fix}
        after = check_clause(mended(clause, findings), facts)
        again += [(clause.id, one.rule, one.text) for one in after if (one.rule, one.text) in fixed - left]
    assert again == []


@pytest.mark.parametrize(("name", "clauses"), clean(), ids=lambda value: value if isinstance(value, str) else "")
def test_sound_texts_stay_alone(name: str, clauses: tuple[Clause, ...]) -> None:
    alarms = [one for one in check_clauses(clauses) if one.severity != "minor"]
    assert [(one.clause, one.rule, one.text) for one in alarms] == []

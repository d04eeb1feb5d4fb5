"""Fixes of one clause fit together: none touches another's characters, their order is nothing, and they last."""

import random
from collections.abc import Iterable, Sequence
from itertools import combinations

import pytest

from drafter.checks import DocumentFacts, check_clause
from drafter.model import Clause, Finding, Side, Span
from tests.checks.cases import Case, all_cases, clause_of
from tests.checks.texts import Pairs, labelled

BAD = [case for case in all_cases() if not case.good]
SIDES: tuple[Side, ...] = ("zh", "en")
JOINED = 240
ROUNDS = 5


def fixes(findings: Iterable[Finding], side: Side) -> list[Finding]:
    return [finding for finding in findings if finding.fix and finding.side == side]


def mended(text: str, findings: Sequence[Finding]) -> str:
    """Put fixes in, in the order given; each knows only how far those before it moved what stands behind them."""
    done: list[tuple[Span, int]] = []
    for finding in findings:
        assert finding.fix
        start, end = finding.span
        # At one place an addition stands before what replaces the characters behind it.
        moved = sum(longer for span, longer in done if span.end < start or (span.end == start and span <= finding.span))
        assert text[start + moved : end + moved] == finding.text
        text = text[: start + moved] + finding.fix.text + text[end + moved :]
        done.append((finding.span, len(finding.fix.text) - (end - start)))
    return text


def after(clause: Clause, findings: Sequence[Finding]) -> Clause:
    for side in SIDES:
        clause = clause.with_text(side, mended(clause.side(side).text, fixes(findings, side)))
    return clause


def troubles(clauses: Iterable[Clause], facts: DocumentFacts) -> list[str]:
    """Say which fixes of which clauses don't fit together, or mend nothing."""
    pick = random.Random(8)
    found = []
    for clause in clauses:
        findings = check_clause(clause, facts)
        for side in SIDES:
            text, own = clause.side(side).text, fixes(findings, side)
            found += [
                f"{clause.id}: {one.rule} and {other.rule} on the same characters"
                for one, other in combinations(own, 2)
                if max(one.span.start, other.span.start) < min(one.span.end, other.span.end) or one.span == other.span
            ]
            shuffled = pick.sample(own, len(own))
            if len({mended(text, own), mended(text, own[::-1]), mended(text, shuffled)}) > 1:
                found.append(f"{clause.id}: the order of fixes counts")
            found += [f"{clause.id}: {one.rule} mends nothing" for one in own if one.fix and one.fix.text == one.text]
        fixed = {(one.rule, one.side, one.text) for one in findings if one.fix}
        left = {(one.rule, one.side, one.text) for one in findings if not one.fix}
        again = {(one.rule, one.side, one.text) for one in check_clause(after(clause, findings), facts)}
        found += [f"{clause.id}: {rule} finds {text!r} again" for rule, _side, text in sorted((fixed - left) & again)]
    return found


@pytest.mark.parametrize("pairs", labelled(), ids=lambda pairs: str(pairs.name))
def test_on_labelled_texts(pairs: Pairs) -> None:
    assert troubles(pairs.clauses, DocumentFacts.of(pairs.clauses)) == []


@pytest.mark.parametrize("case", BAD, ids=lambda case: str(case.place))
def test_on_the_cases(case: Case) -> None:
    assert troubles([case.clause], case.facts) == []


def joined(seed: int) -> Clause:
    """Put several damaged sentences of the cases into one clause."""
    pick = random.Random(seed)
    chosen = pick.sample(BAD, 4)
    return clause_of(*(" ".join(filter(None, (case.clause.side(side).text for case in chosen))) for side in SIDES))


@pytest.mark.parametrize("seed", range(JOINED))
def test_on_damage_beside_damage(seed: int) -> None:
    clause = joined(seed)
    assert troubles([clause], DocumentFacts.of([clause])) == []


def test_fixes_come_to_an_end() -> None:
    restless = []
    for seed in range(JOINED):
        clause = joined(seed)
        facts = DocumentFacts.of([clause])
        for _ in range(ROUNDS):
            findings = check_clause(clause, facts)
            if not any(finding.fix for finding in findings):
                break
            clause = after(clause, findings)
        else:
            restless += [(seed, one.rule, one.text) for one in check_clause(clause, facts) if one.fix]
    assert restless == []

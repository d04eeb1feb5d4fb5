"""Runs the rules over clauses and settles whose finding stands where two meet."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from drafter.checks.context import ClauseContext, DocumentFacts
from drafter.checks.registry import rules
from drafter.checks.rule import Rule
from drafter.model import Clause, Finding, Side


def check_clause(clause: Clause, facts: DocumentFacts, chosen: Iterable[Rule] | None = None) -> list[Finding]:
    """Give the findings of one clause, in order of place.

    Args:
        clause: the clause, as corrected so far.
        facts: what its document mostly does.
        chosen: the rules to run, most specific first; None for all.

    Returns:
        Findings whose fixes never touch the same characters.
    """
    context = ClauseContext(clause, facts)
    found: list[Finding] = []
    for rule in rules() if chosen is None else chosen:
        for side in rule.sides:
            if context.text(side).strip():
                found.extend(_run(rule, context, side))
    return sorted(_without_clashes(found), key=lambda finding: (finding.side != "zh", finding.span))


def _run(rule: Rule, context: ClauseContext, side: Side) -> list[Finding]:
    kept = []
    for finding in rule.find(context, side):
        if not rule.independent and context.claimed(side, *finding.span):
            continue
        if not rule.independent:
            context.claim(side, finding.span)
        kept.append(finding)
    return kept


def _without_clashes(found: Iterable[Finding]) -> list[Finding]:
    """Take the fix from a finding whose characters another finding's fix already mends; the earlier rule keeps it."""
    mended: dict[Side, list[Finding]] = {"zh": [], "en": []}
    result = []
    for finding in found:
        if finding.fix is not None:
            if any(_clash(finding, other) for other in mended[finding.side]):
                finding = replace(finding, fix=None)
            else:
                mended[finding.side].append(finding)
        result.append(finding)
    return result


def _clash(one: Finding, other: Finding) -> bool:
    if one.span.start == one.span.end or other.span.start == other.span.end:
        inner, outer = (one.span, other.span) if one.span.start == one.span.end else (other.span, one.span)
        return outer.start < inner.start < outer.end or inner == outer
    return one.span.overlaps(other.span)


def check_clauses(
    clauses: Sequence[Clause], progress: Callable[[float], None] | None = None, facts: DocumentFacts | None = None
) -> list[Finding]:
    """Give the findings of a whole document, clause by clause.

    Args:
        clauses: all clauses in order.
        progress: told the share done, 0 to 1, now and then.
        facts: what the document mostly does; gathered here where not given.
    """
    known = facts or DocumentFacts.of(clauses)
    found: list[Finding] = []
    for index, clause in enumerate(clauses):
        found.extend(check_clause(clause, known))
        if progress and index % 16 == 0:
            progress(index / len(clauses))
    if progress:
        progress(1.0)
    return found

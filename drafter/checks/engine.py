"""Runs the rules over clauses and settles whose finding stands where two meet."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from drafter.checks.context import ClauseContext, DocumentFacts
from drafter.checks.registry import rules
from drafter.checks.rule import Rule
from drafter.model import Clause, Finding, Side, Span

_DIGIT = re.compile("[0-9]")
_SIDES: tuple[Side, ...] = ("zh", "en")
_TOGETHER = 32
"""Clauses that are checked at once: more of them are no faster, and progress is told less often."""


class _Check(NamedTuple):
    """A clause under check, and what was found in it so far."""

    context: ClauseContext
    found: list[Finding]


def check_clause(clause: Clause, facts: DocumentFacts, chosen: Iterable[Rule] | None = None) -> list[Finding]:
    """Give the findings of one clause, in order of place.

    Args:
        clause: the clause, as corrected so far.
        facts: what its document mostly does, and what was chosen of the rules.
        chosen: the rules to run, most specific first; None for all, and the reader's own before them.

    Returns:
        Findings whose fixes never touch the same characters.
    """
    return _check([clause], facts, _run_of(facts, chosen))[0]


def _run_of(facts: DocumentFacts, chosen: Iterable[Rule] | None) -> Sequence[Rule]:
    return (*facts.choice.own, *rules()) if chosen is None else tuple(chosen)


def _check(clauses: Sequence[Clause], facts: DocumentFacts, run: Sequence[Rule]) -> list[list[Finding]]:
    """Check some clauses rule by rule, so that what a rule works with stays at hand: a fifth faster than one by one.

    Args:
        clauses: the clauses.
        facts: what their document mostly does.
        run: the rules, most specific first.

    Returns:
        What `check_clause` gives of each.
    """
    checks = [_Check(ClauseContext(clause, facts), []) for clause in clauses]
    present = {side: [one for one in checks if one.context.has(side)] for side in _SIDES}
    counted = {side: [one for one in present[side] if _DIGIT.search(one.context.text(side))] for side in _SIDES}
    admits = facts.choice.admits
    for rule in run:
        for side in rule.sides:
            for context, found in counted[side] if rule.digits else present[side]:
                for finding in rule.find(context, side):
                    if not admits(finding):
                        continue
                    if not rule.independent:
                        if context.claimed(side, *finding.span):
                            continue
                        context.claim(side, finding.span)
                    found.append(finding)
    return [sorted(_without_clashes(facts.choice.told(one.found)), key=_place) for one in checks]


def _without_clashes(found: Iterable[Finding]) -> list[Finding]:
    """Take the fix from a finding whose characters another finding's fix already mends; the earlier rule keeps it.

    A fix that would put in what stands there goes too.
    """
    mended: dict[Side, list[Span]] = {"zh": [], "en": []}  # in order; they never share a character
    result = []
    for finding in found:
        if finding.fix is None:
            result.append(finding)
            continue
        spans = mended[finding.side]
        index = bisect_left(spans, finding.span)
        near = spans[max(0, index - 2) : index + 2]
        if finding.fix.text == finding.text or any(_clash(finding.span, other) for other in near):
            result.append(replace(finding, fix=None))
        else:
            spans.insert(index, finding.span)
            result.append(finding)
    return result


def _clash(one: Span, other: Span) -> bool:
    """Whether two fixes can't both be put in, in any order; an empty span may touch another's edge."""
    if one == other:
        return True
    return (
        max(one.start, other.start) < min(one.end, other.end)
        or one.start < other.start == other.end < one.end
        or (other.start < one.start == one.end < other.end)
    )


def together(own: Iterable[Finding], document: Iterable[Finding]) -> list[Finding]:
    """Join what the clause rules and the document rules find in one clause, in order of place.

    Args:
        own: what the clause shows by itself.
        document: what it shows in its document; what the same rule has found there already is left out.
    """
    known = list(own)
    seen = {(finding.rule, finding.side, finding.span) for finding in known}
    new = [finding for finding in document if (finding.rule, finding.side, finding.span) not in seen]
    return sorted(_without_clashes([*known, *new]), key=_place) if new else known


def _place(finding: Finding) -> tuple[bool, Span]:
    return finding.side != "zh", finding.span


def check_clauses(
    clauses: Sequence[Clause],
    progress: Callable[[float], None] | None = None,
    facts: DocumentFacts | None = None,
    chosen: Iterable[Rule] | None = None,
) -> list[Finding]:
    """Give what the clauses of a document show, each by itself.

    Args:
        clauses: all clauses in order.
        progress: told the share done, 0 to 1, now and then.
        facts: what the document mostly does; gathered here where not given.
        chosen: the rules to run; see `check_clause`.
    """
    known = facts or DocumentFacts.of(clauses)
    run = _run_of(known, chosen)
    found: list[Finding] = []
    for start in range(0, len(clauses), _TOGETHER):
        for one in _check(clauses[start : start + _TOGETHER], known, run):
            found.extend(one)
        if progress:
            progress(min(1.0, (start + _TOGETHER) / len(clauses)))
    return found

"""Runs the rules over clauses and settles whose finding stands where two meet."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from drafter.checks.context import ClauseContext, DocumentFacts
from drafter.checks.registry import rules
from drafter.checks.rule import Rule
from drafter.model import Clause, Finding, Side, Span

_DIGIT = re.compile("[0-9]")
_SIDES: tuple[Side, ...] = ("zh", "en")


def check_clause(clause: Clause, facts: DocumentFacts, chosen: Iterable[Rule] | None = None) -> list[Finding]:
    """Give the findings of one clause, in order of place.

    Args:
        clause: the clause, as corrected so far.
        facts: what its document mostly does, and what was chosen of the rules.
        chosen: the rules to run, most specific first; None for all, and the reader's own before them.

    Returns:
        Findings whose fixes never touch the same characters.
    """
    context = ClauseContext(clause, facts)
    choice = facts.choice
    run = (*choice.own, *rules()) if chosen is None else tuple(chosen)
    present = tuple(side for side in _SIDES if context.has(side))
    counted = tuple(side for side in present if _DIGIT.search(context.text(side)))
    found: list[Finding] = []
    for rule, side in _turns(run, present, counted):
        for finding in rule.find(context, side):
            if not choice.admits(finding):
                continue
            if not rule.independent:
                if context.claimed(side, *finding.span):
                    continue
                context.claim(side, finding.span)
            found.append(finding)
    return sorted(_without_clashes(choice.told(found)), key=_place)


@lru_cache(maxsize=64)
def _turns(
    run: tuple[Rule, ...], present: tuple[Side, ...], counted: tuple[Side, ...]
) -> tuple[tuple[Rule, Side], ...]:
    """Give the rules with the sides that each has something to look for on.

    Args:
        run: the rules, in the order in which they are run.
        present: the sides that have any text.
        counted: those with an Arabic digit.
    """
    return tuple((rule, side) for rule in run for side in rule.sides if side in (counted if rule.digits else present))


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
    clauses: Sequence[Clause], progress: Callable[[float], None] | None = None, facts: DocumentFacts | None = None
) -> list[Finding]:
    """Give what the clauses of a document show, each by itself.

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

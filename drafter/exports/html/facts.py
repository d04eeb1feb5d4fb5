"""Which findings make a fact untrustworthy, and in what order they are told."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from drafter.model import N_, SEVERITIES, Finding, Severity

FACT_FAMILIES: Final = frozenset({"number", "unit", "date", "reference", "pair"})
"""Families whose critical and major findings mean that a reader acts on something the source doesn't say.

All of `pair` is among them: a clause left out or added, a prohibition lost, a duty weakened or moved to another body,
a name exchanged mislead as a wrong figure does. Wording, structure and characters are not: they hurt reading only.
"""

FACT_SEVERITIES: Final[frozenset[Severity]] = frozenset({"critical", "major"})

FAMILY_NAMES: Final = {
    "number": N_("Figures"),
    "unit": N_("Units"),
    "date": N_("Dates"),
    "reference": N_("Document numbers"),
    "pair": N_("Clauses and duties"),
    "term": N_("Terms"),
    "text": N_("Wording"),
    "language": N_("Language"),
    "structure": N_("Structure"),
    "encoding": N_("Characters"),
    "spacing": N_("Spacing"),
    "punctuation": N_("Punctuation"),
}
"""What the families are called, in the order in which they are told."""

SEVERITY_NAMES: Final[dict[Severity, str]] = {
    "critical": N_("critical"),
    "major": N_("major"),
    "minor": N_("minor"),
}


def is_fact(finding: Finding) -> bool:
    """Tell whether a finding means that a fact can't be trusted."""
    return finding.family in FACT_FAMILIES and finding.severity in FACT_SEVERITIES


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Sort by severity, the worst first, then by place."""
    return sorted(findings, key=lambda finding: (-SEVERITIES.index(finding.severity), finding.clause, finding.span))


def family_order(family: str) -> tuple[int, str]:
    """Give the place of a family among the others; unknown ones come last."""
    families = list(FAMILY_NAMES)
    return (families.index(family) if family in FAMILY_NAMES else len(families), family)


def tally(findings: Iterable[Finding]) -> dict[str, Counter[Severity]]:
    """Count by family and severity, the families in their order."""
    counts: dict[str, Counter[Severity]] = {}
    for finding in findings:
        counts.setdefault(finding.family, Counter())[finding.severity] += 1
    return dict(sorted(counts.items(), key=lambda item: family_order(item[0])))

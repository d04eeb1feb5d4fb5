"""What is found, by family and severity: counted clause by clause, so that a change costs only what it touched."""

from collections import Counter
from collections.abc import Iterable, Sequence

from drafter.exports.html.facts import FAMILY_NAMES, family_order
from drafter.i18n import _
from drafter.model import Finding, Severity

Kind = tuple[str, Severity]
"""Family and severity."""


class Tally:
    """The counts."""

    def __init__(self) -> None:
        self._of: dict[int, Counter[Kind]] = {}
        self._counts: Counter[Kind] = Counter()

    def clear(self) -> None:
        """Begin with nothing."""
        self._of.clear()
        self._counts.clear()

    def enter(self, clause: int, findings: Iterable[Finding]) -> None:
        """Take in what is found in a clause now, in place of what was found there before."""
        new = Counter((finding.family, finding.severity) for finding in findings)
        self._counts.subtract(self._of.pop(clause, Counter()))
        self._counts.update(new)
        if new:
            self._of[clause] = new

    def count(self, family: str, severity: Severity) -> int:
        """Count the findings of a family that are so severe."""
        return self._counts[family, severity]

    def families(self) -> list[str]:
        """Give the families in which something is found, in their order."""
        there = {family for (family, _severity), count in self._counts.items() if count}
        return sorted(there, key=family_order)

    def next_clause(
        self, clauses: Sequence[int], after: int | None, family: str | None, severity: Severity | None
    ) -> int | None:
        """Give the next clause in which something is found; behind the last the first again.

        Args:
            clauses: ids of all clauses in order.
            after: the clause to go on from, None to begin with the first.
            family: only of this family.
            severity: only so severe.
        """
        start = clauses.index(after) + 1 if after in clauses else 0
        for clause in (*clauses[start:], *clauses[:start]):
            kinds = self._of.get(clause, ())
            if any(family in (None, one) and severity in (None, bad) for one, bad in kinds):
                return clause
        return None


def family_name(family: str) -> str:
    """Give the name of a family in the user's language."""
    return _(FAMILY_NAMES.get(family, family))

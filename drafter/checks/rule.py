"""What every rule is: a name of the catalogue, how bad its fault is, and a way to find it."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from drafter.checks.context import ClauseContext
from drafter.model import Certainty, Finding, Fix, Message, Severity, Side, Span


class Rule(ABC):
    """A rule of the catalogue.

    A rule's docstring is its help page: what it does, why the fault matters, an example (damaged -> meant) and the
    source of the norm.

    Attributes:
        name: `family.name`.
        severity: the usual severity; a finding may be milder or worse.
        mqm: the MQM error type it reports as.
        sides: the sides it reads.
        rank: order of the rules. The most specific come first: where one has explained a stretch of text, a later
            rule's finding on the same characters is left out.
        digits: whether it has nothing to find on a side without an Arabic digit.
        independent: whether its fault stands beside other damage of the same characters (a wrong figure in a broken
            date), so that nothing hides it.
    """

    name: ClassVar[str]
    severity: ClassVar[Severity]
    mqm: ClassVar[str]
    sides: ClassVar[tuple[Side, ...]] = ("en",)
    rank: ClassVar[int] = 50
    digits: ClassVar[bool] = False
    independent: ClassVar[bool] = False

    @abstractmethod
    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """Give this rule's findings on one side of a clause.

        Args:
            context: the clause with what is known of it and of its document.
            side: the side to read; its text is not empty.

        Yields:
            Findings with spans in that side's text.
        """

    def finding(
        self,
        context: ClauseContext,
        side: Side,
        span: Span,
        message: Message,
        *,
        fix: Fix | None = None,
        severity: Severity | None = None,
        counterpart: Span | None = None,
        certainty: Certainty = "sure",
    ) -> Finding:
        """Make a finding of this rule; see `Finding`, and `RuleChoice` for what its certainty leads to."""
        return Finding(
            rule=self.name,
            severity=severity or self.severity,
            side=side,
            span=span,
            text=context.text(side)[span.start : span.end],
            message=message,
            fix=fix,
            counterpart=counterpart,
            clause=context.clause.id,
            certainty=certainty,
        )

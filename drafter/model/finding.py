"""A finding: one damaged span, who saw it, how bad it is, and what it should read."""

from dataclasses import dataclass
from typing import Literal, get_args

from drafter.model.message import Message
from drafter.model.text import Side, Span

Severity = Literal["minor", "major", "critical"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""From the mildest to the worst."""

Confidence = Literal["safe", "suggested"]
"""`safe` fixes may be applied in bulk unasked; `suggested` ones need an eye."""

Certainty = Literal["faint", "likely", "sure"]
"""How sure a rule is: told only where asked for, told unless quiet is asked for, told always."""

Decision = Literal["open", "ignored", "confirmed", "rejected"]
"""What a reviewer made of a finding that still stands in the text: nothing yet; it may stay as it is; it is a fault
indeed; the rule is wrong here. Ignored and rejected ones are set aside alike."""


@dataclass(frozen=True, slots=True)
class Fix:
    """The replacement of exactly the finding's span.

    Attributes:
        text: what shall stand there; "" deletes.
        confidence: whether it may be applied without an eye on it.
    """

    text: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of another clause that a finding is about too.

    Attributes:
        clause: id of the clause.
        side: which side the span stands on.
        span: code points in that side's text.
        text: what stands there.
    """

    clause: int
    side: Side
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One damaged span of one side of one clause.

    Attributes:
        rule: `family.name` of the catalogue.
        severity: how bad it is here.
        side: which side the span stands on.
        span: code points in that side's text; empty where something is missing.
        text: what stands there.
        message: what is wrong and what was expected.
        fix: the replacement, where one can be computed.
        counterpart: the span on the other side that belongs to it, where there is one.
        clause: id of the clause, 0 before it is known.
        elsewhere: what it is held against in other clauses: the parts of a total, another value of the same thing.
        certainty: how sure the rule is that this is wrong; how sure its repair is, the fix says.
        id: what a reviewer's own finding is known by; "" for those of the rules.
    """

    rule: str
    severity: Severity
    side: Side
    span: Span
    text: str
    message: Message
    fix: Fix | None = None
    counterpart: Span | None = None
    clause: int = 0
    elsewhere: tuple[Mention, ...] = ()
    certainty: Certainty = "sure"
    id: str = ""

    @property
    def family(self) -> str:
        """The part of the rule's name before the dot."""
        return self.rule.partition(".")[0]

"""A finding of a reviewer's own, as its history keeps it."""

from dataclasses import dataclass

from drafter.model.finding import Severity
from drafter.model.text import Span


@dataclass(frozen=True, slots=True)
class Marking:
    """What a reviewer marked in the text of one side of a clause.

    Attributes:
        clause: id of the clause.
        rule: a rule of the catalogue (`number.value`) or an MQM error type (`accuracy/omission`).
        severity: how bad it is.
        span: code points in the side's text; empty where something is missing.
        note: what is wrong, in the reviewer's words; "" for none.
    """

    clause: int
    rule: str
    severity: Severity
    span: Span
    note: str = ""

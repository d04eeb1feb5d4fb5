"""A reviewer's own finding as a revision keeps it."""

import json
from typing import get_args

from drafter.model import Marking, Severity, Span


def packed_marking(marking: Marking) -> str:
    """Give a finding as a revision has it (JSON)."""
    row = [marking.clause, marking.rule, marking.severity, *marking.span, marking.note]
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def unpacked_marking(text: str) -> Marking:
    """Read a finding back.

    Raises:
        ValueError: the text is none.
    """
    try:
        clause, rule, severity, start, end, note = json.loads(text)
    except TypeError as error:
        raise ValueError(text[:40]) from error
    sound = (
        isinstance(rule, str)
        and rule
        and severity in get_args(Severity)
        and isinstance(note, str)
        and all(type(place) is int for place in (clause, start, end))
        and 0 <= start <= end
    )
    if not sound:
        raise ValueError(text[:40])
    return Marking(clause, rule, severity, Span(start, end), note)

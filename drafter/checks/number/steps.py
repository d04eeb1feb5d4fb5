"""Steps that do not lead where they are said to: 由52%提高到70%，提高15个百分点; from 5% to 3%, up 2 points.

Only where start, end and step stand side by side, all told exactly, is anything said.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from drafter.language.around import ends_with
from drafter.language.quantities import quantities_of
from drafter.model import Quantity, Side, Span

_ZH_UP = r"(?P<up>提高|提升|上升|增加|增长|扩大|上涨|增|升|涨)"
_ZH_DOWN = r"(?P<down>下降|降低|减少|缩小|下跌|压减|削减|降|减|跌)"
_EN_UP = r"(?P<up>up|rising|an?\s(?:increase|rise|gain)\sof|increasing|growing)"
_EN_DOWN = r"(?P<down>down|falling|an?\s(?:decrease|fall|drop|decline|cut|reduction)\sof|decreasing|dropping)"
_YEAR = r"(?:[0-9]{4}年(?:底|末)?的?)?"
_FROM: Final[dict[Side, re.Pattern[str]]] = {
    "zh": re.compile(rf"[由从]{_YEAR}\Z"),
    "en": re.compile(r"(?<![A-Za-z])from\s\Z"),
}
_TO: Final[dict[Side, re.Pattern[str]]] = {
    "zh": re.compile(rf"(?:{_ZH_UP}|{_ZH_DOWN})(?:了)?[到至为]{_YEAR}"),
    "en": re.compile(r"(?:\sin\s[0-9]{4})?\sto\s"),
}
_BY: Final[dict[Side, re.Pattern[str]]] = {
    "zh": re.compile(rf"[，,（(]?(?:共|累计)?(?:{_ZH_UP}|{_ZH_DOWN})(?:了|幅度?为|幅度?达)?"),
    "en": re.compile(rf"(?:\sin\s[0-9]{{4}})?,?\s(?:{_EN_UP}|{_EN_DOWN})\s(?:by\s)?"),
}
_WHOLE, _NEAR, _POINTS = 100, Decimal("0.1"), Decimal(2)
_REACH = 12


class Step(NamedTuple):
    """A step that does not lead from its start to its end.

    Attributes:
        span: where the step is told, with its word of direction.
        start: from where.
        end: to where.
    """

    span: Span
    start: str
    end: str


def wrong_steps(text: str, side: Side) -> Iterator[Step]:
    """Give the steps of a text that are longer, shorter or of another direction than from their start to their end.

    Args:
        text: one side of a clause.
        side: its language.
    """
    if ("由" not in text and "从" not in text) if side == "zh" else "from " not in text:
        return
    measures = [one for one in quantities_of(text, side) if one.kind == "measure"]
    for index, one in enumerate(measures):
        if not ends_with(_FROM[side], text, one.span.start, _REACH) or one.bound != "=":
            continue
        ends = _ends(text, side, measures[index : index + 2])
        at = index + (1 if one.value_max is not None else 2)
        if ends is None or at >= len(measures):
            continue
        low, high, up = ends
        step, before = measures[at], measures[at - 1]
        by = _BY[side].fullmatch(text, before.span.end, step.span.start)
        if by is None or step.bound != "=" or step.value_max is not None or before.bound != "=":
            continue
        rises = high > low
        turned = high != low and (rises != (by["up"] is not None) or up not in (None, rises))
        if turned or not _leads(low, high, step, before):
            span = Span(by.start() + len(by[0]) - len(by[0].lstrip("，,（( ")), step.span.end)
            yield Step(span, _written(text, one, first=True), _written(text, before, first=False))


def _ends(text: str, side: Side, two: Sequence[Quantity]) -> tuple[Decimal, Decimal, bool | None] | None:
    """From where to where, and whether the word between says up; None where the two are no such pair."""
    first = two[0]
    if first.value_max is not None:  # from 52% to 70%, read as one range
        return (first.value, first.value_max, None) if side == "en" else None
    if len(two) == 1 or two[1].value_max is not None or first.unit not in (two[1].unit, "count"):
        return None
    found = _TO[side].fullmatch(text, first.span.end, two[1].span.start)
    if found is None:
        return None
    return first.value, two[1].value, None if side == "en" else found["up"] is not None


def _leads(low: Decimal, high: Decimal, step: Quantity, end: Quantity) -> bool:
    """Whether a step leads from one value to another; of a rate, roughly, since both may be rounded."""
    apart = abs(high - low)
    if step.unit == end.unit != "%" or (step.unit == "pp" and end.unit == "%"):
        return step.value == apart
    if step.unit != "%" or end.unit in ("%", "pp") or not low:
        return True  # of something else, or percent of percent
    return abs(apart / low * _WHOLE - step.value) <= max(_POINTS, step.value * _NEAR)


def _written(text: str, one: Quantity, *, first: bool) -> str:
    if one.value_max is None:
        return one.text
    ends = re.split(r"\s(?:to|and)\s|[–—-]", text[one.figure.start : one.span.end])
    return ends[0 if first else -1]

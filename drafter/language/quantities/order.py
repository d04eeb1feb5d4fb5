"""Quantities in order, each on characters of its own, and lists that share what one of their figures says."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from drafter.language.numerals import Numeral
from drafter.model import Quantity, Span


def in_order(quantities: Iterable[Quantity]) -> list[Quantity]:
    """Sort by place; where a bound's word could belong to two figures, the one before it keeps it.

    Args:
        quantities: quantities whose figures may lie anywhere; of two with overlapping figures the first one stays.
    """
    ordered: list[Quantity] = []
    end = 0
    for quantity in sorted(quantities, key=lambda one: (one.figure, one.span)):
        if quantity.figure.start < end:
            continue
        if quantity.span.start < end:
            cut = end - quantity.span.start
            quantity = replace(quantity, span=Span(end, quantity.span.end), text=quantity.text[cut:])
        ordered.append(quantity)
        end = quantity.span.end
    return ordered


def with_shared_bounds(
    text: str, quantities: Sequence[Quantity], joints: Collection[str], since: int = 0
) -> list[Quantity]:
    """Let the figures of a list that is told one by one share the one bound that stands at its head or end.

    Args:
        text: the text.
        quantities: its quantities in order.
        joints: what may stand between two figures of a list.
        since: where the first list may begin.
    """
    result = list(quantities)
    first = 0
    while first < len(result):
        last = first
        while last + 1 < len(result) and _in_one_list(text, result[last], result[last + 1], joints):
            last += 1
        bounds = {result[index].bound for index in range(first, last + 1)} - {"="}
        if last > first and len(bounds) == 1 and since <= result[first].figure.start:
            bound = bounds.pop()
            result[first : last + 1] = [replace(one, bound=bound) for one in result[first : last + 1]]
        first = last + 1
    return result


def sharing_scale(low: Decimal, first: Numeral, last: Numeral) -> Decimal:
    """Give the lower end of a range with the scale of its upper end, where it is meant: 600至850亿, 600 to 850 million.

    2,000 to 1 million shares none: its lower end would be the larger one.

    Args:
        low: the lower end as it is written.
        first: the numeral it is written with.
        last: the numeral of the upper end.
    """
    if last.scale <= first.scale:
        return low
    scaled = low * (last.scale // first.scale)
    return scaled if scaled < last.value else low


def _in_one_list(text: str, one: Quantity, other: Quantity, joints: Collection[str]) -> bool:
    between = text[one.span.end : other.span.start]
    return one.kind == other.kind == "measure" and one.unit == other.unit and between in joints

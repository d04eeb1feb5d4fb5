"""Quantities in order, each on characters of its own."""

from collections.abc import Iterable
from dataclasses import replace

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

"""The figures of one side of a clause, one by one, ready to be matched with the other side's."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from drafter.language.quantities import quantities_of
from drafter.language.units import comparable
from drafter.model import Quantity, Side

_SMALL_COUNT = 10
_REST = re.compile(r"0[0-9]+(?![.]?[0-9%])")  # what is left behind a comma that groups nothing: 2005,000
_DIGIT = re.compile("[0-9０-９]")
_HALF_DAY = 720  # minutes: a clock of twelve hours says only so much


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one side, ranges taken apart.

    Attributes:
        quantity: the quantity it belongs to.
        value: its value in the quantity's unit.
        dimension: what it measures.
        base: its value in the dimension's base unit.
        firm: whether the other side must have it: written with digits, or with a unit and no small count.
        digits: whether it is written with digits.
        place: where it stands in its text, 0 to 1.
    """

    quantity: Quantity
    value: Decimal
    dimension: str
    base: Fraction
    firm: bool
    digits: bool
    place: float

    @property
    def dated(self) -> bool:
        """Whether it is part of a date."""
        return self.quantity.kind == "date"

    @property
    def unit(self) -> str:
        """Its unit."""
        return self.quantity.unit


def _has_digits(text: str) -> bool:
    return _DIGIT.search(text) is not None


@lru_cache(maxsize=1024)
def figures_of(text: str, side: Side) -> tuple[Figure, ...]:
    """Give the measures and dates of a text; ordinals, references and list numbers are none.

    Args:
        text: one side of a clause.
        side: its language.
    """
    found = []
    for quantity in quantities_of(text, side):
        if quantity.kind not in ("measure", "date") or _REST.match(text, quantity.figure.start):
            continue
        digits = _has_digits(quantity.text)
        firm = _is_firm(quantity, side, digits=digits)
        values = [quantity.value] if quantity.value_max is None else [quantity.value, quantity.value_max]
        for value in values:
            dimension, base = comparable(value, quantity.unit)
            if quantity.unit == "clock":
                base %= _HALF_DAY
            found.append(Figure(quantity, value, dimension, base, firm, digits, quantity.figure.start / len(text)))
    return tuple(found)


def _is_firm(quantity: Quantity, side: Side, *, digits: bool) -> bool:
    if quantity.kind == "date" or digits:
        return True
    return (
        side == "zh"
        and quantity.unit not in ("count", "a", "d", "mo", "x")
        and quantity.bound != "~"
        and quantity.value > _SMALL_COUNT
    )

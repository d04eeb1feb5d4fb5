"""A quantity written in English as official documents have it: `no more than 32 μg/m³`, `CNY 320 million`."""

from decimal import Decimal

from drafter.language.units import unit_by_code
from drafter.model import Bound, Quantity

_BEFORE: dict[Bound, str] = {
    "=": "", ">=": "no less than ", "<=": "no more than ", ">": "more than ", "<": "less than ", "~": "about ",
}  # fmt: skip
_BIG = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))
_FEWEST_DIGITS = 3  # of a figure before `million`: 4.56 million, but 1,234,567
_CLOSED_UP = frozenset(("%", "[permille]"))


def write_number(value: Decimal) -> str:
    """Write a number in English digits: 1,500; 320 million."""
    for size, word in _BIG:
        if abs(value) >= size:
            scaled = (value / size).normalize()
            exponent = scaled.as_tuple().exponent
            if isinstance(exponent, int) and -exponent <= _FEWEST_DIGITS:
                return f"{scaled:,f} {word}"
            break
    return f"{value.normalize():,f}"


def write_english(quantity: Quantity, *, code_before: bool = True) -> str:
    """Write a measure in English.

    Args:
        quantity: the measure, from either language.
        code_before: whether money is written `CNY 320 million`; else `320 million yuan`.
    """
    number = write_number(quantity.value)
    if quantity.value_max is not None:
        number = f"{number}–{write_number(quantity.value_max)}"
    unit = unit_by_code(quantity.unit)
    if unit is None:
        return f"{_BEFORE[quantity.bound]}{number}"
    if unit.code == "CNY" and code_before:
        return f"{_BEFORE[quantity.bound]}CNY {number}"
    gap = "" if unit.code in _CLOSED_UP else " "
    return f"{_BEFORE[quantity.bound]}{number}{gap}{unit.shown}"

"""A quantity written in English, in the style of the house: `no more than 32 μg/m³`, `320 million yuan`, `5 days`.

Numbers follow the English of the CLDR (decimal point, comma between thousands, three digits to a group) and official
usage for what it leaves open: million and billion from six zeros on, `%` closed up, a space before other symbols (SI
brochure 5.4.3).
"""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from drafter.language.house_style import DEFAULT, HouseStyle
from drafter.language.quantities.unit_words import unit_words
from drafter.language.units import unit_by_code
from drafter.model import Bound, Quantity

BOUNDS_BEFORE: Final[dict[Bound, str]] = {
    "=": "", ">=": "no less than ", "<=": "no more than ", ">": "more than ", "<": "less than ", "~": "about ",
}  # fmt: skip
BOUNDS_BEHIND: Final[dict[Bound, str]] = {">=": " or more", "<=": " or less"}
_BIG = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))
_MOST_DECIMALS = 3  # of a figure before `million`: 4.56 million, but 1,234,567
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_FEWEST_TO_SET_APART = {"four": 1000, "five": 10_000, "none": None}
_DIGITS_OF_A_YEAR = 4
_CLOSED_UP = frozenset(("%", "[permille]"))
_LENGTHS_OF_TIME = frozenset(("a", "mo", "wk", "d", "h", "min"))


def write_number(value: Decimal, style: HouseStyle = DEFAULT) -> str:
    """Write a number in English digits: 1,500; 320 million."""
    for size, word in _BIG:
        if abs(value) >= size:
            scaled = (value / size).normalize()
            exponent = scaled.as_tuple().exponent
            if isinstance(exponent, int) and -exponent <= _MOST_DECIMALS and scaled * size == value:
                return f"{_digits(scaled, style)} {word}"
            break
    return _digits(value, style)


def _digits(value: Decimal, style: HouseStyle) -> str:
    least = _FEWEST_TO_SET_APART[style.thousands]
    plain = value.normalize()
    return f"{plain:,f}" if least is not None and abs(value) >= least else f"{plain:f}"


def write_english(quantity: Quantity, style: HouseStyle = DEFAULT) -> str:
    """Write a measure in English.

    Args:
        quantity: the measure, from either language.
        style: the style of the house.
    """
    return BOUNDS_BEFORE[quantity.bound] + write_amount(quantity, style)


def write_amount(quantity: Quantity, style: HouseStyle = DEFAULT) -> str:
    """Write a measure with its unit and without its bound."""
    unit = unit_by_code(quantity.unit)
    if unit and unit.code == "h" and style.thousands != "four":
        style = replace(style, thousands="four")  # 1500 hours is a time of day
    number = write_figure(quantity, style)
    if unit is None:
        return number
    if unit.code == "CNY" and style.money != "yuan" and " to " not in number:
        return f"{style.money} {number}"
    if unit.code == "%" and style.percent == "%":
        return f"{number}%"
    words = style.percent if unit.code == "%" else unit_words(unit, style, single=_is_one(quantity))
    return f"{number}{'' if unit.code in _CLOSED_UP and unit.code != '%' else ' '}{words}"


def write_figure(quantity: Quantity, style: HouseStyle = DEFAULT) -> str:
    """Write the figure alone: its value, or both ends of its range."""
    if quantity.value_max is None:
        return _in_words(quantity, style) or write_number(quantity.value, style)
    low, high = write_number(quantity.value, style), write_number(quantity.value_max, style)
    if low.partition(" ")[2] != high.partition(" ")[2]:  # 2,000 to 1 million: the million may be taken for both
        low, high = _digits(quantity.value, style), _digits(quantity.value_max, style)
    if low.isdigit() and len(low) == _DIGITS_OF_A_YEAR and style.thousands != "four":
        return write_figure(quantity, replace(style, thousands="four"))  # 1900–3800 begins like a span of years
    if style.dash == "to" or " " in low or " " in high:
        return f"{low} to {high}"  # 2 million to 3 million: “2 to 3 million” may be meant otherwise
    return f"{low}{style.dash}{high}"


def _is_one(quantity: Quantity) -> bool:
    return quantity.value == 1 and quantity.value_max is None


def _in_words(quantity: Quantity, style: HouseStyle) -> str:
    """A count up to ten in words, where the house writes it so; "" for all others."""
    value = quantity.value
    small = value == int(value) and 0 < value < len(_WORDS)
    counts = quantity.unit in ("count", "") or quantity.unit in _LENGTHS_OF_TIME
    return _WORDS[int(value)] if style.counts == "words" and small and counts else ""

"""Amounts of money told in two currencies, which a translator may add or leave out: 3亿元（约合4200万美元）."""

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from drafter.checks.number.compare_same import is_money
from drafter.checks.number.figures import Figure
from drafter.language.units import unit_by_code

_OPENS = re.compile(r"[(（][^)）]*\Z")
_CLOSES = re.compile(r"[^(（)）]{0,8}[)）]")
_CONVERTED = re.compile(r"(?:折合|约合|合|相当于)(?:人民币)?约?\Z")
_REACH = 60  # characters from an amount to the same in another currency
# What a currency has been worth in yuan since 1994, from the least to the most, with room on either side: yearly means
# of the State Administration of Foreign Exchange.
_WORTH = {
    "CNY": ("1", "1"), "USD": ("5.5", "9.2"), "EUR": ("6", "12"), "GBP": ("8", "17"), "HKD": ("0.7", "1.2"),
    "JPY": ("0.04", "0.1"), "AUD": ("4", "7.5"), "CAD": ("4.5", "8"), "NZD": ("3.3", "6.5"), "SGD": ("4", "6.2"),
    "TWD": ("0.18", "0.35"), "KRW": ("0.004", "0.012"), "INR": ("0.06", "0.28"), "RUB": ("0.05", "0.4"),
    "CHF": ("4.5", "10"), "ZAR": ("0.3", "2.5"), "THB": ("0.14", "0.36"),
}  # fmt: skip


def beside_other_money(figure: Figure, figures: Sequence[Figure], text: str) -> bool:
    """Tell whether a figure is the amount before it in another currency, at a rate that there has been.

    Args:
        figure: the figure.
        figures: all figures of its side.
        text: the text of its side.
    """
    if not is_money(figure) or not _stands_aside(figure, text):
        return False
    start = figure.quantity.span.start
    before = [
        one
        for one in figures
        if is_money(one) and one.dimension != figure.dimension and 0 < start - one.quantity.span.end <= _REACH
    ]
    return not before or _plausible(before[-1], figure)


def _stands_aside(figure: Figure, text: str) -> bool:
    start, end = figure.quantity.span
    if _CONVERTED.search(text, max(0, start - 8), start):
        return True
    return bool(_OPENS.search(text, max(0, start - 16), start) and _CLOSES.match(text, end))


def _plausible(one: Figure, other: Figure) -> bool:
    bounds = [_WORTH.get(_currency(figure)) for figure in (one, other)]
    if None in bounds or not one.base or not other.base:
        return True
    (low, high), (their_low, their_high) = ((Fraction(Decimal(end)) for end in bound) for bound in bounds if bound)
    return one.base * low <= other.base * their_high and other.base * their_low <= one.base * high


def _currency(figure: Figure) -> str:
    unit = unit_by_code(figure.unit)
    return unit.dimension.rpartition(" ")[2] if unit and unit.dimension != "money" else "CNY"

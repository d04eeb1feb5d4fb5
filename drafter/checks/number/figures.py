"""The figures of one side of a clause, one by one, ready to be matched with the other side's."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from drafter.language.numerals import english_numerals
from drafter.language.quantities import quantities_of
from drafter.language.units import comparable
from drafter.model import Quantity, Side, Span

_SMALL_COUNT = 10
_LARGE_COUNT = 99  # a hundred and more may be a manner of speaking: 百家, 千人
_REST = re.compile(r"0[0-9]+(?![.]?[0-9%])")  # what is left behind a comma that groups nothing: 2005,000
_DIGIT = re.compile("[0-9０-９]")
_SET = frozenset(("<=", ">=", ">"))
_SHARES = ("百分之", "千分之", "万分之", "成")
_HALF_DAY = 720  # minutes: a clock of twelve hours says only so much
# A day of the week, but no once a week (一周一次).
_ZH_WEEKDAY = re.compile(
    r"(?<![0-9一二两三四五六七八九十几数])(?:(?<!每)(?:周|星期|礼拜)([一二三四五六日天])(?![次个期年轮遍回线至到—-]|、(?!周|星期))"
    r"|(?<=每)(?:周|星期)([一二三四五六日])(?=[^次个期年轮遍回线至到、—一二两三四五六七八九十小起场项份篇节班趟-]))"
)
_EN_WEEKDAY = re.compile(r"(?<![A-Za-z])(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?(?![a-z])")
_ZH_DAYS = {day: number for number, day in enumerate("一二三四五六日", 1)} | {"天": 7}
_EN_DAYS = {day: number for number, day in enumerate(("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"), 1)}
_RATIO_MARKS = ("%", "％", "cent", "成", "折", "百分之")


class Figure(NamedTuple):
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


def is_ratio(quantity: Quantity) -> bool:
    """Tell whether a share is told by two numbers, each of which the other side may name: one in nine, 三分之一."""
    if quantity.unit == "[permille]":
        return "per" in quantity.text
    return quantity.unit == "%" and not any(mark in quantity.text for mark in _RATIO_MARKS)


def ratio_parts(quantity: Quantity) -> frozenset[Decimal]:
    """Give the numbers by which an English ratio is told: 1 and 66 of "one out of every 66"."""
    return frozenset(numeral.value for numeral in english_numerals(quantity.text))


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
    if quantity.kind == "date":
        return True
    if digits:  # one of something may be told by any singular
        return side == "en" or quantity.unit != "count" or quantity.value != 1 or quantity.value_max is not None
    if side == "en":
        return False
    if quantity.bound == "~":  # 近六成, but no 三四成
        return quantity.unit == "%" and quantity.text.endswith("成") and quantity.text[0] in "近约"
    if quantity.unit in ("count", "a", "d", "mo", "x"):
        # 十五日内, 三年以下, 三十五名: told as a limit, or too exact for a manner of speaking.
        # Two figures at least, as in 二万四千, are a count.
        exact = quantity.value <= _LARGE_COUNT or len(f"{quantity.value.normalize():f}".rstrip("0")) > 1
        return (exact and quantity.value > _SMALL_COUNT) or quantity.bound in _SET
    if quantity.unit == "%" and "半" in quantity.text[-4:] and "成" not in quantity.text:
        return False  # 一半, which is told in many ways
    if quantity.unit == "%" and any(mark in quantity.text for mark in _SHARES):
        return True
    return quantity.value > _SMALL_COUNT


def weekdays_of(text: str, side: Side) -> Iterator[Figure]:
    """Give the days of the week that a text names; Monday is 1."""
    if side == "zh":
        likely = "周" in text or "星期" in text or "礼拜" in text
        pattern, days = _ZH_WEEKDAY, _ZH_DAYS
    else:
        likely = "day" in text
        pattern, days = _EN_WEEKDAY, _EN_DAYS
    for found in pattern.finditer(text) if likely else ():
        span, value = Span(*found.span()), Decimal(days[found[1] or found[2]])
        quantity = Quantity(value, None, "weekday", "=", "date", span, span, found[0])
        yield Figure(quantity, value, "weekday", Fraction(value), False, False, span.start / len(text))

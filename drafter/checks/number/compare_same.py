"""When two figures of the two sides say the same: exactly, rounded, converted, or told in another way."""

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from drafter.checks.number.compare_multiples import same_multiple
from drafter.checks.number.figures import Figure, is_ratio, ratio_parts
from drafter.language.numerals import chinese_numerals
from drafter.language.units import UNITS, Unit

_ROUNDING = Fraction(3, 100)
_CONVERSION = Fraction(6, 1000)
_MONTH_ROUNDING = Fraction(5, 100)
_ROUGHEST = 2  # significant digits of a figure that was rounded
_LEAST_ROUNDED = 100  # smaller numbers are told as they are
_ROUGHLY = Fraction(7, 100)
_SHARE_ROUNDING = Fraction(3, 2)  # a third for 33%
_SHARE_APART = Fraction(1, 6)  # one in nine for a tenth, but no 0.5% for 万分之五
_DAYS_OF_A_MONTH = Fraction(365, 12)
_A_DAY = 86400
# Prices and yields per Chinese measure, told per metric one: 15 亩 are a hectare, two 斤 a kilogram.
_RATES = (("斤", "kilo", 2), ("亩", "hectare", 15), ("亩", "/ha", 15))
_PER_MU = Fraction(3, 2)  # tonnes a 亩 in kilograms a square metre
_CALENDAR = "time, calendar"
_LIKE = frozenset(("time", _CALENDAR))
_MILLION = 10**6
_SUM = 1000  # from here on an amount in words is no manner of speaking
_DOTTED = re.compile(r"[0-9]{1,3}\.[0-9]{3}(?![0-9.])")
_STRONGEST, _GUSTS = 18, 0.3
_LIKE_COUNTS = frozenset(("year", "day"))
# Kinds of unit that are taken for each other, though nothing converts between them.
_CONFUSED = (
    frozenset(("power", "energy")),
    _LIKE,
    frozenset(("length", "area")),
    frozenset(("%", "pp")),
)


def same_kind(one: Figure, other: Figure) -> bool:
    """Tell whether two figures have the same digits and both or neither are part of a date."""
    return one.value == other.value and one.dated == other.dated and (one.unit == other.unit or not one.dated)


def same_value(one: Figure, other: Figure) -> bool:
    """Tell whether two figures have the same digits, one of them read as a year or a day of the month."""
    if one.value != other.value or one.dated == other.dated:
        return False
    if one.quantity.noun and other.unit != "year":  # 2000 boilers look like a year, 12 boilers like no day
        return False
    return not {one.unit, other.unit}.isdisjoint(_LIKE_COUNTS)


def rounded(one: Figure, other: Figure) -> bool:
    """Tell whether one figure is the other one, converted or rounded: 7.5万亩 as 5,000 hectares, 1.48亿 as 150 million.

    Args:
        one: a figure of either side.
        other: a figure of the other side.
    """
    if one.dated or other.dated or not one.base or not other.base:
        return False
    if {one.dimension, other.dimension} == _LIKE:
        return _months_and_days(one, other)
    if one.dimension != other.dimension:
        return False
    if one.unit == other.unit == "%" and (is_ratio(one.quantity) or is_ratio(other.quantity)):
        return abs(one.base - other.base) <= min(_SHARE_ROUNDING, abs(one.base) * _SHARE_APART)
    if one.unit != other.unit:
        return _converted(one, other) or _rounds(one.base, other.base, other.value)
    return to_fewer_places(one, other) or rounded_source(one, other) or _said_roughly(one, other)


def _converted(one: Figure, other: Figure) -> bool:
    """1600公里 as 994 or as 1,000 miles: as near as the rougher of the two is told."""
    apart = abs(one.base - other.base)
    if apart > _ROUNDING * abs(one.base):
        return False
    places = (Fraction(_last_place(figure.value) / figure.value) * figure.base / 2 for figure in (one, other))
    return apart <= _CONVERSION * abs(one.base) or any(apart <= abs(place) for place in places)


def _months_and_days(one: Figure, other: Figure) -> bool:
    """30 days are a month, 18 months a year and a half: not exactly, so only from days to months and years."""
    calendar, clock = (one, other) if one.dimension == _CALENDAR else (other, one)
    days = clock.base / _A_DAY
    meant = calendar.base * _DAYS_OF_A_MONTH
    return clock.unit in ("d", "wk") and abs(days - meant) <= _MONTH_ROUNDING * meant


def _significant(value: Decimal) -> int:
    digits = "".join(map(str, value.normalize().as_tuple().digits)).strip("0")
    return max(1, len(digits))


def _rounds(exact: Fraction, said: Fraction, said_value: Decimal) -> bool:
    """Whether a figure of few digits is another one rounded: 148 as 150, 6.2 as six."""
    digits = _significant(said_value)
    if digits > _ROUGHEST or not said:
        return False
    step = said / Fraction(said_value.scaleb(-said_value.adjusted() + digits - 1))
    return abs(exact - said) <= abs(step) / 2


def to_fewer_places(one: Figure, other: Figure) -> bool:
    """Tell whether the English is the Chinese to fewer places: 2154.2万 as 21.54 million.

    Args:
        one: a figure of the Chinese.
        other: a figure of the English.
    """
    digits = _significant(other.value)
    if not _ROUGHEST <= digits < _significant(one.value) or one.value < _LEAST_ROUNDED:
        return False
    return abs(one.value - other.value) <= _last_place(other.value) / 2


def rounded_source(one: Figure, other: Figure, *, slips: bool = False) -> bool:
    """Tell whether the Chinese is the English to fewer places: 55.58万 for 555,797.

    Args:
        one: a figure of the Chinese.
        other: a figure of the English.
        slips: whether a single digit that differs counts as well, which otherwise looks like a slip (532,806 for
            53.28万).
    """
    if _significant(other.value) < _significant(one.value) + 1 + (not slips) or one.value < _LEAST_ROUNDED:
        return False
    if abs(one.value - other.value) > _last_place(one.value) / 2:
        return False
    return slips or _unlike_digits(one.value, other.value) > 1


def _last_place(value: Decimal) -> Decimal:
    return Decimal((0, (1,), int(value.normalize().as_tuple().exponent)))


def _said_roughly(one: Figure, other: Figure) -> bool:
    """Whether a figure that is told as about so much is the other one: 487人, nearly 500 people."""
    for exact, said in ((one, other), (other, one)):
        rough = said.quantity.bound in ("~", ">", "<") and exact.value >= _LEAST_ROUNDED
        fewer = _significant(said.value) < _significant(exact.value)
        close = abs(exact.base - said.base) <= _ROUGHLY * abs(exact.base)
        if rough and fewer and close and _rounds(exact.base, said.base, said.value):
            return said is other or _unlike_digits(one.value, other.value) > 1
    return False


def _unlike_digits(one: Decimal, other: Decimal) -> int:
    """Count the places at which two whole numbers differ; one that differs is a slip rather than a rounding."""
    digits, others = f"{one:.0f}", f"{other:.0f}"
    return sum(a != b for a, b in zip(digits, others, strict=True)) if len(digits) == len(others) else len(digits)


def otherwise(one: Figure, other: Figure, zh: str, en: str) -> bool:
    """Tell whether two figures tell the same in different ways.

    Args:
        one: a figure of the Chinese.
        other: a figure of the English.
        zh: the Chinese text.
        en: the English text.
    """
    if one.dated or other.dated:
        return False
    if "x" in (one.unit, other.unit):
        return same_multiple(one, other, zh)
    if is_ratio(other.quantity) and one.value in ratio_parts(other.quantity):
        parts = ratio_parts(other.quantity)
        # 每66人中就有一个: one out of every 66; 十大城市中有七个: seven out of ten.
        return one.value == max(parts) or parts <= {numeral.value for numeral in chinese_numerals(zh)}
    if one.unit == "pp" and other.unit == "%" and is_ratio(other.quantity) and other.value == one.value * 100:
        return True  # half a percentage point rather than a quarter
    if one.quantity.noun == "级" and "风" in zh and other.dimension == "length":
        return _wind(one.value, other.base)
    if one.value == other.value * _SUM and other.unit == "count" and _DOTTED.match(en, other.quantity.figure.start):
        return True  # 51.000, grouped as on the Continent
    if other.unit == "m" and one.value == other.value * _MILLION:
        return True  # 163m, of money whose sign is lost
    if one.unit == other.unit == "%" and "折" in one.quantity.text:
        return one.value + other.value == 100  # 八折: 20 percent off
    if one.dimension == "mass" and other.dimension == "areal load" and "亩" in zh:
        return one.base * _PER_MU == other.base  # 亩产1200公斤: 18 tonnes per hectare
    return one.dimension == other.dimension in ("money", "mass", "volume") and any(
        one.base * times == other.base for measure, word, times in _RATES if measure in zh and word in en
    )


def _wind(force: Decimal, metres: Fraction) -> bool:
    """Whether a force of wind (14级) blows at about so many metres an hour, by the scale of Beaufort.

    Source: GB/T 28591-2012; a force of B blows at about 3.01 km/h times B to the power of 1.5.
    """
    meant = 3010 * float(force) ** 1.5
    return 0 < force <= _STRONGEST and abs(float(metres) - meant) <= _GUSTS * meant


def share_of_counts(share: Figure, zh: Sequence[Figure]) -> list[Figure]:
    """Give the two counts by which the Chinese tells a share: 每10个家庭中有7个, for seventy percent of households.

    Args:
        share: a share of the English.
        zh: figures of the Chinese.
    """
    counts = [one for one in zh if one.unit == "count" and one.value]
    if share.unit != "%" or not share.value:
        return []
    return next(
        ([whole, part] for whole, part in pairwise(counts) if part.value * 100 == share.value * whole.value), []
    )


def unlike(one: Figure, other: Figure) -> bool:
    """Tell whether two figures have the same digits, but a unit of another size or kind, or points for percent."""
    if one.value != other.value or one.dated or other.dated or one.unit == other.unit:
        return False
    if one.dimension == other.dimension:
        return True
    if is_money(one) and is_money(other):
        if "¥" in other.quantity.text:
            return one.unit not in ("CNY", "JPY")  # one sign for both
        return "CNY" in (one.unit, other.unit) and one.firm and (other.digits or other.value >= _SUM)
    return frozenset((one.dimension, other.dimension)) in _CONFUSED or frozenset((one.unit, other.unit)) in _CONFUSED


def misnamed(one: Figure, other: Figure) -> Unit | None:
    """Give the unit that would make two figures of one kind equal: hectares, for 7.5万亩 told as 5,000 acres.

    Args:
        one: a figure of the Chinese.
        other: a figure of the English that differs from it.
    """
    if one.dimension != other.dimension or one.unit == other.unit or not other.value:
        return None
    meant = one.base / Fraction(other.value)
    return next((unit for unit in UNITS if unit.dimension == one.dimension and unit.factor == meant), None)


def is_money(figure: Figure) -> bool:
    """Tell whether a figure is an amount of money."""
    return figure.dimension.startswith("money")

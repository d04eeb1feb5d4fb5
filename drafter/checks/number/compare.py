"""The figures of both sides of a clause, matched by value: what is left over on either side is suspect.

A figure matches by its value in base units (30万千瓦 is 300 MW), else by its bare value, else as a rounded conversion.
Words that carry a figure without naming it stand in for it (`standins`), so that free wording stays silent.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from drafter.checks.number.figures import Figure, figures_of
from drafter.checks.number.standins import sayings

_ROUNDING = Fraction(3, 100)
_ROUGHEST = 2  # significant digits of a figure that was rounded
_SHARE_ROUNDING = Fraction(3, 2)  # a third for 33%
_LONGEST_TEXT = 20_000  # a clause longer than that is none
_MOST_FIGURES = 300  # on one side; a pair with more of them is a table in one piece
_TOO_MANY = 4
_LEAST_ROUNDED = 10**4
_OPENS = re.compile(r"[(（][^)）]*\Z")
_CONVERTED = re.compile(r"(?:折合|约合|合|相当于)(?:人民币)?约?\Z")
_CLOSES = re.compile(r"[^(（)）]{0,8}[)）]")
_CALENDAR = "time, calendar"
# Kinds of unit that are taken for each other, though nothing converts between them.
_CONFUSED = (
    frozenset(("power", "energy")),
    frozenset(("time", _CALENDAR)),
    frozenset(("length", "area")),
    frozenset(("%", "pp")),
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What matching the two sides left over.

    Attributes:
        matched: pairs that say the same.
        unlike: matched pairs of one value in units that don't agree (亩 and hectares, 个百分点 and percent).
        differing: pairs of leftovers that measure the same thing with another value.
        missing: Chinese figures without a counterpart.
        extra: English figures without a source.
    """

    matched: list[tuple[Figure, Figure]] = field(default_factory=list)
    unlike: list[tuple[Figure, Figure]] = field(default_factory=list)
    differing: list[tuple[Figure, Figure]] = field(default_factory=list)
    missing: list[Figure] = field(default_factory=list)
    extra: list[Figure] = field(default_factory=list)


_Pairs = list[tuple[Figure, Figure]]


def _take(zh: list[Figure], en: list[Figure], matched: _Pairs, same: Callable[[Figure, Figure], bool]) -> None:
    """Match what is the same by one measure, what stands at like places first, and take it from both lists."""
    for one in list(zh) if zh and en else ():
        partners = [other for other in en if same(one, other)]
        if partners:
            partner = (
                partners[0] if len(partners) == 1 else min(partners, key=lambda other: abs(one.place - other.place))
            )
            matched.append((one, partner))
            zh.remove(one)
            en.remove(partner)


def _same(one: Figure, other: Figure) -> bool:
    return one.dimension == other.dimension and one.base == other.base and one.dated == other.dated


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


def _rounded(one: Figure, other: Figure) -> bool:
    """A conversion or a scale in words, rounded: 7.5万亩 -> 5,000 hectares, 1.48亿 -> nearly 150 million."""
    if one.dimension != other.dimension or one.dated or not one.base:
        return False
    if one.unit == other.unit == "%":
        return not other.digits and abs(one.base - other.base) <= _SHARE_ROUNDING
    if one.unit != other.unit:  # converted
        return abs(one.base - other.base) <= _ROUNDING * one.base or _rounds(one.base, other.base, other.value)
    said_roughly = one.quantity.bound == "~" or other.quantity.bound in ("~", ">", "<")
    return said_roughly and one.value >= _LEAST_ROUNDED and _rounds(one.base, other.base, other.value)


def _said_again(figure: Figure, matched: _Pairs) -> bool:
    """A figure told once more for the reader: in another unit (1.4 billion kW, or 1,400 GW), or as a difference."""
    if figure.unit == "pp":
        shares = [one.base for one, _other in matched if one.unit == "%"]
        return any(abs(high - low) == figure.base for high in shares for low in shares if high != low)
    return any(figure.unit not in (one.unit, other.unit) and _rounded(one, figure) for one, other in matched)


def _is_money(figure: Figure) -> bool:
    return figure.dimension.startswith("money")


def _unlike(one: Figure, other: Figure) -> bool:
    """The same digits, but in a unit of another size or kind, or points against percent."""
    if one.value != other.value or one.dated or other.dated or one.unit == other.unit:
        return False
    if one.dimension == other.dimension:
        return True
    if _is_money(one) and _is_money(other):
        return "CNY" in (one.unit, other.unit) and one.digits and other.digits
    dimensions = one.dimension, other.dimension
    units = one.unit, other.unit
    return frozenset(dimensions) in _CONFUSED or frozenset(units) in _CONFUSED


def _kin(one: Figure, other: Figure) -> bool:
    """Whether two leftovers surely measure the same thing."""
    if one.dated or other.dated:
        return one.dated and other.dated and one.unit == other.unit
    return one.dimension == other.dimension and one.unit != "count"


def _loose_kin(one: Figure, other: Figure) -> bool:
    """Whether two leftovers may be one figure with a slip in it, seen from their units."""
    if one.dated or other.dated:
        return False
    return one.dimension == other.dimension or "count" in (one.dimension, other.dimension)


def _nearest(zh: list[Figure], en: list[Figure], pairs: _Pairs, kin: Callable[[Figure, Figure], bool]) -> None:
    """Pair leftovers that are kin, those at the like places of their texts first, and take them from both lists."""
    options = [
        (abs(one.place - other.place), first, second)
        for first, one in enumerate(zh)
        for second, other in enumerate(en)
        if kin(one, other)
    ]
    taken_zh: set[int] = set()
    taken_en: set[int] = set()
    for _, first, second in sorted(options):
        if first not in taken_zh and second not in taken_en:
            taken_zh.add(first)
            taken_en.add(second)
            pairs.append((zh[first], en[second]))
    zh[:] = [one for index, one in enumerate(zh) if index not in taken_zh]
    en[:] = [one for index, one in enumerate(en) if index not in taken_en]


class _Leftovers:
    """What no figure of the other side matched, and whether its words explain it."""

    def __init__(self, zh: list[Figure], en: list[Figure], zh_text: str, en_text: str, *, even: bool) -> None:
        self.zh, self.en = zh, en
        self.lost = [figure for figure in zh if figure.firm and not sayings(en_text, "en").explain(figure)]
        self.new = [figure for figure in en if figure.firm and not sayings(zh_text, "zh").explain(figure)]
        self._even = even

    def differing(self) -> _Pairs:
        """Pair what is surely one figure with a slip; one of the two at least must be unexplained."""
        pairs: _Pairs = []
        lost, new = set(map(id, self.lost)), set(map(id, self.new))
        zh, en = [one for one in self.zh if not one.dated], [one for one in self.en if not one.dated]
        _nearest(
            zh, en, pairs, lambda one, other: _kin(one, other) and other.digits and id(one) in lost and id(other) in new
        )
        _nearest(
            zh,
            en,
            pairs,
            lambda one, other: _kin(one, other) and other.digits and (id(one) in lost or id(other) in new),
        )
        _nearest(zh, en, pairs, lambda one, other: _loose_kin(one, other) and id(one) in lost and id(other) in new)
        _nearest(
            zh, en, pairs,
            lambda one, other: _loose_kin(one, other) and id(one) in lost and _said_otherwise(other) and one.digits,
        )  # fmt: skip
        self.lost = [one for one in zh if id(one) in lost]
        self.new = [one for one in en if id(one) in new]
        return pairs

    def dates(self) -> _Pairs:
        """Pair dates that differ: both without counterpart, and neither placed by another date."""
        pairs: _Pairs = []
        lost, new = set(map(id, self.lost)), set(map(id, self.new))
        zh = [one for one in self.zh if one.dated]
        en = [one for one in self.en if one.dated]
        _nearest(zh, en, pairs, lambda one, other: _kin(one, other) and id(one) in lost and id(other) in new)
        if self._even:
            _nearest(zh, en, pairs, lambda one, other: _kin(one, other) and one.unit in ("year", "month", "day"))
        return pairs


def _said_otherwise(figure: Figure) -> bool:
    """A count in words, from two to twelve, that no figure of the source matches."""
    return not figure.digits and figure.unit == "count" and 2 <= figure.value <= 12 and figure.quantity.bound == "="


@lru_cache(maxsize=4096)
def compare(zh_text: str, en_text: str) -> Comparison:
    """Match the figures of a clause.

    Args:
        zh_text: the Chinese side.
        en_text: the English side.
    """
    result = Comparison()
    if max(len(zh_text), len(en_text)) > _LONGEST_TEXT:
        return result
    zh, en = list(figures_of(zh_text, "zh")), list(figures_of(en_text, "en"))
    if max(len(zh), len(en)) > _MOST_FIGURES or not (zh or en):
        return result
    even = [one.unit for one in zh if one.dated] == [one.unit for one in en if one.dated] or _as_many(zh, en)
    _take(zh, en, result.matched, _same)
    if zh and en:
        _take(zh, en, result.unlike, _unlike)
        _take(zh, en, result.matched, lambda one, other: one.value == other.value and one.dated == other.dated)
        _take(zh, en, result.matched, lambda one, other: one.value == other.value)
        _take(zh, en, result.matched, _rounded)
    result.matched.extend(result.unlike)
    en = [figure for figure in en if not _said_again(figure, result.matched)]
    if not zh and not en:
        return result
    left = _Leftovers(zh, en, zh_text, en_text, even=even)
    dates = left.dates()
    figures = left.differing()
    faults = len(figures) + len(left.lost) + len(left.new) + len(dates)
    if faults >= _TOO_MANY and not any(one.firm and not one.dated for one, _ in result.matched):
        return Comparison(result.matched)  # nothing agrees: the pairing is wrong rather than every figure
    result.differing.extend([*figures, *dates])
    result.missing.extend(figure for figure in left.lost if not _aside(figure, zh_text))
    result.extra.extend(figure for figure in left.new if not _aside(figure, en_text))
    return result


def _as_many(zh: list[Figure], en: list[Figure]) -> bool:
    """Whether both sides name as many years, months and days, in any order."""
    return sorted(one.unit for one in zh if one.dated) == sorted(one.unit for one in en if one.dated)


def _aside(figure: Figure, text: str) -> bool:
    """Whether a figure is an amount of money converted, which a translator may add or leave out."""
    if not _is_money(figure):
        return False
    start, end = figure.quantity.span
    if _CONVERTED.search(text, max(0, start - 8), start):
        return True
    return bool(_OPENS.search(text, max(0, start - 16), start) and _CLOSES.match(text, end))

"""The figures of both sides of a clause, matched by value: what is left over on either side is suspect.

A figure matches by its value in base units (30万千瓦 is 300 MW), else by its bare value, else as a rounded conversion.
Words that carry a figure without naming it (half, both, twice) stand in for it, so that free wording stays silent.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from drafter.language.numerals import chinese_numerals, english_numerals
from drafter.language.quantities import read_quantities
from drafter.language.units import comparable
from drafter.model import Quantity, Side, Span

_ROUNDING = Fraction(3, 100)
# Words that say a figure without naming it, and the figures of a Chinese sentence that they may stand for.
_IMPLIED = {
    word: tuple(map(Decimal, values))
    for words, values in (
        ("half halve halves halved halving", ("50", "0.5", "2", "6")),
        ("third thirds", ("3",)),
        ("quarter quarters quarterly", ("4", "25", "3")),
        ("double doubles doubled doubling twice twofold", ("2", "100")),
        ("both pair pairs couple dual second secondary", ("2",)),
        ("triple triples tripled tripling threefold three", ("3", "200")),
        ("quadruple quadrupled fourfold", ("4", "300")),
        ("dozen dozens", ("12", "10")),
        ("decade decades", ("10",)),
        ("century centuries", ("100",)),
        ("first single once one a an each every another per", ("1",)),
        ("full fully all entire entirely complete completely", ("100",)),
        ("zero no none", ("0",)),
        ("week weekly", ("7",)),
        ("fortnight", ("14", "15", "2")),
        ("fourth", ("4",)),
        ("fifth", ("5",)),
        ("annual annually year yearly", ("1", "12")),
        ("month monthly", ("1",)),
        ("day daily", ("1", "24")),
    )
    for word in words.split()
}
_IMPLIED_ZH = {
    "半": ("50", "0.5", "6", "30"),
    "季": ("3", "4"),
    "倍": ("2", "100"),
    "番": ("2", "100"),
    "双": ("2",),
    "周": ("7",),
    "日": ("24",),
    "天": ("24",),
    "夜": ("24",),
    "年": ("12", "1"),
    "月": ("1",),
    "首": ("1",),
    "全": ("100",),
    "零": ("0",),
}
_LATIN_WORD = re.compile(r"[A-Za-z]+")
_LONGEST_TEXT = 20_000  # a clause longer than that is none
_MOST_FIGURES = 300  # on one side; a pair with more of them is a table in one piece
_TIMED = ("year", "month", "day")
_SMALL_COUNT = 10
_TOO_MANY = 4
_SHORTEST_RATIO = 2.5  # letters of sound English to a Chinese character; less means that the text breaks off


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one side, ranges taken apart.

    Attributes:
        quantity: the quantity it belongs to.
        value: its value in the quantity's unit.
        dimension: what it measures.
        base: its value in the dimension's base unit.
        firm: whether the other side must have it: written with digits, or with a unit and no small count.
    """

    quantity: Quantity
    value: Decimal
    dimension: str
    base: Fraction
    firm: bool

    @property
    def dated(self) -> bool:
        """Whether it is part of a date."""
        return self.quantity.kind == "date"


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


def _figures(text: str, side: Side) -> list[Figure]:
    found = []
    for quantity in read_quantities(text, side):
        if quantity.kind not in ("measure", "date"):
            continue
        values = [quantity.value] if quantity.value_max is None else [quantity.value, quantity.value_max]
        for value in values:
            dimension, base = comparable(value, quantity.unit)
            found.append(Figure(quantity, value, dimension, base, _is_firm(quantity, side)))
    return found


def _is_firm(quantity: Quantity, side: Side) -> bool:
    digits = any((ch.isdigit() and ch.isascii()) or "０" <= ch <= "９" for ch in quantity.text)
    if quantity.kind == "date":
        return True
    if side == "en":
        return digits
    return digits or (
        quantity.unit not in ("count", "a", "d", "mo", "x") and quantity.bound != "~" and quantity.value > _SMALL_COUNT
    )


def _take(
    zh: list[Figure], en: list[Figure], matched: list[tuple[Figure, Figure]], same: Callable[[Figure, Figure], bool]
) -> None:
    """Match what is the same by one measure, in order, and take it from both lists."""
    for one in list(zh):
        partner = next((other for other in en if same(one, other)), None)
        if partner is not None:
            matched.append((one, partner))
            zh.remove(one)
            en.remove(partner)


def _rounded(one: Figure, other: Figure) -> bool:
    """A conversion or a scale in words, rounded: 7.5万亩 -> 5,000 hectares, 1.48亿 -> nearly 150 million."""
    if one.dimension != other.dimension or one.dated or not one.base or one.quantity.unit == other.quantity.unit == "%":
        return False
    rewritten = one.quantity.unit != other.quantity.unit or one.value >= 10**4
    close = abs(one.base - other.base) <= _ROUNDING * one.base
    said_roughly = (
        one.quantity.bound == "~" or other.quantity.bound in ("~", ">", "<") or one.quantity.unit != other.quantity.unit
    )
    return rewritten and close and said_roughly


def _unlike(one: Figure, other: Figure) -> bool:
    """The same digits, but in a unit of another size, or points against percent."""
    if one.value != other.value or one.dated or other.dated:
        return False
    units = one.quantity.unit, other.quantity.unit
    return one.dimension == other.dimension or set(units) == {"%", "pp"}


def _bare_values(text: str, side: Side) -> set[Decimal]:
    """Every number that stands anywhere in a text, in names and references too."""
    if side == "zh":
        values = {numeral.value for numeral in chinese_numerals(text)}
        values |= {Decimal(digits) for digits in re.findall(r"[0-9]+(?:\.[0-9]+)?", text)}
        return values | {Decimal(value) for ch in _IMPLIED_ZH.keys() & set(text) for value in _IMPLIED_ZH[ch]}
    values = {numeral.value for numeral in english_numerals(text)}
    values |= {Decimal(digits) for digits in re.findall(r"[0-9]+(?:\.[0-9]+)?", text.replace(",", ""))}
    for word in set(_LATIN_WORD.findall(text.lower())):
        values.update(_IMPLIED.get(word, ()))
    return values


def _unexplained(figures: Iterable[Figure], bare: set[Decimal]) -> list[Figure]:
    return [figure for figure in figures if figure.firm and figure.value not in bare]


def _kin(one: Figure, other: Figure) -> bool:
    """Whether two leftovers may be one figure with a slip in it."""
    if one.dated or other.dated:
        return one.quantity.unit == other.quantity.unit
    return one.dimension == other.dimension or "count" in (one.dimension, other.dimension)


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
    zh, en = _figures(zh_text, "zh"), _figures(en_text, "en")
    if max(len(zh), len(en)) > _MOST_FIGURES:
        return result
    _take(zh, en, result.matched, lambda one, other: one.dimension == other.dimension and one.base == other.base)
    _take(zh, en, result.unlike, _unlike)
    _take(zh, en, result.matched, lambda one, other: one.value == other.value and one.dated == other.dated)
    _take(zh, en, result.matched, lambda one, other: one.value == other.value)
    _take(zh, en, result.matched, _rounded)
    result.matched.extend(result.unlike)
    zh_left = _unexplained(zh, _bare_values(en_text, "en"))
    en_left = _unexplained(en, _bare_values(zh_text, "zh"))
    _take(zh_left, en_left, result.differing, lambda one, other: _kin(one, other) and one.dimension == other.dimension)
    _take(zh_left, en_left, result.differing, _kin)
    if len(zh_left) + len(en_left) + len(result.differing) >= _TOO_MANY and not any(
        one.firm and not one.dated for one, _ in result.matched
    ):
        return Comparison(result.matched)  # nothing agrees: the pairing is wrong rather than every figure
    result.missing.extend(figure for figure in zh_left if not figure.dated)
    result.extra.extend(figure for figure in en_left if not figure.dated)
    return result


def place_for(figure: Figure, comparison: Comparison, zh_text: str, en_text: str) -> Span:
    """Guess where in the English a missing figure belongs: between its matched neighbours, at the end of a clause.

    Returns:
        An empty span.
    """
    pos = figure.quantity.span.start
    low = max(
        ((z.quantity.span.end, e.quantity.span.end) for z, e in comparison.matched if z.quantity.span.end <= pos),
        default=(0, 0),
    )
    high = min(
        (
            (z.quantity.span.start, e.quantity.span.start)
            for z, e in comparison.matched
            if z.quantity.span.start >= pos and e.quantity.span.start >= low[1]
        ),
        default=(len(zh_text), len(en_text)),
    )  # fmt: skip
    if high == (len(zh_text), len(en_text)) and len(en_text) < _SHORTEST_RATIO * len(zh_text):
        end = len(en_text.rstrip().rstrip(",;.:"))
        return Span(end, end)
    share = (pos - low[0]) / max(1, high[0] - low[0])
    guess = low[1] + round(share * max(0, high[1] - low[1]))
    closes_sentence = zh_text[figure.quantity.span.end : figure.quantity.span.end + 1] in ("。", "；", "")
    marks = r"[.;](?=\s|$)" if closes_sentence else r"[,;.:](?=\s|$)"
    ends = [found.start() for found in re.finditer(marks, en_text) if low[1] <= found.start() <= high[1]]
    place = min(ends, key=lambda end: abs(end - guess), default=min(guess, len(en_text)))
    return Span(place, place)


_FIGURE_SHAPE = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


def in_shape_of(value: Decimal, shape: str, factor: int) -> str:
    """Write a value the way a figure of the text is written.

    Args:
        value: the value meant, in the unit of the text's figure.
        shape: the text's figure ("1,500", "1.5 million", "fifteen").
        factor: the size of its scale word, 1 where there is none.
    """
    scaled = (value / factor).normalize()
    grouped = "," in shape or abs(scaled) >= (10**4 if factor == 1 else 10**3)
    written = f"{scaled:,f}" if grouped else f"{scaled:f}"
    return _FIGURE_SHAPE.sub(lambda _: written, shape, count=1) if _FIGURE_SHAPE.search(shape) else written

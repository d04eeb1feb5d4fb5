"""Words that say a figure without naming it: half, both, a decade, 半, 去年, and what they may stand for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from drafter.checks.number.figures import Figure
from drafter.language.numerals import chinese_numerals, english_numerals
from drafter.language.quantities import quantities_of
from drafter.language.tokens import english_vocabulary
from drafter.model import Quantity, Side

_TIME = frozenset(("a", "mo", "wk", "d", "h", "min", "s"))
_SHARE = frozenset(("%", "pp", "x", "[bp]", "[permille]"))
_KINDS = ("any", "time", "share")
_Said = tuple[str, Decimal]


def _table(rows: Iterable[tuple[str, str]]) -> dict[str, tuple[_Said, ...]]:
    """Read `word word: any 2 4, share 50` into a table of what each word may stand for."""
    table: dict[str, tuple[_Said, ...]] = {}
    for words, meanings in rows:
        said: list[_Said] = []
        for part in meanings.split(","):
            kind, *values = part.split()
            said.extend((kind, Decimal(value)) for value in values)
        for word in words.split():
            table[word] = (*table.get(word, ()), *said)
    return table


_EN: Final = _table(
    (
        ("half halve halves halved halving", "share 50, any 0.5 2, time 6 30 12 15 50"),
        ("third thirds thirdly", "any 3, share 33 33.3 67 66.7 30"),
        ("quarter quarters quarterly", "any 4 3 0.25, share 25 75, time 3 15 90 45"),
        ("double doubles doubled doubling doubles twice twofold duo", "any 2, share 100 200"),
        ("both pair pairs couple dual two-way second secondary secondly either neither brace twin twins", "any 2"),
        ("triple triples tripled tripling threefold trio thrice", "any 3, share 200 300, any 2"),
        ("quadruple quadrupled fourfold quartet", "any 4 3, share 300 400"),
        ("fivefold quintupled", "any 5 4, share 400 500"),
        ("tenfold", "any 10 9, share 900 1000"),
        ("dozen dozens", "any 12 10 11 24"),
        ("decade decades", "time 10 20 30 40 50 60 70 80 90, any 10"),
        ("century centuries", "time 100 200 300 400 500, any 100"),
        ("millennium millennia", "time 1000 2000 3000"),
        ("first firstly single once one a an each every another per only sole alone", "any 1"),
        ("full fully all entire entirely complete completely every everyone whole totally universal", "share 100"),
        ("zero no none nobody nil", "any 0, share 0"),
        ("week weekly weeks", "time 7 14 21 28 1 5"),
        ("fortnight", "time 14 15 2"),
        ("annual annually year yearly years anniversary", "time 1 12 52 365 24 18 36"),
        ("month monthly months", "time 1 30 31 28 4 60 90"),
        ("day daily days clock overnight", "time 1 24 48 72 7"),
        ("hour hourly hours", "time 1 60 90 120"),
        ("minute minutes", "time 1 60"),
        ("weekend", "time 2"),
        ("tenth tenths tithe", "any 10, share 10 20 30 40 60 70 80 90"),
        ("fifth fifths", "any 5, share 20 40 60 80"),
        ("fourth fourths", "any 4, share 25"),
        ("sixth", "any 6"), ("seventh", "any 7"), ("eighth", "any 8"), ("ninth", "any 9"), ("eleventh", "any 11"),
        ("twelfth", "any 12"), ("thirteenth", "any 13"), ("fourteenth", "any 14"), ("fifteenth", "any 15"),
        ("sixteenth", "any 16"), ("seventeenth", "any 17"), ("eighteenth", "any 18"), ("nineteenth", "any 19"),
        ("twentieth", "any 20"), ("thirtieth", "any 30"), ("hundredth", "any 100"),
        ("teens teenage teenager teenagers", "any 13 14 15 16 17 18 19"),
        ("twenties", "any 20"), ("thirties", "any 30"), ("forties", "any 40"), ("fifties", "any 50"),
        ("sixties", "any 60"), ("seventies", "any 70"), ("eighties", "any 80"), ("nineties", "any 90"),
        ("tens", "any 10 20 30 10000 100000 10000000 100000000"),
        ("hundred hundreds", "any 100"), ("thousand thousands", "any 1000"), ("million millions", "any 1000000"),
        ("majority most", "share 50"),
    )
)  # fmt: skip
_ZH: Final = _table(
    (
        ("半", "share 50, any 0.5 2 1.5 2.5, time 6 30 12 15"),
        ("季", "time 3, any 4"),
        ("倍", "any 2 3 4, share 100 200 300"),
        ("番", "share 100, any 2 4"),
        ("双 俩 对 副", "any 2"),
        ("仨", "any 3"),
        ("周", "time 7 14"),
        ("天 日 夜 昼", "time 24 48 72"),
        ("时", "time 60"),
        ("年", "time 12 24 36"),
        ("月", "time 30 4"),
        ("首 独 唯 单", "any 1"),
        ("全 都 满", "share 100"),
        ("零 无", "any 0, share 0"),
        ("打", "any 12"),
        ("旬", "time 10, any 50 60 70 80 90"),
        ("十", "any 10"), ("百", "any 100"), ("千", "any 1000"), ("万", "any 10000"), ("亿", "any 100000000"),
        ("冠", "any 19 2019, any 1"),
        ("亚", "any 2"),
    )
)  # fmt: skip
_ZH_MANY: Final = (
    ("百万", Decimal(10**6)), ("千万", Decimal(10**7)), ("十万", Decimal(10**5)), ("万亿", Decimal(10**12)),
    ("十亿", Decimal(10**9)), ("百亿", Decimal(10**10)), ("千亿", Decimal(10**11)),
)  # fmt: skip
# Words that place a date by another one: a day that the other side names may stand for them.
_EN_RELATIVE: Final = {
    "year": re.compile(
        r"(?<![A-Za-z])(?:last|this|next|previous|past|same|current|coming|following|preceding|each|every|recent|a|the)"
        r"\s(?:\w+\s)?years?(?![a-z])|ago|earlier|later|annual|anniversary|year[\s-](?:on|over)[\s-]year|year-",
        re.IGNORECASE,
    ),
    "month": re.compile(
        r"(?<![A-Za-z])(?:last|this|next|previous|same|each|every|following|the|a)\smonths?|quarter|half|season|spring|summer"
        r"|autumn|winter|ago|month-|earlier|later|Christmas|New Year|Mid-Autumn|National Day|Labou?r Day",
        re.IGNORECASE,
    ),
    "day": re.compile(
        r"yesterday|today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
        r"|(?:next|same|following|previous|last|that)"
        r"\s(?:day|night|week|month)|overnight|recently|earlier|later|ago|Christmas|New Year|National Day"
        r"|mid-|early|late"
        r"|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[a-z]{3,7}teenth|[a-z]{3,5}tieth)"
        r"|end|beginning|start|\d(?:st|nd|rd|th)",
        re.IGNORECASE,
    ),
}
_ZH_RELATIVE: Final = {
    "year": re.compile(
        r"去年|今年|明年|前年|后年|上年|当年|本年|同年|次年|翌年|来年|每年|历年|年前"
        r"|年后|年底|年初|近年|目前|现在|此前|同期|以来|周年|本届|上届|春节|元旦"
    ),
    "month": re.compile(
        r"本月|上月|下月|当月|上个月|下个月|这个月|每月|同月|次月|季度|上半年|下半年"
        r"|月前|月后|年底|年初|年末|春|夏|秋|冬|元旦|国庆|五一|圣诞|除夕|双11"
        r"|双十一|正月|腊月|农历|昨|今|明|日前|近日"
    ),
    "day": re.compile(
        r"昨|今天|今日|明天|当天|当日|次日|翌日|同日|日前|近日|周[一二三四五六日末]"
        r"|星期|礼拜|上旬|中旬|下旬|月底|月初|月末|元旦|国庆|五一|圣诞|除夕|春节|前夜"
        r"|前夕|凌晨|晚|上周|下周|本周|初|双11|双十一"
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sayings:
    """What a text says besides the figures that were matched.

    Attributes:
        values: every number that stands in it, in names and references too.
        implied: figures that its words may stand for, by kind: any, time, share.
        relative: the parts of dates that it places by another date.
    """

    values: frozenset[Decimal]
    implied: dict[str, frozenset[Decimal]]
    relative: frozenset[str]

    def explain(self, figure: Figure) -> bool:
        """Tell whether the text says a figure of the other side in some way."""
        if figure.dated:
            return figure.unit in self.relative or figure.unit == "clock"  # clocks of two places differ
        values = _readings(figure)
        if not self.values.isdisjoint(values):
            return True
        kinds = ("any", "time") if figure.unit in _TIME else ("any", "share") if figure.unit in _SHARE else ("any",)
        return any(not self.implied[kind].isdisjoint(values) for kind in kinds)


def _readings(figure: Figure) -> set[Decimal]:
    """The numbers by which a figure may be said: 1.5 times as much is 50 percent more, eight in ten is 80%."""
    value = figure.value
    readings = {value}
    if figure.unit == "x":
        readings |= {value * 100, (value - 1) * 100, value + 1, value - 1}
    elif figure.unit == "pp":
        readings.add(value * 100)  # basis points
    elif figure.unit == "%":
        readings |= {value / 100 + 1, value / 100}
    return readings


@lru_cache(maxsize=1024)
def sayings(text: str, side: Side) -> Sayings:
    """Gather what a text says.

    Args:
        text: one side of a clause.
        side: its language.
    """
    implied: dict[str, set[Decimal]] = {kind: set() for kind in _KINDS}
    table, words = (_ZH, set(text)) if side == "zh" else (_EN, set(english_vocabulary(text)))
    for word in table.keys() & words:
        for kind, value in table[word]:
            implied[kind].add(value)
    if side == "zh" and ("万" in words or "亿" in words):
        implied["any"].update(value for name, value in _ZH_MANY if name in text)
    patterns = _ZH_RELATIVE if side == "zh" else _EN_RELATIVE
    relative = frozenset(unit for unit, pattern in patterns.items() if pattern.search(text))
    return Sayings(
        frozenset(_values(text, side)), {kind: frozenset(values) for kind, values in implied.items()}, relative
    )


def _values(text: str, side: Side) -> set[Decimal]:
    """Every number of a text but those of dates and list marks, and the pieces of those read as something else."""
    values: set[Decimal] = set()
    taken: set[int] = set()
    for quantity in quantities_of(text, side):
        if quantity.kind in ("measure", "date", "list") and not _is_ratio(quantity):
            taken.update(range(*quantity.figure))
        if quantity.kind == "measure" or (quantity.kind == "date" and quantity.unit in ("year", "decade", "century")):
            values.add(quantity.value)
            if quantity.value_max is not None:
                values.add(quantity.value_max)
        elif quantity.unit == "clock":
            hour = quantity.value // 60
            values.update((hour, hour - 12))
        elif quantity.kind in ("reference", "ordinal"):
            values.add(quantity.value)
    numerals = chinese_numerals(text) if side == "zh" else english_numerals(text)
    values.update(numeral.value for numeral in numerals if numeral.span.start not in taken)
    plain = text.replace(",", "") if side == "en" and "," in text else text
    values.update(Decimal(found) for found in _NAMED.findall(plain))
    return values


def _is_ratio(quantity: Quantity) -> bool:
    """Whether a share is told by two numbers, each of which the other side may name: one in nine, 三分之一."""
    return quantity.unit == "%" and not any(mark in quantity.text for mark in ("%", "％", "cent", "成", "百分之"))


# The digits of names, which no reader takes for figures: G20, MH370, A320, 737-800.
_NAMED = re.compile(r"(?<=[A-Za-z+/-])[0-9]{1,9}(?:\.[0-9]{1,9})?")

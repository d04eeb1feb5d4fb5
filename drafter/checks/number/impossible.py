"""Figures beyond what there can be: more days than a year has, an index past its end, a fall by more than all.

Each is told from the words around the figure, so that a figure is doubted only where what it measures is said.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from drafter.language.tokens import holds_any
from drafter.model import N_, Side, Span

SAID = N_("There can't be so much: “{text}”.")
_SAID_FALL = N_("Nothing can fall by more than 100%: “{text}”.")
_SAID_NEGATIVE = N_("A count can't be less than nothing: “{text}”.")
_SAID_INDEX = N_("The index does not go so far: “{text}”.")
_SAID_YEARS = N_("The years are out of order: “{text}”.")
_WHOLE = 100
_DAYS_OF_A_YEAR, _HOURS_OF_A_DAY, _DAYS_OF_A_WEEK, _MONTHS_OF_A_YEAR = 366, 24, 7, 12
_LARGEST_AQI, _LARGEST_PH = 500, 14
_MOST_PARTICLES = 5000  # μg/m³: more than any sand storm has brought on the mean of a day
_NUMBER = r"(?<![0-9.,])(?P<n>[0-9]{1,6}(?:\.[0-9]{1,2})?)"
_ZH_TO = r"(?:为|达到?|达|在|约|约为|不超过|不低于|超过|控制在|降至|降到|升至|提高到|以上|以下)?"
_EN_TO = (
    r"\s(?:(?:is|are|was|were|be|been|to|at|of|within|below|above|over|about|around|reach(?:es|ed)?|exceed(?:s|ed)?|fell|fall"
    r"|rose|rise|stood|kept|stay(?:s|ed)?)\s){1,4}?(?:no\s(?:more|less)\sthan\s|at\s(?:least|most)\s|about\s)?"
)


class Limit(NamedTuple):
    """A kind of figure and the most it can be.

    Attributes:
        likely: letters, one of which must be there.
        pattern: the figure (`n`) in the words that say what it is; `span` is what is marked, where it is more.
        most: the most that it can be.
        message: what is said of more.
    """

    likely: tuple[str, ...]
    pattern: re.Pattern[str]
    most: int
    message: str


def _limit(likely: str, pattern: str, most: int, message: str = SAID) -> Limit:
    return Limit(tuple(likely.split()), re.compile(pattern), most, message)


_ZH_LIMITS = (
    _limit("天", rf"(?:全年|每年|年均|一年(?:内|中)?)[^，。；、0-9]{{0,14}}{_NUMBER}(?=天)", _DAYS_OF_A_YEAR),
    _limit("天数", rf"(?:优良|达标|污染|重污染|超标)天数{_ZH_TO}{_NUMBER}(?=天)", _DAYS_OF_A_YEAR),
    _limit("小时", rf"(?:每天|每日|全天|昼夜|日均)[^，。；、0-9]{{0,10}}{_NUMBER}(?=个?小时)", _HOURS_OF_A_DAY),
    _limit("每周", rf"每周[^，。；、0-9]{{0,6}}{_NUMBER}(?=天)", _DAYS_OF_A_WEEK),
    _limit("个月", rf"(?:每年|全年)[^，。；、0-9]{{0,6}}{_NUMBER}(?=个月)", _MONTHS_OF_A_YEAR),
    _limit(
        "AQI 空气质量指数",
        rf"(?:AQI|空气质量指数)(?:（[A-Z]+）|\(AQI\))?(?:值|均值|日均值)?{_ZH_TO}{_NUMBER}(?![0-9.%％年月])",
        _LARGEST_AQI, _SAID_INDEX,
    ),
    _limit("pH", rf"pH值?{_ZH_TO}{_NUMBER}(?![0-9.%％])", _LARGEST_PH, _SAID_INDEX),
    _limit(
        "微克",
        rf"(?:PM\s?(?:2\.5|10)|细颗粒物|可吸入颗粒物|颗粒物)[^，。；、0-9]{{0,16}}{_NUMBER}(?=微克/立方米)",
        _MOST_PARTICLES,
    ),
    _limit(
        "% ％", rf"(?:下降|降低|减少|削减|压减)(?:了|约|近|超过|达|幅度为|幅度达)?{_NUMBER}(?=[%％])",
        _WHOLE, _SAID_FALL,
    ),
    _limit(
        "- −",
        r"(?<![0-9０-９A-Za-z%％）)\]—–～~至到.-])"
        r"(?P<span>[-−](?P<n>[0-9]{1,6})(?:家|台|辆|座|户|所|艘|栋|间|套|人|名|亩|公里|个(?!百分点|基点)))",
        0, _SAID_NEGATIVE,
    ),
)  # fmt: skip
_EN_LIMITS = (
    _limit(
        "days", rf"{_NUMBER}\sdays\s(?:of\sgood\sair\squality|with\sgood\sair|(?:a|per|each)\syear)", _DAYS_OF_A_YEAR
    ),
    _limit("hours", rf"{_NUMBER}\shours\s(?:a|per|each|every)\sday(?![a-z])", _HOURS_OF_A_DAY),
    _limit("week", rf"{_NUMBER}\sdays\s(?:a|per|each|every)\sweek(?![a-z])", _DAYS_OF_A_WEEK),
    _limit("months", rf"{_NUMBER}\smonths\s(?:a|per|each|every)\syear(?![a-z])", _MONTHS_OF_A_YEAR),
    _limit(
        "AQI ndex",
        rf"(?:AQI|[Aa]ir\s[Qq]uality\s[Ii]ndex)(?:\s\(AQI\))?{_EN_TO}{_NUMBER}"
        r"(?![0-9.%:]|,[0-9]|\s(?:cities|days|stations|points|percent|per))",
        _LARGEST_AQI, _SAID_INDEX,
    ),
    _limit("pH", rf"pH(?:\svalue)?{_EN_TO}{_NUMBER}(?![0-9.%])", _LARGEST_PH, _SAID_INDEX),
    _limit(
        "g/m",
        r"(?:PM\s?(?:2\.5|10)|(?:fine\s|inhalable\s)?particles|particulate\smatter)[^.;,0-9]{0,60}?\s"
        rf"{_NUMBER}(?=\s?[μµ]g/m[³3])",
        _MOST_PARTICLES,
    ),
    _limit(
        "% cent",
        r"(?:[Ff]all|fell|[Dd]rop(?:ped)?|[Cc]ut|[Rr]educe[ds]?|[Dd]ecrease[ds]?|[Dd]ecline[ds]?|[Ll]ower(?:ed)?)"
        r"\s(?:[a-z]+\s){0,3}?by\s(?:about\s|over\s|more\sthan\s|at\sleast\s)?"
        rf"{_NUMBER}(?=%|\sper\s?cent(?!a))",
        _WHOLE, _SAID_FALL,
    ),
)  # fmt: skip
# Losses and the like may well fall by more than all.
_MAY_FALL = re.compile(r"利润|收益|盈利|净|现金流|profit|earnings|income|cash\sflow|margin", re.IGNORECASE)
_AROUND = 48
_ZH_YEARS = re.compile(r"(?:(?:19|20)[0-9]{2}年?[、，和及]){2,7}(?:19|20)[0-9]{2}年")
_EN_YEARS = re.compile(
    r"(?<![0-9.,-])(?:(?:19|20)[0-9]{2},\s){1,7}(?:19|20)[0-9]{2},?\sand\s(?:19|20)[0-9]{2}(?![0-9–-]|,[0-9])"
)
_ZH_SPAN = re.compile(
    r"(?<![0-9])(?P<from>(?:19|20)[0-9]{2})年?(?:[—–－～~-]|至|到){1,2}(?P<to>(?:19|20)[0-9]{2})年(?!代)"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_FEWEST_YEARS = 3


def beyond_all(text: str, side: Side) -> Iterator[tuple[Span, str]]:
    """Give the figures of a text that are beyond what there can be, with what is to be said of each.

    Args:
        text: the text.
        side: its language.
    """
    for limit in _ZH_LIMITS if side == "zh" else _EN_LIMITS:
        for found in limit.pattern.finditer(text) if holds_any(text, limit.likely) else ():
            if Decimal(found["n"]) > limit.most and not (limit.message == _SAID_FALL and _may_fall(text, found)):
                yield Span(*found.span("span" if "span" in found.groupdict() else "n")), limit.message
    yield from _years_out_of_order(text, side)


def _may_fall(text: str, found: re.Match[str]) -> bool:
    return _MAY_FALL.search(text, max(0, found.start() - _AROUND), found.end()) is not None


def _years_out_of_order(text: str, side: Side) -> Iterator[tuple[Span, str]]:
    """A year that breaks a list of years which follow each other, and a span of years that runs backwards."""
    for found in (_ZH_YEARS if side == "zh" else _EN_YEARS).finditer(text) if "20" in text or "19" in text else ():
        years = [
            (int(one[0]), Span(found.start() + one.start(), found.start() + one.end()))
            for one in _YEAR.finditer(found[0])
        ]
        if (odd := _odd_year([year for year, _ in years])) is not None:
            yield years[odd][1], _SAID_YEARS
    for found in _ZH_SPAN.finditer(text) if side == "zh" else ():
        if int(found["from"]) > int(found["to"]):
            yield Span(*found.span()), _SAID_YEARS


def _odd_year(years: list[int]) -> int | None:
    """The one year without which the others follow each other year by year."""
    if len(years) < _FEWEST_YEARS or all(late - early == 1 for early, late in pairwise(years)):
        return None
    for index in range(len(years)):
        first = years[0] if index else years[1] - 1
        meant = [first + place for place in range(len(years))]
        if years[index] not in meant and all(
            year == meant[place] for place, year in enumerate(years) if place != index
        ):
            return index
    return None

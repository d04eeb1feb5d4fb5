"""Figures that can't be, whatever the source says."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from drafter.checks.context import ClauseContext
from drafter.checks.number.impossible import beyond_all
from drafter.checks.rule import Rule
from drafter.language.dates import MONTH_NAMES
from drafter.model import N_, Finding, Fix, Message, Side, Span

_MONTH = "|".join(MONTH_NAMES)
_WHOLE = 100
_LEAST = re.compile("[0-9]")
# A share of a whole, and what is none though it looks like one: growth, use of capacity, cover by reserves.
_ZH_SHARE = re.compile(
    r"(?:占比|所占比例|比例|比重|达标率|合格率|覆盖率|普及率|优良率|处置率|处理率|回收率|使用率|替代率|治理率|(?<!产能)(?<!设备)利用率)"
    r"(?:为|达到|达|提高到|提升到|降至|升至|提高至|保持在|控制在|稳定在|不低于|不少于|超过|约为|约|均)?"
    r"(?P<share>[0-9]{3,5}(?:\.[0-9]{1,2})?)%"
)
_ZH_NO_SHARE = re.compile(r"(?:拨备|利息|储备|备付|债务|资本|流动性).{0,6}\Z")
_EN_SHARE = re.compile(
    r"(?<![A-Za-z])(?:the\s)?(?:share|proportion|percentage)\sof\s[^.;:,%]{1,80}?\s(?:is|are|was|were|be|reach(?:es|ed)?|exceed(?:s|ed)?|to|stood\sat|at)\s"
    r"(?:at\sleast\s|about\s|over\s|more\sthan\s|no\sless\sthan\s)?(?P<share>[0-9]{3,5}(?:\.[0-9]{1,2})?)(?:%|\sper\s?cent)",
    re.IGNORECASE,
)
_EN_OF_ALL = re.compile(
    r"(?<![0-9.,])(?P<share>[0-9]{3,5}(?:\.[0-9]{1,2})?)(?:%|\sper\s?cent)\sof\s(?:the\s|all\s|all\sthe\s|its\s|our\s)?(?:[a-z-]+\s){0,2}?"
    r"(?:sites|enterprises|households|vehicles|people|residents|schools|projects|villages|students|boilers|cities|counties"
    r"|towns|respondents|voters|buses|farms|families|firms|companies|hospitals|rivers|wells|streets|factories)(?![a-z])"
)
# Months, days and hours that no calendar has.
_ZH_MONTH = re.compile(
    r"(?<![0-9个.])(?P<month>1[3-9]|[2-9][0-9])月(?=[0-9]{1,2}日|底|初|末|前|上旬|中旬|下旬|，|起|至|[—–-])"
)
_ZH_DAY = re.compile(r"(?<![0-9])(?:1[0-2]|0?[1-9])月(?P<day>3[2-9]|[4-9][0-9])日")
_ZH_SHORT = re.compile(r"(?<![0-9])(?:(?:0?[469]|11)月31日|0?2月3[01]日)")
_ZH_HOUR = re.compile(
    r"(?<![0-9.])(?:2[5-9]|[3-9][0-9])时(?=[0-9]{1,2}分|整|许)|(?<![0-9.])(?:[01]?[0-9]|2[0-4])时[6-9][0-9]分"
)
_EN_MONTH = re.compile(
    r"(?<![A-Za-z])[Mm]onth\s(?P<month>1[3-9]|[2-9][0-9])(?:,\s(?:19|20)[0-9]{2}(?![0-9]))?(?![0-9])"
)
_EN_DAY = re.compile(
    rf"(?<![0-9.,])(?:3[2-9]|[4-9][0-9])\s(?:{_MONTH})(?![a-z])(?=\s(?:19|20)[0-9]{{2}}|[,.;]|$)"
    rf"|(?<![A-Za-z])(?:{_MONTH})\s(?:3[2-9]|[4-9][0-9])(?:,\s(?:19|20)[0-9]{{2}})(?![0-9])"
)
_EN_SHORT = re.compile(
    r"(?<![0-9.,])(?:31\s(?:April|June|September|November)|3[01]\sFebruary)(?![a-z])"
    r"|(?<![A-Za-z])(?:(?:April|June|September|November)\s31|February\s3[01])(?![0-9])"
)
_EN_HOUR = re.compile(
    r"(?<=[a-z]\s)(?:2[5-9]|[3-9][0-9]):[0-5][0-9](?=\s(?:on|hours|every|each|[ap]\.?m)|[.,;])|(?<![0-9:])[01]?[0-9]:[6-9][0-9](?=\s?[ap]\.?m)"
)
# A year and its scraps, and a second year right behind it: `2025In 2000,`.
_SECOND_YEAR = re.compile(r"(?:(?<=[0-9]In)|(?<=[0-9]Year)|(?<=[0-9]year))\s(?:19|20)[0-9]{2}(?=[,，])")


class _Impossible(NamedTuple):
    pattern: re.Pattern[str]
    message: str


_SAID_MONTH = N_("There is no such month: “{text}”.")
_SAID_DAY = N_("There is no such day: “{text}”.")
_SAID_HOUR = N_("There is no such time: “{text}”.")
_SAID_SHARE = N_("A share of a whole can't be more than 100%: “{text}”.")
_CALENDAR: dict[Side, tuple[_Impossible, ...]] = {
    "zh": (
        _Impossible(_ZH_MONTH, _SAID_MONTH), _Impossible(_ZH_DAY, _SAID_DAY), _Impossible(_ZH_SHORT, _SAID_DAY),
        _Impossible(_ZH_HOUR, _SAID_HOUR),
    ),
    "en": (
        _Impossible(_EN_MONTH, _SAID_MONTH), _Impossible(_EN_DAY, _SAID_DAY), _Impossible(_EN_SHORT, _SAID_DAY),
        _Impossible(_EN_HOUR, _SAID_HOUR),
    ),
}  # fmt: skip


# A cheap look before the dear ones.
_CALENDAR_LIKELY: dict[Side, re.Pattern[str]] = {
    "zh": re.compile(r"(?:[2-9][0-9]|1[3-9]|3[01])[月日时]|时[6-9]"),
    "en": re.compile(
        r"onth [1-9][0-9]|:[0-9]{2}|(?<![0-9])(?:[4-9][0-9]|3[0-9])\s[AFJMNSOD][a-z]{2}"
        r"|[a-z]{2}[ylthr]\s(?:[4-9][0-9]|3[0-9])(?![0-9])"
    ),
}
_LARGE_SHARE = re.compile(r"[0-9]{3}(?:\.[0-9]{1,2})?(?:%|\sper)")


class NumberImplausible(Rule):
    """A figure that can't be, whatever the source says.

    What it does: finds shares of a whole above 100%, falls by more than 100%, months, days and hours that no calendar
    has, more days than a year or hours than a day, indexes past their end, counts below nothing, years out of their
    order, and a stray year right behind another. Where the Chinese has the same fault, only the Chinese is marked, for
    its drafter.

    Why it is bad: nobody can meet such a target or keep such a date.

    Example: `month 16, 2026` -> `June 2026`; `800% of the sites` -> `80% of the sites`.

    Source: GB/T 7408.1-2023 (dates and times of day); a share of a whole is at most 100%.
    """

    name = "number.implausible"
    digits = True
    severity = "critical"
    mqm = "accuracy/mistranslation/number"
    sides = ("zh", "en")
    rank = 8

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        if not _LEAST.search(text):
            return
        if side == "en" and context.paired and _impossible(context.text("zh"), "zh"):
            return
        for span, message in _impossible(text, side):
            yield self.finding(context, side, span, Message(message, {"text": text[span.start : span.end].strip()}))
        if side == "en":
            for found in _SECOND_YEAR.finditer(text):
                said = Message(N_("A year right behind another: “{text}”."), {"text": found[0].strip()})
                yield self.finding(context, side, Span(*found.span()), said, fix=Fix("", "suggested"))


@lru_cache(maxsize=64)  # asked of the Chinese for both sides
def _impossible(text: str, side: Side) -> tuple[tuple[Span, str], ...]:
    return tuple(_look(text, side))


def _look(text: str, side: Side) -> Iterator[tuple[Span, str]]:
    for pattern, message in _CALENDAR[side] if _CALENDAR_LIKELY[side].search(text) else ():
        for found in pattern.finditer(text):
            yield Span(*found.span()), message
    yield from beyond_all(text, side)
    if not (("%" in text or "per" in text) and _LARGE_SHARE.search(text)):
        return
    for pattern in (_ZH_SHARE,) if side == "zh" else (_EN_SHARE, _EN_OF_ALL):
        for found in pattern.finditer(text):
            outside = _ZH_NO_SHARE.search(text, max(0, found.start() - 10), found.start())
            if Decimal(found["share"]) > _WHOLE and not outside:
                yield Span(found.start("share"), found.end("share") + (text[found.end("share")] == "%")), _SAID_SHARE

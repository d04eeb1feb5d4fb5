"""Parts of a year or month, and how often: 上半年, 第三季度, 9月下旬, 每季度; the first half, Q3, late May, quarterly.

These are no figures of their own on either side, but say when and how often, and are held against each other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from drafter.language.dates import MONTH_NAMES
from drafter.language.tokens import holds_any
from drafter.model import Side, Span

Sort = Literal["half", "quarter", "quarters", "end", "every"]


@dataclass(frozen=True, slots=True)
class Period:
    """A part of the year, or how often something is done.

    Attributes:
        sort: a half of a year, a quarter, so many quarters from its start, the beginning or end of a year or month, or
            how often.
        value: which half, quarter or end (1 the beginning, 2 the middle, 3 the end), or in what time once more (d, wk,
            mo, quarter, half, a).
        span: the words that say which.
    """

    sort: Sort
    value: str
    span: Span


_ZH_NUMBER: Final = {
    "一": "1",
    "二": "2",
    "两": "2",
    "三": "3",
    "四": "4",
    "首": "1",
    "1": "1",
    "2": "2",
    "3": "3",
    "4": "4",
}
_ZH_HALF = re.compile(r"(?P<half>[上下])半年(?!度?会)")
_ZH_QUARTER = re.compile(
    r"(?<![前头每续数])(?:第(?P<nth>[一二三四1-4])个?|(?<![第个一二两三四0-9、至到—-])(?P<number>[一二三四1-4]))季度?"
    r"(?=[度内末初前,，。；、：:在的为是全G工我经实同比社产地城居规财]|$)(?!、|至|—)"
)
_ZH_QUARTERS = re.compile(r"(?P<first>[前头])(?P<many>[二两三23])个?季度")
_ZH_END = re.compile(r"[年月](?P<end>初|上旬|中旬|下旬|底|末)(?![中级期次衣])")
_ZH_EVERY = re.compile(
    r"每(?:一)?个?(?P<time>半年|年度?|季度?|月份?|周|星期|礼拜|天|日)"
    r"(?![次个2-9二两三四五六七八九十]|1[0-9]|一(?!次))"
)
_ZH_TIMES: Final = {
    "半": "half",
    "年": "a",
    "季": "quarter",
    "月": "mo",
    "周": "wk",
    "星": "wk",
    "礼": "wk",
    "天": "d",
    "日": "d",
}
_ZH_ENDS: Final = {"初": "1", "上": "1", "中": "2", "下": "3", "底": "3", "末": "3"}

_NTH: Final = {
    "first": "1", "1st": "1", "second": "2", "2nd": "2", "latter": "2", "third": "3", "3rd": "3", "fourth": "4",
    "4th": "4", "last": "4", "final": "4",
}  # fmt: skip
_EN_HALF = re.compile(
    r"(?<![A-Za-z])(?P<half>first|second|latter|1st|2nd)[\s-]half(?=[\s-](?:of\s(?:the\s(?:year|current\syear)|this\syear|last\s"
    r"year|next\syear|(?:19|20)[0-9]{2})|[a-z]+|year)|[.,;]|$)(?!-)",
    re.IGNORECASE,
)
_EN_QUARTER = re.compile(
    r"(?<![A-Za-z])(?:(?P<nth>first|second|third|fourth|last|final|1st|2nd|3rd|4th)[\s-]quarter(?![a-z-])|(?-i:(?P<q>Q[1-4])(?![0-9])))",
    re.IGNORECASE,
)
_EN_QUARTERS = re.compile(r"(?<![A-Za-z])first\s(?P<many>two|three|2|3)\squarters(?![a-z])", re.IGNORECASE)
_MONTHS = "|".join(MONTH_NAMES)
_EN_END = re.compile(
    r"(?<![A-Za-z])(?P<end>beginning|start|early|middle|mid|end|late|close|latter\spart)"
    rf"(?:\sof|\sin)?[\s-](?:the\s|this\s|last\s|next\s|each\s|every\s)?(?:year|month|(?:19|20)[0-9]{{2}}|{_MONTHS})(?![A-Za-z0-9])"
)
_EN_ENDS: Final = {
    "beginning": "1", "start": "1", "early": "1", "middle": "2", "mid": "2", "end": "3", "late": "3", "close": "3",
    "latter part": "3",
}  # fmt: skip
_EN_EVERY = re.compile(
    r"(?<![A-Za-z])(?:(?:every|each)\s(?:single\s)?(?P<time>year|quarter|month|week|day)(?![A-Za-z’'])"
    r"|(?P<adverb>yearly|annually|quarterly|monthly|weekly|daily)(?![A-Za-z]))"
)
_EN_TIMES: Final = {
    "year": "a", "quarter": "quarter", "month": "mo", "week": "wk", "day": "d", "yearly": "a", "annually": "a",
    "quarterly": "quarter", "monthly": "mo", "weekly": "wk", "daily": "d",
}  # fmt: skip
_LIKELY: dict[Side, tuple[str, ...]] = {
    "zh": ("半年", "季", "初", "旬", "底", "末", "每"),
    "en": (
        "half", "quarter", "Quarter", "Q", "beginning", "start", "early", "middle", "mid", "end", "late", "close",
        "every", "each", "ly",
    ),
}  # fmt: skip


def periods(text: str, side: Side) -> list[Period]:
    """Give the parts of a year or month that a text names, and how often it says that something is done.

    Args:
        text: the text.
        side: its language.
    """
    if not holds_any(text, _LIKELY[side]):
        return []
    return list(_chinese(text) if side == "zh" else _english(text))


def _chinese(text: str) -> Iterator[Period]:
    for found in _ZH_HALF.finditer(text) if "半年" in text else ():
        yield Period("half", "1" if found["half"] == "上" else "2", Span(*found.span()))
    for found in _ZH_QUARTER.finditer(text) if "季" in text else ():
        yield Period("quarter", _ZH_NUMBER[found["nth"] or found["number"]], Span(*found.span()))
    for found in _ZH_QUARTERS.finditer(text) if "季" in text else ():
        yield Period("quarters", _ZH_NUMBER[found["many"]], Span(*found.span()))
    for found in _ZH_END.finditer(text):
        yield Period("end", _ZH_ENDS[found["end"][0]], Span(*found.span("end")))
    for found in _ZH_EVERY.finditer(text) if "每" in text else ():
        yield Period("every", _ZH_TIMES[found["time"][0]], Span(*found.span()))


def _english(text: str) -> Iterator[Period]:
    for found in _EN_HALF.finditer(text):
        yield Period("half", _NTH[found["half"].lower()], Span(*found.span("half")))
    for found in _EN_QUARTER.finditer(text):
        name = "nth" if found["nth"] else "q"
        yield Period("quarter", found["q"][1] if found["q"] else _NTH[found["nth"].lower()], Span(*found.span(name)))
    for found in _EN_QUARTERS.finditer(text):
        many = {"two": "2", "three": "3"}.get(found["many"].lower(), found["many"])
        yield Period("quarters", many, Span(*found.span("many")))
    for found in _EN_END.finditer(text):
        yield Period("end", _EN_ENDS[" ".join(found["end"].lower().split())], Span(*found.span("end")))
    for found in _EN_EVERY.finditer(text):
        name = "time" if found["time"] else "adverb"
        yield Period("every", _EN_TIMES[found[name]], Span(*found.span(name)))


_WRITTEN: Final[dict[Sort, dict[str, str]]] = {
    "half": {"1": "first", "2": "second"},
    "quarter": {"1": "first", "2": "second", "3": "third", "4": "fourth"},
    "quarters": {"2": "two", "3": "three"},
}
_DIGIT_NTH: Final = {"1": "1st", "2": "2nd", "3": "3rd", "4": "4th"}
_ENDS_LIKE: Final = (("beginning", "middle", "end"), ("start", "middle", "end"), ("early", "mid", "late"))


def period_in_shape_of(period: Period, shape: str) -> str:
    """Write what a Chinese period says in the shape of the English words that stand for it.

    Args:
        period: the Chinese period.
        shape: the English words: "second", "Q", "late", "monthly".
    """
    small = shape.lower()
    if period.sort == "every":
        written = next(
            (
                word
                for word, time in _EN_TIMES.items()
                if time == period.value and word.endswith("ly") == small.endswith("ly")
            ),
            "half-yearly" if small.endswith("ly") else "six months",
        )
    elif period.sort == "end":
        row = next((row for row in _ENDS_LIKE if small in row), _ENDS_LIKE[0])
        written = row[int(period.value) - 1]
    elif shape[:1] == "Q":
        written = f"Q{period.value}"
    elif shape[:1].isdigit():
        written = period.value if len(shape) == 1 else _DIGIT_NTH[period.value]
    else:
        written = _WRITTEN[period.sort][period.value]
    return written[:1].upper() + written[1:] if shape[:1].isupper() else written

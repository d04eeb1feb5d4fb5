"""Shares in English words and signs: a third, three quarters, 1/4, half a percentage point, one in four."""

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.language.around import ends_with
from drafter.language.dates import HOUR_WORD
from drafter.language.numerals import EN_DIGIT_WORDS, read_english_words
from drafter.language.quantities.bounds_en import english_bound
from drafter.language.quantities.masks import Mask
from drafter.language.tokens import english_vocabulary
from drafter.language.units import unit_at
from drafter.model import Quantity, Span

_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
    "100th": 100, "thousandth": 1000, "millionth": 10**6,
}  # fmt: skip
_FIFTY = Decimal(50)
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_FRACTION = re.compile(
    rf"(?<![A-Za-z])(?P<many>an?|{'|'.join(EN_DIGIT_WORDS)})[\s-]{{1,2}}(?:(?P<tens>{'|'.join(_TENS)})-)?"
    # A quarter of a million is read as a number.
    rf"(?P<part>{'|'.join(_PARTS)}|first|second)s?(?![A-Za-z])"
    r"(?!\sof\san?\s(?:million|billion|trillion|dozen)|\s(?:million|billion))"
    # A quarter to six is a time of day, from a quarter to one third is not.
    rf"(?!\s(?:past|to)\s{HOUR_WORD}(?![A-Za-z0-9%]|[\s-](?:third|half|quarter|fifth|tenth|in\s)))",
    re.IGNORECASE,
)
_PART_WORDS = frozenset([*_PARTS, *(f"{part}s" for part in _PARTS), "halves", "th", *_TENS])
# 1/4, ¼: a share, but no date and no part of a name.
_SLASHED = re.compile(
    r"(?<![0-9./A-Za-z])(?P<many>[1-9][0-9]?)/(?P<part>[1-9][0-9]{0,2})(?:ths?|rds?|nds?)?(?![0-9/A-Za-z])"
)
# Half a percentage point, a quarter of a percent, a percentage point.
_PART_OF_POINT = re.compile(
    r"(?<![A-Za-z])(?:(?P<part>half|(?:an?\s)?quarter)\s(?:of\s)?an?\s|(?:a|one)\s(?P<sole>full\s)?)"
    r"(?P<unit>percentage[\s-]point|per\s?cent(?!age))(?![A-Za-z])",
    re.IGNORECASE,
)
# Two tenths of a percentage point.
_OF_A_POINT = re.compile(
    r"\sof\s(?:an?|one)\s(?:full\s)?(?P<unit>percentage[\s-]point|per\s?cent(?!age))(?![A-Za-z])", re.IGNORECASE
)
# A year and a half, an hour and a quarter.
_UNIT_AND_PART = re.compile(
    r"(?<![A-Za-z])(?P<one>an?|one)\s(?P<unit>[a-z]+)\sand\s(?:an?|one)[\s-](?P<part>half|quarter)(?![A-Za-z-])"
    r"(?!\s(?:million|billion|dozen))",
    re.IGNORECASE,
)
# Half of them, half the households; no half of a year or a match, no half a million.
_HALF = re.compile(
    r"(?<![A-Za-z-])(?<!first\s)(?<!second\s)(?<!latter\s)(?<!other\s)(?<!last\s)(?<!this\s)(?<!each\s)(?<!a\s)(?<!one\s)half"
    r"(?=\s(?:of\s(?!(?:the\s|this\s|last\s)?(?:year|month|season|match|game)|(?:19|20)[0-9]{2}|[A-Z][a-z]+\s(?:19|20)"
    r"|an?\s|[0-9])|(?:the|its|their|all|his|her|our|those|these)\s)(?!\sthe\s(?:year|battle)))",
    re.IGNORECASE,
)
_AND = re.compile(r"(?<![A-Za-z])and[\s-]\Z", re.IGNORECASE)
_NUMBER_AND = re.compile(rf"(?<![A-Za-z])(?:{'|'.join(EN_DIGIT_WORDS)}|ten)[\s-]and[\s-]\Z", re.IGNORECASE)
_NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|hundred"
)
_OUT_OF_LIKELY = re.compile(rf"[nf](?<=\b(?:in|of))\s(?:every\s)?(?:[1-9][0-9]{{0,2}}(?![0-9])|{_NUMBER_WORDS})")
# One in four, eight out of ten, one child in five: a share.
_OUT_OF = re.compile(
    rf"(?<![A-Za-z0-9.,])(?P<part>{_NUMBER_WORDS}|[1-9][0-9]?)\s(?:(?<=[Oo]ne\s)(?P<noun>[a-z]+\s))?"
    rf"(?:in(?:\severy)?|out\sof(?:\severy)?)\s(?P<whole>{_NUMBER_WORDS}|[1-9][0-9]{{0,2}})(?=\s[a-z]|[.,;]|$)"
    # One company in 20 countries is no share.
    r"(?(noun)(?!\s(?!(?:is|was|has|says|does)(?![a-z]))[a-z]+s(?![a-z])))"
    rf"(?!\s(?:years?|months?|days?|hours?|minutes?|weeks?|million|billion)(?![a-z]))",
    re.IGNORECASE,
)


def english_fractions(text: str) -> Iterator[Quantity]:
    """A third, two-thirds, three quarters, 1/4, one in four: shares, as their Chinese counterparts are."""
    words = english_vocabulary(text)
    points: list[Quantity] = []
    parts: list[Quantity] = []
    if "half" in words or "quarter" in words:
        parts.extend(_units_and_parts(text))
    parts.extend(
        _share(text, _FIFTY, Span(*found.span())) for found in (_HALF.finditer(text) if "half" in words else ())
    )
    for found in _PART_OF_POINT.finditer(text) if "percentage" in words or "percent" in words else ():
        whole = _PARTS[found["part"].lower().split()[-1]] if found["part"] else 1
        unit = "pp" if "point" in found["unit"].lower() else "%"
        points.append(_share(text, Decimal(1) / whole, Span(*found.span()), unit))
    taken = {point.figure.start for point in points}
    for found in _FRACTION.finditer(text) if not words.isdisjoint(_PART_WORDS) else ():
        part = _part_of(found)
        # Two and a half is no share.
        added = ends_with(_AND if found["many"].lower() in ("a", "an") else _NUMBER_AND, text, found.start())
        if part and not added and found.start() not in taken:
            many = Decimal(EN_DIGIT_WORDS.get(found["many"].lower(), 1))
            parts.append(_share_of(text, many / part, Span(*found.span())))
    parts.extend(
        _share_of(text, Decimal(found["many"]) / Decimal(found["part"]), Span(*found.span()))
        for found in (_SLASHED.finditer(text) if "/" in text else ())
        if int(found["many"]) < int(found["part"])
    )
    inside = Mask(one.figure for one in parts) if parts else None
    yield from (point for point in points if inside is None or not inside.covers(point.figure.start))
    yield from parts
    for found in _OUT_OF.finditer(text) if _OUT_OF_LIKELY.search(text) else ():
        few, many = (_whole(found[name]) for name in ("part", "whole"))
        if few < many:
            yield _share(text, few / many * 100, Span(*found.span()))


def _units_and_parts(text: str) -> Iterator[Quantity]:
    """A year and a half, a mile and a quarter: one of a unit, and a part of it."""
    for found in _UNIT_AND_PART.finditer(text):
        unit = unit_at(text, found.start("unit"), "en")
        if unit and unit[1] == found.end("unit"):
            value = 1 + Decimal(1) / _PARTS[found["part"].lower()]
            yield _share(text, value, Span(*found.span()), unit[0].code)


def _share_of(text: str, part: Decimal, span: Span) -> Quantity:
    """Give a part of a whole as percent; of a percentage point, as points."""
    found = _OF_A_POINT.match(text, span.end)
    if not found:
        return _share(text, part * 100, span)
    unit = "pp" if "point" in found["unit"].lower() else "%"
    return _share(text, part, Span(span.start, found.end()), unit)


def _share(text: str, value: Decimal, figure: Span, unit: str = "%") -> Quantity:
    bound, start, end = english_bound(text, figure.start, figure.end)
    return Quantity(value, None, unit, bound, "measure", Span(start, end), figure, text[start:end])


def _part_of(found: re.Match[str]) -> int:
    """The lower half of a fraction: third, twentieth, eighty-first; 0 where an ordinal is none (a second)."""
    tens, last = _TENS.get((found["tens"] or "").lower(), 0), found["part"].lower()
    if not tens:
        return _PARTS.get(last, 0)
    ones = {"first": 1, "second": 2}.get(last) or _PARTS.get(last, 0)
    return tens + ones if 0 < ones < 10 and last not in ("half", "quarter") else 0


def _whole(text: str) -> Decimal:
    return Decimal(text) if text.isdigit() else read_english_words(text) or Decimal(1)

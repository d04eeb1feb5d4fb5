"""What a figure is about: its indicator, its year, its region; simple readings, and None where none is sure."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.language.indicators import Indicator, indicator_of
from drafter.language.regions import Region, regions_in
from drafter.model import Quantity, Side

_SENTENCE: dict[Side, re.Pattern[str]] = {"zh": re.compile(r"[。！？\n]"), "en": re.compile(r"\n|[.!?](?=\s|$)")}
_PART: dict[Side, re.Pattern[str]] = {"zh": re.compile(r"[。！？；;\n]"), "en": re.compile(r"[;\n]|[.!?](?=\s|$)")}
_FIVE_YEARS = re.compile(r"[“\"]?(?P<number>十[一二三四五六七八九]?|二十)五[”\"]?(?:规划)?(?:时期|期间|期末|末)")
_EN_FIVE_YEARS = re.compile(r"(?P<number>1[0-9]|20)th\sFive-Year\sPlan(?:\s[Pp]eriod)?")
_FIRST_PLAN, _YEARS_OF_A_PLAN = 1950, 5  # the 14th ends in 2020 + 5
_TENS = {"十": 10, "十一": 11, "十二": 12, "十三": 13, "十四": 14, "十五": 15, "十六": 16, "十七": 17, "十八": 18}
# A year that a figure is held against.
_BASE: dict[Side, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "zh": (
        re.compile(r"(?:比|较|与|同|在|以|相比|相对于?)\Z"),
        re.compile(r"(?:年)?(?:的?基础上|相比|为基[准数期年]|同期|水平)"),
    ),
    "en": (
        re.compile(
            r"(?:compared\s(?:with|to)|from|over|than(?:\sin)?|relative\sto|against|on|above|below|versus)\s(?:that\sof\s|those\sof\s|the\s|its\s)?\Z",
            re.IGNORECASE,
        ),
        re.compile(r"\s(?:levels?|baseline|figures?)"),
    ),
}
_LONGEST_LEAD = 24
_DIGIT = re.compile("[0-9０-９]")


@dataclass(frozen=True, slots=True)
class About:
    """What a figure is about.

    Attributes:
        indicator: what it measures, in the text's own words.
        year: the year it holds for.
        region: the place it holds for.
        change: whether it says by how much the indicator changes, not what it is.
        counted: whether the indicator names what is counted.
        own: whether its own part of the sentence says what it measures; else that is taken over from an earlier part.
        whole: whether the place is no more than the whole area that the text is about.
    """

    indicator: str | None
    year: int | None
    region: str | None
    change: bool = False
    counted: bool = False
    own: bool = False
    whole: bool = False


_NOTHING = About(None, None, None)


def abouts(text: str, side: Side, quantities: Sequence[Quantity]) -> list[About]:
    """Say what each figure of a text is about.

    Args:
        text: the text.
        side: its language.
        quantities: its figures in order.
    """
    result: list[About] = []
    for start, end, sentence in _sentences(text, side, quantities):
        years = _years(text, side, start, end, sentence)
        places = regions_in(text, side, start, end)
        ends = _next_measures(sentence, end)
        told = _told_one_by_one(text, side, sentence, years)
        carried: dict[str, Indicator] = {}
        last: Indicator | None = None
        before = left = start
        for index, quantity in enumerate(sentence):
            if quantity.kind != "measure":
                result.append(_NOTHING)
                continue
            first = before if text.startswith("的", left) else left
            found = indicator_of(text, side, quantity, first, ends[index])
            indicator = found or carried.get(quantity.unit) or last
            if found and not found.text:  # 或在2020年基础上提高5个百分点
                indicator = replace(last, change=True) if last else None
            elif found:
                carried[quantity.unit] = last = found
            year = told.get(index) or _year(text, side, quantity, years)
            place = _place(text, side, quantity, places)
            if quantity.unit != "count" or _DIGIT.search(quantity.text):  # 一次能源 begins nothing new
                before, left = left, quantity.span.end
            result.append(
                About(
                    indicator.text if indicator else None,
                    year,
                    place.name if place else None,
                    change=bool(indicator and indicator.change),
                    counted=bool(indicator and indicator.counted),
                    own=bool(found and found.text and not found.vague),
                    whole=bool(place and place.whole),
                )
            )
    return result


def _sentences(text: str, side: Side, quantities: Sequence[Quantity]) -> Iterator[tuple[int, int, list[Quantity]]]:
    """Give where each sentence with figures begins and ends, and its figures."""
    sentence: list[Quantity] = []
    start = 0
    for quantity in quantities:
        if sentence and (found := _SENTENCE[side].search(text, sentence[-1].span.end, quantity.span.start)):
            yield start, found.start(), sentence
            sentence = []
        if not sentence:
            start = _last_end(_SENTENCE[side], text, start, quantity.span.start)
        sentence.append(quantity)
    if sentence:
        found = _SENTENCE[side].search(text, sentence[-1].span.end)
        yield start, found.start() if found else len(text), sentence


def _last_end(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where the last match of a pattern in a stretch ends; its beginning where there is none."""
    place = start
    for found in pattern.finditer(text, start, end):
        place = found.end()
    return place


def _next_measures(sentence: Sequence[Quantity], end: int) -> list[int]:
    """Where the next measure behind each figure of a sentence begins; the sentence's end for the last."""
    starts = []
    for quantity in reversed(sentence):
        starts.append(end)
        if quantity.kind == "measure":
            end = quantity.span.start
    return starts[::-1]


@dataclass(frozen=True, slots=True)
class _Year:
    value: int
    start: int
    end: int


def _years(text: str, side: Side, start: int, end: int, sentence: Sequence[Quantity]) -> list[_Year]:
    """The years of a sentence that figures hold for, in order; those that figures are held against left out."""
    before, behind = _BASE[side]
    found = [
        _Year(int(one.value_max or one.value), *one.span)
        for one in sentence
        if one.kind == "date"
        and one.unit == "year"
        and not before.search(text, max(start, one.span.start - _LONGEST_LEAD), one.span.start)
        and not behind.match(text, one.span.end)
    ]
    for plan in (_FIVE_YEARS if side == "zh" else _EN_FIVE_YEARS).finditer(text, start, end):
        number = _TENS.get(plan["number"]) if side == "zh" else int(plan["number"])
        if number:
            found.append(_Year(_FIRST_PLAN + number * _YEARS_OF_A_PLAN + _YEARS_OF_A_PLAN, *plan.span()))
    return sorted(found, key=lambda one: one.start)


def _told_one_by_one(text: str, side: Side, sentence: Sequence[Quantity], years: Sequence[_Year]) -> dict[int, int]:
    """Years of figures that are told one by one: 2024年、2025年，分别降至39吨、37吨."""
    if len(years) < 2 or ("分别" if side == "zh" else "respectively") not in text:
        return {}
    alike: dict[str, list[int]] = {}
    for index, one in enumerate(sentence):
        if one.kind == "measure":
            alike.setdefault(one.unit, []).append(index)
    return {
        index: year.value
        for indexes in alike.values()
        if len(indexes) == len(years)
        for index, year in zip(indexes, years, strict=True)
    }


def _year(text: str, side: Side, quantity: Quantity, years: Sequence[_Year]) -> int | None:
    """The last year before a figure; in English also the one that follows in its part of the sentence."""
    before = bisect_right(years, quantity.span.start, key=lambda one: one.start)
    if before:
        return years[before - 1].value
    if side == "en" and years and not _PART["en"].search(text, quantity.span.end, years[0].start):
        return years[0].value
    return None


def _place(text: str, side: Side, quantity: Quantity, places: Sequence[Region]) -> Region | None:
    """The last place named before a figure in its sentence; in English also the one that follows in its part."""
    index = bisect_right(places, quantity.span.start, key=lambda one: one.end)
    if index:
        return places[index - 1]
    after = places[0] if places and side == "en" else None
    if after and after.start >= quantity.span.end and not _PART["en"].search(text, quantity.span.end, after.start):
        return after
    return None

"""The promises of a text: each figure with its indicator, year, year compared with, and place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.language.about import About, abouts
from drafter.language.quantities import quantities_of
from drafter.language.regions import regions_in
from drafter.language.targets.naming import full_indicator, is_threshold
from drafter.model import Quantity, Side

_BASE: dict[Side, re.Pattern[str]] = {
    "zh": re.compile(r"(?:比|较|与|在|以)(?P<year>(?:19|20)[0-9]{2})年"),
    "en": re.compile(
        r"(?:compared\s(?:with|to)|from|over|than(?:\sin)?|relative\sto|on|below|above)\s"
        r"(?:that\sof\s|those\sof\s|the\s|its\s)?(?P<year>(?:19|20)[0-9]{2})\b",
        re.IGNORECASE,
    ),
}
_PART: dict[Side, str] = {"zh": "。；\n", "en": ";\n"}
_FOCUS = re.compile("[、和及\u4e00-\u9fff]{0,30}?为(?:重点|主)")
_RESPECTIVELY = re.compile("分别")
_LATIN = re.compile("[A-Za-z0-9.]+")
_AMOUNT = re.compile("(?:年均|排放|平均)?(?:浓度|总量|排放量|强度|比例|占比|面积|率|量)\\Z")
_SHORT_ITEM = 4
_EARLIEST, _LATEST = 1990, 2100


@dataclass(frozen=True, slots=True)
class Promise:
    """A figure with what it is about.

    Attributes:
        quantity: the figure.
        indicator: what it measures, "" where the text does not say.
        year: the year it holds for.
        baseline_year: the year it is compared with.
        region: the place it holds for; None where the text names none of its own.
        change: whether it says by how much the indicator changes.
        threshold: whether it only says which things are meant, and promises nothing.
    """

    quantity: Quantity
    indicator: str
    year: int | None
    baseline_year: int | None
    region: str | None
    change: bool
    threshold: bool


def read_promises(text: str, side: Side) -> tuple[Promise, ...]:
    """Read the figures of a text that measure something.

    Args:
        text: the text.
        side: its language.
    """
    quantities = quantities_of(text, side)
    told = abouts(text, side, quantities)
    shared = _told_apart(text, quantities, told) if side == "zh" else {}
    return tuple(
        _promise(text, side, quantity, about, shared.get(index))
        for index, (quantity, about) in enumerate(zip(quantities, told, strict=True))
        if quantity.kind == "measure"
    )


def _promise(text: str, side: Side, quantity: Quantity, about: About, own: str | None) -> Promise:
    threshold = side == "zh" and is_threshold(text, quantity)
    indicator = own if own is not None else about.indicator or ""
    if side == "zh":
        indicator = full_indicator(text, quantity, indicator, change=about.change, counted=about.counted)
    return Promise(
        quantity=quantity,
        indicator=indicator,
        year=about.year if about.year is None or _EARLIEST <= about.year <= _LATEST else None,
        baseline_year=_baseline(text, side, quantity, about.year),
        region=_region(text, quantity) if side == "zh" else about.region,
        change=about.change,
        threshold=threshold,
    )


def _baseline(text: str, side: Side, quantity: Quantity, year: int | None) -> int | None:
    """The year a figure is compared with, named in its part of the sentence."""
    start = max(text.rfind(mark, 0, quantity.span.start) for mark in _PART[side]) + 1
    ends = [place for mark in _PART[side] if (place := text.find(mark, quantity.span.end)) >= 0]
    within = (start, quantity.span.start) if side == "zh" else (start, min(ends, default=len(text)))
    years = [int(found["year"]) for found in _BASE[side].finditer(text, *within)]
    return next((one for one in reversed(years) if one != year), None)


def _region(text: str, quantity: Quantity) -> str | None:
    """The last place named before a figure in its part of the sentence, None where that is the whole area."""
    start = max(text.rfind(mark, 0, quantity.span.start) for mark in _PART["zh"]) + 1
    for place in reversed(regions_in(text, "zh", start, quantity.span.start)):
        comma = text.find("，", place.end, quantity.span.start)
        if comma >= 0 and _FOCUS.match(text, place.end, comma):
            continue  # 以某县为重点推进甲，完成乙: only the first is done there
        return None if place.whole else place.name
    return None


def _told_apart(text: str, quantities: Sequence[Quantity], told: Sequence[About]) -> dict[int, str]:
    """Give each of several figures its own of the things they are about: 铁路、水路货运量分别增长10%和12%."""
    found: dict[int, str] = {}
    for word in _RESPECTIVELY.finditer(text):
        stop = min((place for mark in "。；，" if (place := text.find(mark, word.end())) >= 0), default=len(text))
        group = [i for i, one in enumerate(quantities) if word.end() <= one.span.start < stop and one.kind == "measure"]
        if len(group) < 2 or not (name := told[group[0]].indicator):
            continue
        items = re.split("、|和|及", name)
        if len(items) != len(group):
            continue
        tail = _shared_end(items)
        for index, item in zip(group, items, strict=True):
            found[index] = item if item.endswith(tail) else item + tail
    return found


def _shared_end(items: Sequence[str]) -> str:
    """What only the last of several things says for all of them: 货运量 of 铁路、水路货运量."""
    first, last = items[0], items[-1]
    if found := _LATIN.match(last):
        return last[found.end() :] if _LATIN.fullmatch(first) else ""
    if len(first) <= _SHORT_ITEM:
        return last[len(first) :]
    found = _AMOUNT.search(last)
    return found[0] if found else ""

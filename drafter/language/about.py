"""What a figure is about: its indicator, its year, its region; simple readings, and None where none is sure."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.language.scripts import han_count
from drafter.model import Quantity, Side, Span

_REACH = 120
_LONGEST = 40
_BREAKS: dict[Side, re.Pattern[str]] = {
    "zh": re.compile(r"[，。；：、（）()！？;:\n]"),
    "en": re.compile(r"[;:()\n]|[.,](?=\s|$)"),
}
_SENTENCE: dict[Side, re.Pattern[str]] = {"zh": re.compile(r"[。！？\n]"), "en": re.compile(r"\n|[.!?](?=\s|$)")}
_ZH_LEAD = re.compile(
    r"^(?:[0-9]{1,2}[.．、]|力争|确保|截至|自|从|到|至|在|其中|对|将|并|且|使|由|预计|计划|每年|当年|同比|较|比|已|共|约|[“”《》])+"
    r"|^(?:到|至|截至)?(?:19|20)[0-9]{2}年(?:(?:[0-9]{1,2}月)?(?:年?底|末|初)?(?:之?前)?)?"
)
_ZH_VERB = re.compile(
    r"(?:分别|力争|稳定|基本|累计|总体|平均|至少|每季度|应当|原则上|要|将|均|了|约|再|由|从|较(?:19|20)[0-9]{2}年|比(?:19|20)[0-9]{2}年|比上年"
    r"|控制在|保持在|稳定在|达到|提高到|提高至|提升到|提升至|下降到|降低到|降至|降到|升至|增至|增加到|达|为|是|有|下降|降低|上升|提高"
    r"|提升|增长|增加|减少|削减|压减|不低于|不少于|不超过|不高于|超过|大于|小于|低于|高于|近|逾|的|在|处)+$"
)
_ZH_TAIL = re.compile(r"^(?:以上|以下|以内|左右|多|余|的|及|和)+")
_EN_LEAD = re.compile(
    r"^(?:(?:and|or|but|by|in|to|from|over|during|of|which|with|the|a|an|at|up|will|shall)\s|(?:19|20)[0-9]{2}\s|[^A-Za-z]+)+",
    re.IGNORECASE,
)
_EN_VERB = re.compile(
    r"(?:\s|^)(?:(?:is|are|was|were|be|been|to|will|shall|has|have|had|by|of|at|from|with|and|in|for|about|over|than|least|most|no|not"
    r"|less|more|fewer|reach(?:es|ed)?|fall(?:s|en)?|fell|ris(?:e|en)|rose|kept|keep|exceed(?:s|ed)?|within|below|above|total(?:s|ed)?"
    r"|stood|stand|cut|cuts|drop(?:s|ped)?|increase[sd]?|decrease[sd]?|up|down|only|nearly|almost|some|it|they|CNY|RMB)(?:\s|$))+$"
)
_EN_TAIL = re.compile(r"^\s?(?:or more|or less|or above|of)?\s?")
_ZH_REGION = re.compile(r"(?:其中|到|在|对|由)?([\u4e00-\u9fff]{2,4}?(?:省|自治区|市|县|区|州|旗|镇|乡))")
_NO_REGION = re.compile(
    r"一个|个区|做到|全|各|本|该|城市|地区|园区|郊区|社区|县区|城区|区域|禁用|库区|片区|新区|市区|辖区|灌区|景区|小区|校区|港区|矿区|重点|区县|试点|设区|东部|西部|省市"
)
_ONLY_A_PLACE = re.compile(r"(?:其中)?[\u4e00-\u9fff]{1,4}(?:省|市|县|区|州|镇|乡)")
_EN_REGION = re.compile(
    r"(?!(?:In|The|At|For|By|From|To|Of)\s)[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2}\s(?:Province|City|County|District|Prefecture|Town|Township)(?![a-z])"
)


@dataclass(frozen=True, slots=True)
class About:
    """What a figure is about.

    Attributes:
        indicator: what it measures, in the text's own words.
        year: the year it holds for.
        region: the place it holds for.
    """

    indicator: str | None
    year: int | None
    region: str | None


def abouts(text: str, side: Side, quantities: Sequence[Quantity]) -> list[About]:
    """Say what each figure of a text is about.

    Args:
        text: the text.
        side: its language.
        quantities: its figures in order.
    """
    result = []
    for sentence in _sentences(text, side, quantities):
        carried: str | None = None
        years = [one for one in sentence if one.kind == "date" and one.unit == "year"]
        alike: dict[str, list[Quantity]] = {}
        for one in sentence:
            if one.kind == "measure":
                alike.setdefault(one.unit, []).append(one)
        for quantity in sentence:
            if quantity.kind != "measure":
                result.append(About(None, None, None))
                continue
            indicator = _indicator(text, side, quantity.span)
            if indicator and not _ONLY_A_PLACE.fullmatch(indicator):
                carried = indicator
            year = _year(text, quantity, years, alike[quantity.unit])
            result.append(About(carried, year, _region(text, side, quantity.span)))
    return result


def _sentences(text: str, side: Side, quantities: Sequence[Quantity]) -> Iterator[list[Quantity]]:
    sentence: list[Quantity] = []
    for quantity in quantities:
        if sentence and _SENTENCE[side].search(text, sentence[-1].span.end, quantity.span.start):
            yield sentence
            sentence = []
        sentence.append(quantity)
    if sentence:
        yield sentence


def _indicator(text: str, side: Side, span: Span) -> str | None:
    """The noun phrase before a figure in its part of the sentence, else the one behind it."""
    start = max(0, span.start - _REACH)
    head = _BREAKS[side].split(text[start : span.start])[-1]
    tail = _BREAKS[side].split(text[span.end : span.end + _REACH])[0]
    if side == "zh":
        before = _ZH_VERB.sub("", _stripped(_ZH_LEAD, head))
        behind = _ZH_TAIL.sub("", tail)
        fits = han_count(before) >= 2
    else:
        before = _EN_VERB.sub("", _stripped(_EN_LEAD, head)).strip()
        behind = " ".join(_EN_TAIL.sub("", tail).split()[:6])
        fits = len(before) > 2
    found = before if fits else behind
    found = found.strip(" “”\"'《》，,.")
    return found if 1 < len(found) <= _LONGEST * (1 if side == "zh" else 3) else None


def _stripped(lead: re.Pattern[str], text: str) -> str:
    while (found := lead.match(text)) and found.end():
        text = text[found.end() :].lstrip()
    return text


def _year(text: str, quantity: Quantity, years: list[Quantity], alike: list[Quantity]) -> int | None:
    """The year of a figure's sentence: the last before it, each its own where years and figures are told one by one."""
    if not years:
        return None
    if len(alike) == len(years) > 1 and ("分别" in text or "respectively" in text):
        return int(years[alike.index(quantity)].value)
    before = bisect_left([one.span.start for one in years], quantity.span.start)
    return int(years[max(0, before - 1)].value)


def _region(text: str, side: Side, span: Span) -> str | None:
    """The last place named before a figure in its sentence."""
    start = max(0, span.start - _REACH)
    part = _SENTENCE[side].split(text[start : span.start])[-1]
    if side == "en":
        named = _EN_REGION.findall(part)
        return str(named[-1]) if named else None
    found = [one[1] for one in _ZH_REGION.finditer(part) if not _NO_REGION.search(one[1])]
    return found[-1] if found else None

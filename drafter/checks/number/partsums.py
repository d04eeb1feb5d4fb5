"""A total and its parts within a sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from drafter.language.quantities import quantities_of
from drafter.model import Quantity, Side

_FEWEST = 3  # parts of a total
_MOST = 60  # figures of a sentence; what has more of them is a table in one piece
# How far a sum may be off and still be meant as that total: less where the parts may be a choice, and hardly at all
# bound where they are places or years and so can't be more than the whole.
_NEAR, _NEAREST, _ANY = Decimal("0.5"), Decimal("0.8"), Decimal("0.1")
_ENDS = re.compile(r"[。！？\n]|[.!?](?=\s|$)")
_STOPS = re.compile(r"[；;]")
# What leads from a total to its parts; after the first kind the parts may be a choice.
_CHOICE = re.compile(r"其中|包括|of\s(?:which|them|these)|including", re.IGNORECASE)
_ALL = re.compile(r"[：:]|分别为|即|namely", re.IGNORECASE)
_MORE = re.compile(r"等|主要|重点|例如|比如|such\sas|among\sothers|mainly|other", re.IGNORECASE)
_GROUPS = re.compile(r"\s?(?:groups|categories|types|kinds|parts|stages|batches|classes|大?类|部分|批|个部分)")
# What is done year by year adds up; what is reached by a year does not.
_DONE = re.compile(
    r"(?:完成|新增|建成|建设|新建|改造|淘汰|关停|治理|整治|修复|投入|安排|实施|拆除|更新|种植|绿化)[^，。；、]{0,6}\Z"
)
_YEAR_BEFORE = re.compile(r"(?:19|20)[0-9]{2}年(?:底?前?)[^，。；、0-9]{0,8}\Z")
_YEAR_BEHIND = re.compile(r"[^,;.0-9]{0,24}?\s(?:in|by|during)\s(?:19|20)[0-9]{2}(?![0-9])")
_PLACE_BEFORE = re.compile(
    r"(?:[\u4e00-\u9fff](?:省|市|县|区|州|旗|镇|乡|村)|(?:Province|City|County|District|Town|Township|Village))[:：]?\s?\Z"
)
_LIKELY = re.compile(rf"{_CHOICE.pattern}|{_ALL.pattern}|(?:19|20)[0-9]{{2}}年", re.IGNORECASE)
_PLACE_BEHIND = re.compile(
    r"[^,;.0-9]{0,24}?\s(?:in|for|from|to)\s(?:[A-Z][\w’'-]+\s)+(?:Province|City|County|District|Town|Township|Village)"
)
_BEFORE_PART = 24
_LABEL_END = re.compile(r"[\s：:为有达共约]+\Z")
_SOMEWHERE = re.compile(
    r"[^,;.0-9]{0,16}?\s(?:in|by|on|from|at|for|run|lie|are\sin)(?![A-Za-z])|\s(?:north|south|east|west)"
)
_DIGITS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_SPELLED_OUT = 10_000
_LEVEL = re.compile(r"达到|累计|达|升至|提高到|降至|控制在")
_BETWEEN_PARTS = 48
_FROM_TOTAL_TO_YEARS = 60


@dataclass(frozen=True, slots=True)
class Total:
    """A stated total that its stated parts don't make.

    Attributes:
        whole: the total.
        parts: its parts.
        made: what they add up to.
    """

    whole: Quantity
    parts: tuple[Quantity, ...]
    made: Decimal


@lru_cache(maxsize=1024)
def wrong_totals(text: str, side: Side) -> tuple[Total, ...]:
    """Find totals that their parts don't make, within one sentence.

    Args:
        text: the text.
        side: its language.
    """
    found = []
    for sentence in sentences(text, side) if _LIKELY.search(text) else ():
        measures = [
            one
            for one in sentence
            if one.kind == "measure" and one.value_max is None and not _GROUPS.match(text, one.span.end)
        ]
        if _FEWEST < len(measures) <= _MOST and (total := _wrong(text, measures)):
            found.append(total)
    return tuple(found)


def sentences(text: str, side: Side, ends: re.Pattern[str] = _ENDS) -> Iterator[list[Quantity]]:
    """Give the figures of a text sentence by sentence.

    Args:
        text: the text.
        side: its language.
        ends: what ends a sentence.
    """
    sentence: list[Quantity] = []
    for quantity in quantities_of(text, side):
        if sentence and ends.search(text, sentence[-1].span.end, quantity.span.start):
            yield sentence
            sentence = []
        sentence.append(quantity)
    yield sentence


def _wrong(text: str, measures: list[Quantity]) -> Total | None:
    """Try each figure as the total of those behind it."""
    for index, whole in enumerate(measures[:-_FEWEST]):
        lead = text[whole.span.end : measures[index + 1].span.start]
        choice, everything = _CHOICE.search(lead), _ALL.search(lead)
        rest = measures[index + 1 :]
        if choice or everything:
            parts = [] if _STOPS.search(lead) else list(_parts(text, whole, rest))
        else:
            parts = list(_yearly_parts(text, whole, rest))
        if len(parts) < _FEWEST or not whole.value:
            continue
        if choice and whole.unit == "count" and not cut_up([(text, one) for one in parts]):
            continue  # 规上企业60家、高新企业45家: what is counted may be counted twice
        stop = _ENDS.search(text, parts[-1].span.end)
        if _MORE.search(text[whole.span.end : stop.start() if stop else len(text)]):
            continue
        made = sum((one.value for one in parts), Decimal(0))
        near = _nearness(text, parts, choice=choice is not None, more=made > whole.value)
        off = adds_up_wrong(whole, parts) and near * max(made, whole.value) <= min(made, whole.value)
        if off and (made > whole.value or all(one.value < whole.value for one in parts)):
            return Total(whole, tuple(parts), made)
    return None


def adds_up_wrong(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Tell whether parts miss a total by more than their rounding explains.

    Args:
        whole: the total.
        parts: what should make it.
    """
    difference = abs(whole.value - sum((one.value for one in parts), Decimal(0)))
    return difference > sum((_step(one) for one in (whole, *parts)), Decimal(0)) / 2


def _step(quantity: Quantity) -> Decimal:
    """The last place to which a figure is told: 0.1亿 of 43.1亿, 1万 of 300万; 0 where it is told to the one."""
    found = _DIGITS.search(quantity.text)
    told = Decimal(found[0].replace(",", "")) if found else Decimal(0)
    if not told:
        return Decimal(0) if quantity.value < _SPELLED_OUT else quantity.value  # in words: as rough as it is large
    exponent = told.as_tuple().exponent
    step = quantity.value / told * Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return step if step != 1 else Decimal(0)


def _nearness(text: str, parts: Sequence[Quantity], *, choice: bool, more: bool) -> Decimal:
    """How near a sum must come to its total to be meant as that."""
    if all(_in_a_year(text, one) for one in parts):
        return _NEAR
    if more and all(_in_a_place(text, one) for one in parts):
        return _ANY
    return _NEAREST if choice else _NEAR


def cut_up(parts: Sequence[tuple[str, Quantity]]) -> bool:
    """Tell whether parts are told as pieces of a whole: by places or years, or by names that end alike (大型, 小型).

    Args:
        parts: each part with the text it stands in.
    """
    if all(_in_a_place(text, one) or _in_a_year(text, one) for text, one in parts):
        return True
    heads = (text[max(0, one.span.start - _BEFORE_PART) : one.span.start] for text, one in parts)
    ends = {_LABEL_END.sub("", head)[-1:] for head in heads}
    if len(ends) == 1 and "\u4e00" <= next(iter(ends)) <= "\u9fff":
        return True
    return all(_SOMEWHERE.match(text, one.span.end) for text, one in parts)


def _in_a_year(text: str, part: Quantity) -> bool:
    """Whether a part is what one year brings: 2024年420亩, 420 in 2024."""
    before = text[max(0, part.span.start - _BEFORE_PART) : part.span.start]
    return _YEAR_BEFORE.search(before) is not None or _YEAR_BEHIND.match(text, part.span.end) is not None


def _in_a_place(text: str, part: Quantity) -> bool:
    """Whether a part is what a place has: 海棠县45台, 45 in Haitang County."""
    before = text[max(0, part.span.start - _BEFORE_PART) : part.span.start]
    return _PLACE_BEFORE.search(before) is not None or _PLACE_BEHIND.match(text, part.span.end) is not None


def _yearly_parts(text: str, whole: Quantity, rest: Sequence[Quantity]) -> Iterator[Quantity]:
    """What is done year by year of a total told before: 1260亩……2024年完成420亩，2025年完成510亩，2026年完成330亩."""
    last = whole
    if _in_a_year(text, whole):
        return
    for one in rest:
        between = text[last.span.end : one.span.start]
        told = _YEAR_BEFORE.search(between)
        reach = _FROM_TOTAL_TO_YEARS if last is whole else _BETWEEN_PARTS
        if not told or len(between) > reach or _LEVEL.search(between) or _STOPS.search(between):
            return
        if last is whole and not _DONE.search(between):
            return
        if one.unit != whole.unit or (one.noun and whole.noun and one.noun != whole.noun):
            return
        yield one
        last = one


def _parts(text: str, whole: Quantity, rest: Sequence[Quantity]) -> Iterator[Quantity]:
    """The run of figures of the total's kind behind it, all set apart by the same mark."""
    last = whole
    stopped: bool | None = None  # whether semicolons stand between the parts
    for one in rest:
        if last is not whole:
            stops = _STOPS.search(text, last.span.end, one.span.start) is not None
            if stops != (stops if stopped is None else stopped):
                return
            stopped = stops
        like = one.unit == whole.unit or ("count" in (one.unit, whole.unit) and _same_size(one, whole))
        if not like or (last is not whole and one.span.start - last.span.end > _BETWEEN_PARTS):
            return
        if one.noun and whole.noun and one.noun != whole.noun:
            return
        yield one
        last = one


def _same_size(one: Quantity, whole: Quantity) -> bool:
    return one.unit == "count" and one.value <= whole.value

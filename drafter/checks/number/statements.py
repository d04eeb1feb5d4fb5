"""What a text states of an indicator for a year and a place, surely enough to be held against another statement."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from drafter.checks.document import Member, Passage
from drafter.checks.number.tables import Grid, grid_of
from drafter.checks.number.trends import direction_of
from drafter.language.about import About, abouts
from drafter.language.indicators import same_name
from drafter.language.quantities import quantities_of
from drafter.language.regions import region_at
from drafter.model import Bound, Quantity, Side, Span

WHOLE = "*"
"""The region that 全省 and the province name."""

_SENTENCE: dict[Side, re.Pattern[str]] = {"zh": re.compile(r"[。！？\n]"), "en": re.compile(r"\n|[.!?](?=\s|$)")}
_COMMA: dict[Side, re.Pattern[str]] = {"zh": re.compile(r"[，；;：:]"), "en": re.compile(r",\s|[;:]")}
_AIM = re.compile(r"力争|争取|努力|strive|aim|endeavou?r", re.IGNORECASE)
# Part of a year, part of a place, or a condition: what holds there need not hold elsewhere.
_PARTLY = re.compile(
    r"上半年|下半年|季度|[一二三四]期|阶段|非采暖|采暖|供暖|汛期|秋冬|夏季|冬季|春季|扣除|不含|不包括|剔除|除外|除.{1,12}外"
    r"|其中|分别|原定|调整为|现有|新增|累计"
    r"|half\sof|quarter|phase|season|winter|summer|excluding|except|respectively|of\swhich|newly|cumulative",
    re.IGNORECASE,
)
# Work that is done here and there: two figures of it need not be about the same.
_DONE = re.compile(r"(?:新|改|扩)?建|完成|改造|淘汰|关停|治理|整治|修复|安排|投入|投资|实施|推广|种植|造林|发放|培训")
# What may stand before a statement without narrowing it: dates, places, and words that only introduce.
_LEADS: dict[Side, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?:[0-9]{1,2}[.．、]|（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、|一是|二是|三是|四是"
        r"|到|至|截至|(?:19|20)[0-9]{2}年?(?:[—～~-](?:19|20)?[0-9]{2}年?)?(?:年?底|末)?(?:之?前)?|力争|确保|主要目标[是为]?|目标[是为]?|同时|\s)*"
    ),
    "en": re.compile(
        r"(?:(?:by|in|at|and|to|the|end|of|from|for|year|targets?|we|will|must|shall|strive|ensure|that"
        r"|[0-9]{1,2}\.|\([0-9a-z]{1,3}\)|(?:19|20)[0-9]{2})[\s,]*)*",
        re.IGNORECASE,
    ),
}
_FEWEST_SIGNS, _FEWEST_WORDS = 3, 2
_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement, before it has a place in a document.

    Attributes:
        name: the indicator, in the form that is equal for two mentions of it.
        region: the place, `WHOLE` for the whole area, None where none is named.
        year: the year.
        unit: its unit.
        bound: how the value bounds it.
        aim: whether it is striven for only.
        value: the value.
        span: where the figure stands, with its unit and bound.
        figure: where its digits stand.
        words: the words of the statement, to be quoted.
        direction: which way it is said to go: 1 up, -1 down, 0 for neither.
        exact: whether nothing around it narrows what it says.
    """

    name: str
    region: str | None
    year: int
    unit: str
    bound: Bound
    aim: bool
    value: Decimal
    span: Span
    figure: Span
    words: str
    direction: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement at its place.

    Attributes:
        stated: what it says.
        member: the clause that says it.
    """

    stated: Stated
    member: Member


def statements_of(passage: Passage) -> Iterator[Statement]:
    """Give what a passage states."""
    if not passage.table:
        for member in passage.members:
            yield from (Statement(stated, member) for stated in stated_in(member.text, member.side))
    elif grid := grid_of(passage):
        yield from _tabled(grid)


@lru_cache(maxsize=4096)
def stated_in(text: str, side: Side) -> tuple[Stated, ...]:
    """Give what a running text states, each with indicator and year in its own sentence.

    Args:
        text: the text.
        side: its language.
    """
    quantities = quantities_of(text, side)
    if not any(one.kind == "date" and one.unit == "year" for one in quantities):
        return ()
    return tuple(
        _stated(text, side, quantity, about, quantities)
        for quantity, about in zip(quantities, abouts(text, side, quantities), strict=True)
        if _is_sure(quantity, about, side)
    )


def _is_sure(quantity: Quantity, about: About, side: Side) -> bool:
    name = about.indicator or ""
    long_enough = len(name) >= _FEWEST_SIGNS if side == "zh" else len(name.split()) >= _FEWEST_WORDS
    told = about.own and about.year is not None and long_enough
    return told and quantity.value_max is None and not about.change and not about.counted


def _stated(text: str, side: Side, quantity: Quantity, about: About, quantities: tuple[Quantity, ...]) -> Stated:
    start, end = _sentence_around(text, side, quantity.span)
    part = _part_before(text, side, start, quantity.span.start)
    words = text[part : quantity.span.end]
    return Stated(
        name=_name(about, side),
        region=WHOLE if about.whole else about.region,
        year=about.year or 0,
        unit=quantity.unit,
        bound=quantity.bound,
        aim=_AIM.search(words) is not None,
        value=quantity.value,
        span=quantity.span,
        figure=quantity.figure,
        words=_quoted(text, start, quantity.span.end),
        direction=direction_of(words, quantity.bound),
        exact=quantity.unit != "count"
        and not _DONE.match(about.indicator or "")
        and not _PARTLY.search(words)
        and not _PARTLY.match(text[quantity.span.end : end].lstrip(" （("))
        and not _dated(quantities, start, quantity.span.start)
        and _nothing_narrows(text[start:part], side),
    )


def _name(about: About, side: Side) -> str:
    """The indicator without the place it is for, which is held apart."""
    words = about.indicator or ""
    if side == "en" and about.region:
        words = re.sub(rf"(?:\s(?:in|of|for|across))?\s?{re.escape(about.region)}", "", words)
    return same_name(words, side)


def _sentence_around(text: str, side: Side, span: Span) -> tuple[int, int]:
    start = max((found.end() for found in _SENTENCE[side].finditer(text, 0, span.start)), default=0)
    found = _SENTENCE[side].search(text, span.end)
    return start, found.start() if found else len(text)


def _part_before(text: str, side: Side, start: int, end: int) -> int:
    """Where the part of a sentence begins that ends at a figure."""
    return max((found.end() for found in _COMMA[side].finditer(text, start, end)), default=start)


def _dated(quantities: tuple[Quantity, ...], start: int, end: int) -> bool:
    """Whether a month or a day stands in this stretch, so that the year is not meant as a whole."""
    return any(one.kind == "date" and one.unit != "year" and start <= one.span.start < end for one in quantities)


def _nothing_narrows(before: str, side: Side) -> bool:
    """Whether the parts of a sentence before a statement are dates, places, or statements of their own."""
    for part in _COMMA[side].split(before):
        lead = _LEADS[side].match(part)
        rest = part[lead.end() :] if lead else part
        place = region_at(rest, 0, len(rest)) if side == "zh" else None
        rest = rest[place.end :] if place else rest
        if rest.strip() and not any(one.kind == "measure" for one in quantities_of(part, side)):
            return False
    return True


def _quoted(text: str, start: int, end: int) -> str:
    words = " ".join(text[start:end].split())
    return words if len(words) <= _LONGEST_QUOTE else "…" + words[-_LONGEST_QUOTE:]


# --- tables ----------------------------------------------------------------------------------------------------------

_YEAR = re.compile(
    r"(?:by\s|到|至)?(?:the\send\sof\s)?(?:19|20)[0-9]{2}\s*年?(?:度|底|末)?(?:目标值?|任务|计划|指标)?(?:\starget)?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"[（(][^（()）]*[）)]")
_REGION_COLUMN = re.compile(
    r"(?:县|市|区|州|省|地|乡|镇|城)+[（(]?(?:县|市|区|州|、|名)*[）)]?(?:名称?|别)?|行政区划?|单位|county|city|district|region|area|town",
    re.IGNORECASE,
)
_UNIT_WORDS = re.compile(r"[（(](?P<unit>[^（()）]+)[）)]|(?<=\s)(?P<bare>[^\s（()）]+)\Z")
_LONGEST_UNIT = 24
_WHOLE_LABEL = re.compile(r"全[省市县区州国]")


def _tabled(grid: Grid) -> Iterator[Statement]:
    """What a table states: a column's heading and a row's label, with a year in one of them."""
    by_region = bool(grid.stub) and any(_REGION_COLUMN.fullmatch(grid.heading(column)) for column in grid.stub)
    for column in grid.columns:
        headings = grid.headings(column)
        for row in grid.rows:
            cell = grid.figure(row, column)
            label = grid.label(row)
            years = {grid.year_of(column), grid.year_of_row(row)} - {None}
            if not cell or len(years) != 1 or not label or grid.total_of(row):
                continue
            region, names = (label, headings) if by_region else (_region_of(label), [*headings, label])
            name = " ".join(_bare(words) for words in names if _bare(words))
            size, unit = _unit_of(" ".join([*names, cell.unit]), grid.side)
            if not name or _PARTLY.search(f"{name} {label}"):
                continue
            yield Statement(
                Stated(
                    name=same_name(name, grid.side),
                    region=WHOLE if region and _WHOLE_LABEL.fullmatch(region) else region,
                    year=years.pop() or 0,
                    unit=unit,
                    bound=cell.bound,
                    aim=False,
                    value=cell.value * size,
                    span=cell.span,
                    figure=cell.span,
                    words=" · ".join([label, *(words for words in headings if words != label), cell.text.strip()]),
                    direction=direction_of(" ".join(names), cell.bound),
                    exact=True,
                ),
                cell.member,
            )


def _bare(words: str) -> str:
    """A heading without its year, its unit and the blanks."""
    return _YEAR.sub("", _ASIDE.sub("", words)).strip(" ，,:：")


def _region_of(label: str) -> str | None:
    place = region_at(label, 0, len(label))
    return place.name if place else None


def _unit_of(words: str, side: Side) -> tuple[Decimal, str]:
    """The unit that a heading or a cell names, and the size of what it counts in: 万吨 is 10,000 t."""
    for found in _UNIT_WORDS.finditer(words):
        text = (found["unit"] or found["bare"]).strip()
        read = quantities_of(f"1{text}" if side == "zh" else f"1 {text}", side) if len(text) <= _LONGEST_UNIT else ()
        if len(read) == 1 and read[0].unit not in ("", "count") and read[0].span.end >= len(text) + 1:
            return read[0].value, read[0].unit
    return Decimal(1), ""

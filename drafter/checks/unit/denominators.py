"""What a figure is told per: 克标准煤/千瓦时 without its kWh, 每亩 as per hectare."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from drafter.checks.number.compared import with_unit
from drafter.checks.number.figures import Figure
from drafter.language.house_style import DEFAULT
from drafter.language.quantities.unit_words import unit_words
from drafter.language.units import Unit, unit_at, unit_by_code
from drafter.model import Quantity, Span

# Units of two parts; a boiler's 蒸吨/小时 is as often told in tonnes alone.
_PARTS: Final = {
    "ug/m3": ("ug", "m3"), "mg/m3": ("mg", "m3"), "mg/L": ("mg", "L"), "g/(kW.h)": ("gce", "kW.h"),
}  # fmt: skip
_DENOMINATORS: Final = frozenset(
    ("mu", "har", "m2", "km2", "t", "kg", "g", "[jin]", "kW.h", "MW.h", "GW.h", "h", "min", "s", "d", "wk", "mo", "a",
     "L", "m3", "km", "m", "kW", "MW")
)  # fmt: skip
_ZH_PER = re.compile(r"\s?[/／每]\s?每?")
_ZH_EACH = re.compile(r"每(?:一)?(?P<unit>[\u4e00-\u9fff]{1,4})[^，。；,;0-9]{0,8}\Z")
_ZH_REACH = 14
_EN_PER = re.compile(r"\s?/\s?|\s(?:per|an?|each|every|for\s(?:each|every))\s", re.IGNORECASE)
_EN_PER_AT_ALL = re.compile(
    r"(?<![A-Za-z])(?:per|each|every|an?|apiece|hourly|daily|weekly|monthly|annual\w*|yearly)(?![A-Za-z])|/"
)
_EN_PER_BEFORE = re.compile(r"(?<![A-Za-z])(?:per|each|every)\s", re.IGNORECASE)
_EN_SYMBOLS: Final = {"h": "h", "hr": "h", "s": "s", "min": "min", "d": "d", "yr": "a", "kg": "kg"}
_EN_SYMBOL = re.compile(r"[a-z]{1,3}(?![A-Za-z0-9])")
_IN_ONE = re.compile(r"(?:mph|km?ph|kmh)\Z", re.IGNORECASE)
_AROUND = 60
_LONGEST_SYMBOL = 3


class Unlike(NamedTuple):
    """A figure whose unit is told per something else than in the source, or per nothing any more.

    Attributes:
        source: the Chinese figure.
        target: which words of the English are wrong.
        meant: what shall stand there.
    """

    source: Quantity
    target: Span
    meant: str


class _Rate(NamedTuple):
    """A unit taken apart.

    Attributes:
        unit: what is counted.
        per: in what, "" for nothing.
        place: where the words for `per` stand; of nothing, where the unit does.
        firm: whether both stand together (/), so that neither may be dropped.
    """

    unit: str
    per: str
    place: Span
    firm: bool


def unlike_denominators(matched: Sequence[tuple[Figure, Figure]], zh: str, en: str) -> Iterator[Unlike]:
    """Give the matched figures that are told per something else.

    Args:
        matched: figures of the same value on both sides.
        zh: the Chinese.
        en: the English.
    """
    if "/" not in zh and "每" not in zh and "／" not in zh:
        return
    for one, other in matched:
        if one.value != other.value or one.dated or other.dated or not one.digits:
            continue
        ours = _chinese(one, zh)
        theirs = _english(other, en) if ours.per else None
        if theirs is None or other.unit == "count":
            continue
        meant = unit_by_code(ours.per)
        if meant is None or ours == theirs:
            continue
        if theirs.per and theirs.per != ours.per:
            if not (_named(meant, "en", en) or _named(unit_by_code(theirs.per), "zh", zh)):
                shown = _whole(ours) if other.unit in _PARTS else _shown(meant, en[slice(*theirs.place)])
                yield Unlike(one.quantity, theirs.place, shown)
        elif theirs.per and _sizes_differ(ours.unit, theirs.unit):
            yield Unlike(one.quantity, Span(_unit_start(other, en), theirs.place.end), _whole(ours))
        elif not theirs.per and ours.firm and _lost(ours, theirs, meant, other, en):
            yield Unlike(one.quantity, theirs.place, _whole(ours))


def _chinese(figure: Figure, zh: str) -> _Rate:
    span = figure.quantity.figure
    if parts := _PARTS.get(figure.unit):
        return _Rate(*parts, span, firm=True)
    found = unit_at(zh, span.end, "zh")
    end = found[1] if found else span.end
    per = _ZH_PER.match(zh, end) if found else None
    if per and (below := unit_at(zh, per.end(), "zh")) and below[0].code in _DENOMINATORS:
        return _Rate(figure.unit, below[0].code, span, firm=True)
    start = figure.quantity.span.start
    each = _ZH_EACH.search(zh, max(0, start - _ZH_REACH), start) if found else None
    if each and (below := unit_at(zh, each.start("unit"), "zh")) and below[0].code in _DENOMINATORS:
        return _Rate(figure.unit, below[0].code, span, firm=False)
    return _Rate(figure.unit, "", span, firm=False)


def _english(figure: Figure, en: str) -> _Rate:
    whole = with_unit(figure, en)
    place = Span(whole.start, whole.end)
    if parts := _PARTS.get(figure.unit):
        return _Rate(*parts, Span(_unit_start(figure, en), whole.end), firm=True)
    if _IN_ONE.search(en[whole.start : whole.end]):
        return _Rate(figure.unit, "h", place, firm=True)
    per = _EN_PER.match(en, whole.end)
    if per:
        symbol = _EN_SYMBOL.match(en, per.end()) if "/" in per[0] else None
        if symbol and symbol[0] in _EN_SYMBOLS:
            return _Rate(figure.unit, _EN_SYMBOLS[symbol[0]], Span(*symbol.span()), firm=True)
        if (below := unit_at(en, per.end(), "en")) and below[0].code in _DENOMINATORS:
            return _Rate(figure.unit, below[0].code, Span(per.end(), below[1]), firm=True)
    return _Rate(figure.unit, "", Span(min(_unit_start(figure, en), whole.end), whole.end), firm=False)


def _unit_start(figure: Figure, en: str) -> int:
    end = figure.quantity.figure.end
    return end + en[end : end + 1].isspace()


def _named(unit: Unit | None, side: str, text: str) -> bool:
    """Whether a unit stands anywhere in a text."""
    if unit is None:
        return True
    if side == "zh":
        return any(name in text for name in unit.zh)
    return re.search(rf"(?<![A-Za-z])(?:{unit.en})", text, re.IGNORECASE) is not None


def _sizes_differ(one: str, other: str) -> bool:
    """Whether two units measure the same in another size."""
    mine, theirs = unit_by_code(one), unit_by_code(other)
    return bool(mine and theirs and mine.dimension == theirs.dimension and mine.factor != theirs.factor)


def _lost(ours: _Rate, theirs: _Rate, meant: Unit, figure: Figure, en: str) -> bool:
    """Whether nothing near the English figure says per what it is."""
    if ours.unit != theirs.unit and not _sizes_differ(ours.unit, theirs.unit):
        return False
    behind = en[figure.quantity.span.end : figure.quantity.span.end + _AROUND]
    before = en[max(0, figure.quantity.span.start - _AROUND) : figure.quantity.span.start]
    return not (_EN_PER_AT_ALL.search(behind) or _EN_PER_BEFORE.search(before) or _named(meant, "en", en))


def _shown(meant: Unit, words: str) -> str:
    """A unit as words of one where words stand, as its symbol where a symbol does."""
    style = replace(DEFAULT, units="symbols" if len(words) <= _LONGEST_SYMBOL else "words")
    return unit_words(meant, style, single=True)


def _whole(rate: _Rate) -> str:
    for code, parts in _PARTS.items():
        if parts == (rate.unit, rate.per) and (unit := unit_by_code(code)):
            return unit.shown
    upper, below = unit_by_code(rate.unit), unit_by_code(rate.per)
    return f"{upper.shown if upper else ''}/{below.shown if below else ''}"

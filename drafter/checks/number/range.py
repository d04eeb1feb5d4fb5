"""Ranges broken by translation, and ranges that differ from their source's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from drafter.checks.context import ClauseContext
from drafter.checks.number.compare import compare
from drafter.checks.number.compared import SURE_PAIRING
from drafter.checks.number.ranges import collapsed
from drafter.checks.rule import Rule
from drafter.language.dates import DASH, MONTH_NAMES
from drafter.language.house_style import HouseStyle
from drafter.language.numerals import EN_DIGIT_WORDS
from drafter.language.quantities import quantities_of, write_figure
from drafter.model import N_, Finding, Fix, Message, Quantity, Side, Span

_DIGIT = "|".join(EN_DIGIT_WORDS)
_WORDS = re.compile(rf"(?<![A-Za-z])({_DIGIT})\s?[—–~～]\s?({_DIGIT})(?![a-z])")
# `6%8%`: the dash is lost.
_DASH = re.compile("[—–~～]")
_SHARES = re.compile(r"(?<![0-9.,])(?P<low>[0-9]{1,2}(?:\.[0-9]+)?)%(?P<high>[0-9]{1,3}(?:\.[0-9]+)?)%")
# `8–6%`, `from 15% to 10%` may be a fall: only a dash makes a range of it, and a unit tells it from a score.
_REVERSED = re.compile(
    r"(?<![0-9.,–—-])(?P<low>[0-9]{1,6}(?:\.[0-9]{1,4})?)%?(?P<dash>\s?[–—~～]\s?)(?P<high>[0-9]{1,6}(?:\.[0-9]{1,4})?)"
    rf"(?P<unit>%|\s?(?:percent|μg|mg|km|kW|MW|tonnes|tons|mu|hectares|days|months|times|(?:{'|'.join(MONTH_NAMES)}))(?![a-z]))"
)
_DASHED = re.compile(
    r"(?<![0-9.,–—-])(?P<low>[0-9]{1,6}(?:\.[0-9]{1,4})?)%?\s?(?:[–—~～-]|to)\s?(?P<high>[0-9]{1,6}(?:\.[0-9]{1,4})?)(?![0-9–—-])"
)
# 第11至14项; 第1—3章.
_ORDINALS = re.compile(r"第(?P<low>[0-9]{1,4})(?:至|到|[—–～~-])第?(?P<high>[0-9]{1,4})(?![0-9])")
_DASHED_DATES = re.compile(r"[年月日0-9](?:至|到|[—–～~-]{1,2})[0-9]{1,4}[年月日]")
# A span of time may be told by its length, or by its days.
_LASTING = re.compile(
    r"(?<![A-Za-z])(?:[a-z]+-(?:day|month|year|week)|days|weeks|months|years|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|quarter"
    r"|half|weekend|annual\w*|through|until|till|period)(?![a-z])"
)


class NumberRange(Rule):
    """A range that is broken, turned round, or has lost an end.

    What it does: finds two digit words joined by a dash, two shares with nothing between them, and a range whose first
    end is the larger one; beside the Chinese also a range that became one figure (critical).

    Why it is bad: the range is taken for a compound word, for two figures or for another one.

    Example: `one—three` -> `1–3`; 1～2个月 -> `12 months` (meant `1–2 months`).

    Source: GB/T 15835-2011 (ranges take digits); the house style sets an en dash.
    """

    name = "number.range"
    severity = "major"
    mqm = "accuracy/mistranslation/number"
    rank = 4
    independent = True

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        for found in _SHARES.finditer(text) if "%" in text else ():
            if Decimal(found["low"]) < Decimal(found["high"]):
                meant = f"{found['low']}–{found['high']}%"
                message = Message(N_("The dash of the range is lost; it should read “{meant}”."), {"meant": meant})
                yield self.finding(context, side, Span(*found.span()), message, fix=Fix(meant, "suggested"))
        for found in _WORDS.finditer(text) if _DASH.search(text) else ():
            low, high = EN_DIGIT_WORDS[found[1]], EN_DIGIT_WORDS[found[2]]
            if low >= high:
                continue  # `one-one` and the like are compounds
            meant = f"{low}–{high}"
            message = Message(
                N_("The ends of the range have become words; it should read “{meant}”."), {"meant": meant}
            )
            yield self.finding(context, side, Span(*found.span()), message, fix=Fix(meant, "suggested"))
        seen = [*self._reversed(context, side)]
        yield from seen
        if context.paired and context.clause.confidence >= SURE_PAIRING:
            places = {finding.span.start for finding in seen}
            yield from (one for one in self._compared(context, side) if one.span.start not in places)

    def _reversed(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        text = context.text(side)
        for found in _REVERSED.finditer(text) if _DASH.search(text) else ():
            if Decimal(found["low"]) > Decimal(found["high"]):
                span = Span(found.start(), found.end("high"))
                meant = f"{found['high']}{found['dash']}{found['low']}"
                yield self._turned(context, side, span, meant)

    def _turned(self, context: ClauseContext, side: Side, span: Span, meant: str) -> Finding:
        message = Message(N_("The range is turned round; it should read “{meant}”."), {"meant": meant})
        return self.finding(context, side, span, message, fix=Fix(meant, "suggested"))

    def _compared(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        zh, en = context.text("zh"), context.text(side)
        yield from self._ordinals(context, side)
        yield from self._dates(context, side)
        ranges = [one for one in quantities_of(zh, "zh") if one.value_max is not None and one.kind == "measure"]
        if not ranges:
            return
        comparison = compare(zh, en)
        turned = {(Decimal(found["low"]), Decimal(found["high"])): found for found in _DASHED.finditer(en)}
        for source in ranges:
            ends = (source.value, source.value_max or source.value)
            found = turned.get((ends[1], ends[0])) if ends[0] != ends[1] else None  # 3-3 is a score
            if found:
                yield self._turned(context, side, Span(*found.span()), f"{found['high']}–{found['low']}")
            elif span := collapsed(source, comparison, en):
                meant = write_figure(source, replace(context.facts.style, counts="digits"))
                yield self._collapsed(context, side, span, meant, source.span)

    def _ordinals(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """第11至14项: both numbers must stand in the English, in this order."""
        zh, en = context.text("zh"), context.text(side)
        for found in _ORDINALS.finditer(zh) if "第" in zh else ():
            low, high = int(found["low"]), int(found["high"])
            places = {value: re.search(rf"(?<![0-9.,]){value}(?![0-9]|[.,][0-9])", en) for value in (low, high)}
            first, last = places[low], places[high]
            turned = re.search(rf"(?<![0-9.,]){high}\s?(?:[–—~～-]|to)\s?{low}(?![0-9])", en)
            if turned:
                yield self._turned(context, side, Span(*turned.span()), f"{low}–{high}")
            elif (first is None) != (last is None) and (kept := first or last):
                yield self._collapsed(
                    context,
                    side,
                    Span(*kept.span()),
                    _joined((str(low), str(high)), context.facts.style),
                    Span(*found.span()),
                )

    def _dates(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """2021—2025年, 11日至13日: a span of time that has lost one of its ends."""
        zh, en = context.text("zh"), context.text(side)
        comparison = compare(zh, en)
        if not _DASHED_DATES.search(zh) or any(source.dated for source, _ in comparison.differing):
            return
        partners = {source.quantity.span: target for source, target in comparison.matched if source.dated}
        dates = [one for one in quantities_of(zh, "zh") if one.kind == "date"]
        for low, high in pairwise(dates):
            joined = low.unit == high.unit and DASH.fullmatch(zh, low.span.end, high.span.start)
            kept = [partners[one.span] for one in (low, high) if one.span in partners]
            if not joined or len(kept) != 1 or low.unit not in ("year", "month", "day") or _LASTING.search(en):
                continue
            ends = [_named(one) for one in (low, high)]
            if kept[0].dated and not any(
                re.search(rf"(?<![0-9]){end}(?![0-9])", en) for end in ends if end not in kept[0].quantity.text
            ):
                meant = _joined(ends, context.facts.style)
                yield self._collapsed(context, side, kept[0].quantity.span, meant, Span(low.span.start, high.span.end))

    def _collapsed(self, context: ClauseContext, side: Side, span: Span, meant: str, source: Span) -> Finding:
        message = Message(
            N_("The Chinese says “{source}”; the range should read “{meant}”."),
            {"source": context.text("zh")[source.start : source.end], "meant": meant},
        )
        fix = Fix(meant, "suggested")
        return self.finding(context, side, span, message, fix=fix, severity="critical", counterpart=source)


def _joined(ends: Sequence[str], style: HouseStyle) -> str:
    return f" {style.dash} ".join(ends) if style.dash == "to" else style.dash.join(ends)


def _named(date: Quantity) -> str:
    return MONTH_NAMES[int(date.value) - 1] if date.unit == "month" else f"{date.value:f}"

"""Ranges broken by translation, and ranges that differ from their source's."""

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.checks.context import ClauseContext
from drafter.checks.number.compare import compare
from drafter.checks.number.compared import SURE_PAIRING
from drafter.checks.number.ranges import collapsed
from drafter.checks.rule import Rule
from drafter.language.dates import MONTH_NAMES
from drafter.language.numerals import EN_DIGIT_WORDS
from drafter.language.quantities import quantities_of, write_number
from drafter.model import N_, Finding, Fix, Message, Side, Span

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
        ranges = [one for one in quantities_of(zh, "zh") if one.value_max is not None and one.kind == "measure"]
        if not ranges:
            return
        comparison = compare(zh, en)
        turned = {(Decimal(found["low"]), Decimal(found["high"])): found for found in _DASHED.finditer(en)}
        for source in ranges:
            ends = (source.value, source.value_max or source.value)
            if found := turned.get((ends[1], ends[0])):
                yield self._turned(context, side, Span(*found.span()), f"{found['high']}–{found['low']}")
            elif span := collapsed(source, comparison, en):
                meant = f"{write_number(source.value)}–{write_number(ends[1])}"
                message = Message(
                    N_("The Chinese says “{source}”; the range should read “{meant}”."),
                    {"source": source.text, "meant": meant},
                )
                yield self.finding(
                    context, side, span, message,
                    fix=Fix(meant, "suggested"), severity="critical", counterpart=source.span,
                )  # fmt: skip

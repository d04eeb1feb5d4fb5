"""Thousands grouped wrongly, or unlike the rest of the document."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.around import ends_with
from drafter.language.units import unit_at
from drafter.model import N_, Finding, Fix, Message, Side, Span

_UNGROUPED = re.compile(r"(?<![0-9A-Za-z.,/+–—-])[0-9]{4,12}(?![0-9A-Za-z./–—-]|,[0-9])")
_MISGROUPED = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{2,3}){2,}(?![0-9,])")
_FOUR = re.compile(r"(?<![0-9.,/–—-])[1-9],[0-9]{3}(?![0-9,/–—-]|\.[0-9])")
_LIKELY = re.compile("[0-9]{4}|[0-9],[0-9]{2,3}")
_SOUND = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*")
_YEARLIKE = re.compile(r"(?:19|20)[0-9]{2}")
_COUNTED = re.compile(r"\s(?!(?:is|was|has|does|hours)\s)[a-z]{2,}s(?![a-z])")
_CODE = re.compile(
    r"(?:No\.?|GB|HJ|ISO|DB|hotline|line|dial|call|code|postcode|tel|phone|number|[#№:])\s{0,2}\Z", re.IGNORECASE
)
_FOUR_DIGITS = 4


class NumberGrouping(Rule):
    """Thousands grouped wrongly, or unlike the rest of the document.

    What it does: finds groups of other than three digits, and figures in front of a unit or of what they count whose
    thousands are not set apart as the document sets them apart: mostly from five digits on, or also in figures of four,
    or never. Codes, hotlines and standards have no groups.

    Why it is bad: 300000 and 3000000 look alike.

    Example: `300000 kW` -> `300,000 kW`.

    Source: the house style; the SI brochure 5.4.4 for groups of three.
    """

    name = "number.grouping"
    digits = True
    severity = "minor"
    mqm = "locale-convention/number-format"
    rank = 18

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        if not _LIKELY.search(text):
            return
        habit = context.facts.thousands
        for found in _UNGROUPED.finditer(text) if habit != "none" else ():
            if self._is_count(text, found, four=habit == "four") and not ends_with(_CODE, text, found.start()):
                yield self._grouped(context, side, found)
        for found in _MISGROUPED.finditer(text):
            if not _SOUND.fullmatch(found[0]):
                yield self._grouped(context, side, found)
        for found in _FOUR.finditer(text) if habit == "five" else ():
            meant = found[0].replace(",", "")
            message = Message(N_("Figures of four digits have no comma in this document: “{meant}”."), {"meant": meant})
            yield self.finding(context, side, Span(*found.span()), message, fix=Fix(meant, "safe"))

    def _is_count(self, text: str, found: re.Match[str], *, four: bool) -> bool:
        """Whether a figure without groups counts or measures something, and is long enough for them."""
        if len(found[0]) == _FOUR_DIGITS and not (four and not _YEARLIKE.fullmatch(found[0])):
            return False
        return bool(unit_at(text, found.end() + 1, "en") or _COUNTED.match(text, found.end()))

    def _grouped(self, context: ClauseContext, side: Side, found: re.Match[str]) -> Finding:
        meant = f"{int(found[0].replace(',', '')):,}"
        message = Message(N_("Thousands are set apart by commas: “{meant}”."), {"meant": meant})
        return self.finding(context, side, Span(*found.span()), message, fix=Fix(meant, "safe"))

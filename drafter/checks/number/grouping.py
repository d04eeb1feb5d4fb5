"""Thousands grouped wrongly, or not at all."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.around import ends_with
from drafter.language.units import unit_at
from drafter.model import N_, Finding, Fix, Message, Side, Span

_UNGROUPED = re.compile(r"(?<![0-9A-Za-z.,/+–—-])[0-9]{5,12}(?![0-9A-Za-z./–—-]|,[0-9])")
_MISGROUPED = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{2,3}){2,}(?![0-9,])")
_LIKELY = re.compile("[0-9]{5}|[0-9],[0-9]{2,3},")
_SOUND = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*")
_COUNTED = re.compile(r"\s(?!(?:is|was|has|does|hours)\s)[a-z]{2,}s(?![a-z])")
_CODE = re.compile(
    r"(?:No\.?|GB|HJ|ISO|DB|hotline|line|dial|call|code|postcode|tel|phone|number|[#№:])\s{0,2}\Z", re.IGNORECASE
)


class NumberGrouping(Rule):
    """Thousands grouped wrongly, or not from five digits on.

    What it does: finds figures of five digits and more without commas in front of a unit or of what they count, and
    groups of other than three digits. Codes, hotlines and standards have none.

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
        for found in _UNGROUPED.finditer(text):
            counts = unit_at(text, found.end() + 1, "en") or _COUNTED.match(text, found.end())
            if counts and not ends_with(_CODE, text, found.start()):
                yield self._grouped(context, side, found)
        for found in _MISGROUPED.finditer(text):
            if not _SOUND.fullmatch(found[0]):
                yield self._grouped(context, side, found)

    def _grouped(self, context: ClauseContext, side: Side, found: re.Match[str]) -> Finding:
        meant = f"{int(found[0].replace(',', '')):,}"
        message = Message(N_("Thousands are set apart by commas: “{meant}”."), {"meant": meant})
        return self.finding(context, side, Span(*found.span()), message, fix=Fix(meant, "safe"))

"""Ranges broken by translation."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.numerals import EN_DIGIT_WORDS
from drafter.model import N_, Finding, Fix, Message, Side, Span

_DIGIT = "|".join(EN_DIGIT_WORDS)
_WORDS = re.compile(rf"(?<![A-Za-z])({_DIGIT})\s?[—–~～-]\s?({_DIGIT})(?![a-z])")


class NumberRange(Rule):
    """A range whose ends have become words.

    What it does: finds two digit words joined by a dash.

    Why it is bad: the range is taken for a compound word or for two figures.

    Example: `one—three` -> `1–3`.

    Source: GB/T 15835-2011 (ranges take digits); the house style sets an en dash.
    """

    name = "number.range"
    severity = "major"
    mqm = "accuracy/mistranslation/number"
    rank = 13

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        for found in _WORDS.finditer(context.text(side)):
            low, high = EN_DIGIT_WORDS[found[1]], EN_DIGIT_WORDS[found[2]]
            if low >= high:
                continue  # `one-one` and the like are compounds
            meant = f"{low}–{high}"
            message = Message(
                N_("The ends of the range have become words; it should read “{meant}”."), {"meant": meant}
            )
            yield self.finding(context, side, Span(*found.span()), message, fix=Fix(meant, "suggested"))

"""Ranges broken by translation."""

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.numerals import EN_DIGIT_WORDS
from drafter.model import N_, Finding, Fix, Message, Side, Span

_DIGIT = "|".join(EN_DIGIT_WORDS)
_WORDS = re.compile(rf"(?<![A-Za-z])({_DIGIT})\s?[—–~～]\s?({_DIGIT})(?![a-z])")


# `6%8%`: the dash is lost.
_SHARES = re.compile(r"(?<![0-9.,])(?P<low>[0-9]{1,2}(?:\.[0-9]+)?)%(?P<high>[0-9]{1,3}(?:\.[0-9]+)?)%")


class NumberRange(Rule):
    """A range whose ends have become words, or whose dash is lost.

    What it does: finds two digit words joined by a dash, and two shares with nothing between them.

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
        text = context.text(side)
        for found in _SHARES.finditer(text):
            if Decimal(found["low"]) < Decimal(found["high"]):
                meant = f"{found['low']}–{found['high']}%"
                message = Message(N_("The dash of the range is lost; it should read “{meant}”."), {"meant": meant})
                yield self.finding(context, side, Span(*found.span()), message, fix=Fix(meant, "suggested"))
        for found in _WORDS.finditer(text):
            low, high = EN_DIGIT_WORDS[found[1]], EN_DIGIT_WORDS[found[2]]
            if low >= high:
                continue  # `one-one` and the like are compounds
            meant = f"{low}–{high}"
            message = Message(
                N_("The ends of the range have become words; it should read “{meant}”."), {"meant": meant}
            )
            yield self.finding(context, side, Span(*found.span()), message, fix=Fix(meant, "suggested"))

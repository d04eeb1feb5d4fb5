"""Figures broken by a space."""

import re
from collections.abc import Callable, Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.numerals import english_numerals
from drafter.model import N_, Finding, Fix, Message, Side, Span

_BLANK_BY_DIGIT = re.compile(r"[0-9.,]\s|\s\.")
_WRITTEN = re.compile(r"[0-9][0-9 .,]*[0-9]")
_ZH_YEAR = re.compile(r"(?<![0-9])(?:[12]\s?[0-9]\s?[0-9]\s?[0-9])(?=\s?年)")
_ZH_FIGURE = re.compile(
    r"(?<![0-9.])[0-9]{1,12}(?:\s?\.\s[0-9]{1,6}|\s\.[0-9]{1,6}|(?: [0-9]){1,6})"
    r"(?=\s?(?:%|微克|毫克|万|亿|吨|个|家|千瓦))"
)


class NumberSplit(Rule):
    """A figure broken by a space.

    What it does: finds a year cut in two, a decimal point with a blank beside it, and single digits set apart in front
    of a unit. Thousands grouped by thin gaps are no fault; in Chinese whose English has the whole figure it is minor.

    Why it is bad: the reader takes it for two figures.

    Example: `202 1` -> `2021`; `42. 5 μg/m³` -> `42.5 μg/m³`.

    Source: GB/T 15835-2011; the SI brochure 5.4.4 allows gaps only between groups of three digits.
    """

    name = "number.split"
    digits = True
    severity = "major"
    mqm = "accuracy/mistranslation/number"
    sides = ("zh", "en")
    rank = 14

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        if not _BLANK_BY_DIGIT.search(text):
            return
        split = (numeral.span for numeral in english_numerals(text) if numeral.split)
        for span in sorted(set(_chinese(text) if side == "zh" else map(_without_scale(text), split))):
            meant = re.sub(r"\s", "", text[span.start : span.end])
            message = Message(N_("A space breaks the figure; it should read “{meant}”."), {"meant": meant})
            # A blank in the Chinese misleads nobody where the English has the whole figure.
            form = side == "zh" and context.paired and _holds(context.text("en"), meant)
            yield self.finding(context, side, span, message, fix=Fix(meant, "safe"), severity="minor" if form else None)


def _holds(text: str, figure: str) -> bool:
    """Whether a text has a figure as it is written, by itself."""
    return re.search(rf"(?<![0-9.,]){re.escape(figure)}(?![0-9]|[.,][0-9])", text) is not None


def _without_scale(text: str) -> Callable[[Span], Span]:
    """Give the span of a numeral's digits, without a scale word behind them."""

    def digits(span: Span) -> Span:
        found = _WRITTEN.match(text, *span)
        return Span(*found.span()) if found else span

    return digits


def _chinese(text: str) -> Iterator[Span]:
    for pattern in (_ZH_YEAR, _ZH_FIGURE):
        for found in pattern.finditer(text):
            if re.search(r"\s", found[0]):
                yield Span(*found.span())

"""Figures broken by a space."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.around import ends_with, letters_before
from drafter.language.numerals import english_numerals
from drafter.model import N_, Finding, Fix, Message, Side, Span

_UNIT = r"(?:%|％|per\s?cent|percentage|[μµ]g|micrograms?|mg/|kW|MW|kilowatt|tons?|tonnes?|mu(?![a-z])|hectares|km)"
# `42. 5 μg`, `42 .5%`: a decimal point with a blank; the figure before it is too short for a year or an item.
_DECIMAL = re.compile(rf"(?:(?<![0-9.,A-Za-z])|(?<=[a-z]{{3}}))[0-9]{{1,3}}(?:\s\.|\.\s)[0-9]{{1,2}}(?=\s?{_UNIT})")
# `3 4 μg/m³`, `1 5%`: single digits in front of a unit.
_DIGITS = re.compile(rf"(?<![0-9.,] )(?<![0-9.,/–—A-Za-z-])[0-9](?: [0-9]){{1,3}}(?=\s?{_UNIT})")
# `4, 200 tonnes` behind a word that leads to one figure.
_GROUPS = re.compile(
    rf"(?<=[a-z] )(?<![0-9.,])[0-9]{{1,3}}, [0-9]{{3}}(?=\s?{_UNIT}|\s[a-z]{{3,}}s?(?![a-z]))(?!\s(?:and|or|to)\s)"
)
_LEADS = re.compile(
    r"(?<![A-Za-z])(?:than|least|most|about|over|nearly|reach(?:ed|es)?|total(?:s|ed|ing)?|exceed(?:s|ed|ing)?|almost|around|by|to|of|at|is|was|with)"
    r"\s\Z"
)
_LABEL = re.compile(
    r"(?:Annex|Article|Table|Figure|No\.|Item|Phase|Stage|Grade|Class|Section|PM)\s{0,3}\Z", re.IGNORECASE
)
_ZH_YEAR = re.compile(r"(?<![0-9])(?:[12]\s?[0-9]\s?[0-9]\s?[0-9])(?=\s?年)")
_ZH_FIGURE = re.compile(
    r"(?<![0-9.])[0-9]{1,12}(?:\s?\.\s[0-9]{1,6}|\s\.[0-9]{1,6}|(?: [0-9]){1,6})"
    r"(?=\s?(?:%|微克|毫克|万|亿|吨|个|家|千瓦))"
)


class NumberSplit(Rule):
    """A figure broken by a space.

    What it does: finds a year cut in two, a decimal point with a blank beside it, and single digits set apart in front
    of a unit. Thousands grouped by thin gaps are no fault.

    Why it is bad: the reader takes it for two figures.

    Example: `202 1` -> `2021`; `42. 5 μg/m³` -> `42.5 μg/m³`.

    Source: GB/T 15835-2011; the SI brochure 5.4.4 allows gaps only between groups of three digits.
    """

    name = "number.split"
    severity = "major"
    mqm = "accuracy/mistranslation/number"
    sides = ("zh", "en")
    rank = 14

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        for span in sorted(set(_chinese(text) if side == "zh" else _english(text))):
            meant = re.sub(r"\s", "", text[span.start : span.end])
            message = Message(N_("A space breaks the figure; it should read “{meant}”."), {"meant": meant})
            yield self.finding(context, side, span, message, fix=Fix(meant, "safe"))


def _english(text: str) -> Iterator[Span]:
    for numeral in english_numerals(text):
        if numeral.split:
            yield numeral.span
    for found in _GROUPS.finditer(text):
        if ends_with(_LEADS, text, found.start()):
            yield Span(*found.span())
    for found in _DIGITS.finditer(text):
        if not letters_before(text, found.start() - 1) or ends_with(_LEADS, text, found.start()):
            yield Span(*found.span())
    for found in _DECIMAL.finditer(text):
        if not ends_with(_LABEL, text, found.start()):
            yield Span(*found.span())


def _chinese(text: str) -> Iterator[Span]:
    for pattern in (_ZH_YEAR, _ZH_FIGURE):
        for found in pattern.finditer(text):
            if re.search(r"\s", found[0]):
                yield Span(*found.span())

"""Figures that ran into what follows."""

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.around import ends_with
from drafter.model import N_, Finding, Fix, Message, Side, Span

# A measure word (家, 个) rendered on its own and stuck to the figure.
_CLASSIFIER = re.compile(
    r"(?<![A-Za-z0-9])(?P<figure>[0-9]+(?:,[0-9]{3})*)(?P<noun>Home|Individual|Platform|Seat|Branch)(?![a-z])"
)
# 500家 as `500A green factory`; 4A spots and 5A offices are names, 10A a current.
_ARTICLE = re.compile(
    r"(?<![A-Za-z0-9])(?P<figure>[0-9]{2,}(?:,[0-9]{3})*)A (?=[a-z]{4,})(?!fuse|current|plug|circuit)"
)
# 35万 as `35Ten thousand`.
_SCALE = re.compile(
    r"(?<![A-Za-z0-9.,])(?P<figure>[0-9]{1,4}(?:\.[0-9]{1,4})?)"
    r"(?P<scale>Ten thousand|Hundred million|Thousand|Million|Billion)"
    r"s?(?![a-z])"
)
# A figure torn from its unit: `1000Renovation of … ships with deadweight tons or above`.
_TORN = re.compile(
    r"""
    (?<![0-9.,])(?P<figure>[0-9]{2,7}(?:,[0-9]{3})*)(?P<words>[A-Z][a-z]+\s[^0-9.;:,]{2,160}?)\swith\s
    (?P<unit>deadweight\stons|gross\stons|tonnage|tons|tonnes|kilowatts|kilometers|kilometres|square\smeters|square\smetres
      |hectares|mu|beds|households|seats)
    (?P<bound>\s(?:and|or)\s(?:above|below|more|less))(?![A-Za-z])
    """,
    re.VERBOSE,
)
_TORN_BOUND = re.compile(r"[a-z] (?:and|or) (?:above|below|more|less)")
_GLUED = re.compile("[0-9][A-Z]")
_LEAST_GROUPED = 1000
_FACTORS = {
    "Ten thousand": 10**4, "Hundred million": 10**8, "Thousand": 10**3, "Million": 10**6, "Billion": 10**9,
}  # fmt: skip
# Two figures in one: `2005,000`. A year and its comma without the space look the same, so no year may be meant.
_TWO = re.compile(r"(?<![0-9.,])[0-9]{4,6},[0-9]{3}(?:,[0-9]{3})*(?![0-9,])")
# A year with a digit of something else: `20021,all`, `202315 October`.
_YEAR = re.compile(
    r"(?<![0-9.,])(?:19|20)[0-9]{3}(?![0-9]|,[0-9]{3}|\s?(?:%|[a-z]{1,3}/|tons?|kW|mu|yuan))(?=\s?[,.;A-Za-z]|\s|$)"
)
_CALENDAR = re.compile(
    r"(?:since|in|by|of|year|until|from|before|after|January|February|March|April|May|June|July|August|September|October|November|December),?\s{0,3}\Z",
    re.IGNORECASE,
)


class NumberFused(Rule):
    """A figure that ran into other digits or into what follows.

    What it does: finds measure words and scales stuck to a figure (50Home, 35Ten thousand), two figures in one, and
    years with a digit too many; and a figure that stands far from the unit it belongs to, in front of another noun.

    Why it is bad: the figure can be read in two ways.

    Example: `50Home` -> `50`; `since July, 20021,all` -> `2021, all`.

    Source: GB/T 15835-2011 for figure and measure word.
    """

    name = "number.fused"
    digits = True
    severity = "critical"
    mqm = "accuracy/mistranslation/number"
    rank = 17

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        glued = _GLUED.search(text) is not None
        for pattern in (_CLASSIFIER, _ARTICLE) if glued else ():
            for found in pattern.finditer(text):
                end = found.end() - (1 if pattern is _ARTICLE else 0)
                message = Message(
                    N_("The measure word has run into the figure; it should read “{meant}”."),
                    {"meant": found["figure"]},
                )
                yield self.finding(
                    context,
                    side,
                    Span(found.start(), end),
                    message,
                    fix=Fix(found["figure"], "suggested"),
                    severity="major",
                )
        for found in _SCALE.finditer(text) if glued else ():
            meant = f"{int(Decimal(found['figure']) * _FACTORS[found['scale']]):,}"
            message = Message(N_("The scale has run into the figure; it should read “{meant}”."), {"meant": meant})
            yield self.finding(context, side, Span(*found.span()), message, fix=Fix(meant, "safe"))
        for found in _TORN.finditer(text) if _TORN_BOUND.search(text) else ():
            yield self._torn(context, side, found)
        for found in _TWO.finditer(text):
            if not ends_with(_CALENDAR, text, found.start()):
                message = Message(N_("Two figures have run into each other: “{figure}”."), {"figure": found[0]})
                yield self.finding(context, side, Span(*found.span()), message)
        for found in _YEAR.finditer(text):
            if ends_with(_CALENDAR, text, found.start()):
                message = Message(
                    N_("“{figure}” is no year: a digit of something else has run into it."), {"figure": found[0]}
                )
                yield self.finding(context, side, Span(*found.span()), message)

    def _torn(self, context: ClauseContext, side: Side, found: re.Match[str]) -> Finding:
        figure = int(found["figure"].replace(",", ""))
        number = f"{figure:,}" if figure >= _LEAST_GROUPED else str(figure)
        words = found["words"][0].lower() + found["words"][1:]
        article = "" if words.startswith(("the ", "a ", "an ")) else "the "
        glued = found.start() and context.text(side)[found.start() - 1].isalpha()
        unit = "tons" if found["unit"] == "tonnage" else found["unit"]
        meant = f"{' ' if glued else ''}{article}{words} of {number} {unit}{found['bound']}"
        message = Message(
            N_("“{figure}” is torn from its unit; it should read “{meant}”."),
            {"figure": found["figure"], "meant": meant.strip()},
        )
        return self.finding(context, side, Span(*found.span()), message, fix=Fix(meant, "suggested"))

"""English figures broken by a blank, and what they meant: `202 1`, `38. 6μg`, `17 .4`, `4, 200 tonnes`, `1 5%`.

Two figures beside each other are as often two figures, so each form wants company that tells it: a unit behind it, or
a word before it that leads to one figure.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from drafter.language.around import ends_with, letters_before
from drafter.model import Span


class Broken(NamedTuple):
    """A figure with a blank in it.

    Attributes:
        span: where it stands, from its first digit to its last.
        value: what it meant.
    """

    span: Span
    value: Decimal


# No figure is broken without one of these; a cheap look before the dear ones.
_SUSPECT = re.compile(r"[0-9](?: \.?[0-9]|[.,] [0-9])")
_UNIT = (
    r"(?:%|％|per\s?cent|percentage|(?:[μµ]|Î¼)\s?g|micrograms?|mg/|kW|MW|GW|kilowatt|tons?|tonnes?|mu(?![a-z])"
    r"|hectares|k?m(?![a-z])|kilomet|met(?:er|re)s|million|billion|yuan)"
)
# `42. 5 μg`, `42 .5%`: a decimal point with a blank; the figure before it is too short for a year or an item.
_DECIMAL = re.compile(rf"(?:(?<![0-9.,A-Za-z])|(?<=[a-z]{{3}}))[0-9]{{1,3}}(?:\s\.|\.\s)[0-9]{{1,2}}(?=\s?{_UNIT})")
# `17 .4`: no sentence ends in front of its stop.
_POINT = re.compile(r"(?<![0-9.,A-Za-z])[0-9]{1,3} \.[0-9]{1,2}(?![0-9.])")
# `3 4 μg/m³`, `1 5%`: single digits in front of a unit.
_DIGITS = re.compile(rf"(?<![0-9.,] )(?<![0-9.,/–—A-Za-z-])[0-9](?: [0-9]){{1,3}}(?=\s?{_UNIT})")
# `4, 200 tonnes`, `4, 200 enterprises` behind a word that leads to one figure; `CNY 4, 200`.
_GROUPS = re.compile(
    rf"(?<=[a-zY] )(?<![0-9.,])[0-9]{{1,3}}, [0-9]{{3}}(?![0-9]|,? (?:and )?[0-9])"
    rf"(?=\s?{_UNIT}|(?:\s[a-z-]{{2,}}){{1,3}}|[.;,])(?!\s(?:and|or|to)\s)"
)
_GROUPS_FIRST = re.compile(rf"^[0-9]{{1,3}}, [0-9]{{3}}(?![0-9])(?=\s?{_UNIT}|\s[a-z]{{3,}})")
_LEADS = re.compile(
    r"(?<![A-Za-z])(?:(?:than|least|most|about|over|nearly|reach(?:ed|es)?|total(?:s|ed|ing)?|exceed(?:s|ed|ing)?|almost|around"
    r"|by|to|of|at|is|was|were|with|some|all|has|have|had|for|from|than|up|add|another|extra|total|the|drew|scrap|CNY|RMB"
    r"|cost|costs|paid|killed|hired?|within|only|just|sold|built?|house|houses|holds?|including|worth|earn(?:s|ed)?|spent|received|fined)\s)\Z"
)
_SHARE_LEADS = re.compile(
    r"(?<![A-Za-z])(?:than|least|most|about|over|nearly|reach(?:ed|es)?|total(?:s|ed|ing)?|exceed(?:s|ed|ing)?|almost|around"
    r"|by|to|of|at|is|was|with)\s\Z"
)
_LABEL = re.compile(
    r"(?:Annex|Article|Table|Figure|No\.|Item|Phase|Stage|Grade|Class|Section|Rooms?|Chapters?|Days?|PM)\s{0,3}\Z",
    re.IGNORECASE,
)


def broken_figures(text: str) -> list[Broken]:
    """Give the broken figures of an English text in order; years cut in two are `english_numerals`' own."""
    if not _SUSPECT.search(text):
        return []
    spans: list[Span] = []
    for span in sorted(_candidates(text), key=lambda span: (span.start, -span.end)):
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
    return [Broken(span, Decimal(re.sub(r"[\s,]", "", text[span.start : span.end]))) for span in spans]


def _candidates(text: str) -> Iterator[Span]:
    for found in _GROUPS.finditer(text):
        if ends_with(_LEADS, text, found.start()):
            yield Span(*found.span())
    if first := _GROUPS_FIRST.match(text):
        yield Span(*first.span())
    for found in _DIGITS.finditer(text):
        if not letters_before(text, found.start() - 1) or ends_with(_SHARE_LEADS, text, found.start()):
            yield Span(*found.span())
    for pattern in (_DECIMAL, _POINT):
        for found in pattern.finditer(text):
            if not ends_with(_LABEL, text, found.start()):
                yield Span(*found.span())

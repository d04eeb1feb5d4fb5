"""Acronyms of environmental and administrative English: how they are written, and what they stand for."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from drafter.language.tokens import english_vocabulary
from drafter.language.words import is_common_word
from drafter.model import Span

_TABLE = """
LDAR leak detection and repair|VOCs volatile organic compounds|NOx nitrogen oxides|AQI air quality index
CEMS continuous emission monitoring system|RTO regenerative thermal oxidizer|RCO regenerative catalytic oxidizer
SCR selective catalytic reduction|SNCR selective non-catalytic reduction|COD chemical oxygen demand
BOD biochemical oxygen demand|EIA environmental impact assessment|NEV new energy vehicle|LNG liquefied natural gas
CNG compressed natural gas|LPG liquefied petroleum gas|GDP gross domestic product
CCUS carbon capture, utilization and storage|CCER Chinese Certified Emission Reduction
POPs persistent organic pollutants|OBD on-board diagnostics|ESG environmental, social and governance
EOD eco-environment-oriented development
BRT bus rapid transit|GIS geographic information system|UAV unmanned aerial vehicle|TSP total suspended particulates
NDRC National Development and Reform Commission|MEE Ministry of Ecology and Environment|CPC Communist Party of China
SASAC State-owned Assets Supervision and Administration Commission|MIIT Ministry of Industry and Information Technology
MOHURD Ministry of Housing and Urban-Rural Development|NPC National People’s Congress|DCS distributed control system
CPPCC Chinese People’s Political Consultative Conference|SAMR State Administration for Market Regulation
PPP public-private partnership|HFCs hydrofluorocarbons|ODS ozone-depleting substances
PV photovoltaic|IoT Internet of Things
"""
_NO_EXPANSION = ("GB", "HJ", "UN", "EU", "US", "UK", "WHO", "PM", "ISO", "VOC", "POP", "NEVs", "UAVs", "NO", "HFC")
_WORD = re.compile(r"(?<![\w./@-])[A-Za-z][A-Za-z]{2,8}(?![\w/@])(?!\.[a-z])")
_TWICE = re.compile(r"([A-Z]{1,3})\1")
_TWICE_FROM = 4  # letters: PPM is a unit
_SAME = re.compile(r"\b(?P<one>[A-Z][A-Za-z0-9.]{1,9})\s?[(（]\s?(?P=one)\s?[)）]")
_LONGEST_EXPANSION = 80


class Damaged(NamedTuple):
    """An acronym that is not as it should be.

    Attributes:
        span: where it stands.
        meant: what should stand there.
        kind: case (its letters), letters (doubled or exchanged), twice (explained by itself).
    """

    span: Span
    meant: str
    kind: str


@cache
def acronyms() -> dict[str, str]:
    """Give the acronyms with what they stand for."""
    rows = (row.partition(" ") for line in _TABLE.strip().splitlines() for row in line.split("|"))
    return {name: words for name, _, words in rows}


@cache
def _by_small_letters() -> dict[str, str]:
    found = {name.lower(): name for name in acronyms()}
    found["voc"] = "VOC"
    return {small: name for small, name in found.items() if len(small) > 2 and not is_common_word(small)}


@cache
def _expansions() -> re.Pattern[str]:
    names = {words: name for name, words in acronyms().items()}
    either = "|".join(re.escape(words).replace("’", "[’']").replace("\\-", "[- ]") for words in names)
    return re.compile(rf"\b(?P<words>{either})s?\s?[(（]\s?(?P<one>[A-Za-z]{{2,8}})\s?[)）]", re.IGNORECASE)


def damaged(text: str) -> Iterator[Damaged]:
    """Give the acronyms of an English text that are written wrongly, from left to right within each kind.

    Args:
        text: English text.
    """
    known = acronyms()
    if "(" in text or "（" in text:
        for found in _SAME.finditer(text):
            words = known.get(found["one"])
            if words or found["one"].isupper():
                yield Damaged(Span(*found.span()), f"{words} ({found['one']})" if words else found["one"], "twice")
        for found in _expansions().finditer(text):
            right = _acronym_of(found["words"])
            if right and found["one"].rstrip("s") != right.rstrip("s"):
                yield Damaged(Span(*found.span("one")), right, "letters")
    if english_vocabulary(text).isdisjoint(_by_small_letters()) and not _TWICE.search(text):
        return
    for found in _WORD.finditer(text):
        word = found[0]
        usual = _by_small_letters().get(word.lower())
        if usual is not None:
            if word not in known and word.upper() != word and word.rstrip("s") != usual.rstrip("s"):
                yield Damaged(Span(*found.span()), usual, "case")
        elif len(word) >= _TWICE_FROM and word.isupper() and (twice := _TWICE.search(word)):
            once = word[: twice.start()] + twice[1] + word[twice.end() :]
            if once in known or once in _NO_EXPANSION:
                yield Damaged(Span(*found.span()), once, "letters")


def _acronym_of(words: str) -> str:
    plain = words.lower().replace("'", "’").replace(" ", "-")
    return next((name for name, full in acronyms().items() if full.lower().replace(" ", "-") == plain), "")


class Use(NamedTuple):
    """An acronym where it is used.

    Attributes:
        name: the acronym.
        span: where it stands.
        explained: whether its words stand before it, and it in brackets.
    """

    name: str
    span: Span
    explained: bool


def uses(text: str) -> Iterator[Use]:
    """Give the known acronyms that an English text uses, and whether it says there what they stand for.

    Args:
        text: English text.
    """
    known = acronyms()
    for found in re.finditer(r"(?<![\w./@-])[A-Z][A-Za-z]{1,6}\b", text):
        if found[0] in known:
            before = text[max(0, found.start() - _LONGEST_EXPANSION) : found.start()]
            explained = before.endswith(("(", "（", "( ")) and _explains(before.rstrip("(（ "), known[found[0]])
            yield Use(found[0], Span(*found.span()), explained)


def _explains(before: str, words: str) -> bool:
    """Whether a text ends with what an acronym stands for, spelt and hyphened anyhow."""
    plain = re.sub("[^a-z]", "", before.lower())
    return plain.rstrip("s").endswith(re.sub("[^a-z]", "", words.lower()).rstrip("s"))

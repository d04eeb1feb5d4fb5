"""How a document writes its figures: dates, percentages, units, thousands, money, document numbers.

What a document mostly does is right in it; where it does nothing often enough, the default holds, and a choice made by
the reviewer overrides both.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

from drafter.model import N_, DrafterError

Dates = Literal["british", "american"]
Counts = Literal["digits", "words"]
References = Literal["year-first", "number-first"]
Percent = Literal["%", "percent", "per cent"]
Units = Literal["symbols", "words"]
Spelling = Literal["british", "american"]
Money = Literal["yuan", "CNY", "RMB"]
Thousands = Literal["four", "five", "none"]
Dash = Literal["–", "-", "to"]


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """A way of writing figures in English.

    Attributes:
        dates: `23 August 2023` (british) or `August 23, 2023` (american).
        counts: whether counts up to ten are written `5` or `five`.
        references: `[2023] No. 34` (year-first) or `No. 34 [2023]` (number-first).
        percent: `5%`, `5 percent` or `5 per cent`.
        units: `μg/m³` (symbols) or `micrograms per cubic metre` (words).
        spelling: `metre` or `meter`.
        money: `320 million yuan`, `CNY 320 million` or `RMB 320 million`.
        thousands: from how many digits on they are set apart by commas: `4,600`, `4600` but `46,000`, or never.
        dash: what stands between the ends of a range.
    """

    dates: Dates = "british"
    counts: Counts = "digits"
    references: References = "year-first"
    percent: Percent = "%"
    units: Units = "symbols"
    spelling: Spelling = "british"
    money: Money = "yuan"
    thousands: Thousands = "four"
    dash: Dash = "–"

    @classmethod
    def of(cls, texts: Iterable[str], chosen: Mapping[str, str] | None = None) -> "HouseStyle":
        """Learn what English texts mostly do.

        Args:
            texts: the texts of a document.
            chosen: what a reviewer has chosen, by name; the rest is learnt.
        """
        return Habits(texts).style(chosen)


class Habits:
    """What the texts of a document do, counted."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._seen: dict[str, Counter[str]] = {name: Counter() for name in CHOICES}
        every = list(texts)
        for text in every[:: 1 + len(every) // _MOST_TEXTS]:
            for name, choice in _habits(text):
                self._seen[name][choice] += 1

    def style(self, chosen: Mapping[str, str] | None = None) -> HouseStyle:
        """Give the style of the document.

        Args:
            chosen: what a reviewer has chosen, by name.
        """
        learnt = {name: found for name in CHOICES if (found := self.usual(name))}
        return replace(HouseStyle(), **{**learnt, **(chosen or {})})  # type: ignore[arg-type]

    def usual(self, name: str, *, firm: bool = False) -> str:
        """Give what the document mostly does, "" where it does nothing often enough.

        Args:
            name: which of the `CHOICES`.
            firm: whether it must be so clear that whatever is otherwise is a slip.
        """
        fewest, mostly = (_FEWEST_FIRM, _MOSTLY_FIRM) if firm else (_FEWEST, _MOSTLY)
        ordered = [*self._seen[name].most_common(2), ("", 0), ("", 0)]
        (first, often), (_, next_) = ordered[0], ordered[1]
        return first if often >= fewest and often >= mostly * next_ else ""


CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "dates": get_args(Dates), "counts": get_args(Counts), "references": get_args(References),
    "percent": get_args(Percent), "units": get_args(Units), "spelling": get_args(Spelling), "money": get_args(Money),
    "thousands": get_args(Thousands), "dash": get_args(Dash),
}  # fmt: skip
"""What can be chosen, by name."""

DEFAULT: Final = HouseStyle()

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
# How often a habit must be seen, and how often beside the next; and the same where whatever is otherwise is a slip.
_FEWEST, _MOSTLY = 2, 2
_FEWEST_FIRM, _MOSTLY_FIRM = 3, 4
_MOST_TEXTS = 3000  # of a longer document some are read, from its beginning to its end
_BRITISH_DATE = re.compile(rf"(?<![0-9])[0-9]{{1,2}}\s(?:{_MONTH})(?:,?\s(?:19|20)[0-9]{{2}})?(?![a-z0-9])")
_AMERICAN_DATE = re.compile(rf"(?<![A-Za-z])(?:{_MONTH})\s[0-9]{{1,2}}(?:,\s(?:19|20)[0-9]{{2}})?(?![0-9])")
_YEAR_FIRST = re.compile(r"[\[(〔][12][0-9]{3}[\])〕]\s?No\.\s?[0-9]")
_NUMBER_FIRST = re.compile(r"No\.\s?[0-9]+\s?[\[(〔][12][0-9]{3}[\])〕]")
_PERCENTS = re.compile(r"[0-9]\s?(?:(?P<sign>%)|(?P<one>percent)(?!a)|(?P<two>per\scent))", re.IGNORECASE)
_SYMBOLS = re.compile(r"[0-9]\s?(?:[μµu]g/m[³3]|mg/m[³3]|kW|MW|GW|km|km²|t/h|ha|kWh)(?![A-Za-z])")
_WORDS = re.compile(
    r"[0-9]\s(?:micrograms?|milligrams?|kilowatts?|megawatts?|gigawatts?|kilomet(?:er|re)s?|hectares?|square\skilomet)"
)
_SPELLED = re.compile(
    r"met(?:er|re)s?(?![a-z])|lit(?:er|re)s?(?![a-z])|programmes?(?![a-z])|centers?(?![a-z])|centres?(?![a-z])"
)
_MONEY = re.compile(
    r"(?P<CNY>CNY|¥)\s?[0-9]|(?P<RMB>RMB)\s?[0-9]|[0-9](?:\s(?:million|billion|trillion))?\s(?P<yuan>yuan)"
)
_COUNTS = re.compile(
    r"(?<![0-9A-Za-z.,/$–-])(?:(?P<digits>[2-9])|(?P<words>two|three|four|five|six|seven|eight|nine))"
    r"\s(?!million|billion|trillion|percent|per\scent)[a-z]{3,}s(?![a-z])"
)
_FOUR = re.compile(
    r"(?<![0-9.,/–-])(?:(?P<four>[1-9],[0-9]{3})|(?P<five>[1-9][0-9]{3}))(?![0-9,/–-]|\.[0-9])(?P<behind>\s?[A-Za-z%]{1,12})"
)
_LARGE = re.compile(
    r"(?<![0-9A-Za-z.,/–-])(?:(?P<set>[1-9][0-9]{1,2}(?:,[0-9]{3})+)|(?P<plain>[1-9][0-9]{4,9}))(?![0-9,/–-])\s?[a-z]{2,}"
)
_YEARLIKE = re.compile(r"(?:19|20)[0-9]{2}")
_COUNTED = re.compile(r"\s?(?:[a-z]{2,}s|kW|km|t|ha|mu|yuan|kg|MW|m)\Z")
_DASHES = re.compile(r"(?<![0-9–-])[0-9]{1,4}(?:%?(?P<dash>[–-])|(?P<to>\sto\s))[0-9]{1,4}(?=%|\s[a-z])")
_DIGIT = re.compile("[0-9]")


def _habits(text: str) -> Iterator[tuple[str, str]]:
    """Give each thing a text does, by the name of the habit."""
    for found in _COUNTS.finditer(text):
        yield "counts", str(found.lastgroup)
    if not _DIGIT.search(text):
        return
    yield from (("dates", "british") for _ in _BRITISH_DATE.finditer(text))
    yield from (("dates", "american") for _ in _AMERICAN_DATE.finditer(text))
    yield from (("references", "year-first") for _ in _YEAR_FIRST.finditer(text))
    yield from (("references", "number-first") for _ in _NUMBER_FIRST.finditer(text))
    if "%" in text or "per" in text:
        for found in _PERCENTS.finditer(text):
            yield "percent", "%" if found["sign"] else "percent" if found["one"] else "per cent"
    yield from (("units", "symbols") for _ in _SYMBOLS.finditer(text))
    yield from (("units", "words") for _ in _WORDS.finditer(text))
    for found in _SPELLED.finditer(text):
        word = found[0].rstrip("s")
        yield "spelling", "british" if word.endswith(("re", "mme")) else "american"
    for found in _MONEY.finditer(text):
        yield "money", str(found.lastgroup)
    yield from _thousands(text)
    for found in _DASHES.finditer(text):
        yield "dash", "to" if found["to"] else found["dash"]


def _thousands(text: str) -> Iterator[tuple[str, str]]:
    for found in _FOUR.finditer(text):
        if _COUNTED.match(found["behind"]) and not (found["five"] and _YEARLIKE.fullmatch(found["five"])):
            yield "thousands", "four" if found["four"] else "five"
    for found in _LARGE.finditer(text):
        if found["plain"]:
            yield "thousands", "none"


def read_choices(text: str) -> dict[str, str]:
    """Read what a reviewer has chosen: `dates=american, percent=per cent`.

    Args:
        text: choices set apart by commas; "" for none.

    Raises:
        DrafterError: there is no such choice.
    """
    chosen: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, _, choice = (piece.strip() for piece in part.partition("="))
        if name not in CHOICES:
            raise DrafterError(
                N_("“{name}” is no part of the house style: choose from {names}."), name=name, names=", ".join(CHOICES)
            )
        if choice not in CHOICES[name]:
            raise DrafterError(
                N_("“{choice}” can't be chosen for “{name}”: choose from {choices}."),
                choice=choice, name=name, choices=", ".join(CHOICES[name]),
            )  # fmt: skip
        chosen[name] = choice
    return chosen


def written_choices(chosen: Mapping[str, str]) -> str:
    """Write choices so that `read_choices` reads them."""
    return ", ".join(f"{name}={chosen[name]}" for name in CHOICES if name in chosen)

"""Dates whose own form is damaged."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.numerals import read_english_words
from drafter.language.tokens import holds_any
from drafter.model import N_, Finding, Fix, Message, Side, Span

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    "|nineteen|twenty(?:[\\s-]?(?:one|two|three|four|five|six|seven|eight|nine))?|thirty(?:[\\s-]?one)?"
)
_LAST_DAY = 31
_N = rf"(?:[0-9]{{1,2}}|{_WORDS})"
_YEAR = "(?:19|20)[0-9]{2}"

# 年 月 日 rendered one by one: `2023yeareightmoon23Sun`, `2024 year 9 month 1 day`, `sixmoon5Day`.
_WHOLE = re.compile(
    rf"(?:(?P<year>{_YEAR})\s?years?\s?)?(?P<month>{_N})\s?(?:moons?|months?)\s?(?P<day>{_N})\s?(?:sun|days?|number)(?![a-z])",
    re.IGNORECASE,
)
_YEAR_MONTH = re.compile(rf"(?P<year>{_YEAR})\s?years?\s?(?P<month>{_N})\s?(?:moons?|months?)(?![a-z])", re.IGNORECASE)
_MONTH = re.compile(rf"(?<![A-Za-z0-9])(?P<month>{_N})\s?moons?(?![a-z])", re.IGNORECASE)
# 年底前, 月底前, 每年…日前: `2024At the end of the year`, `2025year9At the end of the month`, `15A few days ago`.
_YEAR_END = re.compile(
    rf"(?:(?:by|before)\s)?(?P<year>{_YEAR})\s?(?:years?\s?)?At the end of (?:the )?year(?! [0-9])", re.IGNORECASE
)
_MONTH_END = re.compile(
    rf"(?P<year>{_YEAR})\s?years?\s?(?P<month>{_N})\s?(?:moons?|months?)?\s?At the end of (?:the )?month", re.IGNORECASE
)
_BEFORE_DAY = re.compile(
    rf"(?:(?P<each>every year)\s?|(?P<year>{_YEAR})\s?years?\s?)?(?P<month>{_N})\s?(?:moons?|months?)\s?"
    rf"(?P<day>{_N})\s?(?:(?:sun|days?)\s?)?A few days ago",
    re.IGNORECASE,
)
# A year between its scraps: 到2025年 became `arrive2025In`; 2024年 became `2024Year`.
_ARRIVE = re.compile(
    rf"(?<![A-Za-z])(?P<verb>arrive|arrives|to|until|till)\s?(?P<year>{_YEAR})\s?(?:In|Year|year)(?![a-z])",
    re.IGNORECASE,
)
_YEAR_SCRAP = re.compile(
    rf"(?P<year>(?:{_YEAR}\s?[—–-]\s?)?{_YEAR})(?P<scrap>In|Year|year|years?(?=[A-Z])|Annual)(?![a-z])"
)
_YEARS_OF = re.compile(rf"(?P<year>{_YEAR}\s?[—–-]\s?{_YEAR})\s?[A-Z][a-z]+ of the year(?![a-z])")
_YEAR_STUCK = re.compile(rf"(?<![0-9,—–/-])(?<![0-9]\.)(?P<year>{_YEAR})(?P<word>[A-Z][a-z]+)")
# Every broken date holds a moon, a month or a year's digits.
_DEADLINE = ("t the end of", "few days ago")
_MOON = ("moon", "month")
_SCRAP = re.compile(r"(?:19|20)[0-9]{2}\s?(?:[A-Z]|[Yy]ear)|(?i:arrive|to[0-9]|till?[0-9])")
_STOP = re.compile(r"(?:^|[.!?;:]|[.!?]\s*[”\"])\s*$")


def _number(text: str) -> int:
    return int(text) if text.isdigit() else int(read_english_words(text.replace("-", " ")) or 0)


def _capital(text: str, start: int, words: str) -> str:
    """Begin with a capital where a sentence begins."""
    return (
        words[:1].upper() + words[1:]
        if _STOP.search(text[max(0, start - 6) : start])
        else words[:1].lower() + words[1:]
    )


class DateCorrupt(Rule):
    """A date, or a year, whose own form is damaged.

    What it does: finds 年, 月 and 日 rendered word by word (year, moon, Sun), and a year with scraps of 到 and 年 stuck
    to it (arrive2025In, 2024Year).

    Why it is bad: a reader can't tell by when something must be done.

    Example: `2023yeareightmoon23Sun` -> `23 August 2023`; `arrive2025In` -> `By 2025`.

    Source: the house style for dates (day, month written out, year); GB/T 15835-2011 for the Chinese forms.
    """

    name = "date.corrupt"
    severity = "major"
    mqm = "accuracy/mistranslation/date"
    rank = 10

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        small = text.lower()
        readers = (
            (holds_any(small, _DEADLINE), _deadlines), (holds_any(small, _MOON), _dates), (_SCRAP.search(text), _years),
        )  # fmt: skip
        for span, meant in [found for likely, reader in readers if likely for found in reader(text)]:
            fix = Fix(meant, "safe") if meant is not None else None
            yield self.finding(context, side, span, _message(meant), fix=fix)


def _message(meant: str | None) -> Message:
    if meant is None:
        return Message(N_("The year has run into the next word; its “in” or “by” is lost or stands elsewhere."))
    return Message(N_("The date is broken; it should read “{meant}”."), {"meant": meant})


def _deadlines(text: str) -> Iterator[tuple[Span, str | None]]:
    """Dates with 底前 or 日前 behind them, which say by when."""
    for found in _YEAR_END.finditer(text):
        if found[0][found.end("year") - found.start() :].lstrip()[0] != "a":  # sound: “2024 at the end of the year”
            yield Span(*found.span()), _capital(text, found.start(), f"By the end of {found['year']}")
    for found in _MONTH_END.finditer(text):
        month = _number(found["month"])
        if 1 <= month <= len(_MONTHS):
            meant = f"By the end of {_MONTHS[month - 1]} {found['year']}"
            yield Span(*found.span()), _capital(text, found.start(), meant)
    for found in _BEFORE_DAY.finditer(text):
        month, day = _number(found["month"]), _number(found["day"])
        if 1 <= month <= len(_MONTHS) and 1 <= day <= _LAST_DAY:
            year = " each year" if found["each"] else f" {found['year']}" if found["year"] else ""
            yield Span(*found.span()), _capital(text, found.start(), f"By {day} {_MONTHS[month - 1]}{year}")


def _dates(text: str) -> Iterator[tuple[Span, str | None]]:
    for pattern in (_WHOLE, _YEAR_MONTH, _MONTH):
        for found in pattern.finditer(text):
            parts = found.groupdict()
            month = _number(parts["month"])
            day = _number(parts["day"]) if parts.get("day") else None
            if not 1 <= month <= len(_MONTHS) or (day is not None and not 1 <= day <= _LAST_DAY):
                continue
            meant = " ".join(filter(None, (str(day) if day else "", _MONTHS[month - 1], parts.get("year"))))
            glued = found.start() and text[found.start() - 1].isalpha()
            yield Span(*found.span()), f" {meant}" if glued else meant


def _years(text: str) -> Iterator[tuple[Span, str | None]]:
    for found in _ARRIVE.finditer(text):
        if found["verb"].lower().startswith("arrive") or found[0][len(found["verb"])].isdigit():
            yield Span(*found.span()), _capital(text, found.start(), f"By {found['year']}")
    for found in _YEARS_OF.finditer(text):
        yield Span(*found.span()), found["year"]
    for found in _YEAR_SCRAP.finditer(text):
        yield Span(*found.span()), _year_alone(text, found)
    for found in _YEAR_STUCK.finditer(text):
        yield Span(*found.span()), None


def _year_alone(text: str, found: re.Match[str]) -> str | None:
    """What a year and its scrap meant: `In 2024` before a comma, else the bare year."""
    year, before = found["year"], text[: found.start()].rstrip()
    if found["scrap"] == "Annual":
        return f"{year},"
    if before[-1:] in ("(", "（", "[", "-", "—", "–") or before.lower().endswith(
        (" in", " by", " of", " from", " to", " since")
    ):
        return year
    meant = _capital(text, found.start(), f"In {year}")
    return meant if not text[: found.start()] or text[found.start() - 1] in ' \n“"(' or meant[0] == "I" else f" {meant}"

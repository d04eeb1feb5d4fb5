"""Dates and document numbers written in English, in the style of the house: `23 August 2023`, `[2023] No. 34`."""

from dataclasses import dataclass
from typing import Final, Literal

from drafter.language.dates import MONTH_NAMES
from drafter.language.house_style import DEFAULT, HouseStyle

Part = Literal["", "end", "beginning", "middle", "first half", "second half"]


@dataclass(frozen=True, slots=True)
class Date:
    """A date, or as much of one as is told.

    Attributes:
        year: the year, None where none is told.
        month: the month, 1 to 12.
        day: the day of the month.
        part: which part of the year or month is meant: its end (年底, 9月底).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: Part = ""


_MINUTES, _NOON = 60, 12


def write_date(date: Date, style: HouseStyle = DEFAULT) -> str:
    """Write a date: `23 August 2023` or `August 23, 2023`; `the end of September 2024`.

    Args:
        date: the date; it names a year or a month, and a day only with its month.
        style: the style of the house.
    """
    month = MONTH_NAMES[date.month - 1] if date.month else ""
    year = str(date.year) if date.year else ""
    if date.day and style.dates == "american":
        text = f"{month} {date.day}" + (f", {year}" if year else "")
    else:
        text = " ".join(filter(None, (str(date.day or ""), month, year)))
    return f"the {date.part} of {text}" if date.part else text


def write_clock(minutes: int, style: HouseStyle = DEFAULT) -> str:
    """Write a time of day, given in minutes since midnight: `15:30` or `3:30 p.m.`."""
    hour, minute = divmod(minutes, _MINUTES)
    if style.dates == "british":
        return f"{hour}:{minute:02}"
    half = "a.m." if hour % (2 * _NOON) < _NOON else "p.m."
    return f"{(hour - 1) % _NOON + 1}:{minute:02} {half}"


def write_document_number(year: int, number: int, style: HouseStyle = DEFAULT) -> str:
    """Write the number of a document: `[2023] No. 34` or `No. 34 [2023]`."""
    return f"[{year}] No. {number}" if style.references == "year-first" else f"No. {number} [{year}]"


ENDS: Final[dict[str, Part]] = {
    "底": "end", "末": "end", "初": "beginning", "中": "middle", "上半年": "first half", "下半年": "second half",
}  # fmt: skip
"""What Chinese puts behind a year or a month for a part of it."""

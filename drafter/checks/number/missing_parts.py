"""Days lost from a date (9月12日 -> `on September , he said`), and numbers lost behind No. (3号坑 -> `the No. pit`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.language.dates import MONTH_NAMES
from drafter.language.numerals import chinese_numerals
from drafter.language.quantities import quantities_of
from drafter.model import Quantity, Span

_SHORT = tuple(name[:3] for name in MONTH_NAMES if name != "May")
# A month behind `on`, or a short form in running text, wants its day; `in September` does not.
_DAYLESS = re.compile(
    rf"(?:(?<![A-Za-z])[Oo]n\s(?P<full>{'|'.join(MONTH_NAMES)})(?!\sDay|['’A-Za-z]|\s?[-–])"
    rf"|(?<![A-Za-z])(?P<short>{'|'.join((*_SHORT, 'Sept'))})(?![A-Za-z])\.?)"
    r"(?!\.?,?\s?(?:the\s)?[0-9]|\s?[-–/]|\s(?:[A-Z]|of\s[0-9]))"
)
_DAY_BEFORE = re.compile(r"[0-9](?:st|nd|rd|th)?(?:\sof)?\s\Z")
# No. without its number; a No that opens a sentence is a word.
_NUMBERLESS = re.compile(r"(?<=[a-z]\s)No\.?(?=\s[a-z])|(?<![A-Za-z])No\.(?=\s[a-z])|(?<=^In )No(?=\s[a-z])")
_ZH_NUMBERED = re.compile(
    r"第?(?P<number>[0-9]{1,4}|[一二三四五六七八九十百]{1,4})号|第(?P<nth>[0-9]{1,4}|[一二三四五六七八九十百]{1,4})"
)


@dataclass(frozen=True, slots=True)
class LostDay:
    """A day that stands in the Chinese only.

    Attributes:
        source: the day in the Chinese.
        month: where the month stands in the English that lacks its day.
    """

    source: Quantity
    month: Span


def lost_days(zh: str, en: str) -> Iterator[LostDay]:
    """Give the days of the Chinese whose month stands in the English without its day.

    Args:
        zh: the Chinese.
        en: the English.
    """
    if "月" not in zh:
        return
    places = [found for found in _DAYLESS.finditer(en) if not _DAY_BEFORE.search(en[: found.start()])]
    if not places:
        return
    told = {one.value for one in quantities_of(en, "en")}
    month = 0
    for one in quantities_of(zh, "zh"):
        if one.unit == "month":
            month = int(one.value)
        elif one.unit == "day" and month and one.value not in told:
            found = next((found for found in places if _named(found) == month), None)
            if found:
                places.remove(found)
                yield LostDay(one, Span(*found.span("full" if found["full"] else "short")))


def _named(found: re.Match[str]) -> int:
    name = (found["full"] or found["short"])[:3]
    return next(number for number, full in enumerate(MONTH_NAMES, 1) if full.startswith(name))


def lost_numbers(zh: str, en: str) -> Iterator[tuple[Span, Span, str]]:
    """Give the one number of the Chinese that may stand behind a bare No. of the English: both places, and the number.

    Args:
        zh: the Chinese.
        en: the English.
    """
    bare = list(_NUMBERLESS.finditer(en)) if "No" in en else []
    numbered = list(_ZH_NUMBERED.finditer(zh)) if bare else []
    values = {numeral.value for found in numbered for numeral in chinese_numerals(found["number"] or found["nth"])}
    if len(bare) == 1 and len(values) == 1:
        yield Span(*numbered[0].span()), Span(bare[0].end(), bare[0].end()), f"{values.pop():f}"

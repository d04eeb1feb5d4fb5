"""Small numbers in words that nothing in the Chinese says, beside one of the Chinese that the English lacks.

They stand in names, terms and ranks as well (三线一单, 前三季度, 第1至3名), which measure nothing; but
three lines and one list as nine lines is wrong all the same. A translator adds no such number, so that one on either
side is enough.
"""

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from drafter.checks.number.compare import Comparison
from drafter.checks.number.standins import said, spent_words
from drafter.language.numerals import Numeral, chinese_numerals, english_numerals
from drafter.language.quantities import quantities_of
from drafter.language.quantities.masks import Mask
from drafter.language.quantities.traditional import simplified
from drafter.model import Side, Span

_LEAST, _MOST = 3, 99
_ROUND = re.compile(r"(?:dozens?|tens?|score|hundreds?)\Z", re.IGNORECASE)
_CENTURY = re.compile(r"(?:eigh|nine)teen[\s-]\Z", re.IGNORECASE)
_CENTURY_REACH = 12
_PART_OF_NAME = re.compile(
    r"[\s-](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|[a-z]+teen|[a-z]+ty|year\splan)(?![a-z])",
    re.IGNORECASE,
)
_MONTHS_OF_A_QUARTER = 3


class Unlike(NamedTuple):
    """A number in words that the two sides tell differently.

    Attributes:
        source: where it stands in the Chinese.
        target: where it stands in the English.
        meant: its value.
    """

    source: Span
    target: Span
    meant: Decimal


def unlike_word(zh: str, en: str, comparison: Comparison) -> Unlike | None:
    """Give the one number in words that the Chinese has otherwise; None where there is none, or more than one.

    Args:
        zh: the Chinese.
        en: the English.
        comparison: what matching their figures left over.
    """
    if comparison.differing or comparison.extra or all(one.digits for one in english_numerals(en)):
        return None
    told = _numbers(en, "en", (other.quantity.figure for _, other in comparison.matched))
    words = [one for one in told if not one.digits and _is_small(one, en)]
    if not words:
        return None
    plain = simplified(zh)
    sources = _numbers(plain, "zh", (one.quantity.figure for one, _ in comparison.matched))
    explained = {one.value for one in chinese_numerals(plain)} | _values(plain, "zh")
    if "季" in plain:  # 前三季度: nine months
        explained |= {value * _MONTHS_OF_A_QUARTER for value in explained}
    implied, units = said(plain, "zh").implied, _units(en)
    odd = [
        one for one in words
        if one.value not in explained
        and not any((unit, one.value) in implied for unit in ("any", units.get(one.span.start, "")))
    ]  # fmt: skip
    if len(odd) != 1:
        return None
    known = {one.value for one in english_numerals(en)} | _values(en, "en")
    known |= {value for unit, value in said(en, "en", spent_words(zh, en)).implied if unit == "any"}
    lost = [one for one in sources if _is_small(one, plain) and one.value not in known]
    if not lost:  # 三家企业 and 第三方, of which the English has the third party
        more = Counter(one.value for one in sources) - Counter(one.value for one in english_numerals(en))
        lost = [one for one in sources if _is_small(one, plain) and not one.digits and more[one.value] > 0]
    if len({one.value for one in lost}) != 1:
        return None
    return Unlike(lost[0].span, odd[0].span, lost[0].value)


def _numbers(text: str, side: Side, matched: Iterable[Span]) -> list[Numeral]:
    """The numerals of a text but those of dates, of figures that the other side has, and of shares."""
    taken = [*matched]
    taken += (one.span for one in quantities_of(text, side) if one.kind in ("date", "reference", "list"))
    numerals = chinese_numerals(text) if side == "zh" else english_numerals(text)
    mask = Mask(taken)
    return [one for one in numerals if not mask.meets(one.span)]


def _values(text: str, side: Side) -> set[Decimal]:
    quantities = quantities_of(text, side)
    return {one.value for one in quantities} | {one.value_max for one in quantities if one.value_max is not None}


def _units(en: str) -> dict[int, str]:
    return {one.figure.start: one.unit for one in quantities_of(en, "en")}


def _is_small(one: Numeral, text: str) -> bool:
    """Whether a number is a small whole one, and no manner of speaking, no year and no part of an ordinal."""
    if one.rough or one.more or not _LEAST <= one.value <= _MOST or one.value != int(one.value):
        return False
    written = text[one.span.start : one.span.end]
    year = _CENTURY.search(text[max(0, one.span.start - _CENTURY_REACH) : one.span.start])
    return not (year or _ROUND.search(written) or _PART_OF_NAME.match(text, one.span.end))

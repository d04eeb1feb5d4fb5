"""Numbers that name rather than measure: emission stages (国三, National III) and ordinals (第37次, the 37th)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from drafter.language.numerals import chinese_numerals, english_numerals
from drafter.model import Span

_ROMAN = {"Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5, "Ⅵ": 6, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}
_NUMERALS = {value: numeral for numeral, value in _ROMAN.items() if numeral.isascii()}
_ZH_STAGE = re.compile(
    r"国\s?(?P<stage>[一二三四五六]|[ⅠⅡⅢⅣⅤⅥ]|[1-6])(?![0-9家内])(?=.{0,6}(?:排放|标准|车|及|以|柴|汽|机|、|或|和|—))"
)
_EN_ROMAN = re.compile(r"(?<![A-Za-z])(?:VI|IV|V|I{1,3})(?![A-Za-z])|[ⅠⅡⅢⅣⅤⅥ]")
_EN_BARE = re.compile(
    r"(?<![A-Za-z])(?P<word>[Nn]ational|China)\s(?P<rest>(?:emission\s)?standards?(?:\s(?:and|or)\s(?:below|above|lower|higher))?)"
)
_ZH_ORDINAL = re.compile(
    r"第(?P<number>[0-9]+|[一二三四五六七八九十百零〇]+)(?=[次届号批期轮位名个]|全国|中央)(?!批次|次产业)"
)
_EN_ORDINAL = re.compile(r"(?<![0-9A-Za-z.,])(?P<number>[0-9]{1,4})(?:st|nd|rd|th)(?![A-Za-z])(?!\s+[Cc]entur)")
_SMALLEST = 4


@dataclass(frozen=True, slots=True)
class Lost:
    """A stage whose number is missing.

    Attributes:
        source: where it stands in the Chinese.
        place: where its words, without the number, stand in the English; empty at the end where they don't.
        meant: what shall stand there, None where nothing can be said.
    """

    source: Span
    place: Span
    meant: str | None


def _stage(text: str) -> int:
    return _ROMAN.get(text) or (int(text) if text.isdigit() else int(next(iter(chinese_numerals(text))).value))


def lost_stages(zh: str, en: str) -> Iterator[Lost]:
    """Give the emission stages of the Chinese whose number is nowhere in the English, but whose words are."""
    stages = list(_ZH_STAGE.finditer(zh)) if "国" in zh else []
    bare = list(_EN_BARE.finditer(en)) if stages else []
    if not bare:
        return
    named = {int(numeral.value) for numeral in english_numerals(en) if numeral.value <= len(_NUMERALS)}
    named |= {_ROMAN[found[0]] for found in _EN_ROMAN.finditer(en)}
    named |= {int(digit) for digit in re.findall(r"(?<![0-9])[1-6](?![0-9])", en)}
    for found in stages:
        stage = _stage(found["stage"])
        if stage in named or not bare:
            continue
        words = bare.pop(0)
        emission = "" if "emission" in words["rest"] else "emission "
        meant = f"China {_NUMERALS[stage]} {emission}{words['rest']}"
        yield Lost(Span(*found.span()), Span(*words.span()), meant)


def unlike_ordinal(zh: str, en: str) -> tuple[Span, Span, str] | None:
    """Give the one ordinal of either side that the other lacks: its places on both sides, and what is meant.

    Where more than one is left over, nothing is said: one text may count what the other names.
    """
    ordinals = list(_ZH_ORDINAL.finditer(zh)) if "第" in zh else []
    if not ordinals:
        return None
    in_zh = {numeral.value for numeral in chinese_numerals(zh)}
    in_en = {numeral.value for numeral in english_numerals(en)}
    sources = []
    for found in ordinals:
        value = next(iter(chinese_numerals(found["number"]))).value
        if value not in in_en and value >= _SMALLEST:
            sources.append((found, value))
    targets = [found for found in _EN_ORDINAL.finditer(en) if Decimal(found["number"]) not in in_zh]
    if len(sources) != 1 or len(targets) != 1:
        return None
    found, value = sources[0]
    return Span(*found.span()), Span(*targets[0].span()), f"{value}{_ending(int(value))}"


def _ending(number: int) -> str:
    teens = range(10, 20)
    return "th" if number % 100 in teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")

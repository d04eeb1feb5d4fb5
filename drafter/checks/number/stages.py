"""Emission stages, which name rather than measure: 国三, National III."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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

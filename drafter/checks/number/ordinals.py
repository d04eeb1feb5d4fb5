"""Ordinals that the two sides tell differently: 第37次 and the 73rd meeting, 第七批 and the eighth batch."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from drafter.language.numerals import chinese_numerals, english_numerals
from drafter.language.quantities import quantities_of
from drafter.model import Span

_ZH_ORDINAL = re.compile(
    r"第(?P<number>[0-9]+|[一二三四五六七八九十百零〇]+)(?P<counted>[次届号批期轮位名个]|阶段|全国|中央)(?!批次|次产业)(?<!第一次)(?<!第一个)"
)
_EN_ORDINAL = re.compile(r"(?<![0-9A-Za-z.,])(?P<number>[0-9]{1,4})(?:st|nd|rd|th)(?![A-Za-z])(?!\s+[Cc]entur)")
_SMALLEST = 4  # smaller ones are as often a manner of speaking
_ONES: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_NAMED: Final = {word: number for number, word in enumerate(_ONES, 1)} | {
    f"{tens}-{word}": value + number for tens, value in _TENS.items() for number, word in enumerate(_ONES[:9], 1)
}
# What is counted by an ordinal in Chinese, and what English may call it.
_COUNTED: Final = {
    "批": "batch|group|lot|tranche|round|cohort|list", "轮": "round|wave|cycle|phase", "届": "session|congress|edition"
    "|conference|forum|expo|exposition|fair|games|festival|term|committee|meeting|summit|championships?",
    "次": "meeting|session|plenary|conference|congress|census|survey|summit|assembly", "期": "phase|stage|issue|period"
    "|batch|session|term", "阶段": "stage|phase|step",
}  # fmt: skip
_ANY = "|".join(sorted(_NAMED, key=len, reverse=True))
_EN_WORDS = {
    counted: re.compile(
        rf"(?<![A-Za-z-])(?P<number>{_ANY})(?:\s[A-Za-z’'-]+){{0,2}}?\s(?:{nouns})(?![a-rt-z])",
        re.IGNORECASE,
    )
    for counted, nouns in _COUNTED.items()
}
_WORDS = re.compile(rf"(?<![A-Za-z-])(?:{_ANY})(?![a-z])", re.IGNORECASE)
_LIKELY = re.compile(r"(?:first|second|third|[a-z]th)(?![a-z])", re.IGNORECASE)


class Unlike(NamedTuple):
    """An ordinal that the two sides tell differently.

    Attributes:
        source: where it stands in the Chinese.
        target: where it stands in the English.
        meant: what shall stand there.
    """

    source: Span
    target: Span
    meant: str


class _Told(NamedTuple):
    value: Decimal
    span: Span
    counted: str


def unlike_ordinal(zh: str, en: str) -> Unlike | None:
    """Give the one ordinal of either side that the other lacks; None where there is none.

    Where more than one is left over, nothing is said: one text may count what the other names.

    Args:
        zh: the Chinese.
        en: the English.
    """
    ordinals = list(_chinese(zh)) if "第" in zh else []
    if not ordinals:
        return _unlike_day(zh, en)
    words = list(_in_words(en, ordinals)) if _LIKELY.search(en) else []
    in_zh = {numeral.value for numeral in chinese_numerals(zh)}
    in_en = {numeral.value for numeral in english_numerals(en)} | {Decimal(_NAMED[word]) for word in _said(en)}
    sources = [one for one in ordinals if one.value not in in_en]
    digits = [found for found in _EN_ORDINAL.finditer(en) if Decimal(found["number"]) not in in_zh]
    large = [one for one in sources if one.value >= _SMALLEST]
    if len(large) == 1 and len(digits) == 1:
        return Unlike(large[0].span, Span(*digits[0].span()), f"{large[0].value}{_ending(int(large[0].value))}")
    spelled = {told.span: told for told in words if told.value not in in_zh}
    if len(sources) == 1 and len(spelled) == 1 and not digits:
        (told,) = spelled.values()
        return Unlike(sources[0].span, told.span, _like(int(sources[0].value), en[slice(*told.span)]))
    return None


def _unlike_day(zh: str, en: str) -> Unlike | None:
    """Give a day of any month that differs: 每月10日前 and by the 20th of each month."""
    dated = quantities_of(zh, "zh") if "月" in zh and ("日" in zh or "号" in zh) else []
    days = [one for one in dated if one.unit == "day" and zh[: one.span.start].rstrip().endswith("月")]
    nths = list(_EN_ORDINAL.finditer(en)) if days else []
    told = {one.value for one in english_numerals(en)} if nths else set()
    odd = [one for one in days if one.value not in told]
    odd_en = [found for found in nths if all(int(found["number"]) != one.value for one in chinese_numerals(zh))]
    if len(odd) != 1 or len(odd_en) != 1 or not en[: odd_en[0].start()].endswith("the "):
        return None
    day = int(odd[0].value)
    return Unlike(odd[0].span, Span(*odd_en[0].span()), f"{day}{_ending(day)}")


def _chinese(zh: str) -> Iterator[_Told]:
    for found in _ZH_ORDINAL.finditer(zh):
        numeral = next(iter(chinese_numerals(found["number"])), None)
        if numeral is not None:  # none of more digits than a figure has
            yield _Told(numeral.value, Span(*found.span()), found["counted"])


def _in_words(en: str, ordinals: list[_Told]) -> Iterator[_Told]:
    """The ordinals in words that count what one of the Chinese does."""
    for counted in {one.counted for one in ordinals} & _EN_WORDS.keys():
        for found in _EN_WORDS[counted].finditer(en):
            yield _Told(Decimal(_NAMED[found["number"].lower()]), Span(*found.span("number")), counted)


def _said(en: str) -> Iterator[str]:
    return (found[0].lower() for found in _WORDS.finditer(en))


def _like(value: int, shape: str) -> str:
    word = next((word for word, number in _NAMED.items() if number == value), f"{value}{_ending(value)}")
    return word[:1].upper() + word[1:] if shape[:1].isupper() else word


def _ending(number: int) -> str:
    teens = range(10, 20)
    return "th" if number % 100 in teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")

"""Ordinals that the two sides tell differently: 第37次 and the 73rd meeting, 第七批 and the eighth batch."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from drafter.checks.number.figures import Figure
from drafter.language.numerals import EN_DIGIT_WORDS, chinese_numerals, english_numerals
from drafter.language.quantities import quantities_of
from drafter.model import Span

_ZH_ORDINAL = re.compile(
    r"第(?P<number>[0-9]{1,4}|[一二三四五六七八九十百零〇]{1,6})(?![0-9一二三四五六七八九十百]|方|者|产业|人称)"
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
_ANY = "|".join(sorted(_NAMED, key=len, reverse=True))
_WORDS = re.compile(rf"(?<![A-Za-z-])(?:{_ANY})(?![a-z])", re.IGNORECASE)
_SHARE = re.compile(rf"(?:an?|{'|'.join(EN_DIGIT_WORDS)}|(?<![0-9])[0-9])[\s-]{{1,2}}\Z", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\s(?:[A-Za-z’'-]+\s){0,2}?(?:batch|group|lot|tranche|round|wave|cycle|phase|stage|step|session|congress|edition"
    r"|conference|forum|expo|fair|meeting|plenary|census|survey|summit|assembly|issue|quarter|term)(?![a-rt-z])",
    re.IGNORECASE,
)
_SCORE = re.compile(r"(?<![0-9-])[0-9]{1,2}[-–][0-9]{1,2}(?![0-9%-])")
_FEWEST, _REACH = 3, 8
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


def unlike_ordinal(zh: str, en: str, matched: Sequence[tuple[Figure, Figure]] = ()) -> Unlike | None:
    """Give the one ordinal of either side that the other lacks; None where there is none.

    Where more than one is left over, nothing is said: one text may count what the other names.

    Args:
        zh: the Chinese.
        en: the English.
        matched: figures that both sides tell, which are no other's ordinals.
    """
    if "第" not in zh:
        return _unlike_day(zh, en)
    in_zh = {numeral.value for numeral in chinese_numerals(zh)}
    in_en = _told_in_english(en, [other.quantity.figure for _, other in matched])
    sources = [one for one in _chinese(zh) if one.value not in in_en]
    if not sources:
        return None
    digits = [found for found in _EN_ORDINAL.finditer(en) if Decimal(found["number"]) not in in_zh]
    large = {one.value: one for one in reversed(sources) if one.value >= _SMALLEST}
    if len(large) == 1 and len(digits) == 1:
        ((value, source),) = large.items()
        return Unlike(source.span, Span(*digits[0].span()), f"{value}{_ending(int(value))}")
    # What only tells a day of the month explains no word: 第五次会议 on 8 November, and the eighth meeting.
    dated = {one.value for one in quantities_of(zh, "zh") if one.kind == "date"}
    told = {one.value for one in _ordinals(zh)} | (in_zh - dated)
    spelled = {one.value: one for one in reversed(list(_in_words(en))) if one.value not in told}
    if digits or len({one.value for one in sources}) != 1 or len(spelled) != 1:
        return None
    (target,) = spelled.values()
    return Unlike(sources[0].span, target.span, _like(int(sources[0].value), en[slice(*target.span)]))


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
    """The ordinals of a Chinese text that may be told by an English one; 第一 and 第三方 are manners of speaking."""
    return (one for one in _ordinals(zh) if one.value > 1)


def _ordinals(zh: str) -> Iterator[_Told]:
    for found in _ZH_ORDINAL.finditer(zh):
        numeral = next(iter(chinese_numerals(found["number"])), None)
        if numeral is not None:  # none of more digits than a figure has
            yield _Told(numeral.value, Span(*found.span()))


def _in_words(en: str) -> Iterator[_Told]:
    """The ordinals in words from the third on, and a second of what comes in numbers; but no share."""
    for found in _WORDS.finditer(en) if _LIKELY.search(en) else ():
        value = _NAMED[found[0].lower()]
        if (value >= _FEWEST or (value > 1 and _NUMBERED.match(en, found.end()))) and not _SHARE.search(
            en, max(0, found.start() - _REACH), found.start()
        ):
            yield _Told(Decimal(value), Span(*found.span()))


def _told_in_english(en: str, matched: Sequence[Span]) -> set[Decimal]:
    """The ordinals of an English text, and its numbers but those of dates, of scores (3-2) and of figures matched."""
    taken = [*matched, *(one.figure for one in quantities_of(en, "en") if one.kind == "date")]
    taken += (Span(*found.span()) for found in _SCORE.finditer(en))
    numerals = (one for one in english_numerals(en) if not any(span.overlaps(one.span) for span in taken))
    digits = (Decimal(found["number"]) for found in _EN_ORDINAL.finditer(en))
    return {one.value for one in numerals} | {Decimal(_NAMED[word]) for word in _said(en)} | set(digits)


def _said(en: str) -> Iterator[str]:
    return (found[0].lower() for found in _WORDS.finditer(en))


def _like(value: int, shape: str) -> str:
    word = next((word for word, number in _NAMED.items() if number == value), f"{value}{_ending(value)}")
    return word[:1].upper() + word[1:] if shape[:1].isupper() else word


def _ending(number: int) -> str:
    teens = range(10, 20)
    return "th" if number % 100 in teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")

"""What a text says besides its figures: numbers in names and ordinals, and words that carry a figure."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from drafter.checks.number.figures import Figure, is_ratio
from drafter.checks.number.standins_words import CHINESE, ENGLISH, TIMES
from drafter.language.dates import english_months
from drafter.language.numerals import chinese_numerals, english_numerals
from drafter.language.quantities import quantities_of
from drafter.language.tokens import english_sequence, english_vocabulary, english_words
from drafter.model import Side

_NEAR_HALF = Decimal(3)  # nearly half may be 48%
_HALF = Decimal(50)
_ABOUT_HALF = {
    "zh": re.compile(r"[近过超约逾]一?半|半数|大半|一半(?:以上|左右|多)"),
    "en": re.compile(
        r"(?:nearly|almost|about|around|over|more than|less than|under|roughly|approximately|just)\shalf", re.IGNORECASE
    ),
}
_ZH_HALF = re.compile("一半|半数|[近过超约逾]半|大半|半壁|对半")
# Shares and multiples are told by words of their own; 2% is no couple.
_OWN_WORDS = frozenset(("%", "pp", "[bp]", "[permille]", "x"))
_ROUGH_WORDS = tuple((Decimal(low), size) for low, size in ((24, 5), (100, 10), (1000, 10), (10**6, 10)))
_HUNDRED = 100
_SCALED = re.compile(r"[0-9a-z][\s-](?:hundred|thousand|million|billion|trillion)(?![a-z])", re.IGNORECASE)
_SCALES = {"万": Decimal(10**4), "亿": Decimal(10**8)}
_ZH_TIMES = frozenset("年月周天日时")
_ZH_PAIRS = tuple(word for word in CHINESE if len(word) > 1)
# 近万, 上亿; 年均, 每日: a scale or a time that no numeral stands before.
_BARE = re.compile(
    rf"(?<![0-9０-９零〇一二两三四五六七八九十百千万亿几数多余. ])[万亿{''.join(_ZH_TIMES)}](?<!周(?=[一二三四五六日]))"
)


# 1至10月, January to October: the first ten months.
_MONTHS_FROM_FIRST = {
    "zh": re.compile(
        r"(?<![0-9])(?:1|一)(?:月份?)?\s?(?:至|到|[—–~～-]{1,2})\s?([0-9]{1,2}|[二三四五六七八九]|十[一二]?)月"
    ),
    "en": re.compile(r"(?<![A-Za-z])Jan(?:uary|\.)?\s?(?:to|through|until|[—–-])\s?(?P<month>[A-Z][a-z]{2,8})"),
}
# At least monthly: 每月至少一次.
_HOW_OFTEN = frozenset(
    ["hourly", "nightly", "daily", "weekly", "fortnightly", "monthly", "quarterly", "annually", "yearly"]
)
_STRAIGHT_SETS = re.compile(r"straight\s(?:sets|games|frames)", re.IGNORECASE)
_SETS = tuple(map(Decimal, (0, 2, 3, 4)))


_PARTS = {"季": ("quarter", "quarters", "quarterly"), "半": ("half", "halves", "halved", "halving")}


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says besides its figures.

    Attributes:
        numbers: the numbers in its names, ordinals, references and list marks.
        implied: what its words may stand for: a unit, or "any", and a value.
        about_half: whether it speaks of nearly a half, or more than that.
    """

    numbers: frozenset[Decimal]
    implied: frozenset[tuple[str, Decimal]]
    about_half: bool

    def explains(self, figure: Figure) -> bool:
        """Tell whether the text says a figure of the other side in some way."""
        value = figure.value
        if value in self.numbers:
            return True
        if figure.quantity.value_max is not None:
            return False  # the end of a range is told by no word
        if (figure.unit, value) in self.implied:
            return True
        if figure.unit not in _OWN_WORDS and ("any", value) in self.implied:
            return True
        if self._roughly(figure):
            return True
        if figure.unit == "%":
            return self.about_half and abs(value - _HALF) <= _NEAR_HALF
        if figure.unit == "x":  # 增长1.3倍: more than doubled
            return any(("x", Decimal(int(value) + more)) in self.implied for more in (0, 1))
        return figure.unit == "pp" and ("%", value) in self.implied

    def _roughly(self, figure: Figure) -> bool:
        """60余人: dozens; 300多户: hundreds."""
        if figure.quantity.bound not in (">", "~") or figure.unit in _OWN_WORDS:
            return False
        return any(low <= figure.value < low * size and ("any", low) in self.implied for low, size in _ROUGH_WORDS)


@lru_cache(maxsize=1024)
def said(text: str, side: Side, spent: frozenset[str] = frozenset()) -> Said:
    """Gather what a text says besides its figures.

    Args:
        text: one side of a clause.
        side: its language.
        spent: words that stand for something else already; of them only a share is taken.
    """
    implied: set[tuple[str, Decimal]] = set()
    shares: set[str] = set()  # words of a share that is a figure of its own
    if side == "zh":
        bare = set(_BARE.findall(text))
        table, words = CHINESE, (set(text) - _ZH_TIMES) | bare | {pair for pair in _ZH_PAIRS if pair in text}
        implied.update(("any", _SCALES[word]) for word in bare & _SCALES.keys())
        if _ZH_HALF.search(text):
            implied.add(("%", _HALF))
    else:
        table, words = ENGLISH, _english_words(text)
        shares = {
            token.word
            for one in quantities_of(text, "en")
            if one.unit == "%" and is_ratio(one)
            for token in english_words(text)
            if one.figure.start <= token.start < one.figure.end
        }
        if not words.isdisjoint(_HOW_OFTEN):
            implied.add(("any", Decimal(1)))
        if "straight" in words and _STRAIGHT_SETS.search(text):
            implied.update(("any", sets) for sets in _SETS)
    for word in table.keys() & words:
        said_so = (one for one in table[word] if one[0] != "%" or word not in shares)
        implied.update(said_so if word not in spent else (one for one in table[word] if one[0] == "%"))
    about_half = _ABOUT_HALF[side].search(text) is not None
    return Said(frozenset(_numbers(text, side) | _months(text, side)), frozenset(implied), about_half)


def spent_words(zh: str, en: str) -> frozenset[str]:
    """Give the English words of a part that the Chinese has a word for as often: where both say 季, a quarter is that.

    Args:
        zh: the Chinese text.
        en: the English text.
    """
    spent: list[str] = []
    for part, words in _PARTS.items():
        if part in zh:
            told = [word for word in english_sequence(en) if word in words]
            spent += told if len(told) <= zh.count(part) else ()
    return frozenset(spent)


def _english_words(text: str) -> set[str]:
    """Give the words of a text but those that belong to a figure.

    A month may be 30 days, three months not; millions may be 3.2 million, but not where 200 million are told.
    """
    counted: set[str] = set()
    for quantity in quantities_of(text, "en"):
        timed = quantity.kind == "measure" and quantity.unit in TIMES and quantity.value != 1
        scaled = quantity.value >= _HUNDRED and _SCALED.search(quantity.text) is not None
        if timed or scaled:
            start = quantity.figure.start if scaled else quantity.figure.end
            end = quantity.span.end if timed else quantity.figure.end
            counted.update(token.word for token in english_words(text) if start <= token.start < end)
    return set(english_vocabulary(text)) - counted


def _months(text: str, side: Side) -> set[Decimal]:
    """Give how many months the months of a text that are told from the first one on are."""
    found = list(_MONTHS_FROM_FIRST[side].finditer(text)) if "月" in text or "Jan" in text else []
    if side == "zh":
        return {numeral.value for one in found for numeral in chinese_numerals(one[1])}
    return {month.value for one in found for month in english_months(one["month"])}


def _numbers(text: str, side: Side) -> set[Decimal]:
    numbers: set[Decimal] = set()
    taken: set[int] = set()
    for quantity in quantities_of(text, side):
        if quantity.kind == "measure" and is_ratio(quantity):
            continue  # both its numbers may stand on the other side
        if quantity.kind in ("measure", "date"):
            taken.update(range(*quantity.figure))
        else:
            numbers.add(quantity.value)
    numerals = chinese_numerals(text) if side == "zh" else english_numerals(text)
    numbers.update(numeral.value for numeral in numerals if numeral.span.start not in taken)
    return numbers

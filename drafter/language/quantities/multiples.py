"""Multiples told in words: 翻两番, 减半; doubled, twice the, threefold, halved.

A multiple's value is how many times as much there is afterwards, so that 增长两倍, 翻一番 and doubled can be held
against each other: 3, 2 and 2. A half less is a share of 50%, as 减少一半 is.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from drafter.language.around import ends_with
from drafter.language.numerals import EN_DIGIT_WORDS, read_chinese
from drafter.language.quantities.bounds_en import english_bound
from drafter.language.tokens import english_vocabulary
from drafter.model import Bound, Quantity, Span

_HALF = Decimal(50)
_ZH_REACH = 12
_ZH_BOUND: Final[dict[str, Bound]] = {"近": "~", "将近": "~", "约": "~", "超": ">", "超过": ">", "逾": ">", "不止": ">"}
_BOUND = r"(?P<bound>将近|超过|不止|近|约|超|逾)?"
_TURNED = re.compile(
    rf"翻(?:了|上|过)?{_BOUND}(?:(?P<turns>[一二两三四五六七八九1-9])番|番|(?P<times>一?)倍)(?!半)(?P<more>多|以上|有余)?"
)
_HALVED = re.compile(
    rf"(?<=[减降缩砍少低短])(?:了|到|至|掉|去|约为)?{_BOUND}(?P<half>一半|半)(?![数年月天日个小径价路])(?P<more>以上|多)?"
)
# Words after which 两倍 is what was added, so that there is three times as much: 增长两倍, but 增长到两倍.
_GROWN = re.compile(
    r"(?:增长|增加|增|上升|上涨|涨|提高|提升|升高|扩大|高出|高|多出|多|快|大|长|激增|暴增|猛增|飙升|翻)"
    r"(?:幅度?|速度?)?(?:了|约|近|将近|大约|接近|超过|超|逾|不止|不低于|不少于|至少|达|为|有)*\Z"
)
# But 高达, 多达, 放大: as much as that; and 翻, 扩大, 大, 快, of which nobody is sure.
_AS_MUCH = re.compile(r"(?:[高多最]达|放大|扩大|最[高多大快长]|更[高多大快长])(?:了|约|近|超过)*\Z")

_VERBS: Final = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5}
_FOLDS: Final = {
    word: number
    for word, number in {**EN_DIGIT_WORDS, "ten": 10, "twenty": 20, "hundred": 100, "thousand": 1000}.items()
    if number > 1
}
_STEMS = "|".join(_VERBS)
# Double as a noun or before one measures nothing: doubles, a double room, double-digit, doubled up.
_GOES_ON = r"(?:the|that|its|their|his|her|our|what|those|this|last|every|in\s(?:size|number|value|volume)|from|by)"
_EN_VERB = re.compile(
    rf"(?<![A-Za-z-])(?P<stem>{_STEMS})(?:ed|ing|e(?=\s{_GOES_ON}(?![A-Za-z]))|es(?=\s(?:the|that|its|their|every)\s)"
    r")"
    r"(?![A-Za-z-])(?!\s(?:up|down|back|as|for|check\w*)(?![A-Za-z]))",
    re.IGNORECASE,
)
_EN_BASE = re.compile(
    rf"(?<![A-Za-z-])(?P<stem>{_STEMS})e(?![A-Za-z-])(?!\s(?:up|down|back|as|check|click|dip|digit|standard)s?(?![A-Za-z]))",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"(?<![A-Za-z])(?:to|will|would|could|should|may|might|can|must|shall|than|nearly|almost|about|roughly|over|least)\s\Z",
    re.IGNORECASE,
)
_EN_FOLD = re.compile(rf"(?<![A-Za-z-])(?P<fold>{'|'.join(_FOLDS)})[\s-]?fold(?![A-Za-z])", re.IGNORECASE)
_EN_TWICE = re.compile(
    r"(?<![A-Za-z-])(?P<often>twice|thrice)(?=\s(?:the|that|those|what|its|their|as\s[a-z]+)(?![A-Za-z]))",
    re.IGNORECASE,
)
_EN_HALVED = re.compile(
    r"(?<![A-Za-z-])(?:halv(?:ed|ing|e(?=\s(?:the|its|their|that)\s))"
    r"|by\s(?:(?:nearly|almost|about|around|roughly|approximately|over|more\sthan|at\sleast)\s)?(?P<half>(?:(?:a|one)\s)?half)"
    r"(?!\s(?:an?|the|of|past)(?![a-z])))(?![A-Za-z-])",
    re.IGNORECASE,
)
_VERB_FORMS = frozenset(stem + end for stem in _VERBS for end in ("e", "es", "ed", "ing"))
_FOLD_FORMS = frozenset(["fold", *(f"{word}fold" for word in _FOLDS)])
_HALF_FORMS = frozenset(("halved", "halving", "halve", "half"))
_LIKELY = _VERB_FORMS | _FOLD_FORMS | _HALF_FORMS | {"twice", "thrice"}


def chinese_multiples(text: str) -> Iterator[Quantity]:
    """Give the multiples of a Chinese text that are told without 倍 and a numeral, or that turn: 翻两番, 翻倍, 减半.

    Args:
        text: the text.
    """
    for found in _TURNED.finditer(text) if "翻" in text else ():
        turns = read_chinese(found["turns"]) if found["turns"] else None
        value = Decimal(2) ** int(turns.value if turns else 1)
        yield _chinese(text, found, value, "x", Span(found.start(), found.end()))
    for found in _HALVED.finditer(text) if "半" in text else ():
        yield _chinese(text, found, _HALF, "%", Span(*found.span("half")))


def _chinese(text: str, found: re.Match[str], value: Decimal, unit: str, figure: Span) -> Quantity:
    bound = ">" if found["more"] else _ZH_BOUND.get(found["bound"] or "", "=")
    return Quantity(value, None, unit, bound, "measure", Span(*found.span()), figure, text[slice(*found.span())])


def grown(text: str, start: int) -> bool:
    """Tell whether a Chinese multiple that begins at a place says what was added: 增长两倍, not 增长到两倍.

    Args:
        text: the text.
        start: where its numeral begins.
    """
    return bool(ends_with(_GROWN, text, start, _ZH_REACH)) and not ends_with(_AS_MUCH, text, start, _ZH_REACH)


def english_multiples(text: str) -> Iterator[Quantity]:
    """Give the multiples of an English text that are told in words.

    Args:
        text: the text.
    """
    words = english_vocabulary(text)
    if words.isdisjoint(_LIKELY):
        return
    if not words.isdisjoint(_VERB_FORMS):
        yield from _verbs(text)
    for found in _EN_FOLD.finditer(text) if not words.isdisjoint(_FOLD_FORMS) else ():
        yield _english(text, Decimal(_FOLDS[found["fold"].lower()]), "x", Span(*found.span()))
    for found in _EN_TWICE.finditer(text) if "twice" in words or "thrice" in words else ():
        yield _english(text, Decimal(2 if found["often"].lower() == "twice" else 3), "x", Span(*found.span()))
    for found in _EN_HALVED.finditer(text) if not words.isdisjoint(_HALF_FORMS) else ():
        yield _english(text, _HALF, "%", Span(*found.span("half" if found["half"] else 0)))


def _verbs(text: str) -> Iterator[Quantity]:
    taken: set[int] = set()
    for found in _EN_VERB.finditer(text):
        taken.add(found.start())
        yield _english(text, Decimal(_VERBS[found["stem"].lower()]), "x", Span(*found.span()))
    for found in _EN_BASE.finditer(text):
        if found.start() not in taken and ends_with(_MAY, text, found.start()):
            yield _english(text, Decimal(_VERBS[found["stem"].lower()]), "x", Span(*found.span()))


def _english(text: str, value: Decimal, unit: str, figure: Span) -> Quantity:
    bound, start, end = english_bound(text, figure.start, figure.end)
    return Quantity(value, None, unit, bound, "measure", Span(start, end), figure, text[start:end])


_TWICE = 2
_WRITTEN: Final = {**_VERBS, "halv": Decimal("0.5")}


def multiple_in_shape_of(value: Decimal, shape: str) -> str:
    """Write a multiple the way one of the text is written: tripled for doubled; "" where no word fits.

    Args:
        value: how many times as much there is.
        shape: the words that stand there.
    """
    small = shape.lower()
    written = ""
    if stem := next((stem for stem in _WRITTEN if small.startswith(stem)), ""):
        other = next((other for other, times in _WRITTEN.items() if times == value), "")
        written = other + small[len(stem) :] if other else ""
    elif small.endswith("fold"):
        word = next((word for word, times in _FOLDS.items() if times == value), "")
        written = f"{word}fold" if word else ""
    elif small in _FOLDS:  # of three times
        written = next((word for word, times in _FOLDS.items() if times == value), f"{value.normalize():f}")
    elif small in ("twice", "thrice"):
        word = next((word for word, times in _FOLDS.items() if times == value), f"{value.normalize():f}")
        written = "twice" if value == _TWICE else f"{word} times"
    return written[:1].upper() + written[1:] if shape[:1].isupper() else written

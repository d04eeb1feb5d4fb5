"""English numerals: 1,500; 1.5 million; thirty-five; two hundred and six; `202 1`, damaged by a space."""

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.language.numerals.numeral import Numeral
from drafter.model import Span

EN_DIGIT_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_AFTER_DIGITS = _SCALES | {"ten thousand": 10**4, "hundred million": 10**8}  # 万 and 亿 rendered word by word
_VALUES = EN_DIGIT_WORDS | _TEENS | _TENS

_WORD = "|".join(sorted([*_VALUES, *_SCALES], key=len, reverse=True))
_WORDS = re.compile(
    rf"(?<![A-Za-z])(?:{_WORD})(?:(?:[ \t]?-[ \t]?|[ \t]+(?:and[ \t]+)?)(?:{_WORD})(?![A-Za-z]))*(?![A-Za-z])",
    re.IGNORECASE | re.ASCII,
)
# Digits with thousands grouped, else plain; a decimal part is not a sentence's stop before a figure (`5. 3`).
_DIGITS = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?(?![0-9])",
)
_SCALE_AFTER = re.compile(
    r"(?:[ \t]|-)?(ten thousand|hundred million|hundred|thousand|million|billion|trillion)s?(?![A-Za-z])", re.IGNORECASE
)
# `202 1`, `20 25`: a year cut by a space. Other figures beside figures are as often two figures.
_SPLIT_YEAR = re.compile(
    r"(?<![0-9.,])(?:(?:19|20)[0-9] [0-9]|(?:19|20) [0-9]{2}|[12] [09][0-9]{2})(?![0-9]|[.,][0-9])"
)


def read_english_words(text: str) -> Decimal | None:
    """Give the value of a number written in words ("two hundred and six"), None where it is none."""
    total = section = Decimal(0)
    seen = False
    for word in re.findall(r"[a-z]+", text.lower()):
        if word == "and":
            continue
        if word in _VALUES:
            section += _VALUES[word]
        elif word == "hundred":
            section = (section or Decimal(1)) * 100
        elif word in _SCALES:
            total += (section or Decimal(1)) * _SCALES[word]
            section = Decimal(0)
        else:
            return None
        seen = True
    return total + section if seen else None


def _with_scale(text: str, start: int, end: int, value: Decimal, *, split: bool = False) -> Numeral:
    if found := _SCALE_AFTER.match(text, end):
        factor = _AFTER_DIGITS[found[1].lower()]
        return Numeral(Span(start, found.end()), value * factor, digits=True, split=split, scale=factor)
    return Numeral(Span(start, end), value, digits=True, split=split)


def _digit_numerals(text: str) -> Iterator[Numeral]:
    pos = 0
    splits = {found.start(): found for found in _SPLIT_YEAR.finditer(text)}
    while found := _DIGITS.search(text, pos):
        if split := splits.get(found.start()):
            numeral = Numeral(Span(*split.span()), Decimal(split[0].replace(" ", "")), digits=True, split=True)
        else:
            numeral = _with_scale(text, found.start(), found.end(), Decimal(found[0].replace(",", "")))
        yield numeral
        pos = numeral.span.end


def _word_numerals(text: str) -> Iterator[Numeral]:
    for found in _WORDS.finditer(text):
        words = found[0].lower()
        value = read_english_words(words)
        before = text[: found.start()].rstrip()[-1:]
        if value is None or (before.isdigit() and words.split()[0] in _SCALES):
            continue  # the scale of a figure in digits, read with it
        rough = words.split()[0] in _SCALES and not re.search(r"\b(?:a|one)\s+$", text[: found.start()], re.IGNORECASE)
        yield Numeral(Span(*found.span()), value, digits=False, rough=rough)


def english_numerals(text: str) -> list[Numeral]:
    """Give every number of an English text in order, whatever it counts."""
    return sorted([*_digit_numerals(text), *_word_numerals(text)], key=lambda numeral: numeral.span)

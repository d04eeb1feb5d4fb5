"""English numerals: 1,500; 1.5 million; $3trn; thirty-five; two and a half million; `202 1`, damaged by a space."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from drafter.language.around import ends_with, mark_before
from drafter.language.numerals.broken import broken_figures
from drafter.language.numerals.numeral import Numeral
from drafter.language.numerals.parts import parts_of_scales
from drafter.language.tokens import Token, english_vocabulary, lower
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
_SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
}
_SHORT_SCALES = {
    "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12, "trln": 10**12,
}  # fmt: skip
_AFTER_DIGITS = _SCALES | _SHORT_SCALES | {
    "ten thousand": 10**4, "hundred million": 10**8,  # 万 and 亿 rendered word by word
    "dozen": 12, "k": 10**3, "m": 10**6, "b": 10**9,
}  # fmt: skip
_DOZEN = "dozen"
_HUNDRED = 100
_VALUES = EN_DIGIT_WORDS | _TEENS | _TENS

_NUMBER_WORDS = frozenset([*_VALUES, *_SCALES, *(f"{scale}s" for scale in _SCALES), _DOZEN])
# Words that begin alike stand in one group, so that most places of a text are passed at a glance.
_INITIALS = sorted({word[0] for word in _NUMBER_WORDS})
_ENDINGS = {
    first: "|".join(word[1:] for word in sorted(_NUMBER_WORDS, reverse=True) if word[0] == first) for first in _INITIALS
}
_NUMBER_WORD = re.compile(rf"(?<![a-z])(?:{'|'.join(f'{first}(?:{_ENDINGS[first]})' for first in _INITIALS)})(?![a-z])")
# Two and a half million; a million and a half; one and three quarters.
_AND_A_PART = re.compile(
    r"[\s-]+and[\s-]+(?:a[\s-]+(?P<part>half|quarter)|(?P<many>one|two|three)[\s-]+(?P<parts>third|quarter)s?)"
    r"(?![A-Za-z])"
    r"(?:\s(?P<scale>hundred|thousand|million|billion|trillion)(?![A-Za-z]))?",
    re.IGNORECASE,
)
_PARTS = {"half": 2, "third": 3, "quarter": 4}
_JOINT = re.compile(r"(?P<plain>[ \t]+|[ \t]?-[ \t]?)|[ \t]+and[ \t]+|[ \t-]point[ \t-]", re.IGNORECASE)
_LONGEST_JOINT = 8
# Two million, four hundred thousand: a comma goes on with the number where a scale stands before it and behind it.
_COMMA_JOINT = re.compile(
    r",[ \t]+(?=[a-z-]+[ \t](?:hundred|thousand|million|billion|trillion)(?![a-z]))", re.IGNORECASE
)
_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_MOST_WORDS = 40
# Digits with thousands grouped, else plain; a decimal part is not a sentence's stop before a figure (`5. 3`).
_DIGITS = re.compile(
    r"""
    [0-9]{1,3}(?:,[0-9]{3})+(?![0-9]|,[0-9]{2})(?:\.[0-9]+)?
    | [0-9]{1,3}(?:,[0-9]{2,3}){2,}(?![0-9,])(?:\.[0-9]+)?  # 3,00,000
    | [0-9]{1,3}(?:[\ \u00a0\u2009\u202f][0-9]{3})+(?![0-9])(?:\.[0-9]+)?
    | [0-9]+(?:\.[0-9]+)?
    """,
    re.VERBOSE,
)
_DIGIT = re.compile("[0-9]")
_GROUPING = re.compile("[ ,\u00a0\u2009\u202f]")
_LONGEST = 40  # more digits than that are no figure
_SCALE_AFTER = re.compile(
    r"(?:[ \t]|-)?"
    rf"(ten thousand|hundred million|hundred|thousand|million|billion|trillion|dozen|{'|'.join(_SHORT_SCALES)})s?"
    r"(?![A-Za-z])",
    re.IGNORECASE,
)
_MONEY_SCALE = re.compile(r"(m|b|k)(?![A-Za-z0-9])", re.IGNORECASE)
_SIGNS = frozenset("$¥€£￥₩₹")
_MONEY_CODE = re.compile(r"(?<![A-Za-z])(?:SFr|CHF|Rs|RM|RMB|CNY|USD|EUR|GBP|HKD|JPY)\s?\Z")
# `202 1`, `20 25`, `2 025`: a year cut by a space. Other figures beside figures are as often two figures, so the last
# two forms, which may be a count and a group of thousands, want the company of a year.
_CUT_YEAR = re.compile(
    r"(?<![0-9.,])(?:(?P<sure>(?:19|20)[0-9]\ [0-9])|(?:19|20)\ [0-9]{2}|1\ 9[0-9]{2}|2\ 0[0-9]{2})"
    r"(?![0-9A-Za-z]|[.,][0-9]|-[a-z])",
    re.VERBOSE,
)
_CUT = re.compile("[0-9] [0-9]")
_YEAR_AHEAD = re.compile(
    r"(?:(?<![A-Za-z])(?:in|by|of|since|until|till|from|to|before|after|during|year|years"
    r"|january|february|march|april|may|june|july|august|september|october|november|december),?\s|[(（]|[0-9]\s?[–—-]\s?)\Z",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?<![A-Za-z])(?:a|one)\s+\Z", re.IGNORECASE)


def _read_words(words: list[str], start: int = 0) -> tuple[Decimal, int]:
    """Add up number words from a place on, as long as they go on to be one number.

    Args:
        words: number words and "and", in lower case.
        start: index of the first word, which is no "and".

    Returns:
        The value, and the index after the last word that belongs to it.
    """
    total = section = Decimal(0)
    end = start
    last = ""
    for index in range(start, min(len(words), start + _MOST_WORDS)):
        word = words[index]
        if word == "and":
            if last not in _SCALES:
                break
            continue
        if word == "point":
            section, end = _behind_point(words, index, section)
            if end == index or total:
                break
            last = "point"
            continue
        if index < end:
            continue  # a digit behind the point
        value = _VALUES.get(word)
        if value is not None:
            if last and last not in _SCALES and not (last in _TENS and 0 < value < 10 and words[index - 1] == last):
                break
            section += value
        elif word in ("hundred", _DOZEN):
            if section >= 100 or (last in _SCALES and not section):
                break
            section = (section or Decimal(1)) * (100 if word == "hundred" else 12)
        elif section or not total:
            total += (section or Decimal(1)) * _SCALES[word]
            section = Decimal(0)
        else:
            total *= _SCALES[word]  # a thousand million
        last, end = word, index + 1
    return total + section, end


def _behind_point(words: list[str], point: int, whole: Decimal) -> tuple[Decimal, int]:
    """Add the digits behind a point: six point nine; give the value and the index after the last of them."""
    end = point + 1
    while end < len(words) and words[end] in EN_DIGIT_WORDS:
        end += 1
    if end == point + 1:
        return whole, point
    digits = "".join(str(EN_DIGIT_WORDS[word]) for word in words[point + 1 : end])
    return whole + Decimal(f"0.{digits}"), end


_BETWEEN = frozenset(("and", "point"))
_ALL_WORDS = frozenset([*_VALUES, *_SCALES, _DOZEN, *_BETWEEN])


def read_english_words(text: str) -> Decimal | None:
    """Give the value of a number written in words ("two hundred and six"), None where it is none."""
    words = re.findall(r"[a-z]+", text.lower())
    if not words or words[0] in _BETWEEN or not _ALL_WORDS.issuperset(words):
        return None
    value, end = _read_words(words)
    return value if end == len(words) else None


def _with_scale(text: str, start: int, end: int, value: Decimal) -> Numeral:
    if part := _VULGAR.get(text[end : end + 1]):
        value, end = value + part, end + 1
    found = _SCALE_AFTER.match(text, end)
    if not found and (text[start - 1 : start] in _SIGNS or ends_with(_MONEY_CODE, text, start, 4)):
        found = _MONEY_SCALE.match(text, end)
    if not found:
        return Numeral(Span(start, end), value, digits=True)
    factor = _AFTER_DIGITS[found[1].lower()]
    return Numeral(Span(start, found.end()), value * factor, digits=True, scale=factor)


def _cut_years(text: str) -> dict[int, Span]:
    return {
        found.start(): Span(*found.span())
        for found in (_CUT_YEAR.finditer(text) if _CUT.search(text) else ())
        if found["sure"] or ends_with(_YEAR_AHEAD, text, found.start())
    }


def _digit_numerals(text: str) -> Iterator[Numeral]:
    cut = _cut_years(text)
    broken = {one.span.start: one for one in broken_figures(text)}
    pos = 0
    while (digit := _DIGIT.search(text, pos)) and (found := _DIGITS.match(text, digit.start())):
        pos = found.end()
        if span := cut.get(found.start()):
            year = text[span.start : span.end].replace(" ", "")
            yield Numeral(span, Decimal(year), digits=True, split=True)
            pos = span.end
        elif one := broken.get(found.start()):
            numeral = _with_scale(text, *one.span, one.value)
            yield numeral._replace(split=True)
            pos = numeral.span.end
        elif pos - found.start() <= _LONGEST:
            value = Decimal(_GROUPING.sub("", found[0]) if not found[0].isdigit() else found[0])
            numeral = _with_scale(text, found.start(), pos, value)
            yield numeral
            pos = numeral.span.end


def _word_runs(text: str, taken: set[int]) -> Iterator[list[Token]]:
    """Give number words that stand in a row, without those that are part of another numeral."""
    if _NUMBER_WORDS.isdisjoint(english_vocabulary(text)):
        return
    run: list[Token] = []
    for found in _NUMBER_WORD.finditer(lower(text)):
        token = Token(found[0], *found.span())
        if token.start in taken:
            continue
        if token.word[-1] == "s" and token.word not in _VALUES:
            token = Token(token.word[:-1], token.start, token.end)  # hundreds, thousands
            plural = True
        else:
            plural = False
        if run and not (
            token.start - run[-1].end <= _LONGEST_JOINT
            and (_JOINT.fullmatch(text, run[-1].end, token.start) or _goes_on_behind_comma(text, run, token))
        ):
            yield run
            run = []
        if plural and not run:
            yield [token]
            continue
        run.append(token)
    if run:
        yield run


def _goes_on_behind_comma(text: str, run: list[Token], token: Token) -> bool:
    """Whether a comma between two number words parts the groups of one number."""
    before = _SCALES.get(run[-1].word, 0)
    found = _COMMA_JOINT.match(text, run[-1].end)
    if before <= _HUNDRED or not found or found.end() != token.start:
        return False
    # The scale of the group behind the comma is the smaller one: no list of two numbers.
    following = re.compile("hundred|thousand|[mbtr]+illion", re.IGNORECASE).search(text, token.start)
    return following is not None and _SCALES[following[0].lower()] < before


def _word_numerals(text: str, inside: set[int]) -> Iterator[Numeral]:
    """Give the numbers in words; `inside` are the places of those in digits, whose scale words are theirs."""
    parts = parts_of_scales(text)
    yield from (part for part in parts if part.span.start not in inside)
    taken = inside.union(pos for part in parts for pos in range(*part.span))
    for run in _word_runs(text, taken):
        words, places = _spelled(text, run)
        start = 0
        while start < len(words):
            if words[start] in _BETWEEN or places[start].start in taken:
                start += 1
                continue
            value, end = _read_words(words, start)
            span = Span(places[start].start, places[end - 1].end)
            bare, last, start = words[start] in _SCALES or words[start] == _DOZEN, words[end - 1], end
            if bare and mark_before(text, span.start).isdigit():
                continue  # the scale of a figure in digits, further off than a space
            rough = bare and not ends_with(_ARTICLE, text, span.start)
            if found := _AND_A_PART.match(text, span.end):
                factor = _SCALES[found["scale"].lower()] if found["scale"] else 1
                part = Decimal(EN_DIGIT_WORDS.get((found["many"] or "one").lower(), 1))
                part /= _PARTS[(found["part"] or found["parts"]).lower()]
                value = value * factor + part * max(factor, _SCALES.get(last, 1))
                span = Span(span.start, found.end())
                taken.update(range(*span))  # the scale behind the half is a word of its own
            yield Numeral(span, value, digits=False, rough=rough)


def _spelled(text: str, run: list[Token]) -> tuple[list[str], list[Span]]:
    """Give the words of a run, the "and" and "point" between them too, and where each stands."""
    words: list[str] = []
    places: list[Span] = []
    for found in run:
        joint = text[places[-1].end : found.start].lower().strip(" \t-") if places else ""
        if joint in _BETWEEN:
            words.append(joint)
            places.append(Span(places[-1].end, found.start))
        words.append(found.word)
        places.append(Span(found.start, found.end))
    return words, places


def english_numerals(text: str) -> list[Numeral]:
    """Give every number of an English text in order, whatever it counts; their spans do not overlap."""
    return list(_numerals(text))


@lru_cache(maxsize=256)  # several readers ask for the numerals of one clause
def _numerals(text: str) -> tuple[Numeral, ...]:
    digits = list(_digit_numerals(text)) if _DIGIT.search(text) else []
    inside = {pos for numeral in digits for pos in range(*numeral.span)}
    words = list(_word_numerals(text, inside))
    return tuple(sorted([*digits, *words], key=lambda numeral: numeral.span) if words else digits)

"""The figures of English text, sound and damaged: `no more than 32 μg/m³`, `34μg/mthreeWithin`, `fiveHome`, `202 1`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from drafter.language.around import ends_with, letters_before
from drafter.language.dates import english_dates
from drafter.language.numerals import EN_DIGIT_WORDS, Numeral, english_numerals, read_english_words
from drafter.language.quantities.masks import Mask, name_mask
from drafter.language.quantities.order import in_order
from drafter.language.tokens import english_vocabulary
from drafter.language.units import unit_at
from drafter.language.words import is_word
from drafter.model import Bound, Kind, Quantity, Span

_BOUND_BEFORE: tuple[tuple[str, Bound], ...] = (
    (
        r"(?:not?|never)\s+(?:be\s+)?(?:less|fewer|lower|under|smaller)\s+than|not?\s+(?:be\s+)?below"
        r"|at\s+least|(?:a\s+)?minimum\s+of",
        ">=",
    ),
    (
        r"(?:not?|never)\s+(?:be\s+)?(?:more|greater|higher|larger)\s+than|not\s+(?:to\s+)?exceed(?:ing)?|not?\s+above"
        r"|at\s+most|up\s+to|within|(?:a\s+)?maximum\s+of",
        "<=",
    ),
    (
        r"(?:more|greater|higher|larger|longer)\s+than|over|above|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?"
        r"|upwards\s+of|in\s+excess\s+of",
        ">",
    ),
    (r"(?:less|fewer|lower|smaller)\s+than|below|under", "<"),
    (r"about|around|approximately|roughly|some|nearly|almost|close\s+to|circa", "~"),
)
_BOUND_AFTER: tuple[tuple[str, Bound], ...] = (
    (r"or\s+(?:more|above|over|higher|greater)|and\s+(?:above|over|more)|above|upwards", ">="),
    (r"or\s+(?:less|fewer|below|under|lower)|and\s+(?:below|under)|within|below", "<="),
    (r"or\s+so|or\s+thereabouts|around|about", "~"),
)
_BEFORE = tuple(
    (re.compile(rf"(?<![A-Za-z])(?:{words})\s{{0,3}}\Z", re.IGNORECASE), bound) for words, bound in _BOUND_BEFORE
)
# A word before the next figure is that figure's: `fell 5%, about 3 …`.
_AFTER = tuple(
    (re.compile(rf"[\s.,]{{0,3}}(?:{words})(?![A-Za-z])(?!\s{{0,2}}[0-9$¥])", re.IGNORECASE), bound)
    for words, bound in _BOUND_AFTER
)
_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
_FRACTION = re.compile(
    rf"(?<![A-Za-z])(?P<many>an?|{'|'.join(EN_DIGIT_WORDS)})[\s-](?P<part>{'|'.join(_PARTS)})s?(?![A-Za-z])",
    re.IGNORECASE,
)
_PART_WORDS = frozenset([*_PARTS, *(f"{part}s" for part in _PARTS), "halves"])
_AND = re.compile(r"(?<![A-Za-z])and\s\Z", re.IGNORECASE)
_BOUND_REACH = 28
_WIDEST_RANGE = 10**6
_RANGE = re.compile(r"\s?(?:[—–―~～-]{1,2}|to|and)\s?", re.IGNORECASE)
_REFERENCE = re.compile(
    r"""
    # [2023] No. 34
    [〔\[［(（]\s?[12][0-9]{3}\s?[〕\]］)）]\s{0,3}(?:No\.?\s{0,3})?[0-9]+(?:\s?(?:number|No\.?|号))?
    # No. 34 [2023]
    | (?<![A-Za-z])No\.?\s{0,3}[0-9]+(?:\s{0,3}[\[(〔][12][0-9]{3}[\])〕])?
    # GB 3095-2012, GB/T 9704
    | (?<![A-Za-z])[A-Z]{2,6}(?:/[A-Z]{1,4})?\s?[—–-]?\s?[0-9]+(?:\.[0-9]+)*(?:[—–-][0-9]+)+
    | (?<![A-Za-z])(?:GB|HJ|DB|JT|CJ|AQ|ISO|IEC)(?:/[A-Z]{1,4})?\s?[0-9]+(?:\.[0-9]+)*
    # Article 5, Annex II
    | (?<![A-Za-z])(?:Article|Annex|Appendix|Attachment|Table|Figure|Chapter|Section|Item|Phase)s?\s+
      (?:[0-9]+|[IVX]+)(?![A-Za-z])
    """,
    re.VERBOSE,
)
_ORDINAL = re.compile(
    r"""
    (?<![0-9])[0-9]{1,12}\s?(?:st|nd|rd|th)(?![a-z]|[\s-]centur)
    | (?<![A-Za-z])(?:China|National|Grade|Class|Category|Stage|Level|Tier|Type)\s+
      (?:[0-9]+|[IVX]+|[ⅠⅡⅢⅣⅤⅥ]|one|two|three|four|five|six)(?![A-Za-z0-9])
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SIGNS = (
    ("RMB", "CNY"), ("CNY", "CNY"), ("¥", "CNY"), ("￥", "CNY"), ("HK$", "HKD"), ("A$", "AUD"), ("C$", "CAD"),
    ("$", "USD"),
    ("€", "EUR"), ("£", "GBP"),
)  # fmt: skip
_LIST = re.compile(
    r"^\s*(?:[(（]?[0-9]{1,2}[)）]|[0-9]{1,2}[.、](?![0-9])|[0-9]{1,2}(?=[A-Z][a-z]+)(?!Home|Year))|(?<=[.;])\s*[0-9]{1,2}\.\s(?=[A-Z])"
)
_DIGIT_AND_NEXT = re.compile(
    rf"(?:(?<![A-Za-z])|(?<=[a-z]{{3}}))({'|'.join(EN_DIGIT_WORDS)})"
    r"(?=[A-Z]|(?:days?|hours?|years?|months?|weeks?|times|km|kW|tons?)(?![a-z]))"
)


_DIGIT = re.compile("[0-9]")
_LABELS = frozenset(
    ["article", "articles", "annex", "appendix", "attachment", "table", "figure", "chapter", "section", "item", "phase"]
)
_REFERENCE_LIKELY = re.compile(
    r"No\.?\s{0,3}[0-9]|[〔\[［(（]\s?[12][0-9]{3}|[A-Z]{2}(?:/[A-Z]{1,4})?\s?[—–-]?\s?[0-9]"
)
_ORDINAL_LIKELY = re.compile(r"[0-9]\s?(?:st|nd|rd|th|ST|ND|RD|TH)")
_RANKS = frozenset(["china", "national", "grade", "class", "category", "stage", "level", "tier", "type"])
_NUMBER_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten"
# One in four, eight out of ten: a share.
_OUT_OF = re.compile(
    rf"(?<![A-Za-z0-9.,])(?P<part>{_NUMBER_WORDS}|[1-9][0-9]?)\s(?:in(?:\severy)?|out\sof(?:\severy)?)\s"
    rf"(?P<whole>{_NUMBER_WORDS}|[1-9][0-9]{{0,2}})(?=\s[a-z]|[.,;]|$)(?!\s(?:years?|months?|days?|hours?|minutes?|weeks?|million|billion)(?![a-z]))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A numeral with the unit after it, before bounds and ranges are worked in."""

    numeral: Numeral
    value: Decimal
    end: int
    unit: str


def _other_kinds(text: str) -> Iterator[Quantity]:
    digits_stand = _DIGIT.search(text) is not None
    named = english_vocabulary(text)
    kinds: tuple[tuple[re.Pattern[str], Kind, bool], ...] = (
        (_REFERENCE, "reference", not named.isdisjoint(_LABELS) or _REFERENCE_LIKELY.search(text) is not None),
        (_ORDINAL, "ordinal", not named.isdisjoint(_RANKS) or _ORDINAL_LIKELY.search(text) is not None),
        (_LIST, "list", digits_stand),
    )
    for pattern, kind, likely in kinds:
        for found in pattern.finditer(text) if likely else ():
            span = Span(*found.span())
            digits = re.findall(r"[0-9]+", found[0])
            yield Quantity(Decimal(digits[-1]) if digits else Decimal(0), None, "", "=", kind, span, span, found[0])


def _glued_words(text: str) -> Iterator[Numeral]:
    """`fiveHome`, `sevenThe`: a digit written as a word and stuck to the next."""
    if not any(word in text for word in EN_DIGIT_WORDS):
        return
    for found in _DIGIT_AND_NEXT.finditer(text):
        head = letters_before(text, found.start())
        if not head or is_word(head):
            yield Numeral(Span(*found.span(1)), Decimal(EN_DIGIT_WORDS[found[1]]), digits=False)


def _fractions(text: str) -> Iterator[Quantity]:
    """A third, two-thirds, three quarters, one in four: shares, as their Chinese counterparts are."""
    words = english_vocabulary(text)
    for found in _FRACTION.finditer(text) if not words.isdisjoint(_PART_WORDS) else ():
        if ends_with(_AND, text, found.start()):
            continue  # two and a half
        many = Decimal(EN_DIGIT_WORDS.get(found["many"].lower(), 1))
        share = many / Decimal(_PARTS[found["part"].lower()]) * 100
        span = Span(*found.span())
        yield Quantity(share, None, "%", "=", "measure", span, span, found[0])
    for found in _OUT_OF.finditer(text) if "in" in words or "out" in words else ():
        part, whole = (_whole(found[name]) for name in ("part", "whole"))
        if part < whole:
            span = Span(*found.span())
            yield Quantity(part / whole * 100, None, "%", "=", "measure", span, span, found[0])


def _whole(text: str) -> Decimal:
    return Decimal(text) if text.isdigit() else read_english_words(text) or Decimal(1)


def _figure(text: str, numeral: Numeral) -> _Figure:
    end = numeral.span.end
    for pos in (end, end + 1):
        if (pos == end or text[end : end + 1] in (" ", "-", "\u00a0")) and (found := unit_at(text, pos, "en")):
            unit, stop = found
            return _Figure(numeral, numeral.value, stop, unit.code)
    return _Figure(numeral, numeral.value, end, "count")


def _money_before(text: str, figure: _Figure) -> _Figure:
    before = text[max(0, figure.numeral.span.start - 4) : figure.numeral.span.start]
    for sign, code in _SIGNS:
        if figure.unit == "count" and before.rstrip().endswith(sign):
            return _Figure(figure.numeral, figure.value, figure.end, code)
    return figure


def _bound(text: str, start: int, end: int) -> tuple[Bound, int, int]:
    for pattern, bound in _BEFORE:
        if found := ends_with(pattern, text, start, _BOUND_REACH):
            return bound, found.start(), end
    for pattern, bound in _AFTER:
        if after := pattern.match(text, end):
            return bound, start, after.end()
    return "=", start, end


def _measures(text: str, numerals: list[Numeral]) -> Iterator[Quantity]:
    index = 0
    while index < len(numerals):
        figure = _money_before(text, _figure(text, numerals[index]))
        index += 1
        upper = None
        if index < len(numerals):
            candidate = _figure(text, numerals[index])
            between = text[figure.end : candidate.numeral.span.start]
            if _is_range(text, figure, between, candidate):
                upper, index = candidate, index + 1
        yield _measure(text, figure, upper)


def _is_range(text: str, figure: _Figure, between: str, upper: _Figure) -> bool:
    """`10–15%`, `from 1 to 3`, `between 5 and 8`; a bare `and` joins two figures, not a range."""
    if not _RANGE.fullmatch(between) or figure.value >= upper.value:
        return False
    if upper.value > _WIDEST_RANGE * max(figure.value, Decimal(1)):
        return False
    if figure.unit not in ("count", upper.unit):
        return False
    word = between.strip().lower()
    head = text[max(0, figure.numeral.span.start - 9) : figure.numeral.span.start].lower()
    return word != "and" or head.rstrip().endswith("between")


def _measure(text: str, figure: _Figure, upper: _Figure | None) -> Quantity:
    last = upper or figure
    start = figure.numeral.span.start
    bound, left, right = _bound(text, start, last.end)
    if figure.numeral.rough:
        bound = "~"
    low = figure.value
    if upper and upper.numeral.scale > figure.numeral.scale:
        low *= upper.numeral.scale // figure.numeral.scale  # 600 to 850 million share their scale
    return Quantity(
        low, upper.value if upper else None, last.unit, bound, "measure", Span(left, right),
        Span(start, last.numeral.span.end), text[left:right],
    )  # fmt: skip


def read_english_quantities(text: str) -> list[Quantity]:
    """Read every figure of an English text; see `read_quantities`."""
    mask = name_mask(text)
    others = [quantity for quantity in _other_kinds(text) if not mask.covers(quantity.span.start)]
    others += _fractions(text)
    numerals: list[Numeral] = english_numerals(text)
    if glued := list(_glued_words(text)):
        numerals = sorted([*numerals, *glued], key=lambda numeral: numeral.span)
    taken = Mask(quantity.span for quantity in others)
    free = [one for one in numerals if not mask.covers(one.span.start) and not taken.meets(one.span)]
    dates = [quantity for quantity in english_dates(text, free) if not taken.meets(quantity.span)]
    dated = Mask(quantity.span for quantity in dates)
    rest = [numeral for numeral in free if not dated.meets(numeral.span)]
    return in_order([*others, *dates, *_measures(text, rest)])

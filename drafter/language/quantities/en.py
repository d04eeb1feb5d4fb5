"""The figures of English text, sound and damaged: `no more than 32 μg/m³`, `34μg/mthreeWithin`, `fiveHome`, `202 1`."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from drafter.language.around import ends_with, letters_before
from drafter.language.dates import english_dates
from drafter.language.numerals import EN_DIGIT_WORDS, Numeral, english_numerals
from drafter.language.quantities.bounds_en import english_bound
from drafter.language.quantities.fractions_en import english_fractions
from drafter.language.quantities.masks import Mask, name_mask
from drafter.language.quantities.multiples import english_multiples
from drafter.language.quantities.order import in_order, sharing_scale, with_shared_bounds
from drafter.language.quantities.signs import ENDS, REACH, SIGN, SIGNS
from drafter.language.tokens import english_vocabulary, holds_any
from drafter.language.units import unit_at
from drafter.language.words import is_word
from drafter.model import Kind, Quantity, Span

_LISTED = frozenset((", ", " and ", ", and "))
_WIDEST_RANGE = 10**6
_LONGEST_LIST = 8  # figures that share the scale of the last
_GROUP = 1000  # a figure before a scale word is smaller than that
_RANGE = re.compile(r"\s?(?:[—–―~～-]{1,2}|to|and)\s?", re.IGNORECASE)
_REFERENCE = re.compile(
    r"""
    # [2023] No. 34
    [〔\[［(（]\s?[12][0-9]{3}\s?[〕\]］)）]\s{0,3}(?:No\.?\s{0,3})?[0-9]+(?:\s?(?:number|No\.?|号))?
    # No. 34 [2023]
    | (?<![A-Za-z])No\.?\s{0,3}[0-9]+(?:\s{0,3}[\[(〔][12][0-9]{3}[\])〕])?
    # GB 3095-2012, GB/T 9704
    | (?<![A-Za-z])(?!(?:CNY|RMB|USD|EUR|GBP|HKD|JPY|CHF|AUD|CAD)\s)
      [A-Z]{2,6}(?:/[A-Z]{1,4})?\s?[—–-]?\s?[0-9]+(?:\.[0-9]+)*(?:[—–-][0-9]+)+
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
_LIST = re.compile(
    r"^\s*(?:[(（]?[0-9]{1,2}[)）]|[0-9]{1,2}[.、](?![0-9])|[0-9]{1,2}(?=[A-Z][a-z]+)(?!Home|Year))|(?<=[.;])\s*[0-9]{1,2}\.\s(?=[A-Z])"
    r"|(?<=[:;,.])\s*(?:(?:and|or)\s)?[(（][0-9]{1,2}[)）](?=\s?[A-Za-z])"
)
_DIGIT_AND_NEXT = re.compile(
    rf"(?:(?<![A-Za-z])|(?<=[a-z]{{3}}))({'|'.join(EN_DIGIT_WORDS)})"
    r"(?=[A-Z]|(?:days?|hours?|years?|months?|weeks?|times|km|kW|tons?)(?![a-z]))"
)


_DIGIT = re.compile("[0-9]")
_LIST_LIKELY = re.compile(r"[:;,.]\s*(?:(?:and|or)\s)?[(（]?[0-9]{1,2}[.)）]")
_LIST_STARTS = frozenset("(（0123456789")
_LABELS = frozenset(
    ["article", "articles", "annex", "appendix", "attachment", "table", "figure", "chapter", "section", "item", "phase"]
)
_REFERENCE_LIKELY = re.compile(
    r"[A-Z〔\[［(（](?:(?<=N)o\.?\s{0,3}[0-9]|(?<=[〔\[［(（])\s?[12][0-9]{3}\s?[〕\]］)）]"
    r"|(?<=[A-Z]{2})(?:/[A-Z]{1,4})?\s?[—–-]?\s?[0-9]+(?:\.[0-9]+)*[—–-][0-9]"
    r"|(?<=GB|HJ|DB|JT|CJ|AQ|SO|EC)(?:/[A-Z]{1,4})?\s?[0-9])"
)
_ORDINAL_LIKELY = re.compile(r"[0-9]\s?(?:st|nd|rd|th|ST|ND|RD|TH)")
_RANKS = frozenset(["china", "national", "grade", "class", "category", "stage", "level", "tier", "type"])


class _Figure(NamedTuple):
    """A numeral with the unit after it, before bounds and ranges are worked in."""

    numeral: Numeral
    value: Decimal
    end: int
    unit: str
    sign: int = -1  # where the sign of its currency stands before it, -1 where none does


# What stands behind an amount of money may look like a unit: $3m, £5 a pound.
_MAYBE_MONEY = frozenset(("count", "m", "CNY"))
# Seven consecutive years, three more hours.
_BETWEEN_UNIT = re.compile(
    r"\s(?:consecutive|straight|successive|full|whole|long|short|more|additional|extra|further|other|running)\s"
)
_GAPS = frozenset(" -\u00a0")
_INCHES = re.compile(r"[\s-]?(1[01]|[0-9])\s?(?:in(?:ch(?:es)?)?|[\"”″])(?![a-z])")


def _other_kinds(text: str) -> Iterator[Quantity]:
    digits_stand = _DIGIT.search(text) is not None
    named = english_vocabulary(text)
    listed = text.lstrip()[:1] in _LIST_STARTS or _LIST_LIKELY.search(text) is not None
    kinds: tuple[tuple[re.Pattern[str], Kind, bool], ...] = (
        (_REFERENCE, "reference", not named.isdisjoint(_LABELS) or _REFERENCE_LIKELY.search(text) is not None),
        (_ORDINAL, "ordinal", not named.isdisjoint(_RANKS) or _ORDINAL_LIKELY.search(text) is not None),
        (_LIST, "list", digits_stand and listed),
    )
    for pattern, kind, likely in kinds:
        for found in pattern.finditer(text) if likely else ():
            span = Span(*found.span())
            digits = re.findall(r"[0-9]+", found[0])
            yield Quantity(Decimal(digits[-1]) if digits else Decimal(0), None, "", "=", kind, span, span, found[0])


def _glued_words(text: str) -> Iterator[Numeral]:
    """`fiveHome`, `sevenThe`: a digit written as a word and stuck to the next."""
    if not holds_any(text, EN_DIGIT_WORDS):
        return
    for found in _DIGIT_AND_NEXT.finditer(text):
        head = letters_before(text, found.start())
        if not head or is_word(head):
            yield Numeral(Span(*found.span(1)), Decimal(EN_DIGIT_WORDS[found[1]]), digits=False)


def _figure(text: str, numeral: Numeral) -> _Figure:
    end = numeral.span.end
    # A unit stands close up, or behind a blank or a hyphen.
    for pos in (end,) if text[end : end + 1] not in _GAPS else (end + 1,) if text[end] != "-" else (end, end + 1):
        if found := unit_at(text, pos, "en"):
            unit, stop = found
            value = numeral.value
            if unit.code == "[ft_i]" and (inches := _INCHES.match(text, stop)):  # 6ft 4in
                value, stop = value + Decimal(inches[1]) / 12, inches.end()
            return _Figure(numeral, value, stop, unit.code)
    if (between := _BETWEEN_UNIT.match(text, end)) and (found := unit_at(text, between.end(), "en")):
        return _Figure(numeral, numeral.value, found[1], found[0].code)
    return _Figure(numeral, numeral.value, end, "count")


def _money_before(text: str, figure: _Figure) -> _Figure:
    """Read the sign or code of a currency before a figure: $3.5, HK$12 billion, CNY 320 million."""
    start = figure.numeral.span.start
    if figure.unit not in _MAYBE_MONEY or text[start - 1 : start] not in ENDS:
        return figure
    if not (found := ends_with(SIGN, text, start, REACH)):
        return figure
    return _Figure(figure.numeral, figure.value, figure.end, SIGNS[found[0].strip()], found.start())


def _measures(text: str, numerals: list[Numeral]) -> Iterator[Quantity]:
    index = 0
    while index < len(numerals):
        figure = _money_before(text, _figure(text, numerals[index]))
        index += 1
        if shared := _scale_of_list(text, figure, numerals, index):
            figure = shared
        upper = None
        if index < len(numerals):
            between = text[figure.end : numerals[index].span.start]
            if _RANGE.fullmatch(between) and _is_range(
                text, figure, between, candidate := _figure(text, numerals[index])
            ):
                upper, index = candidate, index + 1
        yield _measure(text, figure, upper)


def _scale_of_list(text: str, figure: _Figure, numerals: list[Numeral], index: int) -> _Figure | None:
    """6.29 and 6.05 trillion yuan: the scale and the unit that bare figures share with the last of their list.

    Args:
        text: the text.
        figure: a figure.
        numerals: the numerals of the text.
        index: which of them follows the figure.
    """
    end = figure.end
    for following in numerals[index : index + _LONGEST_LIST] if _is_bare(figure) else ():
        joint = text[end : following.span.start]
        if joint not in _LISTED or not following.digits:
            return None
        if following.scale > 1:
            last = _figure(text, following)
            shared = joint != ", " and last.value < _GROUP * following.scale
            return figure._replace(value=figure.value * following.scale, unit=last.unit) if shared else None
        end = following.span.end
    return None


def _is_bare(figure: _Figure) -> bool:
    """Whether a figure has digits and nothing else, and few of them."""
    numeral = figure.numeral
    return (
        figure.unit == "count" and numeral.digits and numeral.scale == 1 and figure.end == numeral.span.end
        and figure.value < _GROUP
    )  # fmt: skip


def _is_range(text: str, figure: _Figure, between: str, upper: _Figure) -> bool:
    """`10–15%`, `from 1 to 3`, `between 5 and 8`; a bare `and` joins two figures, not a range."""
    if figure.value >= upper.value:
        return False
    if upper.value > _WIDEST_RANGE * max(sharing_scale(figure.value, figure.numeral, upper.numeral), Decimal(1)):
        return False
    word = between.strip().lower()
    signed = figure.sign >= 0 and upper.unit == "count" and not word.isalpha()  # $480–1,980
    if figure.unit not in ("count", upper.unit) and not signed:
        return False
    head = text[max(0, figure.numeral.span.start - 9) : figure.numeral.span.start].lower()
    return word != "and" or head.rstrip().endswith("between")


def _measure(text: str, figure: _Figure, upper: _Figure | None) -> Quantity:
    last = upper or figure
    start = figure.numeral.span.start
    bound, left, right = english_bound(text, start if figure.sign < 0 else figure.sign, last.end)
    if figure.numeral.rough:
        bound = "~"
    low = figure.value
    unit = figure.unit if figure.sign >= 0 else last.unit  # $480–1,980
    if upper:
        low = sharing_scale(low, figure.numeral, upper.numeral)
    return Quantity(
        low, upper.value if upper else None, unit, bound, "measure", Span(left, right),
        Span(start, last.numeral.span.end), text[left:right],
    )  # fmt: skip


def read_english_quantities(text: str) -> list[Quantity]:
    """Read every figure of an English text; see `read_quantities`."""
    mask = name_mask(text)
    others = [quantity for quantity in _other_kinds(text) if not mask.covers(quantity.span.start)]
    others += (quantity for quantity in english_fractions(text) if not mask.covers(quantity.span.start))
    others += (quantity for quantity in english_multiples(text) if not mask.covers(quantity.span.start))
    numerals: list[Numeral] = english_numerals(text)
    if glued := list(_glued_words(text)):
        numerals = sorted([*numerals, *glued], key=lambda numeral: numeral.span)
    taken = Mask(quantity.span for quantity in others)
    clear = [one for one in numerals if not mask.covers(one.span.start)]
    free = [one for one in clear if not taken.meets(one.span)]
    dates = [quantity for quantity in english_dates(text, free) if not taken.meets(quantity.span)]
    if any(quantity.unit == "month" for quantity in dates):  # 23rd August: an ordinal beside a month is a day
        ordinals = Mask(quantity.span for quantity in others if quantity.kind == "ordinal")
        nth = [one for one in clear if ordinals.meets(one.span) and one.digits]
        days = [quantity for quantity in english_dates(text, nth) if quantity.unit == "day"] if nth else []
        named = Mask(quantity.span for quantity in days)
        others = [quantity for quantity in others if not named.meets(quantity.span)]
        dates += days
    dated = Mask(quantity.span for quantity in dates)
    rest = [numeral for numeral in free if not dated.meets(numeral.span)]
    quantities = in_order([*others, *dates, *_measures(text, rest)])
    # Kept within 37 μg/m³, 35 μg/m³ and 33 μg/m³ respectively.
    return with_shared_bounds(text, quantities, _LISTED) if "espectively" in text else quantities

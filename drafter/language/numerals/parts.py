"""Parts of large numbers: half a million, a quarter of a million, three quarters of a billion, half a dozen."""

import re
from decimal import Decimal

from drafter.language.numerals.numeral import Numeral
from drafter.language.tokens import english_vocabulary
from drafter.model import Span

_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "third": Decimal(1) / 3}
_MANY = {"two": 2, "three": 3}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_PART = re.compile(
    # Two and a half million is read as a whole elsewhere.
    rf"(?<![A-Za-z])(?<!and a )(?<!and-a-)(?:(?P<many>{'|'.join(_MANY)}|one|(?<!and )(?<!and-)an?)[\s-])?"
    rf"(?P<part>{'|'.join(_PARTS)})s?[\s-]"
    rf"(?:of[\s-])?(?:an?[\s-])?(?P<scale>{'|'.join(_SCALES)})(?![A-Za-z])",
    re.IGNORECASE,
)
_WORDS = frozenset([*_PARTS, *(f"{part}s" for part in _PARTS)])


def parts_of_scales(text: str) -> list[Numeral]:
    """Give the numerals of an English text that are a part of a larger number's word, in order.

    Args:
        text: English text.
    """
    words = english_vocabulary(text)
    if words.isdisjoint(_WORDS) or words.isdisjoint(_SCALES):
        return []
    return [
        Numeral(Span(*found.span()), _value(found), digits=False, scale=_SCALES[found["scale"].lower()])
        for found in _PART.finditer(text)
    ]


def _value(found: re.Match[str]) -> Decimal:
    many = _MANY.get((found["many"] or "").lower(), 1)
    value = _PARTS[found["part"].lower()] * many * _SCALES[found["scale"].lower()]
    return Decimal(int(value)) if value == int(value) else value

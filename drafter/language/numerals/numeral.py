"""A number as it stands in a text."""

from decimal import Decimal
from typing import NamedTuple

from drafter.model import Span


class Numeral(NamedTuple):
    """A number as it stands in a text.

    Attributes:
        span: where it stands, its scale word (万, million) included.
        value: what it is worth.
        digits: whether it is written with Arabic digits.
        rough: whether it names a size rather than a count (数十, 十几, 三四十, hundreds of).
        split: whether a stray space breaks its digits (`202 1`).
        scale: the factor of its scale word, 1 where there is none.
        more: whether it says that there are more (100多万, 20余亿).
    """

    span: Span
    value: Decimal
    digits: bool
    rough: bool = False
    split: bool = False
    scale: int = 1
    more: bool = False

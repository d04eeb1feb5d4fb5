"""Shares of one total that add up to more than it: 分别占总量的45%、38%和29%."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from drafter.language.around import ends_with
from drafter.language.quantities import quantities_of
from drafter.language.tokens import holds_any
from drafter.model import Quantity, Side, Span

_ZH_HEAD = re.compile(r"分别占[^，。；、0-9]{0,10}总[^，。；、0-9]{0,8}\Z")
_EN_HEAD = re.compile(r"(?:account(?:s|ed|ing)?\sfor|m[ai]de?\sup|making\sup|represent(?:s|ed|ing)?)\s\Z")
_EN_TAIL = re.compile(r",?\s(?:respectively,?\s)?of\s(?:the|all|its|their|total)(?![a-z])[^.;]{0,60}")
_JOINTS: Final[dict[Side, frozenset[str]]] = {
    "zh": frozenset(("、", "和", "，", "及", "以及")),
    "en": frozenset((", ", " and ", ", and ")),
}
_LIKELY: Final[dict[Side, tuple[str, ...]]] = {
    "zh": ("分别占",),
    "en": ("account", "make", "made", "making", "represent"),
}
_MOST, _FEWEST = Decimal("100.5"), 3  # shares that are rounded may make a little more than the whole


class Excess(NamedTuple):
    """Shares that are more than the whole.

    Attributes:
        span: from the first to the last.
        made: what they add up to, in percent.
    """

    span: Span
    made: Decimal


def shares_beyond(text: str, side: Side) -> Iterator[Excess]:
    """Give the lists of shares of one total, each told exactly, that add up to more than a hundred percent.

    Args:
        text: one side of a clause.
        side: its language.
    """
    if not holds_any(text, _LIKELY[side]):
        return
    shares = [one for one in quantities_of(text, side) if one.unit == "%" and one.value_max is None]
    for run in _lists(text, side, shares):
        made = sum((share.value for share in run), Decimal(0))
        if len(run) >= _FEWEST and made > _MOST and _of_one_total(text, side, run):
            yield Excess(Span(run[0].span.start, run[-1].span.end), made)


def _lists(text: str, side: Side, shares: list[Quantity]) -> list[list[Quantity]]:
    """The shares, list by list."""
    lists: list[list[Quantity]] = [shares[:1]]
    for one, other in pairwise(shares):
        if text[one.span.end : other.span.start] not in _JOINTS[side]:
            lists.append([])
        lists[-1].append(other)
    return lists


def _of_one_total(text: str, side: Side, run: list[Quantity]) -> bool:
    if any(one.bound != "=" for one in run):
        return False
    if side == "zh":
        return ends_with(_ZH_HEAD, text, run[0].span.start) is not None
    return bool(ends_with(_EN_HEAD, text, run[0].span.start) and _EN_TAIL.match(text, run[-1].span.end))

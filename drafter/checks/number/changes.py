"""What a change leads to, and by how much it goes: 降至10 as fell by 10, 下降10% as fell to 10%, ends turned about."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from drafter.checks.number.direction_words import EN_VERBS
from drafter.checks.number.figures import Figure
from drafter.language.around import before
from drafter.model import Span

_VERB = (
    "下降|降低|减少|回落|下调|压减|缩减|缩短|下跌|下滑|降|减|跌|增长|上升|提高|提升|增加|上涨|上调|攀升|回升|扩大"
    "|增|升|涨"
)
_ZH_TO = re.compile(rf"(?:{_VERB})(?:[到至]|为)(?:了)?\s*\Z")
_ZH_BY = re.compile(rf"(?:{_VERB})(?:了)?\s*\Z")
_ZH_FROM = re.compile(r"[由从自][^，。；,;]{0,6}\Z")
_ZH_THEN = re.compile(rf"[^，。；,;、]{{0,4}}(?:(?:{_VERB})?[到至]|(?:{_VERB})为)")
_WORDS = "|".join(sorted(EN_VERBS, key=len, reverse=True))
_EN_BY = re.compile(rf"(?<![A-Za-z])(?:{_WORDS})(?:\s[A-Za-z-]+){{0,4}}?\sby\s\Z", re.IGNORECASE)
_EN_TO = re.compile(rf"(?<![A-Za-z])(?:{_WORDS})(?:\s[a-z]+ly)?\sto\s\Z", re.IGNORECASE)
_EN_FROM = re.compile(r"(?<![A-Za-z])from\s\Z", re.IGNORECASE)
_EN_THEN = re.compile(r"\s(?:up\s|down\s)?to\s\Z", re.IGNORECASE)
_ZH_REACH, _EN_REACH = 12, 60
_PART_ENDS = re.compile(r"[,;:.](?![0-9])|[!?—]")


class Unlike(NamedTuple):
    """A change that the two sides tell differently.

    Attributes:
        source: its figure with its verb in the Chinese.
        target: which words of the English are wrong.
        meant: what shall stand there.
    """

    source: Span
    target: Span
    meant: str


def unlike_changes(matched: Sequence[tuple[Figure, Figure]], zh: str, en: str) -> Iterator[Unlike]:
    """Give the changes that lead to a figure on one side and go by it on the other, and those the other way round.

    Args:
        matched: figures of the same value on both sides.
        zh: the Chinese.
        en: the English.
    """
    told = Counter((one.dimension, one.base) for one, _ in matched)
    pairs = [pair for pair in matched if _is_sure(pair) and told[pair[0].dimension, pair[0].base] == 1]
    for one, other in pairs:
        start, place = one.quantity.span.start, other.quantity.span.start
        head = before(zh, start, _ZH_REACH)
        part = _PART_ENDS.split(before(en, place, _EN_REACH))[-1]
        led = _ZH_TO.search(head)
        if led and _EN_BY.search(part):
            yield Unlike(Span(start - len(head) + led.start(), one.quantity.span.end), Span(place - 3, place - 1), "to")
        elif (gone := _ZH_BY.search(head)) and _EN_TO.search(part) and "from" not in part:
            yield Unlike(
                Span(start - len(head) + gone.start(), one.quantity.span.end), Span(place - 3, place - 1), "by"
            )
    yield from _turned(pairs, zh, en)


def _is_sure(pair: tuple[Figure, Figure]) -> bool:
    one, other = pair
    plain = one.quantity.value_max is None and other.quantity.value_max is None and one.base == other.base
    return plain and not one.dated and not other.dated and "x" not in (one.unit, other.unit)


def _turned(pairs: Sequence[tuple[Figure, Figure]], zh: str, en: str) -> Iterator[Unlike]:
    """Two ends of a change that have changed places: 由15%提高到25%, from 25% to 15%."""
    ordered = sorted(pairs, key=lambda pair: pair[0].quantity.span)
    for (first, last), (second, start) in pairwise(ordered):
        ours = zh[first.quantity.span.end : second.quantity.span.start]
        theirs = en[start.quantity.span.end : last.quantity.span.start]
        if (
            first.unit == second.unit
            and _ZH_THEN.fullmatch(ours)
            and _ZH_FROM.search(before(zh, first.quantity.span.start, _ZH_REACH))
            and _EN_THEN.fullmatch(theirs)
            and _EN_FROM.search(before(en, start.quantity.span.start, 6))
        ):
            span = Span(start.quantity.figure.start, last.quantity.figure.end)
            middle = en[start.quantity.figure.end : last.quantity.figure.start]
            meant = f"{en[slice(*last.quantity.figure)]}{middle}{en[slice(*start.quantity.figure)]}"
            yield Unlike(Span(first.quantity.span.start, second.quantity.span.end), span, meant)

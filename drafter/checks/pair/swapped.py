"""Figures that stand beside another place than in the Chinese: both are there, and each has the other's."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drafter.checks.pair.differs import Differs
from drafter.checks.pair.places import Place
from drafter.model import Span

_FIGURE = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?(?<!,)")
_FEWEST = 2
_NEAR_ZH, _NEAR_EN = 24, 90
"""Characters between a place and its figure, at most."""
_ALL_AT_ONCE = re.compile("分别|依次|respectively|in that order")


class Named(NamedTuple):
    """A place that stands in a text.

    Attributes:
        place: the place.
        span: where it stands.
    """

    place: Place
    span: Span


def swapped(zh: str, en: str, ours: Iterable[Named], theirs: Iterable[Named]) -> Iterator[Differs]:
    """Give the places of the English that stand before the figure of another place.

    Args:
        zh: the Chinese text.
        en: its English.
        ours: the places of the Chinese, in order.
        theirs: those of them that the English names, in order.
    """
    if _ALL_AT_ONCE.search(zh) or _ALL_AT_ONCE.search(en):
        return
    one, other = _alternating(zh, ours, _NEAR_ZH), _alternating(en, theirs, _NEAR_EN)
    if len(one) < _FEWEST or set(one) != set(other):
        return
    if sorted(figure for figure, _ in one.values()) != sorted(figure for figure, _ in other.values()):
        return
    for place, (figure, span) in other.items():
        if figure != one[place][0]:
            yield Differs(span, one[place][1], "")


def _alternating(text: str, places: Iterable[Named], near: int) -> dict[Place, tuple[str, Span]]:
    """Give each place with the one figure behind it, where places and figures take turns throughout; else nothing."""
    named = list(places)
    if len({one.place for one in named}) != len(named) or len(named) < _FEWEST:
        return {}
    found: dict[Place, tuple[str, Span]] = {}
    ends = [one.span.start for one in named[1:]] + [len(text)]
    for one, end in zip(named, ends, strict=True):
        figures = _FIGURE.findall(text, one.span.end, min(end, one.span.end + near))
        if len(figures) != 1:
            return {}
        found[one.place] = figures[0].replace(",", ""), one.span
    return found if len({figure for figure, _ in found.values()}) == len(found) else {}

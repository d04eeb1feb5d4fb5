"""Directions turned round: a fall told as a rise."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.checks.context import ClauseContext
from drafter.checks.number.compare import compare
from drafter.checks.number.compared import Compared
from drafter.checks.number.direction_plain import turned_without_figure
from drafter.checks.number.direction_signs import turned_sign
from drafter.checks.number.direction_words import (
    Said,
    may_move,
    said_in_chinese,
    said_in_english,
    swapped,
    told_from_other_end,
)
from drafter.checks.number.figures import Figure, figures_of
from drafter.language.around import before
from drafter.model import N_, Finding, Fix, Message, Side, Span

_FAR = 100
_DIGIT = re.compile("[0-9]")


class NumberDirection(Compared):
    """A rise told as a fall, or a fall as a rise.

    What it does: where both sides have the same figure, compares the word that says which way it moves: 下降 as rose,
    增加 as reduce, 顺差 as deficit. It keeps silent where a second word in the same part of the sentence may turn the
    direction once more (降幅收窄, a slower decline). Without a figure, it compares the only word of direction on either
    side of a sentence where the same thing stands beside both.

    Why it is bad: the figure is right, and what it says is the contrary.

    Example: 同比下降12.7% -> `rose by 12.7%` (meant `fell by 12.7%`).

    Source: MQM, accuracy/mistranslation/number.
    """

    name = "number.direction"
    rank = 15

    def compared(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Compared.compared`."""
        zh, en = context.text("zh"), context.text(side)
        if sign := turned_sign(zh, en):
            words = Span(0, len(zh))
            yield self.finding(
                context, side, sign[0], _message(zh, en[slice(*sign[0])]), fix=Fix(sign[1], "suggested"),
                counterpart=words,
            )  # fmt: skip
            return
        if not may_move(zh):
            return
        yield from self._plain(context, side)
        matched = [pair for pair in compare(zh, en).matched if not pair[0].dated and not pair[1].dated]
        if not matched:
            return
        places = _places(zh, "zh")
        moved = [(*pair, meant) for pair in matched if (meant := _meant(zh, pair[0], places))]
        if not moved or told_from_other_end(zh, en):
            return
        ours, theirs, places = _told_once(zh, "zh"), _told_once(en, side), _places(en, side)
        for source, target, meant in moved:
            sure = _key(source) in ours and _key(target) in theirs
            said = _said(en, target, places) if sure else None
            if said is None or meant.direction + said.direction:
                continue
            words = Span(meant.span.start, source.quantity.span.end)
            better = swapped(en, said.span)
            span, fix = (better[0], Fix(better[1], "suggested")) if better else (said.span, None)
            message = _message(zh[slice(*words)], en[said.span.start : said.span.end])
            yield self.finding(context, side, span, message, fix=fix, counterpart=words)

    def _plain(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """Give the directions turned round that no figure goes with."""
        zh, en = context.text("zh"), context.text(side)
        if _DIGIT.search(zh):
            return
        for source, target in turned_without_figure(zh, en):
            better = swapped(en, target)
            span, fix = (better[0], Fix(better[1], "suggested")) if better else (target, None)
            yield self.finding(
                context, side, span, _message(zh[slice(*source)], en[slice(*target)]),
                fix=fix, counterpart=source, certainty="likely",
            )  # fmt: skip


def _message(source: str, target: str) -> Message:
    return Message(
        N_("The direction is turned round: the Chinese says “{source}”, the English “{target}”."),
        {"source": source, "target": target},
    )


def _meant(zh: str, figure: Figure, places: Sequence[Span]) -> Said | None:
    span = figure.quantity.span
    return said_in_chinese(zh, span, *_between(places, span))


def _said(en: str, figure: Figure, places: Sequence[Span]) -> Said | None:
    span = _with_start(en, figure.quantity.span, places)
    return said_in_english(en, span, *_between(places, span))


def _key(figure: Figure) -> tuple[object, ...]:
    return figure.dimension, figure.base


def _told_once(text: str, side: Side) -> set[tuple[object, ...]]:
    """The values that stand once in a text: of others it is unsure which answers which."""
    counted = Counter(_key(figure) for figure in figures_of(text, side) if not figure.dated)
    return {value for value, times in counted.items() if times == 1}


def _places(text: str, side: Side) -> list[Span]:
    """Where the measures of a text stand, in their order."""
    return sorted({figure.quantity.span for figure in figures_of(text, side) if not figure.dated})


def _between(places: Sequence[Span], span: Span) -> tuple[int, int]:
    """Give where the figure before one ends, and where the figure behind it begins."""
    first = bisect_left(places, Span(span.start, 0))
    behind = bisect_left(places, Span(span.end, 0))
    floor = places[first - 1].end if first else 0
    ceiling = places[behind].start if behind < len(places) else span.end + _FAR
    return floor, ceiling


def _with_start(text: str, span: Span, places: Sequence[Span]) -> Span:
    """Give a figure with the one from which it moved: of "from 13% to 9%" all behind the "from"."""
    at = bisect_left(places, span)
    if not at or text[places[at - 1].end : span.start] != " to ":
        return span
    start = places[at - 1].start
    return Span(start, span.end) if before(text, start, 6).endswith(" from ") else span

"""Yearly series that run against their own direction."""

from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.number.compared import SURE_PAIRING
from drafter.checks.number.trends import breaks
from drafter.checks.rule import Rule
from drafter.model import N_, Finding, Message, Side


class NumberTrend(Rule):
    """A yearly series that runs against its own direction.

    What it does: where a sentence gives one indicator for three years or more and says that it is to fall or to rise,
    points at the figure that does not. It may be meant, so this is only ever a suggestion. English that stands beside
    its Chinese is not marked: the Chinese has the same series, or differs in a figure, which is reported as such.

    Why it is bad: two digits swapped in a target show in nothing else.

    Example: `is to fall to 34, 43 and 32` -> `is to fall to 34, 33 and 32`.

    Source: MQM, accuracy/mistranslation/number.
    """

    name = "number.trend"
    digits = True
    severity = "major"
    mqm = "accuracy/mistranslation/number"
    sides = ("zh", "en")
    rank = 7

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        found = breaks(text, side)
        if not found or (side == "en" and context.paired and context.clause.confidence >= SURE_PAIRING):
            return
        for one in found:
            values = {"figure": one.at.text, "series": ", ".join(value.text for value in one.values)}
            message = Message(N_("“{figure}” runs against the direction of the series: {series}. Is it meant?"), values)
            yield self.finding(context, side, one.at.figure, message)

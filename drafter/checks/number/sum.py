"""Totals that their parts don't make."""

from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.number.compared import SURE_PAIRING
from drafter.checks.number.partsums import wrong_totals
from drafter.checks.rule import Rule
from drafter.language.quantities import write_number
from drafter.model import N_, Finding, Message, Side


class NumberSum(Rule):
    """A stated total that its stated parts don't make.

    What it does: adds up the parts that a sentence gives of a total, where there are three or more and nothing says
    that they are a choice: behind 其中 or a colon, or year by year. English that stands beside its Chinese is not
    marked: where its figures are those of the Chinese, the fault is the drafter's, and where they are others, that is
    what is reported.

    Why it is bad: either the total or a part is wrong, and whoever acts on it can't know which.

    Example: `20 schools: 9 in the north, 8 in the middle and 4 in the south` -> `21 schools: …`.

    Source: arithmetic; MQM, accuracy/mistranslation/number.
    """

    name = "number.sum"
    digits = True
    severity = "critical"
    mqm = "accuracy/mistranslation/number"
    sides = ("zh", "en")
    rank = 6
    independent = True

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        totals = wrong_totals(text, side)
        if not totals or (side == "en" and context.paired and context.clause.confidence >= SURE_PAIRING):
            return
        for total in totals:
            values = {"total": total.whole.text, "made": write_number(total.made)}
            message = Message(N_("The parts add up to {made}, but the total is said to be “{total}”."), values)
            yield self.finding(context, side, total.whole.span, message)

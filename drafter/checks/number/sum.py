"""Totals that their parts don't make."""

from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.number.compare import compare
from drafter.checks.number.compared import SURE_PAIRING
from drafter.checks.number.series import wrong_totals
from drafter.checks.rule import Rule
from drafter.language.quantities import write_number
from drafter.model import N_, Finding, Message, Side


class NumberSum(Rule):
    """A stated total that its stated parts don't make.

    What it does: adds up the parts that a sentence gives of a total, where there are three or more and nothing says
    that they are a choice. Where the Chinese has the same fault, only the Chinese is marked, for its drafter; where the
    English figures differ from the Chinese ones, that is what is reported.

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
        if not totals or (side == "en" and explained_by_source(context)):
            return
        for total in totals:
            values = {"total": total.whole.text, "made": write_number(total.made)}
            message = Message(N_("The parts add up to {made}, but the total is said to be “{total}”."), values)
            yield self.finding(context, side, total.whole.span, message)


def explained_by_source(context: ClauseContext) -> bool:
    """Tell whether an English fault is the source's own, or shows as a difference from it."""
    if not context.paired or context.clause.confidence < SURE_PAIRING:
        return False
    zh = context.text("zh")
    if wrong_totals(zh, "zh"):
        return True
    comparison = compare(zh, context.text("en"))
    return bool(comparison.differing or comparison.missing or comparison.extra)

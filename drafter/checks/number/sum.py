"""Totals that their parts don't make."""

from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.number.compared import SURE_PAIRING
from drafter.checks.number.partsums import wrong_totals
from drafter.checks.number.shares import shares_beyond
from drafter.checks.number.steps import wrong_steps
from drafter.checks.rule import Rule
from drafter.language.quantities import write_number
from drafter.model import N_, Finding, Message, Side


class NumberSum(Rule):
    """A stated total that its stated parts don't make.

    What it does: adds up the parts that a sentence gives of a total, where there are three or more and nothing says
    that they are a choice: behind 其中 or a colon, or year by year; and holds the step that is told beside a start and
    an end against them (由52%提高到70%，提高15个百分点). Shares of one total must not make more than it. English that
    stands beside its Chinese is not marked: where its figures are those of the Chinese, the fault is the drafter's, and
    where they are others, that is what is reported.

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
        if side == "en" and context.paired and context.clause.confidence >= SURE_PAIRING:
            return
        totals = wrong_totals(text, side)
        for total in totals:
            values = {"total": total.whole.text, "made": write_number(total.made)}
            message = Message(N_("The parts add up to {made}, but the total is said to be “{total}”."), values)
            yield self.finding(context, side, total.whole.span, message)
        for step in wrong_steps(text, side):
            told = {"start": step.start, "end": step.end, "step": text[step.span.start : step.span.end]}
            said = Message(N_("From “{start}” to “{end}” it is not “{step}”."), told)
            yield self.finding(context, side, step.span, said)
        for excess in shares_beyond(text, side):
            over = Message(N_("The shares add up to {made}%, more than the whole."), {"made": f"{excess.made:f}"})
            yield self.finding(context, side, excess.span, over)

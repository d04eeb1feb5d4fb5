"""What the English says and the Chinese does not: a sentence put in."""

from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.pair.coverage import added_sentences
from drafter.checks.rule import Rule
from drafter.model import N_, Finding, Fix, Message, Side

SURE_PAIRING = 0.8
"""Below this confidence nothing is said to be added: its source may only stand elsewhere."""


class PairAddition(Rule):
    """A sentence of the English has no source in the Chinese.

    What it does: looks for sentences hardly a word of which can stand for any word of the Chinese, beside others that
    say all of it.

    Why it is bad: the reader takes for ordered what nobody ordered.

    Example: 修复旧码头。 -> `The old wharf will be mended. Tickets shall cost less from next spring on.`

    Source: MQM, accuracy/addition.
    """

    name = "pair.addition"
    mqm = "accuracy/addition"
    severity = "major"
    rank = 67

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        if not context.paired or context.clause.confidence < SURE_PAIRING:
            return
        for span in added_sentences(context.text("zh"), context.text(side)):
            message = Message(N_("Nothing in the Chinese says this."))
            yield self.finding(context, side, span, message, fix=Fix("", "suggested"))

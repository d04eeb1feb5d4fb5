"""What the English says and the Chinese does not: a sentence put in."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.pair.coverage import added_sentences
from drafter.checks.rule import Rule
from drafter.model import N_, Certainty, Finding, Fix, Message, Side, Span

_STRANGE = 0.35
"""The share of a suspected sentence's words that the Chinese may explain."""
SURE_PAIRING = 0.8
"""Below this confidence nothing is said to be added: its source may only stand elsewhere."""

_WE = re.compile("(?<![让为给由跟和对与同向告诉把被使])我们(?:将|要|会)?(?!的)")


class PairAddition(Rule):
    """A sentence of the English has no source in the Chinese.

    What it does: looks for sentences hardly a word of which can stand for any word of the Chinese, beside others that
    say all of it; in the Chinese of a plan, for a “we” (我们将), which no plan says of itself.

    Why it is bad: the reader takes for ordered what nobody ordered.

    Example: 修复旧码头。 -> `The old wharf will be mended. Tickets shall cost less from next spring on.`

    Source: MQM, accuracy/addition.
    """

    name = "pair.addition"
    mqm = "accuracy/addition"
    severity = "major"
    rank = 67
    sides = ("zh", "en")

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        if side == "zh":
            yield from self._first_person(context)
            return
        if not context.paired or context.clause.confidence < SURE_PAIRING:
            return
        text = context.text(side)
        message, fix = Message(N_("Nothing in the Chinese says this.")), Fix("", "suggested")
        sure = set(added_sentences(context.text("zh"), text))
        suspected = set(added_sentences(context.text("zh"), text, _STRANGE)) if context.suspects else sure
        for span in sorted(sure | suspected):
            certainty: Certainty = "sure" if span in sure else "faint"
            yield self.finding(context, side, _with_blank(span, text), message, fix=fix, certainty=certainty)

    def _first_person(self, context: ClauseContext) -> Iterator[Finding]:
        """Look for a “we” in the Chinese of a plan: none speaks so, it comes from a translation."""
        if not context.facts.plan_year:
            return
        for found in _WE.finditer(context.text("zh")):
            message = Message(N_("No plan speaks of itself as “{text}”."), {"text": found[0]})
            yield self.finding(context, "zh", Span(*found.span()), message, fix=Fix("", "suggested"), severity="minor")


def _with_blank(span: Span, text: str) -> Span:
    """Take the blank behind a sentence along, or the one before the last, lest two or a trailing one stay behind."""
    end = span.end + len(text[span.end :]) - len(text[span.end :].lstrip())
    if end < len(text) or not span.start:
        return Span(span.start, end)
    return Span(len(text[: span.start].rstrip()), end)

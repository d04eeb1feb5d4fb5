"""A prohibition, a negation or an exception lost or added."""

from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.polarity import (
    carries_prohibition,
    exceptions_told_as_additions,
    forbidding,
    negates,
    prohibitions,
)
from drafter.language.sentences import split_sentences
from drafter.model import N_, Finding, Fix, Message, Side, Span

SURE_PAIRING = 0.6
"""Below this confidence the two sides of a clause are not compared."""


class PairPolarity(Rule):
    """A prohibition, a negation or an exception lost or added.

    What it does: where the Chinese forbids (严禁, 不得, 禁止) and nothing in the English sentence can carry it, or the
    English forbids and nothing in the Chinese does; and where 除……外 (except) reads “in addition to”.

    Why it is bad: the reader does what is forbidden, or leaves what is ordered.

    Example: 严禁新增产能 -> `add capacity`; 除应急车辆外 -> `in addition to emergency vehicles` (meant `except for`).

    Source: MQM, accuracy/mistranslation.
    """

    name = "pair.polarity"
    mqm = "accuracy/mistranslation"
    severity = "critical"
    rank = 64

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        if not context.paired or context.clause.confidence < SURE_PAIRING:
            return
        zh, en = context.text("zh"), context.text(side)
        for span, source in exceptions_told_as_additions(zh, en):
            rest = en[span.start + len("in addition to") : span.end]
            words = "Except for" if en[span.start].isupper() else "except for"
            message = Message(
                N_("The Chinese excepts: “{source}”; the English includes."), {"source": zh[slice(*source)]}
            )
            fix = Fix(words + rest, "suggested")
            yield self.finding(context, side, span, message, fix=fix, counterpart=source)
        yield from self._lost(context, zh, en)
        if not negates(zh):
            for span in forbidding(en):
                message = Message(N_("“{text}” forbids; nothing in the Chinese does."), {"text": en[slice(*span)]})
                yield self.finding(context, side, span, message)

    def _lost(self, context: ClauseContext, zh: str, en: str) -> Iterator[Finding]:
        """Look for prohibitions that no sentence of the English can carry."""
        forbidden = prohibitions(zh)
        if not forbidden or carries_prohibition(en):
            return
        sentences = split_sentences(en, "en")
        source = forbidden[0]
        share = source.start / max(1, len(zh))
        span = sentences[min(len(sentences) - 1, int(share * len(sentences)))] if sentences else Span(0, len(en))
        message = Message(N_("The Chinese forbids: “{source}”; the English does not."), {"source": zh[slice(*source)]})
        yield self.finding(context, "en", Span(*span), message, counterpart=source)

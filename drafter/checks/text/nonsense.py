"""Words that can't be what the source says."""

from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.countries import countries_out_of_place
from drafter.language.nonsense import find_nonsense
from drafter.model import N_, Finding, Fix, Message, Severity, Side

SURE_PAIRING = 0.8
"""Below this confidence the Chinese of a clause says nothing about its English."""


class TextNonsense(Rule):
    """Words that can't be what the source says, as the English alone shows.

    What it does: finds what machines make of Chinese word order (a level before the thing at that level, what replaces
    what turned round), pictures taken at their word, and, in a plan, countries that the Chinese does not name.

    Why it is bad: the reader learns nothing, or the opposite of what was ordered.

    Example: `at or above the county level parks` -> `parks at or above the county level`.

    Source: MQM, accuracy/mistranslation.
    """

    name = "text.nonsense"
    mqm = "accuracy/mistranslation"
    severity = "major"
    rank = 70

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        for found in find_nonsense(text):
            message = Message(
                N_("The words are in the wrong order.") if found.slight else N_("This makes no sense in English.")
            )
            fix = Fix(found.meant, "suggested") if found.meant is not None else None
            severity: Severity = "minor" if found.slight else self.severity
            yield self.finding(context, side, found.span, message, fix=fix, severity=severity)
        if context.facts.plan_year and context.paired and context.clause.confidence >= SURE_PAIRING:
            for span in countries_out_of_place(context.text("zh"), text):
                message = Message(N_("The Chinese does not name “{name}”: a sign was read as the country’s."),
                                  {"name": text[slice(*span)]})  # fmt: skip
                yield self.finding(context, side, span, message)

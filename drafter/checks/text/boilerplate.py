"""The web page's own words."""

from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.boilerplate import find_boilerplate
from drafter.model import N_, Finding, Fix, Message, Side


class TextBoilerplate(Rule):
    """The web page's own words, not the plan's.

    What it does: finds lines that came along when a page was copied: breadcrumbs, rights and registration, buttons to
    print or share, when it was put online and how often it was read.

    Why it is bad: they stand in the middle of an official text, and nobody issued them.

    Example: `Home > News > Notices` (meant: nothing).

    Source: MQM, accuracy/addition.
    """

    name = "text.boilerplate"
    mqm = "accuracy/addition"
    severity = "minor"
    sides = ("zh", "en")
    rank = 4

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        for span in find_boilerplate(context.text(side), side):
            message = Message(N_("This line belongs to a web page, not to the plan."))
            yield self.finding(context, side, span, message, fix=Fix("", "suggested"))

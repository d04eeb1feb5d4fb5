"""Something said twice."""

from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.repeats import find_repeats
from drafter.model import N_, Finding, Fix, Message, Side


class TextRepeated(Rule):
    """A word, a phrase or a sentence said twice.

    What it does: finds a phrase on both sides of “and” or of a comma, a word doubled, an item named again in its list,
    and a sentence that stands twice; what either language doubles on purpose is left alone.

    Why it is bad: two words of the source became one, so that something is lost; or the reader stumbles.

    Example: `both symptoms and symptoms` (meant `both symptoms and root causes`); 全流程、全流程.

    Source: MQM, fluency/duplication.
    """

    name = "text.repeated"
    mqm = "fluency/duplication"
    severity = "major"
    sides = ("zh", "en")
    rank = 69

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        repeats = list(find_repeats(text, side))
        if repeats and side == "en" and any(True for _ in find_repeats(context.text("zh"), "zh")):
            return  # the Chinese says it twice as well, and hears of it itself
        for repeat in repeats:
            values = {"text": text[slice(*repeat.span)]}
            if repeat.sure:
                message = Message(N_("Said twice: “{text}”."), values)
            else:
                message = Message(N_("Said twice: “{text}”; perhaps two unlike words were meant."), values)
            fix = Fix(repeat.text, "suggested") if repeat.sure else None
            yield self.finding(
                context, side, repeat.span, message, fix=fix, severity="minor" if repeat.sure else None,
                certainty="sure" if repeat.sure else "likely",
            )  # fmt: skip

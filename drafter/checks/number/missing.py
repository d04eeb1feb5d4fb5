"""Figures of the source that are lost, and figures of the target that have no source."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.number.compare import Comparison, compare
from drafter.checks.number.compared import Compared, own_span
from drafter.checks.number.figures import Figure
from drafter.checks.number.ranges import collapsed
from drafter.checks.number.shapes import place_for
from drafter.checks.number.stages import lost_stages
from drafter.checks.number.stages_named import unlike_name
from drafter.language.around import ends_with
from drafter.language.quantities import write_english
from drafter.model import N_, Finding, Fix, Message, Side, Span

_CHANGES = re.compile(
    r"(?<![A-Za-z])(?:ris(?:e|es|en|ing)|rose|fall(?:s|en|ing)?|fell|grow(?:s|n|ing)?|grew|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)"
    r"|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|reduc(?:e|es|ed|ing)|cut|improv(?:e|es|ed|ing)|up|down)\s?\Z",
    re.IGNORECASE,
)
_CHANGED_BY = re.compile(r"(?:提高|上升|增长|增加|下降|降低|减少|增幅|降幅)(?:了)?\Z")


class NumberMissing(Compared):
    """A figure of the source that has no counterpart.

    What it does: reports a firm figure of the Chinese that stands nowhere in the English, not even in words.

    Why it is bad: the limit or the target is gone.

    Example: 下降10% -> `decreased` (meant `decreased by 10%`).

    Source: MQM, accuracy/omission.
    """

    name = "number.missing"
    mqm = "accuracy/omission"

    def compared(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Compared.compared`."""
        zh, en = context.text("zh"), context.text(side)
        comparison = compare(zh, en)
        halves = {id(one.quantity) for one, _ in comparison.matched}
        named = unlike_name(zh, en, comparison.missing)
        # The two ends of a range are one loss.
        for figure in {id(one.quantity): one for one in reversed(comparison.missing)}.values():
            if id(figure.quantity) in halves or collapsed(figure.quantity, comparison, en):
                continue  # half a range, which `number.range` reports
            if named and named.source == figure.quantity.figure:
                continue  # the number of a name, which `number.value` reports
            message = Message(
                N_("“{source}” of the Chinese is missing from the English."), {"source": figure.quantity.text}
            )
            place = place_for(figure, comparison, zh, en)
            fix = _inserted(figure, comparison, place, zh, en)
            yield self.finding(context, side, place, message, fix=fix, counterpart=figure.quantity.span)
        for stage in lost_stages(zh, en):
            message = Message(
                N_("“{source}” of the Chinese is missing from the English."),
                {"source": zh[stage.source.start : stage.source.end]},
            )
            fix = Fix(stage.meant, "suggested") if stage.meant else None
            yield self.finding(context, side, stage.place, message, fix=fix, counterpart=stage.source)


def _inserted(figure: Figure, comparison: Comparison, place: Span, zh: str, en: str) -> Fix | None:
    """The words to put in, where the place is sure: behind a verb of change that has lost its measure."""
    if len(comparison.missing) > 1 or figure.unit not in ("%", "pp") or figure.quantity.value_max is not None:
        return None
    if not ends_with(_CHANGES, en, place.start) or not ends_with(_CHANGED_BY, zh, figure.quantity.span.start):
        return None
    gap = "" if en[place.start - 1 : place.start].isspace() else " "
    return Fix(f"{gap}by {write_english(figure.quantity)}", "suggested")


class NumberExtra(Compared):
    """A figure of the target that has no source.

    What it does: reports a figure of the English, in digits, that stands nowhere in the Chinese.

    Why it is bad: the plan never said so.

    Example: 大幅下降 -> `decrease by 20%`.

    Source: MQM, accuracy/addition.
    """

    name = "number.extra"
    mqm = "accuracy/addition"

    def compared(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Compared.compared`."""
        text = context.text(side)
        for figure in compare(context.text("zh"), text).extra:
            message = Message(N_("“{target}” has no source in the Chinese."), {"target": figure.quantity.text})
            yield self.finding(context, side, own_span(figure, text), message)

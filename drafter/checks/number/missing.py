"""Figures of the source that are lost, and figures of the target that have no source."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.number.compare import compare
from drafter.checks.number.compared import Compared, own_span
from drafter.checks.number.figures import Figure, figures_of
from drafter.checks.number.missing_parts import lost_days, lost_numbers
from drafter.checks.number.missing_place import Place, place_for
from drafter.checks.number.ranges import collapsed
from drafter.checks.number.stages import lost_stages
from drafter.checks.number.stages_named import unlike_name
from drafter.language.house_style import HouseStyle
from drafter.language.quantities import write_amount, write_english, write_figure
from drafter.model import N_, Finding, Fix, Message, Severity, Side, Span


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
            place = place_for(figure, comparison.matched, zh, en)
            fix = _inserted(figure, place, en, context.facts.style) if len(comparison.missing) == 1 else None
            retold = not place.shape and _is_retold_heading(zh, en)
            yield self._lost(context, place.span, figure.quantity.span, fix, severity="minor" if retold else None)
        american = context.facts.style.dates == "american"
        for day in lost_days(zh, en):
            words = f" {day.source.value:f}" if american else f"{day.source.value:f} "
            pos = day.month.end if american else day.month.start
            yield self._lost(context, Span(pos, pos), day.source.span, Fix(words, "suggested"))
        for source, gap, number in lost_numbers(zh, en):
            yield self._lost(context, gap, source, Fix(f" {number}", "suggested"))
        for stage in lost_stages(zh, en):
            yield self._lost(context, stage.place, stage.source, Fix(stage.meant, "suggested") if stage.meant else None)

    def _lost(
        self, context: ClauseContext, place: Span, source: Span, fix: Fix | None, severity: Severity | None = None
    ) -> Finding:
        words = {"source": context.text("zh")[source.start : source.end]}
        message = Message(N_("“{source}” of the Chinese is missing from the English."), words)
        return self.finding(context, "en", place, message, fix=fix, counterpart=source, severity=severity)


def _is_retold_heading(zh: str, en: str) -> bool:
    """Whether both sides are headings and the English one tells no figure at all, as those of news are written anew."""
    return not (_STOP.search(zh) or _STOP.search(en) or figures_of(en, "en"))


def _is_aside(zh: str, en: str, figure: Span) -> bool:
    """Whether a figure stands in brackets that the English alone has: a remark of the translator's own."""
    inside = any(found.start() < figure.start and figure.end <= found.end() for found in _ASIDE.finditer(en))
    return inside and not _BRACKET.search(zh)


def _inserted(figure: Figure, place: Place, en: str, style: HouseStyle) -> Fix | None:
    """The words to put in, where what stands around the place shows their shape."""
    quantity, pos = figure.quantity, place.span.start
    if place.shape == "change" and figure.unit in ("%", "pp"):
        words = f"by {write_english(quantity, style)}"
    elif place.shape == "unit":
        words = write_figure(quantity, style)
    elif place.shape in ("hole", "share"):
        words = write_amount(quantity, style)
    else:
        return None
    head = "" if pos == 0 or en[pos - 1].isspace() else " "
    tail = " " if en[pos : pos + 1].isalpha() else ""
    return Fix(f"{head}{words}{tail}", "suggested")


_STOP = re.compile(r"[。；，！？;]|[.!?]\s*\Z|[.;]\s")
_BRACKET = re.compile("[(（]")
_ASIDE = re.compile(r"\([^()]*\)")
_MOON = re.compile(r"(?:19|20)[0-9]{2}\s?years?\s?[0-9]{1,2}\s?(?:moon|month)", re.IGNORECASE)


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
        broken = [Span(*found.span()) for found in _MOON.finditer(text)]  # which `date.corrupt` reports
        for figure in compare(context.text("zh"), text).extra:
            if any(figure.quantity.figure.overlaps(date) for date in broken):
                continue
            message = Message(N_("“{target}” has no source in the Chinese."), {"target": figure.quantity.text})
            aside = _is_aside(context.text("zh"), text, figure.quantity.figure)
            severity: Severity | None = "minor" if aside else None
            yield self.finding(context, side, own_span(figure, text), message, severity=severity)

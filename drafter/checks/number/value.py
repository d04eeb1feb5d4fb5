"""Figures that differ from their source, or have none."""

import re
from abc import abstractmethod
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from drafter.checks.context import ClauseContext
from drafter.checks.number.compare import Figure, compare, in_shape_of, place_for
from drafter.checks.number.stages import lost_stages, unlike_ordinal
from drafter.checks.rule import Rule
from drafter.language.units import unit_at, unit_by_code
from drafter.model import N_, Finding, Fix, Message, Side, Span

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SURE_PAIRING = 0.5
_SHORT_MONTH = 3
_SCALE_WORDS = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def _is_power_of_ten(ratio: Fraction) -> bool:
    if ratio <= 0 or ratio == 1:
        return False
    big = ratio if ratio > 1 else 1 / ratio
    return big.denominator == 1 and str(big.numerator).strip("0") == "1"


def _own_span(figure: Figure, text: str) -> Span:
    """Where one end of a range stands, else the whole figure."""
    span = figure.quantity.figure
    if figure.quantity.value_max is None:
        return span
    written = text[span.start : span.end]
    parts = list(re.finditer(r"[0-9][0-9,.]*[0-9]|[0-9]", written))
    if len(parts) < 2:
        return span
    part = parts[0] if figure.value == figure.quantity.value else parts[-1]
    return Span(span.start + part.start(), span.start + part.end())


def _meant(source: Figure, target: Figure, shape: str) -> str:
    """The source's value in the target's unit and shape."""
    if target.quantity.unit == "month":
        return _MONTHS[int(source.value) - 1][: len(shape) if len(shape) == _SHORT_MONTH else None]
    unit = unit_by_code(target.quantity.unit)
    in_unit = source.base / unit.factor if unit and source.dimension == target.dimension else Fraction(source.value)
    found = re.search(r"[A-Za-z]+$", shape)
    factor = _SCALE_WORDS.get(found[0].lower().rstrip("s"), 1) if found else 1
    value = Decimal(in_unit.numerator) / Decimal(in_unit.denominator)
    return in_shape_of(value, shape, factor)


class _Compared(Rule):
    """A rule over the two sides' figures."""

    mqm = "accuracy/mistranslation/number"
    severity = "critical"
    rank = 5
    independent = True

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        if context.paired and context.clause.confidence >= _SURE_PAIRING:
            yield from self.compared(context, side)

    @abstractmethod
    def compared(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """Give the findings of a clause that has both sides and is surely paired."""

    def differing(self, context: ClauseContext, side: Side, *, dated: bool, scale: bool) -> Iterator[Finding]:
        text = context.text(side)
        for source, target in compare(context.text("zh"), text).differing:
            if (
                source.dated != dated
                or _is_power_of_ten(target.base / source.base if source.base else Fraction(0)) != scale
            ):
                continue
            span = _own_span(target, text)
            meant = _meant(source, target, text[span.start : span.end])
            values = {"source": source.quantity.text, "target": target.quantity.text, "meant": meant}
            yield self.finding(
                context,
                side,
                span,
                Message(self.said, values),
                fix=Fix(meant, "suggested"),
                counterpart=source.quantity.span,
            )

    said = N_("The Chinese says “{source}”, the English “{target}”; expected “{meant}”.")


class NumberValue(_Compared):
    """A figure that differs from its source.

    What it does: reads the figures of both sides by value, matches them, and reports a leftover of the English beside a
    leftover of the Chinese that measures the same.

    Why it is bad: a wrong figure in a published plan is a wrong order.

    Example: 32微克/立方米 -> `23 μg/m³` (meant `32 μg/m³`).

    Source: MQM, accuracy/mistranslation/number.
    """

    name = "number.value"

    def compared(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `_Compared.compared`."""
        yield from self.differing(context, side, dated=False, scale=False)
        zh, en = context.text("zh"), context.text(side)
        if ordinal := unlike_ordinal(zh, en):
            source, target, meant = ordinal
            values = {
                "source": zh[source.start : source.end], "target": en[target.start : target.end], "meant": meant,
            }  # fmt: skip
            yield self.finding(
                context, side, target, Message(self.said, values), fix=Fix(meant, "suggested"), counterpart=source
            )


class NumberScale(_Compared):
    """A figure that differs from its source by a power of ten.

    What it does: as number.value, where the two differ by ten, a hundred, … ten thousand.

    Why it is bad: 万 and 亿 have no English word, and a slip is off by ten thousand.

    Example: 30万千瓦 -> `30,000 kW` (meant `300,000 kW`).

    Source: MQM, accuracy/mistranslation/number.
    """

    name = "number.scale"
    said = N_("Wrong by a power of ten: the Chinese says “{source}”, the English “{target}”; expected “{meant}”.")

    def compared(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `_Compared.compared`."""
        yield from self.differing(context, side, dated=False, scale=True)


class NumberMissing(_Compared):
    """A figure of the source that has no counterpart.

    What it does: reports a firm figure of the Chinese that stands nowhere in the English, not even in words.

    Why it is bad: the limit or the target is gone.

    Example: 下降10% -> `decreased` (meant `decreased by 10%`).

    Source: MQM, accuracy/omission.
    """

    name = "number.missing"
    mqm = "accuracy/omission"

    def compared(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `_Compared.compared`."""
        zh, en = context.text("zh"), context.text(side)
        comparison = compare(zh, en)
        for figure in comparison.missing:
            message = Message(
                N_("“{source}” of the Chinese is missing from the English."), {"source": figure.quantity.text}
            )
            place = place_for(figure, comparison, zh, en)
            yield self.finding(context, side, place, message, counterpart=figure.quantity.span)
        for stage in lost_stages(zh, en):
            message = Message(
                N_("“{source}” of the Chinese is missing from the English."),
                {"source": zh[stage.source.start : stage.source.end]},
            )
            fix = Fix(stage.meant, "suggested") if stage.meant else None
            yield self.finding(context, side, stage.place, message, fix=fix, counterpart=stage.source)


class NumberExtra(_Compared):
    """A figure of the target that has no source.

    What it does: reports a figure of the English, in digits, that stands nowhere in the Chinese.

    Why it is bad: the plan never said so.

    Example: 大幅下降 -> `decrease by 20%`.

    Source: MQM, accuracy/addition.
    """

    name = "number.extra"
    mqm = "accuracy/addition"

    def compared(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `_Compared.compared`."""
        text = context.text(side)
        for figure in compare(context.text("zh"), text).extra:
            message = Message(N_("“{target}” has no source in the Chinese."), {"target": figure.quantity.text})
            yield self.finding(context, side, _own_span(figure, text), message)


class DateMismatch(_Compared):
    """A date that differs from its source.

    What it does: compares years, months and days of both sides.

    Why it is bad: the deadline is another one.

    Example: 9月底前 -> `by the end of October` (meant `September`).

    Source: MQM, accuracy/mistranslation/date.
    """

    name = "date.mismatch"
    mqm = "accuracy/mistranslation/date"

    def compared(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `_Compared.compared`."""
        for scale in (False, True):
            yield from self.differing(context, side, dated=True, scale=scale)


class NumberPercentPoint(_Compared):
    """Percentage points and percent confused.

    What it does: reports 个百分点 rendered as percent, and the other way round.

    Why it is bad: a rise from 20% by 5 percentage points ends at 25%, one by 5% at 21%.

    Example: 提高5个百分点 -> `by 5%` (meant `by 5 percentage points`).

    Source: GB/T 15835-2011; the house style for changes in a share.
    """

    name = "number.percent-point"

    def compared(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `_Compared.compared`."""
        text = context.text(side)
        for source, target in compare(context.text("zh"), text).unlike:
            if source.dimension == target.dimension or target.quantity.value_max is not None:
                continue
            span = _with_unit(target, text)
            figure = text[target.quantity.figure.start : target.quantity.figure.end]
            meant = f"{figure} percentage points" if source.quantity.unit == "pp" else f"{figure}%"
            message = Message(
                N_("The Chinese says “{source}”; it should read “{meant}”."),
                {"source": source.quantity.text, "meant": meant},
            )
            yield self.finding(
                context, side, span, message, fix=Fix(meant, "suggested"), counterpart=source.quantity.span
            )


class UnitMismatch(_Compared):
    """A unit of another size than the source's.

    What it does: reports the same figure in a unit of another size, such as 亩 rendered as hectares.

    Why it is bad: the amount is wrong though the digits are right.

    Example: 5万亩 -> `50,000 hectares` (meant `50,000 mu`).

    Source: the SI brochure; 15 亩 are 1 hectare.
    """

    name = "unit.mismatch"
    mqm = "accuracy/mistranslation/unit"

    def compared(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `_Compared.compared`."""
        text = context.text(side)
        for source, target in compare(context.text("zh"), text).unlike:
            unit = unit_by_code(source.quantity.unit)
            if source.dimension != target.dimension or unit is None:
                continue
            whole = _with_unit(target, text)
            start = target.quantity.figure.end
            span = Span(start + (text[start : start + 1] in " -"), whole.end)
            message = Message(
                N_("The Chinese says “{source}”; the unit should be “{meant}”."),
                {"source": source.quantity.text, "meant": unit.shown},
            )
            yield self.finding(
                context, side, span, message, fix=Fix(unit.shown, "suggested"), counterpart=source.quantity.span
            )


def _with_unit(figure: Figure, text: str) -> Span:
    """The figure with its unit, without its bounds."""
    span = figure.quantity.figure
    for pos in (span.end, span.end + 1):
        if found := unit_at(text, pos, "en"):
            return Span(span.start, found[1])
    return span

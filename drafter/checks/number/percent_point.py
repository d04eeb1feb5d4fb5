"""Percentage points and percent confused."""

from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.number.compare import Comparison, compare
from drafter.checks.number.compared import Compared, with_unit
from drafter.checks.number.figures import Figure
from drafter.language.house_style import HouseStyle
from drafter.language.quantities import write_number
from drafter.model import N_, Finding, Fix, Message, Side


class NumberPercentPoint(Compared):
    """Percentage points and percent confused.

    What it does: reports 个百分点 rendered as percent, and the other way round.

    Why it is bad: a rise from 20% by 5 percentage points ends at 25%, one by 5% at 21%.

    Example: 提高5个百分点 -> `by 5%` (meant `by 5 percentage points`).

    Source: GB/T 15835-2011; the house style for changes in a share.
    """

    name = "number.percent-point"
    digits = True

    def compared(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Compared.compared`."""
        text = context.text(side)
        comparison = compare(context.text("zh"), text)
        unlike = [pair for pair in comparison.unlike if not _is_difference(pair[1], comparison)]
        # The two ends of a range are one mistake.
        for source, target in {id(target.quantity): (source, target) for source, target in unlike}.values():
            if {source.unit, target.unit} != {"%", "pp"}:
                continue
            span = with_unit(target, text)
            figure = text[target.quantity.figure.start : target.quantity.figure.end]
            meant = _written(figure, source, context.facts.style)
            message = Message(
                N_("The Chinese says “{source}”; it should read “{meant}”."),
                {"source": source.quantity.text, "meant": meant},
            )
            yield self.finding(
                context, side, span, message, fix=Fix(meant, "suggested"), counterpart=source.quantity.span
            )


def _written(figure: str, source: Figure, style: HouseStyle) -> str:
    """The figure as it stands, with the unit that it should have."""
    digits = figure[-1:].isdigit()
    if source.unit == "pp":
        figure = figure if digits or figure.isalpha() else write_number(source.value, style)  # two tenths of a point
        return f"{figure} percentage point{'' if source.value == 1 else 's'}"
    if style.percent == "%" and digits:
        return f"{figure}%"
    return f"{figure} {'percent' if style.percent == '%' else style.percent}"


def _is_difference(target: Figure, comparison: Comparison) -> bool:
    """Whether points of the English are the distance between two shares: then the Chinese 下降0.3% is loose."""
    shares = [other.base for _, other in comparison.matched if other.unit == "%"]
    return target.unit == "pp" and any(high - low == target.base for high in shares for low in shares)

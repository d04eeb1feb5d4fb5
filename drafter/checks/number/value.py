"""Figures that differ from their source."""

from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.number.changes import unlike_changes
from drafter.checks.number.compare import compare
from drafter.checks.number.compared import Compared
from drafter.checks.number.exchanged import exchanged
from drafter.checks.number.ordinals import unlike_ordinal
from drafter.checks.number.ranks import unlike_ranks
from drafter.checks.number.rough import unlike_rough
from drafter.checks.number.stages_named import unlike_name
from drafter.model import N_, Finding, Fix, Message, Side


class NumberValue(Compared):
    """A figure that differs from its source.

    What it does: reads the figures of both sides by value, matches them, and reports a leftover of the English beside a
    leftover of the Chinese that measures the same. Multiples are compared by how many times as much there is
    (增长两倍 is tripled, 翻两番 quadrupled), ordinals by their number. Right figures in the wrong order, each told of
    what another one belongs to, are reported too.

    Why it is bad: a wrong figure in a published plan is a wrong order.

    Example: 32微克/立方米 -> `23 μg/m³` (meant `32 μg/m³`).

    Source: MQM, accuracy/mistranslation/number.
    """

    name = "number.value"

    def compared(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Compared.compared`."""
        yield from self.differing(context, side, scale=False)
        zh, en = context.text("zh"), context.text(side)
        comparison = compare(zh, en)
        odd = unlike_ordinal(zh, en) or unlike_name(zh, en, comparison.missing)
        for source, target, meant in (
            *([odd] if odd else ()), *unlike_changes(comparison.matched, zh, en), *unlike_ranks(zh, en),
            *unlike_rough(zh, en), *exchanged(comparison.matched, zh, en),
        ):  # fmt: skip
            values = {
                "source": zh[source.start : source.end], "target": en[target.start : target.end], "meant": meant,
            }  # fmt: skip
            yield self.finding(
                context, side, target, Message(self.said, values), fix=Fix(meant, "suggested"), counterpart=source
            )


class NumberScale(Compared):
    """A figure that differs from its source by a power of ten.

    What it does: as number.value, where the two differ by ten, a hundred, … ten thousand.

    Why it is bad: 万 and 亿 have no English word, and a slip is off by ten thousand.

    Example: 30万千瓦 -> `30,000 kW` (meant `300,000 kW`).

    Source: MQM, accuracy/mistranslation/number.
    """

    name = "number.scale"
    said = N_("Wrong by a power of ten: the Chinese says “{source}”, the English “{target}”; expected “{meant}”.")

    def compared(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Compared.compared`."""
        yield from self.differing(context, side, scale=True)

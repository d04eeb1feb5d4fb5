"""Figures that differ from their source."""

from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.number.changes import unlike_changes
from drafter.checks.number.compare import Comparison, compare
from drafter.checks.number.compared import Compared
from drafter.checks.number.exchanged import exchanged
from drafter.checks.number.ordinals import unlike_ordinal
from drafter.checks.number.ranks import unlike_ranks
from drafter.checks.number.rough import unlike_rough
from drafter.checks.number.shapes import in_shape_of
from drafter.checks.number.stages_named import unlike_name
from drafter.checks.number.words import unlike_word
from drafter.model import N_, Finding, Fix, Message, Side, Span


class NumberValue(Compared):
    """A figure that differs from its source.

    What it does: reads the figures of both sides by value, matches them, and reports a leftover of the English beside a
    leftover of the Chinese that measures the same. Multiples are compared by how many times as much there is
    (增长两倍 is tripled, 翻两番 quadrupled), ordinals by their number. In lists told one by one (分别, respectively)
    right figures in the wrong order are reported too, and so is a number in words that nothing in the Chinese says.

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
        odd = unlike_ordinal(zh, en, comparison.matched) or unlike_name(zh, en, comparison.missing)
        for source, target, meant in (
            *([odd] if odd else ()), *unlike_changes(comparison.matched, zh, en), *unlike_ranks(zh, en),
            *unlike_rough(zh, en), *exchanged(comparison.matched, zh, en),
            *self._in_words(zh, en, comparison, context),
        ):  # fmt: skip
            values = {
                "source": zh[source.start : source.end], "target": en[target.start : target.end], "meant": meant,
            }  # fmt: skip
            yield self.finding(
                context, side, target, Message(self.said, values), fix=Fix(meant, "suggested"), counterpart=source
            )

    @staticmethod
    def _in_words(zh: str, en: str, comparison: Comparison, context: ClauseContext) -> Iterator[tuple[Span, Span, str]]:
        if odd := unlike_word(zh, en, comparison):
            shape = en[odd.target.start : odd.target.end]
            yield odd.source, odd.target, in_shape_of(odd.meant, shape, 1, context.facts.style)


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

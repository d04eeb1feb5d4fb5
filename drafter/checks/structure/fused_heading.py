"""An item stuck to the end of the one before."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.model import N_, Finding, Fix, Message, Side, Span

# The full stop of the item before, left at the head of the line: ". 4. Accelerate".
_LED = re.compile(r"[.。．]\s{0,3}(?P<marker>[0-9]{1,2}[.、])(?=\s*[A-Z\u4e00-\u9fff])")
# An item number in mid-paragraph, behind a full stop, before a word with a capital.
_INSIDE = re.compile(r"(?<=[a-z0-9)][.;])\s+(?P<number>[0-9]{1,2})\.\s+(?=[A-Z][a-z]+\s+[a-z])")
_OWN = re.compile(r"\s*(?P<number>[0-9]{1,2})\s?[.、．]")
_ZH_ITEM = re.compile(r"(?<![0-9.])(?P<number>[0-9]{1,2})[.、．](?![0-9])")


class StructureFusedHeading(Rule):
    """A heading or an item stuck to the end of the one before.

    What it does: finds the full stop of the item before at the head of a line, and the number of the next item in the
    midst of a paragraph, where it counts on from the paragraph's own and the Chinese has no second item there.

    Why it is bad: an item has no line of its own, and nobody finds it.

    Example: `… supplies. 4. Accelerate …` (meant: a paragraph of its own); `. 4. Accelerate` -> `4. Accelerate`.

    Source: MQM, fluency/structure.
    """

    name = "structure.fused-heading"
    severity = "major"
    mqm = "fluency/structure"
    rank = 13

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        if led := _LED.match(text):
            meant = led["marker"]
            message = Message(N_("The item before has run into this one; it should begin “{meant}”."), {"meant": meant})
            yield self.finding(context, side, Span(0, led.end()), message, fix=Fix(meant, "safe"))
        own = _OWN.match(text)
        if own is None:
            return
        expected = int(own["number"]) + 1
        if expected in {int(found["number"]) for found in _ZH_ITEM.finditer(context.text("zh"))}:
            return  # the Chinese has both in one paragraph as well
        for found in _INSIDE.finditer(text):
            if int(found["number"]) == expected:
                message = Message(N_("Item {number} has run into the one before; it needs a line of its own."),
                                  {"number": expected})  # fmt: skip
                fix = Fix(f"\n{found['number']}. ", "suggested")
                yield self.finding(context, side, Span(*found.span()), message, fix=fix)
                expected += 1

"""Characters that a scan's recognition took for others of the same shape."""

from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.lookalikes import find_lookalikes
from drafter.model import N_, Finding, Fix, Message, Side

_WRITTEN_SO = str.maketrans("○零", "〇〇")


class EncodingLookalike(Rule):
    """Characters that a scan's recognition took for others of the same shape.

    What it does: finds 曰 for 日, 干 for 千 or 于, 人 for 入, O and l in figures, 0 and 1 in words, and Cyrillic or
    Greek letters in Latin ones, where what stands round them shows that nothing sound can be meant.

    Why it is bad: a figure with a letter in it is no figure to any program, and a wrong character changes the order.

    Example: 8月23曰 -> 8月23日; `2O23` -> `2023`; 二O二三年 -> 二〇二三年; 防冶 -> 防治; `po1icy` -> `policy`.

    Source: GB/T 15835-2011, 4.1 and 5.1 (〇 in years); Unicode Technical Standard 39 (confusable characters).
    """

    name = "encoding.lookalike"
    severity = "major"
    mqm = "fluency/character-encoding"
    sides = ("zh", "en")
    rank = 2

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        for found in find_lookalikes(context.text(side), side):
            message = Message(N_("Misread: this looks like “{meant}” but is not."), {"meant": found.meant})
            fix = Fix(found.meant, "safe" if found.sure else "suggested")
            written = context.text(side)[slice(*found.span)]
            habit = written.translate(_WRITTEN_SO) == found.meant  # as many write years, and no misreading
            yield self.finding(context, side, found.span, message, fix=fix, severity="minor" if habit else None)

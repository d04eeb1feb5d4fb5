"""Bounds torn from their figure."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.units import unit_at
from drafter.model import Finding, Fix, Message, N_, Side, Span

# 以上, 以内, 左右 stand behind the figure in Chinese; translated word by word they are stuck there.
_MEANT = {
    "Above": "{figure} or more", "Over": "{figure} or more", "More than": "{figure} or more",
    "Below": "{figure} or less", "Under": "{figure} or less", "Less than": "{figure} or less", "Within": "{figure} or less",
    "About": "about {figure}", "Around": "about {figure}", "Left and right": "about {figure}",
}  # fmt: skip
_BOUND = re.compile(
    r"(?<![A-Za-z])(?P<figure>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?[%％]?)(?P<bound>Above|Over|More than|Below|Under|Less than|Within|About|Around|Left and right)(?![a-z])"
    r"(?P<noun> (?:home|households?|sets|individual)(?=[.,;]| and))?"
)
_AFTER_UNIT = re.compile(r"(?<=[A-Za-z³²3])(?P<bound>Above|Below|Within|About|Around)(?![a-z])")


class NumberBound(Rule):
    """A bound left behind its figure.

    What it does: finds Above, Within, About and their like stuck to the end of a figure or of its unit.

    Why it is bad: whether a limit is an upper or a lower one hangs on this word.

    Example: `reached.70%Above` -> `70% or more`; `34μg/m³Within` -> `34μg/m³ or less`.

    Source: GB/T 15835-2011 and the Civil Code, article 1259: 以上, 以内 count the figure itself.
    """

    name = "number.bound"
    severity = "major"
    mqm = "accuracy/mistranslation"
    rank = 16

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        for found in _BOUND.finditer(text):
            meant = _MEANT[found["bound"]].format(figure=found["figure"])
            yield self._torn(context, side, Span(*found.span()), meant)
        for found in _AFTER_UNIT.finditer(text):
            if _behind_unit(text, found.start()):
                meant = _MEANT[found["bound"]].format(figure="")
                yield self._torn(context, side, Span(*found.span()), meant if meant[0] == " " else " or so")

    def _torn(self, context: ClauseContext, side: Side, span: Span, meant: str) -> Finding:
        message = Message(N_("The bound has come off its figure; it should read “{meant}”."), {"meant": meant.strip()})
        return self.finding(context, side, span, message, fix=Fix(meant, "safe"))


def _behind_unit(text: str, end: int) -> bool:
    """Whether a figure and its unit, sound or damaged, end here."""
    head = re.search(r"[0-9]\s?[^\s0-9,.;][^\s,.;]*$", text[max(0, end - 24) : end])
    if not head:
        return False
    start = max(0, end - 24) + head.start() + 1
    while text[start] == " ":
        start += 1
    found = unit_at(text, start, "en")
    return found is not None and found[1] == end

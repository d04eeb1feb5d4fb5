"""Bounds torn from their figure."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.around import ends_with
from drafter.language.units import unit_at
from drafter.model import N_, Finding, Fix, Message, Side, Span

# 以上, 以内, 左右 stand behind the figure in Chinese; translated word by word they are stuck there.
_MEANT = {
    word: meant
    for words, meant in (
        (("Above", "Over", "More than"), "{figure} or more"),
        (("Below", "Under", "Less than", "Within"), "{figure} or less"),
        (("About", "Around", "Left and right"), "about {figure}"),
    )
    for word in words
}
_BOUND = re.compile(
    rf"""
    (?<![A-Za-z])(?P<figure>[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?[%％]?)
    (?P<bound>{"|".join(_MEANT).replace(" ", "[ ]")})(?![a-z])
    # A measure word (家, 个) stuck behind it as well.
    (?P<noun>[ ](?:home|households?|sets|individual)(?=[.,;]|[ ]and))?
    """,
    re.VERBOSE,
)
_AFTER_UNIT = re.compile(r"(?<=[A-Za-z³²3])(?P<bound>Above|Below|Within|About|Around)(?![a-z])")
_FIGURE_AND_UNIT = re.compile(r"[0-9]\s?(?P<unit>[^\s0-9,.;][^\s,.;]*)\Z")
_LONGEST_UNIT = 24


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
    figure = ends_with(_FIGURE_AND_UNIT, text, end, _LONGEST_UNIT)
    found = unit_at(text, figure.start("unit"), "en") if figure else None
    return found is not None and found[1] == end

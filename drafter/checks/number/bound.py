"""Bounds torn from their figure."""

import re
from collections import Counter
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.number.compare import compare
from drafter.checks.rule import Rule
from drafter.language.around import ends_with
from drafter.language.units import unit_at
from drafter.model import N_, Finding, Fix, Message, Quantity, Side, Span

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
    (?<![0-9])(?P<figure>[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?[%％]?)
    (?P<bound>{"|".join(_MEANT).replace(" ", "[ ]")})(?![a-z])
    # A measure word (家, 个) stuck behind it as well.
    (?P<noun>[ ](?:home|households?|sets|individual)(?=[.,;]|[ ]and))?
    """,
    re.VERBOSE,
)
_CAPITAL_BOUND = re.compile("|".join(_MEANT))
_AFTER_UNIT = re.compile(r"(?<=[A-Za-z³²3])(?P<bound>Above|Below|Within|About|Around)(?![a-z])")
_FIGURE_AND_UNIT = re.compile(r"[0-9]\s?(?P<unit>[^\s0-9,.;][^\s,.;]*)\Z")
_LONGEST_UNIT = 24
_PART_REACH = 80
_SURE_PAIRING = 0.5


# Bounds that say the opposite of each other, so that one for the other can't be a matter of style.
_OPPOSITE = {
    "no less than": "no more than",
    "not less than": "not more than",
    "no fewer than": "no more than",
    "not fewer than": "not more than",
    "no lower than": "no higher than",
    "not lower than": "not higher than",
    "no higher than": "no lower than",
    "not higher than": "not lower than",
    "at least": "at most",
    "at most": "at least",
    "no more than": "no less than",
    "not more than": "not less than",
    "not be less than": "not be more than",
    "not be more than": "not be less than",
    "not be lower than": "not be higher than",
    "not be higher than": "not be lower than",
    "not exceeding": "not less than",
    "not exceed": "not be less than",
    "fewer than": "more than",
    "greater than": "less than",
    "higher than": "lower than",
    "lower than": "higher than",
    "below": "above",
    "under": "over",
    "less than": "more than",
    "above": "below",
    "over": "under",
    "more than": "less than",
    "up to": "at least",
    "within": "at least",
}
_SAID = re.compile(rf"(?:{'|'.join(sorted(_OPPOSITE, key=len, reverse=True))})(?=\s)", re.IGNORECASE)
_BEHIND = {
    f"{joint} {word}": f"{joint} {other}"
    for joint in ("or", "and")
    for one, two in (("more", "less"), ("above", "below"), ("over", "under"), ("higher", "lower"), ("greater", "less"))
    for word, other in ((one, two), (two, one))
} | {"or fewer": "or more", "or less": "or more"}
_SAID_BEHIND = re.compile(rf"(?:{'|'.join(_BEHIND)})(?![A-Za-z])", re.IGNORECASE)
_STRICT = frozenset(
    (
        "fewer than",
        "greater than",
        "higher than",
        "lower than",
        *_BEHIND,
        "below",
        "under",
        "less than",
        "above",
        "over",
        "more than",
        "up to",
        "within",
    )
)
_LOWER, _UPPER = (">=", ">"), ("<=", "<")
# A ban turns a limit round (不得新建35蒸吨以下 may be "only above"), so there only the doubled forms are compared.
_ZH_BAN = re.compile(r"不得|不准|禁止|严禁|不再|不予|不能|不到|不足|除.{0,12}外|未|没有|以外|原则上不|仅|只")
_EN_BAN = re.compile(
    r"(?<![A-Za-z])(?:not|no|never|only|unless|except|ban\w*|prohibit\w*|forbid\w*|without|other than|cannot|fail\w*)"
    r"(?![A-Za-z])",
    re.IGNORECASE,
)


class NumberBound(Rule):
    """A bound left behind its figure, or turned round.

    What it does: finds Above, Within, About and their like stuck to the end of a figure or of its unit, and a bound
    that says the opposite of its source's (critical): 不低于 as no more than.

    Why it is bad: whether a limit is an upper or a lower one hangs on this word.

    Example: `reached.70%Above` -> `70% or more`; `34μg/m³Within` -> `34μg/m³ or less`.

    Source: GB/T 15835-2011 and the Civil Code, article 1259: 以上, 以内 count the figure itself.
    """

    name = "number.bound"
    digits = True
    severity = "major"
    mqm = "accuracy/mistranslation"
    rank = 16

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        if context.paired and context.clause.confidence >= _SURE_PAIRING:
            yield from self._reversed(context, side)
        if not _CAPITAL_BOUND.search(text):
            return
        for found in _BOUND.finditer(text):
            meant = _MEANT[found["bound"]].format(figure=found["figure"])
            yield self._torn(context, side, Span(*found.span()), meant)
        for found in _AFTER_UNIT.finditer(text):
            if _behind_unit(text, found.start()):
                meant = _MEANT[found["bound"]].format(figure="")
                yield self._torn(context, side, Span(*found.span()), meant if meant[0] == " " else " or so")

    def _reversed(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        zh, en = context.text("zh"), context.text(side)
        matched = compare(zh, en).matched
        values = Counter((figure.dimension, figure.base) for pair in matched for figure in pair)
        for source, target in matched:
            upper, lower = (source.quantity.bound in senses for senses in (_UPPER, _LOWER))
            turned = (upper and target.quantity.bound in _LOWER) or (lower and target.quantity.bound in _UPPER)
            if not turned or values[source.dimension, source.base] > 2:
                continue
            said = _said(target.quantity, en)
            if not said:
                continue
            words = said[0].lower()
            if words in _STRICT and (_banned(_ZH_BAN, zh, source.quantity) or _banned(_EN_BAN, en, target.quantity)):
                continue
            meant = _OPPOSITE.get(words) or _BEHIND[words]
            meant = meant[0].upper() + meant[1:] if said[0][0].isupper() else meant
            message = Message(
                N_("The bound is turned round: the Chinese says “{source}”; it should read “{meant}”."),
                {"source": source.quantity.text, "meant": meant},
            )
            yield self.finding(
                context, side, Span(*said.span()), message,
                fix=Fix(meant, "suggested"), severity="critical", counterpart=source.quantity.span,
            )  # fmt: skip

    def _torn(self, context: ClauseContext, side: Side, span: Span, meant: str) -> Finding:
        message = Message(N_("The bound has come off its figure; it should read “{meant}”."), {"meant": meant.strip()})
        return self.finding(context, side, span, message, fix=Fix(meant, "safe"))


def _behind_unit(text: str, end: int) -> bool:
    """Whether a figure and its unit, sound or damaged, end here."""
    figure = ends_with(_FIGURE_AND_UNIT, text, end, _LONGEST_UNIT)
    found = unit_at(text, figure.start("unit"), "en") if figure else None
    return found is not None and found[1] == end


def _said(quantity: Quantity, en: str) -> re.Match[str] | None:
    """Find the words of a bound, before the figure or behind it."""
    lead = _SAID.match(en, quantity.span.start, quantity.figure.start)
    return lead or _SAID_BEHIND.search(en, quantity.figure.end, quantity.span.end)


_PART_ENDS = re.compile("[，。；：;!?！？:]|[,.](?![0-9])")


def _banned(ban: re.Pattern[str], text: str, quantity: Quantity) -> bool:
    """Whether a ban stands in the same part of the sentence as a figure, outside its own words."""
    before = text[max(0, quantity.span.start - _PART_REACH) : quantity.span.start]
    after = text[quantity.span.end : quantity.span.end + _PART_REACH]
    return bool(ban.search(_PART_ENDS.split(before)[-1]) or ban.search(_PART_ENDS.split(after)[0]))

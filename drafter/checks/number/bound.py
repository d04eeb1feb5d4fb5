"""Bounds torn from their figure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from drafter.checks.context import ClauseContext
from drafter.checks.number.bound_words import may_be_turned, opposite, said_bound, tells_no_bound
from drafter.checks.number.compare import compare
from drafter.checks.number.compared import Compared
from drafter.checks.number.figures import Figure
from drafter.checks.rule import Rule
from drafter.language.around import ends_with
from drafter.language.quantities import quantities_of
from drafter.language.units import unit_at
from drafter.model import N_, Bound, Finding, Fix, Message, Quantity, Side, Span

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


_LOWER, _UPPER = (">=", ">"), ("<=", "<")
_LIMIT = (*_LOWER, *_UPPER)
_ROUND = re.compile("左右|上下")
# Words of the Chinese that set a limit, which no style leaves out; a time told by 内 is one in any words.
_LIMITS = re.compile(
    r"以上|以下|以内|不低于|不少于|不小于|不得低于|不得少于|不超过|不高于|不大于|不多于|不得超过|不得高于|至少|最少"
    # What a place can hold is a limit in any words.
    r"|(?:最多|至多)(?!可?[容接承载])"
)
_TIMES = frozenset(("a", "mo", "wk", "d", "h", "min", "s"))
_NEAR = re.compile(r"近|将近|接近")
_EN_NEAR = re.compile(r"(?:nearly|almost|close\sto)\s", re.IGNORECASE)
# Less than so much: told in any of these ways by the Chinese, or of a limit that is broken through.
_EN_LESS = re.compile(r"(?:less|fewer)\sthan\s|under\s", re.IGNORECASE)
_ZH_LESS = re.compile(r"[不未少低下内近缺小差跌破]|仅|只|以前|之前|将")
_HALF_OF_ALL, _GONE_REACH = 50, 6
_GONE = re.compile("[降减缩跌]")
_DENIED = re.compile(
    r"(?<![A-Za-z])no\s(?:[a-z-]+\s){1,4}(?:may|shall|can|must|should|will)\s(?:[a-z-]+\s){0,3}\Z", re.IGNORECASE
)
_ZH_MORE = re.compile(r"[超逾多]|以上")
_WRITTEN: dict[Bound, str] = {">=": "no less than", "<=": "no more than"}
# A ban turns a limit round (不得新建35蒸吨以下 may be "only above"), so there only the doubled forms are compared.
_ZH_BAN = re.compile(r"不得|不准|禁止|严禁|不再|不予|不能|不到|不足|除.{0,12}外|未|没有|以外|原则上不|仅|只")
_EN_BAN = re.compile(
    r"(?<![A-Za-z])(?:not|no|none|nor|neither|nobody|nothing|never"
    r"|only|unless|except|ban|bans|banned|prohibit\w*|forbid\w*|without|other than|cannot)"
    r"(?![A-Za-z])",
    re.IGNORECASE,
)


class NumberBound(Rule):
    """A bound left behind its figure, turned round, or lost.

    What it does: finds Above, Within, About and their like stuck to the end of a figure or of its unit, a bound that
    says the opposite of its source's (critical): 不低于 as no more than, and a limit that no word tells any more.

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
        if context.paired and context.clause.confidence >= _SURE_PAIRING:
            yield from self._compared(context, side)
        if not _CAPITAL_BOUND.search(text):
            return
        for found in _BOUND.finditer(text):
            meant = _MEANT[found["bound"]].format(figure=found["figure"])
            yield self._torn(context, side, Span(*found.span()), meant)
        for found in _AFTER_UNIT.finditer(text):
            if _behind_unit(text, found.start()):
                meant = _MEANT[found["bound"]].format(figure="")
                yield self._torn(context, side, Span(*found.span()), meant if meant[0] == " " else " or so")

    def _compared(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        zh, en = context.text("zh"), context.text(side)
        matched = compare(zh, en).matched
        if all(source.quantity.bound == target.quantity.bound for source, target in matched):
            return
        for source, target in _sure_of(matched):
            if _is_rest(source.quantity, zh):
                continue
            if _is_turned(source.quantity, target.quantity) or _is_denied(source.quantity, target.quantity, en):
                yield from self._turned(context, side, source.quantity, target.quantity)
            elif _is_made_up(source.quantity, target.quantity, zh, en):
                yield self._made_up(context, side, source.quantity, target.quantity)
            elif _is_lost(source.quantity, target.quantity, en):
                yield self._lost(context, side, source.quantity, target.quantity)

    def _turned(self, context: ClauseContext, side: Side, source: Quantity, target: Quantity) -> Iterator[Finding]:
        zh, en = context.text("zh"), context.text(side)
        said = said_bound(target, en)
        if not said:
            return
        if (
            _is_turned(source, target)
            and may_be_turned(said[0])
            and (_banned(_ZH_BAN, zh, "zh", source) or _banned(_EN_BAN, en, "en", target))
        ):
            return
        meant = "about" if _is_round(source) else "nearly" if source.bound == "~" else opposite(said[0])
        if said[0][0].isupper():
            meant = meant[0].upper() + meant[1:]
        message = Message(
            N_("The bound is turned round: the Chinese says “{source}”; it should read “{meant}”."),
            {"source": source.text, "meant": meant},
        )
        yield self.finding(
            context, side, Span(*said.span()), message,
            fix=Fix(meant, "suggested"), severity="major" if _is_round(source) else "critical", counterpart=source.span,
        )  # fmt: skip

    def _made_up(self, context: ClauseContext, side: Side, source: Quantity, target: Quantity) -> Finding:
        text, span = context.text(side), Span(target.span.start, target.figure.end)
        values = {
            "source": source.text, "target": text[slice(*span)], "meant": text[slice(*target.figure)],
        }  # fmt: skip
        fix = None if _ZH_MORE.search(context.text("zh")) else Fix(values["meant"], "suggested")
        return self.finding(context, side, span, Message(Compared.said, values), fix=fix, counterpart=source.span)

    def _lost(self, context: ClauseContext, side: Side, source: Quantity, target: Quantity) -> Finding:
        span = target.figure
        meant = f"{_WRITTEN[source.bound]} {context.text(side)[span.start : span.end]}"
        message = Message(
            N_("The bound is lost: the Chinese says “{source}”; it should read “{meant}”."),
            {"source": source.text, "meant": meant},
        )
        fix = Fix(meant, "suggested") if target.span.start == span.start else None  # no sign of a currency between
        return self.finding(context, side, span, message, fix=fix, counterpart=source.span)

    def _torn(self, context: ClauseContext, side: Side, span: Span, meant: str) -> Finding:
        message = Message(N_("The bound has come off its figure; it should read “{meant}”."), {"meant": meant.strip()})
        return self.finding(context, side, span, message, fix=Fix(meant, "safe"))


def _behind_unit(text: str, end: int) -> bool:
    """Whether a figure and its unit, sound or damaged, end here."""
    figure = ends_with(_FIGURE_AND_UNIT, text, end, _LONGEST_UNIT)
    found = unit_at(text, figure.start("unit"), "en") if figure else None
    return found is not None and found[1] == end


def _sure_of(matched: Sequence[tuple[Figure, Figure]]) -> Iterator[tuple[Figure, Figure]]:
    """The pairs whose bounds can be held against each other; of a value told twice, one that is surely turned."""
    unsure = _bounded_twice(matched)
    yield from (pair for pair in matched if (pair[0].dimension, pair[0].base) not in unsure and not pair[0].dated)
    for value in unsure:
        group = [pair for pair in matched if (pair[0].dimension, pair[0].base) == value and not pair[0].dated]
        yield from _turned_of(group)


def _turned_of(group: Sequence[tuple[Figure, Figure]]) -> list[tuple[Figure, Figure]]:
    """Of figures of one value, the one that is turned: one lower bound less than in the Chinese, one upper more."""
    sides = [sorted(side, key=lambda one: one.quantity.span) for side in zip(*group, strict=True)]
    ours, theirs = (Counter(_way(one.quantity.bound) for one in side) for side in sides)
    lost, new = ours - theirs, theirs - ours
    if not any(lost[way] and new[-way] for way in (1, -1)):
        return []
    in_order = list(zip(*sides, strict=True))
    others = [(one, other) for one in sides[0] for other in sides[1]]
    turned = (pair for pair in (*in_order, *others) if _way(pair[0].quantity.bound) * _way(pair[1].quantity.bound) < 0)
    return list(islice(turned, 1))


def _way(bound: Bound) -> int:
    return 1 if bound in _LOWER else -1 if bound in _UPPER else 0


def _bounded_twice(matched: Sequence[tuple[Figure, Figure]]) -> set[tuple[str, Fraction]]:
    """The values that stand twice on a side, with one bound and with another: which belongs to which is unsure."""
    bounds: dict[tuple[str, Fraction], set[tuple[int, Bound]]] = {}
    for pair in matched:
        for side, figure in enumerate(pair):
            bounds.setdefault((figure.dimension, figure.base), set()).add((side, figure.quantity.bound))
    return {value for value, said in bounds.items() if len(said) > len({side for side, _ in said})}


def _is_turned(source: Quantity, target: Quantity) -> bool:
    """Whether a lower bound became an upper one, or nearly more than, or the other way round."""
    if source.bound == "~":
        return target.bound in _LOWER if _NEAR.match(source.text) else _is_round(source) and target.bound in _LIMIT
    if source.bound in _LOWER:
        return target.bound in _UPPER or bool(_EN_NEAR.match(target.text))
    return source.bound in _UPPER and target.bound in _LOWER


def _is_rest(source: Quantity, zh: str) -> bool:
    """Whether a half is what has gone, which English may tell by what is left: down by over half is less than half."""
    if source.unit != "%" or source.value != _HALF_OF_ALL:
        return False
    return _GONE.search(zh, max(0, source.figure.start - _GONE_REACH), source.figure.start) is not None


def _is_denied(source: Quantity, target: Quantity, en: str) -> bool:
    """Whether an upper limit is told by a ban of less: 不得超过45人 as no class may have less than 45."""
    return source.bound == "<=" and target.bound == "<" and ends_with(_DENIED, en, target.span.start) is not None


def _is_round(source: Quantity) -> bool:
    """Whether a figure may lie on either side of what is told: 79岁左右."""
    return source.bound == "~" and _ROUND.search(source.text) is not None


def _is_made_up(source: Quantity, target: Quantity, zh: str, en: str) -> bool:
    """Whether the English says less than a figure that the Chinese tells as it is."""
    if source.bound != "=" or target.bound != "<" or source.value_max is not None:
        return False
    lead = _EN_LESS.match(en, target.span.start, target.figure.start)
    return lead is not None and not _banned(_ZH_LESS, zh, "zh", source) and not _banned(_EN_BAN, en, "en", target)


def _is_lost(source: Quantity, target: Quantity, en: str) -> bool:
    """Whether a limit has no words at all any more."""
    if source.bound not in _WRITTEN or target.bound != "=" or not _LIMITS.search(source.text):
        return False
    if source.unit in _TIMES and "以内" in source.text:
        return False  # in three years
    ranged = source.value_max is not None or target.value_max is not None
    return not ranged and target.kind == "measure" and tells_no_bound(target, en)


_PART_ENDS = re.compile("[，。；：;!?！？:]|[,.](?![0-9])|(?<=[\u4e00-\u9fff])[,.]")


def _banned(ban: re.Pattern[str], text: str, side: Side, quantity: Quantity) -> bool:
    """Whether a ban stands in the same part of the sentence as a figure, outside its own words and other figures'."""
    for other in quantities_of(text, side):  # not exceeding 10% bans nothing
        text = f"{text[: other.span.start]}{'_' * len(other.text)}{text[other.span.end :]}"
    before = text[max(0, quantity.span.start - _PART_REACH) : quantity.span.start]
    after = text[quantity.span.end : quantity.span.end + _PART_REACH]
    behind = _PART_ENDS.split(after)[0].replace("without", "")  # who are still without: a state, no ban
    return bool(ban.search(_PART_ENDS.split(before)[-1]) or ban.search(behind))

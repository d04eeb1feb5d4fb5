"""The figures of both sides of a clause, matched by value: what is left over on either side is suspect.

A figure matches by its value in base units (30万千瓦 is 300 MW), else by its bare value, else as a rounded conversion
or as the same thing told otherwise. Words that carry a figure without naming it stand in for it (`standins`), so that
free wording stays silent.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from drafter.checks.number.compare_dates import Pairs, pair_nearest, turned_clocks, unlike_clocks, unlike_dates
from drafter.checks.number.compare_money import beside_other_money
from drafter.checks.number.compare_multiples import unlike_multiples
from drafter.checks.number.compare_same import (
    otherwise,
    rounded,
    rounded_source,
    same_kind,
    same_value,
    share_of_counts,
    unlike,
)
from drafter.checks.number.figures import Figure, figures_of
from drafter.checks.number.standins import Said, said, spent_words
from drafter.language.quantities.traditional import simplified
from drafter.model import Side

_LONGEST_TEXT = 20_000  # a clause longer than that is none
_MOST_FIGURES = 300  # on one side; a pair with more of them is a table in one piece
_TOO_MANY = 4
_LIST_GAP = 8  # characters between two figures of a list
_ROUGH = 100
_ONE_OF = re.compile("每|[中里]有?")
_EVERY = re.compile(
    r"(?<![A-Za-z])every\s(?!other|year|month|day|week|time|quarter|hour|one|[a-z]+(?:s|ing)(?![a-z]))[a-z]",
    re.IGNORECASE,
)
_ALL = re.compile("全部|[均都各]|所有|全[国省市县]")
_ROUGHLY = re.compile("[几数]")  # 数十人
_LARGE = 10_000
_LIMITS = frozenset((">=", "<=", ">", "<"))
_FEWEST_SURE = 3  # counts in words from here on are no manner of speaking


@dataclass(frozen=True, slots=True)
class Comparison:
    """What matching the two sides left over.

    Attributes:
        matched: pairs that say the same.
        unlike: matched pairs of one value in units that don't agree (亩 and hectares, 个百分点 and percent).
        differing: pairs of leftovers that measure the same thing with another value.
        missing: Chinese figures without a counterpart.
        extra: English figures without a source.
    """

    matched: Pairs = field(default_factory=list)
    unlike: Pairs = field(default_factory=list)
    differing: Pairs = field(default_factory=list)
    missing: list[Figure] = field(default_factory=list)
    extra: list[Figure] = field(default_factory=list)


def _take(zh: list[Figure], en: list[Figure], matched: Pairs, alike: Callable[[Figure, Figure], bool]) -> None:
    """Match what is the same by one measure, what stands at like places first, and take it from both lists."""
    for one in list(zh) if zh and en else ():
        partners = [other for other in en if alike(one, other)]
        if partners:
            partner = (
                partners[0] if len(partners) == 1 else min(partners, key=lambda other: abs(one.place - other.place))
            )
            matched.append((one, partner))
            zh.remove(one)
            en.remove(partner)


def _take_same(zh: list[Figure], en: list[Figure], matched: Pairs) -> None:
    """Match what is equal in base units; as `_take`, without comparing each with each."""
    values: dict[object, list[Figure]] = {}
    for other in en:
        values.setdefault((other.dimension, other.dated, other.base.as_integer_ratio()), []).append(other)
    for one in list(zh) if values else ():
        partners = values.get((one.dimension, one.dated, one.base.as_integer_ratio()))
        if partners:
            partner = min(partners, key=lambda other: abs(one.place - other.place))
            matched.append((one, partner))
            partners.remove(partner)
            zh.remove(one)
            en.remove(partner)


def _told_as_difference(one: Figure, other: Figure, matched: Pairs) -> bool:
    """上升1.2个百分点，升至6.7%: up to 6.7 percent from 5.5."""
    points, share = (one, other) if one.unit == "pp" else (other, one)
    if points.unit != "pp" or share.unit != "%":
        return False
    return any(abs(told.base - share.base) == points.base for told, _ in matched if told.unit == "%")


def _said_again(figure: Figure, matched: Pairs, side: Side) -> bool:
    """A figure told once more: the same, in another unit (1.4 billion kW, or 1,400 GW), or as a difference."""
    shares = [one.base for one, _ in matched if one.unit == "%"]
    if figure.unit == "pp" and any(abs(high - low) == figure.base for high in shares for low in shares if high != low):
        return True
    points = [one.base for one, _ in matched if one.unit == "pp"]
    if figure.unit == "%" and any(abs(share - figure.base) == point for share in shares for point in points):
        return True
    own = [pair[0 if side == "zh" else 1] for pair in matched]
    if figure.unit == "a":  # 2006年到2016年十年内
        years = [one.value for one in own if one.unit == "year"]
        if any(high - low == figure.value for high in years for low in years):
            return True
    if any(_repeats(figure, one) and not _listed(figure, one) for one in own):
        return True
    return any(figure.unit not in (one.unit, other.unit) and rounded(one, figure) for one, other in matched)


def _repeats(figure: Figure, one: Figure) -> bool:
    return figure is not one and figure.value == one.value and figure.dimension == one.dimension


def _listed(figure: Figure, one: Figure) -> bool:
    """Whether two equal counts stand in one list, where each is a figure of its own: 石渡县4所、柳泉县4所."""
    if not figure.digits or not figure.quantity.noun or figure.quantity.noun != one.quantity.noun:
        return False
    first, second = sorted((figure.quantity.span, one.quantity.span))
    return second.start - first.end <= _LIST_GAP


def _kin(one: Figure, other: Figure) -> bool:
    """Whether two leftovers surely measure the same thing."""
    return one.dimension == other.dimension and one.unit != "count"


def _loose_kin(one: Figure, other: Figure) -> bool:
    """Whether two leftovers may be one figure with a slip in it, seen from their units."""
    if one.quantity.noun and other.dimension.startswith("time"):
        return False  # 14个, and five years
    return one.dimension == other.dimension or "count" in (one.dimension, other.dimension)


class _Leftovers:
    """What no figure of the other side matched, and whether its words explain it.

    Attributes:
        zh: figures of the Chinese without a counterpart, dates left out.
        en: figures of the English without one.
    """

    def __init__(
        self,
        zh: list[Figure],
        en: list[Figure],
        zh_said: Said,
        en_said: Said,
        hours: tuple[frozenset[Decimal], ...],
        matched: Pairs,
    ) -> None:
        self.zh, self.en, self._matched = zh, en, matched
        self._lost = {id(one): one.firm for one in zh if not en_said.explains(one) and one.value not in hours[1]}
        self._new = {id(one): one.firm for one in en if not zh_said.explains(one) and one.value not in hours[0]}

    def _is_lost(self, one: Figure) -> bool:
        return self._lost.get(id(one), False)

    def _is_new(self, other: Figure) -> bool:
        return self._new.get(id(other), False)

    def _said_otherwise(self, other: Figure) -> bool:
        """A number in words that no figure of the source matches."""
        sure = _is_plain(other) or other.unit == "%" or other.value >= _LARGE
        return id(other) in self._new and not other.digits and sure

    def _said_as_limit(self, one: Figure, other: Figure) -> bool:
        """A number in words that has the bound of the one in the Chinese: 至少2名 and at least three."""
        alike = one.dimension == other.dimension or (one.unit == "x" and other.unit == "count")
        limited = one.quantity.bound == other.quantity.bound in _LIMITS
        return alike and limited and self._is_lost(one) and id(other) in self._new and not other.digits

    def differing(self) -> Pairs:
        """Pair what is surely one figure with a slip; one of the two at least must be unexplained."""
        pairs = unlike_multiples(self.zh, self.en) + self._other_ends()
        self._take(pairs)
        for kin in (
            lambda one, other: _kin(one, other) and other.digits and self._is_lost(one) and self._is_new(other),
            lambda one, other: _kin(one, other) and other.digits and (self._is_lost(one) or self._is_new(other)),
            lambda one, other: _loose_kin(one, other) and self._is_lost(one) and self._is_new(other),
            lambda one, other: (
                one.dimension == other.dimension
                and self._is_lost(one)
                and self._said_otherwise(other)
                and (one.digits or one.unit == "%" or min(one.value, other.value) >= _LARGE)
            ),
            # Nine months as twelve months, which 去年 explains.
            lambda one, other: one.unit == other.unit != "count" and self._is_lost(one) and _is_told(other),
            self._said_as_limit,
        ):
            found = pair_nearest(self.zh, self.en, kin)
            pairs += found
            self._take(found)
        return pairs + self._in_words()

    def _other_ends(self) -> Pairs:
        """Pair the ends of two ranges whose other ends agree: 六至八小时 and six to eleven hours."""
        pairs: Pairs = []
        for one in self.zh:
            agreed = [theirs.quantity for ours, theirs in self._matched if ours.quantity is one.quantity]
            pairs += (
                (one, other)
                for other in self.en
                if other.unit == one.unit and any(other.quantity is half for half in agreed)
            )
        return pairs

    def _in_words(self) -> Pairs:
        """Pair the one number of either side that the other lacks, told in words: 五家 and six firms."""
        # A share is told by another word for it, as 一半 by the majority, only where no other share is told.
        zh = [one for one in self.zh if (id(one) in self._lost or one.unit == "%") and _is_told(one)]
        zh = [one for one in zh if one.unit == "%" or not _ROUGHLY.search(one.quantity.text)]
        en = [other for other in self.en if id(other) in self._new and _is_told(other) and not other.digits]
        bounds = {"=", *(one.quantity.bound for one in zh if one.value >= _ROUGH)} - {"~"}
        en = [other for other in en if other.quantity.bound in bounds or other.value < _ROUGH]  # hundreds of homes
        pairs: Pairs = []
        for unit in {one.unit for one in zh} & {other.unit for other in en}:
            mine, theirs = ([one for one in side if one.unit == unit] for side in (zh, en))
            if len(mine) == len(theirs) == 1:
                pairs.append((mine[0], theirs[0]))
        if not pairs and len(zh) == len(en) == 1 and _loose_kin(zh[0], en[0]):
            pairs.append((zh[0], en[0]))
        self._take(pairs)
        return pairs

    def _take(self, pairs: Pairs) -> None:
        """Leave out what is paired."""
        self.zh = [one for one in self.zh if all(one is not pair[0] for pair in pairs)]
        self.en = [other for other in self.en if all(other is not pair[1] for pair in pairs)]

    def lost(self) -> list[Figure]:
        """Give the figures of the Chinese that are gone."""
        return [one for one in self.zh if self._is_lost(one)]

    def new(self) -> list[Figure]:
        """Give the figures of the English that have no source."""
        return [other for other in self.en if self._is_new(other) and (other.value or other.quantity.value_max is None)]


def _is_plain(figure: Figure) -> bool:
    return figure.quantity.bound == "=" and figure.value > 1


def _is_told(figure: Figure) -> bool:
    return figure.value >= _FEWEST_SURE and figure.quantity.value_max is None


@lru_cache(maxsize=16_384)  # the clauses of a large document, whose ledger asks again
def compare(zh_text: str, en_text: str) -> Comparison:
    """Match the figures of a clause.

    Args:
        zh_text: the Chinese side.
        en_text: the English side.
    """
    result = Comparison()
    if max(len(zh_text), len(en_text)) > _LONGEST_TEXT:
        return result
    all_zh, all_en = figures_of(zh_text, "zh"), figures_of(en_text, "en")
    if max(len(all_zh), len(all_en)) > _MOST_FIGURES:
        return result
    zh, en = list(all_zh), list(all_en)
    zh_text = simplified(zh_text)
    _match(zh, en, result, zh_text, en_text)
    left_zh, left_en = ([one for one in side if one.dated] for side in (zh, en))
    clocks, en_clocks = ([one for one in side if one.unit == "clock"] for side in (left_zh, left_en))
    dates = unlike_clocks(zh_text, en_text, clocks, en_clocks)
    dates += turned_clocks(zh_text, en_text, result.matched)
    if left_zh and left_en:
        dates += unlike_dates(
            all_zh, all_en, result.matched,
            [one for one in left_zh if one.unit != "clock"], [one for one in left_en if one.unit != "clock"],
        )  # fmt: skip
    en = [one for one in en if not one.dated and not _said_again(one, result.matched, "en")]
    # What is told again may be dropped, but not told otherwise: 3英尺（1米） as eight feet (one metre).
    units = {one.unit for one in en} - {"count"}
    zh = [one for one in zh if not one.dated and (one.unit in units or not _said_again(one, result.matched, "zh"))]
    if not (zh or en or dates):
        return result
    hours = tuple(frozenset(one.value // 60 % 12 for one in side) for side in (clocks, en_clocks))
    left = _Leftovers(
        zh, en, said(zh_text, "zh"), said(en_text, "en", spent_words(zh_text, en_text)), hours, result.matched
    )
    figures = left.differing()
    missing, extra = left.lost(), left.new()
    if _EVERY.search(en_text) and _ALL.search(zh_text):  # 全部14个县: every county
        missing = [one for one in missing if one.unit != "count" or not one.quantity.noun]
    faults = len(figures) + len(missing) + len(extra) + len(dates)
    if faults >= _TOO_MANY and not any(one.firm and not one.dated for one, _ in result.matched):
        return Comparison(result.matched)  # nothing agrees: the pairing is wrong rather than every figure
    result.differing.extend([*figures, *dates])
    result.missing.extend(figure for figure in missing if not beside_other_money(figure, all_zh, zh_text))
    result.extra.extend(figure for figure in extra if not beside_other_money(figure, all_en, en_text))
    return result


def _match(zh: list[Figure], en: list[Figure], result: Comparison, zh_text: str, en_text: str) -> None:
    """Match what says the same, the surest first, and take it from both lists."""
    _take_same(zh, en, result.matched)
    if zh and en:
        _take(zh, en, result.unlike, unlike)
        _take(zh, en, result.matched, same_kind)
        _take(zh, en, result.matched, same_value)
        before = len(result.matched)
        _take(zh, en, result.matched, rounded)
        if any(rounded_source(*pair) for pair in result.matched[before:]):  # one of a list of such
            _take(zh, en, result.matched, lambda one, other: rounded_source(one, other, slips=True))
        _take(zh, en, result.matched, lambda one, other: otherwise(one, other, zh_text, en_text))
        _take(zh, en, result.matched, lambda one, other: _told_as_difference(one, other, result.matched))
    result.matched.extend(result.unlike)
    for share in [other for other in en if other.unit == "%"] if len(zh) > 1 and _ONE_OF.search(zh_text) else ():
        if counts := share_of_counts(share, zh):
            en.remove(share)
            zh[:] = [one for one in zh if one not in counts]
            result.matched.append((counts[-1], share))

"""When two multiples say the same: 增长两倍 is tripled, up 200%, and in loose English “increased two times”."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.checks.number.figures import Figure
from drafter.language.quantities.multiples import grown

_HUNDRED = 100
_HALF = 50
_LOOSE = Decimal("0.3")  # doubled, for 2.3 times as much
_ROUGH = Decimal("0.5")  # about doubled
_POINTS = 5  # up 103% for 增长一倍
# What grows by 两倍 is three times as much; of these words nobody is sure: 翻两倍, 扩大两倍, 快两倍.
_UNSURE = re.compile(r"(?:翻|扩大|大|快|高出?|多出?|(?<!增)长)(?:了|近|约|超过|逾|至少|达)*\Z")
# Words between the verb and its multiple hide which is meant: 增加投资两倍.
_GROWS = re.compile(r"[增涨升多高扩翻快大][^，。；,;]{0,8}\Z")
_REACHES = re.compile(r"(?:[至到为的是成]|[高多]达)约?\Z")
_REACH = 12
_MOST = 2  # multiples on a side; of more it is unsure which answers which
_MOST_TURNED = 10


def same_multiple(one: Figure, other: Figure, zh: str) -> bool:
    """Tell whether two figures, one of them a multiple, may tell the same.

    Args:
        one: a figure of the Chinese.
        other: a figure of the English.
        zh: the Chinese text.
    """
    if one.unit == "x" and other.unit in ("x", "count"):
        if other.unit == "count" or not in_one_word(other):
            return other.value in _readings(one, zh, loose=True)
        return any(_about(value, one, other) for value in _readings(one, zh, loose=False))
    if one.unit == "x" and other.unit == "%":
        near = 0 if one.digits else _POINTS
        shares = {share * _HUNDRED for value in _readings(one, zh, loose=True) for share in (value, value - 1)}
        return any(abs(other.value - share) <= near for share in shares if share)
    if one.unit == "%" and other.unit == "x" and not is_halved(one):
        return any(_about(value, one, other) for value in (one.value / _HUNDRED, one.value / _HUNDRED + 1))
    return False


def in_one_word(figure: Figure) -> bool:
    """Tell whether an English multiple is told by one word, of which the sense is plain: doubled; not three times."""
    return not figure.digits and "time" not in figure.quantity.text.lower()


def is_halved(figure: Figure) -> bool:
    """Tell whether a figure is a half less, told in a word: 减半, halved."""
    return (
        figure.unit == "%"
        and figure.value == _HALF
        and ("半" in figure.quantity.text or "halv" in figure.quantity.text.lower())
    )


def unlike_multiples(zh: Sequence[Figure], en: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Pair the multiples that are left over on both sides, where there are as many of them; a half less is one.

    Args:
        zh: figures of the Chinese without counterpart.
        en: figures of the English without counterpart.
    """
    if not any(one.unit == "x" for one in (*zh, *en)):
        return []
    ours, theirs = ([one for one in side if one.unit == "x" or is_halved(one)] for side in (zh, en))
    return list(zip(ours, theirs, strict=True)) if 0 < len(ours) == len(theirs) <= _MOST else []


def _readings(one: Figure, zh: str, *, loose: bool) -> set[Decimal]:
    """How many times as much a Chinese multiple may mean.

    Args:
        one: the figure.
        zh: the Chinese text.
        loose: whether English that may say what was added has to be reckoned with.
    """
    return set(_meanings(one, zh, loose=loose))


def _meanings(one: Figure, zh: str, *, loose: bool) -> Iterator[Decimal]:
    yield one.value
    start = one.quantity.figure.start
    if zh.startswith("翻", start):
        return
    before = zh[max(0, start - _REACH) : start]
    if grown(zh, start):
        unsure = _UNSURE.search(before) is not None
        if loose or unsure:
            yield one.value - 1
        if before.endswith(("翻", "翻了")) and one.value < _MOST_TURNED:
            yield Decimal(2) ** int(one.value - 1)
    elif _GROWS.search(before) and not _REACHES.search(before):
        yield one.value + 1


def _about(value: Decimal, one: Figure, other: Figure) -> bool:
    """Whether one English word (doubled) may tell a multiple: more than doubled for 2.6 times as much."""
    apart = value - other.value
    if other.quantity.bound in (">", ">="):
        return 0 <= apart < 1 or (apart == 1 and one.quantity.bound in ("~", "<"))
    if other.quantity.bound == "~" and apart == -1:
        return one.quantity.bound in (">", ">=")
    if value > _MOST_TURNED:
        return abs(apart) <= 1  # grown almost a hundredfold, for 增长近百倍
    return abs(apart) <= (_ROUGH if other.quantity.bound == "~" else _LOOSE)

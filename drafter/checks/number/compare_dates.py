"""Dates of the two sides that differ.

A translator puts last year for 2022 and Tuesday for the 28th, so a date without counterpart says nothing. Two that are
left over and say as much as each other do: both name a month and a day, or both only a year.
"""

import re
from collections.abc import Callable, Sequence

from drafter.checks.number.figures import Figure, weekdays_of
from drafter.model import Side

Pairs = list[tuple[Figure, Figure]]

_PARTS = frozenset(("year", "month", "day"))
_WIDEST_GAP: dict[Side, int] = {"zh": 2, "en": 5}  # characters between the parts of one date
# Where the clocks of two places are told, hours and days differ.
_ZONES = re.compile(
    r"GMT|UTC|BST|E[SD]T|P[SD]T|CET|(?:[Ll]ocal|Beijing|Eastern|Pacific|Moscow)\s[Tt]ime|当地时间|北京时间|格林尼治|世界时"
    r"|东部时间|太平洋时间|时差|农历|正月|腊月|初[一二三四五六七八九十]"
)


def unlike_dates(
    zh: Sequence[Figure], en: Sequence[Figure], matched: Pairs, left_zh: Sequence[Figure], left_en: Sequence[Figure]
) -> Pairs:
    """Pair the parts of dates that differ.

    Args:
        zh: all figures of the Chinese.
        en: all figures of the English.
        matched: figures that say the same.
        left_zh: figures of the Chinese without counterpart.
        left_en: figures of the English without counterpart.
    """
    dates = {**_dates(zh, "zh"), **_dates(en, "en")}
    partner = {id(one): id(other) for one, other in matched}
    left = {id(figure) for figure in (*left_zh, *left_en)}

    def alike(one: Figure, other: Figure) -> bool:
        if one.unit != other.unit:
            return False
        if one.unit not in ("month", "day"):
            return True
        mine, theirs = dates[id(one)], dates[id(other)]
        if one.unit == "month":
            return ("day" in mine) == ("day" in theirs)
        month, their_month = mine.get("month"), theirs.get("month")
        if month is None or their_month is None:
            return month is None and (their_month is None or id(their_month) in left)
        return partner.get(id(month)) == id(their_month) or (id(month) in left and id(their_month) in left)

    return pair_nearest(left_zh, left_en, alike)


def unlike_clocks(zh_text: str, en_text: str, left_zh: Sequence[Figure], left_en: Sequence[Figure]) -> Pairs:
    """Pair the times of day, and the days of the week, that differ; none where the clocks of two places may be told.

    Args:
        zh_text: the Chinese.
        en_text: the English.
        left_zh: clock times of the Chinese without counterpart.
        left_en: clock times of the English without counterpart.
    """
    days = list(weekdays_of(zh_text, "zh"))
    en_days = list(weekdays_of(en_text, "en")) if days else []
    if not (left_zh and left_en) and not (days and en_days):
        return []
    if _ZONES.search(zh_text) or _ZONES.search(en_text):
        return []
    pairs = pair_nearest(left_zh, left_en, lambda _one, _other: True) if len(left_zh) == len(left_en) else []
    if len(days) != len(en_days):
        return pairs
    for one in list(days):
        if same := next((other for other in en_days if other.value == one.value), None):
            days.remove(one)
            en_days.remove(same)
    return [*pairs, *pair_nearest(days, en_days, lambda _one, _other: True)]


_ZH_MORNING = re.compile(r"凌晨|早上|早晨|清晨|上午|早")
_ZH_AFTERNOON = re.compile(r"下午|午后|傍晚|晚上|晚间|夜间|晚")
_EN_HALF = re.compile(r"(?:(?P<half>[ap])\.?m\.?|in\sthe\s(?P<part>morning|afternoon|evening))\Z", re.IGNORECASE)
_HOUR, _NOON, _NIGHT = 60, 12, 5


def turned_clocks(zh_text: str, en_text: str, matched: Pairs) -> Pairs:
    """Give the times of day that agree on a clock of twelve hours, but not on the half of the day.

    Args:
        zh_text: the Chinese.
        en_text: the English.
        matched: figures that say the same.
    """
    turned = [(one, other) for one, other in matched if one.unit == other.unit == "clock" and _is_turned(one, other)]
    return [] if turned and (_ZONES.search(zh_text) or _ZONES.search(en_text)) else turned


def _is_turned(one: Figure, other: Figure) -> bool:
    words, half = one.quantity.text, _EN_HALF.search(other.quantity.text)
    hour = int(one.value) // _HOUR % _NOON
    if half is None or not hour:
        return False
    late_in_english = half["half"] in "pP" if half["half"] else half["part"].lower() != "morning"
    if _ZH_MORNING.match(words):
        return late_in_english
    late = _ZH_AFTERNOON.match(words)
    return late is not None and not late_in_english and not (words.startswith(("晚", "夜")) and hour < _NIGHT)


def _dates(figures: Sequence[Figure], side: Side) -> dict[int, dict[str, Figure]]:
    """Give for each part of a date the whole date that it belongs to, by its parts."""
    whole: dict[int, dict[str, Figure]] = {}
    last: Figure | None = None
    parts: dict[str, Figure] = {}
    for figure in figures:
        if figure.unit not in _PARTS or not figure.dated:
            continue
        if (
            last is None
            or figure.unit in parts
            or figure.quantity.span.start - last.quantity.span.end > _WIDEST_GAP[side]
        ):
            parts = {}
        parts[figure.unit] = whole_figure = figure
        whole[id(whole_figure)] = parts
        last = figure
    return whole


def pair_nearest(zh: Sequence[Figure], en: Sequence[Figure], kin: Callable[[Figure, Figure], bool]) -> Pairs:
    """Pair figures that are kin, those at the like places of their texts first.

    Args:
        zh: figures of the Chinese.
        en: figures of the English.
        kin: tells whether two may be one figure with a slip in it.
    """
    options = sorted(
        (abs(one.place - other.place), first, second)
        for first, one in enumerate(zh)
        for second, other in enumerate(en)
        if kin(one, other)
    )
    pairs: Pairs = []
    taken_zh: set[int] = set()
    taken_en: set[int] = set()
    for _, first, second in options:
        if first not in taken_zh and second not in taken_en:
            taken_zh.add(first)
            taken_en.add(second)
            pairs.append((zh[first], en[second]))
    return pairs

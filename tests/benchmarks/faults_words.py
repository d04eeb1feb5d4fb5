"""Faults in figures told by words, put into sound pairs: counts, ordinals, shares, multiples, sizes, a list's order.

As in `faults`, a function gives None where a pair has no place for its kind, and changes only what the Chinese says.
"""

import random
import re
from itertools import pairwise

from tests.benchmarks.injection import Injected, put
from tests.benchmarks.made_up import Pair

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_HAN = "零一二三四五六七八九"


def _han(value: int) -> str:
    """Write a number below a hundred in Chinese."""
    tens, ones = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_HAN[tens]}十"
    return f"{head}{_HAN[ones] if ones or not head else ''}"


_COUNTS = {word: value for value, word in enumerate((*_ONES, *_TEENS), 1)} | {
    f"{tens}{joint}{ones}": 10 * (place + 2) + (_ONES.index(ones) + 1 if ones else 0)
    for place, tens in enumerate(_TENS)
    for joint, ones in (("", ""), *(("-", one) for one in _ONES))
}
_LEAST = 3
_ANY = "|".join(sorted((word for word, value in _COUNTS.items() if value >= _LEAST), key=len, reverse=True))
_COUNT = re.compile(rf"(?<![A-Za-z-])(?:{_ANY})(?=\s[a-z])", re.IGNORECASE)
_PARTS_OF_NUMBERS = "0-9零一二两三四五六七八九十百千万亿"


def _told(value: int, zh: str) -> bool:
    """Whether the Chinese tells a small number by itself."""
    forms = (_han(value), str(value))
    return any(re.search(rf"(?<![{_PARTS_OF_NUMBERS}.第]){form}(?![{_PARTS_OF_NUMBERS}.]|月|日)", zh) for form in forms)


def _like(shape: str, word: str) -> str:
    return word.capitalize() if shape[0].isupper() else word


def word(pick: random.Random, pair: Pair) -> Injected | None:
    """A count in words, another one."""
    zh, en = pair
    found = [one for one in _COUNT.finditer(en) if _told(_COUNTS[one[0].lower()], zh)]
    if not found:
        return None
    one = pick.choice(found)
    size = _COUNTS[one[0].lower()]
    near = [w for w, v in _COUNTS.items() if v >= _LEAST and v != size and (v > 20) == (size > 20)]
    other = pick.choice([w for w in near if not _told(_COUNTS[w], zh)] or ["ninety-nine"])
    return put(pair, *one.span(), _like(one[0], other))


_NTH = re.compile(rf"(?<![A-Za-z-])(?:{'|'.join(_ORDINALS[2:])})(?=\s[a-z])", re.IGNORECASE)


def ordinal(pick: random.Random, pair: Pair) -> Injected | None:
    """An ordinal in words, another one; no quarter, which the kinds of dates have, and no share."""
    zh, en = pair
    found = [
        one
        for one in _NTH.finditer(en)
        if re.search(
            rf"第(?:{_han(_ORDINALS.index(one[0].lower()) + 1)}|{_ORDINALS.index(one[0].lower()) + 1})(?![十方者0-9])",
            zh,
        )
        and not re.match(r"\s(?:part|of)", en[one.end() :])
        and not re.search(r"(?:one|a|two)[\s-]\Z", en[: one.start()])
    ]
    if not found:
        return None
    one = pick.choice(found)
    others = [name for value, name in enumerate(_ORDINALS, 1) if value > 2 and f"第{_han(value)}" not in zh]
    return put(pair, *one.span(), _like(one[0], pick.choice([name for name in others if name != one[0].lower()])))


_SHARES = {
    "half": ("一半", "半数", "五成", "50%"), "a third": ("三分之一",), "one-third": ("三分之一",),
    "one third": ("三分之一",), "two-thirds": ("三分之二",), "two thirds": ("三分之二",), "a quarter": ("四分之一",),
    "one quarter": ("四分之一",), "three-quarters": ("四分之三",), "three quarters": ("四分之三",),
    "a fifth": ("五分之一",), "one-fifth": ("五分之一",), "one fifth": ("五分之一",), "a tenth": ("十分之一", "一成"),
}  # fmt: skip
_SHARE = re.compile(rf"(?<![A-Za-z-])(?:{'|'.join(sorted(_SHARES, key=len, reverse=True))})(?=\s(?:of|the|its)\s)")


def share(pick: random.Random, pair: Pair) -> Injected | None:
    """A share in words, another one."""
    zh, en = pair
    found = [one for one in _SHARE.finditer(en) if any(form in zh for form in _SHARES[one[0]])]
    if not found:
        return None
    one = pick.choice(found)
    mine = _SHARES[one[0]]
    return put(pair, *one.span(), pick.choice([name for name, forms in _SHARES.items() if forms != mine]))


_TIMES = {
    "doubl": "tripl",
    "tripl": "quadrupl",
    "quadrupl": "doubl",
    "twice": "three times",
    "three times": "five times",
}
_MULTIPLE = re.compile(
    r"(?<![A-Za-z-])(?:(?:quadrupl|doubl|tripl)(?=ed|ing)|(?:twice|three times)(?=\s(?:the|as|that)\s))"
)


def multiple(pick: random.Random, pair: Pair) -> Injected | None:
    """A multiple in words, another one."""
    found = list(_MULTIPLE.finditer(pair[1])) if re.search("倍|番|加倍", pair[0]) else []
    if not found:
        return None
    one = pick.choice(found)
    return put(pair, *one.span(), _TIMES[one[0]])


_SIZES = ("dozens", "hundreds", "thousands", "tens of thousands", "hundreds of thousands", "millions", "billions")
_SIZE = re.compile(
    rf"(?<![A-Za-z-])(?<!s of )(?:{'|'.join(sorted(_SIZES, key=len, reverse=True))})"
    r"(?=\s(?:of\s)?[a-z])(?!\sof\s[a-z]+ands|\sof\sm)"
)


def rough(pick: random.Random, pair: Pair) -> Injected | None:
    """A rough number in words, of another size."""
    zh, en = pair
    found = list(_SIZE.finditer(en)) if re.search("[数几上][十百千万亿]", zh) else []
    if len(found) != 1:
        return None
    at = _SIZES.index(found[0][0])
    others = [name for place, name in enumerate(_SIZES) if abs(place - at) > 1]
    return put(pair, *found[0].span(), pick.choice(others))


_LISTED = re.compile(
    r"(?<![0-9.,])(?!(?:19|20)[0-9]{2}(?![0-9.]))[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?=%| percent| per cent|[ ,])"
)


def order(pick: random.Random, pair: Pair) -> Injected | None:
    """Two figures of a list told one by one, in each other's place."""
    zh, en = pair
    if "respectively" not in en or "分别" not in zh:
        return None
    figures = [
        one
        for one in _LISTED.finditer(en)
        if re.search(rf"(?<![0-9.]){re.escape(one[0].replace(',', ''))}(?![0-9.])", zh)
    ]
    near = [
        (one, other)
        for one, other in pairwise(figures)
        if one[0] != other[0]
        and re.fullmatch(r"(?:%|\spercent|\sper cent)?,?(?:\sand)?\s", en[one.end() : other.start()])
    ]
    if not near:
        return None
    one, other = pick.choice(near)
    return put(pair, one.start(), other.end(), other[0] + en[one.end() : other.start()] + one[0])

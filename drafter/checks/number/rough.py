"""Rough numbers in words: 数百万人 and hundreds of thousands of people."""

import re
from collections.abc import Iterator
from typing import Final

from drafter.checks.number.ranks import Unlike
from drafter.language.numerals import english_numerals
from drafter.model import Span

_ZH_SIZES: Final = {
    "十": 1, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9,
    "百亿": 10, "千亿": 11,
}  # fmt: skip
_EN_SIZES: Final = {
    "dozens": 1, "tens": 1, "hundreds": 2, "thousands": 3, "tens of thousands": 4, "hundreds of thousands": 5,
    "millions": 6, "tens of millions": 7, "hundreds of millions": 8, "billions": 9,
    "tens of billions": 10, "hundreds of billions": 11,
}  # fmt: skip
_LIKELY: Final = re.compile("[数几上][十百千万亿]")
_WORDS: Final = {size: word for word, size in _EN_SIZES.items()}
_ZH: Final = re.compile(
    r"(?<![0-9零一二两三四五六七八九十百千万亿无])(?:[数几]|(?<![以及之马])上)(?P<size>[十百千]?[万亿]|[十百千])(?![0-9一二三四五六七八九十百千万亿])"
)
_EN: Final = re.compile(
    rf"(?<![A-Za-z-])(?:{'|'.join(sorted(_EN_SIZES, key=len, reverse=True))})(?![A-Za-z-]|\sof\s(?:dozens|tens|hundreds"
    r"|thousands|millions|billions|trillions)(?![a-z]))",
    re.IGNORECASE,
)


def unlike_rough(zh: str, en: str) -> Iterator[Unlike]:
    """Give the one rough number of the English that is of another size than the one of the Chinese.

    Args:
        zh: the Chinese.
        en: the English.
    """
    found = list(_ZH.finditer(zh)) if _LIKELY.search(zh) else []
    theirs = list(_EN.finditer(en)) if found else []
    if len(theirs) != 1 or any(one["size"] not in _ZH_SIZES for one in found):
        return
    told = {numeral.value for numeral in english_numerals(en)}  # 上千家: over a thousand
    ours = [one for one in found if len(found) == 1 or 10 ** _ZH_SIZES[one["size"]] not in told]
    said = theirs[0][0]
    if len(ours) == 1 and all(_ZH_SIZES[one["size"]] != _EN_SIZES[said.lower()] for one in found):
        meant = _WORDS[_ZH_SIZES[ours[0]["size"]]]
        meant = meant.capitalize() if said[0].isupper() else meant
        yield Unlike(Span(*ours[0].span()), Span(*theirs[0].span()), meant)

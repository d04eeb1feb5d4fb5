"""Counties, districts, towns and villages: their names are read in pinyin, there is no list of them."""

import re
from collections.abc import Iterator

from drafter.checks.pair.differs import Differs
from drafter.language.pinyin import bare, is_pinyin, read_in, readings
from drafter.model import Span

_KINDS = {
    "County": "县",
    "District": "区",
    "Town": "镇",
    "Township": "乡",
    "Village": "村",
    "City": "市",
    "Banner": "旗",
}
_EN = re.compile(rf"\b(?P<name>[A-Z][a-z]+(?:[’'][a-z]+)?)\s(?P<kind>{'|'.join(_KINDS)})\b")
# Before these an office is meant, or a word that ends like a name.
_ZH_NO_NAME = re.compile(
    "[各全本该两多每某外跨市省县区州乡镇城的园社景库矿灌片校厂街辖禁小地山郊灾疫牧林农新老战防护控发开范试保工商业住居核心重点条级属]\\Z"
)
_MOST = 4
_MOST_NAMES = 40
"""Different names beyond which a text is a list rather than a sentence."""


def other_counties(zh: str, en: str) -> Iterator[Differs]:
    """Give the counties and their like that stand in the English where the Chinese names another.

    Args:
        zh: the Chinese text.
        en: its English.
    """
    named = list(_EN.finditer(en))
    names = {one["name"] for one in named}
    if not names or len(names) > _MOST_NAMES:
        return
    strange = {name for name in names if is_pinyin(name) and not read_in(name, zh)}
    if not strange:
        return
    letters = bare(en)
    for kind, last in _KINDS.items():
        foreign = [one for one in named if one["kind"] == kind and one["name"] in strange]
        if len({one["name"] for one in foreign}) != 1:
            continue
        lost = _lost(zh, last, letters)
        if len({zh[slice(*span)] for span in lost}) == 1:
            fix = _written(zh[slice(*lost[0])])
            for one in foreign[:_MOST]:
                yield Differs(Span(*one.span()), lost[0], f"{fix} {kind}" if fix else "")


def _lost(zh: str, last: str, letters: str) -> list[Span]:
    """Give the names with a last character of which nothing in the English reads; none where there are very many."""
    found: dict[str, list[Span]] = {}
    at = zh.find(last)
    while at >= 0:
        name = zh[max(0, at - 3) : at]
        plain = name[-2:]
        if len(plain) > 1 and all("\u4e00" <= ch <= "\u9fff" for ch in plain) and not _ZH_NO_NAME.search(plain):
            found.setdefault(name, []).append(Span(at - 2, at + 1))
        at = zh.find(last, at + 1)
    if len(found) > _MOST_NAMES:
        return []
    lost = (
        spans
        for name, spans in found.items()
        if not any(reading in letters for reading in (*readings(name[-2:]), *readings(name)))
    )
    return sorted(span for spans in lost for span in spans)


def _written(name: str) -> str:
    """Write the name of a place in pinyin, "" where it may read in several ways."""
    found = readings(name[:-1])
    return found[0].capitalize() if len(found) == 1 else ""

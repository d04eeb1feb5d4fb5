"""Whether characters look like a text that somebody wrote, or like bytes read in the wrong encoding."""

import re
from functools import cache
from typing import Final

_SAMPLE: Final = 20_000
_LONG: Final = 500_000
_PLACES: Final = 10
_STRETCH: Final = 20_000
_ASCII: Final = re.compile(r"[\x00-\x7f]+")
_BEYOND: Final = re.compile(r"[^\x00-\x7f]+")

WESTERN: Final = frozenset("‘’“”–—…•€™\u00a0£§©®°±²³µ·¼½¾×÷àáâäçèéêëíîïñóôöùúûüÉ")
"""What English text in a Western Windows encoding holds beside ASCII."""


# The characters that make up half of any Chinese text, and how they are written in traditional text.
_FREQUENT: Final = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家"
    "电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你"
    "明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基"
    "资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取完举色"
    "這為個國時來們於對會發動過說產種後學經進著電裡現實兩體製機當點從業應開還義間樣與關線內數麼質氣變條沒結問無係軍題黨員總設長頭資邊級圖統較將組"
    "見計別論運農幾區強決幹戰則舉"
)


@cache
def _han(codec: str, leads: range, trails: tuple[range, ...]) -> frozenset[str]:
    pairs = (bytes((lead, trail)) for lead in leads for part in trails for trail in part)
    return frozenset("".join(pair.decode(codec, errors="ignore") for pair in pairs))


def simplified() -> frozenset[str]:
    """Give the characters of GB 2312."""
    return _han("gb2312", range(0xB0, 0xF8), (range(0xA1, 0xFF),))


def traditional() -> frozenset[str]:
    """Give the first level of Big5: the frequent characters."""
    return _han("big5", range(0xA4, 0xC7), (range(0x40, 0x7F), range(0xA1, 0xFF)))


def _is_mark(char: str) -> bool:
    """Tell whether a character that is no Han character is usual in Chinese text."""
    code = ord(char)
    return (
        0x2010 <= code <= 0x2642
        or 0x3000 <= code <= 0x301F
        or 0x3220 <= code <= 0x33FF
        or 0xFE10 <= code <= 0xFE6B
        or 0xFF01 <= code <= 0xFF5E
        or 0xFFE0 <= code <= 0xFFE6
        or 0x0391 <= code <= 0x03C9
        or char in WESTERN
    )


def _weight(char: str, common: frozenset[str], rare: float) -> float:
    if char in common or _is_mark(char):
        return 1.0
    if char >= "\U00020000" or "\u9fa6" <= char <= "\u9fff":
        return rare
    if "\u3400" <= char <= "\u9fa5":
        return 0.5
    # Nobody writes what has no meaning: it speaks against the encoding.
    return -1.0 if "\ue000" <= char <= "\uf8ff" else 0.0


def beyond_ascii(text: str) -> str:
    """Give the characters of a text that are not ASCII; of a long text, many of them from all over it."""
    if text.isascii():
        return ""
    if len(text) <= _LONG:
        return _ASCII.sub("", text)
    step = len(text) // _PLACES
    sample = "".join(_ASCII.sub("", text[place * step : place * step + _STRETCH]) for place in range(_PLACES))
    if len(sample) >= _SAMPLE:
        return sample
    # They are few and far between: the first ones will do.
    found: list[str] = []
    length = 0
    for match in _BEYOND.finditer(text):
        found.append(match[0])
        length += len(match[0])
        if length >= _SAMPLE:
            break
    return "".join(found)


def plausibility(text: str, common: frozenset[str], rare: float = 1.0) -> float:
    """Say how much a text looks like Chinese: at most 1, over its characters beyond ASCII.

    Args:
        text: the text.
        common: the characters that are usual in it.
        rare: what a character of the newer planes weighs: in most encodings four bytes must fit, so that chance
            hardly makes one.
    """
    beyond = beyond_ascii(text)
    sample = beyond[:: max(1, len(beyond) // _SAMPLE)]
    if not sample:
        return 1.0
    return sum(_weight(char, common, rare) for char in sample) / len(sample)


def frequency(text: str) -> float:
    """Say how many of a text's characters beyond ASCII are among the most frequent ones: 0 to 1."""
    beyond = beyond_ascii(text)
    sample = beyond[:: max(1, len(beyond) // _SAMPLE)]
    return sum(char in _FREQUENT for char in sample) / len(sample) if sample else 0.0

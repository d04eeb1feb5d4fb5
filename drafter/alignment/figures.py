"""The figures of a text as keys that are the same from either language.

A light reading, made for damaged text: it only has to be right often, since a figure is one witness among many. What a
figure means is read elsewhere.
"""

import re
from decimal import Decimal

_WIDE = {ord(wide): ord(narrow) for wide, narrow in zip("０１２３４５６７８９．，％", "0123456789.,%", strict=True)}
_DIGITS = {ch: value for value, ch in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_ZH_SCALE = {"万亿": 10**12, "亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4, "": 1}
_EN_SCALE = {"trillion": 10**12, "billion": 10**9, "million": 10**6, "thousand": 1000, "hundred": 100, "": 1}
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,6})?|[0-9]{1,15}(?:\.[0-9]{1,6})?"
_ZH = re.compile(
    rf"(?P<n>{_NUMBER})\s?(?P<scale>万亿|亿|千万|百万|万)?|(?P<zh>[〇零一二三四五六七八九十百千两万亿]{{1,15}})"
)


def _numbered(words: str, first: int = 1, step: int = 1) -> dict[str, int]:
    return {word: value * step for value, word in enumerate(words.split(), first)}


_MONTHS = _numbered("january february march april may june july august september october november december")
_WORDS = (
    _numbered("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen", 0)
    | _numbered("sixteen seventeen eighteen nineteen twenty", 16)
    | _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 2, 10)
    | _numbered("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth")
    | _numbered("fourteenth fifteenth", 14)
    | _MONTHS
)
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_EN = re.compile(
    rf"(?P<n>{_NUMBER})(?:[ -]?(?P<scale>trillion|billion|million|thousand|hundred))?"
    rf"|(?<![a-z])(?P<word>{_WORD})(?![a-z])(?:[ -](?P<wscale>trillion|billion|million|thousand|hundred))?",
    re.IGNORECASE,
)
_TORN = re.compile(r"(?<![0-9.])([0-9]{1,3}) ([0-9]{1,3})(?![0-9.])")
# From here on a figure is rare enough to point at its sentence.
_STRONG = 13


def _key(value: Decimal) -> str:
    text = f"{value.normalize():f}"
    strong = value != value.to_integral_value() or value >= _STRONG
    return ("f:" if strong else "d:") + text


def _chinese(text: str) -> int:
    if not any(ch in _TENS or ch in _MYRIADS for ch in text):
        return int("".join(str(_DIGITS[ch]) for ch in text))
    total = section = digit = 0
    for ch in text:
        if ch in _DIGITS:
            digit = _DIGITS[ch]
        elif ch in _TENS:
            section += (digit or (1 if ch == "十" else 0)) * _TENS[ch]
            digit = 0
        else:
            total += (section + digit) * _MYRIADS[ch]
            section = digit = 0
    return total + section + digit


def _scaled(number: str, scale: int) -> set[str]:
    value = Decimal(number.replace(",", ""))
    # The bare figure too: damage often tears the scale word off.
    return {_key(value * scale), _key(value)}


def _number_words(text: str) -> set[str]:
    # 十四五 is 14 and 5: the five-year plan of that number.
    if len(text) == 3 and text[0] == "十" and text[1] in _DIGITS and text[2] in _DIGITS:
        return {_key(Decimal(_chinese(text[:2]))), _key(Decimal(_DIGITS[text[2]]))}
    value = _chinese(text)
    # A lone 一 is a word more often than a figure, and so is 万.
    return {_key(Decimal(value))} if value > 1 else set()


def chinese_figures(text: str) -> set[str]:
    """Give the keys of a Chinese text's figures: `f:` for telling ones, `d:` for small ones that any text may hold."""
    keys: set[str] = set()
    for match in _ZH.finditer(text.translate(_WIDE)):
        if match["n"]:
            keys |= _scaled(match["n"], _ZH_SCALE[match["scale"] or ""])
        else:
            keys |= _number_words(match["zh"])
    return keys


def english_figures(text: str) -> set[str]:
    """Give the keys of an English text's figures, as `chinese_figures` does; months count by their number."""
    text = text.translate(_WIDE)
    keys: set[str] = set()
    for match in _EN.finditer(text):
        if match["n"]:
            keys |= _scaled(match["n"], _EN_SCALE[(match["scale"] or "").lower()])
            continue
        word = match["word"].lower()
        scale = _EN_SCALE[(match["wscale"] or "").lower()]
        # "may" is a verb as often as a month, "one" a pronoun.
        if word not in ("may", "one", "zero") or scale > 1:
            keys.add(_key(Decimal(_WORDS[word] * scale)))
    for match in _TORN.finditer(text):
        keys.add(_key(Decimal(match[1] + match[2])))
    return keys

"""Numbers of grades, plans and school years, and how often something is done: 三级响应, “十五五”规划, 五年级, 每日三次.

None of these measures anything, so they are compared by themselves, and only where each side tells one of a kind.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from drafter.language.numerals import chinese_numerals
from drafter.model import Span

_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6} | dict(zip("ⅰⅱⅲⅳⅴⅵ", range(1, 7), strict=True))
_CARDINALS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ORDINALS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
)  # fmt: skip
_WORDS: Final = {word: value for words in (_CARDINALS, _ORDINALS) for value, word in enumerate(words, 1)}
_WRITTEN_ROMAN: Final = ("", "I", "II", "III", "IV", "V", "VI")
_ROMAN_OR_WORD = (
    rf"(?:[1-9](?![0-9A-Za-z])|(?:VI|IV|V|I{{1,3}})(?![A-Za-z])|[Ⅰ-Ⅵ]|(?i:{'|'.join(_CARDINALS)})(?![a-z]))"
)
_NTH = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|(?i:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))}))"
_ZH_TIMES = r"(?<![0-9])[0-9]{1,2}|[一两二三四五六七八九]|十[一二]?"
# Classes I to III, Grade II or III: more than one.
_ALONE = r"(?!\s?(?:[-–—~/,]|to|and|or|through)\s?(?:[IVⅠ-Ⅵ1-9](?![a-z])|[Gg]rade|[Ll]evel|[Cc]lass))"
_A_YEAR: Final = {
    "日": 365, "天": 365, "周": 52, "月": 12, "季": 4, "半": 2, "年": 1,
    "day": 365, "week": 52, "month": 12, "quarter": 4, "half": 2, "year": 1,
}  # fmt: skip
"""How often a period comes in a year."""


class Unlike(NamedTuple):
    """A number that the two sides tell differently.

    Attributes:
        source: where it stands in the Chinese.
        target: where it stands in the English.
        meant: what shall stand there.
    """

    source: Span
    target: Span
    meant: str


_KINDS: Final = (
    (
        "级",
        re.compile(
            r"(?<![一二三四五六七八九十0-9Ⅰ-Ⅵ至、和及或—~～-])(?<![级Ⅰ-Ⅵ]到)(?P<n>[一二三四五六]|[Ⅰ-Ⅵ])级(?=响应|应急|预警|警报|文物|公路|残疾|保护|伤残|标准|能效)"
            # 由三级响应提升为二级: two of them.
            r"|[升降调整高低格][到至为成](?P<m>[一二三四五六]|[Ⅰ-Ⅵ])级"
        ),
        re.compile(
            rf"(?<![A-Za-z])(?<![IV1-6] to )(?:[Gg]rade|[Ll]evel|[Cc]lass|[Cc]ategory|[Tt]ier)[ -]"
            rf"(?P<n>{_ROMAN_OR_WORD}){_ALONE}"
            r"(?!-[A-Za-z])"
        ),
    ),
    (
        "类",
        re.compile(r"(?<![Ⅰ-Ⅵ类至、和及或—~～-])(?<![Ⅰ-Ⅵ类]到)(?P<n>[Ⅰ-Ⅵ])类(?![至到、和及或—~～-])"),
        re.compile(rf"(?<![A-Za-z])(?:[Cc]lass|[Cc]ategory|[Gg]rade|[Tt]ype)[ -](?P<n>{_ROMAN_OR_WORD}){_ALONE}"),
    ),
    (
        "五",
        re.compile(r"十(?P<n>[一二三四五])五(?=[”\"]|规划|时期|期间|末)"),
        re.compile(rf"(?<![0-9A-Za-z])(?P<n>{_NTH})\s(?:[Ff]ive[- ][Yy]ear\s[Pp]lan|FYP)"),
    ),
    (
        "环",
        re.compile(r"(?<![至、和及或—~～-])(?P<n>[二三四五六])环(?=[以路内外线至到])"),
        re.compile(rf"(?<![0-9A-Za-z])(?P<n>{_NTH})[ -][Rr]ing(?:[ -][Rr]oads?)?(?![A-Za-z])"),
    ),
    (
        "国",
        re.compile(
            r"(?<![英美法德泰韩俄中全各我外两本该多至、和及或—~～-])国(?P<n>[一二三四五六]|[Ⅰ-Ⅵ])(?=[及以标排柴汽非机车阶])"
        ),
        re.compile(
            r"(?<![A-Za-z])(?:China|National|Stage)[ -](?P<n>(?:VI|IV|V|I{1,3})(?![A-Za-z])|[Ⅰ-Ⅵ]|[1-6](?![0-9A-Za-z]))"
        ),
    ),
    (
        "年级",
        re.compile(r"(?<![一二三四五六七八九十0-9至到、—-])(?P<n>[一二三四五六七八九])年级"),
        re.compile(
            rf"(?<![0-9A-Za-z])(?P<n>{_NTH})[ -]grade(?:rs?)?(?![a-z])|(?<![A-Za-z])Grade (?P<m>{_ROMAN_OR_WORD})"
        ),
    ),
)
_BEYOND_TEN = 2  # the kind whose Chinese counts on from ten: 十四五
_ZH_OFTEN = re.compile(
    rf"每(?P<period>半年|[日天周月年]|季度?)(?:至少|不少于|最多)?[^，。；、,;0-9一两二三四五六七八九十每]{{0,4}}(?P<n>{_ZH_TIMES})次"
    r"(?![会性方])"
)
_EN_OFTEN = re.compile(
    rf"(?<![A-Za-z-])(?P<n>once|twice|thrice|(?:{'|'.join(_CARDINALS)}|[0-9]{{1,2}})\stimes)"
    r"\s(?:a|an|per|each|every)\s(?P<period>day|week|month|quarter|half[ -]year|year)(?![a-z])",
    re.IGNORECASE,
)
_TIMES: Final = {"once": 1, "twice": 2, "thrice": 3}
_OFTEN: Final = {1: "once", 2: "twice"}
_ZH_BELOW = re.compile(r"零下\s?(?P<n>[0-9]+(?:\.[0-9]+)?)")
_EN_BELOW = re.compile(
    r"minus|below\s(?:zero|freezing)|below(?=[.,;]|\sin\s|$)|sub-?zero|negative|freezing|[-−–—]\s?[0-9]|colder|fahrenheit|°\s?F",
    re.IGNORECASE,
)


def unlike_ranks(zh: str, en: str) -> Iterator[Unlike]:
    """Give the grades, plans, school years, frequencies and degrees below zero that the English tells otherwise.

    Args:
        zh: the Chinese.
        en: the English.
    """
    for kind, (mark, ours, theirs) in enumerate(_KINDS):
        if mark not in zh:
            continue
        source, mine = _only(ours, zh, 10 if kind == _BEYOND_TEN else 0)
        if source is None:
            continue
        target, its = _only(theirs, en, 0)
        if target is not None and mine != its:
            group = "n" if target["n"] else "m"
            span = Span(*target.span(group))
            yield Unlike(Span(*source.span()), span, _in_shape_of(mine, target[group]))
    if "次" in zh:
        yield from _unlike_frequency(zh, en)
    if "零下" in zh:
        yield from _lost_minus(zh, en)


def _only(pattern: re.Pattern[str], text: str, more: int) -> tuple[re.Match[str] | None, int]:
    """Give the one number of a kind, where a text tells only one, and its first place."""
    found = list(pattern.finditer(text))
    values = {_value(one["n"] or one["m"]) + more for one in found}
    return (found[0], values.pop()) if len(values) == 1 else (None, 0)


def _value(written: str) -> int:
    small = written.lower()
    if small in _ROMAN:
        return _ROMAN[small]
    if small in _WORDS:
        return _WORDS[small]
    if digits := re.match("[0-9]+", small):
        return int(digits[0])
    return int(next(iter(chinese_numerals(written))).value)


def _in_shape_of(value: int, shape: str) -> str:
    """Write a number as another one is written: III, 3, 3rd, three, third."""
    small = shape.lower()
    if shape.isdigit():
        return str(value)
    if shape[0].isdigit():
        return f"{value}{'th' if value > len('123') else ('st', 'nd', 'rd')[value - 1]}"
    if small in _ROMAN and value < len(_WRITTEN_ROMAN):
        return _WRITTEN_ROMAN[value]
    words = _CARDINALS if small in _CARDINALS else _ORDINALS
    word = words[value - 1]
    return word.capitalize() if shape[0].isupper() else word


def _unlike_frequency(zh: str, en: str) -> Iterator[Unlike]:
    """每月两次 as three times a month; where several are told, the one that is told otherwise."""
    ours = [(one, _how_often(one)) for one in _ZH_OFTEN.finditer(zh)]
    theirs = [(one, _how_often(one)) for one in _EN_OFTEN.finditer(en)] if ours else []
    mine, its = ({rate for _, rate in side} for side in (ours, theirs))
    odd = [(one, rate) for one, rate in ours if rate not in its]
    odd_en = [one for one, rate in theirs if rate not in mine]
    if len(ours) != len(theirs) or len(odd) != 1 or len(odd_en) != 1:
        return
    (source, rate), target = odd[0], odd_en[0]
    times = rate // _A_YEAR[_period(target["period"].lower())]
    if times:
        word = _CARDINALS[times - 1] if times <= len(_CARDINALS) else str(times)
        yield Unlike(Span(*source.span()), Span(*target.span("n")), _OFTEN.get(times, f"{word} times"))


def _how_often(found: re.Match[str]) -> int:
    """How many times a year something is done."""
    times, period = found["n"].lower(), found["period"].lower()
    return (_TIMES.get(times) or _value(times.split()[0])) * _A_YEAR[_period(period)]


def _period(words: str) -> str:
    return "half" if words.startswith("half") else words if words in _A_YEAR else words[0]


def _lost_minus(zh: str, en: str) -> Iterator[Unlike]:
    """零下12度 as 12 degrees."""
    found = list(_ZH_BELOW.finditer(zh))
    if len(found) != 1 or _EN_BELOW.search(en):
        return
    places = list(re.finditer(rf"(?<![0-9.,]){re.escape(found[0]['n'])}(?=\s?(?:°|degrees?|℃|C(?![a-z])))", en))
    if len(places) == 1:
        yield Unlike(Span(*found[0].span()), Span(*places[0].span()), f"−{found[0]['n']}")

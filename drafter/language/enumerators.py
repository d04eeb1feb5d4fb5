"""The marker a line opens with: 一、 （二） 3. of a Chinese plan, and what becomes of it in English.

Machine translation turns 一、 into "First," or "one,", （三） into "(C)" or "(three)", and 1. into "oneStrengthen".
All of these are read, and ordinary text that merely opens with a number is not.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from drafter.language.scripts import HAN
from drafter.model import Span


@dataclass(frozen=True, slots=True)
class Enumerator:
    """A marker at the start of a line.

    Attributes:
        span: the marker with its comma, bracket or dot, without the blank behind it.
        ordinal: the number it stands for, from 1.
        style: how it is written: "zh-comma", "arabic-dot", "word-glued", …
        level: the usual level of that style in a Chinese plan, 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）.
        damaged: whether no drafter would write it so in either language ("oneStrengthen", "(seven)").
    """

    span: Span
    ordinal: int
    style: str
    level: int
    damaged: bool = False


_ZH_DIGITS = {ch: value for value, ch in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_CARDINALS = (  # noqa: SIM905 -- two short lines instead of forty
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_ORDINALS = (  # noqa: SIM905
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_WORDS = {word: value for words in (_CARDINALS, _ORDINALS) for value, word in enumerate(words, 1)}
_WORDS |= {word + "ly": value for value, word in enumerate(_ORDINALS, 1)}
_WORDS |= {f"twenty-{word}": 20 + value for value, word in enumerate(_CARDINALS[:9], 1)} | {"thirty": 30}
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}
_ROMAN = re.compile("x{0,3}(?:ix|iv|v?i{0,3})")

_CARDINAL = "(?:twenty-(?:" + "|".join(_CARDINALS[:9]) + ")|" + "|".join([*reversed(_CARDINALS), "thirty"]) + ")"
_ORDINAL = "(?:" + "|".join(_ORDINALS) + ")(?:ly)?"
_ANY_WORD = f"(?:{_CARDINAL}|{_ORDINAL})"
_NUM = "[0-9０-９]{1,2}"
_ZH_NUM = "[一二三四五六七八九十百零〇]{1,6}"
_MULTI = rf"(?:{_NUM}[.．]){{1,3}}(?P<n>{_NUM})"
_OPEN, _CLOSE = r"[(（〔\[]\s?", r"\s?[)）〕\]]"

# A full stop that slipped over from the line before (". 4. Accelerate") stands outside the marker.
_LEAD = re.compile(r"""[\s\u200b\ufeff"“”'‘’「『《]{0,40}(?P<stray>[.。．]\s{1,4})?""")
_AFTER_DAY = "(?!Year|Month|Day|Hour|Minute|Sun|Moon|Home|Million|Billion|Percent|Ton|Degree|Kilo|Micro|Meter|Metre)"


def _roman(text: str) -> int:
    digits = [_ROMAN_DIGITS[ch] for ch in text.lower()]
    following = [*digits[1:], 0]
    return sum(-value if value < after else value for value, after in zip(digits, following, strict=True))


def _chinese(text: str) -> int:
    total = digit = 0
    for ch in text:
        if ch in "十百":
            total += (digit or 1) * (10 if ch == "十" else 100)
            digit = 0
        else:
            digit = digit * 10 + _ZH_DIGITS[ch] if ch in "零〇" else _ZH_DIGITS[ch]
    return total + digit


def _number(text: str) -> int:
    lower = text.lower()
    if lower in _WORDS:
        return _WORDS[lower]
    if lower.isdecimal():
        return int(lower)
    if text[0] in _ZH_DIGITS or text[0] in "十百":
        return _chinese(text)
    return _roman(text) if _ROMAN.fullmatch(lower) else 0


def _letter(text: str) -> int:
    """Read a bracketed letter: i, v and x are Roman, all others count from A; so (C) is three, as machines write it."""
    return _roman(text) if text.lower() in _ROMAN_DIGITS else ord(text.lower()) - ord("a") + 1


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    pattern: re.Pattern[str]
    level: int
    damaged: bool = False
    read: Callable[[str], int] = _number


def _style(name: str, pattern: str, level: int, *, damaged: bool = False, letters: bool = False) -> _Style:
    return _Style(name, re.compile(pattern), level, damaged, _letter if letters else _number)


_TITLED_NUMBER = rf"(?P<n>[IVX]{{1,6}}|{_NUM}|(?i:{_ANY_WORD}))(?=\s*$|[.:：、]|\s+[A-Z])"
# What follows a figure that is no item number: a unit, a thing counted.
_MEASURED = (
    "(?:[万亿千百%％元米公倍个吨度克升年月日时天岁户家人分秒平立亩兆瓦毫厘号次名条项座台辆位所处周届级类种]|Mil|Bil)"
)


def _titled(name: str) -> str:
    """Give the pattern of a marker like Chapter II; "Article 5 of the law", with no title behind it, is text."""
    return rf"(?i:{name})\s+{_TITLED_NUMBER}"


# Tried in this order; `n` is the number, the whole match (without look-ahead) is the marker.
_STYLES: tuple[_Style, ...] = (
    _style("zh-comma", f"(?P<n>{_ZH_NUM})[、．.]", 1),
    _style("zh-comma", f"(?P<n>{_ZH_NUM})[,，](?=[ \u3000]?[{HAN}])", 1, damaged=True),
    _style("zh-paren", f"{_OPEN}(?P<n>{_ZH_NUM}){_CLOSE}", 2),
    _style("zh-ordinal", f"第(?P<n>{_ZH_NUM})[，、,：]", 4),
    _style("zh-part", rf"第(?P<n>{_ZH_NUM}|{_NUM})(?:编|篇|部分)(?=\s|$|[、：:])", 1),
    _style("zh-chapter", f"第(?P<n>{_ZH_NUM}|{_NUM})[编章](?![{HAN}]*[程])", 1),
    _style("zh-section", rf"第(?P<n>{_ZH_NUM}|{_NUM})节(?=\s|$|[、：:])", 2),
    _style("zh-article", rf"第(?P<n>{_ZH_NUM}|{_NUM})条(?=\s|$|[、：:])", 3),
    _style("arabic-dot", rf"(?P<n>{_NUM})[.．](?![0-9０-９%])", 3),
    _style("arabic-comma", rf"(?P<n>{_NUM})、", 3),
    _style("arabic-comma", rf"(?P<n>{_NUM}),(?=\s?[A-Za-z])", 3, damaged=True),
    _style("arabic-multi", rf"{_MULTI}(?=\s+[A-Z{HAN}])(?!\s*[万亿千百%]|\s+Mil|\s+Bil)", 3),
    _style("arabic-paren", f"（\\s?(?P<n>{_NUM})\\s?[)）]", 4),
    _style("arabic-paren", f"{_OPEN}(?P<n>{_NUM}){_CLOSE}(?=\\s*[{HAN}])", 4),
    _style("arabic-paren", f"{_OPEN}(?P<n>{_NUM}){_CLOSE}", 2),
    _style("arabic-bracket", rf"(?P<n>{_NUM})[)）]", 4),
    _style("roman-paren", f"{_OPEN}(?P<n>[IVX]{{2,6}}){_CLOSE}", 2),
    _style("roman-paren", f"{_OPEN}(?P<n>[IVX]){_CLOSE}", 2, letters=True),
    _style("roman-paren", f"{_OPEN}(?P<n>[ivx]{{1,6}}){_CLOSE}", 4),
    _style("letter-paren", f"{_OPEN}(?P<n>[A-Z]){_CLOSE}", 2, letters=True),
    _style("letter-paren", f"{_OPEN}(?P<n>[a-z]){_CLOSE}", 4, letters=True),
    _style("letter-bracket", r"(?P<n>[a-z])[)）](?=\s)", 4, letters=True),
    _style("roman-dot", r"(?P<n>[IVX]{1,6})(?:、|\.(?=[A-Z][a-z]|\s+(?:[A-Za-z“\"][A-Za-z]|A\s[A-Z])|\s*$))", 1),
    _style("letter-dot", r"(?P<n>[A-HJ-N])\.(?=\s+[A-Z][a-z]|\s*$)", 2, letters=True),
    _style("word-paren", f"{_OPEN}(?P<n>(?i:{_ANY_WORD})){_CLOSE}", 2, damaged=True),
    _style("word-comma", f"(?P<n>(?i:{_ORDINAL}))[,，、:：](?!\\s*(?i:and|or|{_ORDINAL})(?![A-Za-z]))", 1),
    _style(
        "word-comma",
        f"(?P<n>(?i:{_CARDINAL}))[,，、](?!\\s*(?i:and|or|however|if|in|of|perhaps|maybe|{_CARDINAL})(?![A-Za-z]))",
        1,
        damaged=True,
    ),
    _style("word-glued", f"(?P<n>{_CARDINAL})(?=[A-Z])(?!(?i:{_ANY_WORD})(?![a-z]))", 3, damaged=True),
    _style("digit-glued", f"(?P<n>[0-9]{{1,2}})(?=[A-Z][a-z]{{2}}){_AFTER_DAY}", 3, damaged=True),
    _style("chapter-word", _titled("chapter|part"), 1),
    _style("section-word", _titled("section"), 2),
    _style("article-word", _titled("article"), 3),
)
# What opens many a line that has no number: a marker only among its like.
_LIKELY: tuple[_Style, ...] = (
    _style("zh-is", f"(?P<n>{_ZH_NUM})[是要](?=[{HAN}“《0-9])", 4),
    _style("zh-ordinal", f"第(?P<n>{_ZH_NUM})(?:是|个是|，|,|、)", 4),
    _style("zh-article", f"第(?P<n>{_ZH_NUM}|{_NUM})条", 3),
    _style("zh-comma", f"(?P<n>{_ZH_NUM})(?=[ \u3000\t]{{1,4}}[{HAN}])", 1),
    _style(
        "zh-named",
        f"(?:任务|行动|措施|目标|工程|项目|步骤|专栏|事项)\\s?(?P<n>{_ZH_NUM}|{_NUM})(?:[：:、.．]|(?=\\s+[{HAN}]))",
        3,
    ),
    _style("arabic-multi", rf"{_MULTI}[.．]?(?=\s*[A-Z“{HAN}]|\s+[0-9])(?!\s*{_MEASURED})", 3),
    _style("word-is", f"(?i:the )?(?P<n>(?i:{_ORDINAL}))(?: is(?: to)?| was|,|:)(?= )", 4),
    _style("word-blank", f"(?P<n>(?i:{_ANY_WORD}))(?= [A-Z][a-z])", 1, damaged=True),
    _style("word-named", rf"(?i:task|action|measure|step|goal|objective|priority|phase|item|box)\s{_TITLED_NUMBER}", 3),
    _style("article-word", rf"(?i:article)\s+(?P<n>{_NUM})(?=\s+[\"“(0-9])", 3),
    _style("letter-dot", r"(?P<n>[a-zA-Z])\.(?=\s+[A-Za-z0-9“\"])", 4, letters=True),
    _style("letter-comma", rf"(?P<n>[A-H])、(?=\s?[{HAN}A-Z])", 2, letters=True),
    _style("arabic-blank", rf"(?P<n>{_NUM})(?=[ \u3000\t]{{1,4}}(?:[A-Z“][a-zA-Z]|[{HAN}]{{2}}))(?!\s*{_MEASURED})", 3),
    _style("digit-glued", f"(?P<n>[0-9]{{1,2}})(?=[A-Z][a-z]{{0,15}} ){_AFTER_DAY}", 3, damaged=True),
    _style("arabic-dot", rf"(?P<n>{_NUM})[.．](?=(?:19|20)[0-9]{{2}}(?![0-9]))", 3),
)
# The ready-made characters ① ⑴ ⒈ ㈠: first code point, how many, style, level.
_BLOCKS = (
    (0x2460, 20, "circled", 5),
    (0x2474, 20, "arabic-paren", 4),
    (0x2488, 20, "arabic-dot", 3),
    (0x3220, 10, "zh-paren", 2),
)


def _ready_made(text: str, start: int) -> Enumerator | None:
    code = ord(text[start])
    for first, count, style, level in _BLOCKS:
        if first <= code < first + count:
            return Enumerator(Span(start, start + 1), code - first + 1, style, level)
    return None


def _begins_list(text: str, end: int, ordinal: int) -> bool:
    """Tell whether the next number follows at once: 一、二、三产业 counts things and numbers nothing."""
    match = re.compile(f"{_NUM}|{_ZH_NUM}").match(text, end)
    return match is not None and _number(match.group()) == ordinal + 1


def read_enumerator(text: str) -> Enumerator | None:
    """Read the marker at the start of a line, behind blanks and opening quotes.

    Returns:
        The marker, or None where the line opens with ordinary text.
    """
    start, stray = _lead(text)
    found = enumerator_at(text, start)
    return replace(found, damaged=True) if found and stray else found


def enumerator_at(text: str, start: int) -> Enumerator | None:
    """Read the marker that begins at a place of a text."""
    if start >= len(text):
        return None
    return _ready_made(text, start) or _styled(text, start, _STYLES, _ANY_STYLE)


def read_likely_enumerator(text: str) -> Enumerator | None:
    """Read an opening that numbers its line only where its neighbours are numbered so too: 一是, “The second is”, a.

    Returns:
        What it would be, or None; also where `read_enumerator` finds a marker.
    """
    start, _stray = _lead(text)
    return _styled(text, start, _LIKELY, _ANY_LIKELY)


def other_reading(text: str, marker: Enumerator) -> Enumerator | None:
    """Give the other reading of a Roman number that is one letter: (i) is one, or the letter behind (h)."""
    letter = text[marker.span.start : marker.span.end].strip("()（）〔〕[]. 、")
    if len(letter) != 1 or not marker.style.startswith("roman-"):
        return None
    style = marker.style.replace("roman-", "letter-")
    return replace(marker, ordinal=ord(letter.lower()) - ord("a") + 1, style=style)


def _lead(text: str) -> tuple[int, bool]:
    """Give where the text of a line begins, and whether a stop of the line before stands there."""
    lead = _LEAD.match(text)
    return (lead.end(), bool(lead["stray"])) if lead else (0, False)


def _any_of(styles: Iterable[_Style]) -> re.Pattern[str]:
    """Give what finds at once whether any style matches at all: most lines have no number."""
    return re.compile("|".join(style.pattern.pattern.replace("(?P<n>", "(?:") for style in styles))


_ANY_STYLE, _ANY_LIKELY = _any_of(_STYLES), _any_of(_LIKELY)


def _styled(text: str, start: int, styles: Sequence[_Style], any_of_them: re.Pattern[str]) -> Enumerator | None:
    for style in styles if any_of_them.match(text, start) else ():
        match = style.pattern.match(text, start)
        if match is None:
            continue
        ordinal = style.read(match["n"])
        if ordinal < 1 or (match.group()[-1] in "、,，" and _begins_list(text, match.end(), ordinal)):
            return None
        return Enumerator(Span(*match.span()), ordinal, style.name, style.level, style.damaged)
    return None

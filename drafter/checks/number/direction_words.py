"""Which way a figure is said to move: the word that governs it, in either language.

Only a word that plainly belongs to its figure counts (fell by 5%, a 5% fall, 下降5%), and only where nothing else in
the same part of the sentence speaks of a direction or may turn it round.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.language.around import before
from drafter.model import Span

_ZH_REACH = 24
_EN_REACH = 90
_EN_BEHIND = 40

UP, DOWN, SURPLUS, DEFICIT = 1, -1, 2, -2
"""Two directions are opposite where they add up to nothing."""


@dataclass(frozen=True, slots=True)
class Said:
    """A direction as a text tells it.

    Attributes:
        direction: which way.
        span: where its word stands in the text.
    """

    direction: int
    span: Span


_ZH_DOWN = "下降|降低|减少|回落|下调|缩减|压减|削减|调减|下跌|下滑|下挫|减产|缩短|调低|降至|降到|减至|跌至"
_ZH_UP = "增长|上升|提高|提升|增加|上涨|上调|攀升|回升|增产|调高|增至|升至|升到|涨至"
ZH_WORD = re.compile(rf"(?P<down>{_ZH_DOWN}|低于)|(?P<up>{_ZH_UP}|高于)|(?P<surplus>顺差)|(?P<deficit>逆差)")
_ZH_COMPARED = re.compile(r"比[^比]{1,12}(?:(?P<down>少|低)|(?P<up>多|高))(?:了|出)?\s*\Z")
_ZH_ENDS = re.compile(r"[，。；：、！？,;:!?()（）\n]")
# What stands between the word and its figure: a short object (增加投资3亿元), or none.
_ZH_BETWEEN = re.compile(r"(?:了|到|至|为|达|约|近|幅度)*[\u4e00-\u9fff]{0,6}\s*\Z")
# A second turn, a measure that English tells from its other end, or a thing that is held against another.
ZH_DOUBT = re.compile(
    "[幅速]度?[^，。；]{0,4}(?:收窄|扩大|放缓|加快|回落|下降|上升|提高|提升|回升|增长|降低|减少)|降幅|跌幅|减幅"
    "|增幅|涨幅|增速|速度|负|亏|赤字|缺口|差距|抵|扭|转|反弹|逆(?!差)|不|未|没|无|避免|防止|遏制|标准|要求|门槛|限值|排名|位次|名次"
    "|汇率|中间价|升值|贬值|零下|收窄|扩大|效率|节|省|替代|减排|减税|减负|减免|损|免|比重|而|但|如果|若|每|再|或|先|兑|对(?!外)"
    "|(?:美元|日元|欧元|英镑|人民币|韩元|卢布)(?![贷存]款)"
)

_EN_DOWN = frozenset(
    re.findall(
        "[a-z]+",
        "fall falls fell fallen falling drop drops dropped dropping decrease decreases decreased decreasing decline "
        "declines declined declining reduce reduces reduced reducing reduction reductions cut cuts cutting lowered "
        "lowers lowering shrink shrinks shrank shrunk shrinking slashed slashing trimmed plunged plummeted tumbled "
        "slid dipped shortened contracted contraction",
    )
)
_EN_UP = frozenset(
    re.findall(
        "[a-z]+",
        "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth "
        "raise raises raised raising climb climbs climbed climbing jumped surged soared gain gains gained expanded",
    )
)
_EN_ADJECTIVES = {"lower": DOWN, "fewer": DOWN, "less": DOWN, "down": DOWN, "higher": UP, "more": UP, "up": UP}
_DIRECTIONS = (
    dict.fromkeys(_EN_DOWN, DOWN)
    | dict.fromkeys(_EN_UP, UP)
    | _EN_ADJECTIVES
    | {"surplus": SURPLUS, "surpluses": SURPLUS, "deficit": DEFICIT, "deficits": DEFICIT}
)
_VERBS = _EN_DOWN | _EN_UP
EN_VERBS = {word: _DIRECTIONS[word] for word in _VERBS}
"""The verbs and nouns of direction, and which way they go."""


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_EN_WORD = re.compile(rf"(?<![A-Za-z-])(?:{_any_of(_DIRECTIONS)})(?![A-Za-z-])", re.IGNORECASE)
_EN_ENDS = re.compile(r"[;:!?()\n—–]|[.,](?![0-9])")
EN_DOUBT = re.compile(
    r"(?<![A-Za-z])(?:narrow\w*|slow\w*|negative\w*|minus|not|no|never|without|avoid\w*|prevent\w*|sav\w+|offset\w*"
    r"|efficien\w*|standards?|thresholds?|limits?|loss\w*|los[et]\w*|shortfall\w*|gap|gaps|instead|rather|against|versus"
    r"|improv\w*|wors\w*|better|eas\w+|mitigat\w*|halv\w*|revers\w*|rank\w*|rates?\sof|pace|speed|accelerat\w*|decelerat\w*"
    r"|otherwise|than|if|would|could|exempt\w*|relie\w*|faster|per|each|every|pass|passed|or|nor|weak\w*|strong\w*"
    r"|appreciat\w*|depreciat\w*|with|discount\w*|remov\w*|shed|add|adds|added|adding|additional|rebound\w*|recover\w*)(?![A-Za-z])|n[’']t(?![A-Za-z])",
    re.IGNORECASE,
)
# What may stand between a word and the figure that it governs.
_EN_LINK = re.compile(
    r"(?:\s(?:by|of|to|at|some|about|around|nearly|over|roughly|a|an|the|total|another|further|year|on|month|quarter"
    r"|year-on-year|year-over-year|y/y|yoy|again|from|[a-z]+ly)){0,6}\s?[$£€¥]?\Z",
    re.IGNORECASE,
)
_EN_BALANCE = re.compile(r"\s(?:was|is|of|stood\sat|reached|totalled|hit)\s[$£€¥]?\Z")
_EN_BY = re.compile(r"\sby(?:\s(?:some|about|around|nearly|over|roughly|a|an|another|a\sfurther|a\stotal\sof))?\s\Z")
_EN_AFTER = re.compile(
    r"(?:[\s-](?:percent|per\scent|percentage|point|points|year-on-year|year-over-year|annual|yearly|days?|people|[a-z]+ly))"
    r"{0,3}[\s-](?P<word>increase|rise|growth|gain|decrease|drop|fall|decline|reduction|cut|higher|lower|more|fewer|less"
    r"|surplus|deficit)(?![A-Za-z-])",
    re.IGNORECASE,
)
# Higher last month: what is compared may be the time before with this one.
_OLD_TIME = re.compile(
    r"(?!\sthan)(?:\s(?!than|from|over|on)[a-z]+){0,3}\s(?:last|earlier|previously|before|the\sprevious)(?![a-z])"
)
# With these verbs "up" and "down" tell no direction: make up 5%, shut down 12 plants.
PHRASAL = re.compile(
    r"(?<![A-Za-z])(?:ma[dk]\w+|sets?|setting|t[ao]k\w+|add\w*|sum\w*|shut\w*|clos\w+|br[eo]\w+|pick\w*|buil\w+|gave|giv\w+"
    r"|show\w*|sign\w*|c[ao]m\w+|end\w*|put\w*|speed\w*|sped|step\w*|open\w*|free\w*|us\w+|t[eo][aor]\w+|bring\w*|brought"
    r"|turn\w*|track\w*|hunt\w*|lay|laid|pull\w*|divid\w*|split\w*|rack\w*|clean\w*|mop\w*|round\w*|top\w*|h[eo]ld\w*|g[eo]\w+"
    r"|br[oe]k\w*|warm\w*|eat\w*|call\w*|l[eo]ad\w*|back\w*|buy\w*|bought|kn[eo]\w+|writ\w+|start\w*|tied|tie|follow\w*)"
    r"\s\Z",
    re.IGNORECASE,
)

# Things of which English may tell the contrary, and how it names them where it does not.
_OTHER_END = {
    word: re.compile(name, re.IGNORECASE)
    for word, name in (
        ("死亡", r"death|died|dead|mortal|fatal|kill"), ("失业", r"unemploy|jobless|out\sof\swork"),
        ("贫困", r"poverty|poor|impoverish"), ("空置", r"vacan|empty"), ("收益率", r"yield|return"),
        ("违约", r"default|breach"), ("文盲", r"illitera"), ("辍学", r"drop"),
        ("污染", r"pollut"), ("事故", r"acciden|incident"),
        ("失败", r"fail"), ("流失", r"loss|los[et]|erosion|turnover|attrition"), ("淘汰", r"phas|eliminat|outdated"),
    )
}  # fmt: skip
_CHEAP = re.compile(f"{_ZH_DOWN}|{_ZH_UP}|低于|高于|[顺逆]差|比")


def may_move(zh: str) -> bool:
    """Whether a Chinese text has a word of direction at all."""
    return _CHEAP.search(zh) is not None


def told_from_other_end(zh: str, en: str) -> bool:
    """Whether the English may measure the contrary, which moves the other way: survival for 死亡, jobs for 失业."""
    return any(word in zh and not name.search(en) for word, name in _OTHER_END.items())


def said_in_chinese(text: str, span: Span, floor: int, ceiling: int) -> Said | None:
    """Find the direction that a Chinese text tells of a figure, None where it tells none or may tell two.

    Args:
        text: the text.
        span: where the figure stands with its bound.
        floor: where the figure before it ends.
        ceiling: where the figure behind it begins.
    """
    head = _part(text, floor, span.start, _ZH_REACH, _ZH_ENDS)
    tail = _ZH_ENDS.split(text[span.end : min(ceiling, span.end + _ZH_REACH)], maxsplit=1)[0]
    if ZH_DOUBT.search(head) or ZH_DOUBT.search(tail) or ZH_WORD.search(tail):
        return None
    words = list(ZH_WORD.finditer(head))
    found = words[0] if len(words) == 1 else None if words else _ZH_COMPARED.search(head)
    if found is None or (words and not _ZH_BETWEEN.match(head, found.end())):
        return None
    name = found.lastgroup or ""
    start = span.start - len(head)
    return Said(direction_of(found), Span(start + found.start(name), start + found.end(name)))


def direction_of(found: re.Match[str]) -> int:
    """Give which way a Chinese word goes."""
    return {"up": UP, "down": DOWN, "surplus": SURPLUS, "deficit": DEFICIT}[found.lastgroup or ""]


def said_in_english(text: str, span: Span, floor: int, ceiling: int) -> Said | None:
    """Find the direction that an English text tells of a figure; as `said_in_chinese`."""
    head = _part(text, floor, span.start, _EN_REACH, _EN_ENDS)
    tail = _EN_ENDS.split(text[span.end : min(ceiling, span.end + _EN_BEHIND)], maxsplit=1)[0]
    if EN_DOUBT.search(head) or EN_DOUBT.search(tail.replace(" than", "")):
        return None
    words, behind = list(_EN_WORD.finditer(head)), list(_EN_WORD.finditer(tail))
    if len(words) + len(behind) != 1:
        return None
    if behind:
        found = _EN_AFTER.match(tail)
        if found is None or _OLD_TIME.match(tail, found.end()):
            return None
        return _said(found["word"], span.end + found.start("word"))
    word = words[0]
    if not _governs(head, word):
        return None
    return _said(word[0], span.start - len(head) + word.start())


def _governs(head: str, word: re.Match[str]) -> bool:
    """Whether a word before a figure governs it: directly (fell by 5%), or over its object (cut X by 5%)."""
    name = word[0].lower()
    if name in ("more", "less", "fewer"):
        return False
    if name.startswith(("surplus", "deficit")):
        return bool(_EN_BALANCE.match(head, word.end()))
    if name in ("up", "down"):
        return (
            bool(_EN_LINK.match(head, word.end()))
            and not head.startswith(" to", word.end())
            and not PHRASAL.search(head, 0, word.start())
        )
    return bool(_EN_LINK.match(head, word.end())) or (name in _VERBS and bool(_EN_BY.search(head)))


def _said(word: str, start: int) -> Said:
    return Said(_DIRECTIONS[word.lower()], Span(start, start + len(word)))


def _part(text: str, floor: int, end: int, reach: int, ends: re.Pattern[str]) -> str:
    """The part of a sentence that stands before a figure, as far as the figure before it."""
    return ends.split(before(text, end, min(reach, max(0, end - floor))))[-1]


_SWAPS = (
    ("rise", "fall"), ("rises", "falls"), ("rose", "fell"), ("risen", "fallen"), ("rising", "falling"),
    ("increase", "decrease"), ("increases", "decreases"), ("increased", "decreased"), ("increasing", "decreasing"),
    ("raise", "reduce"), ("raises", "reduces"), ("raised", "reduced"), ("raising", "reducing"),
    ("growth", "decline"), ("grow", "decline"), ("grows", "declines"), ("grew", "declined"), ("growing", "declining"),
    ("up", "down"), ("higher", "lower"), ("more", "fewer"), ("surplus", "deficit"), ("rose", "dropped"),
    ("rises", "drops"), ("rise", "drop"), ("rising", "dropping"), ("increase", "reduction"), ("raised", "lowered"),
    ("raises", "lowers"), ("raising", "lowering"),
)  # fmt: skip
_SWAPPED = dict(reversed(_SWAPS)) | {low: high for high, low in reversed(_SWAPS)}


def swapped(text: str, span: Span) -> tuple[Span, str] | None:
    """Give the word that says the opposite in the same form, with its article where that changes as well.

    Args:
        text: the English text.
        span: where the word stands in it.

    Returns:
        What to replace and by what; None where no word fits simply.
    """
    word = text[span.start : span.end]
    other = _SWAPPED.get(word.lower())
    if other is None:
        return None
    if word[0].isupper():
        other = other.capitalize()
    article = re.search(r"(?<![A-Za-z])(an?)\s\Z", before(text, span.start, 4), re.IGNORECASE)
    if article is None:
        return span, other
    one = article[1][0] + ("n" if other[0].lower() in "aeiou" else "")
    return (span, other) if one == article[1] else (Span(span.start - len(article[0]), span.end), f"{one} {other}")

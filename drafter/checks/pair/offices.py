"""Offices named in running text: their remit and their level."""

import re
from collections.abc import Iterator

from drafter.checks.pair.differs import Differs
from drafter.language.duties import name_of
from drafter.language.outline.duties import duties_of
from drafter.language.tokens import holds_any
from drafter.model import Span

_ZH = re.compile(
    "(?P<level>国家|中国|全国|省|市|县|区)?(?:人民政府|政府)?"
    "(?P<what>生态环境|环境保护|发展和?改革|发改|工业和信息化|住房和?城乡建设|交通运输|农业农村|水利|水务|自然资源|公安|财政|商务|市场监督?管理?|市场监管"
    "|应急管理|气象|林业和草原|林业|能源|城市管理|教育|卫生健康|科学技术|科技|统计|税务|司法|人力资源(?:和)?社会保障|民政|审计|文化和旅游)"
    "(?P<kind>总局|厅|局|委员会|委|部)(?![门分署位队长级件属委])"
)  # fmt: skip
_LAST = "局厅委部"  # one of which every office's kind has
_WORD = r"[A-Z][A-Za-z’'-]+"
_EN = re.compile(
    r"\b(?!(?:The|This|Each|All|Every|Other|Relevant)\b)(?:(?:Provincial|Municipal|County|District|City|National|State)\s)?"
    rf"(?:(?:Department|Bureau|Commission|Ministry|Administration)\s(?:of|for)\s(?:the\s)?{_WORD}(?:,?\s(?:and\s)?{_WORD}){{0,4}}"
    rf"|{_WORD}(?:\s(?:and\s)?{_WORD}){{0,3}}\s(?:Department|Bureau|Commission|Ministry|Administration)\b)"
)
_MOST = 6
_LEVEL_BEFORE = re.compile("(?:(?<!全)[省市县区旗盟]|[市各]州)[、和及与（(]?\\Z")
_LEVEL_OF = {"部": "national", "总局": "national", "厅": "province"}
_LEVELS = {
    "国家": "national",
    "中国": "national",
    "全国": "national",
    "省": "province",
    "市": "city",
    "县": "county",
    "区": "county",
}
_EN_LEVELS = (
    ("national", re.compile(r"\b(?:Ministry|National|State)\b")), ("province", re.compile(r"\bProvincial\b")),
    ("city", re.compile(r"\b(?:Municipal|City)\b")), ("county", re.compile(r"\b(?:County|District)\b")),
)  # fmt: skip


def other_offices(zh: str, en: str) -> Iterator[Differs]:
    """Give the offices of the English that are of another remit, or stand at another level, than those of the Chinese.

    Lists of those responsible have a rule of their own and are left out; so is what names more offices on one side.

    Args:
        zh: the Chinese text.
        en: its English.
    """
    ours = list(_ZH.finditer(zh)) if holds_any(zh, _LAST) else []
    if not ours or len(ours) > _MOST or any(duties_of(zh)):
        return
    theirs = [found for found in _EN.finditer(en) if name_of(found[0], "en").remits]
    if len(ours) != len(theirs):
        return
    left = list(ours)
    pairs: list[tuple[re.Match[str], re.Match[str]]] = []
    alone: list[re.Match[str]] = []
    for found in theirs:
        remits = name_of(found[0], "en").remits
        same = [one for one in left if name_of(one["what"], "zh").remits & remits]
        same.sort(key=lambda one: _level_zh(one) != _level_en(found[0]))
        if same:
            left.remove(same[0])
            pairs.append((same[0], found))
        else:
            alone.append(found)
    if len(alone) == 1 and len(left) == 1:
        yield Differs(Span(*alone[0].span()), Span(*left[0].span()))
    elif not alone:
        for one, found in pairs:
            levels = _level_zh(one), _level_en(found[0])
            if all(levels) and levels[0] != levels[1]:
                yield Differs(Span(*found.span()), Span(*one.span()))


def _level_zh(office: re.Match[str]) -> str:
    if office["level"] and _LEVEL_BEFORE.search(office.string[: office.start()]):
        return ""  # 市县, 各区县, 县（市、区）: at several levels
    return _LEVELS.get(office["level"] or "", _LEVEL_OF.get(office["kind"], ""))


def _level_en(name: str) -> str:
    return next((level for level, pattern in _EN_LEVELS if pattern.search(name)), "")

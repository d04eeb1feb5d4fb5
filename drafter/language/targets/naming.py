"""The indicator of a Chinese figure in full: 铁路货运量比2020年增长, 完成治理的村庄数, 炼铁高炉容积（门槛）.

`drafter.language.indicators` gives the noun phrase beside a figure. A table of targets stands without its text, so that
the phrase is made whole here: what changes and since when, what is counted, what is measured of a thing that only meets
a threshold.
"""

import re
from typing import Final

from drafter.model import Quantity

THRESHOLD: Final = "（门槛）"
"""What stands behind the indicator of a figure that says which things are meant, and no more."""

_LIST = re.compile(r"[^、，]{1,12}(?:、[^、，]{1,12})+?(?:以及|和|及)?[^、，]{0,12}?等(?P<rest>.{2,})")
_LIST_SHORT = re.compile(r"[^、，]{1,10}(?:、[^、，]{1,10})+(?P<rest>(?:行业|企业|领域|地区).{2,})")
_SINCE = re.compile(
    r"(?:比|较|与|在|以)(?P<year>(?:19|20)[0-9]{2})年(?:的?基础上|同期|相比|相比较)?|(?:比|较)(?P<last>上年|去年)(?:同期)?"
)
_CHANGE = re.compile(r"(?:年均)?(?:增长|增加|提高|提升|上升|下降|降低|减少|削减|压减)")
_BY = re.compile(r"(?:增长|增加|提高|提升|上升|下降|降低|减少|削减|压减)(?:约|超过|不低于|不少于|至少|幅度)?\s*\Z")
_NAMED_AMOUNT = re.compile(
    r"(?:数|数量|量|率|比例|比重|占比|批次|次数|面积|长度|全长|总长|里程|浓度|强度|能力|规模|容量|产值|投资|金额|轮次|时间)\Z"
)
_COUNTED: Final = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{0,6}?(?:县（市）|村庄|村|水站|站点|县|城市|企业|单位|家庭|园区|城区|乡镇|街道|社区|断面|工厂|厂))"
    r"(?P<what>[\u4e00-\u9fff]{0,24})"
)
_DOES = re.compile(
    r"(?:空气质量|水质)?(?:达到|完成|具备|实现|建成|通过|纳入|开展|实施).{2,}|.{0,6}(?:治理|改造|整治|建设)\Z"
)
_DONE = re.compile(r"(?:完成|实现)\s*\Z")
_TASK = re.compile(r"的?(?P<task>[\u4e00-\u9fff]{2,16}?(?:任务|治理|整治|改造|溯源|建设|排查|修复))")
_THING = (
    "机组|高炉|转炉|电弧炉|锅炉|窑|炉|泊位|码头|船舶|船|基地|产业集群|集群|项目|企业|园区|加油站|示范区|电站|车辆|货车"
)
_BEHIND_THRESHOLD = re.compile(
    rf"(?:（含）|\(含\))?(?:及)?(?:以上|以下|以内)?(?:（含）)?的?(?P<noun>[\u4e00-\u9fffA-Z、]{{0,20}}?(?:{_THING})+|[\u4e00-\u9fff]{{2,8}})"
)
_SCALE = re.compile(r"级\Z")
_NEXT_SIZE = re.compile(r"[0-9.一二三四五六七八九十百千万亿]+[\u4e00-\u9fff]{1,5}级(?P<rest>[\u4e00-\u9fff]{2,20})")
_RANKED = re.compile(
    r"(?P<rank>[省市县国]{1,2}[家]?级)、[0-9]+[个家座条处段]?[\u4e00-\u9fff]{1,4}级(?P<rest>[\u4e00-\u9fff]{2,16})"
)
_SHARED_THING = re.compile(
    r"(?:的|全部|完成)(?P<thing>[\u4e00-\u9fff]{2,10}?)(?:溯源|排查|调查|检测|改造|治理|整治)(?:和|及|、)[^，；]*\Z"
)
_BARE_TASK = re.compile("(?:整治|治理|改造|排查|建设|修复)(?:任务)?")
_TERM = re.compile(r"(?:见|有|完成|达到|实现|取得).{1,8}")
_ASIDE = "(?:[（(][^（()）]{0,12}[）)])?"
_LIMITED = re.compile(r"(?:以上|以下|及以上|及以下)(?:（含）|\(含\))?的?\Z")
_SIZES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("m3", re.compile(""), "容积"),
    ("kW", re.compile(""), "容量"),
    ("MW", re.compile(""), "容量"),
    ("t", re.compile("船"), "载重吨"),
    ("t", re.compile("码头|泊位"), "吨级"),
    ("t", re.compile("炉"), "容量"),
    ("t/h", re.compile(""), "容量"),
    ("h", re.compile(""), "时间"),
    ("km2", re.compile(""), "面积"),
    ("mu", re.compile(""), "面积"),
    ("km", re.compile(""), "长度"),
)
_AREAS: Final = {"km2": "面积", "mu": "面积", "m2": "面积", "hm2": "面积", "km": "长度"}
_DURATIONS: Final = ("a", "mo", "d")
_WITHIN = re.compile("行动|计划|规划|攻坚|内|来|以来|期间|后|前|新增|累计|完成|建成|开展")
_SPAN_BEFORE = re.compile(r"(?:未来)?[0-9一二三四五六七八九十]+(?:天|小时|年|个月)\Z")
_RANK = re.compile(r"(?:不?进入|退出|稳定退出)?(?:前|后|倒数)(?:第)?")


def full_indicator(text: str, quantity: Quantity, own: str, *, change: bool, counted: bool) -> str:
    """Give what a figure measures, so that it can be read without its text.

    Args:
        text: the Chinese text.
        quantity: the figure.
        own: the phrase beside it, "" where there is none.
        change: whether the figure says by how much the phrase changes.
        counted: whether the phrase names what is counted, behind the figure.
    """
    before, behind = _part(text, quantity)
    if is_threshold(text, quantity):
        return _of_threshold(text, quantity, _without_list(own))
    if _SCALE.search(quantity.text) and (found := _BEHIND_THRESHOLD.match(text, quantity.span.end)):
        return f"{found['noun']}规模"
    if quantity.unit == "count" and (sized := _NEXT_SIZE.match(behind)):
        return f"{sized['rest']}数"
    name = _with_asides(text, _without_list(own) or _for_focus(behind))
    if quantity.unit == "%" and "完成" in before and behind.startswith("的") and (task := _TASK.match(behind)):
        thing = _SHARED_THING.search(before) if _BARE_TASK.fullmatch(task["task"]) else None
        return f"{thing['thing'] if thing else ''}{task['task']}完成比例"
    if _RANK.search(quantity.text):
        of_air = "空气质量" if re.search("空气质量|168", text) else ""
        return f"{of_air}排名（倒数位次）" if re.search("后|倒数", quantity.text) else f"{of_air}排名"
    if quantity.unit in _DURATIONS and _TERM.fullmatch(name):
        return f"{name}的期限"
    if quantity.unit in ("count", "") and counted:
        return _of_count(quantity, behind, before, name)
    if change or _BY.search(before):
        return _of_change(before, name)
    kind = _AREAS.get(quantity.unit)
    return name + kind if kind and name and not _NAMED_AMOUNT.search(name) else _with_span(text, quantity, name)


def is_threshold(text: str, quantity: Quantity) -> bool:
    """Tell whether a figure only says which things are meant: 5000吨级及以上的码头, 停泊超过2小时的船舶."""
    behind = text[quantity.span.end : quantity.span.end + 3]
    if quantity.unit in _DURATIONS and _WITHIN.match(behind):
        return True
    if quantity.unit in ("count", "%", ""):
        return (
            bool(re.search("高于|低于|大于|超过", quantity.text))
            and behind.startswith("的")
            and quantity.unit != "count"
        )
    if _LIMITED.search(quantity.text) and not _SCALE.search(quantity.text):
        return re.match("[的\u4e00-\u9fff]", behind) is not None and not re.match("[，。；左右]", behind)
    return bool(re.search("高于|低于|大于|超过|不足|小于", quantity.text)) and behind.startswith(("的", "（含"))


def _of_threshold(text: str, quantity: Quantity, own: str) -> str:
    found = _BEHIND_THRESHOLD.match(text, quantity.span.end)
    noun = found["noun"] if found else ""
    if _NAMED_AMOUNT.search(own):
        return (noun if re.match("[年月日单]", own) else "") + own + THRESHOLD
    words = noun or own
    size = next((word for unit, thing, word in _SIZES if unit == quantity.unit and thing.search(words)), "")
    return words + size + THRESHOLD if words else ""


def _of_count(quantity: Quantity, behind: str, before: str, name: str) -> str:
    whole = quantity.text[quantity.figure.end - quantity.span.start :] + behind
    if ranked := _RANKED.search(whole[:40]):
        return f"{ranked['rank']}{ranked['rest']}数"
    if quantity.text.endswith("轮") and name:
        return f"{name}轮次"
    found = _COUNTED.match(re.sub(r"\A(?:左右|以上|的|多|余)+", "", behind))
    if found and found["what"] and _DOES.match(found["what"]):
        done = "完成" if _DONE.search(before) and not re.match("完成|达到|具备", found["what"]) else ""
        return f"{done}{found['what']}的{found['noun']}数"
    return name if not name or _NAMED_AMOUNT.search(name) else f"{name}数"


def _of_change(before: str, name: str) -> str:
    verbs = list(_CHANGE.finditer(before))
    verb = verbs[-1][0] if verbs else ""
    since = _SINCE.search(before[max(0, before.rfind(name[-4:])) :]) if name else None
    year = f"较{since['year']}年" if since and since["year"] else ("比上年" if since else "")
    if name.endswith(verb) and verb:
        return name
    return f"{name}{year}{verb}"


def _without_list(name: str) -> str:
    """Leave out the examples of a list: 火电、钢铁等重点行业清洁运输比例 says 重点行业清洁运输比例."""
    if found := _LIST.fullmatch(name) or _LIST_SHORT.fullmatch(name):
        rest = found["rest"]
        return f"重点{rest}" if rest.startswith(("行业", "企业", "领域")) else rest
    return name


def _part(text: str, quantity: Quantity) -> tuple[str, str]:
    """What stands before and behind a figure in its part of the sentence."""
    start = max(text.rfind(mark, 0, quantity.span.start) for mark in "。；，\n") + 1
    ends = [place for mark in "。；，\n" if (place := text.find(mark, quantity.span.end)) >= 0]
    return text[start : quantity.span.start] + quantity.text[: quantity.figure.start - quantity.span.start], text[
        quantity.span.end : min(ends, default=len(text))
    ]


def _for_focus(behind: str) -> str:
    """What stands behind a figure in 以1500万亩高标准农田建设为重点."""
    found = re.match("(?P<noun>[\u4e00-\u9fff]{2,16}?)为(?:重点|主)", behind)
    return found["noun"] if found else ""


def _with_asides(text: str, name: str) -> str:
    """Give a name with the brackets that stand within it: 加油站（点）."""
    if not name or name in text:
        return name
    found = re.search(_ASIDE.join(map(re.escape, name)), text)
    return found[0] if found else name


def _with_span(text: str, quantity: Quantity, name: str) -> str:
    """Give a name with the time that belongs to it: 未来7天级别预报准确率."""
    place = text.rfind(name, 0, quantity.span.start) if name else -1
    found = _SPAN_BEFORE.search(text[:place]) if place > 0 else None
    return found[0] + name if found else name

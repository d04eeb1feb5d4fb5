"""Provinces named by one character each, 京津冀 and 晋陕豫, and the group of names that renders them."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from drafter.checks.pair.differs import Differs
from drafter.checks.pair.places import Place, places
from drafter.model import Span

_SIGNS = """
京北京 津天津 冀河北 晋山西 蒙内蒙古 辽辽宁 吉吉林 黑黑龙江 沪上海 苏江苏 浙浙江 皖安徽 闽福建 赣江西 鲁山东
豫河南 鄂湖北 湘湖南 粤广东 桂广西 琼海南 渝重庆 川四川 黔贵州 贵贵州 滇云南 云云南 藏西藏 陕陕西 甘甘肃 青青海
宁宁夏 港香港 澳澳门
"""
_PROVINCE_OF = {row[0]: row[1:] for row in _SIGNS.split()}
# 宁 is Nanjing as well (沪宁), 云, 贵, 黑, 吉, 港 are words: they count beside their neighbours alone.
_SIGN = "|".join((
    "[京津冀晋蒙沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇陕甘青]", "宁(?=[甘青陕蒙])", "(?<=[甘青陕蒙])宁",
    "[云贵](?=[云贵])", "(?<=[云贵])[云贵]", "[黑吉辽](?=[黑吉辽])", "(?<=[黑吉辽])[黑吉辽]",
    "(?<=[川青滇])藏", "(?<=粤)港(?=澳)", "(?<=港)澳",
))  # fmt: skip
_RUN = re.compile(rf"(?:{_SIGN}){{2,6}}(?![县市区镇乡州江])")
_KIND = r"(?:\s(?:Province|Municipality|Autonomous\sRegion|City))?"
_JOINT = re.compile(rf"{_KIND}(?:(?P<dash>\s?[-–—]\s?)|,\s(?:and\s)?|\sand\s|\s&\s)\Z")
_PAIR = 2


class _Name(NamedTuple):
    place: str
    span: Span


def other_in_runs(zh: str, en: str) -> Iterator[Differs]:
    """Give the one province of a group of names that is another in the run of signs which the group renders.

    A group renders a run where it has as many names and all but one of them are of the run.

    Args:
        zh: the Chinese text.
        en: its English.
    """
    runs = list(_runs(zh))
    if not runs:
        return
    names = list(_names(en))
    groups = list(_groups(en, names))
    told = Counter(one.place for one in names)
    meant = Counter(one.place for run in runs for one in run)
    meant.update(found[0] for found in _full_names().finditer(zh))
    marked: set[Span] = set()
    for run in runs:
        ours = Counter(one.place for one in run)
        for group in groups:
            theirs = Counter(one.place for one in group)
            lost, odd = list((ours - theirs).elements()), list((theirs - ours).elements())
            if len(group) != len(run) or len(lost) != 1:
                continue
            again = odd[0] in ours
            enough = told[odd[0]] > meant[odd[0]] and told[lost[0]] < meant[lost[0]]
            if not enough or (len(run) == _PAIR and meant[odd[0]] and not again):
                continue
            wrong = [one for one in group if one.place == odd[0]][-1]
            if wrong.span not in marked:
                marked.add(wrong.span)
                source = next(one.span for one in run if one.place == lost[0])
                yield Differs(wrong.span, source, _by_name()[lost[0]].en)


def _runs(zh: str) -> Iterator[list[_Name]]:
    """Give the runs of signs, beside the full names of which some are made of two signs as well (辽宁)."""
    taken = [found.span() for found in _full_names().finditer(zh)]
    for run in _RUN.finditer(zh):
        if not any(start < run.end() and run.start() < end for start, end in taken):
            yield [_Name(_PROVINCE_OF[zh[at]], Span(at, at + 1)) for at in range(*run.span())]


def _names(en: str) -> Iterator[_Name]:
    """Give the provinces that the English names."""
    pattern, by_spelling = _english()
    for found in pattern.finditer(en):
        yield _Name(by_spelling[found[0]].zh, Span(*found.span()))


def _groups(en: str, names: list[_Name]) -> Iterator[list[_Name]]:
    """Give the stretches of provinces that stand in one list, those that dashes join by themselves."""
    group: list[_Name] = []
    dashed = False
    for one in names:
        joint = _JOINT.match(en, group[-1].span.end, one.span.start) if group else None
        by_dash = joint is not None and joint["dash"] is not None
        if joint is None or (len(group) > 1 and by_dash != dashed):
            yield group
            group = []
        group.append(one)
        dashed = by_dash
    yield group


@cache
def _by_name() -> dict[str, Place]:
    return {place.zh: place for place in places() if place.kind == "province"}


@cache
def _full_names() -> re.Pattern[str]:
    """Give the provinces' full names, and the cities', which may hold a sign (贵阳)."""
    names = sorted((place.zh for place in places() if place.kind != "country"), key=len, reverse=True)
    return re.compile("|".join(names))


@cache
def _english() -> tuple[re.Pattern[str], dict[str, Place]]:
    """Give the provinces by how they are written in English."""
    known = {one: place for place in _by_name().values() for one in place.written}
    longest = sorted(known, key=len, reverse=True)
    return re.compile(rf"(?<![A-Za-z])(?:{'|'.join(longest)})(?![A-Za-z])"), known

"""The places that figures hold for: 全省, 澄湖市, 黄河流域, 其他城市建成区; Haitang County, across the province.

Names are known by their last character and by where they begin, without a list of all places; words that only look like
names (城市, 保护区) are set apart. What stands before a place is a boundary: a mark, a date, or a word like 其中.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter.model import Side

_LEVEL = "省|市|县|区|州|旗|盟|镇|乡|村|境|域|国|校|行业|系统"
_ZH_WHOLE = rf"全(?:{_LEVEL})(?![面部域])(?:范围内?)?"
_ZH_SUFFIX = (
    "特别行政区|自治区|自治州|自治县|城市群|都市圈|经济带|流域|沿线|新区|开发区|经开区|高新区|示范区"
    "|省|市|县|区|州|旗|盟|镇|乡"
)
_ZH_PARTS = "中心城区|主城区|建成区|城区|城镇|农村地区|农村|境内|全域|所辖县|辖区"
_ZH_NAME = rf"[\u4e00-\u9fff]{{1,7}}?(?:{_ZH_SUFFIX})+(?:{_ZH_PARTS})?"
_ZH_OTHERS = (
    r"(?:其他|其余|其它|各|各个|各有关|重点)(?:[\u4e00-\u9fff]{0,3}?)"
    rf"(?:省辖市|设区市|市州|市县|区县|县区|城市|地区|区域|省份|{_ZH_SUFFIX})(?:{_ZH_PARTS})?"
)
_ZH_BARE = rf"城市(?:{_ZH_PARTS})|县城|重点(?:区域|城市|地区)|农村地区"
_ZH_SCOPE = re.compile(
    rf"{_ZH_WHOLE}|(?:{_ZH_OTHERS})|(?:{_ZH_BARE})|{_ZH_NAME}(?:[、和及与]{_ZH_NAME})*",
)
# Words that end like the name of a place and are none.
_ZH_NO_NAME = re.compile(
    r"(?:[城上门股楼夜集都菜入超省各县全本该我两双]市|(?:本|该|我|各|两|外|跨|分|进|出|我|每个?)(?:省|市|县|区|州|镇|乡)"
    r"|[社园景库矿灌片校厂街辖禁小]区|功能区|(?:保护|试验|实验|功能|管控|禁燃|禁用|缓冲|居民|生活|生产|办公|控制|聚集|集聚|产业"
    r"|工业|服务|作业|施工|商业|住宅)区|乡镇|村镇|重点镇|建制镇|县市|区县|市县|市区|城乡)\Z"
    r"|\A(?:[地郊山城港牧林湖农]区|新区)\Z"
)
# Words behind which 省, 市 and the like begin an office, and end no name: 详见省政府网站, 根据市委部署, 转发省有关文件.
_ZH_BEHIND_WORD = re.compile(
    r"(?:[见据按经由向在到至对为从于请报的是或与各该两邻受]|来自|联系|落实|贯彻|执行|遵循|[按参依遵对比]照|参考|国家|中央|国务院"
    r"|对接|结合|配合|[会协共]同|有关|相关|所有|上级|所在|当地|[转印下]发|[公发]布|争取|[接服听]从|接受|通过|登录|访问|查[阅看询]"
    r"|代表|委托|推进|推动|支持|开展|加强|实施|完成|组织|指导|督促)城?(?:省|市|县|区|州|旗|盟|镇|乡)+\Z"
    r"|政府|网站|官网"
)
_ZH_START = re.compile(
    r"(?:^|(?<=[，。；：、（“《\s年月底末前]))(?:其中|同时|推动|支持|确保|力争|[在由对到使将])?(?=[\u4e00-\u9fff])|(?<=其中)"
)
_ZH_TITLE = re.compile(
    r"(?:^|[《“])(?:关于)?(?:印发)?《?(?P<place>[\u4e00-\u9fff]{2,7}?(?:特别行政区|自治区|自治州|自治县|新区|省|市|县|区|州|旗|盟|镇|乡)+)"
    r"(?=人民政府|政府|人大|委员会|[^市县区州镇乡、和，。]{0,40}?(?:方案|计划|规划|办法|意见|条例|行动|通知|报告|纲要|要点|措施))"
)
# What no name of a place holds: the name begins behind it.
_ZH_BEFORE_NAME = re.compile(
    r".*(?:完成|开展|实施|推动|推进|加强|强化|促进|支持|年底|底前|以|按|将|对|在|至|到|为|从|由|其中|力争|确保|同时|组织|做好|抓好|的)"
)
_EN_KINDS = (
    "Province|Municipality|Autonomous\\sRegion|Autonomous\\sPrefecture|City|County|District|Prefecture|Town|Township|Banner|"
    "New\\sArea|River\\sBasin|Basin|Delta|Plain"
)
_EN_NAME = rf"(?:[A-Z][a-z’'-]+\s){{1,3}}?(?:{_EN_KINDS})(?![a-z])"
_EN_WHOLE = (
    r"(?:the\s(?:whole|entire)\s|the\s|our\s)"
    r"(?:province|city|county|district|country|prefecture|municipality|region|town)(?:[’']s)?(?![a-z’'-])"
)
_EN_OTHERS = (
    r"(?:all\s(?:the\s)?|(?:the\s)?other\s|(?:the\s)?remaining\s|each\s|every\s|key\s)(?:prefecture-level\s)?"
    r"(?:cities|counties|districts|regions|provinces|areas|city|county)(?![a-z])"
)
_EN_SCOPE = re.compile(rf"(?P<name>{_EN_NAME})|(?P<other>{_EN_OTHERS})|(?P<whole>{_EN_WHOLE})")
# A bare name is one where its preposition says so: In Haitang, …
_EN_BARE = re.compile(
    r"(?:(?<=^[Ii]n\s)|(?<=[\s,;][Ii]n\s)|(?<=^[Aa]cross\s)|(?<=[Ww]hich\s))(?P<bare>[A-Z][a-z]{2,}(?:\s[A-Z][a-z]+)?)(?=[,\s])"
)
_EN_NO_NAME = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday|The|This|These|Those|All|Each|Every|Spring|Summer|Autumn|Winter|Article|Annex|Table)(?![a-z])"
)
_EN_TITLE = re.compile(rf"(?P<place>{_EN_NAME})")
_EN_PLAN = re.compile(
    r"(?<![A-Za-z])(?:Plan|Programme|Program|Scheme|Notice|Opinions|Measures|Regulations|Outline|Report|Government)(?![a-z])"
)
_WHOLE_ZH = re.compile(_ZH_WHOLE)
_EN_LEAD = re.compile(r"^(?:In|Across|For|Of|The)\s")
_LONGEST = 60
_LONGEST_TITLE = 400


@dataclass(frozen=True, slots=True)
class Region:
    """A place that a figure holds for.

    Attributes:
        name: the place in the text's own words.
        whole: whether it says no more than the whole area that the text is about (全省, the province).
        start: where it stands.
        end: end, exclusive.
    """

    name: str
    whole: bool
    start: int
    end: int


def region_at(text: str, pos: int, end: int) -> Region | None:
    """Read the Chinese place that begins at a place, if one does.

    Args:
        text: the text.
        pos: where it must begin.
        end: how far to read.
    """
    found = _ZH_SCOPE.match(text, pos, min(end, pos + _LONGEST))
    if not found:
        return None
    if (head := _ZH_BEFORE_NAME.match(found[0])) and not re.match(_ZH_BARE, found[0]):
        return region_at(text, pos + head.end(), end)
    name = found[0]
    whole = _WHOLE_ZH.fullmatch(name) is not None
    if not whole and not re.match(_ZH_BARE, name) and not _may_be_name(re.split("[、和及与]", name)[0]):
        return None
    return Region(name, whole, *found.span())


def regions_in(text: str, side: Side, start: int, end: int) -> list[Region]:
    """Give the places named in a stretch of a text, in order.

    Args:
        text: the text.
        side: its language.
        start: where the stretch begins.
        end: where it ends.
    """
    if side == "zh":
        return list(_chinese(text, start, end))
    found: dict[int, Region] = {}
    for pattern in (_EN_SCOPE, _EN_BARE):
        for one in pattern.finditer(text, start, end):
            name = _EN_LEAD.sub("", one[0])
            if not _EN_NO_NAME.match(name):
                whole = pattern is _EN_SCOPE and one["whole"] is not None
                found.setdefault(one.end() - len(name), Region(name, whole, one.end() - len(name), one.end()))
    return [found[place] for place in sorted(found)]


def _chinese(text: str, start: int, end: int) -> Iterator[Region]:
    done = start
    for boundary in _ZH_START.finditer(text, start, end):
        if boundary.end() >= done and (found := region_at(text, boundary.end(), end)):
            done = found.end
            yield found


def _may_be_name(words: str) -> bool:
    """Tell whether Chinese words that end as the names of places do can be one."""
    return not _ZH_NO_NAME.search(words) and not _ZH_BEHIND_WORD.search(words)


def area_of(lines: Iterable[str], side: Side) -> str | None:
    """Tell the area that a document is about, from the lines it opens with; None where they name none.

    A title or an issuer names it: the name begins a line or what stands in title marks.

    Args:
        lines: the first lines of the document.
        side: its language.
    """
    for line in lines:
        for found in (_ZH_TITLE if side == "zh" else _EN_TITLE).finditer(line[:_LONGEST_TITLE]):
            place = found["place"]
            if side == "zh" and _may_be_name(place):
                return place
            if side == "en" and _EN_PLAN.search(line):
                return _EN_LEAD.sub("", place)
    return None

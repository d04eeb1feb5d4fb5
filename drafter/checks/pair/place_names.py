"""Places named on one side that are others on the other: provinces, cities, countries; lists and 京津冀."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from drafter.checks.pair.differs import Differs
from drafter.checks.pair.places import Kind, Place, places
from drafter.checks.pair.signs import other_in_runs
from drafter.checks.pair.swapped import Named as _Named
from drafter.checks.pair.swapped import swapped
from drafter.language.pinyin import bare
from drafter.model import Span

_MOST = 3  # more places that differ at once are a wrong pairing rather than so many slips
_EN_KIND = r"\s(?:City|Municipality|Province|Autonomous Region)\b"
_EN_NAME = re.compile(
    r"\b(?P<name>(?:Inner |Hong |South |North |New |Saudi |Sri |Los |San |Las |Cape |Kuala |Buenos )?"
    r"[A-Z][a-zü]+(?:[’'](?!s\b)[a-z]+)?)"
    rf"(?P<kind>{_EN_KIND})?(?![A-Za-z])"
)
_JOINED_BEFORE = re.compile(r"(?:,|\band|\bof|\bin|\bto|\bfrom|-)\s?\Z")
_JOINED_BEHIND = re.compile(r",\s(?:and\s)?[A-Z]|\sand\s[A-Z]|-[A-Z]")
# Behind these a name is part of a longer one: Nanjing Road, Zhengzhou University.
_LONGER = re.compile(
    r"[\s-](?:Road|Street|Avenue|University|College|Hotel|Airport|Railway|Station|Port|River|Lake|Bridge|Expressway|Highway"
    r"|Line|Group|Company|Bank|Treaty|Declaration|Agreement|Hospital|School|Museum|Park|Summit|Consensus)\b"
)
# Names of cities that are words as well: they count only with 市, or in a list.
_WORDS_TOO = """
朝阳 白山 白城 四平 大同 长治 阳泉 东营 日照 德州 黄山 中山 江门 海东 白银 武威
定西 吴忠 北海 玉林 百色 来宾 河源 茂名 清远 三明 南平 宁德 长春 通化 大庆 黑河
乐山 广安 安顺 保山 普洱 大理 安康 中卫 平凉 天水 九江 吉安 黄石 周口 新乡 丽水
金华 南通 海口 泰安 恩施
"""
_ALSO_WORDS = frozenset(_WORDS_TOO.split())
_SHORTEST_BARE = 5  # letters of an English name without a word for its kind: Jian and Bose may be anything
_PROVINCES_FOR_SHORT = """
京北京 津天津 冀河北 晋山西 蒙内蒙古 辽辽宁 沪上海 苏江苏 浙浙江 皖安徽 闽福建 赣江西 鲁山东 豫河南 鄂湖北
湘湖南 粤广东 桂广西 琼海南 渝重庆 川四川 黔贵州 滇云南 陕陕西 甘甘肃 青青海 宁宁夏
"""
_SHORT_FORMS = {row[0]: row[1:] for row in _PROVINCES_FOR_SHORT.split()}
_JOINED = re.compile(f"[{''.join(_SHORT_FORMS)}]{{3,6}}|京津|川渝|沪苏|湘赣|冀鲁|鲁豫|豫皖|苏皖|苏浙|晋陕|陕晋")
_SPELT_SHORT = re.compile(r"Jing-?Jin|Chuan-?Yu|BTH|Su-?Wan|Yu-?Wan|Jin-?Shan|Jin-?Ji|Lu-?Yu|Wan-?Su|-Yu\b|-Lu\b")
_FEWEST_LISTED = 3
_ANY_PLACE = re.compile(
    r"\b(?:provinces?|cities|areas?|regions?|places|countries|locations|elsewhere|others?|municipalit\w+)\b",
    re.IGNORECASE,
)


def other_places(zh: str, en: str) -> Iterator[Differs]:
    """Give the places of the English that stand where the Chinese names others, and those that a list has lost.

    Args:
        zh: the Chinese text.
        en: its English.
    """
    told = list(other_in_runs(zh, en))
    yield from told
    ours = list(_named_in_chinese(zh))
    if not ours:
        return
    cities = [one for one in ours if one.place.kind != "country"]
    if not told and len(cities) > 1:
        yield from swapped(zh, en, cities, _again(en, cities))
    sources = {one.source for one in told}
    yield from (one for one in _others(zh, en, ours) if one.source not in sources)


def _others(zh: str, en: str, ours: Sequence[_Named]) -> Iterator[Differs]:
    letters = bare(en)
    lost = [one for one in ours if not any(spelling in letters for spelling in one.place.spellings)]
    if not lost or len(lost) > _MOST:
        return
    foreign = list(_named_in_english(zh, en))
    kinds: tuple[Kind, ...] = ("province", "city", "country", "abroad")
    for kind in kinds:
        missing = list({one.place: one for one in lost if one.place.kind == kind}.values())
        instead = [one for one in foreign if one.place.kind == kind]
        if missing and not instead:
            yield from _out_of_list(zh, en, ours, missing)
        if len(missing) == len({one.place for one in instead}):
            meant = dict(zip(dict.fromkeys(one.place for one in instead), missing, strict=True))
            for other in instead:
                one = meant[other.place]
                if not (_surely(zh, one) or _surely(en, other)) and _apart(zh, en, one, other) > _NEAR:
                    continue
                rest = re.search(_EN_KIND + r"\Z", en[slice(*other.span)])
                yield Differs(other.span, one.span, one.place.en + (rest[0] if rest else ""))


def _out_of_list(zh: str, en: str, ours: Iterable[_Named], missing: list[_Named]) -> Iterator[Differs]:
    """Give the one place that is missing from the English of a list that names all others."""
    run: list[_Named] = []
    for one in [*ours, None]:
        if one is not None and (not run or _follows(zh, run[-1], one)):
            run.append(one)
            continue
        gone = [other for other in run if other.place in {lost.place for lost in missing}]
        if len(run) >= _FEWEST_LISTED and len(gone) == 1:
            ends = [place for other in run if other not in gone and (place := _ends(en, other.place))]
            if len(ends) == len(run) - 1 and max(ends) - min(ends) < _REACH * len(run):
                listed = en[min(ends) : max(ends)]
                if "." not in listed and not _ANY_PLACE.search(listed):
                    yield Differs(Span(max(ends), max(ends)), gone[0].span)
        run = [one] if one is not None else []


def _again(en: str, ours: Iterable[_Named]) -> list[_Named]:
    """Give where the places of the Chinese stand in the English, as they are usually spelt, in order."""
    found = [
        _Named(one.place, Span(*match.span()))
        for one in {one.place: one for one in ours}.values()
        for match in re.finditer(rf"\b{re.escape(one.place.en)}\b", en)
    ]
    return sorted(found, key=lambda one: one.span)


def _follows(zh: str, last: _Named, one: _Named) -> bool:
    """Whether a place is the next in a list: 长沙、株洲和湘潭, 京津冀."""
    between = zh[last.span.end : one.span.start]
    short = one.span.end - one.span.start == 1 == last.span.end - last.span.start
    return one.place.kind == last.place.kind and (between in _PARTED or (short and not between))


_JOINTS = ("、", "和", "及", "与")
_PARTED = ("、", "和", "及", "与", "以及", "，", ",")
_REACH = 24
"""English characters that a name of a list takes up, with what joins it to the next."""


def _ends(en: str, place: Place) -> int:
    """Give where a place ends in the English, 0 where it isn't found as it is usually spelt."""
    found = en.find(place.en)
    return found + len(place.en) if found >= 0 else 0


def _surely(text: str, one: _Named) -> bool:
    """Whether a place stands with the word for its kind, or in a list."""
    words = text[slice(*one.span)]
    around = text[max(0, one.span.start - 1) : one.span.start] + text[one.span.end : one.span.end + 1]
    return len(words) == 1 or words[-1] in "市省区" or " " in words or "、" in around


def _apart(zh: str, en: str, one: _Named, other: _Named) -> float:
    """Give how far the places of two names in their texts are apart, as a share of these; one sentence is one place."""
    if ". " not in en and "。" not in zh[:-1]:
        return 0
    return abs(one.span.start / len(zh) - other.span.start / len(en))


_NEAR = 0.3


@cache
def _chinese() -> tuple[re.Pattern[str], dict[str, Place]]:
    by_name = {place.zh: place for place in places()}
    groups: dict[str, list[str]] = {}
    for name in sorted(by_name, key=len, reverse=True):
        groups.setdefault(name[0], []).append(name[1:])
    names = "|".join(f"{head}(?:{'|'.join(rests)})" for head, rests in groups.items())
    return re.compile(rf"(?P<name>{names})(?P<kind>[市省](?![场民值级份])|自治区|(?=[、和及]))?"), by_name


@cache
def _english() -> dict[str, tuple[Place, ...]]:
    """Give the places by their spelling; some share one: Suzhou, Taizhou, Yulin."""
    found: dict[str, tuple[Place, ...]] = {}
    for place in places():
        for spelling in place.spellings:
            found[spelling] = (*found.get(spelling, ()), place)
    return found


def _named_in_chinese(zh: str) -> Iterator[_Named]:
    pattern, by_name = _chinese()
    joined = 0
    found: list[_Named] = []
    for match in pattern.finditer(zh):
        place = by_name[match["name"]]
        listed = (
            match["kind"] is not None or match.start() == joined or zh[match.start() - 1 : match.start()] in _JOINTS
        )
        joined = match.end() + 1
        if listed or place.zh not in _ALSO_WORDS:
            found.append(_Named(place, Span(*match.span())))
    for joint in _JOINED.finditer(zh):
        found += [_Named(by_name[_SHORT_FORMS[zh[at]]], Span(at, at + 1)) for at in range(*joint.span())]
    return iter(sorted(found, key=lambda one: one.span))


def _named_in_english(zh: str, en: str) -> Iterator[_Named]:
    """Give the places of the English that the Chinese does not name at all, not even within another name."""
    known = _english()
    if _SPELT_SHORT.search(en):
        return
    for found in _EN_NAME.finditer(en):
        name = bare(found["name"])
        meant = known.get(name)
        if meant is None or any(place.zh in zh for place in meant) or _LONGER.match(en, found.end()):
            continue
        meant = tuple(sorted(meant, key=lambda place: place.spellings[0] != name))  # Paris is no other word for France
        if meant[0].kind == "country" and name != meant[0].spellings[0]:
            continue  # what people are called says less
        plain = (
            found["kind"] is not None
            or len(name) >= _SHORTEST_BARE
            or _JOINED_BEFORE.search(en[max(0, found.start() - 5) : found.start()])
            or _JOINED_BEHIND.match(en, found.end())
        )
        if plain and not any(_SHORT_OF.get(place.zh, "\n") in zh for place in meant):
            yield _Named(meant[0], Span(*found.span()))


_COUNTRIES_FOR_SHORT = """
英英国 法法国 德德国 俄俄罗斯 日日本 韩韩国 朝朝鲜 意意大利
印印度尼西亚 加加拿大 澳澳大利亚 西西班牙 泰泰国 越越南 以以色列
伊伊朗 乌乌克兰 土土耳其 巴巴西 巴巴基斯坦 墨墨西哥 沙沙特 非南非
荷荷兰 古古巴
"""
_SHORT_OF = {row[1:]: row[0] for row in (_PROVINCES_FOR_SHORT + _COUNTRIES_FOR_SHORT).split()}
"""The one character by which a place is named for short: 中日韩, 鲁豫."""

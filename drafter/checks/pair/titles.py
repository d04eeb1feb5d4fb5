"""Laws, regulations and plans: their subjects, by which one is told from another."""

import re
from collections.abc import Iterator

from drafter.checks.pair.differs import Differs
from drafter.model import Span

# Subject, its Chinese, its English. The longer wording stands first where one holds another.
_SUBJECTS: tuple[tuple[str, str, str], ...] = (
    ("impact", "环境影响", r"impact"),
    ("conservation", "水土保持", r"soil and water conserv\w*|water and soil conserv\w*"),
    ("air", "大气|空气|蓝天", r"air|atmospher\w*|blue sk(?:y|ies)"), ("marine", "海洋", r"marine|ocean\w*|sea"),
    ("soil", "土壤|净土", r"soil|clean land"), ("wetland", "湿地", r"wetlands?"),
    ("waste", "固体废物|固废|废物|垃圾", r"wastes?|garbage|refuse"), ("noise", "噪声", r"noise"),
    ("yangtze", "长江", r"yangtze|changjiang"), ("yellow", "黄河", r"yellow river|huang\s?he"),
    ("flood", "防洪", r"floods?"), ("forest", "森林|林业", r"forest\w*"), ("grass", "草原", r"grasslands?"),
    ("renewable", "可再生能源", r"renewable"), ("saving", "节约能源|节能", r"conserv\w*|saving|efficien\w*"),
    ("coal", "煤炭", r"coal"), ("power", "电力", r"electric\w*|power"), ("mineral", "矿产|矿山", r"miner?\w*"),
    ("radiation", "放射性|辐射", r"radio\w*|radiation"), ("nuclear", "核安全|核", r"nuclear"),
    ("clean", "清洁生产", r"clean\w*"), ("circular", "循环经济", r"circular|recycl\w*"),
    ("safety", "安全生产", r"safety"), ("traffic", "交通安全|道路", r"traffic|road\w*"), ("food", "食品", r"foods?"),
    ("animal", "野生动物", r"wildlife|wild animals?|animals?"), ("criminal", "刑", r"criminal|penal"),
    ("penalty", "行政处罚", r"penalt\w*|punish\w*"), ("licence", "行政许可|排污许可", r"licen[cs]\w*|permit\w*"),
    ("land", "土地", r"land"), ("city", "城乡规划", r"urban"), ("tax", "税", r"tax\w*"), ("fire", "消防", r"fire"),
    ("standard", "标准化", r"standardi[sz]ation"), ("emergency", "突发|应急", r"emergenc\w*"),
    ("farm", "农", r"agricult\w*|farm\w*|rural"),
    ("energy", "能源", r"energy"), ("carbon", "碳", r"carbon"), ("ozone", "臭氧|消耗臭氧", r"ozone"),
    ("water", "水", r"waters?"), ("labour", "劳动", r"labou?r"), ("civil", "民法|民事", r"civil"),
    ("environment", "环境", r"environment\w*|eco\w*"),
)  # fmt: skip
_ZH_SUBJECT = re.compile("|".join(f"(?P<{key}>{zh})" for key, zh, _ in _SUBJECTS))
_EN_SUBJECT = re.compile("|".join(rf"(?P<{key}>\b(?:{en})\b)" for key, _, en in _SUBJECTS), re.IGNORECASE)
_BROAD = frozenset(("environment", "energy", "land", "clean"))
"""Subjects that may be said of another one: environmental pollution by solid waste."""
_ZH_LAW = re.compile(
    "《?(?:中华人民共和国)?(?P<what>[\u4e00-\u9fff]{1,14}?)(?:法|条例)(?:》|(?=第[一二三四五六七八九十百]+条))"
)
_SMALL = "of|on|for|and|the|in|by|from|to"
_EN_LAW = re.compile(
    rf"\b(?:(?:[A-Z][\w’'-]*|(?:{_SMALL})),?\s){{0,12}}(?:Law|Regulations?|Code)\b(?:\s(?:{_SMALL})\b|,?\s[A-Z][\w’'-]*){{0,18}}"
)
_LEAD_IN = re.compile(rf"(?:(?:The|In|Under|With|By|For|According|Of|{_SMALL})\s)+")


def other_titles(zh: str, en: str) -> Iterator[Differs]:
    """Give the law of the English whose subject is another than that of the one law which the Chinese names.

    Args:
        zh: the Chinese text.
        en: its English.
    """
    if "法" not in zh and "条例" not in zh:
        return
    ours = [found for found in _ZH_LAW.finditer(zh) if _subjects(_ZH_SUBJECT, found["what"])]
    if not ours or len({found["what"] for found in ours}) != 1:
        return
    theirs = [found for found in _EN_LAW.finditer(en) if _subjects(_EN_SUBJECT, found[0])]
    if len(theirs) != 1:
        return
    meant, said = _subjects(_ZH_SUBJECT, ours[0]["what"]), _subjects(_EN_SUBJECT, theirs[0][0])
    if not meant & said and said - _BROAD:
        lead = _LEAD_IN.match(theirs[0][0])
        start = theirs[0].start() + (lead.end() if lead else 0)
        yield Differs(Span(start, theirs[0].end()), Span(*ours[0].span()))


def _subjects(pattern: re.Pattern[str], title: str) -> set[str]:
    return {found.lastgroup or "" for found in pattern.finditer(title)}

"""Names of bodies in full: what a list says once for all of them is given to each, and each office has one name.

省生态环境厅、财政厅 are 省生态环境厅 and 省财政厅; 洛水、云岭市政府 are 洛水市政府 and 云岭市政府; the governments of
Luoshui and Yunling are the Luoshui Municipal Government and the Yunling Municipal Government.
"""

import re
from collections.abc import Iterable, Sequence

from drafter.language.duties.names import Level, begins_with_remit, name_of
from drafter.language.duties.records import Duty as ReadDuty
from drafter.language.terms.in_use import per_glossary
from drafter.model import ROLES, Duty, Side, Term

_ZH_LEVEL = re.compile("省|市(?!场|政)|州|县|区|自治区")
_ZH_OFFICE_END = re.compile("(?:厅|局|委|委员会|办|办公室|署|总队|中心)\\Z")
_ZH_OFFICE_NAME = re.compile("(?:厅|局|委|部|总署|办公室)\\Z")
_ZH_TAIL = re.compile("(?P<place>市|州|县|区)?(?P<tail>人民政府|政府|管委会|管理委员会)\\Z")
_ZH_PLACE_END = re.compile("(?:示范区|新区|开发区|高新区|经开区|[市州县区旗盟镇乡])\\Z")
_ZH_BARE_PLACE = re.compile("[\u4e00-\u9fff]{2,5}")
_ZH_CITY_LIKE_A_PREFECTURE = re.compile("[\u4e00-\u9fff][州乡县]")  # 郑州, 新乡: two characters are a city's whole name
_ZH_SHORT: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("发改委|发展和改革委员会|发展改革委员会|发展和改革委"), "发展改革委"),
    (re.compile("工信(?=[厅局委])"), "工业和信息化"),
    (re.compile("住建(?=[厅局委])|住房和城乡建设(?=[厅局委部])"), "住房城乡建设"),
    (re.compile("市场监督管理局"), "市场监管局"),
    (re.compile("国有资产监督管理委员会"), "国资委"),
    (re.compile("人社(?=[厅局])|人力资源和社会保障"), "人力资源社会保障"),
    (re.compile("卫健委|卫生健康委员会"), "卫生健康委"),
    (re.compile("(?<=[生态])环保(?=[厅局])|环境保护(?=[厅局])|(?<![态境])环保(?=[厅局])"), "生态环境"),
    (re.compile("(?:人民)?政府(?=国资委)"), ""),
)
_EN_GOVERNMENTS_OF = re.compile(
    r"(?:(?:people[’']s|municipal|city)\s)*governments?\sof\s(?P<place>.+)\Z", re.IGNORECASE
)
_EN_COMMITTEES_OF = re.compile(
    r"(?:administrative|administration|management)\scommittees?\sof\s(?:the\s)?(?P<place>.+)\Z", re.IGNORECASE
)
_EN_COMMITTEE_END = re.compile(r"(?:administrative|administration|management)\scommittees?\Z", re.IGNORECASE)
_EN_GOVERNMENT_END = re.compile(r"(?:municipal|city|people[’']s)\s(?:people[’']s\s)?governments?\Z", re.IGNORECASE)
_EN_PLACE = re.compile(
    r"(?P<name>[A-Z][a-z’'-]+(?:\s[A-Z][a-z’'-]+)*?)(?P<kind>\s(?:City|(?:\w+\s)?Zone|County|District|(?:New\s)?Area))?"
)
_EN_LEVEL: dict[str, Level] = {"Provincial": "province", "Municipal": "city"}
_MOST_REMITS = 3
_ANSWERING = re.compile("责任")
_NOBODY = re.compile("others?|etc|等", re.IGNORECASE)
_COORDINATED = re.compile("co-?ordinated", re.IGNORECASE)


def whole_duties(text: str, read: Sequence[ReadDuty], side: Side) -> tuple[Duty, ...]:
    """Give the duties of one bracket by role, every body under its whole name.

    Args:
        text: the text that was read.
        read: what was read there, in the order of the text.
        side: its language.
    """
    found: dict[str, list[str]] = {}
    level = ""
    for duty in read:
        names = [body.name for body in duty.bodies if not _NOBODY.fullmatch(body.name)]
        names, level = _chinese(names, level) if side == "zh" else _english(names, level)
        role = duty.role
        if role == "lead" and role in found and _ANSWERING.match(text, duty.verb.start):
            role = "share"  # 责任单位 beside 牵头单位
        if role == "lead" and role in found and _COORDINATED.match(text, duty.verb.start):
            role = "cooperate"  # beside a body that leads it renders 配合
        found.setdefault(role, []).extend(names)
    return tuple(Duty(role, tuple(dict.fromkeys(found[role]))) for role in ROLES if found.get(role))


def one_name(name: str, side: Side) -> str:
    """Give the name by which a body is known: short names written out, and in English the glossary's own.

    Args:
        name: the name of one body.
        side: its language.
    """
    name = re.sub(r"\s+", "" if side == "zh" else " ", name.strip())
    if side == "zh":
        for short, long in _ZH_SHORT:
            name = short.sub(long, name)
        return name
    known = _in_english()
    said = name_of(name, "en")
    if said.kind or not said.remits or "concerned" in said.remits or len(said.remits) > _MOST_REMITS:
        return name
    return known.get((said.level, said.remits), name)


def english_name(zh: str) -> str:
    """Give the English name of a Chinese body, "" where the glossary has none."""
    said = name_of(zh, "zh")
    if said.kind or not said.remits:
        return ""
    level = "national" if zh.endswith(("部", "总局", "总署")) else said.level
    return _in_english().get((level, said.remits), "")


@per_glossary
def _in_english(terms: Sequence[Term]) -> dict[tuple[str, frozenset[str]], str]:
    """The glossary's English names of offices, by level and remit."""
    known: dict[tuple[str, frozenset[str]], str] = {}
    for term in sorted(terms, key=lambda one: len(one.zh)):  # the shortest name is the office's own, not that of a part
        said = name_of(term.zh, "zh")
        if said.remits and not said.kind and term.en[:1].isupper() and _ZH_OFFICE_NAME.search(term.zh):
            level = "national" if term.zh.endswith(("部", "总局", "总署")) else said.level
            known.setdefault((level, said.remits), term.en)
    return known


# --- Chinese ---------------------------------------------------------------------------------------------------------


def _chinese(names: Sequence[str], level: str) -> tuple[list[str], str]:
    made: list[str] = []
    for name in names:
        said = name_of(name, "zh")
        if (found := _ZH_LEVEL.match(name)) and said.remits:
            level = found[0]
        elif level and _is_bare_office(name):
            name = level + name
        made.append(name)
    return [one_name(name, "zh") for name in _with_tails(made)], level


def _is_bare_office(name: str) -> bool:
    said = name_of(name, "zh")
    return bool(_ZH_OFFICE_END.search(name)) and not said.kind and begins_with_remit(name)


def _with_tails(names: Sequence[str]) -> Iterable[str]:
    """Give what ends the last place of a list to those before it: 洛水、云岭市政府."""
    tail = place = ""
    made: list[str] = []
    for name in reversed(names):
        if found := _ZH_TAIL.search(name):
            tail, place = found["tail"], found["place"] or ""
        elif tail and place and _ZH_CITY_LIKE_A_PREFECTURE.fullmatch(name):
            name += place + tail
        elif tail and _ZH_PLACE_END.search(name):
            name += tail
        elif tail and _ZH_BARE_PLACE.fullmatch(name) and not name_of(name, "zh").head:
            name += place + tail
        else:
            tail = place = ""
        made.append(name)
    return reversed(made)


# --- English ---------------------------------------------------------------------------------------------------------


def _english(names: Sequence[str], level: str) -> tuple[list[str], str]:
    made: list[str] = []
    for name in names:
        said = name_of(name, "en")
        word = next((word for word, known in _EN_LEVEL.items() if said.level == known), "")
        if word and said.remits and not said.kind:
            level = word
        elif level and said.remits and not said.kind and not said.level and "concerned" not in said.remits:
            name = f"{level} {name}"
        made.append(name)
    return [one_name(name, "en") for name in _with_heads(made)], level


def _with_heads(names: Sequence[str]) -> list[str]:
    """Give what is said once of several places to each: governments of A, B and C; A and B Administrative Committee."""
    made: list[str] = []
    kind = ""
    for name in names:
        own = name
        if found := _EN_GOVERNMENTS_OF.match(name):
            kind, own = "Municipal Government", found["place"]
        elif found := _EN_COMMITTEES_OF.match(name):
            kind, own = "Administrative Committee", found["place"]
        if kind and (place := _EN_PLACE.fullmatch(own)):
            made.append(_headed(place, kind))
        else:  # governments of cities at or above the prefecture level are no single places
            kind = ""
            made.append(name)
    kind = ""
    for index in range(len(made) - 1, -1, -1):
        if _EN_COMMITTEE_END.search(made[index]):
            kind = "Administrative Committee"
            made[index] = _EN_COMMITTEE_END.sub(kind, made[index])
        elif _EN_GOVERNMENT_END.search(made[index]):
            kind = "Municipal Government" if made[index][:1].isupper() else ""
        elif kind and (place := _EN_PLACE.fullmatch(made[index])) and not name_of(made[index], "en").remits:
            made[index] = _headed(place, kind if place["kind"] not in (" City", None) or "Muni" in kind else "")
        else:
            kind = ""
    return [name for name in made if name]


def _headed(place: re.Match[str], kind: str) -> str:
    if "Municipal" in kind:
        return f"{place['name']} {kind}" if place["kind"] in (" City", None) else f"{place[0]} Administrative Committee"
    return f"{place[0]} {kind}".strip()

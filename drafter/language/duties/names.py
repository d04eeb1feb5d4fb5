"""What the name of a body says: its remit, its kind and its level; the same keys for both languages."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from drafter.model import Side

Level = Literal["", "national", "province", "city", "county"]

# Remit, its Chinese, its English. The longer wording stands first where one holds another.
_REMITS: tuple[tuple[str, str, str], ...] = (
    ("environment", "生态环境|环境保护|环保|环境", r"ecolog\w*|environment\w*|EPB|EPA|MEE"),
    ("reform", "发展改革|发展和改革|发改", r"development\s?(?:and|&)\s?reforms?|reform\s?and\s?development|NDRC|DRC"),
    ("industry", "工业和信息化|经济和信息化|工信|经信|工业信息", r"industr\w*|econom\w* and informat\w*|MIIT"),
    ("housing", "住房城乡建设|住房和城乡建设|住建|建设委|城乡建设",
     r"housing|urban[\s-]+rural|urban and rural|construction"),
    ("transport", "交通运输|交通", r"transport\w*|traffic|communications"),
    ("agriculture", "农业农村|农业|农牧", r"agricultur\w*|rural (?:affairs|areas?)"),
    ("revitalization", "乡村振兴", r"rural revitali[sz]ation"),
    ("water", "水利|水务|河务", r"water|river"),
    ("planning", "自然资源|国土资源|规划", r"natural resources?|land|planning"),
    ("police", "公安|交警", r"public\s?security|police|traffic management"),
    ("finance", "财政|金融", r"financ\w*"),
    ("commerce", "商务", r"commerc\w*"),
    ("market", "市场监管|市场监督|质监", r"market\w*|AMR|SAMR"),
    ("emergency", "应急", r"emergenc\w*"),
    ("assets", "国资|国有资产", r"state[\s-]*owned|SASA\w*|assets"),
    ("weather", "气象", r"meteorolog\w*|weather"),
    ("forestry", "林业|林草|林", r"forest\w*|grassland"),
    ("heritage", "文物", r"cultural relics?|heritage|relics?"),
    ("offices", "机关事务", r"(?:government|organ|office)s? (?:offices?|affairs)|offices administration"),
    ("energy", "能源", r"energy"),
    ("management", "城市管理|城管|执法|市容|环卫",
     r"urban (?:management|administration|affairs)|city management|law[\s-]+enforcement|sanitation"),
    ("education", "教育", r"education\w*"),
    ("health", "卫生健康|卫健|卫生|疾控", r"health\w*|hygien\w*"),
    ("insurance", "医疗保障|医保", r"medical (?:security|insurance)|healthcare security"),
    ("science", "科学技术|科技", r"scien\w*|technolog\w*"),
    ("statistics", "统计", r"statistic\w*"),
    ("tax", "税务", r"tax\w*"),
    ("customs", "海关", r"customs"),
    ("railway", "铁路|铁道", r"rail\w*"),
    ("aviation", "民航|机场|航空", r"aviation|airport\w*"),
    ("maritime", "海事|港航|航务|港口", r"maritime|ports?|shipping|navigation"),
    ("discipline", "纪委|监委|监察", r"disciplin\w*|supervisory|supervision (?:commission|committee)"),
    ("justice", "司法", r"justice|judicial"),
    ("labour", "人力资源|人社", r"human resources?"),
    ("civil", "民政(?!府)", r"civil affairs"),
    ("audit", "审计", r"audit\w*"),
    ("publicity", "宣传|网信|网络", r"publicity|propaganda|cyber\w*"),
    ("organization", "组织部|编办|编制", r"organi[sz]ation department|staffing"),
    ("culture", "文化|旅游|文旅|广播|广电", r"cultur\w*|touris\w*|radio|broadcast\w*"),
    ("court", "法院", r"courts?"),
    ("prosecution", "检察", r"procurat\w*|prosecut\w*"),
    ("grain", "粮食|物资储备", r"grains?|food|reserves?"),
    ("post", "邮政", r"post|postal"),
    ("power", "电力|电网|供电", r"power|grid|electric\w*"),
    ("drugs", "药监|药品|食品", r"drugs?|food|medical products"),
    ("sports", "体育", r"sports?"),
    ("data", "数据|政务服务|行政审批", r"data|government services?|approval"),
    ("foreign", "外事|侨务", r"foreign|overseas"),
    ("letters", "信访", r"petition\w*|complaints?|letters"),
    ("property", "知识产权", r"intellectual property"),
    ("sea", "海洋|渔业", r"ocean\w*|marine|fisher\w*"),
    ("fire", "消防", r"fire"),
    ("veterans", "退役军人", r"veterans?"),
    ("concerned", "相关单位|有关单位|相关部门|有关部门|各单位|各部门|各有关|各相关|等单位|等部门",
     r"(?:relevant|concerned|competent|related|all|other) (?:\w+ )?"
     r"(?:units?|departments?|authorities|bodies|agencies|parties)"
     r"|(?:units|departments) concerned"),
)  # fmt: skip
_ZH = re.compile("|".join(f"(?P<{key}>{zh})" for key, zh, _ in _REMITS))
_EN = re.compile("|".join(f"(?P<{key}>\\b(?:{en})\\b)" for key, _, en in _REMITS), re.IGNORECASE)
_KINDS: tuple[tuple[str, str, str], ...] = (
    ("government", "人民政府|政府", r"governments?"),
    ("committee", "管委会|管理委员会", r"committees?"),
    ("company", "公司|集团|企业", r"compan(?:y|ies)|corporations?|groups?|enterprises?|corp\b"),
)
_ZH_KIND = re.compile("|".join(f"(?P<{key}>{zh})" for key, zh, _ in _KINDS))
_EN_KIND = re.compile("|".join(f"(?P<{key}>\\b(?:{en})\\b)" for key, _, en in _KINDS), re.IGNORECASE)
_ZH_LEVELS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("national", re.compile("国家|中国")),
    ("province", re.compile("[\u4e00-\u9fff]{0,3}省(?!辖|会)|[\u4e00-\u9fff]{0,5}自治区")),
    ("city", re.compile("[\u4e00-\u9fff]{0,4}(?:市|州)(?!场|政)")),
    ("county", re.compile("[\u4e00-\u9fff]{0,4}[县区]")),
)
_EN_LEVELS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("national", re.compile(r"\b(?:national|ministry|state council|china)\b", re.IGNORECASE)),
    ("province", re.compile(r"\b(?:provincial|province|autonomous region)\b", re.IGNORECASE)),
    ("city", re.compile(r"\b(?:municipal|city|municipality|prefectur\w*)\b", re.IGNORECASE)),
    ("county", re.compile(r"\b(?:county|district)\b", re.IGNORECASE)),
)
_HEAD = re.compile(
    r"\b(?:departments?|commissions?|bureaus?|bureaux|ministr(?:y|ies)|offices?|administrations?|authorit(?:y|ies)|committees?"
    r"|units?|agenc(?:y|ies)|boards?|stations?|compan(?:y|ies)|groups?|governments?|SASA\w*|brigades?|cent(?:er|re)s?"
    r"|institut(?:e|ion)s?|associations?|districts?|zones?|count(?:y|ies)|cit(?:y|ies)|prefectures?|enterprises?|corps)\b",
    re.IGNORECASE,
)
MORE_THAN_A_NAME = re.compile(r"\b(?:with|from|jointly|support\w*|assist\w*|co-?operat\w*|led|lead)\b", re.IGNORECASE)
_ZH_HEAD = re.compile(
    "(?:厅|局|委|部|办|府|位|会|署|处|室|站|院|所|中心|公司|集团|街道|企业|队|门|机关|学校|[省市县区州乡镇])\\Z"
)


@dataclass(frozen=True, slots=True)
class Name:
    """What the name of a body says.

    Attributes:
        remits: keys of what it is in charge of, the same for both languages.
        kind: government, committee, company, or "" where it is an office or nothing is known.
        level: the level at which it says that it stands, "" where it says none.
        head: whether it ends (Chinese) or is put together (English) as bodies are.
    """

    remits: frozenset[str]
    kind: str
    level: Level
    head: bool

    @property
    def known(self) -> bool:
        """Whether anything is known by which the other language's name can be told."""
        return bool(self.remits or self.kind)


@lru_cache(maxsize=4096)
def name_of(name: str, side: Side) -> Name:
    """Say what a name says; Chinese left in an English name is read as well.

    Args:
        name: a name without others beside it.
        side: its language.
    """
    remits = {found.lastgroup or "" for found in _ZH.finditer(name)}
    kind = _ZH_KIND.search(name)
    if side == "en":
        remits |= {found.lastgroup or "" for found in _EN.finditer(name)}
        kind = kind or _EN_KIND.search(name)
    level: Level = ""
    for key, pattern in _EN_LEVELS if side == "en" else _ZH_LEVELS:
        if pattern.search(name) if side == "en" else pattern.match(name):
            level = key
            break
    what = kind.lastgroup or "" if kind else ""
    if what == "government" and remits:
        what = ""  # 省政府国资委 is no government
    head = (
        bool(_HEAD.search(name) and not MORE_THAN_A_NAME.search(name)) if side == "en" else bool(_ZH_HEAD.search(name))
    )
    return Name(frozenset(remits), what, level, head)


def begins_with_remit(name: str) -> bool:
    """Tell whether a Chinese name begins with what the body is in charge of, and not with a place or a level."""
    found = _ZH.match(name)
    return found is not None and found.lastgroup != "concerned"

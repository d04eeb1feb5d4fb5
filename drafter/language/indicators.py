"""What a figure measures, in the text's own words: 细颗粒物年均浓度, 省级绿色园区, the share of non-fossil energy.

An indicator is the noun phrase before the figure (浓度降至34微克/立方米) or, where there is none before it or something
is counted, the one behind it (建成50家省级绿色园区, 完成80%的整治任务).
"""

import re
from dataclasses import dataclass

from drafter.language.regions import region_at
from drafter.language.scripts import han_count
from drafter.model import Quantity, Side

_REACH = 120
_LONGEST: dict[Side, int] = {"zh": 40, "en": 120}
_BREAKS: dict[Side, re.Pattern[str]] = {
    "zh": re.compile(r"[，。；：！？;:\n]"),
    "en": re.compile(r"[;:\n]|[.,](?=\s|$)"),
}
_ASIDE = re.compile(r"[（(][^（()）]{0,40}[）)]")
_OPEN_ASIDE = re.compile(r".*[（(]")
_CLOSE_ASIDE = re.compile(r"[）)].*")

# What leads to an indicator in Chinese and is no part of it.
_ZH_LEAD = re.compile(
    r"(?:[0-9]{1,2}[.．、](?![0-9])|[“”《》、\s]"
    r"|(?:到|至|截至|截止|自|从|在|比|较)?(?:19|20)[0-9]{2}年?(?:[—～~-](?:19|20)?[0-9]{2}年?)?(?:[0-9]{1,2}月)?(?:年?底|末|初|上半年|下半年)?(?:之?[前后]|期间|起|以来)?(?:的?基础上)?"
    r"|[“\"]?[一二三四五六七八九十]{1,3}五[”\"]?(?:规划)?(?:时期|期间|末|以来)|(?:每|当|今|去|明|本|近几?|上)年(?:[度底末初内])?|年底前|(?:第?[一二三四]|每)季度"
    r"|其中|以及|并且|而且|同时|力争|争取|确保|保证|保障|实现|完成|做到|推动|推进|促进|实施|开展|支持|鼓励|预计|计划|要求|要|应当|应|须|原则上|努力|继续|进一步|全面|基本|累计"
    r"|同比|环比|共计|共有|共|合计|总计|至少|不断|逐步|稳步|有序|分别|已经|已|将|使|让|由|对|为|把|到|在|和|及|与|并|且|或者|或|则|后)"
)
# Verbs and bounds between an indicator and its figure.
_ZH_VERB = re.compile(
    r"(?:(?:控制|保持|稳定|维持|限制|压减|压缩)(?:在|到|至|于)?|(?:提高|提升|下降|降低|上升|增长|增加|减少|扩大|恢复|达|升|降|增|减|涨|跌|缩短|压减|削减)(?:到|至|为)"
    r"|达到|达|为|是|有|仅|只|超过|超|突破|大于|小于|高于|低于|不低于|不少于|不超过|不高于|不得|至少|最多|至多|约|近|逾"
    r"|分别|力争|争取|稳定|基本|累计|总体|应当|应|须|原则上|要|将|均|都|已经|已|了|再|由|从|在|处于|每年|每月|每季度|全部|全面|总|共计|合计|共"
    r"|(?:比|较|相?比)(?:19|20)[0-9]{2}年|(?:较|比)上年|同比|环比|比去年同期|与(?:19|20)[0-9]{2}年相比|不|(?:到|至|在|于)?(?:19|20)[0-9]{2}年?的?|的)\Z"
)
_ZH_CHANGE = re.compile(r"(?:年均)?(?:增长|增加|提高|提升|上升|下降|降低|减少|削减|压减|增幅|降幅|增|降)\Z")
# Heads that are no more than what is done to the thing counted.
_ZH_DOING = re.compile(
    r"(?:(?:新|改|扩|再|续)?(?:建成|建设|建立|建|增加|增|改造|改|设立|设置|设|打造|创建|培育|培养|推广|淘汰|关停|关闭|整合|整治|治理|完成|实施|实现|开展|组织|举办|推进|安排|投入|投资|投放|新增|布设"
    r"|布局|配备|配套|购置|更新|替代|拆除|取缔|清理|清洁|清洗|检查|排查|抽查|抽检|抽测|选择|选取|选|遴选|评选|认定|支持|扶持|引导|引进|引入|签约|落实|发放|发布|制定|出台|修订|编制|敷设|铺设|架设|安装|加装"
    r"|种植|栽植|造林|绿化|修复|恢复|保护|划定|划分|形成|拥有|共有|具有|具备|有|达标|通过|审核|招聘|招录|培训|救助|资助|帮扶|解决|消除|压减|削减|减少|保留|保有|累计|全部|全面|分别|共|再|新|约|各)++)\Z"
)
_ZH_TAIL_LEAD = re.compile(r"(?:（含）|\(含\)|[）)]|以上|以下|以内|之内|左右|上下|多|余|来|的|级|[\s”\"])+")
_ZH_NO_TAIL = re.compile(r"[、和及或与在比较至到升降增减]|以及|并|提高|提升|上升|下降|压减|缩短")
# Another figure is joined to the one before: what stands between them is the earlier one's.
_ZH_JOINED = re.compile(r"(?:[、和及或与]|以及|或者)\s*\Z")
_EN_JOINED = re.compile(r"(?:,|(?<![A-Za-z])(?:and|or))\s*\Z", re.IGNORECASE)
_ZH_TAIL_END = re.compile(
    r"(?:基本|全部|全面|有序|应当|必须|原则上|力争|达到|完成|实现|进入|退出|开展|纳入|通过|参加|具备|采用|执行|使用|进行|受到|获得|接受|等|，|由|要|将|可|须|应|已)"
)
_ZH_NOUN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“”·—-]+")
_SHORTEST_HAN = 2

# The same in English.
_EN_LEAD = re.compile(
    r"(?:(?:the\s)?(?:province|city|county|district|country|town)[’']s\s|(?:and|or|but|also|then|while|whereas|thus|by|in|to|from|over|during|of|which|with|that|the|a|an|its|their|at|as|for|on|up|will|shall|is|are|was|were"
    r"|strive|ensure|keep|bring|make|of\swhich|among\sthem|including|respectively|it|they|there|this|year)(?![A-Za-z’'-])\s?"
    r"|(?:(?:the\s)?end\sof|early|late|mid)?-?\s?(?:19|20)[0-9]{2}(?![0-9])\s?|[^A-Za-z]+)",
    re.IGNORECASE,
)
_EN_VERB = re.compile(
    r"(?:\s|^)(?:is|are|was|were|be|been|being|to|will|shall|should|must|may|can|has|have|had|having|by|of|at|from|with|and|in|for|about|around|over|than|least|most|no|not"
    r"|less|more|fewer|reach(?:es|ed|ing)?|attain(?:s|ed)?|hit|fall(?:s|en|ing)?|fell|ris(?:e|es|en|ing)|rose|kept|keep|exceed(?:s|ed|ing)?|within|below|above|total(?:s|ed|l?ing)?"
    r"|stood|stand(?:s|ing)?|cut|cuts|drop(?:s|ped)?|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|decline[ds]?|grow[ns]?|grew|reduce[ds]?|lowered|raised|remain(?:s|ed)?|maintain(?:s|ed)?"
    r"|amount(?:s|ed)?|account(?:s|ed)?|up|down|only|just|nearly|almost|some|approximately|roughly|it|they|them|there|CNY|RMB|USD|further|respectively|controlled|limited|held|set|an?|the"
    r"|year-on-year|annual\saverage|basically|strive[ds]?|expected|projected|planned|required)\Z",
    re.IGNORECASE,
)
_EN_DOING = re.compile(
    r"(?:^|\s)(?:build(?:s|ing)?|built|add(?:s|ed|ing)?|complete[ds]?|completing|establish(?:es|ed|ing)?|create[ds]?|creating|set\sup|setting\sup|install(?:s|ed|ing)?|renovat(?:e|es|ed|ing)|refit(?:s|ted)?|upgrade[ds]?|retrofit(?:s|ted)?"
    r"|phase[ds]?\sout|eliminat(?:e|es|ed|ing)|scrap(?:s|ped)?|clos(?:e|es|ed|ing)|shut(?:s|ting)?(?:\sdown)?|planted|planting|lay|laid|lays|hire[ds]?|train(?:ed|ing)?|cultivat(?:e|es|ed|ing)|develop(?:s|ed|ing)?|promot(?:e|es|ed|ing)|replac(?:e|es|ed|ing)|treat(?:s|ed)?|restor(?:e|es|ed|ing)"
    r"|construct(?:s|ed|ing)?|invest(?:s|ed|ing)?|spend|spent|select(?:s|ed)?|carry\sout|carried\sout|conduct(?:s|ed)?|inspect(?:s|ed)?|cover(?:s|ed|ing)|involv(?:e|es|ed|ing)|has|have|had|there\s(?:are|were|is)|with|pick|open(?:s|ed)?|serve[ds]?|drew|draw|for|than|about|some|all|the)(?:\s(?:a\stotal\sof|in\stotal|more\sthan|about|over|another|some|up\sto))?\s?\Z",
    re.IGNORECASE,
)
_EN_TAIL_LEAD = re.compile(
    r"^\s?(?:(?:or|and)\s(?:more|above|over|less|fewer|below|under|higher)|above|below|within|of|-)?\s?(?:the\s|all\s|its\s|their\s)?",
    re.IGNORECASE,
)
_EN_TAIL_END = re.compile(
    r"\s(?:will|shall|should|must|may|can|is|are|was|were|be|has|have|had|by|from|to|and|or|but|that|which|who|as|than|with|before|after|during|compared|respectively|through|per|every|each|so)(?![A-Za-z’'-])",
    re.IGNORECASE,
)
_SHORTEST_EN = 3
_MOST_WORDS = 10
_COUNTS = frozenset(("count", ""))


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a figure measures.

    Attributes:
        text: the words of the text; "" where they say no more than that something changes.
        change: whether the figure says by how much it changes, not what it is.
        counted: whether the words name what is counted, behind the figure.
        vague: whether they tell what is done (关停42家), and not to what.
    """

    text: str
    change: bool = False
    counted: bool = False
    vague: bool = False


def indicator_of(text: str, side: Side, quantity: Quantity, left: int, right: int) -> Indicator | None:
    """Tell what a figure measures from its own part of the sentence; None where that does not say.

    Args:
        text: the text.
        side: its language.
        quantity: the figure.
        left: where its part may begin at the earliest: the end of the figure before, or of the sentence.
        right: where it ends at the latest: the beginning of the next figure, or the end of the sentence.
    """
    head, aside = _head(text, side, max(left, quantity.span.start - _REACH), quantity.span.start)
    tail = _tail(text, side, quantity.span.end, min(right, quantity.span.end + _REACH), aside=aside)
    read = _chinese if side == "zh" else _english
    found = read(head, tail, counted=quantity.unit in _COUNTS)
    return found if found and len(found.text) <= _LONGEST[side] else None


def _head(text: str, side: Side, start: int, end: int) -> tuple[str, bool]:
    """What stands before a figure in its part of the sentence, asides left out; and whether it stands in one itself."""
    whole = _ASIDE.sub("", text[start:end])
    bare = _OPEN_ASIDE.sub("", whole)
    return _BREAKS[side].split(bare)[-1], bare != whole


def _tail(text: str, side: Side, start: int, end: int, *, aside: bool) -> str:
    whole = text[start:end]
    whole = _CLOSE_ASIDE.sub("", whole) if aside else _ASIDE.sub("", whole)
    return _BREAKS[side].split(whole)[0]


def _chinese(head: str, tail: str, *, counted: bool) -> Indicator | None:
    before, change = _zh_before("" if _ZH_JOINED.search(head) else head)
    behind = _zh_behind(tail)
    doing = not before or _ZH_DOING.fullmatch(before) is not None
    if (counted or doing) and behind:
        return Indicator(behind, counted=True)
    if change and _ZH_CHANGE.fullmatch(before):
        return Indicator("", change=True)
    if han_count(before) < _SHORTEST_HAN:
        return None
    return Indicator(before, change=change, vague=doing)


def _zh_before(head: str) -> tuple[str, bool]:
    text = head.strip(" “”\"'《》、，")
    while True:
        if (found := _ZH_LEAD.match(text)) and found.end():
            text = text[found.end() :]
        elif text and (place := region_at(text, 0, len(text))) and not text[place.end :].startswith(("的", "级")):
            text = text[place.end :]
        else:
            break
    change = False
    while text:
        if found := _ZH_CHANGE.search(text):
            change = True
            rest = text[: found.start()]
            if _ZH_VERB.search(rest):
                text = rest
                continue
            break
        shorter = _ZH_VERB.sub("", text).rstrip("的、和及 ")
        if shorter == text:
            break
        text = shorter
    return text.strip(" “”\"'《》、，"), change


def _zh_behind(tail: str) -> str:
    lead = _ZH_TAIL_LEAD.match(tail)
    text = tail[lead.end() :] if lead else tail
    if _ZH_NO_TAIL.match(text):
        return ""
    noun = _ZH_NOUN.match(text)
    if not noun:
        return ""
    found = _ZH_TAIL_END.search(noun[0])
    text = (noun[0][: found.start()] if found else noun[0]).rstrip("和及与或")
    return text if han_count(text) >= _SHORTEST_HAN else ""


def _english(head: str, tail: str, *, counted: bool) -> Indicator | None:
    before = "" if _EN_JOINED.search(head) else _stripped(_EN_LEAD, head.strip(" “”\"'"))
    change = (
        re.search(
            r"(?:increas|decreas|reduc|grow|grew|ris|rose|fall|fell|drop|cut|up|down|declin|raise|lower)[a-z]*(?:\s[a-z-]+)?\sby\s*\Z",
            before + " ",
        )
        is not None
    )
    while (shorter := _EN_VERB.sub("", before)) != before:
        before = shorter.rstrip()
    behind = _en_behind(tail)
    doing = _EN_DOING.search(before) is not None or len(before) < _SHORTEST_EN
    if (counted or doing) and len(behind) >= _SHORTEST_EN:
        return Indicator(behind, counted=True)
    before = " ".join(before.split()[-_MOST_WORDS:])
    if len(before) < _SHORTEST_EN:
        return None
    return Indicator(before, change=change, vague=doing)


def _en_behind(tail: str) -> str:
    text = _EN_TAIL_LEAD.sub("", tail, count=1)
    if found := _EN_TAIL_END.search(" " + text):
        text = text[: max(0, found.start())]
    return " ".join(text.split()[:_MOST_WORDS]).strip(" “”\"'")


def _stripped(lead: re.Pattern[str], text: str) -> str:
    while (found := lead.match(text)) and found.end():
        text = text[found.end() :].lstrip()
    return text


_SAME = (
    (re.compile(r"[（(][^（()）]*[）)]|[“”\"'《》·\s]"), ""),
    (re.compile(r"细颗粒物|PM2\.5"), "PM2.5"),
    (re.compile(r"可吸入颗粒物"), "PM10"),
    (re.compile(r"挥发性有机物"), "VOCs"),
    (re.compile(r"氮氧化物"), "NOx"),
    (re.compile(r"二氧化硫"), "SO2"),
    (re.compile(r"优良天数(?:比例|比率|占比|率)"), "优良天数比率"),
    (re.compile(r"年(?:平均|均)(?!增长|下降)|平均|的|所占"), ""),
    (re.compile(r"占比|所占比例|比例|比重|比率"), "比"),
)
_EN_SAME = (
    (re.compile(r"\([^()]*\)|[“”\"]"), " "),
    (re.compile(r"\b(?:the|an?|annual|mean|average|yearly|of|in|for|its|their|level|levels)\b"), " "),
    (re.compile(r"fine particles|fine particulate matter"), "pm2.5"),
    (re.compile(r"proportion|percentage|ratio"), "share"),
)


def same_name(indicator: str, side: Side) -> str:
    """Give an indicator in the form in which two mentions of the same thing are equal.

    Args:
        indicator: what a figure measures, in the text's own words.
        side: its language.
    """
    text = indicator if side == "zh" else indicator.lower()
    for pattern, name in _SAME if side == "zh" else _EN_SAME:
        text = pattern.sub(name, text)
    return " ".join(sorted(set(text.split()))) if side == "en" else text

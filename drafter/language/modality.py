"""How binding a sentence is: must, may, encouraged, striven for, in principle, gradually; in either language."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, cast

from drafter.model import Span

Force = Literal["duty", "leave", "encourage", "strive", "principle", "gradual"]


class Word(NamedTuple):
    """A word that says how binding something is.

    Attributes:
        force: what it says.
        span: where it stands.
        text: the word.
    """

    force: Force
    span: Span
    text: str


_ZH: tuple[tuple[Force, str], ...] = (
    ("principle", "原则上"),
    ("duty",
     "应当|(?<![不])必须|务必|(?<![相响适对反效供回感顺呼答理一])应(?![急对用答邀变付有届聘运酬力激允验诊声征该收季景纳])(?=[^，。；]{2})"
     "|应该|(?<![必无急所亟仍])须(?![知臾眉])|不得不|有义务"),
    ("leave", "(?<![不难])可以(?!说|看[出到]|想|预|从中|理解)|(?<!不)允许|有权|可自[行愿主]|可根据|可结合|可由"
     "|可向|可在|可按|可依"),
    ("encourage", "鼓励"),
    ("strive", "力争"),
    ("gradual", "逐步|分步|渐进"),
)  # fmt: skip
_EN: tuple[tuple[Force, str], ...] = (
    ("principle",
     r"in principle|as a (?:general )?rule|general(?:ly)?|normal(?:ly)?|usual(?:ly)?|principally|principles?|ordinarily"
     r"|typically|mainly|basically"),
    ("duty",
     r"shall|must|should|ought|have to|has to|had to|(?:is|are|be) (?:\w+ly )?(?:required|obliged|obligated|mandated)"
     r" to|(?:is|are|be) bound to|needs? to|needed|(?:is|are) to|mandatory|compulsory|obligat\w+"
     r"|requires?|responsib\w+|necessary"),
    ("leave",
     r"(?:may|might)(?! (?:have|not|never|only|no longer)\b)"
     r"|(?:is|are|be) (?:allowed|permitted|entitled|authori[sz]ed|free)|at liberty"
     r"|optional(?:ly)?|has the right|have the right"),
    ("encourage",
     r"encourag\w*|incentiv\w*|support\w*|advocat\w*|motivat\w*|promot\w*|inspir\w*|urg\w*|stimulat\w*|foster\w*|welcom\w*"
     r"|embolden\w*|call\w* (?:on|for|upon)|guid\w*|prompt\w*|spur\w*|invit\w*|persua\w*|help\w*"),
    ("strive",
     r"striv\w*|strove|endeavou?r\w*|aim\w*|seek\w*|sought|efforts?|tr(?:y|ies|ied|ying)|attempt\w*|best|targets?|targeted"
     r"|goals?|objectives?|works? (?:to|towards?|hard)|working (?:to|towards?|hard)|hop(?:e|es|ed|ing)|ambition\w*"
     r"|push\w*|vy(?:ing)|vies?|plans? to|pledg\w*|bid|expect\w*|intend\w*|fight\w*|committed|eye|eyes|eyeing"),
    ("gradual",
     r"gradual\w*|step[ -]by[ -]step|progressive\w*|phas\w*|stages?|stepwise|incremental\w*|steadily|steady|steps"
     r"|over time|little by little|slowly|successive\w*|bit by bit|increasingly|continu\w*|piecemeal|growing"
     r"|more and more"),
)  # fmt: skip
_ZH_WORD = re.compile("|".join(f"(?P<{force}>{words})" for force, words in _ZH))
_EN_FORCES = "|".join(rf"(?P<{force}>(?:{words})\b)" for force, words in _EN)
_EN_WORD = re.compile(rf"\b(?:{_EN_FORCES})", re.IGNORECASE)
# Anything in Chinese that can stand behind a leave of its English, and behind a duty.
_ZH_LEAVE = re.compile(
    "[可能许准允或会恐疑估望宜便凭愿让若]|有权|未必|不必|不一定|有[时的]|任[选意何]|选择|如果|预计|料|视情|酌情|灵活|自[主愿]|得以|用[以于]|足以|以[^及上下内外后前来]"
)
_ZH_BOUND = re.compile("[应必须要需务责令当该得勒强限禁不]|规定|义务|只有|确保|一律")
_ZH_URGES = re.compile("[励倡促推引导撑援助呼吁劝号召动望请]|支持|提倡|宣传")
_ZH_STRIVES = re.compile("[力争努尽奋拼图谋望追旨求想试]|目标|致力|推[动进]|着[力眼手]|攻坚")
_ZH_PRINCIPLE = re.compile("原则|一般|通常|大体|基本|总体")
_ZH_GRADUAL = re.compile("[逐渐步徐慢期段序续稳循]|越来越|日[益趋]|次第|批|层")


# Words that hold a sign of leave or of duty, and say neither.
_SAYS_NEITHER: dict[Force, re.Pattern[str]] = {
    "leave": re.compile(
        "标准|准入|准备|准确|精准|基准|水准|对准|核准|批准|许可[证书]?|行政许可|许多|社会|会议|会商|会同|会审|会展|委员会|协会|联席会|常务会|大会|"
        "机会|工会|理事会|可燃|可再生|可回收|可持续|可吸入|可靠|可降解|可视|可控|可溯源|可追溯|可燃气|能源|能力|节能|性能|智能|能效|能耗|功能|产能|"
        "储能|职能|氢能|电能|热能|动能|效能|用能|能量|太阳能|或者|适宜|方便|便民|便利|凭证|愿景|让利|倘若|以[实物罚点奖代]|以[上下内外后前来]|疑似|质疑"
        "|望远|名望|恐慌"
    ),
    "duty": re.compile(
        "(?:按照?|依照?|符合|有关|相关|另有|法律|现行)规定|规定的|确需|如需|所需|必需|应价|应急|供应|反应|效应|响应|适应|对应|相应|应用|应对|需求|重要|主要|要素|要闻|摘要|概要|要点|服务|任务|业务|财务|事务|商务|政务|公务|医务|责任|"
        "负责|职责|不[超少低高多断仅但同]|限[值额期度]|期限|上限|下限|有限|权限|年限|强化|加强|增强|强度|增强|取得|获得|使得|得到|得分|当地|相当|当前|当时|"
        "当天|当年|该[市县省区项]|令人|命令|指令"
    ),
}  # fmt: skip


def words_in(text: str, side: Literal["zh", "en"], within: Span) -> Iterator[Word]:
    """Give the words of a stretch that say how binding it is.

    Args:
        text: the text.
        side: its language.
        within: the stretch.
    """
    for found in (_ZH_WORD if side == "zh" else _EN_WORD).finditer(text, *within):
        force = cast(Force, found.lastgroup)  # the groups are named after the forces
        if force == "leave" and found[0] == "May" and not _opens(text, found.start()):
            continue  # the month
        yield Word(force, Span(*found.span()), found[0])


def _opens(text: str, start: int) -> bool:
    return not text[:start].strip(" “\"'(") or text[max(0, start - 2) : start] in (". ", "; ")


def can_be(force: Force, zh: str) -> bool:
    """Whether anything in a Chinese stretch can stand behind a word of its English with this force."""
    neither = _SAYS_NEITHER.get(force)
    return _BEHIND[force].search(neither.sub("", zh) if neither else zh) is not None


_BEHIND: dict[Force, re.Pattern[str]] = {
    "duty": _ZH_BOUND, "leave": _ZH_LEAVE, "encourage": _ZH_URGES, "strive": _ZH_STRIVES, "principle": _ZH_PRINCIPLE,
    "gradual": _ZH_GRADUAL,
}  # fmt: skip

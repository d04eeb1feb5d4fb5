"""Brackets that name bodies and nothing of what they do: （市教育局、市卫生健康委） at the end of a measure."""

import re

from drafter.language.duties.en import read_english
from drafter.language.duties.names import name_of
from drafter.language.duties.whole_names import whole_duties
from drafter.language.duties.zh import read_chinese
from drafter.model import Duty, Side, Span

_ZH_NAMES = "[（(〔\\[【](?P<names>[\u4e00-\u9fff、，,；（）]{4,160})[）)〕\\]】]"
_EN_NAMES = (
    r"[(（〔\[【](?P<names>[^()（）〔〕\[\]【】:：;]{0,400}"
    r"(?:\([^()]*\)[^()（）〔〕\[\]【】:：;]{0,400})*)[)）〕\]】]"
)
_BEHIND_STOP: dict[Side, re.Pattern[str]] = {
    "zh": re.compile(f"[。；](?P<bracket>{_ZH_NAMES})\\s*\\Z"),
    "en": re.compile(rf"[.;。]\s?(?P<bracket>{_EN_NAMES})\s*\.?\s*\Z"),
}
_BEFORE_STOP: dict[Side, re.Pattern[str]] = {
    "zh": re.compile(f"(?:\\A|(?<=[。；]))(?P<said>[^。；]{{4,}})(?P<bracket>{_ZH_NAMES})[。；]\\s*\\Z"),
    "en": re.compile(rf"(?:\A|(?<=[.;]\s))(?P<said>(?:[^.;]|\.(?=\d)){{12,}}?)\s(?P<bracket>{_EN_NAMES})[.;]\s*\Z"),
}
# Words that the names in a bracket explain: who they are, from whom something comes, to whom it goes.
_EXPLAINED: dict[Side, re.Pattern[str]] = {
    "zh": re.compile(
        "(?:部门|单位|机构|机关|政府|厅|局|委|办|署|办公室|小组|专班|(?<!机)组|中心|主体|成员|(?:联系|召集|负责|责任)人|各方|[双三多]方"
        "|来源|数据|资料|口径|名单|上报|呈报|报送|抄送|移送|移交|提交|会同|联合|商请|提请|[由向含即指是])\\Z"
    ),
    "en": re.compile(
        r"(?:\b(?:departments?|units?|bod(?:y|ies)|agenc(?:y|ies)|authorit(?:y|ies)|governments?|bureaus?|commissions?"
        r"|offices?|groups?|committees?|institutions?|organs?|members?|part(?:y|ies)|entit(?:y|ies)|leaders?|ministr(?:y|ies)"
        r"|administrations?|sources?|data|etc|to|by|with|of|from|for|in|at|on|as|and|or|the|than|including|namely)"
        r"|\b[A-Z]{3,6}|\b[A-Z][a-z]+(?:\s(?:of|and|for|the)){0,2}\s[A-Z][a-z]+)[,:]?\Z"
    ),
}
# One body alone may be where a text or a figure comes from, or a ministry that others look to.
_CITED: dict[Side, re.Pattern[str]] = {
    "zh": re.compile("[》”％%0-9]（|（(?:国家|国务院|.*(?:部|总局|总署)\\Z)"),
    "en": re.compile(r"[”\"%0-9]\(|\((?:the )?(?:State|National|Ministry)\b"),
}
_OPENED: dict[Side, str] = {"zh": "（", "en": "("}
_ZH_VERB = re.compile(
    "牵头|负责|配合|参与|落实|分工|：|设[在于]|挂靠|隶属|[简统]称|除外|不含|(?:\\A|、)(?:原|含|除|即|包括)"
)
# A name in a list: capitals, what stands between them, and the plain words for governments and authorities.
_EN_WORD = re.compile(
    r"[A-Z][\w’'.&-]*|&|of|and|for|the|on|at|or|above|below|all|each|others?|etc\.?|relevant|concerned|related|competent"
    r"|municipal|prefectural|prefectures?|provincial|county|counties|city|cities|districts?|towns?|townships?"
    r"|(?:\w+-)?level|people[’']s|governments?|departments?|units|authorities|committees"
)
_EN_BETWEEN = re.compile(r"[\s,()]+")
_EN_SHARED = re.compile(r",?\s(?:by|according to|in accordance with) (?:the |their )?division of \w+\Z")


def bodies_alone(text: str, side: Side) -> tuple[Span, tuple[Duty, ...]] | None:
    """Read the bracket at the end of a line that holds nothing but bodies; they share the work.

    It stands behind the full stop, or before it where no words stand before it that it might explain, as the bracket
    of 有关部门（市水利局、市财政局） does.

    Args:
        text: a line.
        side: its language.

    Returns:
        Where the bracket stands, and the duties; None where the line ends otherwise.
    """
    found = _BEHIND_STOP[side].search(text) or _BEFORE_STOP[side].search(text)
    before = found["said"] if found and "said" in found.re.groupindex else ""
    if not found or _EXPLAINED[side].search(before):
        return None
    names = found["names"]
    if side == "zh":
        if _ZH_VERB.search(names):
            return None
        words = names + "按职责分工负责"
        duties = whole_duties(words, read_chinese(words, Span(0, len(words))), side)
    else:
        names = _EN_SHARED.sub("", names)
        if not only_names(names):
            return None
        words = names + " within their remits"
        duties = whole_duties(words, read_english(words, Span(0, len(words))), side)
    if before and sum(len(duty.bodies) for duty in duties) == 1 and _CITED[side].search(before + _OPENED[side] + names):
        return None
    return (Span(*found.span("bracket")), duties) if all_known(duties, side) else None


def only_names(text: str) -> bool:
    """Tell whether a stretch of English holds no word that the names of bodies do not."""
    return all(_EN_WORD.fullmatch(word) for word in _EN_BETWEEN.split(text) if word)


def all_known(duties: tuple[Duty, ...], side: Side) -> bool:
    """Tell whether all that is named reads as a body, and one at least by its remit."""
    said = [name_of(body, side) for duty in duties for body in duty.bodies]
    return all(one.head and one.known for one in said) and any(one.remits for one in said)

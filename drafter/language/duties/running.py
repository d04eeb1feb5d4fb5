"""Who leads a measure in the words of its own sentence: 省水利厅要牵头推进…; the Department of X shall lead …."""

import re

from drafter.language.duties.alone import all_known, only_names
from drafter.language.duties.en import read_english
from drafter.language.duties.whole_names import whole_duties
from drafter.language.duties.zh import read_chinese
from drafter.model import Duty, Side, Span

_ZH = re.compile("(?:\\A|(?<=[。；;，：\\s]))(?:由|请)?(?P<names>[\u4e00-\u9fff、]{3,90}?)牵头(?![单部人])")
_BEFORE_VERB = (
    "要", "应当", "应", "必须", "须", "需要", "需", "将", "负责", "具体", "共同", "继续", "切实",
)  # fmt: skip
# What stands before a name and is none: a name behind it is somebody's whom others push, help or follow.
_ZH_MORE = re.compile(
    "\\A(?:[在与对从将把向以于让使经据按和并]|为(?!民))|推[动进]|支持|鼓励|要求|指导|督促|协调|协助|配合|加[强快]|落实|实施|开展"
    "|完成|参加|参与|建立|[的了]|不得|不再"
)
_EN_ACTIVE = re.compile(
    r"(?:\A|(?<=[.;]\s))(?:[Tt]he\s)?(?P<names>[A-Z][^.;:]{3,240}?)\s(?:shall|will|should|must|is to|are to)\s"
    r"(?:jointly\s)?(?:take\s(?:the|a)\slead\b|lead\b(?!\sto\b))"
)
_EN_PASSIVE = re.compile(
    r"\b(?:shall|will|should|must|to)\sbe\sled\sby\s(?:the\s)?(?P<names>[A-Z][^.;:]{3,240}?)(?=[.;]|\Z|,?\swith\s|,?\swho\b)"
)


def running_lead(text: str, side: Side) -> tuple[Duty, ...]:
    """Read who leads a measure from its sentence, where names and verb are plain.

    Args:
        text: a sentence, without the brackets that name who is responsible.
        side: its language.
    """
    patterns = (_ZH,) if side == "zh" else (_EN_ACTIVE, _EN_PASSIVE)
    for pattern in patterns:
        for found in pattern.finditer(text):
            names = _without_force(found["names"])
            if _ZH_MORE.search(names) if side == "zh" else not only_names(names):
                continue
            words = f"{names}牵头" if side == "zh" else f"{names} take the lead"
            within = Span(0, len(words))
            read = read_chinese(words, within) if side == "zh" else read_english(words, within)
            duties = whole_duties(words, read, side)
            if any(duty.role == "lead" for duty in duties) and all_known(duties, side):
                return duties
    return ()


def _without_force(names: str) -> str:
    """Take the words that stand between names and the verb from their end."""
    while word := next((one for one in _BEFORE_VERB if names.endswith(one)), ""):
        names = names.removesuffix(word)
    return names

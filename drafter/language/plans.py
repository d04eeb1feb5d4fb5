"""Is this document a plan, and of which year? A plan tells what is to be done; a report tells what was."""

import re
from collections.abc import Iterable
from itertools import islice

_OPENING = 15  # lines in which a title may stand
_LONGEST_TITLE = {"zh": 60, "en": 220}
_ZH_TITLE = re.compile("方案|计划|规划|行动|攻坚|措施|意见(?!书)|办法")
_EN_TITLE = re.compile(r"\b(?:plan|programme|program|campaign|measures|action)\b", re.IGNORECASE)
_NAMED = re.compile(
    r"《[^》]{2,60}(?:方案|计划|规划)[^》]{0,6}[（(]20[0-9]{2}[^》]{1,12}》"
    r"|[“\"][^”\"]{2,120}\b(?:Plan|Programme)\b[^”\"]{0,80}\(20[0-9]{2}\s?[—–-]\s?20[0-9]{2}"
)
_SENTENCE_ENDS = ("。", ".", "；", ";")
# The document's own number or date, or the first year that its title names.
_YEARS = (
    re.compile(r"[〔\[（(]\s?(20[0-9]{2})\s?[〕\]）)]"),
    re.compile(r"(20[0-9]{2})\s?[—–\-－~～至]\s?20[0-9]{2}"),
    re.compile(
        r"(20[0-9]{2})\s?(?:年|year)\s?[0-9a-z]{1,6}\s?(?:月|moon)"
        r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s[0-9]{1,2},\s(20[0-9]{2})"
        r"|[0-9]{1,2}\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\s(20[0-9]{2})"
    ),
)
_TARGET_YEAR = re.compile(
    r"到\s?(20[0-9]{2})年|(20[0-9]{2})年底|(?:[Bb]y|end of|arrive)\s?(?:the end of\s)?(20[0-9]{2})"
)


def year_of_plan(zh: Iterable[str], en: Iterable[str]) -> int:
    """Give the year in which a plan was issued; 0 where the document is no plan.

    Args:
        zh: its Chinese lines, in order.
        en: its English ones.
    """
    sides = {"zh": [line for line in zh if line.strip()], "en": [line for line in en if line.strip()]}
    opening = {side: list(islice(lines, _OPENING)) for side, lines in sides.items()}
    if not any(_is_title(line.strip(), side) for side, lines in opening.items() for line in lines):
        return 0
    for pattern in _YEARS:
        for lines in opening.values():
            for line in lines:
                if found := pattern.search(line):
                    return int(next(filter(None, found.groups())))
    years = [
        int(next(filter(None, found.groups())))
        for lines in sides.values()
        for line in lines
        for found in _TARGET_YEAR.finditer(line)
    ]
    return min(years, default=0)


def _is_title(line: str, side: str) -> bool:
    """Whether a line is the title of a plan, or names one with its years, as the news of it does."""
    if _NAMED.search(line):
        return True
    title = _ZH_TITLE if side == "zh" else _EN_TITLE
    return len(line) <= _LONGEST_TITLE[side] and not line.endswith(_SENTENCE_ENDS) and title.search(line) is not None

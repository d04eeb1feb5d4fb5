"""A minus before the percentage that is all a cell holds: -5% against 增长5%, 5% against -5%."""

import re
from decimal import Decimal

from drafter.model import Span

_FIGURE = r"(?P<figure>[0-9]{1,6}(?:\.[0-9]{1,4})?)\s?[%％]"
_ZH_CELL = re.compile(
    rf"\s*[（(]?(?:同比|环比)?(?:(?P<down>[-−–－]|下降|减少|降低|下跌)|(?P<up>[+＋]|增长|增加|上升|提高))"
    rf"{_FIGURE}[）)]?\s*"
)
_EN_CELL = re.compile(rf"\s*[(（]?(?P<said>(?:(?P<down>[-−–])|(?P<up>\+))?{_FIGURE})[)）]?\s*")
_WORDS = re.compile("[\u4e00-\u9fff]")


def turned_sign(zh: str, en: str) -> tuple[Span, str] | None:
    """Give the English figure whose sign says the contrary of the Chinese, and what it should read.

    Args:
        zh: a Chinese cell; where it names a direction by a word, an English figure without a sign may stand under a
            heading that names it.
        en: its English.
    """
    ours, theirs = _ZH_CELL.fullmatch(zh), _EN_CELL.fullmatch(en)
    if not ours or not theirs or Decimal(ours["figure"]) != Decimal(theirs["figure"]):
        return None
    signed = theirs["down"] or theirs["up"]
    if bool(ours["down"]) == bool(theirs["down"]) or (not signed and _WORDS.search(zh)):
        return None
    meant = f"-{theirs['figure']}%" if ours["down"] else f"{theirs['figure']}%"
    return Span(*theirs.span("said")), meant

"""Parts of a year, and how often, that the two sides tell differently."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from drafter.language.quantities.periods import Period, Sort, period_in_shape_of, periods
from drafter.model import Span

_SORTS: Final[tuple[Sort, ...]] = ("half", "quarter", "quarters", "end", "every")
# What else tells how often, or names a paper: where it stands, no two frequencies are held against each other.
_TOLD_OTHERWISE: Final[dict[str, tuple[str, str]]] = {
    "a": ("年", r"year|annual|annum|12\smonths|twelve\smonths"),
    "half": ("半年", r"half|semi|six\smonths|6\smonths|twice|biannual"),
    "quarter": ("季", r"quarter|three\smonths|3\smonths"),
    "mo": ("月", r"month"),
    "wk": ("周|星期|礼拜", r"week|seven\sdays|7\sdays"),
    "d": ("日|天", r"day|daily|24\shours|night|evening|morning"),
}


class Unlike(NamedTuple):
    """A period that the two sides tell differently.

    Attributes:
        source: where it stands in the Chinese.
        target: which words of the English say another.
        meant: what shall stand there.
    """

    source: Span
    target: Span
    meant: str


def unlike_periods(zh: str, en: str) -> Iterator[Unlike]:
    """Give the periods that each side tells once, and differently.

    Args:
        zh: the Chinese.
        en: the English.
    """
    ours = periods(zh, "zh")
    theirs = periods(en, "en") if ours else []
    for sort in _SORTS if theirs else ():
        mine, others = ([one for one in side if one.sort == sort] for side in (ours, theirs))
        if sort == "end" and len(mine) == len(others) > 1:
            mine, others = _odd(mine, others)
        if len({one.value for one in mine}) != 1 or len({one.value for one in others}) != 1:
            continue
        source, target = mine[0], others[0]
        if source.value == target.value or (sort == "end" and len(mine) + len(others) > 2):
            continue
        if sort == "every" and not _sure(source, target, zh, en):
            continue
        if sort in ("quarter", "half") and _counted(en, target.span):
            continue
        meant = period_in_shape_of(source, en[target.span.start : target.span.end])
        yield Unlike(source.span, target.span, meant)


def _odd(mine: list[Period], others: list[Period]) -> tuple[list[Period], list[Period]]:
    """The one of several that is told otherwise at its place in the row: 6月底、7月上旬 as end of June, late July."""
    lost = Counter(one.value for one in mine) - Counter(one.value for one in others)
    new = Counter(one.value for one in others) - Counter(one.value for one in mine)
    if lost.total() == new.total() == 1:
        for one, other in zip(mine, others, strict=True):
            if one.value in lost and other.value in new:
                return [one], [other]
    return [], []


def _sure(source: Period, target: Period, zh: str, en: str) -> bool:
    """Whether the English tells the time of the Chinese nowhere, nor the Chinese that of the English."""
    return not (
        re.search(_TOLD_OTHERWISE[source.value][1], en, re.IGNORECASE)
        or re.search(_TOLD_OTHERWISE[target.value][0], zh)
    )


_TIME = re.compile(r"[\s-](?:half|quarter)(?:s|\sof\s(?:a|an|the\s(?!year)))", re.IGNORECASE)


def _counted(en: str, span: Span) -> bool:
    """Whether a quarter or half is of a match or a thing, not of a year."""
    return _TIME.match(en, span.end) is not None

"""Prohibitions, negations and exceptions, as either language says them."""

import re
from collections.abc import Iterator

from drafter.model import Span

# What forbids in Chinese. 不得不 is no prohibition, 不得已 none either, 禁止 may be part of a name (禁止区).
_ZH_FORBIDS = re.compile(
    r"严禁|禁止(?!区|类|性|[^，。；]{1,8}区)|(?<!迫)不得(?!不|已|以?而)|不准|不许|一律不(?!再?是)|坚决杜绝|杜绝"
    r"|不再(?=新|审批|受理|核准|备案|安排)"
)
# Anything in English that can carry it.
_NEGATING = (
    "no not never none nor neither cannot without unless end zero bar ban bans check resolutely only clos* "
    "except* prohibit* forbid* forbad* banned banning barred disallow* prevent* stop* ceas* halt* curb* contain* "
    "eliminat* eradicat* avoid* refus* restrict* limit* control* crack* suspend* reject* refrain* exclud* abolish* "
    "withhold* outlaw* illegal* unlawful* strict* combat* curtail* block* rein* guard* stamp* phas*"
)
_EN_NEGATES = re.compile(
    rf"(?<![A-Za-z])(?:{'|'.join(_NEGATING.replace('*', '[a-z]*').split())})(?![A-Za-z])|n[’']t(?![A-Za-z])",
    re.IGNORECASE,
)
# What forbids in English, and anything in Chinese that can carry it.
_EN_FORBIDS = re.compile(
    r"(?<![A-Za-z])(?:(?:shall|must|may)\s+not|strictly\s+(?:prohibit|forbid)[a-z]*"
    r"|(?:is|are|be)\s+(?:strictly\s+)?(?:prohibited|forbidden|banned))(?![A-Za-z])",
    re.IGNORECASE,
)
_ZH_NEGATES = re.compile("[不未无非禁没勿免防避停限否除杜绝拒忌莫零弃废止严控遏打击只]")

# 除……外: "besides" where 还, 也, 又 follow, else "except".
_ZH_EXCEPT = re.compile(
    r"除(?!了?尘|险|[去草雪霜湿臭味名夕此])(?P<what>[^，。；]{1,40})[之以]?外(?=[，、）)]|[^，。；地国部出])(?P<rest>[^。；]{0,40})"
)
_ZH_BESIDES = re.compile("[还也又]|更(?![新换替改正])|同时|另|此外")
_EN_BESIDES = re.compile(r"(?<![A-Za-z])in addition to(?![A-Za-z])(?:[^,.;]{1,60}(?=,))?", re.IGNORECASE)
_EN_EXCEPT = re.compile(
    r"(?<![A-Za-z])(?:except|excepting|excluding|other than|apart from|aside from|unless|save for|with the exception)",
    re.IGNORECASE,
)


def prohibitions(zh: str) -> list[Span]:
    """Give the words that forbid in a Chinese text."""
    return [Span(*found.span()) for found in _ZH_FORBIDS.finditer(zh)]


def carries_prohibition(en: str) -> bool:
    """Whether anything in an English text can render a prohibition."""
    return _EN_NEGATES.search(en) is not None


def forbidding(en: str) -> Iterator[Span]:
    """Give the words that forbid in an English text."""
    for found in _EN_FORBIDS.finditer(en):
        yield Span(*found.span())


def negates(zh: str) -> bool:
    """Whether anything in a Chinese text can stand behind a prohibition of its English."""
    return _ZH_NEGATES.search(zh) is not None


def exceptions_told_as_additions(zh: str, en: str) -> Iterator[tuple[Span, Span]]:
    """Give the places where 除……外 means "except" and the English says "in addition to".

    Args:
        zh: the Chinese text.
        en: its English.

    Yields:
        The English words, and the Chinese ones.
    """
    excepts = [found for found in _ZH_EXCEPT.finditer(zh) if not _ZH_BESIDES.search(found["rest"])]
    besides = [found for found in _ZH_EXCEPT.finditer(zh) if _ZH_BESIDES.search(found["rest"])]
    additions = list(_EN_BESIDES.finditer(en))
    if len(additions) <= len(besides) or not excepts or len(_EN_EXCEPT.findall(en)) >= len(excepts):
        return
    for addition, source in zip(additions, excepts, strict=False):
        yield Span(*addition.span()), Span(source.start(), source.start("rest"))

"""Directions told without a figure: 能耗持续下降 as energy use kept rising.

Nothing but the words shows here which verb answers which, so both sides must have just one word of direction in the
sentence, and the same thing beside it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.checks.number.direction_words import (
    EN_DOUBT,
    EN_VERBS,
    PHRASAL,
    UP,
    ZH_DOUBT,
    ZH_WORD,
    direction_of,
    told_from_other_end,
)
from drafter.checks.number.missing_words import stem, within
from drafter.language.abreast import abreast
from drafter.language.tokens import english_words
from drafter.model import Span

_ZH_MOVES = re.compile(
    "[增减升降涨跌扩缩提压削调]|加[快强大重密深]|放缓|多于|少于|[高低]于|变[大小多少]|越"
    # What English tells by its contrary: less dependent or more self-reliant, less time or more speed.
    "|依赖|依存|差[异别]|浪费|短缺|占比|间隔|距离|时间|时长|周期|难度|压力|风险"
)
# Any English word that may tell a direction, a degree, or a change.
_EN_MOVES = re.compile(
    r"(?<![A-Za-z-])(?:more|less|fewer|higher|lower|better|worse|greater|smaller|up|down|over|under|above|below|boost\w*"
    r"|enhanc\w*|strengthen\w*|weak\w*|enlarg\w*|expan\w*|extend\w*|narrow\w*|widen\w*|eas(?:e|ed|es|ing)|soften\w*|halv\w*"
    r"|doubl\w*|tripl\w*|upgrad\w*|minimi[sz]\w*|maximi[sz]\w*|curb\w*|contain\w*|limit\w*|alleviat\w*|lighten\w*|lift\w*"
    r"|plummet\w*|swell\w*|thin\w*|ever|further|elevat\w*|promot\w*|advanc\w*|impr\w+|intensif\w*|escalat\w*|moderat\w*)"
    r"(?![A-Za-z])",
    re.IGNORECASE,
)
_BESIDE = 5  # words of the English on either side of the verb
_AHEAD, _BEHIND = 12, 8  # characters of the Chinese before its verb and behind it
_LONGEST = 60  # characters of a Chinese sentence in which one verb is the only one that counts


class Turned(NamedTuple):
    """A direction that is turned round.

    Attributes:
        source: the word in the Chinese.
        target: the word in the English.
    """

    source: Span
    target: Span


def turned_without_figure(zh: str, en: str) -> Iterator[Turned]:
    """Give the words that tell the contrary of the only word of direction in their sentence.

    Args:
        zh: the Chinese.
        en: the English.
    """
    if told_from_other_end(zh, en):
        return
    for one in abreast(zh, en):
        if one.zh.end - one.zh.start > _LONGEST:
            continue
        source = _chinese(zh, one.zh)
        target = _english(en, one.en) if source else None
        if (
            source
            and target
            and source.direction + target.direction == 0
            and _same_thing(zh, en, source.span, target.span)
        ):
            yield Turned(source.span, target.span)


class _Word(NamedTuple):
    direction: int
    span: Span


def _chinese(zh: str, part: Span) -> _Word | None:
    text = zh[part.start : part.end]
    words = list(ZH_WORD.finditer(text))
    if len(words) != 1 or ZH_DOUBT.search(text):
        return None
    (found,) = words
    rest = f"{text[: found.start()]}#{text[found.end() :]}"
    direction = direction_of(found)
    if _ZH_MOVES.search(rest) or abs(direction) != UP:
        return None
    return _Word(direction, Span(part.start + found.start(), part.start + found.end()))


def _english(en: str, part: Span) -> _Word | None:
    text = en[part.start : part.end]
    if EN_DOUBT.search(text) or _EN_MOVES.search(text):
        return None
    words = [word for word in english_words(en) if part.start <= word.start < part.end and word.word in EN_VERBS]
    if len(words) != 1 or PHRASAL.search(en, part.start, words[0].start):
        return None
    return _Word(EN_VERBS[words[0].word], Span(words[0].start, words[0].end))


def _same_thing(zh: str, en: str, source: Span, target: Span) -> bool:
    """Whether a word beside the Chinese verb stands beside the English one."""
    beside = [*within(zh, max(0, source.start - _AHEAD), source.start), *within(zh, source.end, source.end + _BEHIND)]
    words = english_words(en)
    at = next(index for index, word in enumerate(words) if word.start == target.start)
    near = {stem(word.word) for word in words[max(0, at - _BESIDE) : at + _BESIDE + 1]}
    return any(not renderings.isdisjoint(near) for renderings in beside)

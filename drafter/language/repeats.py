"""Words, phrases and sentences said twice where once was meant."""

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import eq
from typing import NamedTuple

from drafter.language.scripts import HAN
from drafter.language.sentences import split_sentences
from drafter.language.tokens import english_sequence, lower
from drafter.model import Side, Span


class Repeat(NamedTuple):
    """Something said twice.

    Attributes:
        span: both times with what stands between them.
        text: what it reads when it is said once.
        sure: whether saying it once is surely what was meant; two unlike words may have been meant.
    """

    span: Span
    text: str
    sure: bool


# One phrase on both sides of "and", or two words and more on both sides of a comma; what follows may tell them apart.
_LINK = re.compile(r"(?<!\s)\s{1,3}and\s{1,3}|,\s{0,3}")
_BEFORE = re.compile(r"(?:[A-Za-z][A-Za-z’'-]*\s{1,3}){0,3}[A-Za-z][A-Za-z’'-]*\Z")
_AFTER = re.compile(r"[A-Za-z][A-Za-z’'-]*(?:\s{1,3}[A-Za-z][A-Za-z’'-]*){0,3}")
_TOLD_APART = re.compile(
    r"[A-Za-z’'\-/]|\s+(?:that|which|who|with|in|on|at|for|from|by|to|meeting|[a-z]+ing)(?![A-Za-z])", re.IGNORECASE
)
_LONGEST_PHRASE = 80
_MOST_WORDS = 4
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
# rank among the advanced ranks: a verb and the noun made of it.
_OF_ITSELF = re.compile(
    r"(?<![A-Za-z-])(?P<said>rank|level|step|class)(?:ed|s|ing)? (?:among|in|at) the (?:[a-z]+ )?(?P=said)s?(?![a-z-])"
)
# A, B and A: the first and the last of three.
_RING = re.compile(
    r"(?<![A-Za-z,’'-])(?P<said>[a-z]{4,}),\s+(?P<other>[a-z]{4,})(?P<link>,?\s+(?:and|or))\s+(?P=said)(?![A-Za-z’'-])"
)
_DOUBLED = re.compile(r"(?<![A-Za-z’'\-])(?P<said>[A-Za-z]{2,})\s+(?P=said)(?![A-Za-z’'\-])", re.IGNORECASE)
# A phrase of two words doubled; over and over and over is none.
_DOUBLED_PAIR = re.compile(r"(?<![A-Za-z’'\-])(?P<said>[a-z]{2,}\s[a-z]{2,})\s(?P=said)(?![A-Za-z’'\-])", re.IGNORECASE)
_PAIR_JOINS = re.compile(
    r"(?<![a-z])(?:and|or|by|after|upon|on|in|ha|very|so|then|but|no|yes|million|hundred|thousand|one|two)(?![a-z])",
    re.IGNORECASE,
)
# Set phrases, and what is doubled to make it stronger.
_SOUND_JOINED = re.compile(
    r"(?:more|less|fewer|again|over|on|through|up|down|out|round|around|further|by|years?|days?|hours?|months?|weeks?"
    r"|miles|yes"
    r"|no|well|very|so|one|two|half|ever|all|side|many|better|worse|never|bigger|hear|step|face|day|[a-z]+er|ha|bye"
    r"|now|there)",
    re.IGNORECASE,
)
_SOUND_DOUBLED = frozenset(
    (
        "had",
        "that",
        "very",
        "so",
        "bye",
        "no",
        "yes",
        "really",
        "many",
        "much",
        "far",
        "ha",
        "hear",
        "well",
        "pom",
        "bora",
    )
)
# A noun or a compound again in its list: collection, collection and transport; what is merely urged is no list.
_OF_A_LIST = re.compile(r"[a-z]+(?:-[a-z]+)+|[a-z]{3,}(?:tion|sion|ment|ance|ence|ity|age|ing|ure|ness)s?")
_LIST_GOES_ON = re.compile(r",?\sand\s|,\s")
_NAME = re.compile(r"(?:[A-Z][a-z]+\s?)+\Z")

_ZH_LISTED = re.compile(
    rf"(?<![{HAN}])(?P<said>[{HAN}]{{2,8}})[、，](?P=said)(?![{HAN}])|(?P<said2>[{HAN}]{{2,8}})、(?P=said2)(?=等|和|[、，。；）])"
)
_ZH_DOUBLED = re.compile(rf"(?P<said>[{HAN}]{{2}})(?P=said)")
# 规划纲要和……远景目标纲要: the title has it once. 不仅影响……，也直接影响……: what the second half is about is lost.
_ZH_OUTLINE = re.compile(r"五年规划(?P<again>纲要)和[^，。》]{0,12}目标纲要")
_ZH_NOT_ONLY = re.compile(
    rf"不仅(?P<verb>影响|关系|损害|危害|威胁|涉及)(?P<said>[{HAN}]{{3,12}})[,，](?:[也还更]|而且)(?:直接|严重)?(?P=verb)(?P<again>(?P=said))"
)
# What Chinese doubles: verbs done a little, measures one by one, wishes, sounds.
_ZH_SOUND = frozenset(
    (
        "研究",
        "讨论",
        "考虑",
        "商量",
        "休息",
        "学习",
        "打听",
        "介绍",
        "了解",
        "收拾",
        "恭喜",
        "谢谢",
        "锻炼",
        "比较",
        "检查",
        "调查",
    )
)
_ZH_MEASURE = re.compile("[一逐层]")
# 约……左右, 超过……以上, 不超过……以内: a bound said before and behind its figure.
_ZH_BOUND_TWICE = re.compile(
    r"(?:(?P<about>大约|约|大概|将近)|(?P<over>超过|大于|至少|不少于|不低于|高于)|(?P<under>不超过|不高于|不多于|最多|少于|低于|小于))"
    rf"[^，。；、（）{HAN}]{{0,3}}[0-9一二三四五六七八九十百千万亿]+(?:\.[0-9]+)?[%％]?[^，。；、（）约的和与及0-9]{{0,6}}?"
    r"(?P<again>(?(about)(?:左右|上下)|(?(over)以上|(?:以下|以内))))(?![的]?[两等])"
)
_ZH_SINGLE = re.compile("(?<![目标])的的(?!确)")
_SHORTEST_WORD = 3
_STOP = re.compile(r"[.!?;。！？；…\n]")
_CLOSERS = " \t\r\u3000\"'“”‘’)]）】」》"
_SHORTEST_SENTENCE = {"zh": 8, "en": 20}


def find_repeats(text: str, side: Side) -> Iterator[Repeat]:
    """Give what a text says twice, from left to right within each kind.

    Args:
        text: one paragraph or clause.
        side: the language it is written in.
    """
    yield from _in_english(text) if side == "en" else _in_chinese(text)
    yield from _sentences(text, side)


def _in_english(text: str) -> Iterator[Repeat]:
    taken = 0
    for repeat in _joined(text):
        taken = repeat.span.end
        yield repeat
    for found in _OF_ITSELF.finditer(text):
        yield Repeat(Span(*found.span()), found[0], sure=False)
    for found in _RING.finditer(text):
        yield Repeat(
            Span(*found.span()), f"{found['said']}{found['link']} {found['other']}".replace(",", "", 1), sure=False
        )
    words = english_sequence(text)
    if any(one == two for one, two in zip(pairwise(words), pairwise(words[2:]), strict=False)):
        yield from _pairs_doubled(text)
    if not any(map(eq, words, words[1:])):
        return
    for found in _DOUBLED.finditer(text):
        if found.start() >= taken and found["said"].lower() not in _SOUND_DOUBLED and not found["said"][0].isupper():
            yield Repeat(Span(*found.span()), found["said"], sure=True)


def _pairs_doubled(text: str) -> Iterator[Repeat]:
    """Give the phrases of two words that follow themselves: carry out carry out."""
    for found in _DOUBLED_PAIR.finditer(text):
        first, last = found["said"].split()
        named = first[0].isupper() and last[0].isupper()
        if first.lower() != last.lower() and not named and not _PAIR_JOINS.search(found["said"]):
            yield Repeat(Span(*found.span()), found["said"], sure=True)


def _joined(text: str) -> Iterator[Repeat]:
    """Give the phrases that stand on both sides of a link, the longest that do."""
    small = lower(text)
    for link in _LINK.finditer(text):
        following = _WORD.match(small, link.end())
        reach = max(0, link.start() - _LONGEST_PHRASE), link.start()
        if following is None or following[0] not in small[slice(*reach)]:
            continue
        if following[0] not in _WORD.findall(small, *reach)[-_MOST_WORDS:]:
            continue
        before = _BEFORE.search(text, *reach)
        after = _AFTER.match(text, link.end())
        if before is None or after is None:
            continue
        ones, others = list(_WORD.finditer(before[0])), list(_WORD.finditer(after[0]))
        for count in range(min(len(ones), len(others)), 0, -1):
            said = before[0][ones[-count].start() :]
            again = after[0][: others[count - 1].end()]
            end = link.end() + len(again)
            if said.lower() == again.lower() and not _TOLD_APART.match(text, end):
                if _is_sound(said, link[0]) and not (_OF_A_LIST.fullmatch(said) and _LIST_GOES_ON.match(text, end)):
                    continue
                yield Repeat(Span(before.end() - len(said), end), said, sure=False)
                break


def _is_sound(said: str, link: str) -> bool:
    alone = "," in link and " " not in said
    name = _NAME.fullmatch(said) is not None
    return alone or name or len(said) < _SHORTEST_WORD or _SOUND_JOINED.fullmatch(said.split()[-1]) is not None


def _in_chinese(text: str) -> Iterator[Repeat]:
    for found in _ZH_LISTED.finditer(text):
        said = found["said"] or found["said2"]
        yield Repeat(Span(found.end() - len(said), found.end()), said, sure=False)
    for found in _ZH_NOT_ONLY.finditer(text):
        yield Repeat(Span(*found.span("again")), found["said"], sure=False)
    for found in _ZH_OUTLINE.finditer(text):
        yield Repeat(Span(*found.span("again")), "", sure=True)
    for found in _ZH_BOUND_TWICE.finditer(text):
        start, end = found.span("again")
        yield Repeat(Span(*found.span()), text[found.start() : start] + text[end : found.end()], sure=True)
    for found in _ZH_SINGLE.finditer(text):
        yield Repeat(Span(*found.span()), "的", sure=True)
    for found in _ZH_DOUBLED.finditer(text):
        said = found["said"]
        if said[0] != said[1] and said not in _ZH_SOUND and not _ZH_MEASURE.match(said):
            yield Repeat(Span(*found.span()), said, sure=True)


def _sentences(text: str, side: Side) -> Iterator[Repeat]:
    """Give sentences that stand twice, one right after the other."""
    pieces = [piece for part in _STOP.split(text) if (piece := part.strip(_CLOSERS))]
    if len(set(pieces)) == len(pieces):
        return  # no stop has the same words before it twice
    before = None
    for span in split_sentences(text, side):
        sentence = text[slice(*span)].strip()
        if (
            before is not None
            and sentence == text[slice(*before)].strip()
            and len(sentence) >= _SHORTEST_SENTENCE[side]
        ):
            yield Repeat(Span(before.start, span.end), text[slice(*before)], sure=True)
        before = Span(*span)

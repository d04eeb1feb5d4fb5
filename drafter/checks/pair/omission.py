"""What the Chinese says and the English leaves out: items of a list, the end of a paragraph, a whole paragraph."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.checks.context import ClauseContext
from drafter.checks.document import Member, RunRule
from drafter.checks.pair.listed import lost_items
from drafter.checks.pair.losses import lost_parts
from drafter.checks.rule import Rule
from drafter.language.outline.duties import duties_of
from drafter.language.tokens import holds_any
from drafter.model import N_, Clause, Finding, Message, Side, Span

SURE_PAIRING = 0.8
"""Below this confidence nothing is said to be left out: it may only stand elsewhere."""

_HAN = re.compile("[\u4e00-\u9fff]")
_LEFT_OUT = N_("The English leaves out: “{source}”.")
_HAN_NUMERALS = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
# Each way of counting by itself: a text may count chapters and items at once.
_ZH_MARKS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:^|(?<=[。；，：;:,\s]))(?P<n>[一二三四五六七八九十])是(?=[^否])",
        rf"(?P<n>[{_CIRCLED}])",
        r"[（(](?P<n>[1-9]|10)[）)]",
    )
)
_FIRST_MARKS = ("一是", "①", "1）", "1)")
_EN_MARK = re.compile(
    rf"(?P<circled>[{_CIRCLED}])|[（(](?P<digit>[1-9]|10)[）)]|[（(](?P<roman>i{{1,3}}|iv|vi{{0,3}}|ix|x)[）)]"
    r"|[（(](?P<letter>[a-j])[）)]|(?:^|(?<=[.;:,]\s)|(?<=\sand\s)|(?<=\n))(?:the\s)?"
    rf"(?:(?P<ordinal>{'|'.join(_ORDINALS)})|(?P<cardinal>{'|'.join(_CARDINALS)})(?=\s(?:is|are)\b|,|:)"
    r"|(?P<plain>[1-9]|10)[.)、](?![0-9]))",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\b(?:finally|lastly|last|in addition|moreover|furthermore|besides|also|another|next)\b", re.IGNORECASE
)
_FEWEST_ITEMS = 3

_ZH_PLACES = re.compile(
    r"(?:[\u4e00-\u9fff]{2,4}[市县区省州]、){2,}[\u4e00-\u9fff]{2,4}[市县区省州](?![\u4e00-\u9fff]{0,3}[、和及])"
)
_KIND = r"(?:\s(?:City|County|District|Province|Prefecture|Municipality))"
_NAME = rf"[A-Z][a-z’'-]+(?:\s[A-Z][a-z]+)?{_KIND}?"
_EN_PLACES = re.compile(rf"{_NAME}(?:(?:,\s(?:and\s)?|\sand\s){_NAME})+")
_MORE_PLACES = re.compile(
    r"\b(?:as well as|together with|along with|including|respectively|each|these|other)\b|"
    r"\b(?:City|County|District|Province|Prefecture|Municipality)\b"
)
_PARTED = re.compile(r",\s(?:and\s)?|\sand\s")

_PART_END = re.compile(r"[,;.](?=\s|\Z)")
_SHORTEST = 60
_BRIEF = 2.0  # English is seldom less than two and a half times as long as its Chinese
_SENTENCE_END = (".", "!", "?", ")", "]", "”", '"', ":")
_BODY_END = ("。", "；", "！", "？", "）", "〕")
_SHORTEST_BODY = 12


class _Item(NamedTuple):
    number: int
    start: int


class PairOmission(Rule):
    """A part of the Chinese has no English.

    What it does: counts the items of lists that are counted or named on both sides (一是…二是…三是…, ①②③, cities),
    finds those missing between others that stand side by side in the English, sees where the English breaks off in
    mid-sentence though the Chinese goes on, finds sentences and parts of sentences of which the English has hardly a
    word and no room for more, and paragraphs without English between paragraphs that are surely paired.

    Why it is bad: a measure or a target is not in force for the reader of the English.

    Example: 一是减煤，二是控车，三是降尘 -> `first, cut coal; second, control vehicles` (meant `…; third, keep down
    dust`).

    Source: MQM, accuracy/omission.
    """

    name = "pair.omission"
    mqm = "accuracy/omission"
    severity = "critical"
    rank = 66

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        if not context.paired or context.clause.confidence < SURE_PAIRING:
            return
        zh, en = context.text("zh"), context.text(side)
        for source, place in [*_items_lost(zh, en), *_places_lost(zh, en), *lost_items(zh, en)]:
            message = Message(_LEFT_OUT, {"source": zh[slice(*source)]})
            yield self.finding(context, side, Span(place, place), message, counterpart=source)
        end = len(en.rstrip())
        if _breaks_off(zh.rstrip(), en[:end]):  # whatever is lost, its place is there
            message = Message(N_("The English breaks off: it is far shorter than the Chinese, and has no end."))
            yield self.finding(context, side, Span(end, end), message)
            return
        lost = list(lost_parts(zh, en))
        duties = list(duties_of(zh)) if lost else []  # have a rule of their own
        for source, certainty in lost:
            if any(one.start <= source.start < one.end for one in duties):
                continue
            place = _place_of(source, zh, en)
            message = Message(_LEFT_OUT, {"source": zh[slice(*source)]})
            yield self.finding(context, side, Span(place, place), message, counterpart=source, certainty=certainty)


class ParagraphOmission(RunRule):
    """A paragraph of the Chinese has no English.

    What it does: finds body text without English between clauses that are surely paired.

    Why it is bad: a measure or a target is not in force for the reader of the English.

    Example: 严禁露天焚烧秸秆。 -> missing.

    Source: MQM, accuracy/omission.
    """

    name = "pair.omission"
    mqm = "accuracy/omission"
    severity = "critical"
    sides = ("zh",)
    reach = 6

    def opens(self, member: Member) -> bool:
        """See `RunRule.opens`."""
        return _surely_paired(member.clause)

    def find(self, members: Sequence[Member]) -> Iterator[Finding]:
        """See `RunRule.find`."""
        alone = []
        for member in members[1:]:
            if member.clause.en.text.strip():
                if not _surely_paired(member.clause):
                    return
                break
            alone.append(member)
        else:
            return
        for member in alone:
            text = member.text.strip()
            if _is_body(member.clause, text):
                start = member.text.index(text)
                message = Message(N_("This has no English."))
                yield self.finding(member, Span(start, start + len(text)), message)


def _place_of(source: Span, zh: str, en: str) -> int:
    """Give the end of the English sentence or part behind which a lost part of the Chinese belongs."""
    near = round(source.start / len(zh) * len(en))
    ends = [found.start() for found in _PART_END.finditer(en)]
    return min(ends, key=lambda end: abs(end - near), default=len(en.rstrip()))


def _surely_paired(clause: Clause) -> bool:
    return bool(clause.zh.text.strip() and clause.en.text.strip()) and clause.confidence >= SURE_PAIRING


def _is_body(clause: Clause, text: str) -> bool:
    return (
        clause.level == 0
        and clause.confidence >= SURE_PAIRING
        and len(text) >= _SHORTEST_BODY
        and text.endswith(_BODY_END)
        and text[0] not in "（("
    )


def _breaks_off(zh: str, en: str) -> bool:
    """Tell whether the English stops in mid-sentence, far too early."""
    return (
        len(zh) >= _SHORTEST
        and len(en) < _BRIEF * len(zh)
        and zh.endswith(("。", "！", "）"))
        and not en.endswith(_SENTENCE_END)
        and not _HAN.search(en)
    )


def _items_lost(zh: str, en: str) -> Iterator[tuple[Span, int]]:
    """Give the counted items of the Chinese that the English does not count, with the place where they belong."""
    for pattern in _ZH_MARKS if holds_any(zh, _FIRST_MARKS) else ():
        items = [_Item(_number(found["n"]), found.start()) for found in pattern.finditer(zh)]
        if len(items) < _FEWEST_ITEMS or [one.number for one in items] != list(range(1, len(items) + 1)):
            continue
        there: dict[int, int] = {}
        for found in _EN_MARK.finditer(en):
            there.setdefault(_counted(found), found.start())
        missing = [one for one in items if one.number not in there]
        known = [one.number for one in items if one.number in there]
        if not missing or 1 not in known or len(known) < _FEWEST_ITEMS - 1:
            continue
        if max(there) > len(items) or (len(missing) == 1 and _GOES_ON.search(en)):
            continue
        for one in missing:
            end = items[one.number].start if one.number < len(items) else len(zh)
            following = [there[number] for number in known if number > one.number]
            place = min(following) if following else len(en.rstrip().rstrip("."))
            yield Span(one.start, end), place


def _number(mark: str) -> int:
    for row in (_HAN_NUMERALS, _CIRCLED):
        if mark in row:
            return row.index(mark) + 1
    return int(mark)


def _counted(found: re.Match[str]) -> int:
    kind, mark = found.lastgroup or "", found[found.lastgroup or 0].lower()
    rows = {"ordinal": _ORDINALS, "cardinal": _CARDINALS, "roman": _ROMAN, "letter": tuple("abcdefghij")}
    if kind in rows:
        return rows[kind].index(mark) + 1
    return _number(mark)


def _places_lost(zh: str, en: str) -> Iterator[tuple[Span, int]]:
    """Give a list of places that is shorter in the English, with its end there; none where it may go on elsewhere."""
    ours = list(_ZH_PLACES.finditer(zh)) if zh.count("、") > 1 else []
    if len(ours) != 1:
        return
    theirs = [found for found in _EN_PLACES.finditer(en) if re.search(_KIND, found[0])]
    if len(theirs) != 1:
        return
    rest = en[: theirs[0].start()] + en[theirs[0].end() :]
    named = len(_PARTED.split(theirs[0][0]))
    if named < ours[0][0].count("、") + 1 and not _MORE_PLACES.search(rest):
        yield Span(*ours[0].span()), theirs[0].end()

"""Totals that the list below them does not make."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import takewhile

from drafter.checks.document import Member, RunRule
from drafter.checks.number.at_hand import source_at_hand
from drafter.checks.number.partsums import adds_up_wrong, cut_up
from drafter.language.enumerators import Enumerator, read_enumerator
from drafter.language.quantities import quantities_of, write_number
from drafter.model import N_, Clause, Finding, Message, Quantity, Side

_OPENS = re.compile(r"(?:[:：]|其中|of\swhich)[\s]*\Z", re.IGNORECASE)
_CHOICE = re.compile(r"其中|包括|of\s(?:which|them|these)|including", re.IGNORECASE)
_NO_TOTAL = re.compile(
    r"平均|人均|每|等|主要|重点|例如|average|each|every|per\s|such\sas|mainly|at\sleast\sone", re.IGNORECASE
)
_SENTENCE = re.compile(r"[。！？\n]|[.!?](?=\s)")
_SEMICOLON, _STOP = ("；", ";"), ("。", ".")
_BULLET = re.compile(r"\s*[-•·●○■□◆◇▪–—*]+\s?(?=[^\s0-9-])")
_WORD = re.compile(r"[\s-]{0,2}(?P<word>[A-Za-z]+)")
_FROM_TOTAL_TO_LIST: dict[Side, int] = {"zh": 40, "en": 100}
_LONGEST_ITEM = 120
_FEWEST, _FEWEST_OF_A_CHOICE = 2, 3
# How far a sum may be off and still be meant as that total: less where the items may be a choice.
_NEAR, _NEARER = Decimal("0.3"), Decimal("0.5")


class SumOfList(RunRule):
    """A total that the list below it does not make.

    What it does: where a sentence states a total and opens a list (其中：, as follows:), adds up the one figure of that
    kind that each item of the list gives. Nothing is said where an item gives none or two, where the list may be a
    choice, or where its end is not sure. An English list that stands beside its Chinese is not marked.

    Why it is bad: either the total or a part is wrong, and whoever acts on it can't know which.

    Example: `120 boilers, of which: (1) 45 …; (2) 40 …; (3) 30 …` -> `115 boilers, of which: …`.

    Source: arithmetic; MQM, accuracy/mistranslation/number.
    """

    name = "number.sum"
    severity = "critical"
    mqm = "accuracy/mistranslation/number"
    reach = 40

    def opens(self, member: Member) -> bool:
        """See `RunRule.opens`."""
        return _OPENS.search(member.text) is not None and _total(member) is not None

    def find(self, members: Sequence[Member]) -> Iterator[Finding]:
        """See `RunRule.find`."""
        opener, items = members[0], _items(members[1:])
        whole = _total(opener)
        if whole is None:
            return
        parts = [part for item in items if (part := _part(item, opener, whole))]
        chosen = _CHOICE.search(opener.text, whole.span.end) is not None
        if len(parts) != len(items) or len(parts) < (_FEWEST_OF_A_CHOICE if chosen else _FEWEST):
            return
        told = [(item.text, part) for item, part in zip(items, parts, strict=True)]
        if chosen and whole.unit == "count" and not cut_up(told):
            return  # what is counted may be counted twice
        values = [part.value for part in parts]
        made = sum(values, Decimal(0))
        nearness = _NEARER if chosen and made < whole.value else _NEAR
        if not adds_up_wrong(whole, parts) or nearness * max(made, whole.value) > min(made, whole.value):
            return
        message = Message(
            N_("The parts add up to {made}, but the total is said to be “{total}”."),
            {"total": whole.text, "made": write_number(made)},
        )
        there = [item.mention(part.span) for item, part in zip(items, parts, strict=True)]
        yield self.finding(opener, whole.span, message, there)

    def stands(self, finding: Finding, clauses: Mapping[int, Clause]) -> bool:
        """See `DocumentRule.stands`."""
        return not source_at_hand(finding, clauses)


def _total(member: Member) -> Quantity | None:
    """The total that the last sentence of a clause states before its colon."""
    text = member.text
    start = max((found.end() for found in _SENTENCE.finditer(text.rstrip())), default=0)
    if _NO_TOTAL.search(text, start):
        return None
    measures = [one for one in quantities_of(text, member.side) if one.kind == "measure" and one.span.start >= start]
    if not measures or len(text.rstrip()) - measures[-1].span.end > _FROM_TOTAL_TO_LIST[member.side]:
        return None
    whole = measures[-1]
    return whole if whole.value_max is None and whole.bound == "=" and whole.value > 1 else None


def _items(members: Sequence[Member]) -> list[Member]:
    """The items of the list that begins here; none where its end is not sure."""
    if not members:
        return []
    if _BULLET.match(members[0].text):
        return _bulleted(members)
    first = _mark(members[0])
    return _numbered(members, first) if first else _set_apart(members)


def _mark(member: Member) -> Enumerator | None:
    return read_enumerator(member.text)


def _numbered(members: Sequence[Member], first: Enumerator) -> list[Member]:
    """Items numbered in one style, one clause each."""
    items: list[Member] = []
    for member in members:
        mark = _mark(member)
        if not mark or mark.style != first.style or mark.ordinal != first.ordinal + len(items):
            break
        items.append(member)
    if first.ordinal != 1:
        return []
    # Does the list go on further down, behind a paragraph of an item?
    later = [mark for member in members[len(items) :] if (mark := _mark(member))]
    goes_on = any(mark.style == first.style and mark.ordinal == first.ordinal + len(items) for mark in later)
    return [] if goes_on else items


def _bulleted(members: Sequence[Member]) -> list[Member]:
    """Items behind one and the same sign, one clause each."""
    sign = members[0].text.lstrip()[:1]
    return list(takewhile(lambda member: member.text.lstrip().startswith(sign), members))


def _set_apart(members: Sequence[Member]) -> list[Member]:
    """Items without numbers: each ends in a semicolon, and the last in a full stop."""
    items: list[Member] = []
    for member in members:
        text = member.text.rstrip()
        if len(text) > _LONGEST_ITEM or member.table is not None:
            return []
        items.append(member)
        if text.endswith(_STOP):
            return items
        if not text.removesuffix("and").rstrip().endswith(_SEMICOLON):
            return []
    return []


def _part(item: Member, opener: Member, whole: Quantity) -> Quantity | None:
    """The one figure of an item that is of the total's kind."""
    side, text = item.side, item.text
    alike = [one for one in quantities_of(text, side) if one.kind == "measure" and one.unit == whole.unit]
    if len(alike) != 1 or alike[0].value_max is not None or alike[0].bound != "=":
        return None
    part = alike[0]
    same = _same_thing(text, part, opener.text, whole, side) if whole.unit == "count" else True
    return part if same else None


def _same_thing(text: str, part: Quantity, total_text: str, whole: Quantity, side: Side) -> bool:
    """Whether two counts count the same: by their measure words, or by the word behind them."""
    if side == "zh":
        return not part.noun or not whole.noun or part.noun == whole.noun
    words = [_WORD.match(there, one.span.end) for there, one in ((text, part), (total_text, whole))]
    mine, its = (found["word"].lower().rstrip("s") if found else "" for found in words)
    return not mine or mine == its or mine in ("in", "for", "at", "by", "from")

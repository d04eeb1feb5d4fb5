"""Item numbers with a gap, a repeat, or out of order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from drafter.checks.document import GroupRule, Member, Passage
from drafter.language.enumerators import Enumerator, read_enumerator
from drafter.model import N_, Clause, Finding, Fix, Message, Span

_FEWEST = 3  # items of a level that show how it is counted
_MOSTLY = 0.8  # of the numbers on both sides agree where the English is numbered as its Chinese
SURE_PAIRING = 0.8
"""Below this confidence the Chinese of a clause says nothing about its number."""


class _Item(NamedTuple):
    """An item where it stands."""

    member: Member
    marker: Enumerator


class StructureSequence(GroupRule[_Item]):
    """Item numbers with a gap, a repeat, or out of order.

    What it does: follows the numbers of each level through the document; a level begins anew below the next item of the
    level above it. Beside the Chinese it compares number with number.

    Why it is bad: a reader who is sent to item 4 finds another one, or none.

    Example: `one,` then `Third,` (meant `First,` `Second,` `Third,`).

    Source: MQM, fluency/structure; GB/T 9704-2012, 7.3.3 (一、（一）1.（1）).
    """

    name = "structure.sequence"
    severity = "major"
    mqm = "fluency/structure"
    sides = ("en", "zh")

    def gather(self, passage: Passage) -> Iterable[tuple[str, _Item]]:
        """See `GroupRule.gather`."""
        if passage.table:
            return
        for member in passage.members:
            segments = member.clause.side(member.side).segments
            marker = read_enumerator(member.text) if not segments or segments[0].start == 0 else None
            if marker is not None and marker.level:
                yield member.side, _Item(member, marker)

    def find(self, items: Sequence[_Item]) -> Iterator[Finding]:
        """See `GroupRule.find`."""
        counted: defaultdict[int, int] = defaultdict(int)
        for item in items:
            counted[item.marker.level] += 1
        last: dict[int, int] = {}
        running: dict[int, int] = {}  # a level may count on through the sections
        sources = [_source(item) for item in items]
        agreed = sum(source == item.marker.ordinal for item, source in zip(items, sources, strict=True))
        for item, source in zip(items, sources, strict=True):
            level, ordinal = item.marker.level, item.marker.ordinal
            if source and source != ordinal and agreed >= max(_FEWEST, _MOSTLY * sum(map(bool, sources))):
                yield self._other(item, source)
                ordinal = source
            before = last.get(level, 0)  # 0 where a section begins: its first item may have lost its number
            sound = not before or ordinal in (before + 1, running.get(level, 0) + 1, 1)
            last = {known: number for known, number in last.items() if known < level} | {level: ordinal}
            running[level] = ordinal
            shown = counted[level] >= _FEWEST or source == ordinal
            if sound or not shown or ordinal != item.marker.ordinal:
                continue
            start = item.marker.span.start
            if ordinal == before:
                message = Message(N_("Number {number} stands twice at this level."), {"number": ordinal})
            else:
                message = Message(
                    N_("Number {number} follows number {before}: an item is missing or wrongly numbered."),
                    {"number": ordinal, "before": before},
                )
            yield self.finding(item.member, Span(start, start), message)

    def _other(self, item: _Item, meant: int) -> Finding:
        """Tell of a number that is another in the Chinese, which the English follows elsewhere."""
        written = item.member.text[slice(*item.marker.span)]
        values = {"number": item.marker.ordinal, "meant": meant}
        own = str(item.marker.ordinal)
        fix = Fix(written.replace(own, str(meant)), "suggested") if own in written else None
        message = Message(N_("Number {number} stands where the Chinese has {meant}."), values)
        return self.finding(item.member, item.marker.span, message, fix=fix)

    def stands(self, finding: Finding, clauses: Mapping[int, Clause]) -> bool:
        """Tell whether the Chinese counts otherwise: where it has the same fault, its drafter is asked instead."""
        if finding.side == "zh":
            return True
        here = read_enumerator(clauses[finding.clause].zh.text)
        if here is None:
            return True
        before = None
        for clause in clauses.values():
            if clause.id == finding.clause:
                break
            marker = read_enumerator(clause.zh.text)
            if marker is not None and marker.level == here.level:
                before = marker.ordinal
        return before is None or here.ordinal in (1, before + 1)


def _source(item: _Item) -> int:
    """Give the number that the Chinese of an English item has, 0 where it has none."""
    clause = item.member.clause
    if item.member.side == "zh" or clause.confidence < SURE_PAIRING:
        return 0
    marker = read_enumerator(clause.zh.text)
    return marker.ordinal if marker is not None else 0

"""Headings of which only the later ones are left."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from drafter.checks.document import GroupRule, Member, Passage
from drafter.language.enumerators import Enumerator, read_enumerator
from drafter.model import N_, Clause, Finding, Message, Span

_FEWEST_LOST = 3
_FEWEST_LEFT = 3
_DEEPEST = 2  # levels that are headings by their number alone: 一、 and （一）


class _Numbered(NamedTuple):
    member: Member
    marker: Enumerator
    paragraph: int


class LostNumbers(GroupRule[_Numbered]):
    """A document whose headings begin in the middle.

    What it does: finds the first number of a level of headings where it is 4 or more, others follow it one by one, and
    so much text stands before it that the headings of the lower numbers belong there.

    Why it is bad: whole sections have lost their titles, and what they say is read as part of what stands above them.

    Example: paragraphs without headings, then （四）, （五）, （六） -> headings （一） to （三） before them.

    Source: GB/T 9704-2012, 7.3.3 (headings are numbered from 一); MQM, accuracy/omission.
    """

    name = "structure.missing-heading"
    severity = "major"
    mqm = "accuracy/omission"
    sides = ("zh", "en")

    def gather(self, passage: Passage) -> Iterable[tuple[tuple[str, int], _Numbered]]:
        """See `GroupRule.gather`."""
        for member in () if passage.table else passage.members:
            segments = member.clause.side(member.side).segments
            marker = read_enumerator(member.text) if segments and segments[0].start == 0 else None
            if marker is not None and 1 <= marker.level <= _DEEPEST:
                yield (member.side, marker.level), _Numbered(member, marker, segments[0].paragraph)

    def find(self, items: Sequence[_Numbered]) -> Iterator[Finding]:
        """See `GroupRule.find`."""
        first = items[0]
        number = first.marker.ordinal
        following = [item.marker.ordinal for item in items[1:_FEWEST_LEFT]]
        if number <= _FEWEST_LOST or following != [number + 1, number + 2] or first.paragraph < number:
            return
        message = N_("The headings begin with number {number}: those with the numbers before it are lost.")
        start = first.marker.span.start
        yield self.finding(first.member, Span(start, start), Message(message, {"number": number}), certainty="likely")

    def stands(self, finding: Finding, clauses: Mapping[int, Clause]) -> bool:
        """Tell whether the Chinese begins in the middle too: then its drafter is asked instead."""
        if finding.side == "zh":
            return True
        source = read_enumerator(clauses[finding.clause].zh.text)
        return source is None or source.ordinal != finding.message.values["number"]

"""Headings whose place is there, and whose text is not."""

from collections.abc import Iterator, Sequence

from drafter.checks.context import ClauseContext
from drafter.checks.document import Member, RunRule
from drafter.checks.rule import Rule
from drafter.language.enumerators import Enumerator, read_enumerator
from drafter.model import N_, Clause, Finding, Message, Side, Span

SURE_PAIRING = 0.8
"""Below this confidence a heading may only stand elsewhere."""
_DEEPEST = 2  # levels that are headings by their number alone: 一、 and （一）
_LONGEST = {"zh": 40, "en": 110}
_STOPS = "。；！？：，.;!?:,"
_NO_ENGLISH = N_("The heading “{heading}” has no English here.")
_NO_CHINESE = N_("The heading “{heading}” has no Chinese here.")


class MissingHeading(RunRule):
    """A heading that one side has and the other has not.

    What it does: finds headings without a partner between clauses that are surely paired; the place is the beginning of
    what stands below them.

    Why it is bad: what follows is read as part of the section before.

    Example: 二、主要目标 above 到2025年…… -> `II. Main targets` above `By 2025 …`.

    Source: MQM, accuracy/omission.
    """

    name = "structure.missing-heading"
    mqm = "accuracy/omission"
    severity = "major"
    sides = ("zh", "en")
    reach = 5

    def opens(self, member: Member) -> bool:
        """See `RunRule.opens`."""
        return _surely_paired(member.clause)

    def find(self, members: Sequence[Member]) -> Iterator[Finding]:
        """See `RunRule.find`."""
        side = members[0].side
        other: Side = "en" if side == "zh" else "zh"
        lost = list[Member]()
        for member in members[1:]:
            if member.clause.side(other).text.strip():
                if lost and _surely_paired(member.clause):
                    yield from self._lost(lost, Member(member.clause, other))
                return
            lost.append(member)

    def _lost(self, lost: Sequence[Member], below: Member) -> Iterator[Finding]:
        headings = [member.text.strip() for member in lost if _is_heading(member.text, member.side)]
        if not headings or _is_heading(below.text, below.side):
            return  # a heading stands there, with another number or title: it was paired with the wrong one
        template = _NO_ENGLISH if below.side == "en" else _NO_CHINESE
        yield self.finding(below, Span(0, 0), Message(template, {"heading": headings[-1]}))


class MissingHeadingWithin(Rule):
    """A heading that the Chinese of a clause has and its English has not.

    What it does: finds a heading in the first line of the Chinese whose English begins with what stands below it.

    Why it is bad: what follows is read as part of the section before.

    Example: 二、主要目标 above 到2025年…… -> `II. Main targets` above `By 2025 …`.

    Source: MQM, accuracy/omission.
    """

    name = "structure.missing-heading"
    mqm = "accuracy/omission"
    severity = "major"
    rank = 72

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        source = context.text("zh")
        if "\n" not in source or context.clause.confidence < SURE_PAIRING:
            return
        heading, _, body = source.partition("\n")
        text = context.text(side)
        if len(body) < _LONGEST["zh"] or "\n" in text.strip() or not _is_heading(heading, "zh"):
            return
        if context.enumerator(side) is None and len(text) > _LONGEST["en"]:
            message = Message(_NO_ENGLISH, {"heading": heading.strip()})
            yield self.finding(context, side, Span(0, 0), message)


class EmptyHeading(RunRule):
    """An item number without a title.

    What it does: finds lines that hold the number of a section and nothing else, where no title follows in the next
    line.

    Why it is bad: nobody knows what the section is about.

    Example: `III.` -> `III. Safeguards`.

    Source: MQM, accuracy/omission.
    """

    name = "structure.missing-heading"
    mqm = "accuracy/omission"
    severity = "major"
    sides = ("zh", "en")
    reach = 2

    def opens(self, member: Member) -> bool:
        """See `RunRule.opens`."""
        text = member.text.strip()
        return (
            len(text) <= len("Chapter XVIII.")
            and (marker := _marker(text)) is not None
            and marker.span.end == len(text)
        )

    def find(self, members: Sequence[Member]) -> Iterator[Finding]:
        """See `RunRule.find`."""
        text = members[0].text.rstrip()
        below = members[1].text.strip() if len(members) > 1 else ""
        side = members[0].side
        titled = below and len(below) <= _LONGEST[side] and read_enumerator(below) is None and below[-1] not in _STOPS
        if not titled:
            message = Message(N_("The number “{number}” has no title."), {"number": text.strip()})
            yield self.finding(members[0], Span(len(text), len(text)), message)


def _surely_paired(clause: Clause) -> bool:
    return bool(clause.zh.text.strip() and clause.en.text.strip()) and clause.confidence >= SURE_PAIRING


def _marker(text: str) -> Enumerator | None:
    marker = read_enumerator(text)
    return marker if marker is not None and 1 <= marker.level <= _DEEPEST else None


def _is_heading(text: str, side: Side) -> bool:
    text = text.strip()
    return len(text) <= _LONGEST[side] and bool(text) and text[-1] not in _STOPS and _marker(text) is not None

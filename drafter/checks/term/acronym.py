"""Acronyms: their letters, and what they stand for."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from drafter.checks.context import ClauseContext
from drafter.checks.document import GroupRule, Member, Passage
from drafter.checks.rule import Rule
from drafter.language.acronyms import damaged, uses
from drafter.model import N_, Finding, Fix, Message, Severity, Side, Span


class TermAcronym(Rule):
    """An acronym is written wrongly, or explained by itself.

    What it does: knows the acronyms of environmental and administrative English by their letters; points at small
    letters, letters doubled or exchanged, and acronyms that are explained by themselves.

    Why it is bad: the reader doesn't know what is meant, or takes it for something else.

    Example: `ldar` -> `LDAR`; `LDAR (LDAR)` -> `leak detection and repair (LDAR)`; `SASASAC` -> `SASAC`.

    Source: the usual forms in laws and standards; MQM, terminology.
    """

    name = "term.acronym"
    mqm = "terminology"
    severity = "minor"
    rank = 28

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        for one in damaged(text):
            values = {"text": text[slice(*one.span)], "meant": one.meant}
            words = N_("“{text}” should read “{meant}”.")
            severity: Severity = "major" if one.kind == "letters" else "minor"
            yield self.finding(
                context, side, one.span, Message(words, values), fix=Fix(one.meant, "suggested"), severity=severity
            )


class _Said(NamedTuple):
    """An acronym where it stands."""

    member: Member
    span: Span
    explained: bool


class AcronymExplained(GroupRule[_Said]):
    """An acronym is explained only behind its first use, or twice.

    What it does: where a document says what an acronym stands for, looks whether it says so at the first use, and once.

    Why it is bad: the reader meets it before knowing what it means.

    Example: `LDAR … leak detection and repair (LDAR)` -> `leak detection and repair (LDAR) … LDAR`.

    Source: the usual editing of official English; MQM, terminology.
    """

    name = "term.acronym"
    mqm = "terminology"
    severity = "minor"
    sides = ("en",)

    def gather(self, passage: Passage) -> Iterable[tuple[str, _Said]]:
        """See `GroupRule.gather`."""
        for member in passage.members:
            for use in uses(member.text):
                yield use.name, _Said(member, use.span, use.explained)

    def find(self, items: Sequence[_Said]) -> Iterator[Finding]:
        """See `GroupRule.find`."""
        explained = [item for item in items if item.explained]
        if not explained:
            return
        first, meant = items[0], explained[0]
        values = {"text": first.member.text[slice(*first.span)]}
        if not first.explained:
            message = Message(N_("What “{text}” stands for is said only later."), values)
            yield self.finding(first.member, first.span, message, [meant.member.mention(meant.span)])
        for again in explained[1:]:
            message = Message(N_("What “{text}” stands for has been said before."), values)
            yield self.finding(again.member, again.span, message, [meant.member.mention(meant.span)])

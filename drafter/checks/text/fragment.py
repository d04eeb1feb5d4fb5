"""Sentences cut off, and scraps of sentences."""

import re
from collections.abc import Iterator, Sequence

from drafter.checks.context import ClauseContext
from drafter.checks.document import Member, RunRule
from drafter.checks.rule import Rule
from drafter.language.enumerators import read_enumerator
from drafter.language.fragments import Kind, ends_early, find_fragments
from drafter.model import N_, Certainty, Finding, Fix, Message, Severity, Side, Span

_MESSAGES: dict[Kind, str] = {
    "cut": N_("The sentence is cut off here."),
    "scrap": N_("This is a scrap that belongs to no sentence."),
    "gap": N_("Between these words something is lost."),
    "title": N_("The title has lost its first word."),
    "verbless": N_("This sentence has no verb of its own."),
    "nominal": N_("This sentence seems to have no verb."),
}
_RUNS_ON = re.compile(r"\s*(?:is|are|was|were|will|shall|should|must|to)\s+[a-z]")
_LONGEST_HEADING = 60


class TextFragment(Rule):
    """A sentence cut off, or a scrap of one left.

    What it does: finds paragraphs that end in a word that can't be the last, an item number stuck behind the last stop,
    words between which one is lost, scraps of one or two words, and, in a plan, sentences without a verb.

    Why it is bad: a figure or a duty is lost with the rest of the sentence, and nobody can tell which.

    Example: `will be completed. 8. (` (meant `will total 80,000 mu.`); `Strict implementation of` -> `Strictly
    implement`.

    Source: MQM, fluency/grammar.
    """

    name = "text.fragment"
    mqm = "fluency/grammar"
    severity = "major"
    sides = ("zh", "en")
    rank = 71

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        source = context.text("zh") if side == "en" and context.paired else ""
        for found in find_fragments(text, side, plan=bool(context.facts.plan_year), source=source):
            message = Message(_MESSAGES[found.kind])
            fix = Fix(found.meant, "suggested") if found.meant is not None else None
            severity: Severity = "minor" if found.kind in ("verbless", "title", "nominal") else self.severity
            certainty: Certainty = "faint" if found.kind == "nominal" else "sure"
            yield self.finding(context, side, found.span, message, fix=fix, severity=severity, certainty=certainty)
        if source and (mark := ends_early(text, source)):
            yield self.finding(context, side, mark, Message(_MESSAGES["cut"]))


class HeadingRunOn(RunRule):
    """A heading that runs on into the paragraph below it.

    What it does: finds a heading whose sentence goes on in the next paragraph with its verb.

    Why it is bad: neither the heading nor the sentence can be understood alone.

    Example: `Third, the key tasks` and below `are to build` (meant `III. Key tasks` and below `Build`).

    Source: MQM, fluency/grammar.
    """

    name = "text.fragment"
    mqm = "fluency/grammar"
    severity = "major"
    sides = ("en",)
    reach = 2

    def opens(self, member: Member) -> bool:
        """See `RunRule.opens`."""
        text = member.text.rstrip()
        if not text or not text[-1].isalpha() or len(text) > _LONGEST_HEADING:
            return False
        return read_enumerator(text) is not None

    def find(self, members: Sequence[Member]) -> Iterator[Finding]:
        """See `RunRule.find`."""
        if len(members) < self.reach or not _RUNS_ON.match(members[1].text):
            return
        text = members[0].text
        marker = read_enumerator(text)
        start = marker.span.end if marker else 0
        while start < len(text) and not text[start].isalpha():
            start += 1
        yield self.finding(members[0], Span(start, len(text.rstrip())), Message(_MESSAGES["cut"]))

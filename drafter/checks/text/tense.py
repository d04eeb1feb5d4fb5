"""A goal or a duty for the future told as done."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language import polarity
from drafter.language.abreast import abreast
from drafter.language.sentences import split_sentences
from drafter.language.tense import told_as_done
from drafter.model import N_, Finding, Fix, Message, Side, Span

SURE_PAIRING = 0.5
"""Below this confidence the Chinese of a clause says nothing about its English."""
_EN_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
_ZH_YEAR = re.compile(r"(?<![0-9〔])(20[0-9]{2})\s?年")
# What the Chinese says of things done, or of a year gone by.
_ZH_DONE = re.compile(
    "已(?!有)|了(?!解|望)|过去|以来|曾|取得(?:积极|明显|显著|重大)|去年|上年|成立于|共计完成|累计完成|经[^，。；]{2,20}(?:同意|批准)|现印发"
)
_EN_DONE = re.compile(
    r"\b(?:already|since|in recent years|last year|over the past|has so far|so far|hereby|(?:has|have) been (?:agreed"
    r"|approved))\b",
    re.IGNORECASE,
)
_COMPARED = tuple("比较与以同")  # 比2020年下降10%
_LONGEST_HEADING = 12


class TextTense(Rule):
    """A goal or a duty for the future told as done.

    What it does: in a plan, finds verbs in the past or the perfect where the sentence, or the one before it, names the
    plan's own year or a later one, or where the Chinese says nothing of things done.

    Why it is bad: the reader takes an order for a report: what has been reached need not be done.

    Example: 2021年达到28微克 -> `reached 28 μg` (meant `is to reach 28 μg`).

    Source: MQM, accuracy/mistranslation; 达到, 完成, 淘汰 have no tense of their own.
    """

    name = "text.tense"
    mqm = "accuracy/mistranslation"
    severity = "major"
    rank = 75

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        year = context.facts.plan_year
        if not year or not self._may_be_wrong(context, year):
            return
        text = context.text(side)
        paired = self._has_source(context)
        only_ahead = paired and _speaks_ahead(context.text("zh"), year)
        ahead = False
        for span in split_sentences(text, side):
            sentence = text[slice(*span)]
            years = [int(found[1]) for found in _EN_YEAR.finditer(sentence)]
            ahead = max(years) >= year if years else ahead
            if (years and min(years) < year and not only_ahead) or _EN_DONE.search(sentence) or not (ahead or paired):
                continue
            for done in told_as_done(sentence, ordered=paired):
                place = Span(span.start + done.span.start, span.start + done.span.end)
                if context.paired and _forbidden(context.text("zh"), text, place):
                    continue  # pair.polarity tells of the ban; an order to do it would be worse than a report
                message = Message(
                    N_("A goal told as done: “{text}”; expected “{meant}”."),
                    {"text": text[slice(*place)], "meant": done.future},
                )
                yield self.finding(
                    context, side, place, message, fix=Fix(done.future, "suggested"),
                    certainty="sure" if years or paired else "likely",
                )  # fmt: skip

    @staticmethod
    def _has_source(context: ClauseContext) -> bool:
        return (
            context.paired and context.clause.confidence >= SURE_PAIRING and len(context.text("zh")) > _LONGEST_HEADING
        )

    def _may_be_wrong(self, context: ClauseContext, year: int) -> bool:
        """Whether the Chinese, where there is one, speaks of nothing done."""
        if not self._has_source(context):
            return True
        source = context.text("zh")
        years = [int(found[1]) for found in _ZH_YEAR.finditer(source)]
        return not _ZH_DONE.search(source) and (not years or max(years) >= year)


def _forbidden(zh: str, en: str, place: Span) -> bool:
    """Whether the Chinese beside a place forbids or restrains what the English there tells of without a word of it."""
    return any(
        polarity.drops_restraint(zh[slice(*ours)], en[slice(*theirs)])
        for ours, theirs in abreast(zh, en)
        if theirs.start <= place.start < theirs.end
    )


def _speaks_ahead(source: str, year: int) -> bool:
    """Whether the Chinese names the plan's year or a later one, and those before it only to compare with."""
    years = {int(found[1]): found.start() for found in _ZH_YEAR.finditer(source)}
    past = [start for told, start in years.items() if told < year]
    return bool(years) and max(years) >= year and all(source[start - 1 : start] in _COMPARED for start in past if start)

"""Yearly series told over several sentences or clauses."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from drafter.checks.document import GroupRule, Passage
from drafter.checks.number.at_hand import source_at_hand
from drafter.checks.number.statements import Statement, statements_of
from drafter.checks.number.trends import FEWEST_YEARS, odd_one
from drafter.model import N_, Clause, Finding, Message


class TrendOfText(GroupRule[Statement]):
    """A series told year by year, in several sentences, that runs against its direction.

    What it does: puts together what the document states of one indicator, place and unit for three years or more, and
    points at the figure that runs against the direction which the sentences give (降至, 以内, no less than). Where no
    place is named, only sentences of one paragraph are put together. It may be meant, so this is only ever a
    suggestion. English that stands beside its Chinese is not marked.

    Why it is bad: two digits swapped in a target show in nothing else.

    Example: `2024年降至37 … 2025年降至53 … 2026年降至33` -> `… 2025年降至35 …`.

    Source: MQM, accuracy/mistranslation/number.
    """

    name = "number.trend"
    severity = "major"
    mqm = "accuracy/mistranslation/number"

    def gather(self, passage: Passage) -> Iterable[tuple[Hashable, Statement]]:
        """See `GroupRule.gather`."""
        for one in statements_of(passage) if not passage.table else ():
            said = one.stated
            place = said.region or one.member.clause.id
            yield (said.name, place, said.unit, said.aim), one

    def find(self, items: Sequence[Statement]) -> Iterator[Finding]:
        """See `GroupRule.find`."""
        series = sorted(items, key=lambda one: one.stated.year)
        years = [one.stated.year for one in series]
        directions = {one.stated.direction for one in series} - {0}
        if len(years) < FEWEST_YEARS or len(set(years)) != len(years) or len(directions) != 1:
            return
        if sum(one.stated.direction != 0 for one in series) < len(series) - 1:
            return  # what is reported of the years before need not go the way that is aimed at
        odd = odd_one([one.stated.value for one in series], directions.pop())
        if odd is not None:
            values = {
                "figure": series[odd].member.text[slice(*series[odd].stated.span)],
                "series": ", ".join(one.member.text[slice(*one.stated.span)] for one in series),
            }
            message = Message(N_("“{figure}” runs against the direction of the series: {series}. Is it meant?"), values)
            others = [one.member.mention(one.stated.span) for one in series if one is not series[odd]]
            yield self.finding(series[odd].member, series[odd].stated.figure, message, others)

    def stands(self, finding: Finding, clauses: Mapping[int, Clause]) -> bool:
        """See `DocumentRule.stands`."""
        return not source_at_hand(finding, clauses)

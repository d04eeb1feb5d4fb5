"""One indicator, year and place with two values."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from drafter.checks.document import GroupRule, Passage
from drafter.checks.number.at_hand import source_at_hand
from drafter.checks.number.statements import Statement, statements_of
from drafter.model import N_, Clause, Finding, Message


class NumberConflict(GroupRule[Statement]):
    """One indicator that is given two values for the same year and place.

    What it does: compares what the document states, in running text and in tables, where indicator, year, place, unit
    and kind of bound are all said and all equal, and nothing narrows either statement (a season, a phase, an
    exception, something striven for). The value told less often is marked, else the later one, with the words of the
    other place. In the Chinese this is a question to the drafter; an English text that stands beside its Chinese is not
    marked.

    Why it is bad: two offices will work to two figures, and nobody can say which holds.

    Example: `到2025年，全市…浓度降至33微克/立方米` and elsewhere `…35微克/立方米` -> one of the two.

    Source: MQM, accuracy/mistranslation/number; GB/T 9704-2012 asks for figures that are exact.
    """

    name = "number.conflict"
    severity = "major"
    mqm = "accuracy/mistranslation/number"

    def gather(self, passage: Passage) -> Iterable[tuple[Hashable, Statement]]:
        """See `GroupRule.gather`."""
        for one in statements_of(passage):
            said = one.stated
            if said.exact and said.region:
                yield (said.name, said.region, said.year, said.unit, said.bound, said.aim), one

    def find(self, items: Sequence[Statement]) -> Iterator[Finding]:
        """See `GroupRule.find`."""
        counts = Counter(one.stated.value for one in items)
        if len(counts) < 2:
            return
        usual = max(counts, key=lambda value: counts[value])
        first = next(one for one in items if one.stated.value == usual)
        for one in items:
            if one.stated.value == usual or _rounded(one.stated.value, usual):
                continue
            values = {
                "value": one.member.text[one.stated.span.start : one.stated.span.end],
                "other": first.member.text[first.stated.span.start : first.stated.span.end],
                "there": first.stated.words,
            }
            message = Message(N_("Here it is “{value}”, elsewhere “{other}”: “{there}”. Which holds?"), values)
            yield self.finding(one.member, one.stated.span, message, [first.member.mention(first.stated.span)])

    def stands(self, finding: Finding, clauses: Mapping[int, Clause]) -> bool:
        """See `DocumentRule.stands`."""
        return not source_at_hand(finding, clauses)


def _rounded(one: Decimal, other: Decimal) -> bool:
    """Whether one of two values is the other told with fewer places."""
    rough, exact = sorted((one, other), key=lambda value: value.as_tuple().exponent, reverse=True)
    return exact.quantize(rough, ROUND_HALF_UP) == rough

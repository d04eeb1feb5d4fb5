"""Places, people, offices, laws and plans named on one side that are others on the other."""

from collections.abc import Callable, Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.pair.counties import other_counties
from drafter.checks.pair.differs import Differs
from drafter.checks.pair.offices import other_offices
from drafter.checks.pair.people import other_people
from drafter.checks.pair.place_names import other_places
from drafter.checks.pair.set_names import other_set_names
from drafter.checks.pair.surnames import other_surnames
from drafter.checks.pair.titles import other_titles
from drafter.checks.rule import Rule
from drafter.model import N_, Certainty, Finding, Fix, Message, Side

SURE_PAIRING = 0.8
"""Below this confidence the two sides of a clause are not compared."""

_FINDERS: tuple[tuple[Callable[[str, str], Iterator[Differs]], Certainty], ...] = (
    (other_places, "sure"), (other_counties, "likely"), (other_people, "sure"), (other_titles, "sure"),
    (other_offices, "likely"), (other_surnames, "sure"), (other_set_names, "sure"),
)  # fmt: skip
"""What looks for one kind of name, and how sure that is of what it tells."""


class PairEntity(Rule):
    """A place, a person, an office, a law or a plan named in the Chinese is another one in the English.

    What it does: compares the provinces, cities, counties and countries, the leaders, the offices by their level and
    remit, and the laws and plans with set English titles that both sides name; where the English lacks one and names
    another of the same kind instead, that one is marked, and what a list of places has lost. Order, romanisation, short
    forms (京津冀) and places in longer names are left alone.

    Why it is bad: the measure or the figure is told of the wrong place, or laid on the wrong office.

    Example: 开封市 -> `Luoyang City` (meant `Kaifeng City`).

    Source: GB/T 28039 and the romanisation of Chinese place names; MQM, accuracy/mistranslation/entity.
    """

    name = "pair.entity"
    mqm = "accuracy/mistranslation/entity"
    severity = "critical"
    rank = 63

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        if not context.paired or context.clause.confidence < SURE_PAIRING:
            return
        zh, en = context.text("zh"), context.text(side)
        for finder, certainty in _FINDERS:
            for one in finder(zh, en):
                values = {"source": zh[slice(*one.source)], "text": en[slice(*one.span)]}
                words = (
                    N_("The Chinese names “{source}” here, not “{text}”.")
                    if values["text"]
                    else N_("The Chinese names “{source}” as well; the English does not.")
                )
                fix = Fix(one.fix, "suggested") if one.fix else None
                message = Message(words, values)
                yield self.finding(
                    context, side, one.span, message, fix=fix, counterpart=one.source, certainty=certainty
                )

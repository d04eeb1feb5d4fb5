"""What a rule may look at: one clause, what earlier rules found in it, and a few facts of the whole document."""

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from drafter.checks.choice import RuleChoice, chosen_rules
from drafter.language.enumerators import Enumerator, read_enumerator
from drafter.language.house_style import DEFAULT, Habits, HouseStyle
from drafter.language.plans import year_of_plan
from drafter.language.quantities import quantities_of
from drafter.model import Clause, Quantity, Side, Span

_DIGIT_PERCENT = re.compile(r"[0-9]\s?%")
_WORD_PERCENT = re.compile(
    r"(?<![A-Za-z])(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\s+per\s?cent", re.IGNORECASE
)
_UNIT_SPACED = re.compile(r"[0-9] (?:μg|µg|mg|kW|MW|km|km²|ha|mu|t/h)(?![A-Za-z])")
_UNIT_CLOSED = re.compile(r"[0-9](?:μg|µg|mg|kW|MW|km|km²|ha|mu|t/h)(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What the document mostly does, so that a rule can tell a slip from a habit, and what its reader has chosen.

    Attributes:
        digit_percents: shares written with digits.
        word_percents: shares written in words.
        curly_quotes: whether the English mostly opens its quotes with “.
        spaced_units: whether the English mostly leaves a space between figure and unit.
        enumerator_styles: how often each marker style opens an English clause.
        plan_year: the year in which the plan was issued, 0 where the document is no plan.
        style: how it writes its figures, or how a reviewer wants them written: repairs follow it.
        thousands: how it sets thousands apart, so surely that anything else is a slip; "" where it is not sure.
        choice: which rules speak, and how sure they must be.
    """

    digit_percents: int = 0
    word_percents: int = 0
    curly_quotes: bool = False
    spaced_units: bool = True
    enumerator_styles: tuple[tuple[str, int], ...] = ()
    plan_year: int = 0
    style: HouseStyle = DEFAULT
    thousands: str = ""
    choice: RuleChoice = field(default_factory=chosen_rules)

    @classmethod
    def of(
        cls, clauses: Iterable[Clause], chosen: Mapping[str, str] | None = None, choice: RuleChoice | None = None
    ) -> "DocumentFacts":
        """Gather the facts of a document's clauses.

        Args:
            clauses: the clauses.
            chosen: what a reviewer has chosen of the house style, by name; the rest is learnt.
            choice: what was chosen of the rules; None for the choice that holds.
        """
        digit = word = curly = straight = spaced = closed = 0
        styles: Counter[str] = Counter()
        all_clauses = list(clauses)
        for clause in all_clauses:
            text = clause.en.text
            opens = _opens_paragraph(clause, "en")
            digit += len(_DIGIT_PERCENT.findall(text))
            word += len(_WORD_PERCENT.findall(text))
            curly += text.count("“")
            straight += text.count('"') // 2
            spaced += len(_UNIT_SPACED.findall(text))
            closed += len(_UNIT_CLOSED.findall(text))
            if opens and (marker := read_enumerator(text)):
                styles[marker.style] += 1
        year = year_of_plan((one.zh.text for one in all_clauses), (one.en.text for one in all_clauses))
        habits = Habits(clause.en.text for clause in all_clauses)
        return cls(
            digit_percents=digit,
            word_percents=word,
            curly_quotes=curly > straight,
            spaced_units=spaced >= closed,
            enumerator_styles=tuple(styles.most_common()),
            plan_year=year,
            style=habits.style(chosen),
            thousands=(chosen or {}).get("thousands") or habits.usual("thousands", firm=True),
            choice=choice or chosen_rules(),
        )


class ClauseContext:
    """One clause under check.

    Attributes:
        clause: the clause.
        facts: what its document mostly does.
        paired: whether both sides have any text.
        suspects: whether faint suspicions are asked for: what leads to nothing else needn't be looked for.
    """

    def __init__(self, clause: Clause, facts: DocumentFacts) -> None:
        self.clause = clause
        self.facts = facts
        self.suspects = facts.choice.sensitivity == "strict"
        self._texts: dict[Side, str] = {"zh": clause.zh.text, "en": clause.en.text}
        self._has = {side: bool(text) and not text.isspace() for side, text in self._texts.items()}
        self.paired = all(self._has.values())
        self._enumerators: dict[Side, Enumerator | None] = {}
        self._claimed: dict[Side, list[Span]] = {"zh": [], "en": []}  # in order; they never overlap

    def text(self, side: Side) -> str:
        """Give the corrected text of a side."""
        return self._texts[side]

    def quantities(self, side: Side) -> tuple[Quantity, ...]:
        """Give the figures of a side."""
        return quantities_of(self.text(side), side)

    def enumerator(self, side: Side) -> Enumerator | None:
        """Give the item number that opens a side; a piece from the midst of a paragraph has none."""
        if side not in self._enumerators:
            opens = _opens_paragraph(self.clause, side)
            self._enumerators[side] = read_enumerator(self.text(side)) if opens else None
        return self._enumerators[side]

    def opens(self, side: Side) -> bool:
        """Tell whether a side begins a paragraph."""
        return _opens_paragraph(self.clause, side)

    def has(self, side: Side) -> bool:
        """Tell whether a side has any text."""
        return self._has[side]

    def claim(self, side: Side, span: Span) -> None:
        """Note that a rule has explained a stretch of text."""
        insort(self._claimed[side], span)

    def claimed(self, side: Side, start: int, end: int) -> bool:
        """Tell whether earlier rules have explained any of these characters."""
        spans = self._claimed[side]
        index = bisect_left(spans, (end,))
        return index > 0 and spans[index - 1].end > start

    def claimed_edges(self, side: Side) -> list[int]:
        """Give the places where explained stretches begin and end, in order."""
        return sorted({edge for span in self._claimed[side] for edge in span})


def _opens_paragraph(clause: Clause, side: Side) -> bool:
    segments = clause.side(side).segments
    return not segments or segments[0].start == 0

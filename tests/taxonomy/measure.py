"""How right the suggestions are on clauses tagged by hand: `python -m tests.taxonomy.measure [wrong]`.

The plan composed for these tests is measured beside the labelled ones, which are skipped where they are not at hand.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from drafter.model import Side
from drafter.review import open_side
from drafter.review.measuring_parts import parts_of_review
from drafter.taxonomy import shipped_taxonomy
from drafter.taxonomy.suggesting import Suggester, Suggestion
from tests.taxonomy.gold_tags import CORPUS, gold_tags
from tests.taxonomy.held_out import held_out

_SECTION = 3  # letters of a code that name its section


@dataclass(frozen=True)
class Told:
    """What was suggested for a clause.

    Attributes:
        text: its words.
        right: the codes that it may bear.
        principal: those that either reading put first.
        suggestions: what was suggested.
    """

    text: str
    right: frozenset[str]
    principal: frozenset[str]
    suggestions: tuple[Suggestion, ...]

    @property
    def codes(self) -> list[str]:
        """The first three codes that were suggested."""
        return [one.notation for one in self.suggestions[:3]]


@dataclass(frozen=True)
class Score:
    """Shares of the clauses.

    Attributes:
        clauses: how many there were.
        first: whose first suggestion is right.
        principal: whose first suggestion is the principal code.
        three: one of whose first three is right.
        section: whose first suggestion is of the section of a right one.
    """

    clauses: int
    first: float
    principal: float
    three: float
    section: float

    def __str__(self) -> str:
        return (
            f"{self.clauses} clauses: first {self.first:.3f}, principal {self.principal:.3f},"
            f" in three {self.three:.3f}, section {self.section:.3f}"
        )


def score(told: Sequence[Told]) -> Score:
    """Give the shares."""
    count = len(told)
    first = [one.codes[0] if one.codes else "" for one in told]
    return Score(
        count,
        sum(code in one.right for code, one in zip(first, told, strict=True)) / count,
        sum(code in one.principal for code, one in zip(first, told, strict=True)) / count,
        sum(any(code in one.right for code in one.codes) for one in told) / count,
        sum(code[:_SECTION] in {right[:_SECTION] for right in one.right} for code, one in zip(first, told, strict=True))
        / count,
    )


def told_of_gold() -> Iterator[tuple[str, list[Told]]]:
    """Suggest for the clauses of each labelled text; right is what both readings gave."""
    suggester = Suggester(shipped_taxonomy())
    for file, tagged in groupby(gold_tags(), key=lambda one: one.file):
        session = open_side(CORPUS / file, "zh")
        parts = parts_of_review(session)
        made = suggester.suggest([part.passage() for part in parts])
        found = {}
        for part, suggestions in zip(parts, made, strict=True):
            place = session.place_of(part.clause, "zh", part.spans["zh"])
            found[place.line, place.start, place.end] = part.text["zh"], suggestions
        told = []
        for one in tagged:
            text, suggestions = found[one.line, one.start, one.end]
            told.append(Told(text, one.agreed, frozenset((one.first[0], one.second[0])), suggestions))
        yield file, told


def told_of_held_out(sides: Sequence[Side]) -> list[Told]:
    """Suggest for the plan composed for these tests."""
    clauses = list(held_out(sides))
    made = Suggester(shipped_taxonomy()).suggest([passage for _, passage in clauses])
    return [
        Told(passage.text[sides[0]], codes, codes, suggestions)
        for (codes, passage), suggestions in zip(clauses, made, strict=True)
    ]


def main(*, wrong: bool) -> None:
    """Print the figures.

    Args:
        wrong: print the clauses whose first suggestion is wrong too.
    """
    sets: list[tuple[str, list[Told]]] = [
        ("composed, Chinese", told_of_held_out(["zh"])),
        ("composed, English", told_of_held_out(["en"])),
        ("composed, both", told_of_held_out(["zh", "en"])),
    ]
    if CORPUS.is_dir():
        gold = list(told_of_gold())
        sets += [*gold, ("all labelled texts", [one for _, told in gold for one in told])]
    for name, told in sets:
        sys.stdout.write(f"{name}: {score(told)}\n")
        for one in told if wrong else ():
            if not set(one.codes[:1]) & one.right:
                named = [(made.notation, made.confidence) for made in one.suggestions[:3]]
                sys.stdout.write(f"    {' '.join(sorted(one.right))} | {named} | {one.text[:80]}\n")


if __name__ == "__main__":
    main(wrong=len(sys.argv) > 1)

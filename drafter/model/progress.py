"""How far a review has come, by sections and by people."""

from collections.abc import Mapping
from dataclasses import dataclass

from drafter.model.state import State


@dataclass(frozen=True, slots=True)
class Amount:
    """So many clauses with so many words.

    Attributes:
        clauses: how many.
        words: Chinese characters and words in Latin letters or digits, of the source as loaded (the English only where
            a clause has no Chinese).
    """

    clauses: int = 0
    words: int = 0


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """A section of the document: a heading, and what follows it up to the next heading.

    Attributes:
        clause: id of the clause that is its heading; 0 for what stands before the first one.
        level: outline level of the heading, 0 where there is none.
        states: what is in each state; all states are there.
    """

    clause: int
    level: int
    states: Mapping[State, Amount]


@dataclass(frozen=True, slots=True)
class PersonProgress:
    """What one reviewer has done that still holds.

    Attributes:
        author: the name, "" where none was given.
        edited: clauses in whose text something is theirs that was not undone.
        states: clauses that they brought to the state in which these are now; "initial" never has any.
    """

    author: str
    edited: Amount
    states: Mapping[State, Amount]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a review has come.

    Attributes:
        states: what is in each state; all states are there.
        sections: the same of each section, in order.
        people: who did what, by name.
    """

    states: Mapping[State, Amount]
    sections: tuple[SectionProgress, ...]
    people: tuple[PersonProgress, ...]

    @property
    def total(self) -> Amount:
        """The whole document."""
        amounts = self.states.values()
        return Amount(sum(one.clauses for one in amounts), sum(one.words for one in amounts))

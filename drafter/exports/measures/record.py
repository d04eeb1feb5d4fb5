"""A measure of a plan: a sentence with its concepts, duties and targets."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from drafter.model import Concept, Duty, Role, Side, Target


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a measure stands in a file.

    Attributes:
        line: line of a text file, paragraph number of any other format, from 1.
        start: first code point in that line.
        end: end, exclusive.
    """

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TaggedConcept:
    """A concept on a measure.

    Attributes:
        concept: the concept.
        confidence: how sure it is, 0 to 1; 1 where a person put it there.
        accepted: whether a person put it there.
    """

    concept: Concept
    confidence: float
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure.

    Attributes:
        clause: id of the clause it stands in.
        text: its words on each side that has some.
        places: where it stands on each side that came from a file.
        heading: whether it is a heading, which bears no tags.
        section: the heading it stands under, on each side, the nearest.
        concepts: what it is about, the surest first.
        duties: who is to do it, as each side has it.
        targets: the figures it promises.
        deadline: by when, in the words of each side.
        year: the latest year among them, None where there is none.
    """

    clause: int
    text: Mapping[Side, str]
    places: Mapping[Side, Placed]
    heading: bool = False
    section: Mapping[Side, str] = field(default_factory=dict)
    concepts: tuple[TaggedConcept, ...] = ()
    duties: Mapping[Side, tuple[Duty, ...]] = field(default_factory=dict)
    targets: tuple[Target, ...] = ()
    deadline: Mapping[Side, str] = field(default_factory=dict)
    year: int | None = None

    def bodies(self, side: Side, role: Role) -> tuple[str, ...]:
        """Give the bodies that have a role."""
        return next((duty.bodies for duty in self.duties.get(side, ()) if duty.role == role), ())

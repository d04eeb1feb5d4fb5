"""What is to be tagged: clauses with the headings above them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from drafter.model import Side


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause as the suggestions read it.

    Attributes:
        text: its words on each side that has some.
        above: the headings it stands under, the nearest last: the words of either side.
        paragraph: number of the paragraph it belongs to; clauses of one paragraph speak for each other.
        rejected: notations that a reviewer has rejected here.
    """

    text: Mapping[Side, str]
    above: tuple[Mapping[Side, str], ...] = ()
    paragraph: int = -1
    rejected: frozenset[str] = field(default_factory=frozenset)

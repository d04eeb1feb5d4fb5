"""What a reviewer decided about concepts, for the suggestions to learn from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """What a reviewer decided about a concept on a clause.

    Attributes:
        text: the clause's words.
        notation: the concept.
        accepted: whether the clause bears it; False where it was rejected.
    """

    text: str
    notation: str
    accepted: bool = True

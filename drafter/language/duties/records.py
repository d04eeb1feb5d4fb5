"""What is read of a duty: the role, and the bodies that have it."""

from dataclasses import dataclass

from drafter.model import Role, Span


@dataclass(frozen=True, slots=True)
class Body:
    """A body that is named.

    Attributes:
        name: its name as it stands there, articles left out.
        span: where it stands.
    """

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Duty:
    """Bodies with one role.

    Attributes:
        role: what they have to do: lead, cooperate, implement, or share the work within their remits (按职责分工负责).
        bodies: the bodies, in the order of the text.
        span: bodies and verb together.
        verb: the words that tell the role.
        sure: whether it is plain where the list of the bodies begins and ends.
    """

    role: Role
    bodies: tuple[Body, ...]
    span: Span
    verb: Span
    sure: bool = True


__all__ = ["Body", "Duty", "Role"]

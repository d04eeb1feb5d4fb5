"""Who is to do what: the duties of a measure by role, their bodies under one name each."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["lead", "cooperate", "implement", "share"]
"""What a body has to do: lead, cooperate, implement, or share the work within its remit (按职责分工负责)."""

ROLES: tuple[Role, ...] = ("lead", "cooperate", "implement", "share")


@dataclass(frozen=True, slots=True)
class Duty:
    """The bodies that have one role in a measure.

    Attributes:
        role: what they have to do.
        bodies: their names, each once, in the order of the text.
    """

    role: Role
    bodies: tuple[str, ...]

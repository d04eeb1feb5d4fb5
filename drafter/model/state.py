"""How far a clause has come."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

from drafter.model.message import N_

State = Literal["initial", "translated", "reviewed", "final"]
"""What XLIFF 2 calls the state of a segment."""

STATES: Final[tuple[State, ...]] = get_args(State)
"""From the lowest to the highest."""

STATE_WORDS: Final[Mapping[str, str]] = {
    "initial": N_("new"),
    "translated": N_("translated"),
    "reviewed": N_("reviewed"),
    "final": N_("finished"),
}
"""What the states are called."""

LOCKED: Final[State] = "final"
"""The state in which a clause's text can't be changed until somebody reopens it."""

DONE: Final[tuple[State, ...]] = ("reviewed", "final")
"""The states of clauses that somebody has gone through."""


def lowest(*states: State) -> State:
    """Give the lowest of some states, at least one."""
    return min(states, key=STATES.index)

"""How far a clause has come."""

from typing import Final, Literal, get_args

State = Literal["initial", "translated", "reviewed", "final"]
"""What XLIFF 2 calls the state of a segment."""

STATES: Final[tuple[State, ...]] = get_args(State)
"""From the lowest to the highest."""

LOCKED: Final[State] = "final"
"""The state in which a clause's text can't be changed until somebody reopens it."""


def lowest(*states: State) -> State:
    """Give the lowest of some states, at least one."""
    return min(states, key=STATES.index)

"""Progress of a whole told in parts."""

from collections.abc import Callable

Tell = Callable[[float], None]
"""Told the share done, 0 to 1; what it raises stops the work."""


def part(tell: Tell, start: float, end: float) -> Tell:
    """Make what a part of the work tells its own share to, 0 to 1, the part reaching from `start` to `end`."""
    return lambda share: tell(start + share * (end - start))

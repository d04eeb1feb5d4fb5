"""How a reader is told to read."""

from collections.abc import Callable
from typing import Literal

View = Literal["final", "original"]
"""Which side of tracked changes is read: all of them accepted, or all rejected."""

Progress = Callable[[int, int], None]
"""Told after each page how many are done, and of how many; what it raises ends the work."""

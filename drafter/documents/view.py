"""Which side of tracked changes is read."""

from typing import Literal

View = Literal["final", "original"]
"""All tracked changes accepted, or all rejected."""

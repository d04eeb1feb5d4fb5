"""What a text promises with figures: the indicator in full, the year, the year compared with, the place."""

from drafter.language.targets.naming import full_indicator
from drafter.language.targets.reading import Promise, read_promises

__all__ = ["Promise", "full_indicator", "read_promises"]

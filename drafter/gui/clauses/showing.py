"""Ways of showing a review: which columns there are, and whether they tell what was corrected."""

from collections.abc import Mapping
from typing import Final, Literal

from drafter.model import Side

Showing = Literal["both", "en", "zh", "changes"]

SHOWN: Final[Mapping[Showing, tuple[Side, ...]]] = {
    "both": ("zh", "en"),
    "en": ("en",),
    "zh": ("zh",),
    "changes": ("zh", "en"),
}
"""The columns of each way."""

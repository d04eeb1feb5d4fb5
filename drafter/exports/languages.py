"""What files call the two languages (BCP 47)."""

from collections.abc import Mapping
from typing import Final

from drafter.model import Side

CODES: Final[Mapping[Side, str]] = {"zh": "zh-CN", "en": "en"}

"""Figures read by their value: one reader per language, one notion for both."""

from functools import lru_cache

from drafter.language.quantities.en import read_english_quantities
from drafter.language.quantities.write import write_amount, write_english, write_figure, write_number
from drafter.language.quantities.zh import read_chinese_quantities
from drafter.model import Quantity, Side


def read_quantities(text: str, side: Side) -> list[Quantity]:
    """Read every figure of a text that means something: measures, dates, ordinals, references, list numbers.

    The figures of formulas (PM2.5, CO2) and of set names (“2+26”, 5G) are none.

    Args:
        text: one side of a clause.
        side: its language.

    Returns:
        The quantities in order; their spans do not overlap.
    """
    return list(quantities_of(text, side))


@lru_cache(maxsize=32_768)  # both sides of a large document, of which the rules ask one after the other
def quantities_of(text: str, side: Side) -> tuple[Quantity, ...]:
    """Give the same as `read_quantities`, kept for the next who asks."""
    return tuple(read_chinese_quantities(text) if side == "zh" else read_english_quantities(text))


__all__ = [
    "quantities_of",
    "read_chinese_quantities",
    "read_english_quantities",
    "read_quantities",
    "write_amount",
    "write_english",
    "write_figure",
    "write_number",
]

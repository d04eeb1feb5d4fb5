"""How a figure of the English is written."""

import re
from decimal import Decimal

_FIGURE_SHAPE = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


def in_shape_of(value: Decimal, shape: str, factor: int) -> str:
    """Write a value the way a figure of the text is written.

    Args:
        value: the value meant, in the unit of the text's figure.
        shape: the text's figure ("1,500", "1.5 million", "fifteen").
        factor: the size of its scale word, 1 where there is none.
    """
    scaled = (value / factor).normalize()
    grouped = "," in shape or abs(scaled) >= (10**4 if factor == 1 else 10**3)
    written = f"{scaled:,f}" if grouped else f"{scaled:f}"
    return _FIGURE_SHAPE.sub(lambda _: written, shape, count=1) if _FIGURE_SHAPE.search(shape) else written

"""How a figure of the English is written."""

import re
from dataclasses import replace
from decimal import Decimal

from drafter.language.house_style import HouseStyle
from drafter.language.quantities import write_figure
from drafter.model import Quantity, Span

_NOWHERE = Span(0, 0)
_FIGURE_SHAPE = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


def in_shape_of(value: Decimal, shape: str, factor: int, style: HouseStyle) -> str:
    """Write a value the way a figure of the text is written.

    Args:
        value: the value meant, in the unit of the text's figure.
        shape: the text's figure ("1,500", "1.5 million", "fifteen").
        factor: the size of its scale word, 1 where there is none.
        style: the style of the house, for what the shape doesn't show.
    """
    if not _FIGURE_SHAPE.search(shape):
        counted = Quantity(value, None, "count", "=", "measure", _NOWHERE, _NOWHERE, "")
        written = write_figure(counted, replace(style, counts="words"))
        return written[0].upper() + written[1:] if shape[:1].isupper() else written
    scaled = (value / factor).normalize()
    least = 10**4 if factor == 1 else 10**3
    grouped = "," in shape or (abs(scaled) >= least and style.thousands != "none")
    written = f"{scaled:,f}" if grouped else f"{scaled:f}"
    return _FIGURE_SHAPE.sub(lambda _: written, shape, count=1)

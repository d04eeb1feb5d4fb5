"""Where a lost figure belongs in the English, and how a figure is written there."""

import re
from decimal import Decimal

from drafter.checks.number.compare import Comparison
from drafter.checks.number.figures import Figure
from drafter.model import Span

_SHORTEST_RATIO = 2.5  # letters of sound English to a Chinese character; less means that the text breaks off
_FIGURE_SHAPE = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


def place_for(figure: Figure, comparison: Comparison, zh_text: str, en_text: str) -> Span:
    """Guess where in the English a missing figure belongs: between its matched neighbours, at the end of a clause.

    Returns:
        An empty span.
    """
    pos = figure.quantity.span.start
    low = max(
        ((z.quantity.span.end, e.quantity.span.end) for z, e in comparison.matched if z.quantity.span.end <= pos),
        default=(0, 0),
    )
    high = min(
        (
            (z.quantity.span.start, e.quantity.span.start)
            for z, e in comparison.matched
            if z.quantity.span.start >= pos and e.quantity.span.start >= low[1]
        ),
        default=(len(zh_text), len(en_text)),
    )  # fmt: skip
    if high == (len(zh_text), len(en_text)) and len(en_text) < _SHORTEST_RATIO * len(zh_text):
        end = len(en_text.rstrip().rstrip(",;.:"))
        return Span(end, end)
    share = (pos - low[0]) / max(1, high[0] - low[0])
    guess = low[1] + round(share * max(0, high[1] - low[1]))
    closes_sentence = zh_text[figure.quantity.span.end : figure.quantity.span.end + 1] in ("。", "；", "")
    marks = r"[.;](?=\s|$)" if closes_sentence else r"[,;.:](?=\s|$)"
    ends = [found.start() for found in re.finditer(marks, en_text) if low[1] <= found.start() <= high[1]]
    place = min(ends, key=lambda end: abs(end - guess), default=min(guess, len(en_text)))
    return Span(place, place)


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

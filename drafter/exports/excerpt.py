"""A stretch of text with what stands round it, cut to what the eye needs."""

from typing import Final, NamedTuple

from drafter.model import Side, Span

_AROUND: Final[dict[Side, int]] = {"zh": 22, "en": 56}
"""Characters kept on either side of the words: about one line of print together."""

_LONGEST: Final = 160
"""Characters of the words themselves that are shown."""


class Excerpt(NamedTuple):
    """A stretch of text.

    Attributes:
        before: the end of what stands before the words.
        words: the words; "" where something is missing.
        after: the beginning of what stands behind them.
    """

    before: str
    words: str
    after: str


def excerpt(text: str, span: Span, side: Side, *, narrow: bool = False) -> Excerpt:
    """Give the words of a span with what stands round them.

    Args:
        text: the text.
        span: the words' place in it.
        side: its language.
        narrow: whether there is no room for more than a few words round them.
    """
    around = _AROUND[side] // 2 if narrow else _AROUND[side]
    start = min(max(span.start, 0), len(text))
    end = min(max(span.end, start), len(text))
    return Excerpt(_lead(text[:start], around), shortened(text[start:end]), _trail(text[end:], around))


def shortened(text: str) -> str:
    """Give the beginning of words that are too long to be shown."""
    return _trail(text, _LONGEST)


def _lead(text: str, length: int) -> str:
    """Give the end of what stands before, from the beginning of a word on."""
    if len(text) <= length:
        return text
    kept = text[-length:]
    return "…" + (kept.partition(" ")[2] or kept)


def _trail(text: str, length: int) -> str:
    """Give the beginning of what stands behind, up to the end of a word."""
    if len(text) <= length:
        return text
    kept = text[:length]
    return (kept.rpartition(" ")[0] or kept) + "…"

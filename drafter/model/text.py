"""Places in text: which side of a review, which stretch of characters."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Side = Literal["zh", "en"]
"""The Chinese or the English text of a review."""


class Span(NamedTuple):
    """A stretch of a text in code points, end exclusive; equal ends mark a place where something is missing."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a character; an empty span counts as inside where it lies within the other."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence or heading inside one paragraph of a document.

    Attributes:
        paragraph: index of the paragraph in its document, counted from 0.
        start: first code point in the paragraph's text.
        end: end of the segment in the paragraph's text, exclusive.
    """

    paragraph: int
    start: int
    end: int

"""From a PDF's own coordinates to those of a page as it is shown: origin at its upper left corner, `y` downward."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Frame:
    """A page as it is shown.

    Attributes:
        left: its left edge in the file's coordinates.
        bottom: its lower edge.
        right: its right edge.
        top: its upper edge.
        turns: how many quarter turns clockwise it is shown in.
    """

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def width(self) -> float:
        """Its width as shown."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Its height as shown."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def place(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """Give the left, upper, right and lower edge of a box, given as left, lower, right and upper edge."""
        if self.turns == 0:
            return x0 - self.left, self.top - y1, x1 - self.left, self.top - y0
        if self.turns == 1:
            return y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left
        if self.turns == 2:
            return self.right - x1, y0 - self.bottom, self.right - x0, y1 - self.bottom
        return self.top - y1, self.right - x1, self.top - y0, self.right - x0


def frame_of(page: Any) -> Frame:  # noqa: ANN401 -- the library has no types
    """Give the frame of a page."""
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, page.get_rotation() // 90 % 4)

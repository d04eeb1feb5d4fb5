"""Bars that show how much is in which state: each has a filling of its own, so that colour never tells it alone."""

from collections.abc import Mapping
from itertools import accumulate
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.theme import Theme, theme_for
from drafter.model import STATES, State

Counts = Mapping[State, int]
_HEIGHT: Final = 16
_GAP: Final = 1.0
_LEAST: Final = 3.0  # px of a state that is there at all
_WORST_LAST: Final = tuple(reversed(STATES))  # what is finished stands first


def draw_bar(
    painter: QPainter, rect: QRectF, counts: Counts, whole: int, palette: QPalette, *, light: bool = False
) -> None:
    """Draw a bar: what is finished at the left, what nobody has looked at left empty.

    Args:
        painter: draws; its state is kept.
        rect: where.
        counts: how much is in each state.
        whole: how much there is.
        palette: tells light from dark.
        light: whether its frame stands back, among many.
    """
    theme = theme_for(palette)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(rect, theme.base)
    for state, (left, right) in spans(counts, whole, rect.width()).items():
        draw_filling(painter, QRectF(rect.left() + left, rect.top(), right - left, rect.height()), state, theme)
    painter.setPen(QPen(theme.separator if light else theme.resting, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0, 0, -1, -1))
    painter.restore()


def draw_filling(painter: QPainter, rect: QRectF, state: State, theme: Theme) -> None:
    """Fill a stretch as a state looks: empty, hatched, filled with lines on it, filled."""
    if state == "translated":
        painter.fillRect(rect, QBrush(theme.muted, Qt.BrushStyle.BDiagPattern))
    elif state == "reviewed":
        painter.fillRect(rect, theme.accent)
        painter.fillRect(rect, QBrush(theme.base, Qt.BrushStyle.VerPattern))
    elif state == "final":
        painter.fillRect(rect, theme.tag)


def spans(counts: Counts, whole: int, width: float) -> dict[State, tuple[float, float]]:
    """Tell where in a bar each state stands; one that is there at all is seen, be it ever so little.

    Args:
        counts: how much is in each state.
        whole: how much there is.
        width: width of the bar in pixels.

    Returns:
        Left and right edge by state, "initial" and states that nothing is in left out.
    """
    there = [state for state in _WORST_LAST if counts.get(state) and state != STATES[0]]
    if not there or whole <= 0:
        return {}
    widths = [max(_LEAST, width * counts[state] / whole) for state in there]
    too_much = max(1.0, sum(widths) / width)
    edges = [0.0, *accumulate(one / too_much for one in widths)]
    gaps = [_GAP if right < width else 0.0 for right in edges[1:]]
    return {state: (left, right - gap) for state, left, right, gap in zip(there, edges, edges[1:], gaps, strict=False)}


@guarded
class StatesBar(QWidget):
    """One bar for the whole review."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[State, int] = {}
        self._whole = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_counts(self, counts: Counts, whole: int) -> None:
        """Show other counts."""
        self._counts, self._whole = dict(counts), whole
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's own name
        """Take a line."""
        return QSize(160, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's own name
        """Draw."""
        painter = QPainter(self)
        draw_bar(painter, QRectF(self.rect()), self._counts, self._whole, self.palette())
        painter.end()


@guarded
class Swatch(QWidget):
    """How a state looks in the bars."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self.setFixedSize(22, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's own name
        """Draw."""
        painter = QPainter(self)
        draw_bar(painter, QRectF(self.rect()), {self._state: 1}, 1, self.palette())
        painter.end()

"""Sizes of the clause view: what one zoom step makes of fonts, lines and paddings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

from drafter.gui.toolbox.fonts import text_font
from drafter.model import Side

# Size, boldness and space above by heading level; the first entry is body text.
_SCALES: Final = (1.0, 1.22, 1.1, 1.0, 1.0)
_WEIGHTS: Final = (
    QFont.Weight.Normal,
    QFont.Weight.Bold,
    QFont.Weight.Bold,
    QFont.Weight.Bold,
    QFont.Weight.DemiBold,
)
_ABOVE: Final = (0.0, 0.9, 0.55, 0.25, 0.1)
# Chinese wants more air between lines than English; both columns share one grid, so that lines stand level.
_LINE: Final = 1.62
_PADDING: Final = 0.62
_SIDE: Final = 1.05
# By these an average character is measured.
_SAMPLES: Final[Mapping[Side, str]] = {
    "zh": "各级生态环境部门要落实，2025年PM2.5下降10%。",
    "en": "the concentration of PM2.5 shall drop by 10%, and ",
}
BASELINE: Final = 0.8
"""Where the baseline lies in a line, as a share of its height: Qt's own share for lines of fixed height."""


@dataclass(frozen=True)
class Style:
    """How the text of one heading level and side is set.

    Attributes:
        font: its font.
        em: width of a Chinese character.
        average: width of an average character of the side.
        line: height of every line, whatever fonts stand in it.
        ascent: how far above the baseline a tint reaches.
        descent: how far below.
    """

    font: QFont
    em: float
    average: float
    line: int
    ascent: float
    descent: float


class Metrics:
    """All sizes for one base font and zoom.

    Attributes:
        above: padding over the first line, by heading level.
        below: padding under the last line.
        side: padding left and right of a text.
        gutter: font of the narrow column.
    """

    def __init__(self, base: QFont, zoom: float) -> None:
        self._styles: dict[tuple[Side, int], Style] = {}
        for level in range(len(_SCALES)):
            zh = self._font("zh", base, zoom, level)
            line = round(QFontMetricsF(zh).horizontalAdvance("国") * _LINE)
            for side, font in (("zh", zh), ("en", self._font("en", base, zoom, level))):
                self._styles[side, level] = _style(side, font, line)  # type: ignore[index,arg-type]
        line = self._styles["en", 0].line
        padding = line * _PADDING
        # A line's ink sits low in it; taking that off the top makes the paddings look alike.
        self.above = tuple(round(padding - line * 0.16 + line * extra) for extra in _ABOVE)
        self.below = round(padding)
        self.side = round(line * _SIDE * 0.62)
        self.gutter = text_font("en", base, zoom * 0.84)

    @staticmethod
    def _font(side: Side, base: QFont, zoom: float, level: int) -> QFont:
        font = text_font(side, base, zoom * _SCALES[level])
        font.setWeight(_WEIGHTS[level])
        return font

    def style(self, side: Side, level: int) -> Style:
        """Give the style of a side at a heading level; deeper levels than known are set like the deepest."""
        return self._styles[side, min(level, len(_SCALES) - 1)]

    def padding_above(self, level: int) -> int:
        """Give the space over the first line of a row."""
        return self.above[min(level, len(self.above) - 1)]

    def row_height(self, level: int, lines: int) -> int:
        """Give the height of a row whose longer side has so many lines."""
        return self.padding_above(level) + self.style("zh", level).line * max(1, lines) + self.below + 1


def _style(side: Side, font: QFont, line: int) -> Style:
    metrics = QFontMetricsF(font)
    em = metrics.horizontalAdvance("国")
    sample = _SAMPLES[side]
    average = metrics.horizontalAdvance(sample) / len(sample)
    capital = metrics.capHeight() or em * 0.72
    return Style(font, em, average, line, max(capital * 1.28, em * 0.92), max(em * 0.2, metrics.descent() * 0.72))

"""One text laid out in a column, and a store of such layouts that never outgrows a few hundred rows."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from drafter.gui.clauses.chips import chip_formats, unbroken
from drafter.gui.clauses.corrected import Corrected
from drafter.gui.clauses.metrics import BASELINE, Style
from drafter.gui.toolbox.theme import Theme
from drafter.gui.toolbox.utf16 import displayable
from drafter.model import Side

# A laid-out pair takes some 70 KB; a store without bounds would take gigabytes on a long document.
CAPACITY: Final = 600
_LINE_SEPARATOR: Final = "\u2028"


def text_option() -> QTextOption:
    """Give how text is wrapped, in rows and in editors alike."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def span_rects(layout: QTextLayout, start: int, end: int, style: Style) -> Iterator[QRectF]:
    """Give the stretch that a span takes on each line it touches, from the tint's top to its foot.

    An empty span gives one rectangle without width.
    """
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if start == end:
            holds = first <= start < last or (start == last and number == layout.lineCount() - 1)
        else:
            holds = start < last and end > first
        if not holds:
            continue
        left, right = _x(line.cursorToX(max(start, first))), _x(line.cursorToX(min(end, last)))
        baseline = line.y() + line.ascent() + (max(line.leading(), 0.0) if line.leadingIncluded() else 0.0)
        yield QRectF(line.x() + left, baseline - style.ascent, right - left, style.ascent + style.descent)


def _x(found: object) -> float:
    """Take the place out of what Qt gives: some versions add the cursor it settled on."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


class CellLayout:
    """The text of one cell as laid out.

    Attributes:
        layout: Qt's own layout.
        style: how it is set.
        lines: how many lines it takes, at least one.
        corrected: both versions of the text where it shows them, else None.
    """

    __slots__ = ("corrected", "layout", "lines", "style")

    def __init__(
        self, text: str, style: Style, width: float, *, marked: bool = False, corrected: Corrected | None = None
    ) -> None:
        self.style, self.corrected = style, corrected
        laid_out = corrected.text if corrected else unbroken(text) if marked else text
        self.layout = QTextLayout(displayable(laid_out).replace("\n", _LINE_SEPARATOR), style.font)
        self.layout.setTextOption(text_option())
        if formats := corrected.formats if corrected else chip_formats(text, style) if marked else []:
            self.layout.setFormats(formats)
        self.layout.setCacheEnabled(True)
        self.lines = max(1, self._lay_out(max(1.0, width)))

    def _lay_out(self, width: float) -> int:
        count = 0
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0.0, self.style.line * (count + BASELINE) - line.ascent()))
            count += 1
        self.layout.endLayout()
        return count

    def rects(self, start: int, end: int) -> Iterator[QRectF]:
        """Give the stretch that a span of the text takes on each line it touches, in UTF-16 units."""
        if self.corrected is not None:
            start, end = self.corrected.there(start), self.corrected.there(end)
        return span_rects(self.layout, start, end, self.style)

    def hit(self, point: QPointF) -> int | None:
        """Give the UTF-16 unit of the text under a point, None where there is no text."""
        number = int(point.y() // self.style.line)
        if not 0 <= number < self.layout.lineCount():
            return None
        line = self.layout.lineAt(number)
        if not 0 <= point.x() <= line.naturalTextWidth() + self.style.em / 2:
            return None
        unit = line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter)
        return self.corrected.here(unit) if self.corrected else unit


class LayoutStore:
    """The layouts of the rows seen last.

    The text itself is part of the key, so that an edited clause can never be shown with its old layout.
    """

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._kept: OrderedDict[tuple[Side, int, float, str, str | bool], CellLayout] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def clear(self) -> None:
        """Forget all, after a change of fonts, colours or zoom."""
        self._kept.clear()

    def get(self, side: Side, level: int, width: float, text: str, style: Style, *, marked: bool = False) -> CellLayout:
        """Give a text laid out in a width, with marks or without, from the store where it is there."""
        return self._get((side, level, width, text, marked), lambda: CellLayout(text, style, width, marked=marked))

    def get_corrected(
        self, side: Side, level: int, width: float, before: str, text: str, style: Style, theme: Theme
    ) -> CellLayout:
        """Give a text laid out in a width with what was corrected in it, from the store where it is there."""
        return self._get(
            (side, level, width, text, before),
            lambda: CellLayout(text, style, width, corrected=Corrected(before, text, theme)),
        )

    def _get(self, key: tuple[Side, int, float, str, str | bool], make: Callable[[], CellLayout]) -> CellLayout:
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = make()
            if len(self._kept) > self._capacity:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return found

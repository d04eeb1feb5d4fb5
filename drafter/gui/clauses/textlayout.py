"""One text laid out in a column, and a store of such layouts that never outgrows a few hundred rows."""

from collections import OrderedDict
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from drafter.gui.clauses.chips import chip_formats, unbroken
from drafter.gui.clauses.metrics import BASELINE, Style
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
    """

    __slots__ = ("layout", "lines", "style")

    def __init__(self, text: str, style: Style, width: float, *, marked: bool = False) -> None:
        self.style = style
        laid_out = unbroken(text) if marked else text
        self.layout = QTextLayout(displayable(laid_out).replace("\n", _LINE_SEPARATOR), style.font)
        self.layout.setTextOption(text_option())
        if marked and (formats := chip_formats(text, style)):
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

    def hit(self, point: QPointF) -> int | None:
        """Give the UTF-16 unit under a point, None where there is no text."""
        number = int(point.y() // self.style.line)
        if not 0 <= number < self.layout.lineCount():
            return None
        line = self.layout.lineAt(number)
        if not 0 <= point.x() <= line.naturalTextWidth() + self.style.em / 2:
            return None
        return line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter)


class LayoutStore:
    """The layouts of the rows seen last.

    The text itself is part of the key, so that an edited clause can never be shown with its old layout.
    """

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._kept: OrderedDict[tuple[Side, int, float, str, bool], CellLayout] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def clear(self) -> None:
        """Forget all, after a change of fonts or zoom."""
        self._kept.clear()

    def get(self, side: Side, level: int, width: float, text: str, style: Style, *, marked: bool = False) -> CellLayout:
        """Give a text laid out in a width, with marks or without, from the store where it is there."""
        key = (side, level, width, text, marked)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = CellLayout(text, style, width, marked=marked)
            if len(self._kept) > self._capacity:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return found

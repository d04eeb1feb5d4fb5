"""Paragraphs and table rows set on pages: measured once in points, drawn at any scale.

This may be done in any thread, but what was set in one is drawn there too: Qt keeps its fonts by thread.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QTextCharFormat, QTextLayout, QTextLine, QTextOption

_DOTS_PER_METRE: Final = 2835
"""72 dots an inch: a point is a unit."""

PADDING: Final = 5.4
"""Points left and right of a cell's text, as Word has them."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one look.

    Attributes:
        text: the words; a line separator (U+2028) breaks the line.
        look: how they look, with their font.
    """

    text: str
    look: QTextCharFormat


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph to be set; all measures in points.

    Attributes:
        stretches: what it reads.
        align: how its lines stand.
        first: indent of the first line, beyond `left`; negative for a hanging one.
        left, right: indents.
        above, below: room round it.
        line: the height of a line; 0 for as high as its font wants.
        factor: what that is multiplied by.
    """

    stretches: tuple[Stretch, ...]
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    first: float = 0.0
    left: float = 0.0
    right: float = 0.0
    above: float = 0.0
    below: float = 0.0
    line: float = 0.0
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table to be set.

    Attributes:
        cells: the paragraphs of each cell.
        widths: the width of each.
        whole: whether it stays on one page where it fits on one.
        head: whether it is repeated on every page.
        shade: the colour behind it.
        leads: whether it stands on the page of the next row: a heading.
    """

    cells: tuple[tuple[Paragraph, ...], ...]
    widths: tuple[float, ...]
    whole: bool = True
    head: bool = False
    shade: QColor | None = None
    leads: bool = False


class NewPage:
    """What follows begins a page."""


Item = Paragraph | Row | NewPage


def _device() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(_DOTS_PER_METRE)
    image.setDotsPerMeterY(_DOTS_PER_METRE)
    return image


@dataclass(slots=True)
class _Line:
    """A line that is set.

    Attributes:
        layout: what keeps it alive.
        line: the line itself; None for an empty one.
        height: its height.
        above, below: room round it.
        rise: how far its text stands below its upper edge.
    """

    layout: QTextLayout
    line: QTextLine
    height: float
    above: float
    below: float = 0.0
    rise: float = 0.0

    @property
    def whole(self) -> float:
        return self.above + self.height + self.below


_DEVICE: Final = _device()  # lives as long as any text that was measured for it


class Setter:
    """Sets paragraphs in lines."""

    def lines(self, paragraph: Paragraph, width: float) -> list[_Line]:
        """Set a paragraph.

        Args:
            paragraph: the paragraph.
            width: the room it has, its indents included, in points.
        """
        text = "".join(one.text for one in paragraph.stretches)
        font = paragraph.stretches[0].look.font() if paragraph.stretches else QFont()
        layout = QTextLayout(text, font, _DEVICE)
        option = QTextOption(paragraph.align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(list(_ranges(paragraph.stretches)))
        made: list[_Line] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            indent = paragraph.left + (0.0 if made else paragraph.first)
            line.setLineWidth(max(1.0, width - indent - paragraph.right))
            natural = line.height()
            height = paragraph.line or natural * paragraph.factor
            line.setPosition(QPointF(indent, 0.0))
            rise = (height - natural) / 2 if paragraph.line else 0.0
            made.append(_Line(layout, line, height, 0.0 if made else paragraph.above, rise=rise))
        layout.endLayout()
        made[-1].below = paragraph.below
        return made


def _ranges(stretches: Iterable[Stretch]) -> Iterator[QTextLayout.FormatRange]:
    start = 0
    for stretch in stretches:
        made = QTextLayout.FormatRange()
        made.start, made.length = start, len(stretch.text.encode("utf-16-le")) // 2
        made.format = stretch.look
        start += made.length
        yield made


@dataclass(slots=True)
class _Placed:
    x: float
    y: float
    line: _Line


@dataclass(slots=True)
class SetPage:
    """A page that is set, to be drawn from the upper left corner of its type area.

    Attributes:
        number: its number, from 1.
        lines: the lines with their places.
        shades: what is coloured behind them.
        rules: the lines of tables.
    """

    number: int
    lines: list[_Placed] = field(default_factory=list)
    shades: list[tuple[QRectF, QColor]] = field(default_factory=list)
    rules: list[tuple[QPointF, QPointF]] = field(default_factory=list)

    def draw(self, painter: QPainter, rule: QColor) -> None:
        """Draw it; the painter's units are points.

        Args:
            painter: stands at the upper left corner of the type area.
            rule: the colour of the lines of tables.
        """
        for area, colour in self.shades:
            painter.fillRect(area, colour)
        painter.setPen(QPen(rule, 0.5))
        for start, end in self.rules:
            painter.drawLine(start, end)
        painter.setPen(QPen(Qt.GlobalColor.black))
        for placed in self.lines:
            placed.line.line.draw(painter, QPointF(placed.x, placed.y + placed.line.rise))


class Setting:
    """Sets items on pages, one after the other."""

    def __init__(self, width: float, height: float, most: int = 0) -> None:
        """Begin.

        Args:
            width: of the type area, in points.
            height: of the type area, in points.
            most: how many pages are wanted; 0 for all.
        """
        self._width, self._height, self._most = width, height, most
        self._setter = Setter()
        self._y = 0.0
        self._head: Row | None = None
        self._head_height = 0.0
        self._pages: list[SetPage] = [SetPage(1)]
        self._leading: list[Row] = []

    @property
    def pages(self) -> list[SetPage]:
        """What is set so far."""
        self._lead(None)
        return self._pages

    @property
    def full(self) -> bool:
        """Whether all pages that are wanted are there."""
        return 0 < self._most < len(self._pages)

    def add(self, item: Item) -> None:
        """Set an item."""
        if self.full:
            return
        if isinstance(item, Row) and item.leads:
            self._leading.append(item)  # set with what it leads to
            return
        self._lead(item)
        if isinstance(item, NewPage):
            self._turn()
        elif isinstance(item, Row):
            self._row(item)
        else:
            self._head, self._head_height = None, 0.0
            for line in self._setter.lines(item, self._width):
                if self._y and self._y + line.above + line.height > self._height:
                    self._turn()
                self._place(0.0, line, self._y + (line.above if self._y else 0.0))
                self._y += line.whole if self._y else line.height + line.below

    def _lead(self, item: Item | None) -> None:
        """Set the headings that wait, on the page of what follows them."""
        rows, self._leading = self._leading, []
        followers = [*rows, item] if isinstance(item, Row) else rows
        height = sum(_tallest(self._cells(one)) for one in followers) if rows else 0.0
        room = self._height - self._head_height
        if rows and self._y and self._y + height > self._height and height <= room:
            self._turn_table(rows[0])
        for row in rows:
            self._row(row)

    def _place(self, x: float, line: _Line, y: float) -> None:
        self._pages[-1].lines.append(_Placed(x, y, line))

    def _turn(self) -> None:
        self._pages.append(SetPage(len(self._pages) + 1))
        self._y = 0.0

    def _row(self, row: Row) -> None:
        left = self._cells(row)
        height = _tallest(left)
        fits = row.whole and height <= self._height - self._head_height
        fresh = not self._y
        if not fresh and self._y + height > self._height and (fits or self._y + _least(left) > self._height):
            self._turn_table(row)
            fresh = True
        while True:
            taken = [_taken(cell, self._height - self._y, least=1 if fresh else 0) for cell in left]
            self._draw_row(row, taken)
            left = [cell[len(some) :] for cell, some in zip(left, taken, strict=True)]
            if not any(left) or self.full:
                break
            self._turn_table(row)
            fresh = True
        if row.head:
            self._head, self._head_height = row, height

    def _cells(self, row: Row) -> list[list[_Line]]:
        return [
            [line for one in cell for line in self._setter.lines(one, max(1.0, width - 2 * PADDING))]
            for cell, width in zip(row.cells, row.widths, strict=True)
        ]

    def _turn_table(self, row: Row) -> None:
        self._turn()
        if self._head is not None and self._head is not row:
            self._draw_row(self._head, self._cells(self._head))

    def _draw_row(self, row: Row, cells: Sequence[Sequence[_Line]]) -> None:
        page, top = self._pages[-1], self._y
        height = _tallest(cells)
        x = 0.0
        total = sum(row.widths)
        if row.shade is not None:
            page.shades.append((QRectF(0.0, top, total, height), row.shade))
        for cell, width in zip(cells, row.widths, strict=True):
            y = top
            for line in cell:
                self._place(x + PADDING, line, y + line.above)
                y += line.whole
            if x:
                page.rules.append((QPointF(x, top), QPointF(x, top + height)))
            x += width
        page.rules += [(QPointF(0.0, edge), QPointF(total, edge)) for edge in (top, top + height)]
        self._y = top + height


def _least(cells: Sequence[Sequence[_Line]]) -> float:
    return max((cell[0].whole for cell in cells if cell), default=0.0)


def _tallest(cells: Sequence[Sequence[_Line]]) -> float:
    return max((sum(line.whole for line in cell) for cell in cells), default=0.0)


def _taken(cell: Sequence[_Line], room: float, *, least: int) -> Sequence[_Line]:
    """Give the lines of a cell that fit into a room, and so many at least."""
    used = 0.0
    for count, line in enumerate(cell):
        used += line.whole
        if used > room + _SLACK and count >= least:
            return cell[:count]
    return cell


_SLACK: Final = 0.01

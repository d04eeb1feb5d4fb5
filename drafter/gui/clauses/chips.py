"""The marks of a translation tool's file as they are drawn: small chips over the characters that stand for them."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
    QTextLayout,
)

from drafter.gui.clauses.metrics import Style
from drafter.gui.toolbox.overrides import guarded
from drafter.gui.toolbox.theme import Theme
from drafter.gui.toolbox.utf16 import Utf16Map
from drafter.language.marks import MARK, Kind, marks_in

_POINT: Final = 0.32
"""How far the point of a chip that opens or closes reaches, as a share of its height."""
_SMALL: Final = 0.72
"""Size of a mark, as a share of the text's."""
_JOINER: Final = "\N{WORD JOINER}"
_UNBROKEN: Final = re.compile(f"⟦(?:{_JOINER}[0-9]+|[0-9]+{_JOINER})⟧")
_GAP: Final = 0.8
_HEADROOM: Final = 0.12


class Chip(NamedTuple):
    """A mark where it is drawn.

    Attributes:
        start: first UTF-16 unit.
        end: end, exclusive.
        kind: whether it opens or closes a pair or stands alone.
        number: its number.
    """

    start: int
    end: int
    kind: Kind
    number: int


def chips_of(text: str) -> tuple[Chip, ...]:
    """Give the chips of a text that holds marks."""
    if "⟦" not in text:
        return ()
    places = Utf16Map(text)
    return tuple(
        Chip(places.to_units(mark.start), places.to_units(mark.end), mark.kind, mark.number) for mark in marks_in(text)
    )


def unbroken(text: str) -> str:
    """Give a text as it is laid out: its marks, character for character, so that no line ends inside one."""
    return MARK.sub(lambda mark: mark.group().replace("/", _JOINER), text) if "⟦" in text else text


def as_written(text: str) -> str:
    """Give a text that `unbroken` made as it was."""
    return _UNBROKEN.sub(lambda mark: mark.group().replace(_JOINER, "/"), text) if _JOINER in text else text


DrawnChips = Sequence[tuple[Chip, Sequence[QRectF]]]
"""Chips with the stretches that they take, line by line."""


def _form(style: Style) -> QTextCharFormat:
    """Give how the characters are set that stand for a mark: small, and not to be seen, for a chip is painted there."""
    form = QTextCharFormat()
    form.setForeground(Qt.GlobalColor.transparent)
    form.setFontPointSize(max(1.0, style.font.pointSizeF() * _SMALL))
    form.setFontWeight(QFont.Weight.Normal)
    return form


def chip_formats(text: str, style: Style) -> list[QTextLayout.FormatRange]:
    """Give how the marks of a text are set."""
    form = _form(style)
    found = []
    for chip in chips_of(text):
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = chip.start, chip.end - chip.start, form
        found.append(one)
    return found


@guarded
class ChipHighlighter(QSyntaxHighlighter):
    """Sets the marks of a text that is edited."""

    def __init__(self, document: QTextDocument, style: Style) -> None:
        self._form = _form(style)
        super().__init__(document)
        self.rehighlight()  # at once, or the text would be laid out twice

    def dress(self, style: Style) -> None:
        """Take another size."""
        self._form = _form(style)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802 -- Qt's name
        """Set one paragraph."""
        for chip in chips_of(as_written(text)):
            self.setFormat(chip.start, chip.end - chip.start, self._form)


def paint_chips(
    painter: QPainter, drawn: DrawnChips, style: Style, theme: Theme, selected: tuple[int, int] = (0, 0)
) -> None:
    """Paint chips over what stands for them.

    Args:
        painter: the painter.
        drawn: the chips.
        style: how the text is set.
        theme: colours.
        selected: what is selected, in UTF-16 units.
    """
    font = _form(style).font()
    font.setFamilies(style.font.families())
    metrics = QFontMetricsF(font)
    for chip, rects in drawn:
        for rect in rects[:1]:
            if selected[0] <= chip.start and chip.end <= selected[1]:
                painter.fillRect(rect, theme.selection)
            body = rect.adjusted(_GAP, rect.height() * _HEADROOM, -_GAP, 0)
            painter.setPen(QPen(theme.resting, 0.8))
            painter.setBrush(theme.gutter)
            painter.drawPath(_shape(body, chip.kind))
            painter.setPen(theme.muted)
            painter.setFont(font)
            label = str(chip.number)
            left = body.center().x() - metrics.horizontalAdvance(label) / 2
            painter.drawText(QPointF(left, body.center().y() + metrics.capHeight() / 2), label)


def _shape(rect: QRectF, kind: Kind) -> QPainterPath:
    """Give the outline of a chip: pointed to where its pair's words stand, or round."""
    path = QPainterPath()
    if kind == "alone":
        path.addRoundedRect(rect, rect.height() / 2.6, rect.height() / 2.6)
        return path
    point = min(rect.height() * _POINT, rect.width() / 3)
    flat, sharp = (rect.left(), rect.right()) if kind == "open" else (rect.right(), rect.left())
    back = sharp - point if kind == "open" else sharp + point
    path.moveTo(flat, rect.top())
    for x, y in ((back, rect.top()), (sharp, rect.center().y()), (back, rect.bottom()), (flat, rect.bottom())):
        path.lineTo(x, y)
    path.closeSubpath()
    return path


def chip_under(drawn: DrawnChips, point: QPointF) -> Chip | None:
    """Give the chip under a point."""
    return next((chip for chip, rects in drawn for rect in rects if rect.adjusted(0, -2, 0, 3).contains(point)), None)


def outside(chips: Iterable[Chip], unit: int, before: int) -> int:
    """Give the place where a caret stands that went to a place: never inside a chip.

    Args:
        chips: the chips.
        unit: where it went.
        before: where it came from; from one edge of a chip it goes on to the other.
    """
    for chip in chips:
        if chip.start < unit < chip.end:
            if before in (chip.start, chip.end):
                return chip.end if before == chip.start else chip.start
            return chip.start if unit - chip.start < chip.end - unit else chip.end
    return unit


def beside(chips: Iterable[Chip], unit: int, key: Qt.Key) -> int | None:
    """Give where a key that deletes leads from a place beside a chip, which it goes over; None where there is none."""
    for chip in chips:
        if key == Qt.Key.Key_Backspace and chip.end == unit:
            return chip.start
        if key == Qt.Key.Key_Delete and chip.start == unit:
            return chip.end
    return None

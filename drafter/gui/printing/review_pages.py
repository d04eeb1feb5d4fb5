"""The review as it is shown, on pages: number, Chinese and English of each clause with its findings marked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPageLayout, QPainter, QTextCharFormat

from drafter.exports import ReviewSnapshot
from drafter.gui.printing.typesetting import Item, Paragraph, Row, SetPage, Setting, Stretch
from drafter.gui.toolbox.fonts import families
from drafter.gui.toolbox.theme import LIGHT
from drafter.i18n import _
from drafter.model import N_, Clause, Finding, Side

_SIZE: Final = 9.5
_LINE: Final = 14.0
_TITLE: Final = 14.0
_SMALL: Final = 8.0
_ROOM: Final = 2.5
_NUMBER: Final = 34.0
_CHINESE: Final = 0.44
_FOOT: Final = 24.0
"""Points: sizes of letters and lines, room above and below a cell's text, columns, and room for the page number."""

_SHADE: Final = QColor("#ededed")
_RULE: Final = QColor("#bfbfbf")
_EDGE: Final = QColor("#595959")
_UNDERLINES: Final = {
    "critical": QTextCharFormat.UnderlineStyle.WaveUnderline,
    "major": QTextCharFormat.UnderlineStyle.SingleUnderline,
    "minor": QTextCharFormat.UnderlineStyle.DotLine,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The room on a page, in points.

    Attributes:
        left, top: where the type area begins.
        width, height: its size, the foot included.
    """

    left: float
    top: float
    width: float
    height: float

    @classmethod
    def of(cls, layout: QPageLayout) -> "Sheet":
        """Give the room that a page layout leaves."""
        area: QRectF = layout.paintRect(QPageLayout.Unit.Point)
        return cls(area.left(), area.top(), area.width(), area.height())


def set_pages(snapshot: ReviewSnapshot, sheet: Sheet, progress: Callable[[float], None] | None = None) -> list[SetPage]:
    """Set a review on pages, in any thread.

    Args:
        snapshot: the review.
        sheet: the room on each page.
        progress: told the share done, 0 to 1; what it raises ends the work.
    """
    setting = Setting(sheet.width, sheet.height - _FOOT)
    for count, item in enumerate(_items(snapshot, sheet.width)):
        setting.add(item)
        if progress is not None:
            progress(count / (len(snapshot.clauses) + 2))
    return setting.pages


def paint(device: QPagedPaintDevice, pages: Sequence[SetPage], title: str) -> None:
    """Paint pages on a printer, or into a PDF, whose pages begin at the upper left corner of the type area."""
    painter = QPainter(device)
    scale = device.logicalDpiX() / 72
    sheet = Sheet.of(device.pageLayout())
    for page in pages:
        if page.number > 1:
            device.newPage()
        painter.save()
        painter.scale(scale, scale)
        page.draw(painter, _RULE)
        _foot(painter, sheet, page.number, len(pages), title)
        painter.restore()
    painter.end()


def _foot(painter: QPainter, sheet: Sheet, number: int, count: int, title: str) -> None:
    font = _font("zh", _SMALL)
    font.setPixelSize(round(_SMALL))  # the painter's unit is a point
    painter.setFont(font)
    painter.setPen(_EDGE)
    room = QRectF(0.0, sheet.height - _FOOT / 2, sheet.width, _FOOT / 2)
    numbers = _(N_("{page} / {pages}"), page=number, pages=count)
    wide = painter.fontMetrics().horizontalAdvance(numbers) + 8
    words = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(sheet.width - wide))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, numbers)
    painter.drawLine(QPointF(0.0, room.top() - 2), QPointF(sheet.width, room.top() - 2))


def _items(snapshot: ReviewSnapshot, width: float) -> Iterator[Item]:
    bold = _format("zh", bold=True, size=_TITLE)
    yield Paragraph((Stretch(snapshot.title, bold),), Qt.AlignmentFlag.AlignHCenter, below=10.0)
    chinese = (width - _NUMBER) * _CHINESE
    widths = (_NUMBER, chinese, width - _NUMBER - chinese)
    head = _format("zh", bold=True)
    titles = (_("No."), _("Chinese"), _("English"))
    yield Row(tuple((_cell([Stretch(one, head)]),) for one in titles), widths, head=True, shade=_SHADE)
    found = snapshot.findings_of()
    number = _format("en", size=_SMALL)
    number.setForeground(_EDGE)
    for clause in snapshot.clauses:
        here = found.get(clause.id, [])
        cells = (
            (_cell([Stretch(str(clause.id), number)]),),
            (_cell(list(_marked(clause, "zh", here))),),
            (_cell(list(_marked(clause, "en", here))),),
        )
        yield Row(cells, widths, leads=clause.level > 0)


def _cell(stretches: Sequence[Stretch]) -> Paragraph:
    return Paragraph(tuple(stretches), above=_ROOM, below=_ROOM, line=_LINE)


def _marked(clause: Clause, side: Side, findings: Sequence[Finding]) -> Iterator[Stretch]:
    """Give a text cut where findings begin and end; where they overlap the first one shows."""
    text = clause.side(side).text
    plain = _format(side, bold=clause.level > 0)
    position = 0
    for finding in sorted((one for one in findings if one.side == side), key=lambda one: one.span.start):
        start, end = max(finding.span.start, position), min(finding.span.end, len(text))
        if start >= end:
            continue
        if position < start:
            yield Stretch(_broken(text[position:start]), plain)
        look = _format(side, bold=clause.level > 0)
        look.setBackground(LIGHT.tint(finding.rule.partition(".")[0]))
        look.setUnderlineStyle(_UNDERLINES[finding.severity])
        look.setUnderlineColor(LIGHT.underlines[finding.severity])
        yield Stretch(_broken(text[start:end]), look)
        position = end
    if position < len(text) or not text:
        yield Stretch(_broken(text[position:]), plain)


def _broken(text: str) -> str:
    return text.replace("\n", "\u2028")


def _font(side: Side, size: float, *, bold: bool = False) -> QFont:
    font = QFont()
    if names := families(side):
        font.setFamilies(list(names))
    font.setPointSizeF(size)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _format(side: Side, *, bold: bool = False, size: float = _SIZE) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(_font(side, size, bold=bold))
    return made

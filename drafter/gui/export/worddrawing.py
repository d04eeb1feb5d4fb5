"""The first pages of a Word file, drawn from its own paragraphs, tables and styles, nearly as Word sets them."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Final

import docx
from docx.document import Document
from lxml import etree
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextCharFormat

from drafter.gui.export.fonts import stand_ins
from drafter.gui.printing.typesetting import Item, NewPage, Paragraph, Row, SetPage, Setting, Stretch

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TWIPS: Final = 20.0
_SCALE: Final = 2.0
"""Pixels a point: enough for a screen of high resolution."""

_LEAST: Final = 72.0
_MOST: Final = 3000.0
"""Points: a page that is smaller or larger is drawn as A4."""

_EAST: Final = 0x2E80
_EAST_HINTED: Final = 0x2000
"""Characters from here on are drawn from the Chinese font; with the hint so are the marks that both scripts have."""

_RULE: Final = QColor("#bfbfbf")
_ALIGN: Final = {
    "center": Qt.AlignmentFlag.AlignHCenter, "right": Qt.AlignmentFlag.AlignRight, "end": Qt.AlignmentFlag.AlignRight,
    "both": Qt.AlignmentFlag.AlignJustify, "distribute": Qt.AlignmentFlag.AlignJustify,
}  # fmt: skip
_CHANGES: Final = {f"{_W}ins": QColor("#b3261e"), f"{_W}del": QColor("#b3261e")}


@dataclass(frozen=True, slots=True)
class _Look:
    """What styles, paragraphs and runs say; None where they say nothing."""

    size: float | None = None
    east: str | None = None
    latin: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    colour: str | None = None
    tight: float | None = None
    script: str | None = None
    hint: bool | None = None
    align: str | None = None
    above: float | None = None
    below: float | None = None
    line: float | None = None
    factor: float | None = None
    left: float | None = None
    right: float | None = None
    first: float | None = None
    new_page: bool | None = None

    def over(self, below: "_Look") -> "_Look":
        """Give this look, and what it doesn't say from another."""
        own = {one.name: value for one in fields(self) if (value := getattr(self, one.name)) is not None}
        return replace(below, **own)


def draw(data: bytes, *, most: int, numbered: str = "") -> list[QImage]:
    """Draw the first pages of a Word file.

    Args:
        data: the file.
        most: how many pages.
        numbered: how pages are numbered: "dashes" as official ones, "plain", "" not at all.
    """
    document = docx.Document(io.BytesIO(data))
    section = document.sections[0]
    points = [
        float(one.pt) if one is not None else 0.0
        for one in (section.page_width, section.page_height, section.left_margin, section.right_margin,
                    section.top_margin, section.bottom_margin)
    ]  # fmt: skip
    width, height, left, right, top, bottom = points
    width, height = (size if _LEAST <= size <= _MOST else usual for size, usual in ((width, 595.0), (height, 842.0)))
    measure = max(_LEAST, width - left - right)
    setting = Setting(measure, max(_LEAST, height - top - bottom), most)
    for item in _Reader(document, measure).items():
        setting.add(item)
        if setting.full:
            break
    return [_painted(page, (width, height), (left, top), right, bottom, numbered) for page in setting.pages[:most]]


def _painted(
    page: SetPage, size: tuple[float, float], corner: tuple[float, float], right: float, bottom: float, numbered: str
) -> QImage:
    image = QImage(round(size[0] * _SCALE), round(size[1] * _SCALE), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(_SCALE, _SCALE)
    painter.save()
    painter.translate(QPointF(*corner))
    page.draw(painter, _RULE)
    painter.restore()
    if numbered:
        font = QFont()
        font.setFamilies(stand_ins("宋体"))
        font.setPixelSize(14 if numbered == "dashes" else 9)
        painter.setFont(font)
        words = f"— {page.number} —" if numbered == "dashes" else str(page.number)
        wide = painter.fontMetrics().horizontalAdvance(words)
        x = (size[0] - wide) / 2
        if numbered == "dashes":
            x = size[0] - right - 14 - wide if page.number % 2 else corner[0] + 14
        painter.drawText(QPointF(x, size[1] - bottom + 30), words)
    painter.end()
    return image


class _Reader:
    """Reads paragraphs and tables with the looks they have in the end."""

    def __init__(self, document: Document, width: float) -> None:
        self._body = document.element.body
        self._width = width
        self._styles = {one.get(f"{_W}styleId", ""): one for one in document.styles.element.iter(f"{_W}style")}
        defaults = document.styles.element.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
        self._default = _run_look(defaults).over(_Look(size=10.5, east="宋体", latin="Times New Roman"))
        grid = document.sections[0]._sectPr.find(f"{_W}docGrid")  # noqa: SLF001 -- the library doesn't know grids
        self._pitch = float(grid.get(f"{_W}linePitch", "0")) / _TWIPS if grid is not None else 0.0
        self._named: dict[str, _Look] = {}

    def items(self) -> Iterator[Item]:
        for child in self._body:
            if child.tag == f"{_W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                yield from self._table(child)

    def _style(self, id_: str) -> _Look:
        if id_ not in self._named:
            style = self._styles.get(id_)
            if style is None:
                return self._default
            self._named[id_] = self._default  # a style that follows itself
            basis = style.find(f"{_W}basedOn")
            below = self._default if basis is None else self._style(basis.get(f"{_W}val", ""))
            own = _paragraph_look(style.find(f"{_W}pPr")).over(_run_look(style.find(f"{_W}rPr")))
            self._named[id_] = own.over(below)
        return self._named[id_]

    def _look(self, paragraph: etree._Element) -> _Look:
        properties = paragraph.find(f"{_W}pPr")
        style = None if properties is None else properties.find(f"{_W}pStyle")
        named = self._style("Normal" if style is None else style.get(f"{_W}val", ""))
        return _paragraph_look(properties).over(named)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Item]:
        look = self._look(paragraph)
        if look.new_page or any(one.get(f"{_W}type") == "page" for one in paragraph.iter(f"{_W}br")):
            yield NewPage()
            if not look.new_page:
                return
        yield self._set(paragraph, look)

    def _set(self, paragraph: etree._Element, look: _Look) -> Paragraph:
        stretches = tuple(one for run in _runs(paragraph) for one in _stretches(run, look))
        line, factor = look.line or 0.0, look.factor or 1.0
        if self._pitch and not line:
            size = look.size or 0.0
            line = self._pitch * (1 if size * 1.2 <= self._pitch else 2) if look.factor is None else 0.0
        return Paragraph(
            stretches or (Stretch("", _format(look, east=True)),),
            _ALIGN.get(look.align or "", Qt.AlignmentFlag.AlignLeft),
            look.first or 0.0, look.left or 0.0, look.right or 0.0, look.above or 0.0, look.below or 0.0, line, factor,
        )  # fmt: skip

    def _table(self, table: etree._Element) -> Iterator[Item]:
        widths = [float(one.get(f"{_W}w", "0")) / _TWIPS for one in table.iter(f"{_W}gridCol")]
        for row in table.iter(f"{_W}tr"):
            cells = row.findall(f"{_W}tc")
            if len(cells) != len(widths):
                continue
            paragraphs = tuple(
                tuple(self._set(one, self._look(one)) for one in cell.findall(f"{_W}p")) for cell in cells
            )
            head = row.find(f"{_W}trPr/{_W}tblHeader") is not None
            whole = row.find(f"{_W}trPr/{_W}cantSplit") is not None
            shade = next(row.iter(f"{_W}shd"), None)
            fill = QColor(f"#{shade.get(f'{_W}fill', 'ffffff')}") if shade is not None else None
            yield Row(paragraphs, tuple(widths), whole, head, fill)


def _runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Give the runs of a paragraph, without those of text boxes that are anchored in it."""
    for run in paragraph.iter(f"{_W}r"):
        if next(run.iterancestors(f"{_W}p")) is paragraph:
            yield run


def _stretches(run: etree._Element, look: _Look) -> Iterator[Stretch]:
    own = _run_look(run.find(f"{_W}rPr")).over(look)
    text = "".join(_characters(child) for child in run)
    change = next((one.tag for one in run.iterancestors() if one.tag in _CHANGES), "")
    start = 0
    least = _EAST_HINTED if own.hint else _EAST
    for end in range(1, len(text) + 1):
        east = ord(text[start]) >= least
        if end == len(text) or (ord(text[end]) >= least) != east:
            form = _format(own, east=east)
            if change:
                form.setForeground(_CHANGES[change])
                form.setFontUnderline(change.endswith("ins"))
                form.setFontStrikeOut(change.endswith("del"))
            yield Stretch(text[start:end], form)
            start = end


def _characters(child: etree._Element) -> str:
    if child.tag in (f"{_W}t", f"{_W}delText"):
        return child.text or ""
    return {f"{_W}tab": "\t", f"{_W}br": "\u2028"}.get(str(child.tag), "")


def _format(look: _Look, *, east: bool) -> QTextCharFormat:
    made = QTextCharFormat()
    font = QFont()
    font.setFamilies(_families(look.east or "宋体" if east else look.latin or "Times New Roman"))
    font.setPointSizeF(max(1.0, look.size or 10.5))
    font.setBold(bool(look.bold))
    font.setItalic(bool(look.italic))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if look.tight:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, look.tight)
    made.setFont(font)
    if look.colour:
        made.setForeground(QColor(f"#{look.colour}"))
    if look.script in ("subscript", "superscript"):
        made.setVerticalAlignment(
            QTextCharFormat.VerticalAlignment.AlignSubScript
            if look.script == "subscript"
            else QTextCharFormat.VerticalAlignment.AlignSuperScript
        )
    return made


@cache
def _families(name: str) -> list[str]:
    return stand_ins(name)


def _values(properties: etree._Element | None) -> Mapping[str, etree._Element]:
    return {} if properties is None else {etree.QName(one).localname: one for one in properties}


def _twips(element: etree._Element | None, name: str) -> float | None:
    value = None if element is None else element.get(f"{_W}{name}")
    try:
        return None if value is None else float(value) / _TWIPS
    except ValueError:
        return None


def _switch(element: etree._Element | None) -> bool | None:
    return None if element is None else element.get(f"{_W}val", "1") not in ("0", "false", "off")


def _run_look(properties: etree._Element | None) -> _Look:
    found = _values(properties)
    fonts, size, colour, script = (found.get(name) for name in ("rFonts", "sz", "color", "vertAlign"))
    shade = None if colour is None else colour.get(f"{_W}val", "auto")
    points = _twips(size, "val")
    return _Look(
        size=None if points is None else points * _TWIPS / 2,
        east=None if fonts is None else fonts.get(f"{_W}eastAsia"),
        latin=None if fonts is None else fonts.get(f"{_W}ascii"),
        hint=None if fonts is None else fonts.get(f"{_W}hint") == "eastAsia",
        bold=_switch(found.get("b")),
        italic=_switch(found.get("i")),
        colour=None if shade in (None, "auto") else shade,
        tight=_twips(found.get("spacing"), "val"),
        script=None if script is None else script.get(f"{_W}val"),
    )


def _paragraph_look(properties: etree._Element | None) -> _Look:
    found = _values(properties)
    spacing, indent, align = (found.get(name) for name in ("spacing", "ind", "jc"))
    line = _twips(spacing, "line")
    exact = spacing is not None and spacing.get(f"{_W}lineRule") in ("exact", "atLeast")
    hanging = _twips(indent, "hanging")
    return _Look(
        align=None if align is None else align.get(f"{_W}val"),
        above=_twips(spacing, "before"),
        below=_twips(spacing, "after"),
        line=line if exact else None,
        factor=None if exact or line is None or line == _SINGLE else line / _SINGLE,
        left=_twips(indent, "left"),
        right=_twips(indent, "right"),
        first=-hanging if hanging else _twips(indent, "firstLine"),
        new_page=_switch(found.get("pageBreakBefore")),
    )


_SINGLE: Final = 12.0
"""What a line of single spacing is written as, in twentieths of it."""

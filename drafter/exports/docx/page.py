"""Paper, margins, grid and page numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from docx.document import Document
from docx.section import _Footer

from drafter.exports.docx.options import DocxOptions
from drafter.exports.docx.runs import SONG, Look, field, run
from drafter.exports.docx.xml import Element, element, value


@dataclass(frozen=True, slots=True)
class Page:
    """A page's measures in twips.

    Attributes:
        width: the paper's width.
        height: the paper's height.
        top: margin above the type area.
        right: margin right of it.
        bottom: margin below it.
        left: margin left of it.
        header: where the header begins, from the upper edge.
        footer: where the footer ends, from the lower edge.
        pitch: the height of a line of the grid; 0 for none.
    """

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int
    pitch: int = 0

    @property
    def measure(self) -> int:
        """The width of the type area."""
        return self.width - self.left - self.right


OFFICIAL: Final = Page(11906, 16838, 2098, 1474, 1984, 1587, 851, 1423, 579)
"""GB/T 9704-2012: a type area of 156 by 225 mm with 22 lines; the page number 7 mm below it."""

UPRIGHT: Final = Page(11906, 16838, 1417, 1417, 1417, 1417, 709, 709)
"""A4, 25 mm all round."""

ACROSS: Final = Page(16838, 11906, 1020, 1134, 1020, 1134, 567, 510)
"""A4 on its side: two languages beside each other need the width."""


def page_of(options: DocxOptions) -> Page:
    """Give the page of an export."""
    if options.style == "gbt9704":
        return OFFICIAL
    return ACROSS if options.layout == "table" else UPRIGHT


def lay_out(document: Document, page: Page) -> None:
    """Set the measures and the page numbers of a document's only section."""
    section = document.sections[0]
    properties = document.element.body.get_or_add_sectPr()
    for child in list(properties):
        properties.remove(child)
    properties.extend(_measures(page))
    if page.pitch:
        document.settings.odd_and_even_pages_header_footer = True
        _fill(section.footer, "GW-PageNo", _dashed(), "right")
        _fill(section.even_page_footer, "GW-PageNo", _dashed(), "left")
    else:
        _fill(section.footer, "RV-PageNo", _counted())


def _measures(page: Page) -> list[Element]:
    turned = {"orient": "landscape"} if page.width > page.height else {}
    made = [
        element("pgSz", w=page.width, h=page.height, **turned),
        element(
            "pgMar",
            top=page.top,
            right=page.right,
            bottom=page.bottom,
            left=page.left,
            header=page.header,
            footer=page.footer,
            gutter=0,
        ),
        element("cols", space=720),
    ]
    if page.pitch:
        made.append(element("docGrid", type="lines", linePitch=page.pitch))
    return made


def _fill(footer: _Footer, style: str, content: Sequence[Element], side: Literal["left", "right", ""] = "") -> None:
    """Write a footer of one paragraph.

    Args:
        footer: the footer, which is made if there is none.
        style: the paragraph style's identifier.
        content: what stands in it.
        side: at which side of the page it stands, one character in; "" leaves it to the style.
    """
    properties = element("pPr", value("pStyle", style))
    if side:
        properties.append(element("ind", **{f"{side}Chars": 100, side: _ONE_CHARACTER}))
        properties.append(value("jc", side))
    root = footer.part.element
    for child in list(root):
        root.remove(child)
    root.append(element("p", properties, *content))


_ONE_CHARACTER: Final = 280
"""The width of a Chinese character of 14 pt."""


def _dashed() -> list[Element]:
    """Write a page number between dashes, all in the Chinese font."""
    look = Look("zh", SONG, SONG)
    return [run("— ", look), *field("PAGE", "1", look), run(" —", look)]


def _counted() -> list[Element]:
    """Write a page number and the number of pages."""
    look = Look("en")
    return [*field("PAGE", "1", look), run(" / ", look), *field("NUMPAGES", "1", look)]

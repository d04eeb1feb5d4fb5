"""The frame of a table: its grid and its rows, whatever stands in the cells."""

from collections.abc import Iterable, Sequence

from drafter.exports.docx.xml import Element, element, value


def grid(widths: Sequence[int]) -> Element:
    """Make a table without rows.

    Args:
        widths: the columns' widths in twips.
    """
    return element(
        "tbl",
        element(
            "tblPr",
            value("tblStyle", "RV-Grid"),
            element("tblW", w=sum(widths), type="dxa"),
            element("tblLayout", type="fixed"),
            element("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        ),
        element("tblGrid", *(element("gridCol", w=width) for width in widths)),
    )


def row(cells: Iterable[Element], *, whole: bool = True, head: bool = False) -> Element:
    """Make a row.

    Args:
        cells: its cells.
        whole: whether it stays on one page; a head does anyway.
        head: whether it is repeated on every page.
    """
    properties = element("trPr", *([element("cantSplit")] if whole or head else []))
    if head:
        properties.append(element("tblHeader"))
    return element("tr", properties, *cells)

"""The tables of a document, made again of the paragraphs that stood in their cells."""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy

from drafter.exports.docx.grid import grid, row
from drafter.exports.docx.xml import Element, element, value

Cell = tuple[int, int]
"""Row and column, counted from 0."""


def table_of(cells: Mapping[Cell, Sequence[Element]], width: int, empty: Element) -> Element:
    """Make a table.

    Args:
        cells: the paragraphs of each cell that has any.
        width: the width of the type area in twips.
        empty: what stands in a cell without a paragraph of its own; copied.
    """
    rows = 1 + max(at for at, _column in cells)
    columns = 1 + max(column for _row, column in cells)
    widths = [width // columns] * columns
    made = grid(widths)
    for line in range(rows):
        held = (_cell(cells.get((line, at), ()), widths[at], empty) for at in range(columns))
        made.append(row(held, head=not line))
    return made


def _cell(paragraphs: Iterable[Element], width: int, empty: Element) -> Element:
    held = list(paragraphs) or [copy(empty)]
    return element("tc", element("tcPr", element("tcW", w=width, type="dxa")), *held)


def after_table() -> Element:
    """Make the paragraph that Word wants after a table, too small to start a page of its own."""
    return element(
        "p",
        element(
            "pPr",
            element("snapToGrid", val=0),
            element("spacing", before=0, after=0, line=20, lineRule="exact"),
            element("rPr", value("sz", 2), value("szCs", 2)),
        ),
    )

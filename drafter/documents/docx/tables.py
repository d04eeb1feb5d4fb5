"""Tables: which rows and cells are shown, and at which column of the grid each cell begins."""

from dataclasses import dataclass

from drafter.documents import limits
from drafter.documents.docx import names
from drafter.documents.docx.comments import Anchors, marks_within
from drafter.documents.docx.names import w
from drafter.documents.docx.revisions import Revisions
from drafter.documents.docx.wrapping import holds_text, parts
from drafter.documents.docx.xml import child_value, is_filled
from drafter.documents.report import Tally
from drafter.documents.xml import Element, integer


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is shown.

    Attributes:
        column: column of the grid at which it begins, counted from 0.
        element: the `w:tc`.
        prompt: whether its text is only the prompt of a form field.
        filled: whether it has a ground of its own.
    """

    column: int
    element: Element
    prompt: bool
    filled: bool


class TableReader:
    """Reads tables as rows of cells."""

    def __init__(self, revisions: Revisions, tally: Tally, anchors: Anchors) -> None:
        """Prepare.

        Args:
            revisions: which tracked changes are shown.
            tally: where to count what is left out.
            anchors: where to keep the places of comments in what is left out.
        """
        self._revisions = revisions
        self._tally = tally
        self._anchors = anchors

    def rows(self, table: Element) -> list[list[Cell]]:
        """Give the rows that are shown; a cell that is merged with the one above or before it is not there twice."""
        found = []
        reaching: set[int] = set()
        for row, prompt in parts(table, w("tr"), self._revisions):
            if self._is_shown(row):
                self._tally.prompts += prompt
                cells, reaching = self._cells(row, reaching, prompt=prompt)
                found.append(cells)
        return found

    def _is_shown(self, row: Element) -> bool:
        properties = row.find(w("trPr"))
        if properties is None:
            return True
        self._tally.revisions += sum(properties.find(w(mark)) is not None for mark in ("ins", "del"))
        if properties.find(self._revisions.row) is None:
            return True
        self._anchors.wait(marks_within(row))
        return False

    def _cells(self, row: Element, above: set[int], *, prompt: bool) -> tuple[list[Cell], set[int]]:
        """Give the cells of a row, and the columns in which a cell stands that may reach further down."""
        column = _span(row.find(w("trPr")), "gridBefore", 0)
        cells: list[Cell] = []
        reaching = set()
        for cell, is_prompt in parts(row, w("tc"), self._revisions):
            properties = cell.find(w("tcPr"))
            if self._is_gone(properties):
                self._anchors.wait(marks_within(cell))
                continue
            width = _span(properties, "gridSpan", 1)
            merge = _merge(properties, self._revisions)
            if merge:
                reaching.add(column)
            if (merge == "continue" and column in above) or (cells and _continues_left(properties)):
                self._leave_out(cell)
            else:
                filled = properties is not None and is_filled(properties.find(w("shd")))
                cells.append(Cell(column, cell, prompt or is_prompt, filled))
                self._tally.prompts += is_prompt
            column += width
        return cells, reaching

    def _is_gone(self, properties: Element | None) -> bool:
        if properties is None:
            return False
        self._tally.revisions += sum(properties.find(w(mark)) is not None for mark in ("cellIns", "cellDel"))
        return properties.find(self._revisions.cell) is not None

    def _leave_out(self, cell: Element) -> None:
        """Leave out a cell that another one covers."""
        self._anchors.wait(marks_within(cell))
        self._tally.hidden += holds_text(cell)


def _merge(properties: Element | None, revisions: Revisions) -> str:
    """Give how a cell is merged with those above and below it: "restart", "continue", or "" for not at all."""
    if properties is None:
        return ""
    change = properties.find(w("cellMerge"))
    if change is not None:
        kind = change.get(w("vMerge" if revisions.row == w("del") else "vMergeOrig"), "")
        return {"cont": "continue", "rest": "restart"}.get(kind, "")
    vertical = properties.find(w("vMerge"))
    return "" if vertical is None else vertical.get(names.VAL, "continue")


def _continues_left(properties: Element | None) -> bool:
    horizontal = None if properties is None else properties.find(w("hMerge"))
    return horizontal is not None and horizontal.get(names.VAL, "continue") == "continue"


def _span(properties: Element | None, name: str, default: int) -> int:
    value = integer(child_value(properties, w(name)))
    return default if value is None or value < default else min(value, limits.TABLE_CELLS)

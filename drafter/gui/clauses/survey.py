"""What stands where in a whole document: kept row by row, summed up line of pixels by line of pixels."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from PySide6.QtWidgets import QTableView

from drafter.gui.clauses.marks import worst_of
from drafter.model import SEVERITIES, Finding, Severity

SLICE: Final = 2000
"""Rows that are looked at in one go: a few milliseconds."""


class Spot(NamedTuple):
    """What stands in one line of pixels.

    Attributes:
        y: the line, from the top.
        first: the first row that begins there.
        end: the row behind the last one.
        worst: the worst severity there, None where nothing was found.
        row: the first row with it.
        found: the first row that holds what is looked for, -1 for none.
    """

    y: int
    first: int
    end: int
    worst: Severity | None
    row: int
    found: int


class Survey:
    """Knows of each row how bad it is and whether it holds what is looked for: two bytes a row."""

    def __init__(self) -> None:
        self._ranks = bytearray()
        self._found = bytearray()

    def restart(self, rows: int) -> None:
        """Begin anew with so many rows, of which nothing is known."""
        self._ranks, self._found = bytearray(rows), bytearray(rows)

    def note(self, row: int, findings: Iterable[Finding]) -> bool:
        """Take what was found in a row, and tell whether that changes anything."""
        worst = worst_of(findings)
        rank = 0 if worst is None else SEVERITIES.index(worst) + 1
        changed = self._ranks[row] != rank
        self._ranks[row] = rank
        return changed

    def look_through(self, findings: Callable[[int], Iterable[Finding]]) -> Iterator[None]:
        """Note what was found in all rows, a slice at each step."""
        for row in range(len(self._ranks)):
            self.note(row, findings(row))
            if row % SLICE == SLICE - 1:
                yield

    def set_found(self, rows: Iterable[int]) -> None:
        """Take the rows that hold what is looked for."""
        self._found = bytearray(len(self._ranks))
        for row in rows:
            self._found[row] = 1

    def spots(self, places: "Places", height: int) -> list[Spot]:
        """Sum up.

        Args:
            places: knows where the rows stand.
            height: lines of pixels to sum it up in.

        Returns:
            The lines where anything stands, from the top.
        """
        if not self._ranks or len(self._ranks) != places.count():
            return []
        spots = []
        first = 0
        for y in range(height):
            end = places.row_from(y + 1, height)
            if end > first:
                rank = max(self._ranks[first:end])
                found = self._found.find(1, first, end)
                if rank or found >= 0:
                    worst = SEVERITIES[rank - 1] if rank else None
                    spots.append(Spot(y, first, end, worst, self._ranks.index(rank, first, end), found))
                first = end
        return spots


class Places:
    """Where the rows of a table stand in the lines of pixels of a strip that shows all of them."""

    def __init__(self, table: QTableView) -> None:
        self._table = table

    def count(self) -> int:
        """Count the rows."""
        return self._table.verticalHeader().count()

    def line_of(self, row: int, height: int) -> int:
        """Give the line in which a row begins, of so many lines."""
        return self._table.verticalHeader().sectionPosition(row) * height // self._whole()

    def row_at(self, y: float, height: int) -> int:
        """Give the row that stands in a line, -1 for none."""
        header = self._table.verticalHeader()
        return header.visualIndexAt(int(y * self._whole() / max(1, height)) - header.offset())

    def row_from(self, line: int, height: int) -> int:
        """Give the first row that begins in a line or behind it."""
        header = self._table.verticalHeader()
        place = -(-line * self._whole() // height)
        row = header.visualIndexAt(place - header.offset())
        if row < 0:
            return header.count()
        return row if header.sectionPosition(row) >= place else row + 1

    def _whole(self) -> int:
        """Give the height of all rows, or of the view where that is more."""
        return max(1, self._table.verticalHeader().length(), self._table.viewport().height())

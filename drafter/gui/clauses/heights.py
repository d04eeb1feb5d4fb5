"""How tall rows are: guessed from counts of characters for all, measured for those in sight."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QTableView

from drafter.gui.clauses.metrics import Metrics, Style
from drafter.model import Clause

# Words that don't fit leave a ragged edge: on average this many characters of a line stay empty.
_RAGGED_EN = 3.2
_RAGGED_ZH = 0.6


def estimated_heights(clauses: Iterable[Clause], metrics: Metrics, zh_width: float, en_width: float) -> Iterator[int]:
    """Guess the height of every row, at about a microsecond each; right to a few parts in a hundred."""
    known: dict[int, tuple[float, float, list[int]]] = {}
    for clause in clauses:
        level = clause.level
        if level not in known:
            zh, en = metrics.style("zh", level), metrics.style("en", level)
            known[level] = (
                _characters(zh, zh_width, _RAGGED_ZH),
                _characters(en, en_width, _RAGGED_EN),
                [metrics.row_height(level, lines) for lines in range(256)],
            )
        zh_line, en_line, heights = known[level]
        zh_text, en_text = clause.zh.text, clause.en.text
        lines = int(max(len(zh_text) / zh_line + zh_text.count("\n"), len(en_text) / en_line + en_text.count("\n"))) + 1
        yield heights[lines] if lines < 256 else metrics.row_height(level, lines)


def _characters(style: Style, width: float, ragged: float) -> float:
    return max(1.0, width / style.average - ragged)


class HeightKeeper:
    """Keeps the heights of a table's rows, and the top row still while heights above or below it become true.

    The view's header holds the numbers; its signals are blocked, for the table would answer each with a layout of
    its own.
    """

    def __init__(self, view: QTableView, measure: Callable[[int], int]) -> None:
        self._view = view
        self._measure = measure
        self._known = bytearray()

    def restart(self, heights: Iterable[int]) -> None:
        """Take guessed heights for all rows; the top row stays where it is."""
        header = self._view.verticalHeader()
        with self.held():
            blocker = QSignalBlocker(header)
            header.setUpdatesEnabled(False)
            for row, height in enumerate(heights):
                header.resizeSection(row, height)
            header.setUpdatesEnabled(True)
            blocker.unblock()
            self._known = bytearray(header.count())

    def known(self, row: int) -> bool:
        """Tell whether a row's height is true, not guessed."""
        return 0 <= row < len(self._known) and bool(self._known[row])

    def forget(self, row: int) -> None:
        """Have a row measured again when it is seen."""
        if 0 <= row < len(self._known):
            self._known[row] = 0

    def forget_all(self) -> None:
        """Have all rows measured again when they are seen."""
        self._known = bytearray(self._view.verticalHeader().count())

    def measure(self, rows: Iterable[int]) -> bool:
        """Make the heights of rows true, and tell whether any changed. Nothing is moved: see `held`."""
        header = self._view.verticalHeader()
        blocker = QSignalBlocker(header)
        changed = False
        for row in rows:
            if self._known[row]:
                continue
            self._known[row] = 1
            height = self._measure(row)
            if header.sectionSize(row) != height:
                header.resizeSection(row, height)
                changed = True
        blocker.unblock()
        return changed

    def measure_visible(self) -> bool:
        """Make the heights of all rows in sight true; those above them are not touched."""
        first = self._view.rowAt(0)
        return first >= 0 and self.measure(self._down(first, self._view.viewport().height()))

    def _down(self, row: int, until: int) -> Iterator[int]:
        """Give rows from one that is in sight down to a place in the viewport, by heights as they come true."""
        header = self._view.verticalHeader()
        y = header.sectionViewportPosition(row)
        while row < len(self._known) and y < until:
            yield row
            y += header.sectionSize(row)
            row += 1

    def measure_above(self, row: int, reach: int) -> None:
        """Make the heights of the rows over one true, so far that a stretch of the screen is covered."""
        header = self._view.verticalHeader()
        wanted = []
        while row > 0 and reach > 0:
            row -= 1
            reach -= header.sectionSize(row)
            if not self._known[row]:
                wanted.append(row)
        if wanted:
            with self.held():
                self.measure(wanted)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the top row where it is while heights change; at the document's end, hold that."""
        view = self._view
        header, bar = view.verticalHeader(), view.verticalScrollBar()
        row = view.rowAt(0)
        at_end = 0 < bar.value() == bar.maximum()
        offset = bar.value() - header.sectionPosition(row) if row >= 0 else 0
        yield
        self._settle(row, offset, at_end=at_end)

    def _settle(self, row: int, offset: int, *, at_end: bool) -> None:
        """Bring the scroll bar in line with the heights, and a row's top edge to `offset` above the viewport's.

        The scroll bar says nothing to the view meanwhile: as a rule no pixel on the screen has to move.
        """
        view = self._view
        header, bar = view.verticalHeader(), view.verticalScrollBar()
        blocker = QSignalBlocker(bar)
        before = bar.value()
        view.updateGeometries()
        held = header.sectionPosition(row) + offset if 0 <= row < header.count() else before
        bar.setValue(bar.maximum() if at_end else held)
        header.setOffset(bar.value())
        blocker.unblock()
        if bar.value() != held:
            view.viewport().update()

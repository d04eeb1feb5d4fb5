"""Which rows are selected, and what they are to other programs."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from html import escape
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData
from PySide6.QtWidgets import QTableView

from drafter.model import Clause, Side

_LANGUAGES: Final[dict[Side, str]] = {"zh": "zh-Hans", "en": "en"}
_NONE: Final = range(0)


class RowSelection:
    """Rows in one stretch, from where selecting began to where it has come.

    Qt's own selection model holds them, so that a screen reader can tell.
    """

    def __init__(self, table: QTableView) -> None:
        self._table = table
        self._anchor = -1
        self._rows = _NONE
        self._extending = False

    @property
    def rows(self) -> range:
        """The rows that are selected."""
        return self._rows

    def clear(self) -> None:
        """Select none, unless the selection is just being extended."""
        if not self._extending:
            self._anchor = -1
            self._set(_NONE)

    def all(self) -> None:
        """Select all rows."""
        self._anchor = 0
        self._set(range(self._table.verticalHeader().count()))

    @contextmanager
    def extending(self) -> Iterator[None]:
        """Select from where selecting began, else the current row, to the row that becomes current meanwhile."""
        if self._anchor < 0:
            self._anchor = self._table.currentIndex().row()
        self._extending = True
        try:
            yield
        finally:
            self._extending = False
        self.reach(self._table.currentIndex().row())

    def reach(self, row: int) -> None:
        """Select from where selecting began, else the current row, to a row that does not become current."""
        if self._anchor < 0:
            self._anchor = self._table.currentIndex().row()
        if row >= 0 and self._anchor >= 0:
            self._set(range(min(row, self._anchor), max(row, self._anchor) + 1))

    def _set(self, rows: range) -> None:
        if rows == self._rows:
            return
        self._rows = rows
        model, chosen = self._table.model(), QItemSelection()
        if rows:
            last = model.columnCount() - 1
            chosen.select(model.index(rows[0], 0), model.index(rows[-1], last))
        self._table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._table.viewport().update()


def as_mime(clauses: Iterable[Clause], sides: Sequence[Side]) -> QMimeData:
    """Give clauses as other programs take them: lines with columns parted by tabs, and a table.

    Args:
        clauses: the clauses.
        sides: the columns.
    """
    lines, rows = [], []
    for clause in clauses:
        texts = [clause.side(side).text for side in sides]
        lines.append("\t".join(" ".join(text.split()) for text in texts))
        cells = (
            f'<td lang="{_LANGUAGES[side]}">{escape(text).replace(chr(10), "<br>")}</td>'
            for side, text in zip(sides, texts, strict=True)
        )
        rows.append(f"<tr>{''.join(cells)}</tr>")
    data = QMimeData()
    data.setText("\n".join(lines))
    data.setHtml(f'<html><meta charset="utf-8"><body><table border="1">{"".join(rows)}</table></body></html>')
    return data

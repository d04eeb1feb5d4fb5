"""Paragraphs gathered in reading order, within the limits."""

from collections.abc import Iterable
from typing import NamedTuple

from drafter.documents import limits
from drafter.documents.errors import UnreadableError
from drafter.model import N_, Paragraph, Part


class Joined(NamedTuple):
    """A paragraph as formats give it that know pages only.

    Attributes:
        text: its text.
        part: the part of the document.
        cell: the number of its table from 0, its row and column, where it stands in a table.
    """

    text: str
    part: Part
    cell: tuple[int, int, int] | None = None


class Collector:
    """What a reader has found so far.

    Attributes:
        name: the file's name, for messages.
        paragraphs: the paragraphs in reading order.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.paragraphs: list[Paragraph] = []
        self._tables = 0
        self._cells = 0

    def add(
        self,
        text: str,
        *,
        part: Part = "body",
        number: str = "",
        level: int = 0,
        style: str = "",
        cell: tuple[int, int, int] | None = None,
    ) -> None:
        """Append a paragraph; its computed number must already stand before its text.

        Raises:
            UnreadableError: there are more paragraphs, or more cells, than `limits` allows.
        """
        if len(self.paragraphs) >= limits.PARAGRAPHS:
            raise UnreadableError(
                N_("“{name}” has more than {limit} paragraphs: split it in Word and choose one part."),
                name=self.name,
                limit=limits.PARAGRAPHS,
            )
        if cell is not None and (not self.paragraphs or self.paragraphs[-1].cell != cell):
            self._count_cell()
        line = len(self.paragraphs) + 1
        self.paragraphs.append(Paragraph(text, line, part, number, min(level, 9), style, cell))

    def add_joined(self, paragraphs: Iterable[Joined]) -> None:
        """Append paragraphs, their tables counted from 0.

        Raises:
            UnreadableError: see `add`.
        """
        before = -1
        for text, part, cell in paragraphs:
            if cell is not None:
                before = before if cell[0] == before else self.table()
            self.add(text, part=part, cell=cell)

    def table(self) -> int:
        """Give the number of the next table, from 0."""
        number, self._tables = self._tables, self._tables + 1
        self._cells = 0
        return number

    def _count_cell(self) -> None:
        self._cells += 1
        if self._cells > limits.TABLE_CELLS:
            raise too_many_cells(self.name)

    def finished(self) -> tuple[Paragraph, ...]:
        """Give the paragraphs.

        Raises:
            UnreadableError: none of them shows anything.
        """
        if not any(paragraph.text.strip() for paragraph in self.paragraphs):
            raise UnreadableError(
                N_("“{name}” shows no text: if its pages are pictures, choose the document they were made from."),
                name=self.name,
            )
        return tuple(self.paragraphs)


def too_many_cells(name: str) -> UnreadableError:
    """Give the error for a table that is larger than the limits allow."""
    return UnreadableError(
        N_("“{name}” holds a table of more than {limit} cells: split the table in Word."),
        name=name,
        limit=limits.TABLE_CELLS,
    )


def with_number(number: str, text: str) -> str:
    """Write a computed list number before a text as it is shown."""
    gap = "" if not number or not text or number.endswith(("、", "）", "．", "：", "】", "〕", "。")) else " "
    return f"{number}{gap}{text}"

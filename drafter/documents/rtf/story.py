"""Paragraphs of an RTF document while they are gathered; notes, comments and text boxes are stories of their own."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.documents.characters import whole_characters
from drafter.documents.docx.comments import Mark, MarkKind
from drafter.model import Part

if TYPE_CHECKING:
    from drafter.documents.rtf.annotations import Annotation


@dataclass(slots=True)
class Found:
    """A paragraph found.

    Attributes:
        text: its text.
        part: the part of the document.
        number: its list number.
        level: its outline level.
        style: its style's name.
        cell: its table, row and column.
        first: where its own text begins, behind its list number.
        marks: where comments begin, end or stand, in its own text.
    """

    text: str
    part: Part
    number: str = ""
    level: int = 0
    style: str = ""
    cell: tuple[int, int, int] | None = None
    first: int = 0
    marks: tuple[Mark, ...] = ()


@dataclass(slots=True)
class Grid:
    """A table that is open.

    Attributes:
        number: its number.
        row: the current row.
        column: the current column.
        definitions: for each cell of the row whether it only continues another one.
        filled: whether the open cell has a paragraph already.
    """

    number: int
    row: int = 0
    column: int = 0
    definitions: list[bool] = field(default_factory=list)
    filled: bool = False


@dataclass(slots=True)
class Story:
    """One stream of paragraphs.

    Attributes:
        part: the part of the document.
        pieces: the open paragraph's text.
        number: the open paragraph's list number.
        found: the paragraphs.
        hanging: paragraphs of notes and text boxes that follow the open one.
        grids: open tables by their nesting, from 1.
        nesting: how many tables the open paragraph stands in.
        level: the open paragraph's outline level.
        style: the open paragraph's style.
        marks: where comments on the open paragraph begin, end or stand.
        annotation: the comment that the story is.
    """

    part: Part = "body"
    pieces: list[str] = field(default_factory=list)
    number: list[str] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    hanging: list[Found] = field(default_factory=list)
    grids: dict[int, Grid] = field(default_factory=dict)
    nesting: int = 0
    level: int | None = None
    style: int | None = None
    marks: list[Mark] = field(default_factory=list)
    annotation: "Annotation | None" = None

    def mark(self, kind: MarkKind, key: str) -> None:
        """Note a place in the open paragraph's text."""
        self.marks.append(Mark(kind, key, len(whole_characters("".join(self.pieces)))))

    def reset(self) -> None:
        """Forget the paragraph's properties."""
        self.nesting = 0
        self.level = self.style = None

    def place(self, tables: "Tables") -> tuple[int, int, int] | None:
        """Give the cell of the open paragraph; a paragraph outside of tables ends those before it."""
        if not self.nesting:
            self.grids.clear()
            return None
        for level in [level for level in self.grids if level > self.nesting]:
            del self.grids[level]
        grid = self.grids.get(self.nesting)
        if grid is None:
            grid = self.grids[self.nesting] = Grid(tables.next())
        return grid.number, grid.row, grid.column


@dataclass(slots=True)
class Tables:
    """Counts tables.

    Attributes:
        count: how many there are so far.
    """

    count: int = 0

    def next(self) -> int:
        """Give the next table's number."""
        number, self.count = self.count, self.count + 1
        return number

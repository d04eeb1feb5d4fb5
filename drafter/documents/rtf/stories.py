"""The streams of paragraphs of an RTF document: the body, and within it notes, comments and text boxes."""

from collections.abc import Callable
from typing import Final

from drafter.documents import limits
from drafter.documents.characters import whole_characters
from drafter.documents.collect import too_many_cells, with_number
from drafter.documents.docx.comments import MarkKind
from drafter.documents.errors import UnreadableError
from drafter.documents.rtf.annotations import Annotation
from drafter.documents.rtf.story import Found, Story, Tables
from drafter.model import N_, Part


class Stories:
    """Puts text together to paragraphs and cells.

    Attributes:
        body: the body's story.
        annotations: the comments in the order of the text.
        author: who wrote the comment that comes next.
        styles: name and outline level of each paragraph style by its number.
    """

    def __init__(self, name: str) -> None:
        """Begin a document.

        Args:
            name: the file's name, for messages.
        """
        self.body = Story()
        self.annotations: list[Annotation] = []
        self.author = ""
        self.styles: dict[int, tuple[str, int]] = {}
        self._name = name
        self._open = [self.body]
        self._tables = Tables()
        self._continued = False

    @property
    def current(self) -> Story:
        """The story that text goes to."""
        return self._open[-1]

    def begin(self, part: Part) -> None:
        """Open a story within the current one."""
        outer = self.current
        if part == "comment":
            self.mark("reference", "")
            self.annotations.append(Annotation(len(self.annotations), self.author))
            self.author = ""
        within = outer.part in ("note", "comment") and part != "comment"
        self._open.append(Story(outer.part if within else part))
        self.current.annotation = self.annotations[-1] if part == "comment" else None

    def end(self) -> None:
        """Close the current story; its paragraphs hang on the one outside."""
        story = self.current
        if story.pieces or story.hanging:
            self.paragraph()
        self._open.pop()
        if story.annotation is not None:
            story.annotation.found = story.found
        else:
            self.current.hanging += story.found

    def finish(self) -> None:
        """Close all stories."""
        while len(self._open) > 1:
            self.end()
        if self.body.pieces or self.body.hanging:
            self.paragraph()

    def mark(self, kind: MarkKind, key: str) -> None:
        """Note that a comment begins, ends, or stands at this place.

        Args:
            kind: which of these.
            key: the document's own number of the comment; "" for the one that is opened next.
        """
        self.current.mark(kind, key or f"#{len(self.annotations)}")

    def paragraph(self) -> None:
        """End the open paragraph.

        Raises:
            UnreadableError: there are more than the limits allow.
        """
        story = self.current
        if len(story.found) > limits.PARAGRAPHS:
            raise UnreadableError(
                N_("“{name}” has more than {limit} paragraphs: split it in Word and choose one part."),
                name=self._name,
                limit=limits.PARAGRAPHS,
            )
        text = whole_characters("".join(story.pieces))
        if story.part == "note" and not story.found:
            text = text.lstrip("\u00a0 ")  # what parts the note from its mark
        number = "".join(story.number).strip()
        # Bullets are marks, not numbers.
        number = whole_characters(number) if any(char.isalnum() for char in number) else ""
        style, level = self.styles.get(story.style or 0, ("", 0)) if story.style is not None else ("", 0)
        cell = story.place(self._tables)
        part: Part = "table" if cell is not None and story.part == "body" else story.part
        level = level if story.level is None else story.level
        shown = with_number(number, text)
        first = len(shown) - len(text)
        story.found.append(Found(shown, part, number, level, style, cell, first, tuple(story.marks)))
        if cell is not None:
            story.grids[story.nesting].filled = True
        story.found += story.hanging
        story.hanging = []
        story.pieces.clear()
        story.number.clear()
        story.marks.clear()

    def in_table(self, number: int | None) -> None:
        """Take the open paragraph for one of a table."""
        story = self.current
        story.nesting = max(story.nesting, 1) if number != 0 else 0

    def nest(self, number: int | None) -> None:
        """Say how many tables the open paragraph stands in."""
        self.current.nesting = min(max(number or 0, 0), limits.NESTING)

    def end_cell(self, nesting: int) -> None:
        """End a cell of the table at a depth of nesting.

        Raises:
            UnreadableError: the table has more than the limits allow.
        """
        story = self.current
        story.nesting = nesting
        story.place(self._tables)
        grid = story.grids[nesting]
        continued = grid.column < len(grid.definitions) and grid.definitions[grid.column]
        if story.pieces or not (grid.filled or continued):
            self.paragraph()
        grid.filled = False
        grid.column += 1
        if grid.column > limits.TABLE_CELLS or grid.row > limits.TABLE_CELLS:
            raise too_many_cells(self._name)

    def end_row(self, nesting: int) -> None:
        """End a row of the table at a depth of nesting."""
        grid = self.current.grids.get(nesting)
        if grid is not None:
            grid.row, grid.column, grid.filled = grid.row + 1, 0, False

    def begin_row(self, _number: int | None) -> None:
        """Forget what the row before said of its cells."""
        grid = self.current.grids.get(1)
        if grid is not None:
            grid.definitions = []

    def go_on(self, _number: int | None) -> None:
        """Say that the cell defined next goes on with another one."""
        self._continued = True

    def define_cell(self, _number: int | None) -> None:
        """Define a cell of the row."""
        grid = self.current.grids.get(1)
        if grid is not None:
            grid.definitions.append(self._continued)
        self._continued = False

    def inner(self) -> int:
        """Give the depth of nesting of the innermost table, which is one inside another."""
        return max(self.current.nesting, 2)


WORDS: Final[dict[str, Callable[[Stories, int | None], None]]] = {
    "intbl": Stories.in_table,
    "itap": Stories.nest,
    "cell": lambda stories, _number: stories.end_cell(1),
    "nestcell": lambda stories, _number: stories.end_cell(stories.inner()),
    "row": lambda stories, _number: stories.end_row(1),
    "nestrow": lambda stories, _number: stories.end_row(stories.inner()),
    "trowd": Stories.begin_row,
    "clvmrg": Stories.go_on,
    "clmrg": Stories.go_on,
    "cellx": Stories.define_cell,
}
"""What the control words of tables do."""

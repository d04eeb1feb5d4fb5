"""Through a document in reading order: paragraphs, tables, text boxes and notes, each where it belongs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from drafter.documents import limits
from drafter.documents.docx import names
from drafter.documents.docx.comments import MARKS, Anchors, marks_within, read_mark
from drafter.documents.docx.inline import Content, InlineReader, sdt_content
from drafter.documents.docx.names import w
from drafter.documents.docx.notes import Notes
from drafter.documents.docx.numbering import Numbering
from drafter.documents.docx.styles import Styles, outline_level
from drafter.documents.docx.xml import child_value, chosen, switch
from drafter.documents.errors import UnreadableError
from drafter.documents.report import Tally
from drafter.documents.view import View
from drafter.documents.xml import Element, integer
from drafter.model import N_, Paragraph, Part, Run

_WRAPPERS: Final = frozenset(w(name) for name in ("customXml", "smartTag"))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where blocks stand.

    Attributes:
        part: the part of the file, as the user sees it.
        source: the part of the package.
        cell: (table, row, column), in a table.
        depth: how many containers they stand in.
    """

    part: Part
    source: str
    cell: tuple[int, int, int] | None = None
    depth: int = 0


@dataclass(slots=True)
class _Flow:
    """Paragraphs that follow each other and may be joined by a deleted paragraph mark.

    Attributes:
        inline: the reader of their text.
        open: a paragraph whose mark is gone, waiting for the next one to join.
        last: its element.
    """

    inline: InlineReader
    open: Content | None = None
    last: Element | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What a walk needs to know of its document.

    Attributes:
        name: the file's name, for messages.
        view: tracked changes accepted or rejected.
        styles: the style sheet.
        numbering: the lists.
        notes: foot- and endnotes.
        tally: where to count what is skipped.
    """

    name: str
    view: View
    styles: Styles
    numbering: Numbering
    notes: Notes
    tally: Tally


class Walker:
    """Collects the paragraphs of a document.

    Attributes:
        paragraphs: what was collected so far.
        anchors: the words that comments are about.
    """

    def __init__(self, context: Context) -> None:
        self.paragraphs: list[Paragraph] = []
        self.anchors = Anchors()
        self._context = context
        self._tables = 0
        final = context.view == "final"
        self._skipped = names.DELETED if final else names.INSERTED
        self._skipped_row = w("del") if final else w("ins")
        self._skipped_cell = w("cellDel") if final else w("cellIns")

    def story(self, container: Element, part: Part, source: str) -> None:
        """Walk a story of its own: the body, a note, a comment.

        Args:
            container: the element that holds its blocks.
            part: the part of the file, as the user sees it.
            source: the part of the package.

        Raises:
            UnreadableError: the document is larger or deeper than `limits` allows.
        """
        self._story(container, _Place(part, source))

    def _story(self, container: Element, place: _Place) -> None:
        context = self._context
        flow = _Flow(InlineReader(place.source, context.view, context.styles, context.tally))
        self._blocks(container, place, flow)
        self._close(place, flow)
        if self.paragraphs and place.cell is None:
            self.anchors.finish(len(self.paragraphs) - 1, len(self.paragraphs[-1].text))

    def _blocks(self, container: Element, place: _Place, flow: _Flow) -> None:
        if place.depth > limits.NESTING:
            raise UnreadableError(
                N_("“{name}” is nested too deeply to be a document: open it in Word and save it as a new .docx."),
                name=self._context.name,
            )
        inner = replace(place, depth=place.depth + 1)
        for child in container:
            tag = child.tag
            if tag == names.P:
                self._paragraph(child, place, flow)
            elif tag == names.TABLE:
                self._close(place, flow)
                self._table(child, inner, flow)
            elif tag == w("altChunk"):
                self._context.tally.foreign += 1
            elif (content := self._wrapped(child)) is not None:
                self._blocks(content, inner, flow)
            elif tag in MARKS:
                self.anchors.wait([read_mark(child)])
            else:
                self.anchors.wait(marks_within(child))

    def _wrapped(self, element: Element) -> Element | None:
        """Give the container inside a wrapper that is shown, else None."""
        tag = element.tag
        if tag == names.SDT:
            return sdt_content(element)
        if tag == names.ALTERNATE:
            return chosen(element)
        if tag in _WRAPPERS:
            return element
        if tag in names.INSERTED or tag in names.DELETED:
            return None if tag in self._skipped else element
        return None

    def _paragraph(self, element: Element, place: _Place, flow: _Flow) -> None:
        properties = self._properties(element)
        content = flow.open or Content()
        flow.inline.visible_text(element, properties, content)
        if self._mark_is_gone(element):
            flow.open, flow.last = content, element
            return
        flow.open = flow.last = None
        self._emit(properties, content, place)

    def _close(self, place: _Place, flow: _Flow) -> None:
        """End a paragraph that waits for another one where none follows."""
        content, element = flow.open, flow.last
        flow.open = flow.last = None
        if content is None or element is None:
            return
        if content.empty:
            self.anchors.wait(content.marks)
        else:
            self._emit(self._properties(element), content, place)

    def _properties(self, paragraph: Element) -> Element | None:
        """Give a paragraph's properties, in the original view those before a tracked change."""
        properties = paragraph.find(names.P_PR)
        if self._context.view == "original" and properties is not None:
            before = properties.find(f"{w('pPrChange')}/{names.P_PR}")
            return properties if before is None else before
        return properties

    def _mark_is_gone(self, paragraph: Element) -> bool:
        mark = paragraph.find(f"{names.P_PR}/{names.R_PR}")
        if mark is None:
            return False
        changes = [child.tag for child in mark if child.tag in names.INSERTED or child.tag in names.DELETED]
        self._context.tally.revisions += len(changes)
        return any(tag in self._skipped for tag in changes)

    def _emit(self, properties: Element | None, content: Content, place: _Place) -> None:
        if content.hidden and content.empty and _mark_is_hidden(properties):
            self.anchors.wait(content.marks)
            return  # nothing of it is shown, and it takes no number
        context = self._context
        style = context.styles.paragraph(child_value(properties, w("pStyle")))
        number = context.numbering.number(properties, style)
        text = "".join(content.pieces)
        runs = content.runs
        prefix = ""
        if number is not None:
            prefix = number.text + (number.gap if text else "")
            runs = [Run(run.start + len(prefix), run.end + len(prefix), run.source) for run in runs]
            text = prefix + text
        level = outline_level(properties)
        self._append(
            Paragraph(
                text=text,
                line=len(self.paragraphs) + 1,
                part=place.part,
                number="" if number is None else number.text,
                level=style.level if level is None else level,
                style=style.name,
                cell=place.cell,
                runs=tuple(runs),
            )
        )
        self.anchors.paragraph(len(self.paragraphs) - 1, len(prefix), len(text), content.marks)
        self._hanging(content, place)

    def _append(self, paragraph: Paragraph) -> None:
        if len(self.paragraphs) >= limits.PARAGRAPHS:
            raise UnreadableError(
                N_("“{name}” has more than {limit} paragraphs: split it in Word and choose one part."),
                name=self._context.name,
                limit=limits.PARAGRAPHS,
            )
        self.paragraphs.append(paragraph)

    def _hanging(self, content: Content, place: _Place) -> None:
        """Walk what hangs on a paragraph: its text boxes, then its notes."""
        reaching = self.anchors.aside()
        for text_box in content.text_boxes:
            part: Part = place.part if place.part in ("note", "comment") else "textbox"
            self._story(text_box, _Place(part, place.source, None, place.depth + 1))
        for key in content.notes:
            note = self._context.notes.take(key)
            if note is not None:
                self._story(note, _Place("note", self._context.notes.source(key), None, place.depth + 1))
            elif key not in self._context.notes:
                self._context.tally.missing_notes += 1
        self.anchors.resume(reaching)

    def _table(self, table: Element, place: _Place, flow: _Flow) -> None:
        rows = [self._cells(row) for row in self._parts(table, w("tr")) if self._row_is_shown(row)]
        if sum(map(len, rows)) > limits.TABLE_CELLS:
            raise UnreadableError(
                N_("“{name}” holds a table of more than {limit} cells: split the table in Word."),
                name=self._context.name,
                limit=limits.TABLE_CELLS,
            )
        if len(rows) == 1 and len(rows[0]) == 1:
            # A table of one cell is a frame around text, not a table to its reader.
            self._blocks(rows[0][0][1], place, flow)
            self._close(place, flow)
            return
        if not any(rows):
            return
        number, self._tables = self._tables, self._tables + 1
        part: Part = "table" if place.part == "body" else place.part
        merged: set[int] = set()
        for row, cells in enumerate(rows):
            merged = self._row(cells, replace(place, part=part, cell=(number, row, 0)), merged)

    def _row(self, cells: list[tuple[int, Element]], place: _Place, merged: set[int]) -> set[int]:
        """Walk one row; give the columns in which a cell that reaches further down stands."""
        reaching = set()
        number, row, _ = place.cell or (0, 0, 0)
        for column, cell in cells:
            vertical = cell.find(f"{w('tcPr')}/{w('vMerge')}")
            if vertical is not None:
                reaching.add(column)
                if vertical.get(names.VAL, "continue") == "continue" and column in merged:
                    self.anchors.wait(marks_within(cell))
                    continue
            self._story(cell, replace(place, cell=(number, row, column)))
        return reaching

    def _cells(self, row: Element) -> list[tuple[int, Element]]:
        """Give the shown cells of a row with the column of the grid at which each begins."""
        column = _span(row.find(w("trPr")), "gridBefore", 0)
        cells: list[tuple[int, Element]] = []
        for cell in self._parts(row, w("tc")):
            properties = cell.find(w("tcPr"))
            if properties is not None:
                if properties.find(self._skipped_cell) is not None:
                    self.anchors.wait(marks_within(cell))
                    continue
                horizontal = properties.find(w("hMerge"))
                if horizontal is not None and horizontal.get(names.VAL, "continue") == "continue" and cells:
                    column += 1
                    continue
            cells.append((column, cell))
            column += _span(properties, "gridSpan", 1)
        return cells

    def _parts(self, container: Element, tag: str) -> Iterator[Element]:
        """Give rows of a table or cells of a row, those in content controls too."""
        waiting = list(reversed(container))
        while waiting:
            element = waiting.pop()
            if element.tag == tag:
                yield element
            elif (content := self._wrapped(element)) is not None:
                waiting.extend(reversed(content))

    def _row_is_shown(self, row: Element) -> bool:
        properties = row.find(w("trPr"))
        if properties is None:
            return True
        if properties.find(w("ins")) is not None or properties.find(w("del")) is not None:
            self._context.tally.revisions += 1
        if properties.find(self._skipped_row) is not None:
            self.anchors.wait(marks_within(row))
            return False
        return True


def _span(properties: Element | None, name: str, default: int) -> int:
    value = integer(child_value(properties, w(name)))
    return default if value is None or value < default else min(value, limits.TABLE_CELLS)


def _mark_is_hidden(properties: Element | None) -> bool:
    return properties is not None and bool(switch(properties.find(names.R_PR), w("vanish")))

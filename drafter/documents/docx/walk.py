"""Through a document in reading order: paragraphs, tables, text boxes and notes, each where it belongs."""

from dataclasses import dataclass, replace

from drafter.documents import limits
from drafter.documents.docx import bounds, drawings, names
from drafter.documents.docx.chunks import Chunks
from drafter.documents.docx.comments import MARKS, Anchors, marks_within, read_mark
from drafter.documents.docx.content import Content
from drafter.documents.docx.fields import mark_unended
from drafter.documents.docx.inline import InlineReader
from drafter.documents.docx.names import w
from drafter.documents.docx.notes import Notes
from drafter.documents.docx.numbering import Numbering
from drafter.documents.docx.parts import Parts, too_many_paragraphs
from drafter.documents.docx.revisions import Revisions
from drafter.documents.docx.styles import Style, Styles, outline_level
from drafter.documents.docx.tables import Cell, TableReader
from drafter.documents.docx.wrapping import holds_text, inside
from drafter.documents.docx.xml import child_value
from drafter.documents.errors import UnreadableError
from drafter.documents.report import Tally
from drafter.documents.xml import Element
from drafter.model import N_, Paragraph, Part, Run


@dataclass(frozen=True, slots=True)
class _Place:
    """Where blocks stand.

    Attributes:
        part: the part of the file, as the user sees it.
        source: the part of the package.
        cell: (table, row, column), in a table.
        depth: how many containers they stand in.
        paper: whether on white paper.
        prompt: whether their text is only the prompt of a form field.
    """

    part: Part
    source: str
    cell: tuple[int, int, int] | None = None
    depth: int = 0
    paper: bool = True
    prompt: bool = False


@dataclass(slots=True)
class _Flow:
    """Paragraphs that follow each other and may be joined where the end of one is not shown.

    Attributes:
        inline: the reader of their text.
        open: what a paragraph whose end is not shown has to join the next one.
        last: the properties of that paragraph.
        leading: whether these are those of the joined paragraph, else those of the one that ends it are.
    """

    inline: InlineReader
    open: Content | None = None
    last: Element | None = None
    leading: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What a walk needs to know of its document.

    Attributes:
        name: the file's name, for messages.
        parts: the parts of the package.
        revisions: which tracked changes are shown.
        styles: the style sheet.
        numbering: the lists.
        notes: foot- and endnotes.
        chunks: the documents inside the document.
        tally: where to count what is skipped.
    """

    name: str
    parts: Parts
    revisions: Revisions
    styles: Styles
    numbering: Numbering
    notes: Notes
    chunks: Chunks
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
        self._diagrams: dict[str, list[str] | None] = {}
        self._reader = TableReader(context.revisions, context.tally, self.anchors)

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
        self._finish()

    def _finish(self) -> None:
        if self.paragraphs:
            self.anchors.finish(len(self.paragraphs) - 1, len(self.paragraphs[-1].text))

    def _story(self, container: Element, place: _Place) -> None:
        context = self._context
        mark_unended(container, context.revisions.skipped)
        inline = InlineReader(place.source, context.revisions, context.styles, context.tally, paper=place.paper)
        flow = _Flow(inline)
        self._blocks(container, place, flow)
        self._close(place, flow)

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
                self._table(child, inner)
            elif tag == w("altChunk"):
                self._close(place, flow)
                self._chunk(child, place)
            else:
                self._other(child, inner, flow)

    def _other(self, child: Element, inner: _Place, flow: _Flow) -> None:
        content, prompt = inside(child, self._context.revisions)
        if content is not None:
            self._context.tally.prompts += prompt and not inner.prompt
            self._blocks(content, replace(inner, prompt=inner.prompt or prompt), flow)
        elif child.tag in MARKS:
            self.anchors.wait([read_mark(child)])
        elif len(child) or child.tag == names.T:
            self.anchors.wait(marks_within(child))
            changed = child.tag in names.INSERTED or child.tag in names.DELETED
            self._context.tally.unknown += not changed and holds_text(child)

    def _paragraph(self, element: Element, place: _Place, flow: _Flow) -> None:
        properties = self._context.revisions.paragraph_properties(element)
        content = flow.open or Content()
        before, worrying = content.amount, self._context.tally.worrying
        flow.inline.visible_text(element, properties, content, prompt=place.prompt)
        if self._context.tally.worrying > worrying:
            self._context.tally.places.append(len(self.paragraphs) + 1)
        gone = self._mark_is_gone(element)
        hidden, itself = flow.inline.end_is_hidden(properties)
        # A style that hides all hides whole paragraphs, but does not run what somebody unhid in it into what follows.
        hidden = itself or (hidden and content.amount == before)
        if gone or hidden or flow.inline.in_code or _is_drop_cap(properties):
            if not flow.leading:
                # Word tells a run-in heading from the text that follows it by a hidden end: the heading has the number.
                flow.last, flow.leading = properties, hidden and content.amount > 0
            flow.open = content
            return
        leading = flow.last if flow.leading else properties
        flow.open, flow.last, flow.leading = None, None, False
        self._emit(leading, content, place)

    def _close(self, place: _Place, flow: _Flow) -> None:
        """End a paragraph that waits for another one where none follows."""
        content, properties = flow.open, flow.last
        flow.open, flow.last, flow.leading = None, None, False
        if content is not None and content.amount:
            self._emit(properties, content, place)
        elif content is not None:
            self.anchors.wait(content.marks)

    def _mark_is_gone(self, paragraph: Element) -> bool:
        mark = paragraph.find(f"{names.P_PR}/{names.R_PR}")
        if mark is None:
            return False
        changes = [child.tag for child in mark if child.tag in names.INSERTED or child.tag in names.DELETED]
        self._context.tally.revisions += len(changes)
        return any(tag in self._context.revisions.skipped for tag in changes)

    def _emit(self, properties: Element | None, content: Content, place: _Place) -> None:
        context = self._context
        style = context.styles.paragraph(child_value(properties, w("pStyle")))
        number = context.numbering.number(properties, style, place.part)
        text = "".join(content.pieces)
        runs = content.runs
        prefix = ""
        if number is not None:
            context.tally.numbers += 1
            prefix = number.text + (number.gap if text else "")
            runs = [Run(run.start + len(prefix), run.end + len(prefix), run.source) for run in runs]
            text = prefix + text
        own_level = outline_level(properties)
        self._append(
            text,
            place,
            number="" if number is None else number.text,
            level=style.level if own_level is None else own_level,
            style=style,
            runs=tuple(runs),
        )
        self.anchors.paragraph(len(self.paragraphs) - 1, len(prefix), len(text), content.marks)
        self._hanging(content, place)

    def _append(
        self,
        text: str,
        place: _Place,
        *,
        number: str = "",
        level: int = 0,
        style: Style | None = None,
        runs: tuple[Run, ...] = (),
    ) -> None:
        if len(self.paragraphs) >= bounds.PARAGRAPHS:
            raise too_many_paragraphs(self._context.name)
        name = "" if style is None else style.name
        line = len(self.paragraphs) + 1
        self.paragraphs.append(Paragraph(text, line, place.part, number, level, name, place.cell, runs))

    def _hanging(self, content: Content, place: _Place) -> None:
        """Walk what hangs on a paragraph: its text boxes, shapes and diagrams, then its notes."""
        if not content.shapes and not content.notes:
            return
        reaching = self.anchors.aside()
        part: Part = place.part if place.part in ("note", "comment") else "textbox"
        self._context.tally.boxes += len(content.shapes)
        for shape in content.shapes:
            inner = _Place(part, place.source, None, place.depth + 1, paper=False)
            if shape.tag == names.TEXT_BOX:
                self._story(shape, inner)
            else:
                for line in self._lines(shape, place.source):
                    self._append(line, inner)
        for key in content.notes:
            note = self._context.notes.take(key)
            if note is not None:
                self._context.tally.notes += 1
                self._story(note, _Place("note", self._context.notes.source(key), None, place.depth + 1))
            elif key not in self._context.notes:
                self._context.tally.missing_notes += 1
                self._context.tally.places.append(len(self.paragraphs))
        self._finish()
        self.anchors.resume(reaching)

    def _lines(self, shape: Element, source: str) -> list[str]:
        """Give the paragraphs of a shape whose text is not made of Word's paragraphs."""
        if shape.tag == names.WORD_ART:
            return [line for line in shape.get("string", "").splitlines() if line.strip()]
        if shape.tag == names.SHAPE_TEXT:
            return drawings.lines(shape)
        part = self._context.parts.target(source, shape.get(names.DIAGRAM_DATA, "")) or ""
        if part not in self._diagrams:
            data = self._context.parts.optional(part) if part else None
            self._diagrams[part] = None if data is None else drawings.diagram_lines(data)
        lines = self._diagrams[part]
        if lines is None:
            self._context.tally.drawings += 1
            self._context.tally.places.append(len(self.paragraphs))
        return lines or []

    def _chunk(self, element: Element, place: _Place) -> None:
        """Take in a document that stands inside the document."""
        tables, unread = self._tables, self._context.tally.foreign
        for paragraph in self._context.chunks.read(element, place.source):
            cell = paragraph.cell
            if cell is not None:
                cell = (cell[0] + tables, cell[1], cell[2])
                self._tables = max(self._tables, cell[0] + 1)
            part = paragraph.part if place.part == "body" else place.part
            inner = replace(place, part=part, cell=cell or place.cell)
            self._append(paragraph.text, inner, number=paragraph.number, level=paragraph.level)
        if self._context.tally.foreign > unread:
            self._context.tally.places.append(len(self.paragraphs) + 1)

    def _table(self, table: Element, place: _Place) -> None:
        worrying = self._context.tally.worrying
        rows = self._reader.rows(table)
        if self._context.tally.worrying > worrying:
            self._context.tally.places.append(len(self.paragraphs) + 1)
        if sum(map(len, rows)) > limits.TABLE_CELLS:
            raise UnreadableError(
                N_("“{name}” holds a table of more than {limit} cells: split the table in Word."),
                name=self._context.name,
                limit=limits.TABLE_CELLS,
            )
        style = self._context.styles.get(child_value(table.find(w("tblPr")), w("tblStyle")) or "")
        place = replace(place, paper=place.paper and not style.shaded)
        if len(rows) == 1 and len(rows[0]) == 1:
            # A table of one cell is a frame around text, not a table to its reader.
            self._story(rows[0][0].element, _within(place, rows[0][0]))
            return
        if not any(rows):
            return
        number, self._tables = self._tables, self._tables + 1
        part: Part = "table" if place.part == "body" else place.part
        for row, cells in enumerate(rows):
            for cell in cells:
                inner = replace(_within(place, cell), part=part, cell=(number, row, cell.column))
                self._story(cell.element, inner)


def _within(place: _Place, cell: Cell) -> _Place:
    return replace(place, paper=place.paper and not cell.filled, prompt=place.prompt or cell.prompt)


def _is_drop_cap(properties: Element | None) -> bool:
    """Tell whether a paragraph is only the large first letter of the next one."""
    frame = None if properties is None else properties.find(w("framePr"))
    return frame is not None and frame.get(w("dropCap"), "none") in ("drop", "margin")

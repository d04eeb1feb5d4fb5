"""Through an OpenDocument text in reading order."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import ClassVar, Final

from drafter.documents import limits
from drafter.documents.collect import Collector, with_number
from drafter.documents.docx.comments import Mark
from drafter.documents.odt import names
from drafter.documents.odt.changes import Changes
from drafter.documents.odt.comments import Comments
from drafter.documents.odt.lists import Counter, Lists
from drafter.documents.odt.names import draw, office, table, text
from drafter.documents.odt.styles import Style, Styles
from drafter.documents.report import Tally
from drafter.documents.xml import Element, integer
from drafter.model import Comment, Part

_BLANKS: Final = re.compile(r"[ \t\r\n]+")
_SHAPES: Final = frozenset(
    draw(name)
    for name in ("custom-shape", "rect", "ellipse", "circle", "polygon", "path", "line", "connector", "caption")
)
_SKIPPED: Final = frozenset(
    {
        text("tracked-changes"), text("sequence-decls"), text("variable-decls"), text("user-field-decls"),
        text("dde-connection-decls"), text("number"), text("note-citation"), text("ruby-text"), text("script"),
        office("forms"), text("table-of-content-source"), text("alphabetical-index-source"),
        text("illustration-index-source"), text("bibliography-source"), text("hidden-text"), text("toc-mark"),
    }
)  # fmt: skip


@dataclass(slots=True)
class _Open:
    """A paragraph while it is gathered.

    Attributes:
        pieces: its text.
        blank: whether blanks that follow collapse into what is there.
        boxes: text boxes anchored in it.
        notes: notes it refers to.
        marks: where comments on it begin and end.
    """

    pieces: list[str] = field(default_factory=list)
    blank: bool = True
    boxes: list[Element] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def length(self) -> int:
        """How long its text is so far."""
        return sum(map(len, self.pieces))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where blocks stand.

    Attributes:
        part: the part of the document.
        cell: table, row and column, in a table.
    """

    part: Part = "body"
    cell: tuple[int, int, int] | None = None


@dataclass(slots=True)
class _Item:
    """A list item that waits for its first paragraph.

    Attributes:
        counter: its list's counts.
        style: the style of its list.
        level: its level from 1.
        start: the number it starts anew with.
        used: whether its number was given.
    """

    counter: Counter
    style: str
    level: int
    start: int | None = None
    used: bool = True


class Walker:
    """Collects the paragraphs of a document."""

    def __init__(self, collector: Collector, styles: Styles, lists: Lists, changes: Changes, tally: Tally) -> None:
        """Prepare for one document.

        Args:
            collector: where paragraphs go.
            styles: the styles.
            lists: the list styles.
            changes: the tracked changes.
            tally: where to count what is skipped.
        """
        self._collector = collector
        self._styles = styles
        self._lists = lists
        self._changes = changes
        self._tally = tally
        self._original = False
        self._inserting = False
        self._open = _Open()
        self._joins = False
        self._comments = Comments()
        self._place = _Place()

    def read(self, body: Element, *, original: bool) -> tuple[Comment, ...]:
        """Read the body, then its comments, and give these.

        Args:
            body: the `office:text`.
            original: whether tracked changes are rejected.
        """
        self._original = original
        self._blocks(body, None)
        if self._joins:
            self._finish(Style(), "", 0)
        paragraphs = self._collector.paragraphs
        self._comments.anchors.finish(len(paragraphs) - 1, len(paragraphs[-1].text) if paragraphs else 0)
        said = []
        for comment in tuple(self._comments.elements):
            first = len(paragraphs)
            self._story([child for child in comment if child.tag in (names.P, names.LIST)], _Place("comment"))
            said.append("\n".join(one.text for one in paragraphs[first:]))
        self._tally.comments = len(said)
        return self._comments.tied([*said, *[""] * (len(self._comments.elements) - len(said))])

    def _story(self, blocks: list[Element], place: _Place) -> None:
        """Read blocks apart from what is open around them."""
        outer, self._open, outer_place, joins = self._open, _Open(), self._place, self._joins
        self._place, self._joins = place, False
        for block in blocks:
            self._block(block, None)
        self._open, self._place, self._joins = outer, outer_place, joins

    def _blocks(self, container: Element, item: _Item | None) -> None:
        for child in container:
            self._block(child, item)

    def _block(self, element: Element, item: _Item | None) -> None:
        tag = element.tag
        if tag in (names.P, names.H):
            self._paragraph(element, item)
        elif tag == names.LIST:
            self._list(element, item)
        elif tag == names.TABLE:
            self._table(element)
        elif tag in (text("change"), text("change-start"), text("change-end")):
            self._change(element)
        elif tag in _SHAPES or tag in (draw("frame"), draw("g")):
            self._drawing(element)
            self._hang()
        elif tag == text("section") and element.get(text("display")) == "none":
            self._tally.hidden += 1
        elif tag == names.ANNOTATION:
            self._comments.anchors.wait(self._comments.begin(element, 0))
        elif tag == names.ANNOTATION_END:
            self._comments.anchors.wait(self._comments.end(element, 0))
        elif tag not in _SKIPPED:
            self._blocks(element, item)

    def _paragraph(self, element: Element, item: _Item | None) -> None:
        found = self._styles.get("paragraph", element.get(names.STYLE_NAME))
        if not self._joins:
            self._open = _Open()
        self._joins = False
        if found.hidden or element.find(f".//{text('hidden-paragraph')}[@{text('is-hidden')}='true']") is not None:
            self._tally.hidden += any(words.strip() for words in element.itertext())
            return
        self._inline(element)
        if self._inserting:
            # The end of the paragraph was inserted too: what follows joins on.
            self._joins = True
            return
        level = integer(element.get(text("outline-level"))) if element.tag == names.H else None
        level = found.level if level is None else level
        self._finish(found, self._number(element, item, found, level), level)

    def _number(self, element: Element, item: _Item | None, found: Style, level: int) -> str:
        written = element.find(text("number"))
        start = integer(element.get(text("start-value")))
        if item is not None:
            if item.used or element.get(text("is-list-header")) == "true":
                return ""
            item.used = True
            return self._lists.number(item.counter, item.style, item.level, item.start)
        if written is not None and written.text:
            return written.text.strip()
        if element.tag == names.H and element.get(text("is-list-header")) != "true" and not found.list_name:
            return self._lists.heading(level, start)
        return ""

    def _finish(self, found: Style, number: str, level: int) -> None:
        shown = "".join(self._open.pieces)
        place = self._place
        part: Part = "table" if place.cell is not None and place.part == "body" else place.part
        whole = with_number(number, shown)
        first = len(whole) - len(shown)
        self._comments.anchors.paragraph(len(self._collector.paragraphs), first, len(whole), self._open.marks)
        self._collector.add(whole, part=part, number=number, level=max(level, 0), style=found.name, cell=place.cell)
        self._hang()

    def _hang(self) -> None:
        """Read what hangs on the paragraph that ended: text boxes, then notes."""
        boxes, self._open.boxes = self._open.boxes, []
        notes, self._open.notes = self._open.notes, []
        inner = self._place.part in ("note", "comment")
        waiting = self._comments.anchors.aside()
        for box in boxes:
            self._story(list(box), _Place(self._place.part if inner else "textbox"))
        for note in notes:
            self._story(list(note), _Place("note"))
        self._comments.anchors.resume(waiting)

    def _list(self, element: Element, outer: _Item | None) -> None:
        style_name = element.get(names.STYLE_NAME) or (outer.style if outer is not None else "")
        level = 1 if outer is None else outer.level + 1
        counter = self._lists.begin(element, style_name) if outer is None else outer.counter
        for child in element:
            if child.tag == text("list-item"):
                item = _Item(counter, style_name, level, integer(child.get(text("start-value"))), used=False)
                self._blocks(child, item)
            elif child.tag == text("list-header"):
                self._blocks(child, _Item(counter, style_name, level))

    def _table(self, element: Element) -> None:
        rows = list(_rows(element))
        cells = [cell for row, _count in rows for cell in row]
        if len(cells) == 1 and cells[0].tag == table("table-cell"):
            # A table of one cell is a frame around text.
            self._blocks(cells[0], None)
            return
        number = self._collector.table()
        outer, index = self._place, 0
        for row, count in rows:
            shown = any(words.strip() for cell in row for words in cell.itertext())
            for _copy in range(min(count, limits.SPAN) if shown else 1):
                self._row(row, replace(outer, cell=(number, index, 0)))
                index += 1
            index += 0 if shown else min(count, limits.TABLE_CELLS) - 1
        self._place = outer

    def _row(self, row: list[Element], place: _Place) -> None:
        column = 0
        number, index, _ = place.cell or (0, 0, 0)
        for cell in row:
            count = integer(cell.get(table("number-columns-repeated"))) or 1
            shown = any(words.strip() for words in cell.itertext())
            if cell.tag == table("table-cell"):
                for copy in range(min(count, limits.SPAN) if shown else 1):
                    self._story(list(cell), replace(place, cell=(number, index, column + copy)))
            column += min(count, limits.TABLE_CELLS)

    def _change(self, element: Element) -> None:
        if not self._original:
            return
        key = element.get(text("change-id"), "")
        if element.tag == text("change-start") and key in self._changes.insertions:
            self._inserting = True
        elif element.tag == text("change-end") and key in self._changes.insertions:
            self._inserting = False
        elif element.tag == text("change") and not self._inserting:
            for number, deleted in enumerate(self._changes.deletions.get(key, ())):
                if number:
                    self._finish(Style(), "", 0)
                    self._open = _Open()
                self._inline(deleted)

    def _inline(self, element: Element) -> None:
        self._add(element.text)
        for child in element:
            self._inner(child)
            self._add(child.tail)

    def _inner(self, element: Element) -> None:
        tag = element.tag
        handler = self._INNER.get(tag)
        if handler is not None:
            handler(self, element)
        elif tag in _SHAPES:
            self._drawing(element)
        elif tag not in _SKIPPED:
            self._inline(element)

    def _span(self, element: Element) -> None:
        if self._styles.get("text", element.get(names.STYLE_NAME)).hidden:
            self._tally.hidden += any(words.strip() for words in element.itertext())
            return
        self._inline(element)

    def _add(self, raw: str | None) -> None:
        if not raw or self._inserting:
            return
        current = self._open
        shown = _BLANKS.sub(" ", raw)
        if current.blank:
            shown = shown.removeprefix(" ")
        if shown:
            current.pieces.append(shown)
            current.blank = shown.endswith(" ")

    def _literal(self, characters: str) -> None:
        if not self._inserting:
            self._open.pieces.append(characters)
            self._open.blank = False

    def _spaces(self, element: Element) -> None:
        count = integer(element.get(text("c")))
        self._literal(" " * min(max(1 if count is None else count, 0), limits.SPAN))

    def _tab(self, _element: Element) -> None:
        self._literal("\t")

    def _break(self, _element: Element) -> None:
        self._literal("\n")

    def _note(self, element: Element) -> None:
        if not self._inserting:
            self._open.notes += element.findall(text("note-body"))

    def _comment(self, element: Element) -> None:
        if not self._inserting:
            self._open.marks += self._comments.begin(element, self._open.length)

    def _comment_end(self, element: Element) -> None:
        self._open.marks += self._comments.end(element, self._open.length)

    def _drawing(self, element: Element) -> None:
        """Gather the text boxes of a drawing and count what else it shows."""
        if self._inserting:
            return
        waiting = [element]
        while waiting:
            inner = waiting.pop()
            if inner.tag == draw("text-box") or (inner.tag in _SHAPES and inner.find(names.P) is not None):
                self._open.boxes.append(inner)
                continue
            if inner.tag in (draw("object"), draw("object-ole"), draw("plugin"), draw("applet")):
                self._tally.objects += 1
                return  # the picture beside it shows the same
            self._tally.pictures += inner.tag == draw("image")
            waiting.extend(reversed(inner))

    _INNER: ClassVar[dict[str, Callable[["Walker", Element], None]]] = {
        text("span"): _span,
        text("s"): _spaces,
        text("tab"): _tab,
        text("line-break"): _break,
        text("note"): _note,
        names.ANNOTATION: _comment,
        names.ANNOTATION_END: _comment_end,
        draw("frame"): _drawing,
        draw("g"): _drawing,
        text("change"): _change,
        text("change-start"): _change,
        text("change-end"): _change,
    }


def _rows(element: Element) -> list[tuple[list[Element], int]]:
    """Give the rows of a table as their cells, with how often each is repeated."""
    found: list[tuple[list[Element], int]] = []
    waiting = list(reversed(element))
    while waiting:
        child = waiting.pop()
        if child.tag == table("table-row"):
            cells = [cell for cell in child if cell.tag in (table("table-cell"), table("covered-table-cell"))]
            found.append((cells, max(integer(child.get(table("number-rows-repeated"))) or 1, 1)))
        elif child.tag in (table("table-header-rows"), table("table-rows"), table("table-row-group")):
            waiting.extend(reversed(child))
    return found

"""A page as blocks of text in reading order, each knowing what speaks for and against its being the plan's own."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar, Final

from lxml import etree

from drafter.documents import limits
from drafter.documents.collect import too_many_cells
from drafter.documents.html import lines, style
from drafter.documents.html.numbers import ListNumbers, is_numbered
from drafter.documents.html.tables import Grid, is_data
from drafter.documents.html.tree import too_large
from drafter.documents.report import Tally
from drafter.documents.view import View
from drafter.documents.xml import Element
from drafter.model import Part

_BLANKS: Final = re.compile(r"[\s\u200b]+")
_MOST: Final = 0.6
_ARTICLE: Final = 200
_PREFORMATTED: Final = frozenset({"pre", "listing", "xmp", "plaintext"})


@dataclass(slots=True)
class Block:
    """A block of text: a paragraph, a heading, a cell's paragraph.

    Attributes:
        text: what it shows; breaks that end a paragraph are not cut yet.
        element: the innermost element with lines of its own around it.
        part: the part of the document.
        level: outline level, 0 for none.
        number: the list number that the browser or Word computes.
        cell: its place in a table of data.
        linked: how many of its characters lead to other pages.
        links: how many links stand in it.
        furniture: whether it stands in what the site calls a menu, footer and the like.
        item: whether it stands in a list.
    """

    text: str
    element: Element
    part: Part = "body"
    level: int = 0
    number: str = ""
    cell: tuple[int, int, int] | None = None
    linked: int = 0
    links: int = 0
    furniture: bool = False
    item: bool = False


@dataclass(slots=True)
class _Open:
    """The block that is being gathered."""

    pieces: list[str] = field(default_factory=list)
    number: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0


def plain(text: str) -> str:
    """Give a block's text without blanks and breaks."""
    return _BLANKS.sub("", text.replace(lines.BREAK, ""))


class BlockReader:
    """Walks a page once, without recursion.

    Attributes:
        blocks: the blocks found.
        spans: for each element with lines of its own, its first block and the one after its last.
        pictures: for each picture the number of blocks before it.
    """

    def __init__(self, view: View, tally: Tally, name: str = "") -> None:
        self._name = name
        self._characters = self._breaks = 0
        self.blocks: list[Block] = []
        self.spans: dict[Element, tuple[int, int]] = {}
        self.pictures: list[int] = []
        self._skipped_change = "del" if view == "final" else "ins"
        self._tally = tally
        self._root: Element | None = None
        self._unveiled = False
        self._open = _Open()
        self._within: list[Element] = []
        self._lists = ListNumbers()
        self._item_numbers: list[str] = []
        self._grids: list[Grid] = []
        self._tables = 0
        self._depth = {"a": 0, "furniture": 0, "note": 0, "comment": 0, "pre": 0, "li": 0, "number": 0}
        self._entered: dict[Element, list[str]] = {}

    def read(self, root: Element) -> None:
        """Read a page's tree into `blocks`.

        Raises:
            UnreadableError: it shows more, or holds larger tables, than a page does.
        """
        self._root = root
        walk = etree.iterwalk(root, events=("start", "end"))
        skipped: Element | None = None
        for event, element in walk:
            if event == "start":
                if self._is_left_out(element):
                    walk.skip_subtree()
                    skipped = element
                else:
                    self._start(element)
                    self._add(element.text)
            else:
                if element is skipped:
                    skipped = None
                else:
                    self._end(element)
                self._add(element.tail)
        self._flush()

    def _is_left_out(self, element: Element) -> bool:
        tag = element.tag
        if tag in style.SKIPPED:
            self._tally.objects += tag in style.OBJECTS
            return True
        if style.is_hidden(element) and not self._is_shown_by_script(element):
            self._tally.hidden += any(text.strip() for text in element.itertext())
            return True
        if tag in ("ins", "del"):
            self._tally.revisions += 1
            return tag == self._skipped_change
        if tag == "math":
            self._tally.equations += 1
        return style.is_running(element) or style.is_note_mark(element)

    def _is_shown_by_script(self, element: Element) -> bool:
        """Tell whether most of the page is hidden here: a script would show it, once its pictures are loaded."""
        if self._unveiled:
            return False
        inside = _length(element)
        self._unveiled = inside > _ARTICLE and inside > _length(self._root) * _MOST
        return self._unveiled

    def _start(self, element: Element) -> None:
        tag = element.tag
        if tag in style.BLOCKS:
            self._flush()
            self._within.append(element)
            self.spans[element] = (len(self.blocks), len(self.blocks))
        for name in self._names(element):
            self._depth[name] += 1
            self._entered.setdefault(element, []).append(name)
        self._open.links += tag == "a"
        handler = self._STARTS.get(tag)
        if handler is not None:
            handler(self, element)

    def _names(self, element: Element) -> list[str]:
        """Give what begins with an element that its whole inside takes part in."""
        tag = element.tag
        found = []
        if tag == "a" and style.leads_away(element):
            found.append("a")
        if tag in _PREFORMATTED:
            found.append("pre")
        if tag == "li":
            found.append("li")
        if style.is_furniture(element):
            found.append("furniture")
        if style.is_note(element):
            found.append("note")
        if style.is_comment(element):
            found.append("comment")
        if style.is_list_number(element):
            found.append("number")
        return found

    def _end(self, element: Element) -> None:
        tag = element.tag
        if tag in style.BLOCKS:
            self._flush()
            self._within.pop()
            self.spans[element] = (self.spans[element][0], len(self.blocks))
        handler = self._ENDS.get(tag)
        if handler is not None:
            handler(self, element)
        for name in self._entered.pop(element, ()):
            self._depth[name] -= 1

    def _start_break(self, _element: Element) -> None:
        self._open.pieces.append(lines.BREAK)

    def _start_image(self, _element: Element) -> None:
        if not self._depth["furniture"] and not self._depth["a"]:
            self.pictures.append(len(self.blocks))

    def _start_list(self, element: Element) -> None:
        self._lists.start(element)

    def _end_list(self, _element: Element) -> None:
        self._lists.end()

    def _start_item(self, element: Element) -> None:
        self._item_numbers.append(self._lists.item(element))

    def _end_item(self, _element: Element) -> None:
        self._item_numbers.pop()

    def _start_table(self, element: Element) -> None:
        number = None
        if is_data(element):
            number, self._tables = self._tables, self._tables + 1
        self._grids.append(Grid(number))

    def _end_table(self, _element: Element) -> None:
        self._grids.pop()

    def _start_row(self, _element: Element) -> None:
        if self._grids:
            self._grids[-1].start_row()

    def _start_cell(self, element: Element) -> None:
        if self._grids:
            grid = self._grids[-1]
            grid.start_cell(element)
            if grid.cells > limits.TABLE_CELLS:
                raise too_many_cells(self._name)
            if grid.width > limits.COLUMNS:
                raise too_large(self._name)

    def _end_cell(self, element: Element) -> None:
        if not self._grids:
            return
        if self._grids[-1].cell is not None and self.spans[element][0] == len(self.blocks):
            # An empty cell is a cell all the same.
            self.blocks.append(self._block("", element, ""))
        self._grids[-1].end_cell()

    def _start_quote(self, _element: Element) -> None:
        self._add("“")

    def _end_quote(self, _element: Element) -> None:
        self._add("”")

    def _add(self, text: str | None) -> None:
        if not text:
            return
        self._characters += len(text)
        if self._depth["pre"]:
            self._breaks += text.count("\n") + text.count("\r")
        if self._characters > limits.HTML_CHARACTERS or self._breaks > limits.HTML_TAGS:
            raise too_large(self._name)
        current = self._open
        if self._depth["number"]:
            current.number.append(text)
        elif self._depth["pre"]:
            current.pieces.append(lines.preformatted(text))
        else:
            current.pieces.append(text)
        if self._depth["a"]:
            current.linked += len("".join(text.split()))

    def _flush(self) -> None:
        current = self._open
        if not current.pieces and not current.number:
            return
        self._open = _Open()
        raw = "".join(current.pieces)
        text = raw if self._depth["pre"] else lines.collapsed(raw)
        if not lines.paragraphs(text) and not current.number:
            return
        number = lines.collapsed("".join(current.number)).strip("\u00a0\u3000 ")
        if not number and self._item_numbers and self._item_numbers[-1] and not self._in_part():
            # The first block of an item is the one with the number.
            number, self._item_numbers[-1] = self._item_numbers[-1], ""
            number = "" if is_numbered(text) else number
        element = self._within[-1] if self._within else None
        if element is None:
            return
        block = self._block(text, element, number)
        block.linked, block.links = current.linked, current.links
        self.blocks.append(block)

    def _in_part(self) -> bool:
        """Tell whether a list outside only lays out what stands here: a table's cell, a note, a comment."""
        return self._grid_cell() is not None or self._depth["note"] > 0 or self._depth["comment"] > 0

    def _grid_cell(self) -> tuple[int, int, int] | None:
        return self._grids[-1].cell if self._grids else None

    def _block(self, text: str, element: Element, number: str) -> Block:
        cell = self._grid_cell()
        part: Part = "body" if cell is None else "table"
        if self._depth["comment"]:
            part = "comment"
        elif self._depth["note"]:
            part = "note"
        heading = element if cell is None else None
        return Block(
            text=text,
            element=element,
            part=part,
            level=0 if heading is None else _level(heading),
            number=number,
            cell=cell,
            furniture=self._depth["furniture"] > 0,
            item=self._depth["li"] > 0,
        )

    _STARTS: ClassVar[dict[str, Callable[["BlockReader", Element], None]]] = {
        "br": _start_break,
        "img": _start_image,
        "ol": _start_list,
        "ul": _start_list,
        "li": _start_item,
        "table": _start_table,
        "tr": _start_row,
        "td": _start_cell,
        "th": _start_cell,
        "q": _start_quote,
    }
    _ENDS: ClassVar[dict[str, Callable[["BlockReader", Element], None]]] = {
        "ol": _end_list,
        "ul": _end_list,
        "li": _end_item,
        "table": _end_table,
        "td": _end_cell,
        "th": _end_cell,
        "q": _end_quote,
    }


def _level(element: Element) -> int:
    """Give the level of the heading that an element is, or stands in at once."""
    level = style.heading_level(element)
    parent = element.getparent()
    return level or (style.heading_level(parent) if parent is not None else 0)


def _length(element: Element | None) -> int:
    """Count the characters that a page's element shows or hides."""
    found = 0
    if element is not None:
        walk = etree.iterwalk(element, events=("start",))
        for _event, inner in walk:
            if inner.tag in style.SKIPPED:
                walk.skip_subtree()
            else:
                found += len((inner.text or "").strip())
            if inner is not element:
                found += len((inner.tail or "").strip())
    return found

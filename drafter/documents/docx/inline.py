"""The visible text of one paragraph: the one place where it is decided what counts as text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Final, Literal

from drafter.documents.docx import names
from drafter.documents.docx.comments import MARKS, Mark, marks_within, read_mark
from drafter.documents.docx.names import w
from drafter.documents.docx.styles import Styles
from drafter.documents.docx.symbols import REPLACEMENT, symbol, with_symbols
from drafter.documents.docx.xml import child_value, chosen, switch
from drafter.documents.report import Tally
from drafter.documents.view import View
from drafter.documents.xml import Element, integer
from drafter.model import Run

NoteKind = Literal["footnote", "endnote"]

_WHITE: Final = "FFFFFF"
_TINY: Final = 4  # half-points
_RISKY_FIELDS: Final = frozenset({"DDE", "DDEAUTO", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "MACROBUTTON"})
_BLANKS: Final = " \t\r\n"
_LINE_ENDS: Final = str.maketrans("\r\n", "  ")


@dataclass(slots=True)
class Content:
    """What one paragraph shows, gathered piece by piece.

    Attributes:
        pieces: the text in pieces.
        length: their length together.
        runs: the source's own cuts.
        text_boxes: contents of text boxes anchored in it.
        notes: notes it refers to, with their ids.
        marks: where comments begin, end and are referred to.
        hidden: whether something in it was left out as hidden.
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[Run] = field(default_factory=list)
    text_boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[NoteKind, str]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    hidden: bool = False

    @property
    def empty(self) -> bool:
        """Whether it shows nothing and nothing hangs on it."""
        return not (self.length or self.text_boxes or self.notes)

    def add(self, text: str) -> None:
        """Append a piece of text."""
        if text:
            self.pieces.append(text)
            self.length += len(text)


class InlineReader:
    """Reads the paragraphs of one story (body, note, text box) in order.

    Fields may begin in one paragraph and end in another, so a reader must see its whole story and nothing else.
    """

    def __init__(self, part: str, view: View, styles: Styles, tally: Tally) -> None:
        """Prepare for one story.

        Args:
            part: the part of the package it stands in.
            view: tracked changes accepted ("final") or rejected ("original").
            styles: the document's styles.
            tally: where to count what is skipped.
        """
        self._part = part
        self._view = view
        self._styles = styles
        self._tally = tally
        self._skipped = names.DELETED if view == "final" else names.INSERTED
        self._fields: list[Literal["code", "result"]] = []
        self._hidden_style = False
        self._content = Content()

    def visible_text(self, paragraph: Element, properties: Element | None, content: Content) -> None:
        """Read one paragraph.

        Args:
            paragraph: the `w:p`.
            properties: its properties as the view has them.
            content: what it shows is appended here; not empty where paragraphs are joined.
        """
        style = self._styles.paragraph(child_value(properties, w("pStyle")))
        self._hidden_style = style.hidden or self._styles.hidden_by_default
        self._content = content
        self._walk(paragraph)
        # A field code that is never closed must not swallow the rest of the document.
        while self._fields and self._fields[-1] == "code":
            self._fields.pop()

    def _walk(self, container: Element) -> None:
        for child in container:
            tag = child.tag
            if tag == names.R:
                self._run(child)
            elif tag in names.INSERTED or tag in names.DELETED:
                self._tally.revisions += 1
                if tag not in self._skipped:
                    self._walk(child)
                else:
                    self._pass_over(child)
            elif tag in _WRAPPERS:
                self._walk(child)
            else:
                self._special(child)

    def _special(self, child: Element) -> None:
        tag = child.tag
        if tag == names.SDT:
            if (inner := sdt_content(child)) is not None:
                self._walk(inner)
            else:
                self._pass_over(child)
        elif tag in MARKS:
            self._content.marks.append(read_mark(child, self._content.length))
        elif tag == w("fldSimple"):
            self._count_field(child.get(w("instr"), ""))
            self._walk(child)
        elif tag == names.ALTERNATE:
            if (branch := chosen(child)) is not None:
                self._walk(branch)
        elif tag in (names.MATH, names.MATH_BLOCK):
            self._equation(child)
        elif tag in _ANCHORS:
            # Only the branches of alternatives hold them outside a run.
            self._anchor(child)

    def _pass_over(self, element: Element) -> None:
        """Leave an element out, but not the places of comments in it."""
        self._content.marks.extend(marks_within(element, self._content.length))

    def _equation(self, element: Element) -> None:
        if self._shown():
            self._tally.equations += 1
            self._content.add("".join(text.text or "" for text in element.iter(names.MATH_TEXT)))

    def _shown(self) -> bool:
        return "code" not in self._fields

    def _run(self, run: Element) -> None:
        properties = self._properties(run)
        hidden = self._is_hidden(run, properties)
        content, start = self._content, self._content.length
        for child in run:
            self._in_run(child, properties, hidden=hidden)
        if content.length > start:
            content.runs.append(Run(start, content.length, f"{self._part}#{run.get(names.RUN_INDEX)}"))
            if properties is not None and _is_faint(properties):
                self._tally.faint += 1

    def _properties(self, element: Element) -> Element | None:
        """Give a run's properties, in the original view those before a tracked change of formatting."""
        properties = element.find(names.R_PR)
        if self._view == "original" and properties is not None:
            before = properties.find(f"{w('rPrChange')}/{names.R_PR}")
            return properties if before is None else before
        return properties

    def _is_hidden(self, run: Element, properties: Element | None) -> bool:
        hidden = switch(properties, w("vanish")) if properties is not None else None
        if hidden is None:
            style_id = child_value(properties, w("rStyle")) if properties is not None else None
            hidden = self._hidden_style or (style_id is not None and self._styles.get(style_id).hidden)
        web = properties is not None and bool(switch(properties, w("webHidden")))
        if not hidden and not web:
            return False
        if self._shown() and next(run.iter(names.T, w("sym"), names.TEXT_BOX), None) is not None:
            self._content.hidden = True
            if hidden:
                self._tally.hidden += 1
            else:
                self._tally.web_hidden += 1
        return True

    def _in_run(self, child: Element, properties: Element | None, *, hidden: bool) -> None:
        tag = child.tag
        if tag == w("fldChar"):
            self._field_mark(child)
            return
        if tag == w("instrText"):
            self._count_field(child.text or "")
            return
        if tag in MARKS:
            self._content.marks.append(read_mark(child, self._content.length))
            return
        if hidden or not self._shown():
            return
        if tag == names.T or (tag == w("delText") and self._view == "original"):
            self._content.add(_literal(child, properties))
        elif (fixed := _CHARACTERS.get(tag)) is not None:
            self._content.add(fixed)
        elif (handler := self._IN_RUN.get(tag)) is not None:
            handler(self, child, properties)

    def _field_mark(self, mark: Element) -> None:
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            self._fields.append("code")
        elif self._fields and kind == "separate":
            self._fields[-1] = "result"
        elif self._fields and kind == "end":
            self._fields.pop()

    def _count_field(self, instruction: str) -> None:
        words = instruction.split(maxsplit=1)
        if words and words[0].upper() in _RISKY_FIELDS:
            self._tally.risky_fields += 1

    def _break(self, child: Element, _properties: Element | None) -> None:
        if child.get(w("type"), "textWrapping") == "textWrapping":
            self._content.add("\n")

    def _symbol(self, child: Element, _properties: Element | None) -> None:
        try:
            code = int(child.get(w("char"), ""), 16)
        except ValueError:
            code = -1
        char = symbol(child.get(w("font"), ""), code)
        if char == REPLACEMENT:
            self._tally.symbols += 1
        self._content.add(char)

    def _ruby(self, child: Element, _properties: Element | None) -> None:
        # The base is the text; what stands above it only tells how to say it.
        for base in child.iterchildren(w("rubyBase")):
            self._walk(base)

    def _footnote(self, child: Element, _properties: Element | None) -> None:
        self._content.notes.append(("footnote", child.get(names.ID, "")))

    def _endnote(self, child: Element, _properties: Element | None) -> None:
        self._content.notes.append(("endnote", child.get(names.ID, "")))

    def _alternate(self, child: Element, properties: Element | None) -> None:
        branch = chosen(child)
        for inner in () if branch is None else branch:
            self._in_run(inner, properties, hidden=False)

    def _anchor(self, child: Element, _properties: Element | None = None) -> None:
        """Gather the text boxes of a drawing and count what else it may show."""
        if child.tag == w("object"):
            self._tally.objects += 1
        for element in _reachable(child):
            if element.tag == names.TEXT_BOX:
                self._content.text_boxes.append(element)
            elif element.get("uri", "").rpartition("/")[2] in ("chart", "diagram", "chartex"):
                self._tally.drawings += 1

    _IN_RUN: ClassVar[dict[str, Callable[["InlineReader", Element, Element | None], None]]] = {
        w("br"): _break,
        w("sym"): _symbol,
        w("ruby"): _ruby,
        w("footnoteReference"): _footnote,
        w("endnoteReference"): _endnote,
        names.ALTERNATE: _alternate,
        w("drawing"): _anchor,
        w("pict"): _anchor,
        w("object"): _anchor,
    }


_WRAPPERS: Final = frozenset(w(name) for name in ("hyperlink", "smartTag", "customXml", "dir", "bdo"))
_ANCHORS: Final = frozenset(w(name) for name in ("drawing", "pict", "object"))
_CHARACTERS: Final = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
}


def sdt_content(control: Element) -> Element | None:
    """Give what a content control holds; None where it only shows its placeholder."""
    if switch(control.find(w("sdtPr")), w("showingPlcHdr")):
        return None
    return control.find(names.SDT_CONTENT)


def _literal(element: Element, properties: Element | None) -> str:
    text = element.text or ""
    if text and (text[0] in _BLANKS or text[-1] in _BLANKS) and element.get(names.XML_SPACE) != "preserve":
        # Word drops outer blanks that are not marked to stay.
        text = text.strip(_BLANKS)
    text = text.translate(_LINE_ENDS) if "\n" in text or "\r" in text else text
    if properties is not None and not text.isascii() and any("\uf020" <= char <= "\uf0ff" for char in text):
        fonts = properties.find(w("rFonts"))
        text = text if fonts is None else with_symbols(text, fonts.get(w("ascii"), ""))
    return text


def _is_faint(properties: Element) -> bool:
    """Tell whether letters are too small or too white to be seen, the ground being white."""
    size = integer(child_value(properties, w("sz")))
    if size is not None and size <= _TINY:
        return True
    white = (child_value(properties, w("color")) or "").upper() == _WHITE
    return white and properties.find(w("shd")) is None and properties.find(w("highlight")) is None


def _reachable(anchor: Element) -> Iterator[Element]:
    """Walk a drawing in document order, taking one branch of alternatives and staying out of text boxes' insides."""
    waiting = [anchor]
    while waiting:
        element = waiting.pop()
        if element.tag == names.ALTERNATE:
            branch = chosen(element)
            waiting.extend(() if branch is None else (branch,))
            continue
        yield element
        if element.tag != names.TEXT_BOX:
            waiting.extend(reversed(element))

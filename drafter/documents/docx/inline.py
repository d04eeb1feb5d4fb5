"""The visible text of one paragraph: the one place where it is decided what counts as text."""

import re
from collections.abc import Callable, Iterator
from typing import ClassVar, Final

from drafter.documents.docx import drawings, names
from drafter.documents.docx.comments import MARKS, marks_within, read_mark
from drafter.documents.docx.content import Content
from drafter.documents.docx.equations import linear
from drafter.documents.docx.fields import Fields
from drafter.documents.docx.names import w
from drafter.documents.docx.revisions import Revisions
from drafter.documents.docx.styles import Style, Styles, latin_font
from drafter.documents.docx.symbols import REPLACEMENT, is_symbol_font, symbol, with_symbols
from drafter.documents.docx.wrapping import control, holds_text
from drafter.documents.docx.xml import child_value, chosen, is_filled, switch
from drafter.documents.report import Tally
from drafter.documents.xml import Element, integer

_WHITE: Final = "FFFFFF"
_TINY: Final = 4  # half-points
_BLANKS: Final = " \t\r\n"
# Soft hyphens, blanks and joiners without width, byte order marks: they would part words and figures for a search.
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_LINE_ENDS: Final = str.maketrans("\r\n", "  ")


class InlineReader:
    """Reads the paragraphs of one story (body, note, text box) in order.

    Fields may begin in one paragraph and end in another, so a reader must see its whole story and nothing else.
    """

    def __init__(self, part: str, revisions: Revisions, styles: Styles, tally: Tally, *, paper: bool) -> None:
        """Prepare for one story.

        Args:
            part: the part of the package it stands in.
            revisions: which tracked changes are shown.
            styles: the document's styles.
            tally: where to count what is skipped.
            paper: whether the story stands on white paper, so that white letters are not seen.
        """
        self._part = part
        self._revisions = revisions
        self._styles = styles
        self._tally = tally
        self._paper = paper
        self._fields = Fields(tally)
        self._style = Style()
        self._content = Content()
        self._runs: Iterator[tuple[int, Element]] = iter(())
        self._on_paper = paper
        self._texts = frozenset({names.T, w("delText")} if w("del") not in revisions.skipped else {names.T})

    @property
    def in_code(self) -> bool:
        """Whether the paragraph ended within a field's code, so that its end is not shown."""
        return self._fields.in_code

    def visible_text(
        self, paragraph: Element, properties: Element | None, content: Content, *, prompt: bool = False
    ) -> None:
        """Read one paragraph.

        Args:
            paragraph: the `w:p`.
            properties: its properties as the view has them.
            content: what it shows is appended here; not empty where paragraphs are joined.
            prompt: whether its text is only the prompt of a form field, and nothing of it is taken.
        """
        if content is not self._content:
            self._fields.next_paragraph()
        self._style = self._styles.paragraph(child_value(properties, w("pStyle")))
        shading = None if properties is None else properties.find(w("shd"))
        self._on_paper = self._paper and not self._style.shaded and not is_filled(shading)
        self._content = content
        self._runs = enumerate(paragraph.iter(names.R), integer(paragraph.get(names.FIRST_RUN)) or 0)
        if prompt:
            self._pass_over(paragraph)
        else:
            self._walk(paragraph)

    def end_is_hidden(self, properties: Element | None) -> tuple[bool, bool]:
        """Tell whether the end of the paragraph that was read last is hidden text, and whether it says so itself.

        Args:
            properties: the paragraph's properties.
        """
        mark = None if properties is None else properties.find(names.R_PR)
        hidden = self._is_vanished(mark)
        return hidden, hidden and mark is not None and any(mark.find(tag) is not None for tag in _HIDING)

    def _pass_over(self, element: Element) -> None:
        """Leave an element out, but not the places of comments in it."""
        self._content.marks.extend(marks_within(element, self._content.length))

    def _walk(self, container: Element) -> None:
        for child in container:
            tag = child.tag
            if tag == names.R:
                self._run(child)
            elif tag in names.INSERTED or tag in names.DELETED:
                self._tally.revisions += 1
                if tag in self._revisions.skipped:
                    self._pass_over(child)
                else:
                    self._walk(child)
            elif tag in _WRAPPERS:
                self._walk(child)
            else:
                self._special(child)

    def _special(self, child: Element) -> None:
        tag = child.tag
        if tag in MARKS:
            self._content.marks.append(read_mark(child, self._content.length))
        elif tag == names.SDT:
            inner, prompt = control(child)
            if prompt:
                self._tally.prompts += 1
                self._pass_over(child)
            elif inner is not None:
                self._walk(inner)
        elif tag == w("fldSimple"):
            self._simple_field(child)
        elif tag == names.ALTERNATE:
            if (branch := chosen(child)) is not None:
                self._walk(branch)
        elif tag in (names.MATH, names.MATH_BLOCK):
            self._formula(child)
        elif tag in _ANCHORS:
            # Only the branches of alternatives hold them outside a run.
            self._anchor(child)
        elif tag == w("subDoc"):
            self._tally.foreign += 1
        elif len(child) and tag != names.P_PR and holds_text(child):
            self._tally.unknown += 1
            self._pass_over(child)

    def _simple_field(self, field: Element) -> None:
        start = self._content.length
        self._walk(field)
        shown = self._fields.simple(field.get(w("instr"), ""), resulted=self._content.length > start)
        self._content.compute(shown)

    def _formula(self, element: Element) -> None:
        if self._fields.in_code:
            return
        text = linear(element, self._revisions.skipped)
        if text:
            self._tally.formulas += 1
            self._content.compute(text)

    def _run(self, run: Element) -> None:
        properties = self._revisions.run_properties(run)
        hidden = self._is_hidden(run, properties)
        content, start = self._content, self._content.length
        first = len(content.runs)
        number = self._number(run)
        for child in run:
            self._in_run(child, properties, hidden=hidden)
        if content.length > start:
            content.end_run(start, first, f"{self._part}#{number}")
            if properties is not None and self._is_faint(properties):
                self._tally.faint += 1

    def _number(self, run: Element) -> int:
        """Give a run's number within its part; runs are asked for in the order in which they stand."""
        return next(number for number, one in self._runs if one is run)

    def _is_vanished(self, properties: Element | None) -> bool:
        if properties is not None:
            direct = switch(properties, w("vanish"))
            if direct is not None:
                return direct
            style_id = child_value(properties, w("rStyle"))
            if style_id is not None:
                # Of two styles that both hide, the one takes back what the other does.
                by_style = self._style.hidden != self._styles.get(style_id).hidden
                return self._styles.hidden_by_default or by_style
        return self._styles.hidden_by_default or self._style.hidden

    def _is_hidden(self, run: Element, properties: Element | None) -> bool:
        hidden = self._is_vanished(properties)
        web = properties is not None and bool(switch(properties, w("webHidden")))
        if not hidden and not web:
            return False
        if not self._fields.in_code and next(run.iter(*_TELLING), None) is not None:
            if hidden:
                self._tally.hidden += 1
            else:
                self._tally.web_hidden += 1
        return True

    def _in_run(self, child: Element, properties: Element | None, *, hidden: bool) -> None:
        tag = child.tag
        if tag == w("fldChar"):
            shown = self._fields.mark(child, self._content.length)
            self._content.compute("" if hidden else shown)
        elif tag in _CODES:
            self._fields.code(child.text or "")
        elif tag in MARKS:
            self._content.marks.append(read_mark(child, self._content.length))
        elif hidden or self._fields.in_code:
            return
        elif tag in self._texts:
            self._content.add(self._literal(child, properties))
        elif (fixed := _CHARACTERS.get(tag)) is not None:
            self._content.add(fixed)
        elif (handler := self._IN_RUN.get(tag)) is not None:
            handler(self, child, properties)

    def _literal(self, element: Element, properties: Element | None) -> str:
        text = element.text or ""
        if text and (text[0] in _BLANKS or text[-1] in _BLANKS) and element.get(names.XML_SPACE) != "preserve":
            # Word drops outer blanks that are not marked to stay.
            text = text.strip(_BLANKS)
        text = text.translate(_LINE_ENDS) if "\n" in text or "\r" in text else text
        font = self._font(properties)
        if is_symbol_font(font):
            shown = with_symbols(text, font)
            self._tally.symbols += shown.count(REPLACEMENT) > text.count(REPLACEMENT)
            text = shown
        return text if text.isascii() else _INVISIBLE.sub("", text)

    def _font(self, properties: Element | None) -> str:
        own = latin_font(properties)
        if own is None and properties is not None:
            style_id = child_value(properties, w("rStyle"))
            own = None if style_id is None else self._styles.get(style_id).font or None
        return self._style.font if own is None else own

    def _break(self, child: Element, _properties: Element | None) -> None:
        if child.get(w("type"), "textWrapping") == "textWrapping":
            self._content.add("\n")
        else:
            self._content.breaks = True

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
        self._content.shapes.extend(drawings.shapes(child, self._tally))

    def _unshown(self, _child: Element, _properties: Element | None) -> None:
        # Today's date or the page's number, which only the program that shows the document knows.
        self._tally.fields += 1

    def _is_faint(self, properties: Element) -> bool:
        """Tell whether letters are too small to be seen, or white on white paper."""
        size = integer(child_value(properties, w("sz")))
        if size is not None and size <= _TINY:
            return True
        white = self._on_paper and (child_value(properties, w("color")) or "").upper() == _WHITE
        return white and properties.find(w("shd")) is None and properties.find(w("highlight")) is None

    _IN_RUN: ClassVar[dict[str, Callable[["InlineReader", Element, Element | None], None]]] = {
        w("br"): _break,
        w("sym"): _symbol,
        w("ruby"): _ruby,
        w("footnoteReference"): _footnote,
        w("endnoteReference"): _endnote,
        names.ALTERNATE: _alternate,
        **dict.fromkeys((w("drawing"), w("pict"), w("object")), _anchor),
        **dict.fromkeys((w(kind + size) for kind in ("day", "month", "year") for size in ("Short", "Long")), _unshown),
        w("pgNum"): _unshown,
    }


_WRAPPERS: Final = frozenset(w(name) for name in ("hyperlink", "smartTag", "customXml", "dir", "bdo"))
_ANCHORS: Final = frozenset(w(name) for name in ("drawing", "pict", "object"))
_HIDING: Final = (w("vanish"), w("rStyle"))
_CODES: Final = frozenset({w("instrText"), w("delInstrText")})
# What a hidden run would show.
_TELLING: Final = (names.T, w("sym"), names.TEXT_BOX, w("footnoteReference"), w("endnoteReference"))
_CHARACTERS: Final = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
}

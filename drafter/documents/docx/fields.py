"""Fields: their code is not text, their result is; where the file holds none, Word may show what the code says."""

import re
import sys
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from drafter.documents.docx import bounds, eqfields, names
from drafter.documents.docx.names import w
from drafter.documents.docx.symbols import is_symbol_font, symbol
from drafter.documents.docx.xml import child_value, switch
from drafter.documents.report import Tally
from drafter.documents.xml import Element, integer

_RISKY: Final = frozenset({"DDE", "DDEAUTO", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "MACROBUTTON"})
# Marks for an index and the like, variables and questions: nothing is shown for them.
_SILENT: Final = frozenset(
    {"XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "ADVANCE", "NEXT", "NEXTIF", "SKIPIF", "FILLIN", "SHAPE", "EMBED"}
    | {"CONTROL", "HTMLCONTROL", "PRINT", "FORMTEXT", "HYPERLINK", "ADDIN"}
)
_MARK: Final = w("fldChar")
_SYMBOL: Final = re.compile(r"\s*(0x[0-9a-f]+|\d+)", re.IGNORECASE)
_FONT: Final = re.compile(r'\\f\s*(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_BYTE: Final = 0x100


@dataclass(slots=True)
class _Field:
    """A field that has begun.

    Attributes:
        start: length of the paragraph's text before it; a result in a later paragraph counts as shown anyway.
        form: the properties of a form field.
        code: its instruction in pieces.
        result: whether its result has begun.
        shown: whether its result spans paragraphs.
    """

    start: int
    form: Element | None
    code: list[str] = field(default_factory=list)
    result: bool = False
    shown: bool = False


@dataclass(slots=True)
class _Begun:
    """A field that has begun, looked at before anything is read.

    Attributes:
        mark: its first mark.
        paragraph: the paragraph it begins in, counted.
        code: whether its result has not begun.
    """

    mark: Element
    paragraph: int
    code: bool = True


class Fields:
    """The fields that have begun and not ended, in one story."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally
        self._open: list[_Field] = []

    @property
    def in_code(self) -> bool:
        """Whether what comes now is a field's code, not text."""
        return bool(self._open) and any(not one.result for one in self._open)

    def code(self, text: str) -> None:
        """Take a piece of a field's code."""
        if self._open and not self._open[-1].result:
            self._open[-1].code.append(text)

    def next_paragraph(self) -> None:
        """Note that the paragraph has ended within the fields that are open."""
        for one in self._open:
            one.shown = True

    def mark(self, element: Element, length: int) -> str:
        """Take a `w:fldChar`.

        Args:
            element: the mark.
            length: length of the paragraph's text so far.

        Returns:
            What Word shows for the field that ends here, where the file holds no result.
        """
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            if element.get(names.NEVER_ENDS) is None:
                self._open.append(_Field(length, element.find(w("ffData"))))
        elif self._open and kind == "separate":
            self._open[-1].result = True
        elif self._open and kind == "end":
            return self._ended(self._open.pop(), length)
        return ""

    def _ended(self, ended: _Field, length: int) -> str:
        instruction = "".join(ended.code)[: bounds.CODE]
        self.count(instruction)
        if self.in_code:
            return ""
        resulted = ended.result and (ended.shown or length > ended.start)
        word, _, rest = instruction.strip().partition(" ")
        if word.upper() == "FORMCHECKBOX" and ended.form is not None:
            return _checkbox(ended.form) if length == ended.start else ""
        return "" if resulted else self._computed(word.upper(), rest, ended)

    def _computed(self, word: str, rest: str, ended: _Field) -> str:
        if word.startswith("EQ"):
            text = eqfields.shown(rest)
            if text is not None:
                return text
        elif word == "FORMDROPDOWN" and ended.form is not None:
            return _chosen_entry(ended.form)
        elif word == "SYMBOL":
            return _symbol(rest)
        elif word in ("MACROBUTTON", "GOTOBUTTON"):
            return rest.strip().partition(" ")[2].strip()
        elif not word or word in _SILENT or ended.result:
            # An empty result is a result: a reference to nothing, a question not answered.
            return ""
        if word not in _RISKY:
            self._tally.fields += 1
        return ""

    def simple(self, instruction: str, *, resulted: bool) -> str:
        """Take a field that is one element; give what Word shows for it where the file holds no result."""
        self.count(instruction)
        word, _, rest = instruction[: bounds.CODE].strip().partition(" ")
        return "" if resulted or self.in_code else self._computed(word.upper(), rest, _Field(0, None))

    def count(self, instruction: str) -> None:
        """Count a field that would fetch or start something."""
        words = instruction.split(maxsplit=1)
        if words and words[0].upper() in _RISKY:
            self._tally.risky_fields += 1


def mark_unended(story: Element, skipped: Collection[str]) -> None:
    """Mark the fields of a story whose code is never ended, so that no text is taken for code.

    Such a field has no end, or words of a later paragraph stand in its code, where no program puts any.

    Args:
        story: the element that holds its blocks.
        skipped: elements around what the view does not show.
    """
    if next(story.iter(_MARK), None) is None:
        return
    begun: list[_Begun] = []
    paragraph = 0
    walk = etree.iterwalk(story, events=("start",), tag=(_MARK, names.P, names.T, *skipped))
    for _event, element in walk:
        if element.tag in skipped:
            walk.skip_subtree()
        elif element.tag == names.P:
            paragraph += 1
        elif element.tag == names.T:
            while begun and begun[-1].code and begun[-1].paragraph < paragraph and (element.text or "").strip():
                begun.pop().mark.set(names.NEVER_ENDS, "1")
        else:
            kind = element.get(w("fldCharType"))
            if kind == "begin":
                begun.append(_Begun(element, paragraph))
            elif begun and kind == "separate":
                begun[-1].code = False
            elif begun and kind == "end":
                begun.pop()
    for one in begun:
        one.mark.set(names.NEVER_ENDS, "1")


def _checkbox(form: Element) -> str:
    box = form.find(w("checkBox"))
    checked = switch(box, w("checked"))
    return "☒" if (switch(box, w("default")) if checked is None else checked) else "☐"


def _chosen_entry(form: Element) -> str:
    choices = form.find(w("ddList"))
    if choices is None:
        return ""
    chosen = integer(child_value(choices, w("result")) or child_value(choices, w("default"))) or 0
    entries = [entry.get(names.VAL, "") for entry in choices.iterchildren(w("listEntry"))]
    return entries[chosen] if 0 <= chosen < len(entries) else ""


def _symbol(rest: str) -> str:
    code = _SYMBOL.match(rest)
    if code is None:
        return ""
    value = int(code[1], 0) if code[1].lower().startswith("0x") else int(code[1])
    font = _FONT.search(rest)
    name = "" if font is None else font[1] or font[2] or ""
    if is_symbol_font(name):
        return symbol(name, value)
    if value < _BYTE and "\\u" not in rest.lower():
        return bytes([value]).decode("cp1252", errors="replace")
    return chr(value) if value <= sys.maxunicode and chr(value).isprintable() else ""

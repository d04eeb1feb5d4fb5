"""Runs: stretches of text with one look."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import Final

from drafter.exports.characters import legal
from drafter.exports.difference import Kind
from drafter.exports.docx.xml import XML_SPACE, Element, add, element, value
from drafter.model import Side

LATIN: Final = "Times New Roman"
SONG: Final = "宋体"


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks where its style doesn't say it.

    Attributes:
        side: the language of the text.
        east: the font of Chinese characters.
        latin: the font of Latin letters and figures.
        bold: whether it is bold; None leaves it to the style.
    """

    side: Side
    east: str = SONG
    latin: str = LATIN
    bold: bool | None = None


def run(text: str, look: Look, kind: Kind = "equal") -> Element:
    """Make a run; deleted text has an element of its own, which nobody takes for text that stands."""
    made = element("r", copy(_properties(look)))
    for name, content in _parts(legal(text)):
        child = add(made, _DELETED.get(name, name) if kind == "delete" else name)
        if name == "t":
            child.text = content
            if content != content.strip() or "  " in content:
                child.set(XML_SPACE, "preserve")
    return made


_DELETED: Final = {"t": "delText"}


@cache
def _properties(look: Look) -> Element:
    """Write all four font slots, so that no theme or default decides; Chinese marks need the hint to be full width."""
    hint = {"hint": "eastAsia"} if look.side == "zh" else {}
    properties = element(
        "rPr", element("rFonts", **hint, ascii=look.latin, hAnsi=look.latin, eastAsia=look.east, cs=look.latin)
    )
    if look.bold is not None:
        switch = {} if look.bold else {"val": "0"}
        properties.extend((element("b", **switch), element("bCs", **switch)))
    return properties


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Cut text at tabs and line breaks, which are elements in Word."""
    start = 0
    for index, character in enumerate(text):
        if character in "\t\n":
            if start < index:
                yield "t", text[start:index]
            yield ("tab" if character == "\t" else "br"), ""
            start = index + 1
    if start < len(text):
        yield "t", text[start:]


def field(code: str, shown: str, look: Look) -> list[Element]:
    """Make the runs of a field that the word processor computes, such as a page number."""
    made = []
    for kind in ("begin", "", "separate", "shown", "end"):
        piece = element("r", copy(_properties(look)))
        if kind == "shown":
            add(piece, "t").text = shown
        elif kind:
            add(piece, "fldChar", fldCharType=kind)
        else:
            instruction = add(piece, "instrText")
            instruction.text = f" {code} "
            instruction.set(XML_SPACE, "preserve")
        made.append(piece)
    return made


def reference(comment: int) -> Element:
    """Make the run that carries a comment's mark."""
    return element("r", element("rPr", value("rStyle", "CommentReference")), element("commentReference", id=comment))

"""Runs of a Word file, cut and put together by the characters that they show.

What a run shows is what the reader of Word files takes from it, see `drafter.documents.docx.inline`; everything else in
it (a picture, the mark of a footnote, an end of a field) has no width here, and is never deleted.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml import etree

from drafter.documents.docx.names import R_PR, XML_SPACE, T, w
from drafter.documents.xml import Element
from drafter.exports.characters import legal
from drafter.exports.docx.xml import element

_BLANKS: Final = " \t\r\n"
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_SINGLE: Final = frozenset({w("tab"), w("ptab"), w("cr"), w("noBreakHyphen"), w("sym")})
_RAISED: Final = w("vertAlign")
_FIELD: Final = w("fldChar")


@dataclass(frozen=True, slots=True)
class _Atom:
    """A character that a run shows: a child of its own, or one of those of a `w:t`.

    Attributes:
        child: the element.
        index: the character's place in the element's text; -1 where the element is the character.
    """

    child: Element
    index: int = -1


def atoms(run: Element) -> list[_Atom]:
    """Give the characters that a run shows, in order."""
    found: list[_Atom] = []
    for child in run:
        if child.tag == T:
            found += (_Atom(child, index) for index in _shown(child))
        elif child.tag in _SINGLE or (child.tag == w("br") and child.get(w("type"), "textWrapping") == "textWrapping"):
            found.append(_Atom(child))
    return found


def _shown(element: Element) -> Iterator[int]:
    text = element.text or ""
    start, end = 0, len(text)
    if element.get(XML_SPACE) != "preserve":
        start = len(text) - len(text.lstrip(_BLANKS))
        end = len(text.rstrip(_BLANKS))
    return (index for index in range(start, end) if not _INVISIBLE.match(text[index]))


def cut(run: Element, at: int) -> Element:
    """Cut a run behind so many characters.

    Args:
        run: the run; it keeps what stands before the cut.
        at: more than none of its characters, and fewer than all.

    Returns:
        The run behind it, which has the same look.
    """
    first = atoms(run)[at]
    rest = like(run)
    following = list(first.child.itersiblings())
    if first.index >= 0:
        text, index = first.child.text or "", first.index
        if first.child.get(XML_SPACE) != "preserve":  # its outer blanks don't show, and must not from now on
            index -= len(text) - len(text.lstrip(_BLANKS))
            text = text.strip(_BLANKS)
        behind = deepcopy(first.child)
        first.child.text, behind.text = text[:index], text[index:]
        for one in (first.child, behind):
            one.set(XML_SPACE, "preserve")
        rest.append(behind)
        if not first.child.text:
            run.remove(first.child)
    else:
        rest.append(first.child)
    rest.extend(following)
    run.addnext(rest)
    return rest


def like(run: Element) -> Element:
    """Make an empty run of the same look."""
    made = element("r")
    properties = run.find(R_PR)
    if properties is not None:
        made.append(deepcopy(properties))
    return made


def is_raised(run: Element) -> bool:
    """Tell whether a run stands above or below the line, as the 2.5 of PM2.5 may."""
    properties = run.find(R_PR)
    return properties is not None and properties.find(_RAISED) is not None


def on_the_line(run: Element) -> None:
    """Put a run on the line."""
    properties = run.find(R_PR)
    raised = None if properties is None else properties.find(_RAISED)
    if properties is not None and raised is not None:
        properties.remove(raised)


def write(run: Element, text: str) -> None:
    """Write a text at the end of a run; tabs and line breaks are elements of their own."""
    for part in re.split("([\t\n])", legal(text)):
        if part in ("\t", "\n"):
            etree.SubElement(run, w("tab" if part == "\t" else "br"))
        elif part:
            child = etree.SubElement(run, T)
            child.text = part
            child.set(XML_SPACE, "preserve")


def has_marks(run: Element) -> bool:
    """Tell whether a field begins, shows its result, or ends in a run."""
    return run.find(_FIELD) is not None


def marks(run: Element) -> list[int]:
    """Give the places within what a run shows where a field begins, shows its result, or ends."""
    shown = atoms(run)
    children = list(run)
    at = {child: sum(children.index(atom.child) < index for atom in shown) for index, child in enumerate(children)}
    return [place for child, place in at.items() if child.tag == _FIELD and 0 < place < len(shown)]


def take_out(run: Element) -> None:
    """Part what a run shows from all else in it, which stays whatever becomes of the words, before or behind them."""
    shown = {atom.child for atom in atoms(run)}
    first = next((index for index, child in enumerate(run) if child in shown), 0)
    silent = [(index < first, child) for index, child in enumerate(run) if child not in shown]
    silent = [(ahead, child) for ahead, child in silent if child.tag not in (R_PR, T)]
    for before in (True, False):
        if held := [child for ahead, child in silent if ahead is before]:
            rest = like(run)
            rest.extend(held)
            if before:
                run.addprevious(rest)
            else:
                run.addnext(rest)

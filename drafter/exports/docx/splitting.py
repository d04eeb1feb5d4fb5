"""Runs cut where their look changes within."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Final

from drafter.exports.docx.xml import XML_SPACE, Element, W

_TEXTS: Final = (f"{W}t", f"{W}delText")
_SINGLE: Final = (f"{W}tab", f"{W}br")


def text_of(run: Element) -> str:
    """Give the text of a run, of a deleted one too; a tab or break is one character."""
    return "".join(map(_characters, run))


def visible(paragraph: Element) -> str:
    """Give the text that stands in a paragraph when all its changes are accepted."""
    return "".join(map(text_of, _standing(paragraph)))


def looks_of(paragraph: Element, length: int) -> Iterator[Element]:
    """Give the run properties of the first characters of a paragraph; a run that goes on behind them is cut there.

    Args:
        paragraph: the paragraph.
        length: how many characters of what is visible.
    """
    left = length
    for run in list(_standing(paragraph)):
        if left <= 0:
            return
        size = len(text_of(run))
        if size > left:
            _cut(run, left)
        left -= size
        properties = run.find(f"{W}rPr")
        if properties is not None:
            yield properties


def split_text(run: Element, places: Sequence[int]) -> list[Element]:
    """Cut a run at places of its text, in order, and give the pieces; nothing is cut at its ends."""
    pieces = [run]
    done = 0
    for place in places:
        if 0 < place - done < len(text_of(pieces[-1])):
            pieces.append(_cut(pieces[-1], place - done))
            done = place
    return pieces


def _standing(paragraph: Element) -> Iterator[Element]:
    return (run for run in paragraph.iter(f"{W}r") if next(run.iterancestors(f"{W}del"), None) is None and text_of(run))


def _characters(child: Element) -> str:
    if child.tag in _TEXTS:
        return child.text or ""
    return "\n" if child.tag in _SINGLE else ""


def _cut(run: Element, length: int) -> Element:
    """Have a run end after so many characters; the rest goes into a run of the same look behind it."""
    rest = deepcopy(run)
    for one, start, end in ((run, 0, length), (rest, length, None)):
        place = 0
        for child in list(one):
            text = _characters(child)
            here, place = place, place + len(text)
            if not text:
                continue
            kept = text[max(0, start - here) : None if end is None else max(0, end - here)]
            if not kept:
                one.remove(child)
            elif child.tag in _TEXTS:
                child.text = kept
                child.set(XML_SPACE, "preserve")
    run.addnext(rest)
    return rest

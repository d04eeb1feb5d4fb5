"""Runs cut where their look changes within."""

from collections.abc import Iterator
from copy import deepcopy

from drafter.exports.docx.xml import XML_SPACE, Element, W


def visible(paragraph: Element) -> str:
    """Give the text that stands in a paragraph when all its changes are accepted; a tab or break is one character."""
    return "".join(text for _run, text in _runs(paragraph))


def looks_of(paragraph: Element, length: int) -> Iterator[Element]:
    """Give the run properties of the first characters of a paragraph; a run that goes on behind them is cut there.

    Args:
        paragraph: the paragraph.
        length: how many characters of what is visible.
    """
    left = length
    for run, text in list(_runs(paragraph)):
        if left <= 0:
            return
        if len(text) > left:
            _cut(run, left)
        left -= len(text)
        properties = run.find(f"{W}rPr")
        if properties is not None:
            yield properties


def _runs(paragraph: Element) -> Iterator[tuple[Element, str]]:
    for run in paragraph.iter(f"{W}r"):
        text = "".join(_character(child) for child in run)
        if text and run.getparent().tag != f"{W}del":  # type: ignore[union-attr]  # it has at least the paragraph
            yield run, text


def _character(child: Element) -> str:
    if child.tag == f"{W}t":
        return child.text or ""
    return "\n" if child.tag in (f"{W}tab", f"{W}br") else ""


def _cut(run: Element, length: int) -> None:
    """Have a run end after so many characters; the rest goes into a run of the same look behind it."""
    rest = deepcopy(run)
    for one, keep in ((run, slice(0, length)), (rest, slice(length, None))):
        place = 0
        for child in list(one):
            text = _character(child)
            start, place = place, place + len(text)
            if not text:
                continue
            kept = text[max(0, (keep.start or 0) - start) : None if keep.stop is None else max(0, keep.stop - start)]
            if not kept:
                one.remove(child)
            elif child.tag == f"{W}t":
                child.text = kept
                child.set(XML_SPACE, "preserve")
    run.addnext(rest)


def split_text(run: Element, places: list[int]) -> list[Element]:
    """Cut a run at these places of its text, in order, and give the pieces."""
    pieces = [run]
    done = 0
    for place in places:
        if 0 < place - done < len("".join(_character(child) for child in pieces[-1])):
            _cut(pieces[-1], place - done)
            following = pieces[-1].getnext()
            if following is None:
                break
            pieces.append(following)
            done = place
    return pieces

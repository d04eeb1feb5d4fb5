"""The straight lines that an OFD page draws."""

import re
from collections.abc import Iterator
from typing import Final

from drafter.documents import limits
from drafter.documents.flow import Stroke, figure_strokes
from drafter.documents.ofd.places import number, placed
from drafter.documents.xml import Element

_WORD: Final = re.compile(r"[A-Za-z]|[^\sA-Za-z,]+")
_Point = tuple[float, float]


def page_strokes(page: Element) -> Iterator[Stroke]:
    """Give the straight lines of a page, those of thin and of outlined boxes among them, in points."""
    left = limits.PAGE_OBJECTS
    for element in page.iter("{*}PathObject"):
        left -= 1
        if left < 0:
            return
        if element.get("Visible", "true") != "false" and number(element.get("Alpha"), 255) > 0:
            yield from _object_strokes(element)


def _object_strokes(element: Element) -> Iterator[Stroke]:
    data = element.find("{*}AbbreviatedData")
    figures = _figures("" if data is None else data.text or "")
    transform = placed(element)
    outlined = element.get("Stroke", "true") != "false"
    filled = element.get("Fill", "false") == "true"
    for figure in figures:
        yield from figure_strokes([transform.place(x, y) for x, y in figure], filled=filled, outlined=outlined)


def _figures(data: str) -> list[list[_Point]]:
    """Read a path's figures of straight lines; none where it has curves, which no ruling line has.

    The path is written as letters with their numbers: S or M begins a figure, L draws a line, C closes.
    """
    if len(data) > limits.PAGE_OBJECTS:
        return []
    words: list[str] = _WORD.findall(data)
    found: list[list[_Point]] = []
    place = 0
    while place < len(words):
        word = words[place]
        if word == "C":
            if found and found[-1]:
                found[-1].append(found[-1][0])
            place += 1
            continue
        if word not in ("S", "M", "L") or place + 2 >= len(words):
            return []
        point = number(words[place + 1]), number(words[place + 2])
        if word == "L" and found:
            found[-1].append(point)
        else:
            found.append([point])
        place += 3
    return [figure for figure in found if len(figure) > 1]

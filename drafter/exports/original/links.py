"""Links and fields within a paragraph: which runs are a link's words, and what new words belong to them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz.distance import Levenshtein

from drafter.documents.docx.names import P, R, w
from drafter.documents.xml import Element
from drafter.exports.difference import Words
from drafter.exports.original.runs import atoms

_LINK: Final = w("hyperlink")
_FIELD: Final = w("fldChar")
_KIND: Final = w("fldCharType")
_WORD: Final = re.compile(r"[A-Za-z0-9]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Link:
    """A link, or a field that shows something.

    Attributes:
        first: the element with which it begins.
        last: the one with which it ends, beside the first; the same where one element holds it all.
    """

    first: Element
    last: Element


def links_of(runs: Sequence[Element]) -> Mapping[Element, Link]:
    """Find the runs that are words of a link, or of what a field shows.

    Args:
        runs: the runs of a paragraph, or of several that read as one.

    Returns:
        For each of them that is, its link; of one within another, the outer one.
    """
    found: dict[Element, Link] = {}
    for paragraph in dict.fromkeys(next(run.iterancestors(P)) for run in runs):
        found.update(_links(paragraph))
        found.update(_fields(paragraph))
    return found


def _links(paragraph: Element) -> Iterator[tuple[Element, Link]]:
    for element in paragraph.iter(_LINK):
        link = Link(element, element)
        yield from ((run, link) for run in element.iter(R))


def _fields(paragraph: Element) -> Iterator[tuple[Element, Link]]:
    """Give the runs of each field that begins and ends in a paragraph; one within a link is part of it."""
    depth = 0
    held: list[Element] = []
    for run in paragraph.iter(R):
        for mark in run.iter(_FIELD):
            kind = mark.get(_KIND)
            depth += kind == "begin"
            if kind == "end" and depth:
                depth -= 1
                if not depth and held and _is_bare(held[0], run):
                    link = Link(held[0], run)
                    yield from ((one, link) for one in held if next(one.iterancestors(_LINK), None) is None)
                held = held if depth else []
        if depth:
            held.append(run)


def _is_bare(first: Element, last: Element) -> bool:
    """Tell whether there is a place right before a field and right behind it: its outer runs show nothing."""
    return first.getparent() is last.getparent() and not atoms(first) and not atoms(last)


def parted(gone: Words, come: Words, edges: Sequence[int]) -> Iterator[Words]:
    """Part a replacement where a link begins or ends in what goes, so that each part is replaced by what resembles it.

    Args:
        gone: what goes.
        come: what comes in its place.
        edges: places in what goes at which a link begins or ends, in order.
    """
    old, new = gone.text, come.text
    start = 0
    for edge in edges:
        cut = _cut(old[start:edge], old[edge:], new)
        yield from _told(replace(gone, text=old[start:edge]), replace(come, text=new[:cut]))
        start, new = edge, new[cut:]
    yield from _told(replace(gone, text=old[start:]), replace(come, text=new))


def _told(gone: Words, come: Words) -> Iterator[Words]:
    return (one for one in (gone, come) if one.text)


def _cut(before: str, behind: str, new: str) -> int:
    """Give the place between two words of a new text that parts it most like the old one."""
    places = [0, *(found.end() for found in _WORD.finditer(new))]
    return min(places, key=lambda at: Levenshtein.distance(before, new[:at]) + Levenshtein.distance(behind, new[at:]))

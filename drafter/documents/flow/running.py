"""Headers, footers and page numbers: what comes back at the same height, and figures alone at the edge."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from drafter.documents.flow.glyphs import Line
from drafter.documents.flow.pages import Item

_EDGE: Final = 0.115
_NUMBER_EDGE: Final = 0.15
_STEP: Final = 6
_SHARE: Final = 0.3
_FIGURES: Final = re.compile("[0-9０-９]+")
_PAGE_NUMBER: Final = re.compile(
    r"[—–\-－―─·•.\s]*第?\s*(?:page\s*)?(?:[0-9０-９]{1,4}|[ivxlc]{1,6})\s*页?\s*(?:(?:/|of|，|,|共)\s*共?\s*[0-9]{1,4}\s*页?)?[—–\-－―─·•.\s]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read.

    Attributes:
        items: its lines and tables from the top.
        height: its height.
    """

    items: list[Item]
    height: float


def without_running_lines(pages: list[Page]) -> tuple[list[list[Item]], int]:
    """Leave out what is printed on every page.

    Returns:
        The lines and tables of each page that remain, and how many lines were left out.
    """
    edges = [_edge_lines(page) for page in pages]
    counts = Counter(key for found in edges for key in {_key(line) for line in found})
    needed = max(2, round(len(pages) * _SHARE))
    kept, left_out = [], 0
    for page, found in zip(pages, edges, strict=True):
        repeated = {id(line) for line in found if counts[_key(line)] >= needed}
        repeated |= {id(line) for line in _page_numbers(page)}
        kept.append([item for item in page.items if id(item) not in repeated])
        left_out += len(repeated)
    return kept, left_out


def _key(line: Line) -> tuple[str, int]:
    return _FIGURES.sub("#", "".join(line.text.split())), round(line.y0 / _STEP)


def _edge_lines(page: Page) -> list[Line]:
    top, bottom = page.height * _EDGE, page.height * (1 - _EDGE)
    return [line for line in _lines(page) if line.y1 <= top or line.y0 >= bottom]


def _lines(page: Page) -> list[Line]:
    return [item for item in page.items if isinstance(item, Line)]


def _page_numbers(page: Page) -> list[Line]:
    lines = _lines(page)
    if not lines:
        return []
    outer = [lines[0]] if len(lines) == 1 else [lines[0], lines[-1]]
    top, bottom = page.height * _NUMBER_EDGE, page.height * (1 - _NUMBER_EDGE)
    return [line for line in outer if (line.y1 <= top or line.y0 >= bottom) and _PAGE_NUMBER.fullmatch(line.text)]

"""Which blocks of a page are the site's own: menus, paths, dates of publication, share bars, lists of articles."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby
from typing import Final

from drafter.documents.html import lines
from drafter.documents.html.blocks import Block, plain
from drafter.documents.html.sitewords import (
    ATTACHMENT,
    BETWEEN,
    BUTTONS,
    COPYRIGHT,
    FIELDS,
    FILE,
    FOOT_LINES,
    LABELLED,
    LIST_HEADS,
    METADATA,
    METADATA_LINE,
    PUBLISHED,
    SITE_LINES,
)
from drafter.documents.xml import Element

_PROSE: Final = 20
_SHORT: Final = 120
_LINKED: Final = 0.6
_MANY_LINKS: Final = 3
_MANY_FIELDS: Final = 3
_FIELD: Final = 60
_REST: Final = 2
_OTHERS: Final = 0.3
_SENTENCE: Final = re.compile(r"[。；，：]|[A-Za-z,;]\s[a-z]+.*[.;:,]")


def is_prose(block: Block) -> bool:
    """Tell whether a block reads like a sentence that leads nowhere."""
    text = plain(block.text)
    return len(text) >= _PROSE and block.linked < len(text) * _LINKED and _SENTENCE.search(block.text) is not None


def is_linked(block: Block) -> bool:
    """Tell whether a block is a link to another article; attachments are the document's own."""
    text = plain(block.text)
    return bool(text) and block.linked >= len(text) * _LINKED and ATTACHMENT.match(block.text) is None


def is_attachment(block: Block) -> bool:
    """Tell whether a block names an attachment."""
    return ATTACHMENT.match(block.text) is not None


def site_blocks(blocks: Sequence[Block], spans: dict[Element, tuple[int, int]]) -> list[bool]:
    """Tell of each block whether it is the site's and not the article's, by itself and its neighbours.

    Args:
        blocks: all blocks of the page.
        spans: for each element the range of its blocks.
    """
    # A container's name may lie: what holds most of the prose is the article whatever it is called.
    weight = sum((1 if block.furniture else -1) * len(block.text) for block in blocks if is_prose(block))
    site = [(block.furniture and weight <= 0) or _is_site_line(block) for block in blocks]
    _mark_menus(blocks, site)
    _mark_particulars(blocks, site)
    _mark_lists(blocks, spans, site)
    return site


def _mark_menus(blocks: Sequence[Block], site: list[bool]) -> None:
    """Take links in a row for a menu."""
    for run in _runs(is_linked(block) for block in blocks):
        if sum(blocks[index].links for index in run) >= _MANY_LINKS:
            _mark(site, run)


def _mark_particulars(blocks: Sequence[Block], site: list[bool]) -> None:
    """Take the table or list of labels above a document for the site's: index number, subject, date of publication."""
    tables = Counter(block.cell[0] for block in blocks if block.cell is not None and _label(block) in METADATA)
    for index, block in enumerate(blocks):
        if block.cell is not None and tables[block.cell[0]] >= _MANY_FIELDS:
            site[index] = True
    labelled = (len(block.text) <= _FIELD and METADATA_LINE.match(block.text) is not None for block in blocks)
    for run in _runs(labelled):
        known = [index for index in run if _label(blocks[index]) in METADATA]
        if len(known) >= _MANY_FIELDS:
            _mark(site, range(known[0], known[-1] + 1))


def _label(block: Block) -> str:
    return plain(block.text).replace("：", ":").partition(":")[0]


def _runs(flags: Iterable[bool]) -> Iterator[range]:
    """Give the ranges of indices in which all are true."""
    start = 0
    for flag, run in groupby(flags):
        length = sum(1 for _one in run)
        if flag:
            yield range(start, start + length)
        start += length


def _mark(site: list[bool], run: range) -> None:
    site[run.start : run.stop] = [True] * len(run)


def _mark_lists(blocks: Sequence[Block], spans: dict[Element, tuple[int, int]], site: list[bool]) -> None:
    """Take what follows the head of a list of other articles for the site's; in the article itself, links only."""
    sums = list(accumulate((len(block.text) if is_prose(block) else 0 for block in blocks), initial=0))
    done = 0
    for index, block in enumerate(blocks):
        if index < done or not LIST_HEADS.fullmatch(block.text.replace(lines.BREAK, " ").strip(" \u3000\u00a0")):
            continue
        start, end = _container(index, block, spans)
        if sums[end] - sums[start] > sums[-1] * _OTHERS:
            end = next((at for at in range(index + 1, end) if not _leads_elsewhere(blocks[at])), end)
        if end > index + 1:
            _mark(site, range(index, end))
        done = end


def _leads_elsewhere(block: Block) -> bool:
    return is_linked(block) or (block.links > 0 and FILE.fullmatch(block.text) is not None)


def _container(index: int, block: Block, spans: dict[Element, tuple[int, int]]) -> tuple[int, int]:
    """Give the range of blocks of the innermost element that goes on behind a block."""
    element: Element | None = block.element
    while element is not None:
        start, end = spans.get(element, (index, index + 1))
        if end > index + 1:
            return start, end
        element = element.getparent()
    return index, index + 1


def _is_site_line(block: Block) -> bool:
    text = block.text.replace(lines.BREAK, " ").strip(" \u3000\u00a0【[|｜·")
    if COPYRIGHT.match(text):
        return True
    if not text or len(text) > _SHORT or text.endswith(("。", "；")):
        # A sentence that opens with such a word is the plan's own.
        return False
    return (
        SITE_LINES.match(text) is not None
        or FOOT_LINES.search(text) is not None
        or _is_particulars(text)
        or _is_toolbar(block, text)
    )


def _is_particulars(text: str) -> bool:
    """Tell whether a line is nothing but a date, labels and their values."""
    if PUBLISHED.fullmatch(text):
        return True
    return LABELLED.search(text) is not None and len(BETWEEN.sub("", FIELDS.sub("", text))) <= _REST


def _is_toolbar(block: Block, text: str) -> bool:
    """Tell whether a line is nothing but buttons."""
    return block.links > 1 and not BETWEEN.sub("", BUTTONS.sub("", text))

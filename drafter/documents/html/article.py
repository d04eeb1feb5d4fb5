"""Which blocks of a page are the plan's own: the site's menus, footers, share bars and neighbours are left out.

A second opinion (trafilatura) says which passages are the article. It drops short lines such as headings, dates and
document numbers, so its answer is only a vote: everything between the passages it names is kept.
"""

import logging
import re
from collections.abc import Sequence
from typing import Final

from drafter.documents import limits
from drafter.documents.html import lines
from drafter.documents.html.blocks import Block, plain
from drafter.documents.html.site import is_attachment, is_linked, is_prose, site_blocks
from drafter.documents.html.style import attribute
from drafter.documents.xml import Element

_STRAY: Final = 0.1
_TITLE: Final = 6
_NEAR: Final = 6
_NAMES: Final = 10
_OFFICIAL_TITLE: Final = re.compile(
    r"[^，。；：]{4,80}(?:通知|决定|意见|方案|办法|规定|公告|通告|通报|报告|规划|计划|条例|细则|批复|函|纪要|要点|措施|纲要)(?:（[^（）]{1,12}）)?"
)
_DOCUMENT_NUMBER: Final = re.compile(
    r"[（(]?[\w\u4e00-\u9fff]{1,14}[〔\[（(]\s*\d{4}\s*[〕\]）)]\s*第?\s*\d{1,5}\s*号[)）]?"
)
# What well-known systems call the element that holds the text of an article, and nothing else.
_CONTAINERS: Final = re.compile(
    r"TRS_Editor|TRS_UEDITOR|trs_editor_view|Custom_UnionStyle|UCAP-?CONTENT|pages_content|zoom|zoomcon|js_content|"
    r"rich_media_content|v_news_content|vsb_content\w*|vsbcontent\w*|wp_articlecontent|article-?(?:content|body|con)|"
    r"articleContent|contentText|content_text|con_text|bt_content|xl_content|news_?content|detail-?content|txt_txt|"
    r"barrierfree_container|ContentBody|artical_content|main_content_text",
    re.IGNORECASE,
)
_MOST: Final = 0.5
_GENERATORS: Final = re.compile(
    r"Microsoft Word|LibreOffice|OpenOffice|pandoc|WPS|Kingsoft|Aspose|AbiWord", re.IGNORECASE
)


def is_word_processors(root: Element, source: str) -> bool:
    """Tell whether a word processor saved the page: all of it is the document then."""
    if "urn:schemas-microsoft-com:office:word" in source[:4000]:
        return True
    return any(
        element.get("name", "").lower() in ("generator", "progid") and _GENERATORS.search(attribute(element, "content"))
        for element in root.iter("meta")
    )


def own_blocks(blocks: Sequence[Block], spans: dict[Element, tuple[int, int]], root: Element) -> list[int]:
    """Give the indices of the article's blocks in a site's page.

    Args:
        blocks: all blocks of the page.
        spans: for each element the range of its blocks.
        root: the page's tree.
    """
    site = site_blocks(blocks, spans)
    prose = [index for index, block in enumerate(blocks) if not site[index] and is_prose(block)]
    if not prose:
        return [index for index in range(len(blocks)) if not site[index]] or list(range(len(blocks)))
    start, end = _contained(blocks, spans, prose) or _core(blocks, spans, _trusted(blocks, prose, root), prose)
    start, end = _climbed(blocks, spans, site, (start, end))
    kept = [index for index in range(start, end) if not site[index]]
    title = _title(blocks, site, root, kept)
    before = _belonging_before(blocks, site, start) if title is None or title < start else []
    if title is not None and title not in kept:
        before = [index for index in before if index > title]
        before.insert(0, title)
    after = _belonging_after(blocks, site, end)
    if title is not None and not blocks[title].level and blocks[title].cell is None:
        blocks[title].level = 1
    return [*before, *kept, *after]


def _trusted(blocks: Sequence[Block], prose: list[int], root: Element) -> list[int]:
    """Give the prose that the second opinion takes for the article's too; all of it where there is none."""
    opinion = _second_opinion(root)
    voted = [index for index in prose if any(plain(line) in opinion for line in lines.paragraphs(blocks[index].text))]
    return voted or prose


def _second_opinion(root: Element) -> frozenset[str]:
    from copy import deepcopy

    from lxml import etree

    # Titles in the head and scripts count for little: what is measured is the work to be done.
    if len(etree.tostring(root)) > limits.VOTE_CHARACTERS:
        return frozenset()
    import trafilatura

    # What it thinks of a page is for its developers.
    for logger in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(logger).setLevel(logging.CRITICAL + 1)
    try:
        text = trafilatura.extract(deepcopy(root), include_comments=False, include_tables=True, favor_recall=True)
    except Exception:  # noqa: BLE001 -- pages are made by anybody; without an opinion we decide alone
        return frozenset()
    cut = (part for line in (text or "").splitlines() for part in line.strip("|-# ").split("|"))
    return frozenset(filter(None, map(plain, cut)))


def _contained(
    blocks: Sequence[Block], spans: dict[Element, tuple[int, int]], prose: list[int]
) -> tuple[int, int] | None:
    """Give the range of blocks of the elements that a known system made for the text; None where it is not there."""
    inside: list[int] = []
    for element, (start, end) in spans.items():
        if _CONTAINERS.fullmatch(attribute(element, "id")) or any(
            _CONTAINERS.fullmatch(name) for name in attribute(element, "class").split()
        ):
            inside += range(start, end)
    held = sum(len(blocks[index].text) for index in set(inside).intersection(prose))
    if held < sum(len(blocks[index].text) for index in prose) * _MOST or not held:
        return None
    return min(inside), max(inside) + 1


def _core(
    blocks: Sequence[Block], spans: dict[Element, tuple[int, int]], trusted: list[int], prose: list[int]
) -> tuple[int, int]:
    """Give the range of blocks around the trusted prose; a large part of the prose is never left outside."""
    start, end = _around(blocks, spans, trusted)
    inside = sum(len(blocks[index].text) for index in prose if start <= index < end)
    outside = [index for index in prose if not start <= index < end]
    if sum(len(blocks[index].text) for index in outside) > inside * _STRAY:
        return _around(blocks, spans, prose)
    return start, end


def _around(blocks: Sequence[Block], spans: dict[Element, tuple[int, int]], chosen: list[int]) -> tuple[int, int]:
    first, last = chosen[0], chosen[-1]
    element: Element | None = blocks[first].element
    while element is not None:
        start, end = spans.get(element, (0, 0))
        if start <= first and last < end:
            return start, end
        element = element.getparent()
    return 0, len(blocks)


def _climbed(
    blocks: Sequence[Block], spans: dict[Element, tuple[int, int]], site: list[bool], core: tuple[int, int]
) -> tuple[int, int]:
    """Widen a range to the containers around it, as long as nothing of the site comes in."""
    start, end = core
    element: Element | None = blocks[start].element
    while element is not None:
        span = spans.get(element)
        if span is not None and span[0] <= start and end <= span[1]:
            added = [*range(span[0], start), *range(end, span[1])]
            if any(site[index] or is_linked(blocks[index]) for index in added):
                break
            start, end = span
        element = element.getparent()
    return start, end


def _title(blocks: Sequence[Block], site: list[bool], root: Element, kept: list[int]) -> int | None:
    """Find the article's title: what the page is called, or its first-level heading."""
    names = [plain(element.text or "") for element in root.iter("title")]
    metas = (one for one in root.iter("meta") if one.get("name") in ("ArticleTitle", "title"))
    names = [*names, *(plain(one.get("content", "")) for one in metas)][:_NAMES]
    first = kept[0] if kept else 0
    best: int | None = None
    longest = _TITLE - 1
    for index in [*kept[:3], *range(first - 1, -1, -1)]:
        text = plain(blocks[index].text)
        if len(text) > longest and not site[index] and any(text in name for name in names):
            best, longest = index, len(text)
    if best is not None or any(blocks[index].level == 1 for index in kept[:3]):
        return best
    headings = [index for index in range(first) if blocks[index].level == 1 and not site[index]]
    if headings or any(_OFFICIAL_TITLE.fullmatch(plain(blocks[index].text)) for index in kept[:3]):
        return headings[-1] if headings else None
    near = range(first - 1, max(first - _NEAR, 0) - 1, -1)
    return next(
        (index for index in near if not site[index] and _OFFICIAL_TITLE.fullmatch(plain(blocks[index].text))), None
    )


def _belonging_before(blocks: Sequence[Block], site: list[bool], start: int) -> list[int]:
    near = range(max(0, start - _NEAR), start)
    return [index for index in near if not site[index] and _DOCUMENT_NUMBER.fullmatch(plain(blocks[index].text))]


def _belonging_after(blocks: Sequence[Block], site: list[bool], end: int) -> list[int]:
    found = []
    for index in range(end, min(end + 12, len(blocks))):
        if site[index] or not is_attachment(blocks[index]):
            break
        found.append(index)
    return found

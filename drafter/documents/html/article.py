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
from drafter.documents.html.blocks import Block
from drafter.documents.xml import Element

_PROSE: Final = 20
_SHORT: Final = 120
_LINKED: Final = 0.6
_STRAY: Final = 0.1
_MANY_LINKS: Final = 3
_TITLE: Final = 6
_SENTENCE: Final = re.compile(r"[。；，：]|[A-Za-z,;]\s[a-z]+.*[.;:,]")
_BLANKS: Final = re.compile(r"[\s\u200b]+")
_DOCUMENT_NUMBER: Final = re.compile(
    r"[（(]?[\w\u4e00-\u9fff]{1,14}[〔\[（(]\s*\d{4}\s*[〕\]）)]\s*第?\s*\d{1,5}\s*号[)）]?"
)
_ATTACHMENT: Final = re.compile(
    r"附件|附录|附表|附图|Annex|Appendix|Attachment|.*\.(?:docx?|pdf|xlsx?|ofd|wps|zip|rar)$", re.IGNORECASE
)

# Lines that sites put around and into articles; each is asked only of short blocks.
_SITE_LINES: Final = re.compile(
    r"(?:【?\s*(?:上一[篇条页个]|下一[篇条页个]|上篇|下篇)\s*】?\s*[:：]?"
    r"|分享(?:到|至|本文)?\s*[:：]?|打印(?:本页|本文|此页)?|关闭(?:窗口|本页)?|收藏(?:本页|本文)?|返回(?:顶部|首页|列表)"
    r"|[【\[（(]?\s*(?:字体|字号|文字大小)\s*[:：]?\s*[【\[（(]?\s*(?:大|中|小|超大)"
    r"|(?:信息|文章|稿件|文件)?来源\s*[:：]|(?:发布|发文|更新|录入|公开)(?:时间|日期|机构|单位)\s*[:：]|(?:浏览|阅读|点击|访问)(?:次数|量|数)"
    r"|(?:责任)?编辑\s*[:：]|责编\s*[:：]|作者\s*[:：]|索\s*引\s*号\s*[:：]|(?:信息|主题)分类\s*[:：]"
    r"|扫一扫|微信扫|扫码|分享微信|手机(?:扫|浏览|看)"
    r"|您?(?:当前|现在|所在)?(?:所在|的)?位置\s*[:：>＞»]|(?:网站)?首页\s*(?:[>＞»/|]|$)"
    r"|相关(?:链接|阅读|文章|文档|新闻|稿件|解读|信息)\s*[:：]?\s*$|(?:我要)?(?:纠错|评论|留言)\s*$|网友评论|热门(?:文章|推荐)"
    r"|(?:Previous|Next)(?:\s+(?:article|post|page))?\s*[:：]"
    r"|(?:Share|Print|Close|Back to top|Related (?:news|articles|links))\b\s*[:：]?$"
    r"|Home\s*[>»/]|Source\s*[:：]|(?:Updated|Posted|Published)\s*[:：])",
    re.IGNORECASE,
)
_FOOT_LINES: Final = re.compile(
    r"版权所有|ICP备|公网安备|网站标识码|Copyright|©|All Rights Reserved|主办(?:单位)?\s*[:：]"
    r"|承办(?:单位)?\s*[:：]|技术支持\s*[:：]|网站地图|联系我们|关于我们"
    r"|建议使用.{0,20}浏览器|分辨率|政务服务热线|网站维护|备案序?号",
    re.IGNORECASE,
)
_METADATA: Final = (
    "索引号",
    "发文机关",
    "主题分类",
    "成文日期",
    "发布日期",
    "发文字号",
    "有效性",
    "公开日期",
    "信息分类",
    "生成日期",
    "文号",
    "公文种类",
)
_GENERATORS: Final = re.compile(
    r"Microsoft Word|LibreOffice|OpenOffice|pandoc|WPS|Kingsoft|Aspose|AbiWord", re.IGNORECASE
)


def is_word_processors(root: Element, source: str) -> bool:
    """Tell whether a word processor saved the page: all of it is the document then."""
    if "urn:schemas-microsoft-com:office:word" in source[:4000]:
        return True
    return any(
        element.get("name", "").lower() in ("generator", "progid") and _GENERATORS.search(element.get("content", ""))
        for element in root.iter("meta")
    )


def own_blocks(blocks: Sequence[Block], spans: dict[Element, tuple[int, int]], root: Element) -> list[int]:
    """Give the indices of the article's blocks in a site's page.

    Args:
        blocks: all blocks of the page.
        spans: for each element the range of its blocks.
        root: the page's tree.
    """
    site = _site_blocks(blocks)
    prose = [index for index, block in enumerate(blocks) if not site[index] and _is_prose(block)]
    if not prose:
        return [index for index in range(len(blocks)) if not site[index]] or list(range(len(blocks)))
    start, end = _core(blocks, spans, _trusted(blocks, prose, root), prose)
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


def _plain(text: str) -> str:
    return _BLANKS.sub("", text.replace(lines.BREAK, ""))


def _is_prose(block: Block) -> bool:
    text = _plain(block.text)
    return len(text) >= _PROSE and block.linked < len(text) * _LINKED and _SENTENCE.search(block.text) is not None


def _is_linked(block: Block) -> bool:
    text = _plain(block.text)
    return bool(text) and block.linked >= len(text) * _LINKED and _ATTACHMENT.match(block.text) is None


def _site_blocks(blocks: Sequence[Block]) -> list[bool]:
    """Tell of each block whether it is the site's and not the article's, by itself and its neighbours."""
    # A container's name may lie: what holds most of the prose is the article whatever it is called.
    weight = sum((1 if block.furniture else -1) * len(block.text) for block in blocks if _is_prose(block))
    site = [(block.furniture and weight <= 0) or _is_site_line(block) for block in blocks]
    metadata: dict[int, int] = {}
    for block in blocks:
        if block.cell is not None and _plain(block.text).rstrip(":：") in _METADATA:
            metadata[block.cell[0]] = metadata.get(block.cell[0], 0) + 1
    run: list[int] = []
    for index, block in enumerate(blocks):
        if block.cell is not None and metadata.get(block.cell[0], 0) >= _MANY_LINKS:
            site[index] = True
        if _is_linked(block):
            run.append(index)
            continue
        _close_run(site, run)
    _close_run(site, run)
    return site


def _close_run(site: list[bool], run: list[int]) -> None:
    """Take links in a row for a menu."""
    if len(run) >= _MANY_LINKS:
        for index in run:
            site[index] = True
    run.clear()


def _is_site_line(block: Block) -> bool:
    text = block.text.replace(lines.BREAK, " ").strip(" \u3000\u00a0【[|｜·")
    if not text or len(text) > _SHORT:
        return False
    if _SITE_LINES.match(text):
        # A sentence that opens with such a word is the plan's own.
        return not text.endswith("。")
    return _FOOT_LINES.search(text) is not None and not text.endswith(("。", "；"))


def _trusted(blocks: Sequence[Block], prose: list[int], root: Element) -> list[int]:
    """Give the prose that the second opinion takes for the article's too; all of it where there is none."""
    opinion = _second_opinion(root)
    voted = [index for index in prose if any(_plain(line) in opinion for line in lines.paragraphs(blocks[index].text))]
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
    return frozenset(filter(None, map(_plain, cut)))


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
            if any(site[index] or _is_linked(blocks[index]) for index in added):
                break
            start, end = span
        element = element.getparent()
    return start, end


def _title(blocks: Sequence[Block], site: list[bool], root: Element, kept: list[int]) -> int | None:
    """Find the article's title: what the page is called, or its first-level heading."""
    names = [_plain(element.text or "") for element in root.iter("title")]
    metas = (one for one in root.iter("meta") if one.get("name") in ("ArticleTitle", "title"))
    names += [_plain(one.get("content", "")) for one in metas]
    first = kept[0] if kept else 0
    best: int | None = None
    longest = _TITLE - 1
    for index in [*kept[:3], *range(first - 1, -1, -1)]:
        text = _plain(blocks[index].text)
        if len(text) > longest and not site[index] and any(text in name for name in names):
            best, longest = index, len(text)
    if best is not None or any(blocks[index].level == 1 for index in kept[:3]):
        return best
    headings = [index for index in range(first) if blocks[index].level == 1 and not site[index]]
    return headings[-1] if headings else None


def _belonging_before(blocks: Sequence[Block], site: list[bool], start: int) -> list[int]:
    near = range(max(0, start - 6), start)
    return [index for index in near if not site[index] and _DOCUMENT_NUMBER.fullmatch(_plain(blocks[index].text))]


def _belonging_after(blocks: Sequence[Block], site: list[bool], end: int) -> list[int]:
    found = []
    for index in range(end, min(end + 12, len(blocks))):
        if site[index] or not _ATTACHMENT.match(blocks[index].text):
            break
        found.append(index)
    return found

"""Small questions to the elements of a page: is it shown, is it a note, is it the site's own furniture?"""

import re
from typing import Final

from drafter.documents import limits
from drafter.documents.xml import Element


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
BLOCKS: Final = _words(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody "
    "td tfoot th thead tr ul listing plaintext xmp marquee"
)
"""Elements that begin and end a line of their own."""

SKIPPED: Final = _words(
    "script style noscript template head title iframe frame frameset object embed applet audio video canvas map area "
    "select option textarea button input datalist meter progress rp rt rtc svg noembed noframes "
    "xml bgsound link meta base"
)
"""Elements whose insides are no text of the page."""

OBJECTS: Final = frozenset({"object", "embed", "applet", "iframe", "audio", "video"})
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_RUNNING: Final = re.compile(r"mso-element\s*:\s*(?:header|footer)", re.IGNORECASE)
_NOTE: Final = re.compile(r"mso-element\s*:\s*(?:foot|end)note(?!-)", re.IGNORECASE)
_COMMENT: Final = re.compile(r"mso-element\s*:\s*comment(?!-)", re.IGNORECASE)
_NUMBER: Final = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_NOTE_ID: Final = re.compile(r"(?:sd(?:foot|end)note|_?ftn|_?edn|fn)[0-9]+", re.IGNORECASE)
_NOTE_MARK: Final = re.compile(r"(?:sd(?:foot|end)note(?:anc|sym)|footnote-(?:ref|back)|MsoCommentReference)")
_NOTE_LINK: Final = re.compile(r"#(?:sd(?:foot|end)note[0-9]+(?:sym|anc)|_(?:ftn|edn|msocom_)(?:ref)?[0-9]+)")

# Names that sites give to what stands around an article.
_FURNITURE: Final = re.compile(
    r"(?:^|[\s_-])(?:nav|navs|navbar|navigation|menu|menus|sub-?menu|top-?bar|topnav|crumbs?|breadcrumbs?|bread|position|"
    r"location|dqwz|share|sharing|bdshare\w*|bds\w*|social|side-?bar|aside|related|relate|recommend|xgyd|xglj|links?|"
    r"friend-?links?|footer|foot|bottom|copyright|pager|pagination|paging|prev-?next|pre-?next|sxp|qrcode|ewm|erweima|"
    r"comments?|reply|search|login|toolbar|tools?|print|font-?size|fontsize|skip|cookie|banner|advert\w*|ads?)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_ROLES: Final = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar"})


def attribute(element: Element, name: str) -> str:
    """Give an attribute, "" where it is not there, and only the beginning of an endless one."""
    value = element.get(name)
    return value[: limits.ATTRIBUTE_LENGTH] if value else ""


def is_hidden(element: Element) -> bool:
    """Tell whether a browser shows nothing of an element."""
    return element.get("hidden") is not None or _HIDDEN.search(attribute(element, "style")) is not None


def is_running(element: Element) -> bool:
    """Tell whether an element is a page header or footer of Word or LibreOffice."""
    if element.tag == "div" and attribute(element, "title") in ("header", "footer"):
        return True
    return _RUNNING.search(attribute(element, "style")) is not None


def is_note(element: Element) -> bool:
    """Tell whether an element holds foot- or endnotes."""
    if element.tag == "div" and (
        _NOTE_ID.fullmatch(attribute(element, "id")) or _NOTE.search(attribute(element, "style"))
    ):
        return True
    return element.tag in ("section", "aside", "div") and (
        attribute(element, "role") in ("doc-endnotes", "doc-footnote")
        or attribute(element, "class").startswith("footnotes")
    )


def is_comment(element: Element) -> bool:
    """Tell whether an element holds a comment of Word."""
    return _COMMENT.search(attribute(element, "style")) is not None


def is_list_number(element: Element) -> bool:
    """Tell whether an element holds a list number that Word computed."""
    return _NUMBER.search(attribute(element, "style")) is not None


def is_note_mark(element: Element) -> bool:
    """Tell whether an element is the mark in the text that leads to a note, or back."""
    if attribute(element, "role") in ("doc-noteref", "doc-backlink"):
        return True
    if _NOTE_MARK.search(attribute(element, "class")):
        return True
    return element.tag == "a" and _NOTE_LINK.fullmatch(attribute(element, "href").rpartition("/")[2]) is not None


def is_furniture(element: Element) -> bool:
    """Tell whether a site calls an element its menu, footer, share bar and the like."""
    if element.tag in ("nav", "footer", "aside") or attribute(element, "role") in _ROLES:
        return True
    if element.tag in ("body", "html", "article", "main") or element.tag in HEADINGS:
        return False
    return _FURNITURE.search(f"{attribute(element, 'class')} {attribute(element, 'id')}") is not None


def leads_away(element: Element) -> bool:
    """Tell whether a link leads to another page rather than to a place in this one, or to an attachment."""
    target = attribute(element, "href").strip().lower()
    return bool(target) and not target.startswith(("#", "mailto:", "javascript:void"))


def heading_level(element: Element) -> int:
    """Give the outline level of a heading; 0 for anything else."""
    if element.tag in HEADINGS:
        return HEADINGS[element.tag]
    if attribute(element, "role") == "heading" and attribute(element, "aria-level").isdecimal():
        return int(attribute(element, "aria-level")[:2])
    return 0

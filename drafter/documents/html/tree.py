"""A page's source to a tree, by a parser that validates nothing and fetches nothing."""

import re
from typing import Final

from lxml import etree

from drafter.documents import limits
from drafter.documents.errors import UnreadableError
from drafter.documents.xml import Element
from drafter.model import N_

_LONG_TAG: Final = re.compile(r"<[a-zA-Z][^<>]{2000,}")
_QUOTED: Final = re.compile("\"[^\"]*\"|'[^']*'")


def parse_page(text: str, name: str) -> Element:
    """Parse a page, mending what is broken as a browser does.

    Args:
        text: the page's source.
        name: the file's name, for messages.

    Raises:
        UnreadableError: it has too many tags, is nested too deeply, or holds no page at all.
    """
    if text.count("<") > limits.HTML_TAGS or _tree_bytes(text) > limits.TREE_BYTES or _has_overlong_tag(text):
        raise too_large(name)
    # The larger limits: the smaller ones stop at a depth of 256, which unclosed tags of real pages reach.
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, recover=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.replace("\x00", "").encode("utf-8", errors="replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if any("depth" in error.message for error in parser.error_log):
        # The parser drops what lies deeper without a word.
        raise UnreadableError(
            N_("“{name}” is nested too deeply to be a web page: copy its text into a Word document and save it."),
            name=name,
        )
    if root is None:
        raise UnreadableError(N_("“{name}” is a web page without text: choose another copy of the file."), name=name)
    return root


def too_large(name: str) -> UnreadableError:
    """Give the error for a page that asks for too much."""
    return UnreadableError(
        N_("“{name}” is too large a web page: copy the text into a Word document and save it as .docx."), name=name
    )


def _tree_bytes(text: str) -> int:
    """Reckon the memory of a page's tree; scripts count as if they were markup."""
    return text.count("<") * limits.ELEMENT_BYTES + text.count("=") * limits.ATTRIBUTE_BYTES


def _has_overlong_tag(text: str) -> bool:
    """Tell whether a tag has more attributes than anybody writes; a picture may stand in one of them."""
    return any(len(_QUOTED.sub("", match[0]).split()) > limits.HTML_ATTRIBUTES for match in _LONG_TAG.finditer(text))

"""The encoding of a web page: what it declares is asked, and not believed."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from drafter.documents.encodings import Decoded, decode, is_plausible
from drafter.documents.gb18030 import decode_bytes

_META: Final = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML: Final = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_HEAD: Final = 16_384
# What pages call simplified Chinese is always read by its largest superset, and Latin 1 by that of Windows.
_SUPERSETS: Final = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "big5": "cp950",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
}


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's source.

    Attributes:
        text: its characters.
        encoding: the encoding they were read in.
        guessed: whether another encoding would have been possible too.
        contradicted: the encoding that the page declares, where it is wrong; else "".
        lost: how many characters could not be read.
    """

    text: str
    encoding: str
    guessed: bool = False
    contradicted: str = ""
    lost: int = 0


def decode_page(data: bytes, declared: str = "") -> PageText:
    """Decode a page; whatever the bytes are, a text comes out, as in a browser.

    Args:
        data: the page's bytes.
        declared: an encoding named outside the page (in a web archive); "" for none.
    """
    label = declared or _declared(data)
    encoding = _known(label)
    found = decode(data)
    if isinstance(found, Decoded) and found.encoding.startswith("utf"):
        return _told(found, label, encoding)
    strict = _strict(data, encoding)
    if strict is not None and is_plausible(strict):
        return PageText(strict, encoding)
    if isinstance(found, Decoded):
        return _told(found, label, encoding)
    if strict is not None:
        return PageText(strict, encoding, guessed=True)
    fallback = encoding or found.encoding or "utf-8"
    text = decode_bytes(data, fallback, "replace")
    return PageText(text, fallback, guessed=True, lost=text.count("\ufffd"))


def _declared(data: bytes) -> str:
    match = _META.search(data, 0, _HEAD) or _XML.match(data[:200].lstrip())
    return match[1].decode("ascii") if match else ""


def _known(label: str) -> str:
    if not label:
        return ""
    try:
        name = codecs.lookup(label).name
        b"".decode(name)
    except (LookupError, ValueError):
        return ""
    # A page whose declaration can be read without knowing the encoding is in none of these.
    return "" if name.startswith(("utf-16", "utf-32")) else _SUPERSETS.get(name, name)


def _strict(data: bytes, encoding: str) -> str | None:
    if not encoding:
        return None
    try:
        return decode_bytes(data, encoding)
    except (UnicodeError, ValueError):
        return None


def _told(found: Decoded, label: str, encoding: str) -> PageText:
    same = not encoding or encoding.removesuffix("-sig") == found.encoding.removesuffix("-sig") or found.text.isascii()
    return PageText(found.text, found.encoding, found.guessed and not same, "" if same else label)

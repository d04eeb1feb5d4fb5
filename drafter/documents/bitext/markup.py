"""What the XML formats share: safe parsing, language codes, inline tags as marks."""

import re
from collections.abc import Callable
from typing import Final

from lxml import etree

from drafter.documents import xml
from drafter.model import Side

Element = xml.Element

# Memories name their document type and nothing more; one with declarations of its own is refused by the parser's door.
_NAMED_DOCTYPE: Final = re.compile(rb"<!DOCTYPE\s+(?:tmx|xliff)(?:\s+(?:SYSTEM|PUBLIC)\s+[^\[<>]*)?\s*>", re.IGNORECASE)
XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def parse(data: bytes, name: str) -> Element:
    """Parse a bilingual file.

    Raises:
        UnreadableError: it is no well-formed XML, or made to mislead a parser.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = re.sub(r"^<\?xml[^>]*\?>", "", data.decode("utf-16", "replace").lstrip("\ufeff")).encode("utf-8")
    return xml.parse(_NAMED_DOCTYPE.sub(b"", data, count=1), name, name)


def local(element: Element) -> str:
    """Give an element's name without its namespace, "" for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def side_of(code: str | None) -> Side | None:
    """Tell which side a language code means: zh, zh-Hans, zh_CN and en, en-GB are known, all others are none."""
    start = (code or "").lower().replace("_", "-").split("-")[0]
    return "zh" if start in ("zh", "chi", "zho", "cmn") else "en" if start in ("en", "eng") else None


class Marks:
    """Numbers the inline tags of one pair, the same tag the same number on both sides."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, key: str) -> int:
        """Give a tag's number."""
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def pair(self, key: str, content: str) -> str:
        """Put marks round what a pair of tags holds."""
        number = self.number(key)
        return f"⟦{number}⟧{content}⟦/{number}⟧"

    def alone(self, key: str) -> str:
        """Give the mark of a tag that holds nothing."""
        return f"⟦{self.number(key)}/⟧"


def text_of(element: Element, inline: Callable[[Element], str]) -> str:
    """Give an element's text with its inline children rendered.

    Args:
        element: the element.
        inline: renders a child, without the text behind it.
    """
    parts = [element.text or ""]
    for child in element:
        parts.append(inline(child))
        parts.append(child.tail or "")
    return "".join(parts)

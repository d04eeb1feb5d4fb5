"""XML parts to trees, parsed with suspicion: no entity is resolved, nothing is fetched."""

import re
from typing import Final

from lxml import etree

from drafter.documents import limits
from drafter.documents.errors import UnreadableError
from drafter.model import N_

Element = etree._Element  # noqa: SLF001 -- lxml names its element class no other way

_DOCTYPES: Final = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_INTEGER: Final = re.compile(r"[+-]?[0-9]{1,10}")

# Strict documents name the same elements in other namespaces.
_STRICT: Final = re.compile(
    rb"(xmlns(?::[\w.-]+)?\s*=\s*[\"'])http://purl\.oclc\.org/ooxml/(\w+)/(main|relationships|math|chart|diagram)"
)
_TRANSITIONAL: Final = rb"\1http://schemas.openxmlformats.org/\2/2006/\3"


def parse(data: bytes, part: str, name: str) -> Element:
    """Parse one part of a package.

    Args:
        data: the part's bytes.
        part: its name in the package.
        name: the file's name, for messages.

    Raises:
        UnreadableError: the part is no well-formed XML, or made to exhaust or mislead a parser.
    """
    if any(mark in data for mark in _DOCTYPES):
        raise UnreadableError(
            N_("“{name}” holds a document type declaration in “{part}”, which no sound document has: don't trust it."),
            name=name,
            part=part,
        )
    if data.count(b"<") > limits.TAGS or tree_bytes(data) > limits.TREE_BYTES:
        raise UnreadableError(
            N_("“{name}” is too large to be read (“{part}”): split it in Word and choose one part."),
            name=name,
            part=part,
        )
    if b"purl.oclc.org/ooxml" in data:
        data = _STRICT.sub(_TRANSITIONAL, data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(
            N_(
                "“{name}” is damaged inside (“{part}”, line {line}): "
                "open it in Word, let Word repair it, and save it as a new .docx."
            ),
            name=name,
            part=part,
            line=error.lineno or 1,
        ) from None


def tree_bytes(data: bytes) -> int:
    """Reckon the memory of a part's tree: a small part can make a large one."""
    closing = data.count(b">")
    elements = closing - data.count(b"</")
    attributes = (data.count(b'"') + data.count(b"'")) // 2
    texts = closing - data.count(b"><")
    return elements * limits.ELEMENT_BYTES + attributes * limits.ATTRIBUTE_BYTES + texts * limits.TEXT_BYTES


def integer(text: str | None) -> int | None:
    """Read a number as Word writes it; None where it is none, or absurdly large."""
    if text is None or not _INTEGER.fullmatch(text.strip()):
        return None
    value = int(text)
    return value if abs(value) <= limits.NUMBER_VALUE else None

"""What a Word file bears to be known by when it comes back: a part of its own that word processors keep.

It holds of every clause what stands for its texts, and neither the texts nor any name, path or time.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from drafter.exports.docx.xml import Element
from drafter.exports.pack.rows import Check

NAMESPACE: Final = "urn:drafter:review:1"
PART: Final = "customXml/item1.xml"
_PROPERTIES: Final = "customXml/itemProps1.xml"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_ITEM_ID: Final = "{7D1B6C52-4A0E-4F6B-9C1D-5E0C2A8F3B17}"
"""Of our kind of part, not of one file."""


def attach(document: Document, checks: Iterable[tuple[int, Check]]) -> None:
    """Put the part into a file.

    Args:
        document: the file in the making.
        checks: of each clause, what its texts are known by.
    """
    root = etree.Element(f"{{{NAMESPACE}}}review", nsmap={"d": NAMESPACE})
    for clause, check in checks:
        entry = etree.SubElement(root, f"{{{NAMESPACE}}}clause")
        entry.set("id", str(clause))
        entry.set("check", str(check))
    item = _part(document, PART, "application/xml", _bytes(root))
    document.part.relate_to(item, f"{_OFFICE}/relationships/customXml")
    store = f"{_OFFICE}/customXml"
    properties = etree.Element(f"{{{store}}}datastoreItem", nsmap={"ds": store})
    properties.set(f"{{{store}}}itemID", _ITEM_ID)
    references = etree.SubElement(properties, f"{{{store}}}schemaRefs")
    etree.SubElement(references, f"{{{store}}}schemaRef").set(f"{{{store}}}uri", NAMESPACE)
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    item.relate_to(_part(document, _PROPERTIES, kind, _bytes(properties)), f"{_OFFICE}/relationships/customXmlProps")


def checks_of(roots: Iterable[Element]) -> Mapping[int, Check] | None:
    """Read the part again.

    Args:
        roots: the roots of a file's own parts.

    Returns:
        What each clause was known by when the file was written; None where the file has no such part.
    """
    for root in roots:
        if root.tag == f"{{{NAMESPACE}}}review":
            found: dict[int, Check] = {}
            for entry in root.iter(f"{{{NAMESPACE}}}clause"):
                id_, check = entry.get("id", ""), Check.read(entry.get("check", ""))
                if id_.isdecimal() and check is not None:
                    found[int(id_)] = check
            return found
    return None


def _part(document: Document, name: str, kind: str, data: bytes) -> Part:
    return Part(PackURI(f"/{name}"), kind, data, document.part.package)


def _bytes(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

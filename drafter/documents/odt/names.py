"""Qualified names of OpenDocument."""

from typing import Final

_BASE: Final = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}%s"


def office(name: str) -> str:
    """Give the qualified name of an element or attribute of the office namespace."""
    return _BASE % ("office", name)


def text(name: str) -> str:
    """Give the qualified name of an element or attribute of the text namespace."""
    return _BASE % ("text", name)


def table(name: str) -> str:
    """Give the qualified name of an element or attribute of the table namespace."""
    return _BASE % ("table", name)


def style(name: str) -> str:
    """Give the qualified name of an element or attribute of the style namespace."""
    return _BASE % ("style", name)


def draw(name: str) -> str:
    """Give the qualified name of an element or attribute of the drawing namespace."""
    return _BASE % ("drawing", name)


P: Final = text("p")
H: Final = text("h")
LIST: Final = text("list")
TABLE: Final = table("table")
STYLE_NAME: Final = text("style-name")
LIST_FORMAT: Final = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
LO: Final = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
DC: Final = "{http://purl.org/dc/elements/1.1/}"
ANNOTATION: Final = office("annotation")
ANNOTATION_END: Final = office("annotation-end")

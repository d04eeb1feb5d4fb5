"""The few steps that build WordprocessingML."""

from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

__all__ = ["XML_SPACE", "Element", "W", "add", "element", "value"]

NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W: Final = f"{{{NAMESPACE}}}"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

_NAMESPACES: Final = {"w": NAMESPACE}


def element(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """Make a `w:` element; its attributes are in the `w:` namespace too."""
    made = etree.Element(W + name, {W + key: str(setting) for key, setting in attributes.items()}, _NAMESPACES)
    made.extend(children)
    return made


def add(parent: Element, name: str, /, **attributes: str | int) -> Element:
    """Make a `w:` element as the last child of another."""
    return etree.SubElement(parent, W + name, {W + key: str(setting) for key, setting in attributes.items()})


def value(name: str, setting: str | int) -> Element:
    """Make a `w:` element that only has a `w:val`."""
    return element(name, val=setting)

"""Small questions to the elements of WordprocessingML."""

from typing import Final

from drafter.documents.docx import names
from drafter.documents.docx.names import w
from drafter.documents.xml import Element

FALSE: Final = frozenset({"0", "false", "off"})


def child_value(element: Element | None, tag: str) -> str | None:
    """Give the `w:val` of the first child with this tag; None where there is no child or no value."""
    child = None if element is None else element.find(tag)
    return None if child is None else child.get(names.VAL)


def switch(element: Element | None, tag: str) -> bool | None:
    """Read an on/off property: None where it is not given."""
    child = None if element is None else element.find(tag)
    return None if child is None else child.get(names.VAL, "1").lower() not in FALSE


def is_filled(shading: Element | None) -> bool:
    """Tell whether a `w:shd` paints a ground other than white paper."""
    if shading is None:
        return False
    fill = (shading.get(w("fill")) or "auto").lower()
    return fill not in ("auto", "ffffff") or shading.get(w("themeFill")) is not None


def chosen(alternate: Element) -> Element | None:
    """Give the branch of an `mc:AlternateContent` to read: the same text stands in each of them.

    Returns:
        The first branch that holds text, else the first branch; None where there are none.
    """
    branches = [branch for branch in alternate if branch.tag in (names.CHOICE, names.FALLBACK)]
    for branch in branches:
        if next(branch.iter(names.T, names.TEXT_BOX), None) is not None:
            return branch
    return branches[0] if branches else None

"""Elements around blocks, rows and cells that are transparent to a reader: content controls, changes, alternatives."""

from collections.abc import Iterator
from typing import Final

from drafter.documents.docx import names
from drafter.documents.docx.names import w
from drafter.documents.docx.revisions import Revisions
from drafter.documents.docx.xml import chosen, switch
from drafter.documents.xml import Element

_TRANSPARENT: Final = frozenset(w(name) for name in ("customXml", "smartTag"))


def control(element: Element) -> tuple[Element | None, bool]:
    """Give what a content control holds, and whether that is only the prompt to fill it in."""
    return element.find(names.SDT_CONTENT), bool(switch(element.find(w("sdtPr")), w("showingPlcHdr")))


def inside(element: Element, revisions: Revisions) -> tuple[Element | None, bool]:
    """Give the container inside a wrapper.

    Returns:
        The container, None where the element is no wrapper or its inside is not shown; and whether its text is only a
        prompt.
    """
    tag = element.tag
    if tag == names.SDT:
        return control(element)
    if tag == names.ALTERNATE:
        return chosen(element), False
    if tag in _TRANSPARENT or ((tag in names.INSERTED or tag in names.DELETED) and tag not in revisions.skipped):
        return element, False
    return None, False


def parts(container: Element, tag: str, revisions: Revisions) -> Iterator[tuple[Element, bool]]:
    """Give the rows of a table or the cells of a row, in wrappers too, and whether their text is only a prompt."""
    waiting = [(child, False) for child in reversed(container)]
    while waiting:
        element, prompt = waiting.pop()
        if element.tag == tag:
            yield element, prompt
            continue
        content, is_prompt = inside(element, revisions)
        if content is not None:
            waiting.extend((child, prompt or is_prompt) for child in reversed(content))


def holds_text(element: Element) -> bool:
    """Tell whether there are words in an element."""
    return any((text.text or "").strip() for text in element.iter(names.T))

"""Styles: what a paragraph or run inherits by name rather than carries itself."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeVar

from drafter.documents import limits
from drafter.documents.docx import names
from drafter.documents.docx.names import w
from drafter.documents.docx.xml import child_value, switch
from drafter.documents.xml import Element, integer

_Value = TypeVar("_Value")

# Style ids are arbitrary (WPS numbers them); the names of built-in styles are fixed, in English or Chinese.
_HEADING: Final = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
_BODY_TEXT: Final = 9  # the outline level that means none


@dataclass(frozen=True, slots=True)
class Style:
    """A style with everything it inherits.

    Attributes:
        name: its name as shown in Word.
        level: outline level from 1, 0 for body text.
        num_id: the list it belongs to, None for none.
        list_level: the level within that list, counted from 0; None where the list must tell.
        chain: ids of the style and those it is based on, nearest first.
        hidden: whether it hides text; a style for paragraphs and one for characters that both do cancel each other.
        font: the font of its Latin letters, "" where it names none.
        shaded: whether something in it gives text a ground other than the paper.
    """

    name: str = ""
    level: int = 0
    num_id: str | None = None
    list_level: int | None = None
    chain: tuple[str, ...] = ()
    hidden: bool = False
    font: str = ""
    shaded: bool = False


class Styles:
    """The style sheet of a document."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._resolved: dict[str, Style] = {}
        self._default_id = ""
        self._hidden_by_default = False
        if root is None:
            return
        for element in root.iter(w("style")):
            style_id = element.get(w("styleId"), "")
            self._elements.setdefault(style_id, element)
            if element.get(w("type")) == "paragraph" and element.get(w("default"), "0").lower() in ("1", "true", "on"):
                self._default_id = style_id
        default = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{names.R_PR}")
        self._hidden_by_default = bool(switch(default, w("vanish")))

    @property
    def hidden_by_default(self) -> bool:
        """Whether text is hidden unless something says otherwise."""
        return self._hidden_by_default

    def paragraph(self, style_id: str | None) -> Style:
        """Give the style of a paragraph; the default style where the id is None or unknown."""
        return self.get(style_id if style_id in self._elements and style_id is not None else self._default_id)

    def get(self, style_id: str) -> Style:
        """Give any style by its id; an empty one where there is none."""
        style = self._resolved.get(style_id)
        if style is None:
            style = self._resolved[style_id] = self._resolve(style_id)
        return style

    def _resolve(self, style_id: str) -> Style:
        chain = self._chain(style_id)
        if not chain:
            return Style()
        elements = [self._elements[one] for one in chain]
        numbering = [element.find(f"{names.P_PR}/{w('numPr')}") for element in elements]
        hidden = False
        for element in elements:
            # The nearest style that says anything decides.
            own = switch(element.find(names.R_PR), w("vanish"))
            if own is not None:
                hidden = own
                break
        return Style(
            name=child_value(elements[0], w("name")) or "",
            level=_outline_level(elements),
            num_id=_first(child_value(one, w("numId")) for one in numbering),
            list_level=_first(integer(child_value(one, w("ilvl"))) for one in numbering),
            chain=chain,
            hidden=hidden,
            font=_first(latin_font(element.find(names.R_PR)) for element in elements) or "",
            shaded=any(next(element.iter(w("shd")), None) is not None for element in elements),
        )

    def _chain(self, style_id: str) -> tuple[str, ...]:
        chain: list[str] = []
        current: str | None = style_id
        while current in self._elements and current not in chain and len(chain) < limits.STYLE_CHAIN:
            chain.append(current)
            current = child_value(self._elements[current], w("basedOn"))
        return tuple(chain)


def latin_font(properties: Element | None) -> str | None:
    """Give the font that properties of text name for Latin letters and symbols, None where they name none."""
    fonts = None if properties is None else properties.find(w("rFonts"))
    return None if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi"))


def outline_level(properties: Element | None) -> int | None:
    """Read the outline level that paragraph properties give themselves: from 1, 0 for body text, None for unsaid."""
    value = integer(child_value(properties, w("outlineLvl")))
    if value is None:
        return None
    return value + 1 if 0 <= value < _BODY_TEXT else 0


def _outline_level(elements: list[Element]) -> int:
    for element in elements:
        level = outline_level(element.find(names.P_PR))
        if level is not None:
            return level
        heading = _HEADING.fullmatch((child_value(element, w("name")) or "").strip())
        if heading:
            return int(heading[1])
    return 0


def _first(values: Iterable[_Value | None]) -> _Value | None:
    return next((value for value in values if value is not None), None)

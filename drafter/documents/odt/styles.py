"""What styles say of paragraphs and text: outline level, list, hidden or not."""

from dataclasses import dataclass
from typing import Final

from drafter.documents import limits
from drafter.documents.odt.names import style, text
from drafter.documents.xml import Element, integer

_DISPLAY: Final = text("display")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style and those it is based on say.

    Attributes:
        name: its name as shown.
        level: outline level, 0 for none.
        list_name: the list style of its paragraphs, "" for none.
        hidden: whether its text is hidden.
    """

    name: str = ""
    level: int = 0
    list_name: str = ""
    hidden: bool = False


class Styles:
    """The styles of a document, those made by the program itself among them."""

    def __init__(self, roots: list[Element]) -> None:
        """Index the styles.

        Args:
            roots: the trees that hold styles.
        """
        self._elements: dict[tuple[str, str], Element] = {}
        self._read: dict[tuple[str, str], Style] = {}
        for root in roots:
            for element in root.iter(style("style")):
                key = (element.get(style("family"), ""), element.get(style("name"), ""))
                self._elements.setdefault(key, element)

    def get(self, family: str, name: str | None) -> Style:
        """Give a style of a family ("paragraph", "text"); an empty one where there is none."""
        key = (family, name or "")
        if key not in self._read:
            self._read[key] = self._resolve(key)
        return self._read[key]

    def _resolve(self, key: tuple[str, str]) -> Style:
        family, name = key
        shown, list_name = "", None
        level: int | None = None
        hidden: bool | None = None
        for _step in range(limits.STYLE_CHAIN):
            element = self._elements.get((family, name))
            if element is None:
                break
            # Styles made by the program are called P1, P2, …; the user's own is the one they are based on.
            shown = shown or ("" if _is_automatic(element) else element.get(style("display-name"), name))
            if level is None:
                level = integer(element.get(style("default-outline-level")))
            if list_name is None:
                list_name = element.get(style("list-style-name"))
            if hidden is None:
                hidden = _hidden(element)
            name = element.get(style("parent-style-name"), "")
        return Style(shown, level or 0, list_name or "", bool(hidden))


def _is_automatic(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and str(parent.tag).endswith("automatic-styles")


def _hidden(element: Element) -> bool | None:
    properties = element.find(style("text-properties"))
    display = None if properties is None else properties.get(_DISPLAY)
    return None if display is None else display == "none"

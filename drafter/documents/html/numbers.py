"""Numbers of ordered lists, which the browser counts and the page does not hold."""

import re
from typing import Final

from drafter.documents.html.style import attribute
from drafter.documents.xml import Element
from drafter.language.enumerators import read_enumerator

_INTEGER: Final = re.compile(r"\s*(-?[0-9]{1,6})")
_LIST_STYLE: Final = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
_TYPES: Final = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES: Final = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCountingThousand",
    "simp-chinese-informal": "chineseCountingThousand",
    "trad-chinese-informal": "taiwaneseCountingThousand",
    "cjk-decimal": "ideographDigital",
    "simp-chinese-formal": "chineseLegalSimplified",
    "cjk-heavenly-stem": "ideographTraditional",
}
_NO_NUMBERS: Final = frozenset({"none", "disc", "circle", "square"})


class ListNumbers:
    """The counters of the ordered lists that are open."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int, int]] = []

    def start(self, element: Element) -> None:
        """Open a list, ordered or not."""
        kind = _numerals(element) if element.tag == "ol" else ""
        step = -1 if element.get("reversed") is not None else 1
        items = sum(1 for child in element if child.tag == "li") if step < 0 else 1
        self._open.append((kind, integer(element.get("start"), items), step))

    def end(self) -> None:
        """Close the innermost list."""
        if self._open:
            self._open.pop()

    def item(self, element: Element) -> str:
        """Give the number of an item of the innermost list; "" where it has none."""
        from drafter.documents.numformats import numeral

        if not self._open:
            return ""
        kind, value, step = self._open[-1]
        value = integer(element.get("value"), value)
        self._open[-1] = (kind, value + step, step)
        if not kind:
            return ""
        mark = numeral(value, kind)
        return f"{mark}、" if kind.startswith(("chinese", "taiwanese", "ideograph")) else f"{mark}."


def _numerals(element: Element) -> str:
    style = _LIST_STYLE.search(attribute(element, "style"))
    if style is not None:
        name = style[1].lower()
        return "" if name in _NO_NUMBERS else _STYLES.get(name, "decimal")
    return _TYPES.get(element.get("type", "1"), "decimal")


def integer(text: str | None, default: int) -> int:
    """Read a number as a browser does: figures at the beginning count."""
    match = _INTEGER.match(text or "")
    return int(match[1]) if match else default


def is_numbered(text: str) -> bool:
    """Tell whether a text already opens with a number that was typed."""
    return read_enumerator(text) is not None

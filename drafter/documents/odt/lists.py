"""List numbers: what list styles say is counted here, as a word processor counts it."""

import re
from dataclasses import dataclass, field
from typing import Final

from drafter.documents import limits
from drafter.documents.numformats import numeral
from drafter.documents.odt import names
from drafter.documents.odt.names import style, text
from drafter.documents.xml import Element, integer

_LEVELS: Final = 10
_PLACE: Final = re.compile(r"%([0-9]{1,2})%")
# OpenDocument shows how a count begins.
_FORMATS: Final = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "01": "decimalZero",
    "一": "chineseCountingThousand",
    "壹": "chineseLegalSimplified",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "①": "decimalEnclosedCircle",
    "１": "decimalFullWidth",
    "⑴": "decimalEnclosedParen",
    "⒈": "decimalEnclosedFullstop",
    "㈠": "decimal",
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list style.

    Attributes:
        number_format: its numerals; "" where it shows no number.
        pattern: its text, with %1% for the first level's number.
        start: its first number.
    """

    number_format: str = ""
    pattern: str = ""
    start: int = 1


@dataclass(slots=True)
class Counter:
    """The counts of one list.

    Attributes:
        style: the list's style.
        values: the last number of each level; None where it has none yet.
    """

    style: str
    values: list[int | None] = field(default_factory=lambda: [None] * (_LEVELS + 1))


class Lists:
    """The list styles of a document and their counts.

    Attributes:
        unknown: numerals that could not be read as a kind of numbers.
    """

    def __init__(self, roots: list[Element]) -> None:
        """Index the list styles.

        Args:
            roots: the trees that hold styles; the first one's win.
        """
        self.unknown: set[str] = set()
        self._styles: dict[str, dict[int, Level]] = {}
        self._by_style: dict[str, Counter] = {}
        self._by_id: dict[str, Counter] = {}
        self._outline: dict[int, Level] = {}
        self._outline_counter = Counter("")
        for root in roots:
            for element in root.iter(text("list-style")):
                self._styles.setdefault(element.get(style("name"), ""), self._levels(element))
            for element in root.iter(text("outline-style")):
                self._outline = self._outline or self._levels(element)

    def _levels(self, element: Element) -> dict[int, Level]:
        found = {}
        for child in element:
            index = integer(child.get(text("level")))
            if index is not None and 1 <= index <= _LEVELS:
                found[index] = self._level(child, index)
        return found

    def _level(self, element: Element, index: int) -> Level:
        shown = element.get(style("num-format"), "")
        numbered = element.tag in (text("list-level-style-number"), text("outline-level-style"))
        if not numbered or not shown:
            return Level()
        first = shown.partition(",")[0].strip()
        number_format = _FORMATS.get(first)
        if number_format is None:
            self.unknown.add(shown)
            number_format = "decimal"
        pattern = element.get(names.LIST_FORMAT) or element.get(style("num-list-format"))
        if pattern is None:
            levels = min(max(integer(element.get(text("display-levels"))) or 1, 1), index)
            places = ".".join(f"%{place}%" for place in range(index - levels + 1, index + 1))
            pattern = f"{element.get(style('num-prefix'), '')}{places}{element.get(style('num-suffix'), '')}"
        start = integer(element.get(text("start-value")))
        return Level(number_format, pattern[: limits.NUMBER_LENGTH], 1 if start is None else start)

    def begin(self, element: Element, style_name: str) -> Counter:
        """Open a list of the first level.

        Args:
            element: the `text:list`.
            style_name: its style.
        """
        before = element.get(text("continue-list"))
        counter = self._by_id.get(before) if before is not None else None
        if counter is None and element.get(text("continue-numbering")) == "true":
            counter = self._by_style.get(style_name)
        if counter is None:
            counter = Counter(style_name)
        self._by_style[style_name] = counter
        self._by_id[element.get(names.XML_ID, "")] = counter
        return counter

    def number(self, counter: Counter, style_name: str, level: int, start: int | None) -> str:
        """Count one item and give its number, "" where it shows none.

        Args:
            counter: the list's counts.
            style_name: the style of the item's level.
            level: its level from 1.
            start: the number it starts anew with; None to go on.
        """
        return _count(counter, self._styles.get(style_name, {}), level, start)

    def heading(self, level: int, start: int | None) -> str:
        """Count one heading that is numbered by its outline level."""
        return _count(self._outline_counter, self._outline, level, start)


def _count(counter: Counter, levels: dict[int, Level], level: int, start: int | None) -> str:
    found = levels.get(level)
    if found is None or level > _LEVELS:
        return ""
    values = counter.values
    current = values[level]
    values[level] = start if start is not None else found.start if current is None else current + 1
    values[level + 1 :] = [None] * (_LEVELS - level)
    if not found.number_format:
        return ""

    def shown(match: re.Match[str]) -> str:
        place = int(match[1])
        other = levels.get(place)
        if other is None or not other.number_format or place > level:
            return ""
        value = values[place]
        return numeral(other.start if value is None else value, other.number_format)

    return _PLACE.sub(shown, found.pattern)[: limits.NUMBER_LENGTH].strip()

"""List numbers: Word computes them when it shows the document, so they are in no text."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from drafter.documents import limits
from drafter.documents.docx import names
from drafter.documents.docx.names import w
from drafter.documents.docx.revisions import Revisions
from drafter.documents.docx.styles import Style, Styles
from drafter.documents.docx.xml import child_value, chosen, switch
from drafter.documents.numformats import numeral
from drafter.documents.xml import Element, integer
from drafter.model import Part

_LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")
# Marks that are followed by their text at once, being as wide as a character.
_WIDE_ENDS: Final = ("、", "）", "．", "：", "】", "〕", "。")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and looks.

    Attributes:
        start: its first value.
        number_format: its numerals (`w:numFmt`).
        pattern: its text with %1…%9 for the counters of the levels (`w:lvlText`).
        suffix: what stands between number and text: "tab", "space" or "nothing".
        decimal: whether all counters are shown in decimal figures (`w:isLgl`).
        restart: None to restart after any higher level; 0 never; n after level n, counted from 1.
        style: id of the paragraph style tied to this level, "" for none.
        hidden: whether the number is hidden text.
    """

    start: int = 1
    number_format: str = "decimal"
    pattern: str = ""
    suffix: str = "tab"
    decimal: bool = False
    restart: int | None = None
    style: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class _List:
    """A list as a paragraph refers to it.

    Attributes:
        key: the definition whose counters it shares with other lists.
        levels: its levels by index.
        starts: where it starts levels anew when it first uses them.
    """

    key: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ListNumber:
    """A computed number.

    Attributes:
        text: the number as shown, without what follows it.
        gap: what stands between it and the paragraph's text.
    """

    text: str
    gap: str


class Numbering:
    """The lists of a document and their counters; ask for the paragraphs' numbers in reading order.

    The body, the text boxes and the notes are counted each for itself.
    """

    def __init__(self, root: Element | None, styles: Styles, revisions: Revisions) -> None:
        """Index the lists.

        Args:
            root: the numbering part, None where there is none.
            styles: the document's styles.
            revisions: which tracked changes are shown.
        """
        self._styles = styles
        self._revisions = revisions
        self._abstract: dict[str, Element] = {}
        self._numbers: dict[str, Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[tuple[Part, str], list[int | None]] = {}
        self._used: set[tuple[Part, str, int]] = set()
        if root is None:
            return
        for element in root.iter(w("abstractNum")):
            self._abstract.setdefault(element.get(w("abstractNumId"), ""), element)
        for element in root.iter(w("num")):
            self._numbers.setdefault(element.get(w("numId"), ""), element)

    def number(self, properties: Element | None, style: Style, part: Part) -> ListNumber | None:
        """Count one paragraph and give its number.

        Args:
            properties: the paragraph's `w:pPr`.
            style: its style.
            part: where it stands.

        Returns:
            The number; None where it has none, or only a bullet.
        """
        own = None if properties is None else properties.find(w("numPr"))
        if not self._revisions.shows_numbering(own):
            return None
        own_id = child_value(own, w("numId"))
        num_id = own_id if own_id is not None else style.num_id
        if num_id is None or num_id == "0":
            return None
        used = self._list(num_id)
        if used is None:
            return None
        index = integer(child_value(own, w("ilvl")))
        if index is None:
            index = _level_of_style(used, style)
        if not 0 <= index < _LEVELS or index not in used.levels:
            return None
        return self._shown(used, index, self._count(num_id, used, index, "body" if part == "table" else part))

    def _count(self, num_id: str, used: _List, index: int, part: Part) -> list[int | None]:
        counters = self._counters.setdefault((part, used.key), [None] * _LEVELS)
        if index in used.starts and (part, num_id, index) not in self._used:
            self._used.add((part, num_id, index))
            counters[index] = None
        for higher in range(index):
            # A level shown before it was ever used has begun by being shown.
            if counters[higher] is None and higher in used.levels:
                counters[higher] = _start(used, higher)
        current = counters[index]
        first = used.starts.get(index, _start(used, index))
        counters[index] = first if current is None else current + 1
        for lower in range(index + 1, _LEVELS):
            restart = used.levels[lower].restart if lower in used.levels else None
            if restart is None or restart > lower or index < restart:
                counters[lower] = None
        return counters

    def _shown(self, used: _List, index: int, counters: list[int | None]) -> ListNumber | None:
        level = used.levels[index]
        if level.number_format == "bullet" or level.hidden:
            return None
        if level.number_format == "none" and f"%{index + 1}" in level.pattern:
            return None

        def counter(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            if place not in used.levels or place > index:
                return ""
            value = counters[place]
            number_format = used.levels[place].number_format
            if level.decimal and number_format not in ("none", "bullet"):
                number_format = "decimal"
            return numeral(_start(used, place) if value is None else value, number_format)

        text = _written(level.pattern, counter)
        if not text.strip():
            return None
        closed = level.suffix == "nothing" or text.endswith(_WIDE_ENDS) or text[-1].isspace()
        return ListNumber(text, "" if closed else " ")

    def _list(self, num_id: str) -> _List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._resolve(num_id)
        return self._lists[num_id]

    def _resolve(self, num_id: str) -> _List | None:
        number = self._numbers.get(num_id)
        if number is None:
            return None
        key = child_value(number, w("abstractNumId")) or ""
        for _step in range(limits.STYLE_CHAIN):
            # A definition may only name a list style, whose own list holds the levels.
            link = child_value(self._abstract.get(key), w("numStyleLink"))
            target = None if link is None else self._numbers.get(self._styles.get(link).num_id or "")
            if target is None:
                break
            key = child_value(target, w("abstractNumId")) or ""
        abstract = self._abstract.get(key)
        if abstract is None:
            return None
        levels: dict[int, Level] = {}
        for element in abstract.iterchildren(w("lvl")):
            levels[integer(element.get(w("ilvl"))) or 0] = _read_level(element)
        return _overridden(number, _List(key, levels))


def _written(pattern: str, counter: Callable[[re.Match[str]], str]) -> str:
    """Put counters into a pattern, as far as a number may reach."""
    text, place = "", 0
    for match in _PLACE.finditer(pattern):
        text += pattern[place : match.start()] + counter(match)
        place = match.end()
        if len(text) >= limits.NUMBER_LENGTH:
            break
    else:
        text += pattern[place:]
    return text[: limits.NUMBER_LENGTH]


def _overridden(number: Element, base: _List) -> _List:
    levels = dict(base.levels)
    starts = {}
    for override in number.iterchildren(w("lvlOverride")):
        index = integer(override.get(w("ilvl"))) or 0
        own = override.find(w("lvl"))
        if own is not None:
            levels[index] = _read_level(own)
        start = integer(child_value(override, w("startOverride")))
        if start is not None and 0 <= index < _LEVELS:
            levels.setdefault(index, Level())
            starts[index] = start
    return _List(base.key, levels, starts)


def _read_level(element: Element) -> Level:
    start = integer(child_value(element, w("start")))
    return Level(
        start=start or 0,  # the standard's default is 0
        number_format=_number_format(element),
        pattern=(child_value(element, w("lvlText")) or "")[: limits.NUMBER_LENGTH],
        suffix=child_value(element, w("suff")) or "tab",
        decimal=bool(switch(element, w("isLgl"))),
        restart=integer(child_value(element, w("lvlRestart"))),
        style=child_value(element, w("pStyle")) or "",
        hidden=bool(switch(element.find(names.R_PR), w("vanish"))),
    )


def _number_format(level: Element) -> str:
    """Read a level's numerals; newer ones ("001, 002, …") stand in a branch of alternatives."""
    element = level.find(w("numFmt"))
    alternate = level.find(names.ALTERNATE)
    if element is None and alternate is not None:
        branch = chosen(alternate)
        element = None if branch is None else branch.find(w("numFmt"))
    if element is None:
        return "decimal"
    if element.get(names.VAL) == "custom":
        first = element.get(w("format"), "").partition(",")[0].strip()
        return first if first.isascii() and first.isdecimal() else "decimal"
    return element.get(names.VAL, "decimal")


def _level_of_style(used: _List, style: Style) -> int:
    """Give the level of a paragraph that names none: the one tied to its style, else the one its style names."""
    tied = [[index for index, level in used.levels.items() if level.style == style_id] for style_id in style.chain]
    if tied and tied[0]:
        return tied[0][0]
    if style.list_level is not None:
        return style.list_level
    return next((own[0] for own in tied if own), 0)


def _start(used: _List, index: int) -> int:
    return used.levels[index].start if index in used.levels else 1

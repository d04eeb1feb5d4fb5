"""Item numbers that became words or stuck to their text."""

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.enumerators import Enumerator, read_likely_enumerator
from drafter.model import N_, Finding, Fix, Message, Side, Span

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_HEADING_LENGTH = 90
_STYLES = ("word-glued", "digit-glued", "word-comma", "word-blank")
_WORDS = ("word-glued", "word-comma", "word-paren")  # numbers of the same document that became words
_MEANT = {1: "{roman}.", 2: "({number})"}
# What the number may count in the Chinese, close behind its own: 一、一次能源, 二、双碳目标; not 一、进一步.
_COUNTS = re.compile("(?<!进)[一二三四五六七八九十两双首单0-9]")
_CLOSE = 6


def _roman(number: int) -> str:
    numeral = ""
    for value, letters in _ROMAN:
        numeral += letters * (number // value)
        number %= value
    return numeral


class EnumeratorWord(Rule):
    """An item number that became a word, or stuck to its text.

    What it does: reads the marker a line opens with; one that is a word, or runs into the text, is restored in the
    house style of its level: 一、 as I., 1. as 1. A word that stands apart, `one Total requirements`, is a marker only
    where the Chinese has that number and counts nothing behind it, or where other markers of the English became words.

    Why it is bad: the outline of the plan is lost, and items can't be cited.

    Example: `oneStrengthen` -> `1. Strengthen`; `Second, main tasks` -> `II. main tasks`.

    Source: the house style for headings; GB/T 9704-2012, 7.3.3 for the Chinese levels.
    """

    name = "structure.enumerator-word"
    severity = "major"
    mqm = "fluency/structure"
    rank = 15

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        marker = context.enumerator(side) or self._apart(context, side)
        if marker is None or marker.style not in _STYLES:
            return
        text = context.text(side)
        if marker.style == "word-comma" and not self._is_marker(context, text, marker):
            return
        meant = _MEANT.get(marker.level, "{number}.").format(roman=_roman(marker.ordinal), number=marker.ordinal)
        after = text[marker.span.end : marker.span.end + 1]
        blank = " " if after and not after.isspace() and after not in '"”' else ""
        message = Message(
            N_("The item number has become part of the text; it should read “{meant}”."), {"meant": meant}
        )
        yield self.finding(context, side, Span(*marker.span), message, fix=Fix(meant + blank, "safe"))

    def _apart(self, context: ClauseContext, side: Side) -> Enumerator | None:
        """Read a number as a word before a capital, `one Total requirements`, where it can count nothing."""
        text = context.text(side)
        marker = read_likely_enumerator(text) if context.opens(side) else None
        if marker is None or marker.style != "word-blank":
            return None
        if (source := context.enumerator("zh")) is not None:
            counts = _COUNTS.search(context.text("zh"), source.span.end, source.span.end + _CLOSE)
            same = source.ordinal == marker.ordinal and not counts
            return replace(marker, level=source.level) if same else None
        if context.paired or not text[marker.span.start].islower() or not _is_heading(text):
            return None
        return marker if any(style in _WORDS for style, _ in context.facts.enumerator_styles) else None

    def _is_marker(self, context: ClauseContext, text: str, marker: Enumerator) -> bool:
        """“Second, …” numbers a heading, or opens a sentence of plain prose; only the first is a fault."""
        if (source := context.enumerator("zh")) is not None:
            if source.style == "zh-ordinal":
                return False  # 第二，…… counts in prose as “Second, …” does
            return source.level == 1 or source.ordinal == marker.ordinal
        if context.paired:
            return False
        return _is_heading(text)


def _is_heading(text: str) -> bool:
    return len(text.strip()) <= _HEADING_LENGTH and not text.rstrip().endswith((".", ";", "!", "?"))

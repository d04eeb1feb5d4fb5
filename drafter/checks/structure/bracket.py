"""Brackets unmatched, or of two kinds."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.model import N_, Finding, Fix, Message, Side, Span

_CLOSING = {"(": ")", "（": "）", "[": "]", "［": "］", "〔": "〕", "【": "】", "《": "》", "〈": "〉"}
_KIN = {
    "(": "(",
    "（": "(",
    ")": "(",
    "）": "(",
    "[": "[",
    "]": "[",
    "［": "[",
    "］": "[",
    "〔": "〔",
    "〕": "〔",
    "【": "【",
    "】": "【",
    "《": "《",
    "》": "《",
    "〈": "〈",
    "〉": "〈",
}
_TITLE = "《》〈〉"
_ANY = re.compile("[" + re.escape("".join(_KIN)) + "]")
_OPENING = {close: opening for opening, close in _CLOSING.items()}


class StructureBracket(Rule):
    """A bracket unmatched, or of two kinds.

    What it does: reads the brackets of a paragraph as a stack: one never closed, one never opened, one closed by
    another kind. `1)` and `a)` as item numbers are no fault.

    Why it is bad: it is no longer clear what the bracket holds, such as a list of duties.

    Example: `[2023〕` -> `[2023]`.

    Source: GB/T 15834-2011, 4.9; the house style for English.
    """

    name = "structure.bracket"
    severity = "minor"
    mqm = "fluency/punctuation"
    sides = ("zh", "en")
    rank = 32

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        if _ANY.search(text) is None:
            return
        marker = context.enumerator(side)
        after_marker = marker.span.end if marker else 0
        stops = _stops(text)
        opened: list[int] = []
        inner: dict[int, int] = {}  # 《 … 《 … 》: of two that open one title the second is too many
        for found in _ANY.finditer(text):
            pos, mark = found.start(), found[0]
            if mark in _CLOSING:
                opened.append(pos)
            elif mark in _OPENING:
                if opened and self._pairs(text[opened[-1]], mark):
                    closed = opened.pop()
                    if mark == "》" and opened and text[opened[-1]] == "《":
                        inner[opened[-1]] = closed
                elif opened:
                    start = opened.pop()
                    meant = text[start:pos] + _CLOSING[text[start]]
                    message = Message(N_("The bracket opens as one kind and closes as another."))
                    yield self.finding(context, side, Span(start, pos + 1), message, fix=Fix(meant, "safe"))
                elif pos >= after_marker and not (mark in _TITLE and pos <= stops[0]):
                    message = Message(N_("This bracket closes nothing."))
                    yield self.finding(context, side, Span(pos, pos + 1), message)
        for left in opened:
            pos = inner.get(left, left)
            if text[pos] in _TITLE and pos >= stops[1]:
                continue
            yield self.finding(context, side, Span(pos, pos + 1), Message(N_("This bracket is never closed.")))

    @staticmethod
    def _pairs(opening: str, closing: str) -> bool:
        return _KIN[opening] == _KIN[closing]


def _stops(text: str) -> tuple[int, int]:
    """Give where the first stop stands, and the last.

    A title's mark outside them may have its partner in the line before or after: titles are broken into lines.
    """
    found = [place for stop in "。；.;" if (place := text.find(stop)) >= 0]
    return min(found, default=len(text)), max((text.rfind(stop) for stop in "。；.;"), default=0)

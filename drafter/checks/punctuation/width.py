"""Marks of the other script's width."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.scripts import HAN, han_share
from drafter.model import N_, Finding, Fix, Message, Side, Span

_TO_HALF = {
    "，": ", ",
    "。": ". ",
    "；": "; ",
    "：": ": ",
    "？": "? ",
    "！": "! ",
    "（": " (",
    "）": ") ",
    "、": ", ",
    "％": "%",
    "～": "–",
}
_FULL = re.compile("[" + "".join(_TO_HALF) + "]")
_TO_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）", ".": "。"}
_HALF = re.compile(
    rf"""
    # a comma between clauses, but not one between groups of three digits
    (?<=[{HAN}”》）〕%％0-9A-Za-z)])(?!(?<=[0-9]),[0-9]{{3}}(?![0-9]))[,;?!](?=\s?[{HAN}“《（〔(0-9A-Z]|\s*\Z)
    | (?<=[{HAN}]):
    | \((?=[^()]{{0,80}}[{HAN}]) | (?<=[{HAN}])\((?=[^()]{{1,40}}\)[{HAN}])
    | (?<=[{HAN}”》％%0-9A-Za-z)])\)
    # a full stop at the end of a Chinese sentence
    | (?<=[{HAN}”》）])\.(?:(?=\s*\Z)|\s?(?=[{HAN}“]))
    """,
    re.VERBOSE,
)
_MIXED = 0.5


class PunctuationWidth(Rule):
    """Full-width marks in English, or half-width ones in Chinese.

    What it does: holds the width of commas, stops, colons and brackets against the language of the text round them.

    Why it is bad: the text looks patched together, and lines break in the wrong places.

    Example: `目标,` -> `目标，`; `goals，and` -> `goals, and`.

    Source: GB/T 15834-2011, 5.1; the house style for English.
    """

    name = "punctuation.width"
    severity = "minor"
    mqm = "locale-convention"
    sides = ("zh", "en")
    rank = 45

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        if side == "en" and text.isascii():
            return
        chinese = han_share(text) >= _MIXED
        if chinese != (side == "zh"):
            return  # the whole text is in the other language
        for found in (_HALF if chinese else _FULL).finditer(text):
            meant = _TO_FULL[found[0].rstrip()] if chinese else _fitted(text, found)
            message = Message(
                N_("The mark has the width of the other script; it should be “{meant}”."), {"meant": meant.strip()}
            )
            yield self.finding(context, side, Span(*found.span()), message, fix=Fix(meant, "safe"))


def _fitted(text: str, found: re.Match[str]) -> str:
    """The half-width mark with its space, unless one is there."""
    meant = _TO_HALF[found[0]]
    if meant.endswith(" ") and (
        found.end() == len(text) or not (text[found.end()].isalnum() or text[found.end()] in "“([")
    ):
        meant = meant.rstrip()
    return meant.lstrip() if found.start() == 0 or text[found.start() - 1].isspace() else meant

"""Markers unlike their siblings."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.enumerators import Enumerator
from drafter.model import N_, Finding, Fix, Message, Side, Span

# GB/T 15834: no mark behind a bracketed number, 、 behind 一, a dot behind 1, a comma behind 第一.
_ZH_NORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\s*(?P<keep>[（(][一二三四五六七八九十0-9]{1,3}[）)])[、，,.．]\s?(?=\S)"), ""),
    (re.compile(r"\s*(?P<keep>[一二三四五六七八九十]{1,3})[，,.．]\s?(?=[^\s一二三四五六七八九十])"), "、"),
    (re.compile(r"\s*(?P<keep>[0-9]{1,2})、(?=[^0-9\s])"), "."),
    (re.compile(r"\s*(?P<keep>第[一二三四五六七八九十]{1,3})、(?=\S)"), "，"),
)
_BRACKETED = ("arabic-paren", "roman-paren", "letter-paren", "word-paren")


class EnumeratorStyle(Rule):
    """A bracketed marker unlike its siblings'.

    What it does: compares the bracketed markers of the second level with one another: where the document mostly writes
    (1), a marker such as (D), (II) or (seven) is brought into line; in Chinese looks at the mark behind the number.

    Why it is bad: the reader takes items of one level for items of several.

    Example: `(seven) the field of construction` -> `(7) the field of construction`.

    Source: the house style for headings: （一） is (1); GB/T 15834-2011, 5.1 (marks behind numbers).
    """

    name = "structure.enumerator-style"
    severity = "minor"
    mqm = "fluency/inconsistency"
    sides = ("zh", "en")
    rank = 15

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        if side == "zh":
            yield from self._in_chinese(context)
            return
        marker = context.enumerator(side)
        if marker is None or marker.style not in _BRACKETED or marker.style == "arabic-paren":
            return
        counts = dict(context.facts.enumerator_styles)
        usual = max(_BRACKETED, key=lambda style: (counts.get(style, 0), style == "arabic-paren"))
        if marker.style != "word-paren" and (usual != "arabic-paren" or self._is_deeper(context, side, marker)):
            return
        if _goes_on(context.text(side), marker):
            return
        meant = f"({marker.ordinal})"
        message = Message(N_("The marker is unlike its siblings; it should read “{meant}”."), {"meant": meant})
        yield self.finding(context, side, Span(*marker.span), message, fix=Fix(meant, "safe"))

    def _in_chinese(self, context: ClauseContext) -> Iterator[Finding]:
        """Look at the mark behind the number that opens a paragraph of a plan."""
        if not context.facts.plan_year or not context.opens("zh"):
            return
        for norm, mark in _ZH_NORMS:
            found = norm.match(context.text("zh"))
            if found is None:
                continue
            meant = found["keep"] + mark
            message = Message(N_("The marker should be written “{meant}”."), {"meant": meant})
            span = Span(found.start("keep"), found.end())
            yield self.finding(context, "zh", span, message, fix=Fix(meant, "suggested"))

    @staticmethod
    def _is_deeper(context: ClauseContext, side: Side, marker: Enumerator) -> bool:
        """A small letter is of a deeper level, unless the Chinese numbers the very item （一）."""
        if not _inside(context.text(side), marker).islower():
            return False
        source = context.enumerator("zh")
        return source is None or source.style != "zh-paren" or source.ordinal != marker.ordinal


def _inside(text: str, marker: Enumerator) -> str:
    """Give what stands between the brackets of a marker."""
    return text[marker.span.start + 1 : marker.span.end - 1].strip()


def _goes_on(text: str, marker: Enumerator) -> bool:
    """Whether the next letter numbers an item of the same line: alone, the first would be unlike its siblings."""
    letter = _inside(text, marker)
    if len(letter) != 1 or not letter.isascii() or not letter.isalpha():
        return False
    return re.search(rf"[(（]\s?{chr(ord(letter) + 1)}\s?[)）]", text[marker.span.end :]) is not None

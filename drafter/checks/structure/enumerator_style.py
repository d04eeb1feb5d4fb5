"""Markers unlike their siblings."""

from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.enumerators import Enumerator
from drafter.model import N_, Finding, Fix, Message, Side, Span

_BRACKETED = ("arabic-paren", "roman-paren", "letter-paren", "word-paren")


class EnumeratorStyle(Rule):
    """A bracketed marker unlike its siblings'.

    What it does: compares the bracketed markers of the second level with one another: where the document mostly writes
    (1), a marker such as (D), (II) or (seven) is brought into line.

    Why it is bad: the reader takes items of one level for items of several.

    Example: `(seven) the field of construction` -> `(7) the field of construction`.

    Source: the house style for headings: （一） is (1).
    """

    name = "structure.enumerator-style"
    severity = "minor"
    mqm = "fluency/inconsistency"
    rank = 15

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        marker = context.enumerator(side)
        if marker is None or marker.style not in _BRACKETED or marker.style == "arabic-paren":
            return
        counts = dict(context.facts.enumerator_styles)
        usual = max(_BRACKETED, key=lambda style: (counts.get(style, 0), style == "arabic-paren"))
        if marker.style != "word-paren" and (usual != "arabic-paren" or self._is_deeper(context, side, marker)):
            return
        meant = f"({marker.ordinal})"
        message = Message(N_("The marker is unlike its siblings; it should read “{meant}”."), {"meant": meant})
        yield self.finding(context, side, Span(*marker.span), message, fix=Fix(meant, "safe"))

    @staticmethod
    def _is_deeper(context: ClauseContext, side: Side, marker: Enumerator) -> bool:
        """A small letter is of a deeper level, unless the Chinese numbers the very item （一）."""
        if not context.text(side)[marker.span.start + 1].islower():
            return False
        source = context.enumerator("zh")
        return source is None or source.style != "zh-paren" or source.ordinal != marker.ordinal

"""What of one side answers what of the other: figures that say the same, and what a finding is held against."""

from collections.abc import Iterable
from typing import NamedTuple

from drafter.checks import answers
from drafter.language.marks import Reading
from drafter.model import Clause, Finding, Side, Span
from drafter.review.marked import unmarked


class Counterparts(NamedTuple):
    """Two stretches of a clause that answer each other.

    Attributes:
        zh: where the one stands in the Chinese, in code points.
        en: where the other stands in the English.
    """

    zh: Span
    en: Span

    def overlaps(self, other: "Counterparts") -> bool:
        """Tell whether both are about the same words on either side."""
        return self.zh.overlaps(other.zh) and self.en.overlaps(other.en)


def counterparts(clause: Clause, findings: Iterable[Finding] = ()) -> tuple[Counterparts, ...]:
    """Give all stretches of a clause that answer each other.

    Args:
        clause: the clause, as corrected so far.
        findings: its findings, of which some tell what they are held against.
    """
    read = unmarked(clause)
    told = [
        Counterparts(one.span, one.counterpart) if one.side == "zh" else Counterparts(one.counterpart, one.span)
        for one in findings
        if one.counterpart is not None
    ]
    figures = [
        Counterparts(_there(clause, read, "zh", one.zh.span), _there(clause, read, "en", one.en.span))
        for one in answers(read)
        if one.zh is not None and one.en is not None
    ]
    alone = [one for one in told if not any(one.overlaps(figure) for figure in figures)]
    return tuple(dict.fromkeys([*figures, *alone]))


def _there(clause: Clause, read: Clause, side: Side, span: Span) -> Span:
    """Give the place of a stretch in the text with its marks."""
    return span if clause is read else Reading.of(clause.side(side).text).there(span)

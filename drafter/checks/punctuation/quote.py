"""Quotation marks without a partner, or of two kinds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.model import N_, Finding, Fix, Message, Side, Span

_MARK = re.compile('[“”"]')


@dataclass(frozen=True, slots=True)
class _Fault:
    span: Span
    meant: str | None
    message: Message


class PunctuationQuote(Rule):
    """Quotation marks unmatched, or of two kinds.

    What it does: reads the quotation marks of a paragraph in order: a straight mark that closes a curly one, a mark
    that closes nothing, one that is never closed, and a space on the wrong side of a mark.

    Why it is bad: it is no longer clear what is quoted, such as the title of a plan.

    Example: `“Guard the blue sky"` -> `“Guard the blue sky”`.

    Source: GB/T 15834-2011, 4.8; the house style for English.
    """

    name = "punctuation.quote"
    severity = "minor"
    mqm = "fluency/punctuation"
    sides = ("zh", "en")
    rank = 30

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        if not any(mark in text for mark in '“”"'):
            return
        curly = side == "zh" or context.facts.curly_quotes
        for fault in _faults(text, curly=curly, spaced=side == "en"):
            fix = Fix(fault.meant, "safe") if fault.meant is not None else None
            yield self.finding(context, side, fault.span, fault.message, fix=fix)


def _faults(text: str, *, curly: bool, spaced: bool) -> Iterator[_Fault]:
    """Walk the marks with the one that stands open; quotations do not nest with one kind of mark."""
    opened: tuple[int, str] | None = None
    for found in _MARK.finditer(text):
        pos, mark = found.start(), found[0]
        if mark == '"' and pos and text[pos - 1].isdigit() and opened is None:
            continue  # inches, seconds of arc
        if mark == "“":
            if opened is not None and _ends_word(text, pos):
                message = Message(N_("An opening mark closes the quotation; it should read “{meant}”."), {"meant": "”"})
                yield _Fault(Span(pos, pos + 1), "”", message)
                opened = None
                continue
            if opened is not None:
                yield _never_closed(*opened)
            opened = (pos, mark)
        elif opened is not None:
            yield from _close(text, opened, pos, curly=curly, spaced=spaced)
            opened = None
        elif mark == "”" or _looks_closing(text, pos):
            yield _Fault(Span(pos, pos + 1), "", Message(N_("This quotation mark closes nothing.")))
        else:
            opened = (pos, mark)
            if spaced and _misplaced_opening(text, pos):
                message = Message(N_("The space belongs before the opening quotation mark."))
                yield _Fault(Span(pos, pos + 2), " “" if curly else ' "', message)
    if opened is not None:
        yield _never_closed(*opened)


def _ends_word(text: str, pos: int) -> bool:
    """Whether a mark stands at the end of a word, where none can open."""
    after = text[pos + 1 : pos + 2]
    return text[max(0, pos - 1) : pos].isalnum() and (not after or after.isspace() or after in ",.;:)，。；：）")


def _looks_closing(text: str, pos: int) -> bool:
    """A straight mark stuck to the word before it, a blank or a mark behind it: it can't open."""
    before, after = text[pos - 1 : pos], text[pos + 1 : pos + 2]
    if not before or before.isspace() or before in "([“—":
        return False
    return (not after or after.isspace() or after in ",.;:)]") and '"' not in text[pos + 1 :]


def _misplaced_opening(text: str, pos: int) -> bool:
    before, after = text[pos - 1 : pos], text[pos + 1 : pos + 2]
    return before.isalnum() and after == " "


def _close(text: str, opened: tuple[int, str], pos: int, *, curly: bool, spaced: bool) -> Iterator[_Fault]:
    mark = text[pos]
    if opened[1] == mark == '"' and text.startswith("“", pos + 1):
        # Before a curly mark the straight pair stands for others that are lost, such as those of a title.
        message = Message(N_("A straight pair stands beside curly marks; it encloses nothing."))
        yield _Fault(Span(opened[0], opened[0] + 1), "", message)
        yield _Fault(Span(pos, pos + 1), " " if spaced else "", message)
        return
    meant = "”" if opened[1] == "“" or curly else '"'
    after = text[pos + 1 : pos + 2]
    if spaced and text[pos - 1] == " " and after.isalnum() and pos - 1 > opened[0]:
        message = Message(N_("The space belongs behind the closing quotation mark."))
        yield _Fault(Span(pos - 1, pos + 1), meant + " ", message)
    elif opened[1] == "“" and mark == '"':
        message = Message(N_("A straight mark closes a curly one; it should read “{meant}”."), {"meant": "”"})
        yield _Fault(Span(pos, pos + 1), "”", message)
    elif opened[1] == '"' and mark == "”":
        message = Message(
            N_("A curly mark closes the straight one before; it should be opened by “{meant}”."), {"meant": "“"}
        )
        yield _Fault(Span(opened[0], opened[0] + 1), "“", message)


def _never_closed(pos: int, _mark: str) -> _Fault:
    return _Fault(Span(pos, pos + 1), None, Message(N_("This quotation mark is never closed.")))

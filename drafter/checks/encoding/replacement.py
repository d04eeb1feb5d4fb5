"""Marks that stand for a lost character."""

import re
from collections import deque
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.model import N_, Finding, Fix, Message, Side, Span

_GRADE = re.compile(r"(?<![A-Za-z])(?P<grade>[A-E])[?？](?=\s?[)），,;；、/]|\s(?:level|grade|and|or)(?![a-z])|级)")
_LOST = re.compile(r"[\ufffd□]")
_SHORT_QUOTE = 32
_OPENS, _CLOSES = ("“", "‘", '"', "「"), ("”", "’", '"', "」")
_MARK = re.compile(r"[?？]")
# In an address a question mark opens what is asked of the page; one behind an address ends the sentence.
_ADDRESS = re.compile(
    r"(?:(?:https?|ftp)://|www\.|(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]{1,40}\.){1,4}[a-z]{2,12}/|mailto:)[!-~]{1,400}"
    r"|[!-~]{1,64}@[!-~]{1,64}"
)
_QUESTION = re.compile(
    r"(?:^|[.!?;:,”\"]\s*)(?:[“\"(]\s*)?"
    r"(?:(?:so|and|but|then|now|well|or|yet|still|in|for|by|to|from|at|of|with|on)\b[, ]+){0,2}"
    r"(?:what|who|whom|whose|which|when|where|why|how|is|are|was|were|do|does|did|can|could|will|would"
    r"|shall|should|may|has|have|had|isn't|aren't)\b[^.!]*\Z",
    re.IGNORECASE,
)
_ZH_QUESTION = re.compile(
    r"(?:吗|呢|吧|什么|怎么|多久|多大|多远|多长|能否|可否|会不会|是不是|有没有|能不能|要不要|该不该|难道|岂|何以|何处|何在|怎样|如何|为何|谁|哪|几|是否|何时|多少)[^。！？]*$"
)


class EncodingReplacement(Rule):
    """A mark that stands for a lost character.

    What it does: finds U+FFFD and □, a question mark after a grade (B? for B-), and question marks where nothing is
    asked: in pairs they were quotation marks. Real questions are left alone.

    Why it is bad: a reader can't know what was lost; a grade without its minus is another grade.

    Example: `? Green Island?` -> `“Green Island”`; `B?` -> `B-`.

    Source: Unicode Standard, 23.8 (U+FFFD); text converted to a character set that lacks the mark shows “?”.
    """

    name = "encoding.replacement"
    severity = "major"
    mqm = "fluency/character-encoding"
    sides = ("zh", "en")
    rank = 20

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        if not any(mark in text for mark in "?？\ufffd□"):
            return
        grades = {found.end() - 1 for found in _GRADE.finditer(text)}
        for found in _GRADE.finditer(text):
            meant = f"{found['grade']}-"
            message = Message(N_("The minus of the grade is lost; it should read “{meant}”."), {"meant": meant})
            yield self.finding(context, side, Span(*found.span()), message, fix=Fix(meant, "suggested"))
        for found in _LOST.finditer(text):
            message = Message(N_("A character is lost here; compare with the source."))
            yield self.finding(context, side, Span(*found.span()), message)
        addressed = {
            place
            for found in _ADDRESS.finditer(text)
            for place in range(found.start(), found.start() + len(found[0].rstrip("?.,;:!)\"'")))
        }
        lost = deque(
            found.start()
            for found in _MARK.finditer(text)
            if found.start() not in grades
            and found.start() not in addressed
            and text[max(0, found.start() - 1) : found.start()] not in ("?", "？")
            and not _asked(text, found.start(), side)
        )
        yield from self._quotes(context, side, lost)

    def _quotes(self, context: ClauseContext, side: Side, lost: deque[int]) -> Iterator[Finding]:
        text = context.text(side)
        opening, closing = "“”" if side == "zh" or context.facts.curly_quotes or '"' not in text else '""'
        while lost:
            start = lost.popleft()
            blank_after = text[start + 1 : start + 2] == " "
            if lost and _could_open(text, start):
                end = lost.popleft()
                if end - start <= _SHORT_QUOTE and side == "en":
                    inside = text[start + 1 : end].strip()
                    after = " " if text[end + 1 : end + 2].isalnum() else ""
                    yield self._quote(context, side, Span(start, end + 1), opening + inside + closing + after)
                    continue
                span = Span(start, start + 2) if blank_after else Span(start, start + 1)
                yield self._quote(context, side, span, opening)
                left = end - 1 if text[end - 1] == " " else end
                after = text[end + 1 : end + 2]
                yield self._quote(
                    context, side, Span(left, end + 1), closing + (" " if after.isalnum() and side == "en" else "")
                )
            else:
                message = Message(N_("Nothing is asked here: the question mark stands for a lost character."))
                yield self.finding(context, side, Span(start, start + 1), message)

    def _quote(self, context: ClauseContext, side: Side, span: Span, meant: str) -> Finding:
        message = Message(N_("The question mark stands for a lost quotation mark."))
        return self.finding(context, side, span, message, fix=Fix(meant, "suggested"))


def _could_open(text: str, start: int) -> bool:
    return start == 0 or not text[start - 1].isalnum() or not text[start + 1 : start + 2].isspace()


def _asked(text: str, pos: int, side: Side) -> bool:
    """Whether a sentence that asks something ends here; before a closing quotation mark somebody is quoted."""
    if text[pos + 1 : pos + 2] in _CLOSES and any(mark in text[max(0, pos - 300) : pos] for mark in _OPENS):
        return True
    after = text[pos + 1 : pos + 3].lstrip('”’")） ')
    if side == "zh":
        return bool(_ZH_QUESTION.search(text[max(0, pos - 80) : pos]))
    ends = not after or after[0].isupper() or not after[0].isalnum()
    return ends and bool(_QUESTION.search(text[max(0, pos - 300) : pos]))

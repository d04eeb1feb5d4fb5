"""Paragraphs broken inside a sentence."""

import re
from collections.abc import Iterator, Sequence

from drafter.checks.context import ClauseContext
from drafter.checks.document import Member, RunRule
from drafter.checks.rule import Rule
from drafter.language.enumerators import read_enumerator
from drafter.model import N_, Finding, Fix, Message, Side, Span

_MESSAGE = N_("The paragraph is broken inside a sentence: this belongs to the line before.")
_HEAD = re.compile(r"\s*(?P<words>[a-z][A-Za-z’'-]*(?:\s[A-Za-z’'-]+){0,3})")
# Words that go on with a sentence; a name, a list's item or a caption may open with any other small letter.
_GOES_ON = frozenset(
    (
        "to", "of", "and", "or", "is", "are", "was", "were", "will", "shall", "should", "must", "in", "on", "for",
        "with",
        "by", "from", "at", "as", "the", "that", "which", "who", "than", "into", "under", "a", "an", "its", "their",
        "has",
        "have", "so", "while", "where", "when", "but", "through", "according", "including", "based",
    )
)  # fmt: skip
_LISTED = re.compile(r"[a-z]{1,4}[.)、]")
_UNFINISHED = frozenset(
    ("the", "of", "and", "or", "a", "an", "is", "are", "to", "with", "from", "by", "for", "in", "on")
)
_RUN_ON = re.compile(r"(?:(?:is|are)\s)?to\s(?P<verb>(?:[a-z]+ly\s)?[a-z]+)")
_ZH_GOES_ON = re.compile(r"\s*[，。；、）”》：]")
_ZH_UNFINISHED = re.compile(r"[，、]\Z")
_NARROWEST_LINE, _WIDEST_LINE = 55, 90
_LONG, _ZH_LONG, _LONGEST_TITLE = 40, 20, 100


class BrokenParagraph(RunRule):
    """A paragraph broken inside a sentence.

    What it does: finds a line without a stop at its end whose sentence goes on in the next line, with a small letter
    or with a mark that can't stand first.

    Why it is bad: the second half stands alone, and is taken for a paragraph that says something else.

    Example: `The overall requirement is` and below `to adhere to` (meant one line, or a heading and `Adhere to`).

    Source: MQM, fluency/structure.
    """

    name = "structure.broken-paragraph"
    mqm = "fluency/structure"
    severity = "major"
    sides = ("zh", "en")
    of_paragraphs = True
    reach = 3

    def opens(self, member: Member) -> bool:
        """See `RunRule.opens`."""
        return _is_open(member.text, member.side)

    def find(self, members: Sequence[Member]) -> Iterator[Finding]:
        """See `RunRule.find`."""
        if len(members) < 2:
            return
        first, second = members[0].text, members[1].text
        following = members[2].text if len(members) > 2 else ""
        if (place := _continuation(first, second, following, members[0].side)) is not None:
            yield self.finding(members[1], place, Message(_MESSAGE), fix=_as_order(first, second, place))


class BrokenWithin(Rule):
    """A paragraph broken inside a sentence.

    What it does: finds the same where the two lines stand in one clause.

    Why it is bad: the second half stands alone, and is taken for a paragraph that says something else.

    Example: `Build a` and below `dense network` -> `Build a dense network`.

    Source: MQM, fluency/structure.
    """

    name = "structure.broken-paragraph"
    mqm = "fluency/structure"
    severity = "major"
    sides = ("zh", "en")
    rank = 73

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        if "\n" not in text or _one_paragraph(context, side):
            return
        lines = text.split("\n")
        start = len(lines[0]) + 1
        for number, line in enumerate(lines[1:], 1):
            following = lines[number + 1] if number + 1 < len(lines) else ""
            before = lines[number - 1]
            if _is_open(before, side) and (place := _continuation(before, line, following, side)):
                span = Span(start + place.start, start + place.end)
                yield self.finding(context, side, span, Message(_MESSAGE), fix=_as_order(before, line, place))
            start += len(line) + 1


def _one_paragraph(context: ClauseContext, side: Side) -> bool:
    """Whether all of a clause is known to come from one paragraph: its author or a tag has set the breaks in it."""
    return len({segment.paragraph for segment in context.clause.side(side).segments}) == 1


def _is_open(text: str, side: Side) -> bool:
    """Whether a line has no end of its own; in English it must have begun as a line does."""
    stripped = text.strip()
    if not stripped:
        return False
    if side == "zh":
        return len(stripped) >= _ZH_LONG and (stripped[-1].isalnum() or bool(_ZH_UNFINISHED.search(stripped)))
    if _NARROWEST_LINE <= len(stripped) <= _WIDEST_LINE and read_enumerator(stripped) is None:
        return False  # perhaps a text that is broken by its width, every line of it
    return (stripped[-1].isalnum() or stripped[-1] == ",") and not (
        stripped[0].islower() and read_enumerator(stripped) is None
    )


def _continuation(first: str, second: str, following: str, side: Side) -> Span | None:
    """Give the words with which the second line goes on with the first one's sentence."""
    if side == "zh":
        if found := _ZH_GOES_ON.match(second):
            return Span(*found.span())
        goes_on = _ZH_UNFINISHED.search(first.rstrip()) and len(second) >= _ZH_LONG and "。" in second
        if goes_on and read_enumerator(second) is None:
            start = len(second) - len(second.lstrip())
            return Span(start, start + 2)
        return None
    head = _HEAD.match(second)
    if _is_title(first) and len(second) <= _LONGEST_TITLE and second.rstrip()[-1:].isalnum():
        return None  # a title may be broken anywhere
    if head is None or _LISTED.match(second.lstrip()) or following.lstrip()[:1].islower():
        return None
    word = head["words"].split()[0]
    last = first.rstrip().rsplit(None, 1)[-1]
    if (
        word in _GOES_ON
        or (last in _UNFINISHED and len(second) >= _LONG)
        or (last.endswith(",") and len(first) >= _LONG)
    ):
        return Span(*head.span("words"))
    return None


def _is_title(line: str) -> bool:
    words = [word for word in re.findall(r"[A-Za-z]+", line) if len(word) > len("with")]
    return bool(words) and 2 * sum(word[0].isupper() for word in words) > len(words)


def _as_order(first: str, second: str, place: Span) -> Fix | None:
    """Below a heading “is to build” becomes an order of its own: Build."""
    if read_enumerator(first) is None or not (found := _RUN_ON.match(second, place.start)):
        return None
    meant = second[found.start("verb") : place.end]
    return Fix(meant[0].upper() + meant[1:], "suggested") if meant else None

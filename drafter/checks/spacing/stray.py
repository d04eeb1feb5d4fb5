"""Spaces too many."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.around import ends_with
from drafter.language.broken_words import broken_words
from drafter.language.quantities.masks import Mask
from drafter.language.scripts import is_han
from drafter.model import N_, Finding, Fix, Message, Side, Span

_FORMULA = re.compile(
    r"PM[\s_]+2\.\s?5|PM[\s_]?2\s\.\s?5|PM[\s_]?2\.\s5|PM[\s_]+10(?![0-9])|(?<![A-Za-z])(?:O\s?_\s?3|O\s_?3(?![0-9.,%])"
    r"|(?:CO|SO|NO)\s?_\s?2|(?:CO|SO|NO)\s2(?![0-9.,%])|NO\s?_\s?x|NO\sx(?![a-z]))"
)
_BLANKS = re.compile(r"(?<=\S)[ \u00a0\u2002\u2003\u3000]{2,}(?=\S)|(?<=\S)[\u2002\u2003\u3000](?=\S)")
_ANY_BLANK = re.compile("[ _\t\u00a0\u2002\u2003\u3000]")
_FORMULA_CUE = re.compile(r"PM(?:[\s_]|2\s|2\.\s)|[OCSN]\s?_|[CSN]O\s|O\s")
# A blank beside another, or beside what none may stand beside: without one there is nothing to look for.
_BESIDE = re.compile(r"[ \u00a0][ \u00a0\u2002\u2003\u3000,;:.)\]!%％]|[\u2002\u2003\u3000]|[(\[][ \u00a0]")
# A tab parts columns, also where the last one is empty, and is never stray.
_BLANK = " \u00a0\u2002\u2003\u3000"
_BEFORE_MARK = re.compile(r"(?<=[A-Za-z0-9%”)’])[ \u00a0]+(?=[,;:.)\]!](?!\s?[0-9.]))")
# A function and what it is of, min( x, y ) or print( a ), is no prose: what stands there may be meant so.
_CALL = re.compile(
    r"(?<![\w.])(?:[a-z]\w{0,9}\((?=[^()]{1,40},)|(?:print|len|log|ln|exp|abs|sqrt|sum|sin|cos|tan|f|g)\()"
    r"(?:[\d\s,.+*/^-]|\b[A-Za-z]\b){1,40}\)"
)
_AFTER_OPEN = re.compile(r"(?<=[(\[])[ \u00a0]+(?=\S)")
_BEFORE_PERCENT = re.compile(r"(?<=[0-9])[ \u00a0]+(?=[%％])")
_ZH_BLANK = re.compile(r"(?<=\S)[ \u00a0\u2002\u2003\u3000]+(?=\S)")
_ZH_NUMBERED = re.compile(
    r"(?:第[0-9一二三四五六七八九十百零〇]{1,7}[编章节条款]|^[一二三四五六七八九十]{1,3}|附[件录表])\Z"
)
_SHORT_LINE = 8
_ZH_MARKS = "，。；：？！、（）《》“”‘’〔〕【】…—"


class SpacingStray(Rule):
    """A space too many.

    What it does: finds spaces inside formulas and inside words (`emer gency`), before closing marks, doubled spaces,
    and in Chinese any space beside a character or a full-width mark.

    Why it is bad: lines break in the wrong places, and a search for the formula finds nothing.

    Example: `PM 2.5` -> `PM2.5`; `O _ 3` -> `O3`.

    Source: English typography; GB/T 15834-2011 for Chinese; the house style for formulas.
    """

    name = "spacing.stray"
    severity = "minor"
    mqm = "fluency/spelling"
    sides = ("zh", "en")
    rank = 60

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        if _ANY_BLANK.search(text) is None:
            return
        for found in _FORMULA.finditer(text) if _FORMULA_CUE.search(text) else ():
            meant = re.sub(r"[\s_]", "", found[0])
            message = Message(N_("Spaces break the formula; it should read “{meant}”."), {"meant": meant})
            yield self.finding(context, side, Span(*found.span()), message, fix=Fix(meant, "safe"))
        for broken in broken_words(text) if side == "en" else ():
            message = Message(N_("A space breaks the word; it should read “{meant}”."), {"meant": broken.whole})
            yield self.finding(context, side, broken.span, message, fix=Fix(broken.whole, "suggested"))
        for span, meant in _chinese(text) if side == "zh" else _english(text):
            yield self.finding(
                context, side, span, Message(N_("There is a space too many here.")), fix=Fix(meant, "safe")
            )


def _english(text: str) -> Iterator[tuple[Span, str]]:
    if _BESIDE.search(text) is None:
        yield from _at_the_end(text)
        return
    calls = Mask(Span(*found.span()) for found in _CALL.finditer(text))
    for pattern, meant in ((_BLANKS, " "), (_BEFORE_MARK, ""), (_AFTER_OPEN, ""), (_BEFORE_PERCENT, "")):
        for found in pattern.finditer(text):
            if not calls.meets(Span(*found.span())):
                yield Span(*found.span()), meant
    yield from _at_the_end(text)


def _at_the_end(text: str) -> Iterator[tuple[Span, str]]:
    """Blanks at the end; found from behind, since a pattern would try every run of blanks anew at each of them."""
    end = len(text.rstrip(_BLANK))
    if end < len(text):
        yield Span(end, len(text)), ""


def _chinese(text: str) -> Iterator[tuple[Span, str]]:
    """Blanks between Chinese characters, beside their marks, and inside a date; one beside Latin letters is a habit."""
    for found in _ZH_BLANK.finditer(text):
        before, after = text[found.start() - 1], text[found.end()]
        beside_mark = before in _ZH_MARKS or after in _ZH_MARKS or before in ",;:)(" or after in ",;:)("
        dated = (before.isdigit() and after in "年月日") or (before in "年月日" and after.isdigit())
        if beside_mark or dated or (is_han(before) and is_han(after) and not _set_apart(text, found)):
            yield Span(*found.span()), ""
    yield from _at_the_end(text)


def _set_apart(text: str, blank: re.Match[str]) -> bool:
    """第三条 and 第一章 stand apart from what follows; a short line (目　录) is spread for the eye."""
    return bool(ends_with(_ZH_NUMBERED, text, blank.start())) or len(text.strip()) <= _SHORT_LINE

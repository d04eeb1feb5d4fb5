"""Marks doubled, misplaced or left over."""

import re
from collections.abc import Iterator

from drafter.checks.context import ClauseContext
from drafter.checks.rule import Rule
from drafter.language.around import ends_with
from drafter.language.scripts import HAN
from drafter.language.words import commonness
from drafter.model import N_, Finding, Fix, Message, Severity, Side, Span

# A full stop in mid-sentence, where text was joined: `reached.70%`, `advance.“Coal to gas”`, `meet.VOCs`.
_BEFORE_FIGURE = re.compile(
    r"(?<=[a-z]{3})\.(?=[0-9]+(?:[.,][0-9]+)*(?:[%％]|[A-Z]|\s?[a-zμµ]))(?!(?:19|20)[0-9]{2}(?:Year|In|year))"
)
_BEFORE_QUOTE = re.compile(r"(?<=[a-z])\.(?=“\S)")
_BEFORE_TERM = re.compile(
    r"(?<=[a-z]{2})\.(?=(?:VOCs?|NOx|SO2|NO2|CO2|PM|O3)|[A-E][(（]|(?:one|two|three|four|five|six|seven|eight"
    r"|nine)[—–-]|[a-z]{3,}\s(?!\.))(?!com|cn|gov|org|net|www|docx?|html?|pdf)"
)
_INSIDE_QUOTE = re.compile(r"(?<=[a-z])\.(?=[”\"][A-Z]?[a-z])")
_DOUBLED = re.compile(
    r"(?<![.])(?:,\s?,|;\s?;|:\s?:|\.\.(?!\.)|,\s?\.(?![0-9.])|(?<=[a-z]{4})\.\s?,(?=\s[a-z])|;\s?,|,\s?;|;\s?\.)"
)
# Without these there is nothing to look for.
_STOP_WITHOUT_BLANK = re.compile(r"\.[^\s.]")
_TWO_MARKS = re.compile(r"[,;:.]\s?[,;:.]")
_WORD = re.compile(r"[a-z]{1,40}")
_EVERYDAY = 3.5
_ABBREVIATION = re.compile(
    r"(?:etc|e\.g|i\.e|al|Inc|Ltd|Co|Corp|No|vs|cf|St|Dr|Mr|Mrs|approx|resp|Dept|Univ|Prov|excl|incl|est|dept)\.?\Z"
)
_LEFT_OVER = re.compile(r"^\s*[.,;:!?]\s+(?=\S)|\?\s?,")
_DIGITS = "一二三四五六七八九"
_ROW = r"(?:\.{3,6}|。{3,6}|(?<!…)…(?!…))"
_ZH_DOUBLED = re.compile(r"，，+|。。+|、、+|；；+|：：+|。\s。|，。|、。|。，|；，|，；|、，(?!\s)")

# What GB/T 15834 does not have: a mark between two titles or quotes, rows of stops for an ellipsis, hyphens for a dash,
# “and so on” said twice, a mark between two neighbouring numbers that stand for a rough one. Each with what it reads.
_ZH_NORM = (
    (re.compile("(?<=[”》])、(?=[“《])"), ""),
    (re.compile(rf"(?<=[{HAN}]){_ROW}"), "……"),
    (re.compile(rf"(?<=[{HAN}])-{{2,3}}(?=[{HAN}])"), "——"),
    (re.compile(r"(?<=等)……(?!…)"), ""),
    (
        re.compile(
            f"(?<=[{_DIGITS}])(?<![、{_DIGITS}][{_DIGITS}])、"
            f"(?=[{_DIGITS}](?:十[余多]?[家个人名项座台户辆起处]|年[内后]|天[内后]|个月))"
        ),
        "",
    ),
)


class PunctuationStray(Rule):
    """Marks doubled, misplaced or left over.

    What it does: finds full stops in mid-sentence, doubled marks and marks left over at the head of a line; in Chinese
    also a mark between two titles or two quotes, and stops or hyphens in the place of …… and ——. A stop before a figure
    is major: it reads as a decimal point.

    Why it is bad: `.14%` is taken for 0.14 %; elsewhere a sentence seems to end.

    Example: `has reached.70%` -> `has reached 70%`.

    Source: GB/T 15834-2011; English punctuation.
    """

    name = "punctuation.stray"
    severity = "minor"
    mqm = "fluency/punctuation"
    sides = ("zh", "en")
    rank = 35

    def find(self, context: ClauseContext, side: Side) -> Iterator[Finding]:
        """See `Rule.find`."""
        text = context.text(side)
        if side == "zh":
            for norm, meant in _ZH_NORM:
                for found in norm.finditer(text):
                    yield self._stray(context, side, Span(*found.span()), meant)
            for found in _ZH_DOUBLED.finditer(text):
                if found[0][1].isspace():  # a stop that stands alone behind the one that ends the sentence
                    yield self._stray(context, side, Span(found.start() + 1, found.end()), "")
                    continue
                yield self._stray(
                    context, side, Span(*found.span()), found[0][-1] if found[0][0] == found[0][-1] else "。"
                )
            return
        for pattern, fix, severity in _STOPS if _STOP_WITHOUT_BLANK.search(text) else ():
            for found in pattern.finditer(text):
                if not ends_with(_ABBREVIATION, text, found.end()) and _in_words(text, found):
                    yield self._stray(context, side, Span(*found.span()), fix, severity)
        for found in _DOUBLED.finditer(text) if _TWO_MARKS.search(text) else ():
            if not ends_with(_ABBREVIATION, text, found.start() + 1):
                yield self._stray(context, side, Span(*found.span()), _one_of(found[0]))
        for found in _LEFT_OVER.finditer(text):
            yield self._stray(context, side, Span(*found.span()), "" if found.start() == 0 else None)

    def _stray(
        self, context: ClauseContext, side: Side, span: Span, meant: str | None, severity: Severity | None = None
    ) -> Finding:
        message = Message(
            N_("A full stop before a figure reads as a decimal point.")
            if severity == "major"
            else N_("This mark is out of place.")
        )
        fix = Fix(meant, "suggested") if meant is not None else None
        return self.finding(context, side, span, message, fix=fix, severity=severity)


_STOPS: tuple[tuple[re.Pattern[str], str, Severity], ...] = (
    (_BEFORE_FIGURE, " ", "major"),
    (_BEFORE_QUOTE, " ", "minor"),
    (_BEFORE_TERM, " ", "minor"),
    (_INSIDE_QUOTE, "", "minor"),
)


def _in_words(text: str, stop: re.Match[str]) -> bool:
    """Whether a stop before a small letter stands between two words of English: `meet.the`, but not data.csv."""
    after = _WORD.match(text, stop.end())
    return after is None or commonness(after[0]) >= _EVERYDAY


def _one_of(marks: str) -> str | None:
    """Which of two marks stays: the one that is there twice, the comma of `.,`; else nobody knows."""
    return marks[-1] if marks[0] == marks[-1] or (marks[0] == "." and marks[-1] == ",") else None

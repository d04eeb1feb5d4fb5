"""The lines of a document as the outline sees them: paragraphs cut at their line breaks, blanks trimmed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.language.scripts import han_count, latin_words
from drafter.model import Paragraph, Segment

_STOPS = tuple("。！？；!?;.．…")
_CLOSERS = "”’」』）】〕》〉)]\"'"
# The stop inside a line after which another sentence goes on, a glued one too.
_INNER_STOP = re.compile(r"[。！？!?]|(?<=[a-z0-9)%\]”\"])[.．](?=\s+[A-Z“\"(\[]|[A-Z][a-z]+\s)|[;；]\s*\S")

_STATEMENT = re.compile(
    r"应当|必须|不得|(?<![主重需必紧])要(?![求素点件害闻塞])|20[0-9]{2}\s?年|[0-9]\s?[%％万亿]|"
    r"(?i:\b(?:shall|should|must|will|is|are|was|were|has|have|had|be|we|they|it)\b)|\b20[0-9]{2}\b|[0-9]\s?%"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph, without the blanks round it.

    Attributes:
        paragraph: index of its paragraph, counted from 0.
        start: where it begins in the paragraph's text.
        text: the line.
        zh: whether it is Chinese.
        body: whether it stands in the running text, not in a table, note or comment.
        level: the word processor's outline level from 1, 0 for body text.
        style: name of its paragraph style.
        gap: whether a blank line stands before it.
    """

    paragraph: int
    start: int
    text: str
    zh: bool
    body: bool
    level: int
    style: str
    gap: bool

    @property
    def end(self) -> int:
        """Where it ends in the paragraph's text."""
        return self.start + len(self.text)

    @property
    def whole(self) -> Segment:
        """The stretch it takes."""
        return Segment(self.paragraph, self.start, self.end)

    def piece(self, start: int, end: int) -> Segment:
        """Give a stretch of it by places counted from its own beginning."""
        return Segment(self.paragraph, self.start + start, self.start + end)


def is_chinese(text: str) -> bool:
    """Tell whether a line is Chinese: a character weighs as much as a word."""
    return han_count(text) > latin_words(text)


def lines_of(paragraphs: Iterable[Paragraph]) -> list[Line]:
    """Cut paragraphs into lines; blank ones are left out."""
    found: list[Line] = []
    gap = False
    for index, paragraph in enumerate(paragraphs):
        at = 0
        first = True
        for raw in paragraph.text.split("\n"):
            text = raw.strip()
            if text:
                start = at + len(raw) - len(raw.lstrip())
                level, style = (paragraph.level, paragraph.style) if first else (0, "")
                body = paragraph.part == "body"
                found.append(Line(index, start, text, is_chinese(text), body, level, style, gap))
                gap = first = False
            else:
                gap = True
            at += len(raw) + 1
    return found


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends with a stop, quotes and brackets apart."""
    return text.rstrip(_CLOSERS).endswith(_STOPS)


def is_phrase(text: str) -> bool:
    """Tell whether a line is one phrase: nothing goes on behind a stop, except that the line may end with one."""
    return _INNER_STOP.search(text, 0, max(0, len(text) - 1)) is None


def states(text: str) -> bool:
    """Tell whether a text says that something is or shall be, as sentences do and names don't."""
    return _STATEMENT.search(text) is not None


def length(text: str) -> int:
    """Give a length by which both languages can be measured: a Chinese character counts as three."""
    return len(text) + 2 * han_count(text)

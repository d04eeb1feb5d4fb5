"""From a place in a clause to the line of the file that it came from."""

from dataclasses import dataclass

from drafter.model import Clause, Document, Side, Span


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line of a source file.

    Attributes:
        line: line of a text file, paragraph number of any other format, from 1.
        start: first code point in that line.
        end: end, exclusive.
    """

    line: int
    start: int
    end: int


def place_of(clause: Clause, side: Side, span: Span, document: Document) -> Place:
    """Find the line and the offsets of a span of a clause's original text.

    A span that runs over the end of a paragraph is cut there.
    """
    offset = 0
    found = clause.side(side).segments[0]
    for segment in clause.side(side).segments:
        found = segment
        length = segment.end - segment.start
        if span.start <= offset + length:
            break
        offset += length + 1
    start = min(found.end, found.start + span.start - offset)
    end = min(found.end, found.start + span.end - offset)
    return Place(document.paragraphs[found.paragraph].line, start, max(start, end))

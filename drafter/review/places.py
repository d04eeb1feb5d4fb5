"""From a place in a clause to the line of the file that it came from, and the document as corrected."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.model import Clause, ClauseSide, Document, Side, Span


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


def parts_of(side: ClauseSide) -> list[str]:
    """Cut the corrected text of a side into what stands in each of its segments.

    A paragraph may hold line breaks of its own; each segment keeps as many as it came with. Lines that a correction
    added go to the last segment, and where it took lines away the last segments are left empty.
    """
    lines = side.text.split("\n")
    parts = []
    offset = 0
    for segment in side.segments[:-1]:
        length = segment.end - segment.start
        count = 1 + side.original.count("\n", offset, offset + length)
        parts.append("\n".join(lines[:count]))
        lines = lines[count:]
        offset += length + 1
    return [*parts, "\n".join(lines)] if side.segments else []


def place_of(clause: Clause, side: Side, span: Span, document: Document) -> Place:
    """Find the line and the offsets of a span of a clause's text; they count in the paragraph as corrected.

    A span that runs over the end of a paragraph is cut there. The side must have segments.
    """
    offset = 0
    here = clause.side(side)
    for segment, part in zip(here.segments, parts_of(here), strict=True):
        found, text = segment, part
        if span.start <= offset + len(part):
            break
        offset += len(part) + 1
    start, end = (found.start + min(len(text), position - offset) for position in span)
    return Place(document.paragraphs[found.paragraph].line, start, max(start, end))


def corrected_paragraphs(document: Document, clauses: Iterable[Clause], sides: Sequence[Side]) -> list[str]:
    """Give the paragraphs of a document with every correction put in, as many as it has, blank ones too.

    Text that a reviewer wrote where this side had none follows the paragraph before it, after a line feed.

    Args:
        document: the document.
        clauses: all clauses in order.
        sides: the sides that came from this document: both, where it holds both languages.
    """
    texts = [paragraph.text for paragraph in document.paragraphs]
    changed: list[tuple[int, int, int, str]] = []
    added: list[tuple[int, str]] = []
    last = -1
    for clause in clauses:
        for here in map(clause.side, sides):
            if here.segments:
                last = here.segments[-1].paragraph
                if here.text != here.original:
                    parts = zip(here.segments, parts_of(here), strict=True)
                    changed += [(place.paragraph, place.start, place.end, part) for place, part in parts]
            elif here.text:
                added.append((last, here.text))
    # From the end to the start, so that no offset moves under another.
    for paragraph, start, end, part in sorted(changed, reverse=True):
        texts[paragraph] = texts[paragraph][:start] + part + texts[paragraph][end:]
    opening = [text for paragraph, text in added if paragraph < 0]
    for paragraph, text in added:
        if paragraph >= 0:
            texts[paragraph] += "\n" + text
    if texts:
        texts[0] = "\n".join([*opening, texts[0]])
    return texts

"""Comments of an RTF document: what each says, who wrote it when, and what it is about."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from drafter.documents.docx.comments import Anchors
from drafter.documents.rtf.story import Found
from drafter.model import Comment

PARTICULARS: Final = frozenset({"atnauthor", "atnref", "atndate", "atrfstart", "atrfend"})
"""Groups that hold one word or number about a comment."""


@dataclass(slots=True)
class Annotation:
    """A comment while it is read.

    Attributes:
        number: its place among the comments, from 0.
        author: who wrote it.
        key: the document's own number of it, "" where it has none.
        time: when it was written, as `written` gives it.
        found: its paragraphs.
    """

    number: int
    author: str
    key: str = ""
    time: str = ""
    found: list[Found] = field(default_factory=list)


def written(text: str) -> str:
    """Give the time that a packed number of Word stands for, as ISO 8601; "" where it stands for none."""
    try:
        packed = int(text) & 0xFFFFFFFF
        minute, hour, day = packed & 0x3F, packed >> 6 & 0x1F, packed >> 11 & 0x1F
        month, year = packed >> 16 & 0xF, 1900 + (packed >> 20 & 0x1FF)
        return datetime(year, month, day, hour, minute).isoformat()
    except ValueError:
        return ""


def comments_of(paragraphs: Iterable[Found], annotations: list[Annotation]) -> tuple[Comment, ...]:
    """Give the comments of a document.

    Args:
        paragraphs: its paragraphs in their order, without those of the comments.
        annotations: its comments.
    """
    anchors = Anchors()
    for index, one in enumerate(paragraphs):
        anchors.paragraph(index, one.first, len(one.text), one.marks)
    found = []
    for annotation in annotations:
        place = anchors.spans.get(f"#{annotation.number}", (None, 0, 0))
        paragraph, start, end = anchors.spans.get(annotation.key, place) if annotation.key else place
        text = "\n".join(paragraph.text for paragraph in annotation.found)
        found.append(Comment(paragraph, start, end, annotation.author, annotation.time, text))
    return tuple(found)

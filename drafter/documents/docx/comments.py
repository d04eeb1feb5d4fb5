"""Comments: what they say stands in a part of its own, what they are about is marked in the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from drafter.documents.docx import names
from drafter.documents.docx.names import w
from drafter.documents.docx.xml import FALSE
from drafter.documents.xml import Element
from drafter.model import Comment

MarkKind = Literal["start", "end", "reference"]

_KINDS: Final[dict[str, MarkKind]] = {
    w("commentRangeStart"): "start",
    w("commentRangeEnd"): "end",
    w("commentReference"): "reference",
}
MARKS: Final = frozenset(_KINDS)
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a paragraph at which a comment begins, ends, or is referred to.

    Attributes:
        kind: which of these.
        comment: the comment's id.
        offset: code points of the paragraph's own text before it.
    """

    kind: MarkKind
    comment: str
    offset: int


def read_mark(element: Element, offset: int = 0) -> Mark:
    """Read one of the elements of `MARKS`."""
    return Mark(_KINDS[element.tag], element.get(names.ID, ""), offset)


def marks_within(element: Element, offset: int = 0) -> Iterator[Mark]:
    """Give the marks inside an element that is not shown: all at the place where it would stand."""
    for found in element.iter(*MARKS):
        yield read_mark(found, offset)


class Anchors:
    """The words that comments are about, found while paragraphs are collected in reading order.

    Attributes:
        spans: paragraph index, start and end by comment id.
    """

    def __init__(self) -> None:
        self.spans: dict[str, tuple[int, int, int]] = {}
        self._open: set[str] = set()
        self._waiting: list[Mark] = []

    def wait(self, marks: Sequence[Mark] | Iterator[Mark]) -> None:
        """Keep marks that stand between paragraphs, or in one that is not shown, for the next paragraph."""
        self._waiting.extend(Mark(one.kind, one.comment, 0) for one in marks)

    def paragraph(self, index: int, first: int, length: int, marks: Sequence[Mark]) -> None:
        """Note what a paragraph holds.

        Args:
            index: its place among all paragraphs.
            first: where its own text begins, after its number.
            length: length of its whole text.
            marks: its marks in order.
        """
        begun: dict[str, int] = {}
        for one in (*self._waiting, *marks):
            offset = first + one.offset
            if one.kind == "start":
                if one.comment not in self.spans:
                    self.spans[one.comment] = (index, offset, offset)
                    self._open.add(one.comment)
                    begun[one.comment] = offset
            elif one.comment in self._open:
                # A reference closes a range whose end is lost.
                self._open.remove(one.comment)
                self._settle(one.comment, index, begun.get(one.comment, first), offset)
            elif one.kind == "reference":
                self.spans.setdefault(one.comment, (index, offset, offset))
        self._waiting.clear()
        if length > first:
            # What the range goes on to say in further paragraphs does not matter once there are words.
            for comment in [one for one in self._open if begun.get(one, first) < length]:
                self._open.remove(comment)
                self._settle(comment, index, begun.get(comment, first), length)

    def _settle(self, comment: str, index: int, start: int, end: int) -> None:
        if end > start:
            self.spans[comment] = (index, start, end)

    def aside(self) -> set[str]:
        """Leave the text for what hangs on it, a text box or a note; give what `resume` takes."""
        waiting, self._open = self._open, set()
        return waiting

    def resume(self, waiting: set[str]) -> None:
        """Come back to the text."""
        self._open = waiting

    def finish(self, last: int, length: int) -> None:
        """Hang what still waits at the end of the last paragraph."""
        for one in self._waiting:
            if one.kind != "end":
                self.spans.setdefault(one.comment, (last, length, length))
        self._waiting.clear()
        self._open.clear()


class Threads:
    """Who replies to whom, and what is dealt with: told by the last paragraph of each comment."""

    def __init__(self, extended: Element | None) -> None:
        """Index the part "commentsExtended", None where there is none."""
        self._parents: dict[str, str] = {}
        self._done: set[str] = set()
        for entry in () if extended is None else extended.iter(names.COMMENT_EX):
            key = entry.get(names.EX_PARAGRAPH, "").upper()
            self._parents[key] = entry.get(names.EX_PARENT, "").upper()
            if entry.get(names.EX_DONE, "0").lower() not in FALSE:
                self._done.add(key)

    def tied(self, comments: Sequence[Element], texts: Sequence[str], anchors: Anchors) -> tuple[Comment, ...]:
        """Give the comments.

        Args:
            comments: their elements.
            texts: what each says.
            anchors: what they are about.
        """
        keys = [[p.get(names.PARAGRAPH_ID, "").upper() for p in one.iter(names.P)] for one in comments]
        index = {key: number for number, own in enumerate(keys) for key in own if key}
        parents = [_last(self._parents, index, own, number) for number, own in enumerate(keys)]
        found = []
        for number, (element, text, own) in enumerate(zip(comments, texts, keys, strict=True)):
            parent = _acyclic(parents, number)
            span = anchors.spans.get(element.get(names.ID, ""))
            if span is None and parent is not None:
                span = anchors.spans.get(comments[parent].get(names.ID, ""))
            paragraph, start, end = (None, 0, 0) if span is None else span
            found.append(
                Comment(
                    paragraph,
                    start,
                    end,
                    author=element.get(w("author"), "").strip(),
                    time=_time(element.get(w("date"), "")),
                    text=text,
                    parent=parent,
                    done=any(key in self._done for key in own),
                )
            )
        return tuple(found)


def _last(parents: dict[str, str], index: dict[str, int], own: list[str], number: int) -> int | None:
    for key in reversed(own):
        parent = index.get(parents.get(key, ""))
        if parent is not None and parent != number:
            return parent
    return None


def _acyclic(parents: list[int | None], number: int) -> int | None:
    """Give a comment's parent; None where following the replies leads round in a circle."""
    seen = {number}
    current = parents[number]
    while current is not None:
        if current in seen:
            return None
        seen.add(current)
        current = parents[current]
    return parents[number]


def _time(text: str) -> str:
    return text if _TIME.fullmatch(text) else ""

"""What a reader returns: a document as paragraphs, each knowing where it came from."""

from dataclasses import dataclass
from typing import Literal

from drafter.model.message import Message

Part = Literal["body", "table", "note", "textbox", "comment"]
"""Which part of the file a paragraph stands in."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph's text with one formatting, as the source file cuts it.

    Attributes:
        start: first code point in the paragraph's text.
        end: end, exclusive.
        source: where the run stands in the source file, in the reader's own terms.
    """

    start: int
    end: int
    source: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph (of a text file: one line) with its place in the source.

    Attributes:
        text: the text, unstripped; a computed list number is written before it.
        line: place in the source, counted from 1: the line of a text file, the paragraph number of any other format.
        part: the part of the file it stands in.
        number: the list number that a word processor computes and the file does not contain, else "".
        level: outline level from 1, 0 for body text.
        style: name of the paragraph style, "" where the format has none.
        cell: (table, row, column) counted from 0, where it stands in a table.
        runs: the source file's own cuts, where the reader keeps them.
    """

    text: str
    line: int
    part: Part = "body"
    number: str = ""
    level: int = 0
    style: str = ""
    cell: tuple[int, int, int] | None = None
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the file's authors and the words it is about.

    Attributes:
        paragraph: index into the document's paragraphs, counted from 0; None where the text shows no place for it (it
            stands in a page header, or the file has lost its mark).
        start: first code point of the words in that paragraph's text.
        end: end, exclusive; equal to `start` where it stands at a place rather than on words. Of words that go on into
            further paragraphs, those of the first one.
        author: who wrote it, "" for unknown.
        time: when, ISO 8601 as the file has it, "" for unknown.
        text: what it says, its paragraphs joined by line feeds.
        parent: index into the document's comments of the one it replies to, None for the first of a thread.
        done: whether its thread is marked as dealt with.
    """

    paragraph: int | None
    start: int
    end: int
    author: str
    time: str
    text: str
    parent: int | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """One line of the import report: what was left out, guessed or changed on the way in.

    Attributes:
        message: the sentence for the user.
        warning: whether the user should look before going on.
    """

    message: Message
    warning: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read.

    Attributes:
        name: the file's name without its folder.
        format: "txt", "docx", …
        paragraphs: all paragraphs in reading order, blank ones too.
        data: the file's bytes, exactly.
        encoding: the encoding of a text file, as Python names it; "" where the format fixes it.
        notices: the import report.
        comments: the comments, where the reader knows what they are about; their words stand in paragraphs of part
            "comment" too.
    """

    name: str
    format: str
    paragraphs: tuple[Paragraph, ...]
    data: bytes = b""
    encoding: str = ""
    notices: tuple[Notice, ...] = ()
    comments: tuple[Comment, ...] = ()

"""Corrections as revisions: what was inserted and deleted between the text as loaded and the text as it stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from diff_match_patch import diff_match_patch

from drafter.exports.characters import legal
from drafter.exports.docx.flow import Kind, Words
from drafter.exports.docx.xml import Element, element
from drafter.i18n import _
from drafter.model import Revision, Side

_HAN: Final = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTER: Final = rf"(?![{_HAN}])[^\W_]"
_TOKEN: Final = re.compile(
    rf"(?:{_LETTER})*\d(?:[.,]?\d)*(?:{_LETTER})*"  # a figure with what sticks to it is one thing: 30,000 or PM2.5
    rf"|(?:{_LETTER})+(?:['’-](?:{_LETTER})+)*"  # a word
    r"|.",  # a Chinese character, a mark, a space
    re.DOTALL,
)

_FIRST_CODE: Final = 0xE000
_PATIENCE: Final = 20_000
"""Tokens up to which the best difference is worth waiting for."""

_KINDS: Final[dict[int, Kind]] = {-1: "delete", 0: "equal", 1: "insert"}
_TIME: Final = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z")


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who made a change, and when.

    Attributes:
        author: the reviewer's name; never empty.
        time: UTC with a closing Z, "" where it is not known.
    """

    author: str
    time: str = ""


def changes(before: str, after: str) -> list[Words]:
    """Give the way from one text to the other, word by word, in Chinese character by character."""
    if before == after:
        return [Words("equal", after)]
    codes: dict[str, str] = {}
    coded_before, coded_after = _coded(before, codes), _coded(after, codes)
    tokens = {code: token for token, code in codes.items()}
    differ = diff_match_patch()
    # A time limit makes the outcome depend on the machine; only very long texts have one.
    differ.Diff_Timeout = 0 if len(coded_before) + len(coded_after) <= _PATIENCE else 1.0
    found = differ.diff_main(coded_before, coded_after, checklines=False)
    differ.diff_cleanupSemantic(found)
    return [Words(_KINDS[kind], "".join(tokens[code] for code in coded)) for kind, coded in found]


def _coded(text: str, codes: dict[str, str]) -> str:
    """Write each word as one character, so that a comparison of characters compares words."""
    return "".join(codes.setdefault(token, _code(len(codes))) for token in _TOKEN.findall(text))


def _code(number: int) -> str:
    """Give the character for a word: private ones first, which count neither as letters nor as blanks."""
    return chr((_FIRST_CODE + number) if number < 0x1900 else (0xF0000 - 0x1900 + number))


def stamps(revisions: Iterable[Revision]) -> dict[tuple[int, Side], Stamp]:
    """Give the last change of the text of each side of each clause."""
    return {
        (revision.clause, revision.side): Stamp(author_name(revision.author), _time(revision.time))
        for revision in revisions
        if revision.kind == "text"
    }


def author_name(author: str) -> str:
    """Give the name to stand at a change: a revision without any is not valid."""
    return " ".join(legal(author).split()) or _("Reviewer")


def _time(time: str) -> str:
    """Give a time to the second, as Word writes it; an unreadable one is left out rather than invented."""
    found = _TIME.fullmatch(time)
    return f"{found[1]}Z" if found else ""


def revision(kind: Kind, number: int, stamp: Stamp, *content: Element) -> Element:
    """Make `w:ins` or `w:del`, around runs or as the mark of a paragraph."""
    attributes: dict[str, str | int] = {"id": number, "author": stamp.author}
    if stamp.time:
        attributes["date"] = stamp.time
    return element("ins" if kind == "insert" else "del", *content, **attributes)


__all__ = ["Stamp", "author_name", "changes", "revision", "stamps"]

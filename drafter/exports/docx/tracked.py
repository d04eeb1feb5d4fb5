"""Corrections as revisions: who made them, and how Word marks them."""

import re
from collections.abc import Iterable
from typing import Final

from drafter.exports.characters import legal
from drafter.exports.difference import Kind, Stamp
from drafter.exports.docx.xml import Element, element
from drafter.i18n import _
from drafter.model import Revision, Side

_RULES: Final = re.compile(r"[a-z-]+\.[a-z-]+(?:, ?[a-z-]+\.[a-z-]+)*")
_TIME: Final = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z")


def stamps(revisions: Iterable[Revision]) -> dict[tuple[int, Side], Stamp]:
    """Give the last change of the text of each side of each clause."""
    return {
        (revision.clause, revision.side): stamp_of(revision.author, revision.time)
        for revision in revisions
        if revision.kind == "text"
    }


def steps(revisions: Iterable[Revision]) -> dict[tuple[int, Side], list[tuple[str, str, Stamp]]]:
    """Give every change of the text of each side of each clause, in order: before, after, whose."""
    found: dict[tuple[int, Side], list[tuple[str, str, Stamp]]] = {}
    for revision in revisions:
        if revision.kind == "text":
            stamp = stamp_of(revision.author, revision.time)
            found.setdefault((revision.clause, revision.side), []).append((revision.before, revision.after, stamp))
    return found


def stamp_of(author: str, time: str) -> Stamp:
    """Give who and when as Word writes them."""
    return Stamp(author_name(author), _time(time))


def reasons(revisions: Iterable[Revision]) -> dict[tuple[int, Side], tuple[str, Stamp]]:
    """Give why each side of each clause was corrected last, where a reviewer said so; names of rules say nothing."""
    found: dict[tuple[int, Side], tuple[str, Stamp]] = {}
    for revision in revisions:
        if revision.kind == "text":
            found.pop((revision.clause, revision.side), None)
            if revision.reason.strip() and not _RULES.fullmatch(revision.reason):
                stamp = stamp_of(revision.author, revision.time)
                found[revision.clause, revision.side] = revision.reason, stamp
    return found


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

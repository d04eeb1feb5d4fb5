"""What typing leaves of a text with marks: all of them, whatever was written over them."""

from collections import Counter
from typing import NamedTuple

from drafter.gui.clauses.changes import replacement_between
from drafter.language.marks import Mark, kept, marks_in, nested, plain


class Mended(NamedTuple):
    """A text with its marks, and where the caret belongs in it, in code points."""

    text: str
    caret: int


def mended(old: str, new: str) -> Mended | None:
    """Give what typing shall leave, None where it broke no mark.

    Args:
        old: the text before.
        new: the text as typing left it; one stretch of the old one was replaced.
    """
    if "⟦" not in old and "⟦" not in new:
        return None
    marks = marks_in(old)
    if _sound([mark.text for mark in marks], [mark.text for mark in marks_in(new)]):
        return None
    change = replacement_between(old, new)
    hit = [mark for mark in marks if _touched(mark, change.start, change.end)]
    start = min((change.start, *(mark.start for mark in hit)))
    end = max((change.end, *(mark.end for mark in hit)))
    local = kept(old[start:end], change.text)
    text = old[:start] + local + old[end:]
    if not _sound([mark.text for mark in marks], [mark.text for mark in marks_in(text)]):
        return _placed(kept(old, text), len(plain(new[: change.start + len(change.text)])))
    return Mended(text, start + caret_in(local, len(plain(change.text))))


def carried_in(text: str, start: int, end: int, piece: str) -> Mended | None:
    """Put a piece that was cut out of a text into another place of it, with its marks, which leave their old place.

    Args:
        text: the text; marks of the piece still stand where it was cut out.
        start: where the piece is put in.
        end: the end of what it is put in place of.
        piece: the piece, marks in it.

    Returns:
        The text; None where its marks would not be those it had, or pairs be torn apart.
    """
    moving = {mark.text for mark in marks_in(piece)}
    before, after = (_without(part, moving) for part in (text[:start], text[end:]))
    made = before + piece + after
    had, has = ([mark.text for mark in marks_in(one)] for one in (text, made))
    if not moving or Counter(had) != Counter(has) or not nested(has):
        return None
    return Mended(made, len(before) + len(piece))


def caret_in(text: str, place: int) -> int:
    """Tell where a caret stands behind so many characters that are no marks: before marks that follow them.

    Before the first character it stands behind the marks that open there, so that words are written between them.
    """
    marks = marks_in(text)
    leading = 0
    for mark in marks:
        if mark.start != leading or mark.kind != "open":
            break
        leading = mark.end
    if not place:
        return leading
    return place + sum(len(mark.text) for mark in marks if mark.place < place)


def _placed(text: str, place: int) -> Mended:
    return Mended(text, caret_in(text, place))


def _touched(mark: Mark, start: int, end: int) -> bool:
    return (mark.start < end and start < mark.end) or mark.start < start == end < mark.end


def _sound(had: list[str], has: list[str]) -> bool:
    return had == has or (Counter(had) == Counter(has) and nested(has))


def _without(text: str, gone: set[str]) -> str:
    for mark in reversed(marks_in(text)):
        if mark.text in gone:
            text = text[: mark.start] + text[mark.end :]
    return text

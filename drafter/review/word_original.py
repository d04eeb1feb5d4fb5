"""The Word file that a review came from, written back with its text corrected and all else as it was."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from drafter.exports.attribution import attributed
from drafter.exports.difference import Stamp, Words
from drafter.exports.docx.tracked import steps
from drafter.exports.original.word import Change, write_corrected_docx
from drafter.model import N_, Clause, Document, DrafterError, Message, Side
from drafter.review.places import parts_of
from drafter.review.rereading import with_runs
from drafter.review.state import BOTH, ReviewState

_History = Mapping[tuple[int, Side], Sequence[tuple[str, str, Stamp]]]
FORMAT: Final = "docx"
_CHANGED: Final = N_("Paragraphs corrected: {count}.")
_LEFT: Final = N_("These paragraphs could not be corrected, for a computed number or formula stands there: {numbers}.")
_OTHERS: Final = N_("Tracked changes and comments that the file held before stay in it.")
_SIGNED: Final = N_("The file was signed; the corrected one is not.")


def word_sides(session: ReviewState) -> tuple[Side, ...]:
    """Tell which sides of a review came from Word files, that whose corrections are sought first."""
    return tuple(side for side in BOTH[::-1] if (one := session.documents.get(side)) and one.format == FORMAT)


def write_word_original(
    session: ReviewState, side: Side, path: Path, *, tracked: bool = False, names: bool = True
) -> tuple[Message, ...]:
    """Write the Word file that one side came from, with its corrections put in.

    Args:
        session: the review.
        side: which side; of a file that holds both languages either, and the corrections of both are put in.
        path: where to.
        tracked: whether the corrections stand as revisions, each with its reviewer and time.
        names: whether the reviewers' names stand there; else each is “the reviewer”.

    Returns:
        What the user should know about it.

    Raises:
        DrafterError: this side came from no Word file, the file can't be corrected in place, or can't be written.
    """
    document = session.documents.get(side)
    if document is None or document.format != FORMAT:
        raise DrafterError(N_("This text did not come from a Word file: export it in another way."))
    document = _readable(document)
    sides: tuple[Side, ...] = BOTH if session.mixed else (side,)
    history = steps(session.revisions if names else (replace(one, author="") for one in session.revisions))
    made = write_corrected_docx(document, list(_changes(session, document, sides, history)), path, tracked=tracked)
    said = [Message(_CHANGED, {"count": made.changed})]
    if made.left:
        said.append(Message(_LEFT, {"numbers": ", ".join(map(str, made.left))}))
    if made.others:
        said.append(Message(_OTHERS))
    if made.signed:
        said.append(Message(_SIGNED))
    return tuple(said)


def _readable(document: Document) -> Document:
    """Give a document with the runs of its file, which a project does not keep.

    Raises:
        DrafterError: the file reads otherwise today.
    """
    if any(paragraph.runs for paragraph in document.paragraphs):
        return document
    again = with_runs(document)
    if again is None:
        raise DrafterError(
            N_("“{name}” reads otherwise than when the project was made, so that its corrections have no place in it: "
               "export it in another way."),
            name=document.name,
        )  # fmt: skip
    return again


def _changes(session: ReviewState, document: Document, sides: tuple[Side, ...], history: _History) -> Iterator[Change]:
    """Give each paragraph that was corrected with the way there."""
    placed: dict[int, list[tuple[int, int, list[Words]]]] = {}
    added: dict[int, list[Words]] = {}
    last = 0
    for clause in session.clauses:
        for side in sides:
            here = clause.side(side)
            if here.segments:
                last = here.segments[-1].paragraph
            if here.text == here.original:
                continue
            own = history.get((clause.id, side), [])
            if not here.segments:
                stamp = own[-1][2] if own else None
                added.setdefault(last, []).append(Words("insert", "\n" + here.text, stamp))
                continue
            for segment, part in zip(here.segments, parts_of(here), strict=True):
                old = document.paragraphs[segment.paragraph].text[segment.start : segment.end]
                if old != part:
                    pieces = attributed(old, own if _is_whole(clause, side, old) else own[-1:], part)
                    placed.setdefault(segment.paragraph, []).append((segment.start, segment.end, pieces))
    for index in sorted({*placed, *added}):
        pieces = _joined(document.paragraphs[index].text, sorted(placed.get(index, ()), key=lambda one: one[0]))
        yield Change(index, (*pieces, *added.get(index, ())))


def _is_whole(clause: Clause, side: Side, text: str) -> bool:
    """Whether a stretch of a paragraph is all of the clause's text, so that its history is that of the stretch."""
    return clause.side(side).original == text


def _joined(text: str, placed: list[tuple[int, int, list[Words]]]) -> list[Words]:
    """Fill in what stays round the stretches of a paragraph that changed."""
    made: list[Words] = []
    last = 0
    for start, end, pieces in placed:
        made += [Words("equal", text[last:start]), *pieces]
        last = end
    return [one for one in (*made, Words("equal", text[last:])) if one.text]

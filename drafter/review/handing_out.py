"""What an exporter is given of a review, beyond what its state knows by itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from drafter.exports import ReviewSnapshot
from drafter.exports.snapshot import NotePlace
from drafter.language.terms.in_use import glossary
from drafter.model import Clause, Side, Term
from drafter.review.marked import unmarked_snapshot
from drafter.review.original import target_side
from drafter.review.quality import error_types
from drafter.review.quantities import QuantityLedger
from drafter.review.rereading import with_runs
from drafter.review.session import ReviewSession


def full_snapshot(session: ReviewSession, *, figures: bool = False, footnotes: bool = False) -> ReviewSnapshot:
    """Give a review as it reads, without the marks of a translation tool's file.

    Args:
        session: the review.
        figures: whether its figures are wanted too, which takes longer than all else.
        footnotes: whether it is wanted where foot- and endnotes hang, for which a Word file may be read again.
    """
    now = session.snapshot()
    now = replace(
        unmarked_snapshot(now) if session.marked else now,
        target=target_side(session) or "en",
        types=error_types(),
        footnotes=dict(_footnotes(session)) if footnotes else {},
    )
    return replace(now, figures=tuple(QuantityLedger(session).rows())) if figures else now


def _footnotes(session: ReviewSession) -> Iterator[tuple[Side, Mapping[int, NotePlace]]]:
    """Tell of each document that has notes where they hang; its runs tell the very place, and a project lacks them."""
    for side, document in session.documents.items():
        if any(paragraph.part == "note" for paragraph in document.paragraphs):
            from drafter.exports.original.notes import note_places

            bare = document.format == "docx" and not any(paragraph.runs for paragraph in document.paragraphs)
            yield side, note_places((bare and with_runs(document)) or document)


def terms_of(clauses: Iterable[Clause]) -> tuple[Term, ...]:
    """Give the terms of the glossary in use whose Chinese stands in any of these clauses."""
    text = "\n".join(clause.zh.text for clause in clauses)
    return tuple(term for term in glossary() if term.zh and term.zh in text)

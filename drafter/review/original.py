"""The translation tool's file that a review came from, written back with its targets corrected."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from drafter.documents.bitext import FORMATS, pairs_of
from drafter.exports.bitext import Correction, write_bitext
from drafter.model import N_, Clause, Document, Message, Side
from drafter.review.places import corrected_paragraphs
from drafter.review.state import BOTH, ReviewState

_CHANGED = N_("Segments corrected: {count}.")
_SOURCES = N_("Corrections of the source, not written since translation tools keep their source as it is: {count}.")
_LOCKED = N_("Corrections of segments that the file forbids to change, not written: {count}.")
_HOMELESS = N_("Texts for which the file has no place, not written: {count}.")


def original_of(session: ReviewState) -> Document | None:
    """Give the translation tool's file that a review came from, None where it did not come from one."""
    return next((one for one in session.documents.values() if one.format in FORMATS), None)


def target_side(session: ReviewState) -> Side | None:
    """Tell which side of a translation tool's file holds the translation, None where the review came from no such."""
    document = original_of(session)
    if document is None:
        return None
    return next((pair.side for pair in pairs_of(document.data, document.name, document.format)), None)


def write_original(session: ReviewState, path: Path) -> tuple[Message, ...]:
    """Write the translation tool's file that a review came from with its targets corrected, whole or not at all.

    Returns:
        What the user should know about it.

    Raises:
        DrafterError: the review did not come from such a file, doesn't fit it any more, or it can't be written.
    """
    corrections: dict[tuple[int, Side], Correction] = {}
    homeless = 0
    for side in BOTH:
        found, lost = _corrections(session, side)
        corrections |= {(index, side): one for index, one in found.items()}
        homeless += lost
    result = write_bitext(session.documents["en"], corrections, path)
    counts = ((_CHANGED, result.changed), (_SOURCES, result.sources), (_LOCKED, result.locked), (_HOMELESS, homeless))
    return tuple(Message(said, {"count": count}) for said, count in counts if count)


def _corrections(session: ReviewState, side: Side) -> tuple[dict[int, Correction], int]:
    """Give the corrected texts of a side by the number of their pair, and how many texts have no place there."""
    document = session.documents[side]
    placed = [clause for clause in session.clauses if clause.side(side).segments]
    texts = corrected_paragraphs(document, placed, (side,))
    homeless = 0
    for clause in session.clauses:
        if not clause.side(side).segments and clause.side(side).text.strip():
            own = next((index for index in _indexes(clause) if not texts[index]), None)
            if own is None:
                homeless += 1
            else:
                texts[own] = clause.side(side).text
    times = _times(session, side)
    changed = {
        index: Correction(paragraph.text, text, times.get(index, ""))
        for index, (paragraph, text) in enumerate(zip(document.paragraphs, texts, strict=True))
        if text != paragraph.text
    }
    return changed, homeless


def _indexes(clause: Clause) -> Iterable[int]:
    return dict.fromkeys(segment.paragraph for side in BOTH for segment in clause.side(side).segments)


def _times(session: ReviewState, side: Side) -> Mapping[int, str]:
    """Tell when the text of each pair was corrected last."""
    clauses = {clause.id: clause for clause in session.clauses}
    changes = (one for one in session.revisions if one.kind == "text" and one.side == side and one.clause in clauses)
    return {index: one.time for one in changes for index in _indexes(clauses[one.clause])}

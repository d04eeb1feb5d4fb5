"""The clauses of a review as rows."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from drafter.exports.characters import legal
from drafter.exports.data_options import DataOptions
from drafter.exports.ledger.columns import Cell
from drafter.exports.snapshot import ReviewSnapshot
from drafter.i18n import _, language
from drafter.model import N_, STATE_WORDS, Concept, Note, Side

_HEADINGS: Final = (
    N_("Clause"), N_("Level"), N_("State"), N_("Chinese"), N_("English"), N_("Chinese as loaded"),
    N_("English as loaded"), N_("Measures"), N_("critical"), N_("major"), N_("minor"), N_("Notes"),
)  # fmt: skip


def clause_rows(snapshot: ReviewSnapshot, options: DataOptions) -> Iterator[list[Cell]]:
    """Give the heading and a row for each clause; a text as loaded stands there only where it was corrected."""
    counts = Counter((finding.clause, finding.severity) for finding in snapshot.findings)
    notes: dict[int, list[Note]] = {}
    for note in snapshot.notes:
        if note.clause is not None:
            notes.setdefault(note.clause, []).append(note)
    yield [_(heading) for heading in _HEADINGS]
    for clause in snapshot.clauses:
        sides = (clause.zh, clause.en)
        yield [
            clause.id, clause.level or None, _(STATE_WORDS[snapshot.state(clause.id)]),
            *(legal(side.text) for side in sides),
            *(legal(side.original) if side.original != side.text else None for side in sides),
            "\n".join(map(concept_words, snapshot.tags.get(clause.id, ()))),
            *(counts[clause.id, severity] or None for severity in ("critical", "major", "minor")),
            "\n".join(_said(note, options) for note in notes.get(clause.id, ())),
        ]  # fmt: skip


def concept_words(concept: Concept) -> str:
    """Give a concept as a reader of the language that is set knows it."""
    side: Side = language()
    return f"{concept.notation} {concept.label[side]}"


def _said(note: Note, options: DataOptions) -> str:
    words = legal(note.text)
    return f"{legal(note.author)}: {words}" if note.author and options.names else words

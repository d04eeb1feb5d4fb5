"""The tags of a review as rows: a clause with two measures has two."""

from collections.abc import Iterator
from typing import Final

from drafter.exports.characters import legal
from drafter.exports.data_options import DataOptions
from drafter.exports.ledger.columns import Cell
from drafter.exports.snapshot import ReviewSnapshot
from drafter.i18n import _
from drafter.model import N_

_HEADINGS: Final = (
    N_("Clause"), N_("Code"), N_("Measure (Chinese)"), N_("Measure (English)"), N_("Facet"), N_("Chinese"),
    N_("English"),
)  # fmt: skip


def measure_rows(snapshot: ReviewSnapshot, _options: DataOptions) -> Iterator[list[Cell]]:
    """Give the heading and a row for each tag, in the order of the text."""
    yield [_(heading) for heading in _HEADINGS]
    for clause in snapshot.clauses:
        for concept in snapshot.tags.get(clause.id, ()):
            yield [
                clause.id, concept.notation, concept.label["zh"], concept.label["en"], concept.facet,
                legal(clause.zh.text), legal(clause.en.text),
            ]  # fmt: skip

"""The measures of a plan as a table: for spreadsheets, as an annex for print, and for other programs."""

from drafter.exports.measures.entries import measure_entries
from drafter.exports.measures.record import MeasureRow, Placed, TaggedConcept
from drafter.exports.measures.tables import ANNEX_ENDINGS, MEASURE_ENDINGS, PlanTables, measures_text, write_measures

__all__ = [
    "ANNEX_ENDINGS",
    "MEASURE_ENDINGS",
    "MeasureRow",
    "Placed",
    "PlanTables",
    "TaggedConcept",
    "measure_entries",
    "measures_text",
    "write_measures",
]

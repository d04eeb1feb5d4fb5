"""Files out: one writer per format, each given a snapshot of a review."""

from drafter.exports.data_options import TABLES, DataOptions, Table
from drafter.exports.docx import DocxOptions, write_docx
from drafter.exports.html import VerdictOptions, write_review_page, write_verdict
from drafter.exports.original.options import OriginalOptions
from drafter.exports.snapshot import ReviewSnapshot

__all__ = [
    "TABLES",
    "DataOptions",
    "DocxOptions",
    "OriginalOptions",
    "ReviewSnapshot",
    "Table",
    "VerdictOptions",
    "write_docx",
    "write_review_page",
    "write_verdict",
]

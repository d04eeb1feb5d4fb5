"""Files out: one writer per format, each given a snapshot of a review."""

from drafter.exports.docx import DocxOptions, write_docx
from drafter.exports.html import write_verdict
from drafter.exports.snapshot import ReviewSnapshot

__all__ = ["DocxOptions", "ReviewSnapshot", "write_docx", "write_verdict"]

"""A review as XLIFF 2.1: texts, states, tags, notes, and what is found wrong with them."""

from drafter.exports.xliff.writer import write_review_xliff, xliff_text

__all__ = ["write_review_xliff", "xliff_text"]

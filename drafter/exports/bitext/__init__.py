"""Corrections back into the files of translation tools, in place: what was not corrected keeps its bytes."""

from drafter.exports.bitext.writer import Correction, Written, corrected_bitext, write_bitext

__all__ = ["Correction", "Written", "corrected_bitext", "write_bitext"]

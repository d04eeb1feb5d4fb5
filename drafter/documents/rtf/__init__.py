"""RTF documents, read by a parser of our own: nothing in them is run, fetched or embedded."""

from drafter.documents.rtf.reader import read_rtf

__all__ = ["read_rtf"]

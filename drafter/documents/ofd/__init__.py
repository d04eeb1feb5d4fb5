"""OFD, the state's own page format (GB/T 33190): characters on pages, joined like a PDF's."""

from drafter.documents.ofd.reader import read_ofd

__all__ = ["read_ofd"]

"""Files in: one reader per format, each giving a `Document`."""

from drafter.documents.errors import ScanError, UnreadableError
from drafter.documents.reader import read_data, read_document, read_pasted

__all__ = ["ScanError", "UnreadableError", "read_data", "read_document", "read_pasted"]

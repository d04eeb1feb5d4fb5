"""OpenDocument texts, read from the package's XML."""

from drafter.documents.odt.reader import read_odt

__all__ = ["read_odt"]

"""Word documents, read from the package's XML: what is shown is taken, what is skipped is counted."""

from drafter.documents.docx.reader import read_docx

__all__ = ["read_docx"]

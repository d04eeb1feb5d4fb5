"""PDF files with text: lines joined into paragraphs, what is printed on every page left out."""

from drafter.documents.pdf.reader import read_pdf

__all__ = ["read_pdf"]

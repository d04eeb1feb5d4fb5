"""Word files out: a review as a bilingual table, interleaved, or one language alone."""

from pathlib import Path

from drafter.exports.docx.options import DocxOptions, Layout, Style
from drafter.exports.snapshot import ReviewSnapshot

__all__ = ["DocxOptions", "Layout", "Style", "docx_bytes", "write_docx"]

_DEFAULT = DocxOptions()


def docx_bytes(snapshot: ReviewSnapshot, options: DocxOptions = _DEFAULT) -> bytes:
    """Give the Word file of a review; the same review and options always give the same bytes."""
    from drafter.exports.docx.document import build  # the XML libraries are slow to load and needed only here

    return build(snapshot, options)


def write_docx(snapshot: ReviewSnapshot, path: Path, options: DocxOptions = _DEFAULT) -> None:
    """Write a review as a Word file.

    Raises:
        DrafterError: where the file can't be written; a file that stood there before is then untouched.
    """
    from drafter.exports.atomic import write_atomically

    write_atomically(path, docx_bytes(snapshot, options))
